//! The invariants of [`Rules`], checked for a rule book that comes from outside.

use crate::ids::{Id, IdTable};
use crate::model::{ByTier, Cap, Condition, Metric, MetricSource, Part, Rules, Unit, Version, Window, Yield};

/// The longest window, lag, hold, delay or streak, in months.
const LONGEST: u32 = 120;
/// The longest time to expiry, in months.
const LONGEST_EXPIRY: u32 = 1200;

/// What is wrong with the rules, if anything.
pub(crate) fn validate(rules: &Rules) -> Result<(), &'static str> {
    let ids = &rules.ids;
    let sorted = [
        ids.metrics.is_sorted(),
        ids.currencies.is_sorted(),
        ids.tiers.is_sorted(),
        ids.segments.is_sorted(),
        ids.tasks.is_sorted(),
        ids.earn.is_sorted(),
        ids.campaigns.is_sorted(),
        ids.benefits.is_sorted(),
        ids.pools.is_sorted(),
        ids.rewards.is_sorted(),
    ];
    ensure(sorted.into_iter().all(|sorted| sorted), "ids out of order")?;
    ensure(!rules.versions.is_empty(), "no version")?;
    ensure(rules.versions.is_sorted_by(|a, b| a.from < b.from), "versions out of order")?;
    rules.versions.iter().try_for_each(|version| Checker { rules, version }.version())
}

fn ensure(holds: bool, what: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(what) }
}

struct Checker<'a> {
    rules: &'a Rules,
    version: &'a Version,
}

impl Checker<'_> {
    fn version(&self) -> Result<(), &'static str> {
        let version = self.version;
        Self::listed(&self.rules.ids.metrics, version.metrics.iter().map(|metric| metric.id))?;
        Self::listed(&self.rules.ids.currencies, version.currencies.iter().map(|currency| currency.id))?;
        Self::listed(&self.rules.ids.segments, version.segments.iter().map(|segment| segment.id))?;
        Self::listed(&self.rules.ids.tasks, version.tasks.iter().map(|task| task.id))?;
        Self::listed(&self.rules.ids.earn, version.earn.iter().map(|rule| rule.id))?;
        Self::listed(&self.rules.ids.campaigns, version.campaigns.iter().map(|campaign| campaign.id))?;
        Self::listed(&self.rules.ids.tiers, version.ladder.iter().map(|tier| tier.id))?;
        Self::listed(&self.rules.ids.benefits, version.benefits.iter().map(|benefit| benefit.id))?;
        Self::listed(&self.rules.ids.pools, version.pools.iter().map(|pool| pool.id))?;
        Self::listed(&self.rules.ids.rewards, version.rewards.iter().map(|reward| reward.id))?;
        ensure(version.campaigns.is_sorted_by(|a, b| a.id < b.id), "campaigns out of order")?;
        self.ladder()?;
        version.metrics.iter().try_for_each(|metric| self.metric(metric))?;
        version.segments.iter().try_for_each(|segment| self.condition(&segment.when))?;
        self.earning()?;
        self.entitlements()
    }

    fn ladder(&self) -> Result<(), &'static str> {
        let ladder = &self.version.ladder;
        ensure(!ladder.is_empty(), "no tier")?;
        ensure(ladder.is_sorted_by(|a, b| a.rank < b.rank), "ranks out of order")?;
        ensure(ladder[0].qualify.is_none(), "a base tier to qualify for")?;
        ensure(ladder[1..].iter().all(|tier| tier.qualify.is_some()), "a tier without qualification")?;
        for tier in ladder {
            tier.qualify.iter().chain(&tier.keep).try_for_each(|condition| self.condition(condition))?;
            if let crate::model::Hold::Months(months) = tier.hold {
                ensure(months <= LONGEST, "a hold that is too long")?;
            }
        }
        Ok(())
    }

    fn metric(&self, metric: &Metric) -> Result<(), &'static str> {
        if let Unit::Currency(currency) = metric.unit {
            known(&self.rules.ids.currencies, currency)?;
        }
        match &metric.source {
            MetricSource::Input(_) => Ok(()),
            MetricSource::Sum(parts) | MetricSource::Greatest(parts) | MetricSource::Least(parts) => {
                parts.iter().try_for_each(|Part { metric, .. }| known(&self.rules.ids.metrics, *metric))
            }
            MetricSource::Over { metric, window, .. } => {
                known(&self.rules.ids.metrics, *metric)?;
                window_fits(*window)
            }
            MetricSource::Steps { metric, table } => {
                ensure(table.is_sorted_by(|a, b| a.0 < b.0), "steps out of order")?;
                known(&self.rules.ids.metrics, *metric)
            }
            MetricSource::Since(metric) => known(&self.rules.ids.metrics, *metric),
            MetricSource::Count(conditions) => {
                conditions.iter().try_for_each(|condition| self.condition(condition))
            }
            MetricSource::Earned { currency, window } => {
                known(&self.rules.ids.currencies, *currency)?;
                window_fits(*window)
            }
            MetricSource::Held(currency) => known(&self.rules.ids.currencies, *currency),
        }
    }

    fn earning(&self) -> Result<(), &'static str> {
        let (ids, version) = (&self.rules.ids, self.version);
        for currency in &version.currencies {
            ensure(currency.decimals <= 6, "a currency of too many decimals")?;
            ensure(
                currency.expire.is_none_or(|expire| expire.months <= LONGEST_EXPIRY),
                "an expiry too far away",
            )?;
        }
        for rule in &version.earn {
            known(&ids.currencies, rule.currency)?;
            match &rule.yields {
                Yield::Gives { of, every, .. } => {
                    ensure(every.is_positive(), "a rule for every nothing")?;
                    known(&ids.metrics, *of)?;
                }
                Yield::Rate { of, .. } => known(&ids.metrics, *of)?,
                Yield::Bands { of, bands, .. } => {
                    ensure(bands.is_sorted_by(|a, b| a.from < b.from), "bands out of order")?;
                    known(&ids.metrics, *of)?;
                }
                Yield::Fixed(_) => {}
            }
            ensure(rule.delay <= LONGEST, "a delay that is too long")?;
            self.by_tier(&rule.times)?;
            rule.cap.iter().try_for_each(|Cap { amount, .. }| self.by_tier(amount))?;
            rule.when.iter().try_for_each(|when| self.condition(when))?;
        }
        for task in &version.tasks {
            self.condition(&task.when)?;
            task.rewards.iter().try_for_each(|reward| known(&ids.currencies, reward.currency))?;
        }
        for campaign in &version.campaigns {
            campaign.audience.iter().try_for_each(|audience| self.condition(audience))?;
            for boost in &campaign.boosts {
                known(&ids.earn, boost.earn)?;
                boost.cap.iter().try_for_each(|Cap { amount, .. }| self.by_tier(amount))?;
            }
            for gift in &campaign.gifts {
                gift.when.iter().try_for_each(|when| self.condition(when))?;
                known(&ids.currencies, gift.credit.currency)?;
            }
        }
        Ok(())
    }

    fn entitlements(&self) -> Result<(), &'static str> {
        let (ids, version) = (&self.rules.ids, self.version);
        for benefit in &version.benefits {
            benefit.when.iter().try_for_each(|when| self.condition(when))?;
            benefit.pool.iter().try_for_each(|&pool| known(&ids.pools, pool))?;
            benefit.grants.iter().try_for_each(|grants| self.by_tier(grants))?;
        }
        version.pools.iter().try_for_each(|pool| self.by_tier(&pool.pick))?;
        for reward in &version.rewards {
            known(&ids.currencies, reward.currency)?;
            self.by_tier(&reward.prices)?;
        }
        if let Some(household) = &version.household {
            household.pool.iter().try_for_each(|&metric| known(&ids.metrics, metric))?;
        }
        Ok(())
    }

    fn condition(&self, condition: &Condition) -> Result<(), &'static str> {
        let ids = &self.rules.ids;
        match condition {
            Condition::Number { metric, .. } | Condition::Flag { metric, .. } => known(&ids.metrics, *metric),
            Condition::Segment(segment) => known(&ids.segments, *segment),
            Condition::Task(task) => known(&ids.tasks, *task),
            Condition::Tier(tier) => known(&ids.tiers, *tier),
            Condition::Not(inner) => self.condition(inner),
            Condition::All(inner) | Condition::Any(inner) | Condition::AtLeast { among: inner, .. } => {
                inner.iter().try_for_each(|condition| self.condition(condition))
            }
        }
    }

    fn by_tier<T>(&self, by_tier: &ByTier<T>) -> Result<(), &'static str> {
        ensure(by_tier.0.len() == self.version.ladder.len(), "a table that does not fit the ladder")
    }

    /// All ids are in their table, none twice.
    fn listed<K>(table: &IdTable<K>, ids: impl Iterator<Item = Id<K>>) -> Result<(), &'static str> {
        let mut seen = vec![false; table.len()];
        for id in ids {
            known(table, id)?;
            ensure(!std::mem::replace(&mut seen[id.index()], true), "an id that stands twice")?;
        }
        Ok(())
    }
}

fn known<K>(table: &IdTable<K>, id: Id<K>) -> Result<(), &'static str> {
    ensure(id.index() < table.len(), "an id that is not in its table")
}

fn window_fits(window: Window) -> Result<(), &'static str> {
    let (count, lag) = match window {
        Window::Months { count, lag } => (count, lag),
        Window::Period { lag, .. } => (1, lag),
    };
    ensure((1..=LONGEST).contains(&count) && lag <= LONGEST, "a window that is too long")
}
