//! A month as conditions see it from outside.

use super::State;
use crate::compiled::Version;
use crate::condition::Facts;
use crate::customer::Value;
use crate::ids::{MetricId, SegmentId, TaskId, TierId};

/// The month that a state has last come to, under its version.
pub(super) struct MonthFacts<'a> {
    pub(super) state: &'a State,
    pub(super) version: &'a Version,
}

impl Facts for MonthFacts<'_> {
    fn metric(&self, metric: MetricId) -> Value {
        self.state.values[metric.index()]
    }

    fn in_segment(&self, segment: SegmentId) -> bool {
        self.state.segments[segment.index()]
    }

    fn achieved(&self, task: TaskId) -> bool {
        self.state.tasks.achieved()[task.index()]
    }

    fn in_tier(&self, tier: TierId) -> bool {
        self.version.rungs[tier.index()].is_some_and(|asked| self.state.rung >= asked)
    }
}
