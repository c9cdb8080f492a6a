//! Metrics, segments and tasks as steps of an evaluation.

use super::{Compiler, ForTiers, Test};
use crate::calendar::Period;
use crate::ids::{AnyId, CurrencyId, MetricId, SegmentId, TaskId};
use crate::model::{MetricSource, Part, Take, Task, Unit, Window};
use crate::number::Number;
use crate::order;

/// Something to evaluate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Metric { id: MetricId, source: Source },
    Segment { id: SegmentId, when: Test },
    Task { id: TaskId, when: Test, streak: u32, repeat: Option<Period> },
}

/// Where a metric's values come from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    /// An input that is a flag.
    Flag,
    /// One that is a date.
    Date,
    /// One that is a number, and whether the members' are added.
    Number {
        pooled: bool,
    },
    Sum(Vec<Part>),
    Greatest(Vec<Part>),
    Least(Vec<Part>),
    Over {
        metric: MetricId,
        slot: usize,
        window: Window,
        skip_missing: bool,
        take: Take,
    },
    Steps {
        metric: MetricId,
        table: Vec<(Number, Number)>,
    },
    Count(Vec<Test>),
    Earned {
        currency: CurrencyId,
        slot: usize,
        window: Window,
    },
    Held(CurrencyId),
    Since(MetricId),
}

impl Compiler<'_> {
    pub(super) fn step(&mut self, step: order::Step) -> ForTiers<Step> {
        let version = self.version;
        let (what, member) = match step {
            order::Step::Input(at) | order::Step::Metric(at) => {
                let metric = &version.metrics[at];
                let source = self.source(metric.id, metric.unit, &metric.source);
                (Step::Metric { id: metric.id, source }, AnyId::Metric(metric.id))
            }
            order::Step::Segment(at) => {
                let segment = &version.segments[at];
                let when = self.test(&segment.when);
                (Step::Segment { id: segment.id, when }, AnyId::Segment(segment.id))
            }
            order::Step::Task(at) => {
                let Task { id, when, streak, repeat, .. } = &version.tasks[at];
                let when = self.test(when);
                (Step::Task { id: *id, when, streak: *streak, repeat: *repeat }, AnyId::Task(*id))
            }
        };
        ForTiers { what, for_tiers: self.needs.rule(member) }
    }

    fn source(&mut self, id: MetricId, unit: Unit, source: &MetricSource) -> Source {
        match source {
            MetricSource::Input(_) => match unit {
                Unit::Flag => Source::Flag,
                Unit::Date => Source::Date,
                Unit::Money | Unit::Count | Unit::Months | Unit::Years | Unit::Currency(_) => {
                    Source::Number { pooled: self.pooled.contains(&id) }
                }
            },
            MetricSource::Sum(parts) => Source::Sum(parts.clone()),
            MetricSource::Greatest(parts) => Source::Greatest(parts.clone()),
            MetricSource::Least(parts) => Source::Least(parts.clone()),
            MetricSource::Over { metric, window, skip_missing, take } => Source::Over {
                metric: *metric,
                slot: self.slots.of_metric(*metric).expect("each metric that a window looks at has a slot"),
                window: *window,
                skip_missing: *skip_missing,
                take: *take,
            },
            MetricSource::Steps { metric, table } => Source::Steps { metric: *metric, table: table.clone() },
            MetricSource::Count(conditions) => {
                Source::Count(conditions.iter().map(|condition| self.test(condition)).collect())
            }
            MetricSource::Earned { currency, window } => Source::Earned {
                currency: *currency,
                slot: self
                    .slots
                    .of_currency(*currency)
                    .expect("each currency that a window looks at has one"),
                window: *window,
            },
            MetricSource::Held(currency) => Source::Held(*currency),
            MetricSource::Since(metric) => Source::Since(*metric),
        }
    }
}
