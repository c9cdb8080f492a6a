//! Conditions: who, or whether.

use serde::{Deserialize, Serialize};

use crate::ids::{MetricId, SegmentId, TaskId, TierId};
use crate::number::Number;

/// Who, or whether.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// A number within its bounds, all of which must hold; one or two.
    Number {
        /// The metric; not a flag or a date.
        metric: MetricId,
        /// One or two.
        bounds: Vec<Bound>,
    },
    /// A flag that is as said.
    Flag {
        /// The metric; a flag.
        metric: MetricId,
        /// What it must be.
        is: bool,
    },
    /// In a segment.
    Segment(SegmentId),
    /// A task achieved this month or before.
    Task(TaskId),
    /// This tier or a higher one in force this month.
    Tier(TierId),
    /// All of them; none: holds.
    All(Vec<Condition>),
    /// Any of them; none: does not hold.
    Any(Vec<Condition>),
    /// Not.
    Not(Box<Condition>),
    /// At least so many of them.
    AtLeast {
        /// How many.
        count: u32,
        /// Of which.
        among: Vec<Condition>,
    },
}

/// A side of a condition on a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// Which side, and whether the value itself is in.
    pub side: Side,
    /// The value.
    pub value: Number,
}

/// Which side of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// ≥
    AtLeast,
    /// >
    Above,
    /// ≤
    AtMost,
    /// <
    Below,
}
