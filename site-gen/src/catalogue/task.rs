//! Growth tasks and achievements.

use rulebook::model;

use super::merge::Found;
use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::{Task, TaskReward};

impl Scope<'_> {
    pub(crate) fn task(&mut self, found: &Found<'_, Task>, record: &Task) -> Lowered<model::Task> {
        let file = found.file();
        let Task { when, streak, repeat, hidden, rewards, .. } = record;
        let when = when.get().ok_or(Reported).and_then(|when| self.condition(when, file));
        let rewards: Vec<_> = (rewards.get().into_iter().flatten())
            .map(|reward| {
                let TaskReward { currency, amount, .. } = &reward.value;
                self.credit(currency, amount, file, reward.span)
            })
            .collect();
        Ok(model::Task {
            id: self.ids.tasks.find(found.key).ok_or(Reported)?,
            when: when?,
            streak: streak.get().map_or(1, |streak| streak.0),
            repeat: repeat.get().and_then(|repeat| repeat.0),
            hidden: hidden.or(false),
            rewards: rewards.into_iter().collect::<Lowered<_>>()?,
        })
    }
}
