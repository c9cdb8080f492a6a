//! What a rule needs: the metrics, segments and tasks that it names, and the credits of which currency.

use crate::ids::{AnyId, CurrencyId};
use crate::model::{Condition, Metric, MetricSource, Part, Version, Yield};

/// Something that a rule needs.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// Another rule.
    Rule(AnyId),
    /// What of a currency is earned or held.
    Credits(CurrencyId),
}

/// Tells what a member of a version needs directly.
pub(crate) struct Needs<'a, F> {
    pub(crate) version: &'a Version,
    /// Whether to tell what is needed of the months before, too.
    pub(crate) lagging: bool,
    /// Takes each need; the same one perhaps more than once.
    pub(crate) found: F,
}

/// Everything of a version that credits: what a metric of earnings needs.
pub(crate) fn crediting(version: &Version) -> impl Iterator<Item = AnyId> {
    let earn = version.earn.iter().map(|rule| AnyId::Earn(rule.id));
    let campaigns = version.campaigns.iter().map(|campaign| AnyId::Campaign(campaign.id));
    let tasks = version.tasks.iter().filter(|task| !task.rewards.is_empty()).map(|task| AnyId::Task(task.id));
    earn.chain(campaigns).chain(tasks)
}

impl<F: FnMut(Need)> Needs<'_, F> {
    pub(crate) fn of(&mut self, member: AnyId) {
        let version = self.version;
        match member {
            AnyId::Metric(id) => version.metric(id).into_iter().for_each(|metric| self.of_metric(metric)),
            AnyId::Segment(id) => {
                version.segment(id).into_iter().for_each(|segment| self.of_condition(&segment.when));
            }
            AnyId::Task(id) => version.task(id).into_iter().for_each(|task| self.of_condition(&task.when)),
            AnyId::Earn(id) => {
                let Some(rule) = version.earn_rule(id) else { return };
                match &rule.yields {
                    Yield::Gives { of, .. } | Yield::Rate { of, .. } | Yield::Bands { of, .. } => {
                        self.rule(AnyId::Metric(*of));
                    }
                    Yield::Fixed(_) => {}
                }
                rule.when.iter().for_each(|when| self.of_condition(when));
            }
            AnyId::Campaign(id) => {
                let Some(campaign) = version.campaign(id) else { return };
                campaign.audience.iter().for_each(|audience| self.of_condition(audience));
                let gifts = campaign.gifts.iter().filter_map(|gift| gift.when.as_ref());
                gifts.for_each(|when| self.of_condition(when));
            }
            // Nothing is evaluated of them that other rules could wait for.
            AnyId::Currency(_) | AnyId::Tier(_) | AnyId::Benefit(_) | AnyId::Pool(_) | AnyId::Reward(_) => {}
        }
    }

    pub(crate) fn of_condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Number { metric, .. } | Condition::Flag { metric, .. } => {
                self.rule(AnyId::Metric(*metric));
            }
            Condition::Segment(segment) => self.rule(AnyId::Segment(*segment)),
            Condition::Task(task) => self.rule(AnyId::Task(*task)),
            Condition::Tier(_) => {}
            Condition::Not(inner) => self.of_condition(inner),
            Condition::All(inner) | Condition::Any(inner) | Condition::AtLeast { among: inner, .. } => {
                inner.iter().for_each(|condition| self.of_condition(condition));
            }
        }
    }

    fn of_metric(&mut self, metric: &Metric) {
        match &metric.source {
            MetricSource::Input(_) => {}
            MetricSource::Sum(parts) | MetricSource::Greatest(parts) | MetricSource::Least(parts) => {
                parts.iter().for_each(|Part { metric, .. }| self.rule(AnyId::Metric(*metric)));
            }
            MetricSource::Over { metric, window, .. } => {
                if self.lagging || !window.lags() {
                    self.rule(AnyId::Metric(*metric));
                }
            }
            MetricSource::Steps { metric, .. } | MetricSource::Since(metric) => {
                self.rule(AnyId::Metric(*metric));
            }
            MetricSource::Count(conditions) => {
                conditions.iter().for_each(|condition| self.of_condition(condition));
            }
            MetricSource::Earned { currency, window } => {
                if self.lagging || !window.lags() {
                    (self.found)(Need::Credits(*currency));
                }
            }
            MetricSource::Held(currency) => (self.found)(Need::Credits(*currency)),
        }
    }

    fn rule(&mut self, member: AnyId) {
        (self.found)(Need::Rule(member));
    }
}
