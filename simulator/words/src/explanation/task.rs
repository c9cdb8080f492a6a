//! Explanations of tasks.

use rulebook::explain::{Achieved, Figure, Operation, Step};
use rulebook::model::Version;
use rulebook::{AnyId, TaskId};

use super::{Around, Line};
use crate::speaker::Speaker;

impl Speaker<'_> {
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
