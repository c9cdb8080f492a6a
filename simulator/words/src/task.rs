//! Growth tasks and achievements in words.

use rulebook::model::{Credit, Task, Version};

use crate::clause::Clause;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// A task in sentences: its condition, how often it counts, its rewards. A hidden task is described by its hint alone.
    pub fn task(self, version: &Version, task: &Task) -> Vec<Clause> {
        if self.is_hidden(version, task.id) {
            let hint = self.entry(task.id).and_then(|entry| entry.text.clone());
            return vec![Clause::leaf(hint.unwrap_or_else(|| self.message("task-hidden-hint").say()))];
        }
        self.achieved_task(version, task)
    }

    /// A task that the customer has achieved, in sentences: its condition, how often it counts, its rewards. A hidden one is
    /// described in full.
    pub fn achieved_task(self, version: &Version, task: &Task) -> Vec<Clause> {
        let mut said = vec![self.task_condition(version, task), Clause::leaf(self.task_repeat(task))];
        if !task.rewards.is_empty() {
            let rewards = self.credits(&task.rewards);
            said.push(Clause::leaf(self.message("task-rewards").with("rewards", rewards).say()));
        }
        said
    }

    /// The condition of a task, even of a hidden one; a sentence.
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
}
