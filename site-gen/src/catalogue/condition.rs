//! Conditions, their names resolved.

use std::sync::Arc;

use rulebook::model::{self, Bound, Side, Unit};

use super::scope::{Lowered, Reported, Scope};
use crate::content::condition::{Asks, Condition};
use crate::content::record::Field;
use crate::content::value::Spanned;
use crate::diagnostics::{Location, Message};

impl Scope<'_> {
    /// Resolves a condition. All of its parts are looked at, so that all that is wrong is reported.
    pub(crate) fn condition(&mut self, condition: &Condition, file: &Arc<str>) -> Lowered<model::Condition> {
        let ids = self.ids;
        Ok(match &condition.asks {
            Asks::Number { metric, bounds } => {
                let metric = self.number_metric(metric, file)?;
                if cannot_hold(bounds) {
                    let at = Location { file: Arc::clone(file), span: condition.span };
                    self.report(at, Message::NeverHolds {});
                }
                model::Condition::Number { metric, bounds: bounds.clone() }
            }
            Asks::Flag { metric, is } => {
                let id = self.id(metric, file, &ids.metrics)?;
                if self.unit(&metric.value.0).is_some_and(|unit| unit != Unit::Flag) {
                    let at = Location { file: Arc::clone(file), span: metric.span };
                    self.report(at, Message::NotAFlag { metric: metric.value.0.clone() });
                    return Err(Reported);
                }
                model::Condition::Flag { metric: id, is: *is }
            }
            Asks::Segment(segment) => model::Condition::Segment(self.id(segment, file, &ids.segments)?),
            Asks::Task(task) => model::Condition::Task(self.id(task, file, &ids.tasks)?),
            Asks::Tier(tier) => model::Condition::Tier(self.id(tier, file, &ids.tiers)?),
            Asks::All(all) => model::Condition::All(self.conditions(all, file)?),
            Asks::Any(any) => model::Condition::Any(self.conditions(any, file)?),
            Asks::Not(condition) => model::Condition::Not(Box::new(self.condition(condition, file)?)),
            Asks::AtLeast(count, among) => {
                model::Condition::AtLeast { count: *count, among: self.conditions(among, file)? }
            }
        })
    }

    /// Resolves several.
    pub(crate) fn conditions(
        &mut self,
        conditions: &[Spanned<Condition>],
        file: &Arc<str>,
    ) -> Lowered<Vec<model::Condition>> {
        let resolved: Vec<_> =
            conditions.iter().map(|condition| self.condition(&condition.value, file)).collect();
        resolved.into_iter().collect()
    }

    /// Resolves one that may be absent.
    pub(crate) fn optional(
        &mut self,
        condition: &Field<Condition>,
        file: &Arc<str>,
    ) -> Lowered<Option<model::Condition>> {
        condition.get().map(|condition| self.condition(condition, file)).transpose()
    }
}

/// Whether no number is within the bounds.
fn cannot_hold(bounds: &[Bound]) -> bool {
    let lower = |bound: &&Bound| matches!(bound.side, Side::AtLeast | Side::Above);
    let strict = |bound: &Bound| matches!(bound.side, Side::Above | Side::Below);
    let pairs = bounds
        .iter()
        .filter(lower)
        .flat_map(|low| bounds.iter().filter(|bound| !lower(bound)).map(move |high| (low, high)));
    let mut pairs = pairs;
    pairs.any(|(low, high)| {
        low.value > high.value || (low.value == high.value && (strict(low) || strict(high)))
    })
}
