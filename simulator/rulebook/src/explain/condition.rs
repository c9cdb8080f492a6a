//! Conditions part by part, each with what it asks about beside it.

use super::Teller;
use super::step::{Figure, Operation, Step};
use crate::model::Condition;

impl<'a> Teller<'a> {
    pub(super) fn condition(&mut self, at: usize, condition: &'a Condition) -> Step {
        let facts = self.facts(at);
        let (operation, inputs) = self.deeper(|teller| teller.parts(at, condition));
        let holds = Figure::Holds(condition.holds(&facts));
        Step::new(None, self.month(at), operation, holds).of(inputs)
    }

    fn parts(&mut self, at: usize, condition: &'a Condition) -> (Operation, Vec<Step>) {
        let mut all = |parts: &'a [Condition]| parts.iter().map(|part| self.condition(at, part)).collect();
        match condition {
            Condition::Number { metric, bounds } => {
                let operation = Operation::Bounds { metric: *metric, bounds: bounds.clone() };
                (operation, vec![self.metric(at, *metric)])
            }
            Condition::Flag { metric, is } => {
                (Operation::Flag { metric: *metric, is: *is }, vec![self.metric(at, *metric)])
            }
            Condition::Segment(id) => (Operation::InSegment(*id), vec![self.segment(at, *id)]),
            Condition::Task(id) => (Operation::Achieved(*id, self.achievement(at, *id)), Vec::new()),
            Condition::Tier(asked) => {
                (Operation::InTier { asked: *asked, in_force: self.result(at).tier }, Vec::new())
            }
            Condition::All(parts) => (Operation::All, all(parts)),
            Condition::Any(parts) => (Operation::Any, all(parts)),
            Condition::Not(part) => (Operation::Not, vec![self.condition(at, part)]),
            Condition::AtLeast { count, among } => (Operation::AtLeast(*count), all(among)),
        }
    }
}
