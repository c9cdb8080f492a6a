//! Whether a condition holds.

use crate::customer::Value;
use crate::ids::{MetricId, SegmentId, TaskId, TierId};
use crate::model::{Bound, Condition, Side};
use crate::number::Number;

/// What a condition asks about a month.
pub trait Facts {
    /// A metric's value in the month.
    fn metric(&self, metric: MetricId) -> Value;
    /// Whether the customer is in a segment.
    fn in_segment(&self, segment: SegmentId) -> bool;
    /// Whether a task is achieved, this month or before.
    fn achieved(&self, task: TaskId) -> bool;
    /// Whether this tier or a higher one is in force.
    fn in_tier(&self, tier: TierId) -> bool;
}

impl Condition {
    /// Whether it holds.
    pub fn holds(&self, facts: &(impl Facts + ?Sized)) -> bool {
        match self {
            Self::Number { metric, bounds } => {
                let value = facts.metric(*metric).number();
                bounds.iter().all(|bound| bound.holds(value))
            }
            Self::Flag { metric, is } => (facts.metric(*metric) == Value::Flag(true)) == *is,
            Self::Segment(segment) => facts.in_segment(*segment),
            Self::Task(task) => facts.achieved(*task),
            Self::Tier(tier) => facts.in_tier(*tier),
            Self::All(all) => all.iter().all(|condition| condition.holds(facts)),
            Self::Any(any) => any.iter().any(|condition| condition.holds(facts)),
            Self::Not(condition) => !condition.holds(facts),
            Self::AtLeast { count, among } => {
                let holding = among.iter().filter(|condition| condition.holds(facts)).count();
                holding >= *count as usize
            }
        }
    }
}

impl Bound {
    /// Whether a value is on its side.
    pub fn holds(self, value: Number) -> bool {
        match self.side {
            Side::AtLeast => value >= self.value,
            Side::Above => value > self.value,
            Side::AtMost => value <= self.value,
            Side::Below => value < self.value,
        }
    }
}
