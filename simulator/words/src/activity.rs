//! Segments, tasks and campaigns.

use rulebook::Validity;
use rulebook::model::{Boost, Campaign, Credit, Gift, Segment, Task, Version};

use crate::clause::Clause;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// Who is in a segment; a sentence.
    pub fn segment(self, version: &Version, segment: &Segment) -> Clause {
        let message = |key| self.message(key).with("segment", self.name(segment.id));
        self.conditioned(version, &segment.when, message("segment-when"), message("segment-when-list"))
    }

    /// All that is to be said of a task: what must be done, how often it counts, what it brings. Sentences. Of a
    /// hidden one only its hint.
    pub fn task(self, version: &Version, task: &Task) -> Vec<Clause> {
        if self.is_hidden(version, task.id) {
            let hint = self.entry(task.id).and_then(|entry| entry.text.clone());
            return vec![Clause::leaf(hint.unwrap_or_else(|| self.message("task-hidden-hint").say()))];
        }
        self.achieved_task(version, task)
    }

    /// The same of a task that has been achieved, so that nothing of it is hidden.
    pub fn achieved_task(self, version: &Version, task: &Task) -> Vec<Clause> {
        let mut said = vec![self.task_condition(version, task), Clause::leaf(self.task_repeat(task))];
        if !task.rewards.is_empty() {
            let rewards = self.credits(&task.rewards);
            said.push(Clause::leaf(self.message("task-rewards").with("rewards", rewards).say()));
        }
        said
    }

    /// What must be done for a task; a sentence. Hidden or not.
    pub fn task_condition(self, version: &Version, task: &Task) -> Clause {
        let message = |key| self.message(key).count(task.streak);
        self.conditioned(version, &task.when, message("task-when"), message("task-when-list"))
    }

    /// How often a task counts; a sentence.
    pub fn task_repeat(self, task: &Task) -> String {
        self.message("task-repeat").with("period", task.repeat.map_or("once", time::key)).say()
    }

    /// Amounts of currencies; a phrase: `500 积分、100 成长值`.
    pub fn credits(self, credits: &[Credit]) -> String {
        self.listed(credits.iter().map(|credit| self.amount(credit.currency, credit.amount)))
    }

    /// All that is to be said of a campaign: its days, its audience, its boosts and gifts. Sentences.
    pub fn campaign(self, version: &Version, campaign: &Campaign) -> Vec<Clause> {
        let days = self.date_range(campaign.from, campaign.to);
        let mut said = vec![Clause::leaf(self.message("campaign-days").with("days", days).say())];
        said.push(match &campaign.audience {
            Some(audience) => {
                let (line, list) = (self.message("campaign-for"), self.message("campaign-for-list"));
                self.conditioned(version, audience, line, list)
            }
            None => Clause::leaf(self.message("campaign-for-all").say()),
        });
        said.extend(campaign.boosts.iter().map(|boost| Clause::leaf(self.boost(version, boost))));
        let days = Validity { from: Some(campaign.from), to: Some(campaign.to) };
        if !campaign.boosts.is_empty() && time::shares_a_month(days) {
            said.push(Clause::leaf(self.message("boost-shared").say()));
        }
        said.extend(campaign.gifts.iter().map(|gift| self.gift(version, gift)));
        said
    }

    /// A gift of a campaign; a sentence.
    pub fn gift(self, version: &Version, gift: &Gift) -> Clause {
        let amount = self.amount(gift.credit.currency, gift.credit.amount);
        let message = |key| self.message(key).with("amount", amount.clone());
        match &gift.when {
            Some(when) => self.conditioned(version, when, message("gift-when"), message("gift-when-list")),
            None => Clause::leaf(message("gift").say()),
        }
    }

    /// A boost of a campaign; a sentence.
    pub fn boost(self, version: &Version, boost: &Boost) -> String {
        let rule = version.earn_rule(boost.earn);
        let message = self.message("boost").with("earn", self.name(boost.earn));
        let boosted = message.with("times", self.multiplier(boost.times)).say();
        match rule.and_then(|rule| self.cap(version, rule.currency, boost.cap.as_ref())) {
            Some(cap) => self.message("boost-cap").with("boost", boosted).with("cap", cap).say(),
            None => self.sentence(&boosted),
        }
    }
}
