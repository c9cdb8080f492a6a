//! The invariants of [`Rules`], checked for a rule book that comes from outside: all that the engine rests on, so that
//! whatever passes is evaluated without a panic, and in bounded time and room.

use crate::ids::{Id, IdTable, Kind, MetricId};
use crate::model::{
    Band, Benefit, ByTier, Campaign, Cap, CapPeriod, Condition, Credit, Currency, DEEPEST_CONDITION,
    EarnRule, Extent, Grant, Hold, Metric, MetricSource, Part, Reward, Rules, Task, Unit, Version, Window,
    Yield,
};
use crate::number::Number;

/// The longest window, lag, hold, delay or streak, in months.
const LONGEST: u32 = 120;
/// The longest time to expiry, in months.
const LONGEST_EXPIRY: u32 = 1200;
/// The most ids of a kind.
const MOST_IDS: usize = 10_000;
/// The most tiers: much is kept for each of them.
const MOST_TIERS: usize = 250;
/// The most versions.
const MOST_VERSIONS: usize = 1_000;

type Checked = Result<(), &'static str>;

/// What is wrong with the rules, if anything.
pub(crate) fn validate(rules: &Rules) -> Checked {
    let Rules { currency, year_starts: _, ids, versions } = rules;
    let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    ensure(is_code, "money that has no code")?;
    table(&ids.metrics)?;
    table(&ids.currencies)?;
    table(&ids.tiers)?;
    table(&ids.segments)?;
    table(&ids.tasks)?;
    table(&ids.earn)?;
    table(&ids.campaigns)?;
    table(&ids.benefits)?;
    table(&ids.pools)?;
    table(&ids.rewards)?;
    ensure(ids.tiers.len() <= MOST_TIERS, "too many tiers")?;
    ensure(!versions.is_empty(), "no version")?;
    ensure(versions.len() <= MOST_VERSIONS, "too many versions")?;
    ensure(versions.is_sorted_by(|a, b| a.from < b.from), "versions out of order")?;
    versions.iter().try_for_each(|version| Checker::new(rules, version)?.version())
}

fn ensure(holds: bool, what: &'static str) -> Checked {
    if holds { Ok(()) } else { Err(what) }
}

fn table<K: Kind>(table: &IdTable<K>) -> Checked {
    ensure(table.is_sorted(), "ids out of order")?;
    ensure(table.len() <= MOST_IDS, "too many ids of a kind")
}

struct Checker<'a> {
    rules: &'a Rules,
    version: &'a Version,
    /// By metric; none where the version lacks it.
    units: Vec<Option<Unit>>,
}

/// What a metric must be where it stands. One that the version lacks counts as 0 and may stand anywhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Flag,
    Date,
}

impl Unit {
    fn sort(self) -> Sort {
        match self {
            Self::Flag => Sort::Flag,
            Self::Date => Sort::Date,
            Self::Money | Self::Count | Self::Months | Self::Years | Self::Currency(_) => Sort::Number,
        }
    }
}

impl<'a> Checker<'a> {
    fn new(rules: &'a Rules, version: &'a Version) -> Result<Self, &'static str> {
        listed(&rules.ids.metrics, version.metrics.iter().map(|metric| metric.id))?;
        let mut units = vec![None; rules.ids.metrics.len()];
        version.metrics.iter().for_each(|metric| units[metric.id.index()] = Some(metric.unit));
        Ok(Self { rules, version, units })
    }

    fn version(&self) -> Checked {
        let (ids, version) = (&self.rules.ids, self.version);
        let Version {
            from: _,
            review: _,
            household,
            metrics,
            currencies,
            segments,
            tasks,
            earn,
            campaigns,
            ladder,
            benefits,
            pools,
            rewards,
        } = version;
        listed(&ids.currencies, currencies.iter().map(|currency| currency.id))?;
        listed(&ids.segments, segments.iter().map(|segment| segment.id))?;
        listed(&ids.tasks, tasks.iter().map(|task| task.id))?;
        listed(&ids.earn, earn.iter().map(|rule| rule.id))?;
        listed(&ids.campaigns, campaigns.iter().map(|campaign| campaign.id))?;
        listed(&ids.tiers, ladder.iter().map(|tier| tier.id))?;
        listed(&ids.benefits, benefits.iter().map(|benefit| benefit.id))?;
        listed(&ids.pools, pools.iter().map(|pool| pool.id))?;
        listed(&ids.rewards, rewards.iter().map(|reward| reward.id))?;
        ensure(campaigns.is_sorted_by(|a, b| a.id < b.id), "campaigns out of order")?;
        self.ladder()?;
        metrics.iter().try_for_each(|metric| self.metric(metric))?;
        currencies.iter().try_for_each(currency)?;
        segments.iter().try_for_each(|segment| self.condition(&segment.when))?;
        tasks.iter().try_for_each(|task| self.task(task))?;
        earn.iter().try_for_each(|rule| self.earn_rule(rule))?;
        campaigns.iter().try_for_each(|campaign| self.campaign(campaign))?;
        benefits.iter().try_for_each(|benefit| self.benefit(benefit))?;
        pools.iter().try_for_each(|pool| self.by_tier(&pool.pick, |_| Ok(())))?;
        rewards.iter().try_for_each(|reward| self.reward(reward))?;
        let pooled = household.iter().flat_map(|household| &household.pool);
        pooled.copied().try_for_each(|metric| self.is(metric, Sort::Number))
    }

    fn ladder(&self) -> Checked {
        let ladder = &self.version.ladder;
        let (base, others) = ladder.split_first().ok_or("no tier")?;
        ensure(ladder.is_sorted_by(|a, b| a.rank < b.rank), "ranks out of order")?;
        ensure(base.qualify.is_none(), "a base tier to qualify for")?;
        ensure(others.iter().all(|tier| tier.qualify.is_some()), "a tier without qualification")?;
        for tier in ladder {
            self.conditions(tier.qualify.iter().chain(&tier.keep))?;
            if let Hold::Months(months) = tier.hold {
                ensure(months <= LONGEST, "a hold that is too long")?;
            }
        }
        Ok(())
    }

    fn metric(&self, metric: &Metric) -> Checked {
        if let Unit::Currency(currency) = metric.unit {
            known(&self.rules.ids.currencies, currency)?;
        }
        ensure(metric.step.is_none_or(Number::is_positive), "a metric of no step")?;
        metric.effort.into_iter().try_for_each(not_negative)?;
        let derived = !matches!(metric.source, MetricSource::Input(_));
        ensure(!derived || metric.unit.sort() == Sort::Number, "a derived metric that is no number")?;
        match &metric.source {
            MetricSource::Input(_) => Ok(()),
            MetricSource::Sum(parts) => parts.iter().try_for_each(|part| self.part(part)),
            MetricSource::Greatest(parts) | MetricSource::Least(parts) => {
                ensure(!parts.is_empty(), "a choice of no parts")?;
                parts.iter().try_for_each(|part| self.part(part))
            }
            MetricSource::Over { metric, window, .. } => {
                self.is(*metric, Sort::Number)?;
                window_fits(*window)
            }
            MetricSource::Steps { metric, table } => {
                ensure(!table.is_empty(), "steps of no rows")?;
                ensure(table.is_sorted_by(|a, b| a.0 < b.0), "steps out of order")?;
                self.is(*metric, Sort::Number)
            }
            MetricSource::Since(metric) => self.is(*metric, Sort::Date),
            MetricSource::Count(conditions) => self.conditions(conditions),
            MetricSource::Earned { currency, window } => {
                known(&self.rules.ids.currencies, *currency)?;
                window_fits(*window)
            }
            MetricSource::Held(currency) => known(&self.rules.ids.currencies, *currency),
        }
    }

    fn part(&self, part: &Part) -> Checked {
        known(&self.rules.ids.metrics, part.metric)?;
        ensure(self.sort(part.metric) != Some(Sort::Date), "a date as a part")
    }

    fn task(&self, task: &Task) -> Checked {
        self.condition(&task.when)?;
        ensure((1..=LONGEST).contains(&task.streak), "a streak of a length that cannot be")?;
        task.rewards.iter().try_for_each(|reward| self.credit(*reward))
    }

    fn earn_rule(&self, rule: &EarnRule) -> Checked {
        known(&self.rules.ids.currencies, rule.currency)?;
        match &rule.yields {
            Yield::Gives { of, every, gives, full: _ } => {
                ensure(every.is_positive(), "a rule for every nothing")?;
                not_negative(*gives)?;
                self.is(*of, Sort::Number)?;
            }
            Yield::Rate { of, rate, basis: _ } => {
                not_negative(*rate)?;
                self.is(*of, Sort::Number)?;
            }
            Yield::Bands { of, bands, .. } => {
                ensure(bands.is_sorted_by(|a, b| a.from < b.from), "bands out of order")?;
                let first = bands.first().ok_or("no bands")?;
                ensure(first.from.is_zero(), "bands that do not begin at 0")?;
                bands.iter().try_for_each(|Band { rate, .. }| not_negative(*rate))?;
                self.is(*of, Sort::Number)?;
            }
            Yield::Fixed(amount) => not_negative(*amount)?,
        }
        ensure(rule.delay <= LONGEST, "a delay that is too long")?;
        self.by_tier(&rule.times, |times| not_negative(*times))?;
        if let Some(cap) = &rule.cap {
            ensure(cap.per != CapPeriod::Campaign, "a rule with a campaign's cap")?;
            self.cap(cap)?;
        }
        self.conditions(&rule.when)
    }

    fn campaign(&self, campaign: &Campaign) -> Checked {
        ensure(campaign.from <= campaign.to, "a campaign that ends before it starts")?;
        self.conditions(&campaign.audience)?;
        for boost in &campaign.boosts {
            known(&self.rules.ids.earn, boost.earn)?;
            ensure(boost.times >= Number::ONE, "a boost that takes away")?;
            boost.cap.iter().try_for_each(|cap| self.cap(cap))?;
        }
        for gift in &campaign.gifts {
            self.conditions(&gift.when)?;
            self.credit(gift.credit)?;
        }
        Ok(())
    }

    fn benefit(&self, benefit: &Benefit) -> Checked {
        self.conditions(&benefit.when)?;
        benefit.pool.iter().try_for_each(|&pool| known(&self.rules.ids.pools, pool))?;
        benefit.grants.iter().try_for_each(|grants| self.by_tier(grants, grant))
    }

    fn reward(&self, reward: &Reward) -> Checked {
        known(&self.rules.ids.currencies, reward.currency)?;
        [reward.price, reward.cash].into_iter().chain(reward.worth).try_for_each(not_negative)?;
        self.by_tier(&reward.prices, |price| not_negative(*price))
    }

    fn conditions<'c>(&self, conditions: impl IntoIterator<Item = &'c Condition>) -> Checked {
        conditions.into_iter().try_for_each(|condition| self.condition(condition))
    }

    fn condition(&self, condition: &Condition) -> Checked {
        self.condition_in(condition, 1)
    }

    fn condition_in(&self, condition: &Condition, depth: usize) -> Checked {
        let ids = &self.rules.ids;
        ensure(depth <= DEEPEST_CONDITION, "conditions that nest too deep")?;
        match condition {
            Condition::Number { metric, bounds } => {
                ensure((1..=2).contains(&bounds.len()), "a number of no bounds or of too many")?;
                self.is(*metric, Sort::Number)
            }
            Condition::Flag { metric, is: _ } => self.is(*metric, Sort::Flag),
            Condition::Segment(segment) => known(&ids.segments, *segment),
            Condition::Task(task) => known(&ids.tasks, *task),
            Condition::Tier(tier) => known(&ids.tiers, *tier),
            Condition::Not(inner) => self.condition_in(inner, depth + 1),
            Condition::All(inner) | Condition::Any(inner) | Condition::AtLeast { among: inner, .. } => {
                inner.iter().try_for_each(|condition| self.condition_in(condition, depth + 1))
            }
        }
    }

    fn credit(&self, credit: Credit) -> Checked {
        known(&self.rules.ids.currencies, credit.currency)?;
        not_negative(credit.amount)
    }

    fn cap(&self, cap: &Cap) -> Checked {
        self.by_tier(&cap.amount, |amount| not_negative(*amount))
    }

    fn by_tier<T>(&self, by_tier: &ByTier<T>, check: impl Fn(&T) -> Checked) -> Checked {
        ensure(by_tier.0.len() == self.version.ladder.len(), "a table that does not fit the ladder")?;
        by_tier.0.iter().flatten().try_for_each(check)
    }

    fn is(&self, metric: MetricId, sort: Sort) -> Checked {
        known(&self.rules.ids.metrics, metric)?;
        ensure(self.sort(metric).is_none_or(|found| found == sort), "a metric of the wrong sort")
    }

    fn sort(&self, metric: MetricId) -> Option<Sort> {
        self.units[metric.index()].map(Unit::sort)
    }
}

fn currency(currency: &Currency) -> Checked {
    ensure(currency.decimals <= 6, "a currency of too many decimals")?;
    ensure(currency.expire.is_none_or(|expire| expire.months <= LONGEST_EXPIRY), "an expiry too far away")?;
    currency.cap.map(|cap| cap.amount).into_iter().chain(currency.worth).try_for_each(not_negative)
}

fn grant(grant: &Grant) -> Checked {
    let figure = match grant.extent {
        Extent::Quota { uses, .. } => Some(uses),
        Extent::Unlimited { expected } => expected,
        Extent::Discount(share) => Some(share),
        Extent::Amount { amount, .. } => Some(amount),
        Extent::Rate(rate) => Some(rate),
        Extent::Included => None,
    };
    figure.into_iter().chain(grant.worth).try_for_each(not_negative)
}

fn not_negative(number: Number) -> Checked {
    ensure(number >= Number::ZERO, "an amount below 0")
}

/// All ids are in their table, none twice.
fn listed<K>(table: &IdTable<K>, ids: impl Iterator<Item = Id<K>>) -> Checked {
    let mut seen = vec![false; table.len()];
    for id in ids {
        known(table, id)?;
        ensure(!std::mem::replace(&mut seen[id.index()], true), "an id that stands twice")?;
    }
    Ok(())
}

fn known<K>(table: &IdTable<K>, id: Id<K>) -> Checked {
    ensure(id.index() < table.len(), "an id that is not in its table")
}

fn window_fits(window: Window) -> Checked {
    let (count, lag) = match window {
        Window::Months { count, lag } => (count, lag),
        Window::Period { lag, .. } => (1, lag),
    };
    ensure((1..=LONGEST).contains(&count) && lag <= LONGEST, "a window that is too long")
}
