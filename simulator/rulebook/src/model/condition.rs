//! Conditions: who, or whether.

use std::cell::Cell;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::{MetricId, SegmentId, TaskId, TierId};
use crate::number::Number;

/// Who, or whether.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
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

/// So deep conditions nest; the outermost is 1 deep.
pub const DEEPEST_CONDITION: usize = 64;

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

thread_local! {
    /// How many conditions are being read, each inside the one before: a binary form may have no limit of its
    /// own, and one that never ends would exhaust the stack before anything could be checked.
    static OPEN: Cell<usize> = const { Cell::new(0) };
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let depth = OPEN.get() + 1;
        if depth > DEEPEST_CONDITION {
            return Err(serde::de::Error::custom("conditions nest too deep"));
        }
        OPEN.set(depth);
        let condition = Self::deserialize(deserializer);
        OPEN.set(depth - 1);
        condition
    }
}

/// A side of a condition on a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// Which side, and whether the value itself is in.
    pub side: Side,
    /// The value.
    pub value: Number,
}

impl Side {
    /// The side that everything is on which is not on this one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::AtLeast => Self::Below,
            Self::Above => Self::AtMost,
            Self::AtMost => Self::Above,
            Self::Below => Self::AtLeast,
        }
    }
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
