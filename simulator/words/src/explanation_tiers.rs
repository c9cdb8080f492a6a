//! Explanations of tiers, reviews and tasks.

use rulebook::explain::{Achieved, Figure, Operation, Since, Step};
use rulebook::model::Version;
use rulebook::{AnyId, TaskId, TierId};

use crate::explanation::{Around, Line};
use crate::outcomes::ReviewSaid;
use crate::speaker::Speaker;

impl Speaker<'_> {
    pub(crate) fn tier_line(self, version: &Version, step: &Step, id: TierId) -> Line {
        let tier = self.name(id);
        let holds = if step.result == Figure::Holds(true) { "yes" } else { "no" };
        match &step.operation {
            Operation::InForce(since) => {
                let what = self.message("why-tier-in-force").say();
                let message = self.message("why-in-force");
                let how = match *since {
                    Since::Opening => message.with("since", "opening"),
                    Since::Base => message.with("since", "base"),
                    Since::Review(month) => message.with("since", "review").with("month", self.month(month)),
                    Since::Version(before) => {
                        message.with("since", "version").with("before", self.name(before))
                    }
                };
                Line { figure: self.named_figure(&what, step, Around::Nothing), how: Some(how.say()) }
            }
            Operation::Review(review) => {
                let said = self.review_said(
                    version,
                    &ReviewSaid {
                        month: step.month,
                        tier: review.tier,
                        next: id,
                        outcome: review.outcome,
                        failures: review.failures_after,
                        held_until: review.held_after,
                    },
                );
                let message = self.message("why-review").with("month", self.month(step.month));
                Line::of(message.with("review", said).say())
            }
            Operation::NoReview { next, .. } => {
                let message = self.message("why-no-review").with("month", self.month(step.month));
                Line::of(message.with("next", self.month(*next)).with("tier", tier).say())
            }
            Operation::Qualify => {
                let base = version.ladder.first().is_some_and(|base| base.id == id);
                let form = if base { "base" } else { holds };
                Line::of(self.message("why-qualify").with("form", form).with("tier", tier).say())
            }
            Operation::Keep => {
                let form = if step.inputs.is_empty() { "same" } else { holds };
                Line::of(self.message("why-keep").with("form", form).with("tier", tier).say())
            }
            // A review that was shown before.
            _ => {
                let message = self.message("why-review").with("month", self.month(step.month));
                Line::of(message.with("review", tier).say())
            }
        }
    }

    pub(crate) fn task_line(self, version: &Version, step: &Step, id: TaskId, around: Around) -> Line {
        let task = || {
            if self.conceals(version, step) {
                return self.task_name(version, id);
            }
            self.message("quoted").with("name", self.name(id)).say()
        };
        match &step.operation {
            Operation::Task { streak, in_a_row, before, .. } => {
                let form = if step.result == Figure::Holds(true) { "yes" } else { "no" };
                let figure = self.message("why-task").with("holds", form).with("task", task()).say();
                let how = match before {
                    Some(before) => Some(self.achieved(Some(*before))),
                    None if *streak > 1 && !self.conceals(version, step) => {
                        let message = self.message("why-streak").count(*streak);
                        Some(message.with("held", in_a_row.to_string()).say())
                    }
                    None => None,
                };
                Line { figure: self.in_month(figure, step, around), how }
            }
            Operation::Reward => {
                let value = self.figure(step.result);
                let reward = self.message("why-reward").with("value", value).say();
                Line::of(self.in_month(reward, step, around))
            }
            Operation::Line(_) => Line::of(self.named_figure(self.name(id), step, around)),
            _ => Line::of(self.in_month(task(), step, around)),
        }
    }

    /// When a task was achieved.
    pub(crate) fn achieved(self, achieved: Option<Achieved>) -> String {
        let message = self.message("why-achieved");
        match achieved {
            Some(Achieved::BeforeStart) => message.with("form", "before"),
            Some(Achieved::In(month)) => message.with("form", "month").with("month", self.month(month)),
            None => message.with("form", "not"),
        }
        .say()
    }

    /// Whether a step is of a task that must not be named, since it is hidden and not achieved.
    pub(crate) fn conceals(self, version: &Version, step: &Step) -> bool {
        let Some(AnyId::Task(id)) = step.subject else { return false };
        let achieved = match &step.operation {
            Operation::Task { before, .. } => before.is_some() || step.result == Figure::Holds(true),
            Operation::Reward | Operation::Line(_) => true,
            _ => false,
        };
        !achieved && self.is_hidden(version, id)
    }
}
