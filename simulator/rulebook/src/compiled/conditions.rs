//! Conditions, one behind the other in one list.

use crate::customer::Value;
use crate::ids::{MetricId, SegmentId, TaskId};
use crate::model::{Bound, Condition, Side, Version};
use crate::number::Number;

/// What conditions ask about a month.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// By metric.
    pub(crate) values: &'a [Value],
    /// By segment.
    pub(crate) segments: &'a [bool],
    /// By task: whether it is achieved, in this month or before.
    pub(crate) achieved: &'a [bool],
    /// The rung of the tier in force.
    pub(crate) rung: usize,
}

/// All conditions of a version. What stands inside a condition follows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Conditions(Vec<Node>);

/// Where a condition starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Test(usize);

#[derive(Clone, Copy, Debug, PartialEq)]
struct Node {
    asks: Asks,
    /// Where what stands inside it ends.
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Asks {
    /// All bounds of a number, both ends inclusive.
    Within {
        metric: MetricId,
        low: Number,
        high: Number,
    },
    Flag {
        metric: MetricId,
        is: bool,
    },
    Segment(SegmentId),
    Task(TaskId),
    /// The tier of this place or a higher one.
    From(usize),
    /// A tier that the version lacks.
    Never,
    All,
    Any,
    Not,
    AtLeast(usize),
}

impl Conditions {
    pub(super) fn add(&mut self, condition: &Condition, version: &Version) -> Test {
        let at = self.0.len();
        let (asks, inner) = match condition {
            Condition::Number { metric, bounds } => (within(*metric, bounds), &[][..]),
            Condition::Flag { metric, is } => (Asks::Flag { metric: *metric, is: *is }, &[][..]),
            Condition::Segment(segment) => (Asks::Segment(*segment), &[][..]),
            Condition::Task(task) => (Asks::Task(*task), &[][..]),
            Condition::Tier(tier) => (version.rung(*tier).map_or(Asks::Never, Asks::From), &[][..]),
            Condition::All(inner) => (Asks::All, &inner[..]),
            Condition::Any(inner) => (Asks::Any, &inner[..]),
            Condition::Not(inner) => (Asks::Not, std::slice::from_ref(&**inner)),
            Condition::AtLeast { count, among } => (Asks::AtLeast(*count as usize), &among[..]),
        };
        self.0.push(Node { asks, end: at });
        inner.iter().for_each(|condition| {
            self.add(condition, version);
        });
        self.0[at].end = self.0.len();
        Test(at)
    }

    /// How many there are, with all that stands inside others.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a condition holds.
    pub(crate) fn hold(&self, Test(at): Test, known: Known<'_>) -> bool {
        let Node { asks, end } = self.0[at];
        let mut inner = Inner { conditions: self, at: at + 1, end };
        match asks {
            Asks::Within { metric, low, high } => {
                let value = known.values[metric.index()].number();
                low <= value && value <= high
            }
            Asks::Flag { metric, is } => (known.values[metric.index()] == Value::Flag(true)) == is,
            Asks::Segment(segment) => known.segments[segment.index()],
            Asks::Task(task) => known.achieved[task.index()],
            Asks::From(rung) => known.rung >= rung,
            Asks::Never => false,
            Asks::All => inner.all(|test| self.hold(test, known)),
            Asks::Any => inner.any(|test| self.hold(test, known)),
            Asks::Not => !inner.any(|test| self.hold(test, known)),
            Asks::AtLeast(count) => inner.filter(|&test| self.hold(test, known)).take(count).count() == count,
        }
    }
}

fn within(metric: MetricId, bounds: &[Bound]) -> Asks {
    let (mut low, mut high) = (Number::MAX.negative(), Number::MAX);
    for Bound { side, value } in bounds {
        match side {
            Side::AtLeast => low = low.max(*value),
            Side::Above => low = low.max(value.just_above()),
            Side::AtMost => high = high.min(*value),
            Side::Below => high = high.min(value.just_below()),
        }
    }
    Asks::Within { metric, low, high }
}

/// The conditions that stand directly inside one.
struct Inner<'a> {
    conditions: &'a Conditions,
    at: usize,
    end: usize,
}

impl Iterator for Inner<'_> {
    type Item = Test;

    fn next(&mut self) -> Option<Test> {
        let test = (self.at < self.end).then_some(Test(self.at))?;
        self.at = self.conditions.0[self.at].end;
        Some(test)
    }
}
