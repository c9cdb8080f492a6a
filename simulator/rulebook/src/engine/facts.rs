//! A month as conditions see it.

use super::State;
use crate::condition::Facts;
use crate::customer::Value;
use crate::ids::{MetricId, SegmentId, TaskId, TierId};
use crate::model::{Tier, Version};

/// The month that a state has last come to, under its version.
pub(super) struct MonthFacts<'a> {
    pub(super) state: &'a State,
    pub(super) version: &'a Version,
    /// The place of the tier in force.
    pub(super) place: Option<usize>,
}

impl Facts for MonthFacts<'_> {
    fn metric(&self, metric: MetricId) -> Value {
        self.state.values[metric.index()]
    }

    fn in_segment(&self, segment: SegmentId) -> bool {
        self.state.segments[segment.index()]
    }

    fn achieved(&self, task: TaskId) -> bool {
        self.state.tasks.is_achieved(task)
    }

    fn in_tier(&self, tier: TierId) -> bool {
        match (self.version.place(tier), self.place) {
            (Some(asked), Some(in_force)) => in_force >= asked,
            _ => false,
        }
    }
}

impl Version {
    /// The place of the highest tier whose `qualify` holds; the base tier's always does.
    pub fn qualified(&self, facts: &impl Facts) -> usize {
        let qualifies = |tier: &Tier| tier.qualify.as_ref().is_none_or(|qualify| qualify.holds(facts));
        self.ladder.iter().rposition(qualifies).unwrap_or(0)
    }
}
