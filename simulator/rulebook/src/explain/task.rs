//! Which tasks are achieved, and what is credited for them.

use super::Teller;
use super::step::{Achieved, Figure, Operation, Step};
use crate::calendar::MonthSpan;
use crate::ids::{AnyId, TaskId};
use crate::model::Task;
use crate::record::Event;

impl Teller<'_> {
    /// Whether a task is achieved in a month, then its rewards.
    pub(super) fn task_and_rewards(&mut self, at: usize, id: TaskId) -> Vec<Step> {
        let subject = AnyId::Task(id);
        let Some(task) = self.version(at).task(id) else {
            return vec![self.absent(at, subject, Figure::Holds(false))];
        };
        let mut steps = vec![self.task(at, task)];
        let rewards = self.events(at).filter_map(|event| match *event {
            Event::Reward { task: of, index, amount } if of == id => Some((index, amount)),
            _ => None,
        });
        steps.extend(rewards.map(|(index, amount)| {
            let figure = Figure::amount(task.rewards[index].currency, amount);
            Step::new(subject, self.month(at), Operation::Reward, figure)
        }));
        steps
    }

    fn task(&mut self, at: usize, task: &Task) -> Step {
        let &Task { id, streak, repeat, .. } = task;
        let now = self.month(at);
        let looked_at = self.events(at).find_map(|event| match *event {
            Event::Task { task: of, in_a_row, achieved } if of == id => Some((in_a_row, achieved)),
            _ => None,
        });
        let (in_a_row, achieved) = looked_at.unwrap_or_default();
        let before = self.achieved_before(at, task);
        let operation = Operation::Task { streak, in_a_row, repeat, before };
        let first = now.plus(1 - i32::try_from(streak).unwrap_or(i32::MAX)).max(self.month(0));
        let mut months = Vec::new();
        for month in (MonthSpan { first, last: now }).months() {
            let Some(at) = self.at(month) else { continue };
            let task = self.version(at).task(id);
            months.push(match task {
                Some(task) => self.condition(at, &task.when),
                None => self.absent(at, None, Figure::Holds(false)),
            });
        }
        Step::new(AnyId::Task(id), now, operation, Figure::Holds(achieved)).of(months)
    }

    /// The achievement before a month that leaves no room for another in it.
    fn achieved_before(&self, at: usize, task: &Task) -> Option<Achieved> {
        let year = self.run.book.rules().year_starts;
        let months = self.run.months[..at].iter().rev();
        let mut months = months.filter(|month| month.tasks.contains(&task.id)).map(|month| month.month);
        match task.repeat {
            None if self.run.customer.achieved.contains(&task.id) => Some(Achieved::BeforeStart),
            None => months.next().map(Achieved::In),
            Some(period) => {
                let now = period.containing(self.month(at), year, 0);
                months.next().filter(|last| now.contains(*last)).map(Achieved::In)
            }
        }
    }
}
