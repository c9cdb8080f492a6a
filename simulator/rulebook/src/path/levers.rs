//! What a customer can pull to move a figure: the inputs under a metric or a condition, and which way.

use crate::customer::Value;
use crate::engine::RunInputs;
use crate::ids::{CurrencyId, MetricId, TierId};
use crate::model::{Bound, Condition, EarnRule, Metric, MetricSource, Part, Side, Unit, Version, Yield};

/// How deep metrics and conditions are followed; deeper than any that content can write.
const DEPTH: u32 = 200;
/// How many ways to move one figure are told apart.
const MOST: usize = 256;

/// An input that is moved in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lever {
    /// A number or a flag that the customer enters.
    pub(super) metric: MetricId,
    /// More of it, or `true`; else less, or `false`.
    pub(super) up: bool,
}

/// Levers that are pulled together, because one of them alone moves nothing; sorted.
pub(super) type Stage = Vec<Lever>;

/// Looks for levers under the rules of one version.
#[derive(Clone, Copy)]
pub(super) struct Finder<'a> {
    pub(super) version: &'a Version,
    /// As the customer goes on without a change.
    pub(super) given: &'a RunInputs,
    /// Whether a condition holds anyhow, in every month that matters.
    pub(super) holds: &'a dyn Fn(&Condition) -> bool,
    depth: u32,
    /// Whether this is already about what brings a tier that brings a credit.
    in_tier: bool,
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        version: &'a Version,
        given: &'a RunInputs,
        holds: &'a dyn Fn(&Condition) -> bool,
    ) -> Self {
        Self { version, given, holds, depth: 0, in_tier: false }
    }

    /// This search, in which no condition is taken to hold without being moved.
    pub(super) fn anew(self) -> Self {
        Self { holds: &|_| false, ..self }
    }

    /// Each way to raise (or lower) a metric.
    pub(super) fn of_metric(self, id: MetricId, up: bool) -> Vec<Stage> {
        let Some((metric, deeper)) = self.version.metric(id).zip(self.deeper()) else { return Vec::new() };
        let part = |part: &Part| match part.weight {
            weight if weight.is_zero() => Vec::new(),
            weight => deeper.of_metric(part.metric, up == weight.is_positive()),
        };
        match &metric.source {
            MetricSource::Input(_) => self.of_input(metric, up),
            MetricSource::Sum(parts) => union(parts.iter().map(part)),
            MetricSource::Greatest(parts) if up => union(parts.iter().map(part)),
            MetricSource::Least(parts) if !up => union(parts.iter().map(part)),
            // Every part that can be moved must be; what cannot is left where it is.
            MetricSource::Greatest(parts) | MetricSource::Least(parts) => {
                together(parts.iter().map(part).filter(|stages| !stages.is_empty()))
            }
            MetricSource::Over { metric, .. } => deeper.of_metric(*metric, up),
            MetricSource::Steps { metric, table } => {
                let rises = table.is_sorted_by(|a, b| a.1 <= b.1);
                let falls = table.is_sorted_by(|a, b| a.1 >= b.1);
                let upward = (rises || !falls).then(|| deeper.of_metric(*metric, up));
                let downward = (!rises).then(|| deeper.of_metric(*metric, !up));
                union(upward.into_iter().chain(downward))
            }
            MetricSource::Count(conditions) => {
                union(conditions.iter().map(|condition| deeper.of_condition(condition, up)))
            }
            MetricSource::Earned { currency, .. } | MetricSource::Held(currency) => {
                deeper.of_currency(*currency, up)
            }
            MetricSource::Since(_) => Vec::new(),
        }
    }

    /// Each way to make a condition hold (or not hold); one that pulls nothing where it does anyhow.
    pub(super) fn of_condition(self, condition: &Condition, wanted: bool) -> Vec<Stage> {
        let Some(deeper) = self.deeper() else { return Vec::new() };
        if wanted && (self.holds)(condition) {
            return vec![Vec::new()];
        }
        let each = |conditions: &[Condition], wanted: bool| -> Vec<Vec<Stage>> {
            conditions.iter().map(|condition| deeper.of_condition(condition, wanted)).collect()
        };
        match condition {
            Condition::Number { metric, bounds } => {
                union(bounds.iter().map(|bound| deeper.of_metric(*metric, bound.is_lower() == wanted)))
            }
            Condition::Flag { metric, is } => self.of_metric(*metric, *is == wanted),
            Condition::Segment(id) => {
                let segment = self.version.segment(*id);
                segment.map_or_else(Vec::new, |segment| deeper.of_condition(&segment.when, wanted))
            }
            Condition::Task(id) => {
                let task = self.version.task(*id);
                task.map_or_else(Vec::new, |task| deeper.of_condition(&task.when, wanted))
            }
            Condition::Tier(tier) if wanted => deeper.of_tier(*tier),
            // To have less is no way to less of what a tier brings: a hold may run, and a higher tier wants as much.
            Condition::Tier(_) => Vec::new(),
            Condition::Not(inner) => deeper.of_condition(inner, !wanted),
            Condition::All(parts) if wanted => together(each(parts, true)),
            Condition::Any(parts) if !wanted => together(each(parts, false)),
            Condition::All(parts) | Condition::Any(parts) => union(each(parts, wanted)),
            Condition::AtLeast { count, among } => {
                let count = *count as usize;
                let needed = if wanted { count } else { (among.len() + 1).saturating_sub(count) };
                let each = each(among, wanted);
                let chosen = choices(among.len(), needed, MOST);
                union(chosen.map(|chosen| together(chosen.into_iter().map(|at| each[at].clone()))))
            }
        }
    }

    fn of_input(self, metric: &Metric, up: bool) -> Vec<Stage> {
        let moves = match (metric.unit, self.given.every(metric.id)) {
            (Unit::Date, _) => false,
            (Unit::Flag, value) => (value == Some(Value::Flag(true))) != up,
            (_, value) => up || value.is_some_and(|value| value.number().is_positive()),
        };
        if moves { vec![vec![Lever { metric: metric.id, up }]] } else { Vec::new() }
    }

    /// Each way to a tier, or one above it, that brings a credit. What that tier itself takes of such credits is not
    /// followed any further.
    fn of_tier(self, tier: TierId) -> Vec<Stage> {
        let place = self.version.rung(tier).filter(|_| !self.in_tier);
        let tiers = place.map_or(&[][..], |place| &self.version.ladder[place..]);
        let within = Self { in_tier: true, ..self };
        union(tiers.iter().filter_map(|tier| Some(within.of_condition(tier.qualify.as_ref()?, true))))
    }

    /// Each way to be credited more (or less) of a currency. What takes a tier first is looked at only where nothing else
    /// credits it: a way to a tier is many ways, and what that tier brings is there once it is reached.
    fn of_currency(self, currency: CurrencyId, up: bool) -> Vec<Stage> {
        let direct = Self { in_tier: true, ..self }.of_credits(currency, up);
        if direct.is_empty() && !self.in_tier { self.of_credits(currency, up) } else { direct }
    }

    fn of_credits(self, currency: CurrencyId, up: bool) -> Vec<Stage> {
        let rules = self.version.earn.iter().filter(|rule| rule.currency == currency);
        let rules = rules.map(|rule| self.of_rule(rule, up));
        let tasks = self.version.tasks.iter();
        let tasks = tasks
            .filter(|task| task.rewards.iter().any(|reward| reward.currency == currency))
            .map(|task| self.of_condition(&task.when, up));
        let boosts = |earn| {
            self.version.earn.iter().any(|rule: &EarnRule| rule.id == earn && rule.currency == currency)
        };
        let campaigns = self.version.campaigns.iter().flat_map(|campaign| {
            let audience = || match &campaign.audience {
                Some(audience) => self.of_condition(audience, up),
                None => vec![Vec::new()],
            };
            let boost = campaign.boosts.iter().any(|boost| boosts(boost.earn)).then(audience);
            let gifts = campaign.gifts.iter().filter(|gift| gift.credit.currency == currency);
            let gifts = gifts.map(move |gift| match &gift.when {
                Some(when) => together([audience(), self.of_condition(when, up)]),
                None => audience(),
            });
            boost.into_iter().chain(gifts).collect::<Vec<_>>()
        });
        let all = union(rules.chain(tasks).chain(campaigns));
        all.into_iter().filter(|stage| !stage.is_empty()).collect()
    }

    fn of_rule(self, rule: &EarnRule, up: bool) -> Vec<Stage> {
        let when = rule.when.as_ref().map(|when| self.of_condition(when, up));
        let more = match rule.yields {
            Yield::Gives { of, .. } | Yield::Rate { of, .. } | Yield::Bands { of, .. } => {
                self.of_metric(of, up)
            }
            Yield::Fixed(_) => Vec::new(),
        };
        match when {
            None => more,
            // To meet the condition may be enough, where there is already what it asks about.
            Some(when) if up => union([when.clone(), together([when, more])]),
            Some(when) => union([when, more]),
        }
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < DEPTH).then_some(Self { depth: self.depth + 1, ..self })
    }
}

impl Bound {
    /// Whether more is on its side.
    pub(super) fn is_lower(self) -> bool {
        matches!(self.side, Side::AtLeast | Side::Above)
    }
}

/// Any of them.
fn union(alternatives: impl IntoIterator<Item = Vec<Stage>>) -> Vec<Stage> {
    let mut all: Vec<Stage> = Vec::new();
    for stage in alternatives.into_iter().flatten() {
        if all.len() < MOST && !all.contains(&stage) {
            all.push(stage);
        }
    }
    all
}

/// One of each, together.
fn together(parts: impl IntoIterator<Item = Vec<Stage>>) -> Vec<Stage> {
    parts.into_iter().fold(vec![Vec::new()], |before, stages| {
        union(before.iter().map(|stage| stages.iter().map(|more| merged(stage, more)).collect()))
    })
}

fn merged(a: &[Lever], b: &[Lever]) -> Stage {
    let mut stage: Stage = a.iter().chain(b).copied().collect();
    stage.sort_unstable();
    stage.dedup();
    stage
}

/// Every choice of `count` of `of` places, in alphabetical order, up to so many.
pub(super) fn choices(of: usize, count: usize, most: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut next = (count <= of).then(|| (0..count).collect::<Vec<_>>());
    std::iter::from_fn(move || {
        let now = next.take()?;
        // The last place that can still move on moves, and those after it follow closely.
        next = (0..count).rev().find(|&at| now[at] < of - count + at).map(|at| {
            let mut then = now.clone();
            (at..count).for_each(|place| then[place] = now[at] + 1 + place - at);
            then
        });
        Some(now)
    })
    .take(most)
}
