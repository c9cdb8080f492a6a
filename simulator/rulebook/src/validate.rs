//! The invariants of [`Rules`]: all that the engine rests on, so that whatever passes is evaluated without a panic, and
//! in bounded time and room. Every rule book goes through here, whether its rules were lowered from content or read
//! from the wire form.

use crate::ids::{AnyId, Id, IdTable, Ids, MetricId, RuleKind};
use crate::invalid::{Invalid, MOST_IDS, MOST_TIERS, MOST_VERSIONS, Why};
use crate::model::{
    Band, Benefit, ByTier, Campaign, Cap, CapPeriod, Condition, Credit, Currency, DEEPEST_CONDITION,
    EarnRule, Extent, Grant, Hold, Metric, MetricSource, Part, Reward, Rules, Task, Tier, Unit, Version,
    Window, Yield,
};
use crate::number::Number;

/// The longest window, lag, hold, delay or streak, in months.
const LONGEST: u32 = 120;
/// The longest time to expiry, in months.
const LONGEST_EXPIRY: u32 = 1200;

type Checked = Result<(), Why>;

/// Finds the first invariant that the rules break, if they break one.
pub(crate) fn validate(rules: &Rules) -> Result<(), Invalid> {
    let Rules { currency, year_starts: _, ids, versions } = rules;
    let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    whole(ensure(is_code, Why::NoCurrencyCode))?;
    tables(ids)?;
    whole(ensure(!versions.is_empty(), Why::NoVersion))?;
    if versions.len() > MOST_VERSIONS {
        return Err(Invalid { version: Some(MOST_VERSIONS), rule: None, why: Why::TooManyVersions });
    }
    let ascending = versions.is_sorted_by(|a, b| a.from < b.from);
    whole(ensure(ascending, Why::VersionsOutOfOrder))?;
    versions.iter().enumerate().try_for_each(|(at, version)| {
        let in_version = |(rule, why)| Invalid { version: Some(at), rule, why };
        Checker::new(rules, version).and_then(|checker| checker.version()).map_err(in_version)
    })
}

fn ensure(holds: bool, why: Why) -> Checked {
    if holds { Ok(()) } else { Err(why) }
}

/// Places what is wrong in the rule book as a whole.
fn whole(checked: Checked) -> Result<(), Invalid> {
    checked.map_err(|why| Invalid { version: None, rule: None, why })
}

/// Places what is wrong in a rule of a version.
fn within(rule: impl Into<AnyId>, checked: Checked) -> InVersion {
    checked.map_err(|why| (Some(rule.into()), why))
}

/// What is checked in a version: where it fails, in which rule, and why.
type InVersion = Result<(), (Option<AnyId>, Why)>;

fn tables(ids: &Ids) -> Result<(), Invalid> {
    table(&ids.metrics, MOST_IDS)?;
    table(&ids.currencies, MOST_IDS)?;
    table(&ids.tiers, MOST_TIERS)?;
    table(&ids.segments, MOST_IDS)?;
    table(&ids.tasks, MOST_IDS)?;
    table(&ids.earn, MOST_IDS)?;
    table(&ids.campaigns, MOST_IDS)?;
    table(&ids.benefits, MOST_IDS)?;
    table(&ids.pools, MOST_IDS)?;
    table(&ids.rewards, MOST_IDS)
}

fn table<K: RuleKind>(table: &IdTable<K>, most: usize) -> Result<(), Invalid>
where
    AnyId: From<Id<K>>,
{
    whole(ensure(table.is_sorted(), Why::IdsOutOfOrder))?;
    table.iter().nth(most).map_or(Ok(()), |(first_beyond, _)| {
        let why = Why::TooManyIds { kind: K::KIND, most };
        Err(Invalid { version: None, rule: Some(first_beyond.into()), why })
    })
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
    fn new(rules: &'a Rules, version: &'a Version) -> Result<Self, (Option<AnyId>, Why)> {
        listed(&rules.ids.metrics, version.metrics.iter().map(|metric| metric.id))?;
        let mut units = vec![None; rules.ids.metrics.len()];
        version.metrics.iter().for_each(|metric| units[metric.id.index()] = Some(metric.unit));
        Ok(Self { rules, version, units })
    }

    fn version(&self) -> InVersion {
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
        let ascending = campaigns.is_sorted_by(|a, b| a.id < b.id);
        ensure(ascending, Why::CampaignsOutOfOrder).map_err(|why| (None, why))?;
        self.ladder()?;
        metrics.iter().try_for_each(|metric| within(metric.id, self.metric(metric)))?;
        currencies.iter().try_for_each(|terms| within(terms.id, currency(terms)))?;
        segments.iter().try_for_each(|segment| within(segment.id, self.condition(&segment.when)))?;
        tasks.iter().try_for_each(|task| within(task.id, self.task(task)))?;
        earn.iter().try_for_each(|rule| within(rule.id, self.earn_rule(rule)))?;
        campaigns.iter().try_for_each(|campaign| within(campaign.id, self.campaign(campaign)))?;
        benefits.iter().try_for_each(|benefit| within(benefit.id, self.benefit(benefit)))?;
        pools.iter().try_for_each(|pool| within(pool.id, self.by_tier(&pool.pick, |_| Ok(()))))?;
        rewards.iter().try_for_each(|reward| within(reward.id, self.reward(reward)))?;
        let pooled = household.iter().flat_map(|household| &household.pool);
        pooled.copied().try_for_each(|metric| self.is(metric, Sort::Number)).map_err(|why| (None, why))
    }

    fn ladder(&self) -> InVersion {
        let ladder = &self.version.ladder;
        let (base, others) = ladder.split_first().ok_or((None, Why::NoTier))?;
        let ascending = ladder.is_sorted_by(|a, b| a.rank < b.rank);
        ensure(ascending, Why::RanksOutOfOrder).map_err(|why| (None, why))?;
        within(base.id, ensure(base.qualify.is_none(), Why::BaseTierQualifies))?;
        others
            .iter()
            .try_for_each(|tier| within(tier.id, ensure(tier.qualify.is_some(), Why::NoQualification)))?;
        ladder.iter().try_for_each(|tier| within(tier.id, self.tier(tier)))
    }

    fn tier(&self, tier: &Tier) -> Checked {
        self.conditions(tier.qualify.iter().chain(&tier.keep))?;
        match tier.hold {
            Hold::Months(months) => ensure(months <= LONGEST, Why::HoldTooLong),
            _ => Ok(()),
        }
    }

    fn metric(&self, metric: &Metric) -> Checked {
        if let Unit::Currency(currency) = metric.unit {
            known(&self.rules.ids.currencies, currency)?;
        }
        ensure(metric.step.is_none_or(Number::is_positive), Why::StepNotPositive)?;
        metric.effort.into_iter().try_for_each(not_negative)?;
        let derived = !matches!(metric.source, MetricSource::Input(_));
        ensure(!derived || metric.unit.sort() == Sort::Number, Why::DerivedNotNumber)?;
        match &metric.source {
            MetricSource::Input(_) => Ok(()),
            MetricSource::Sum(parts) => parts.iter().try_for_each(|part| self.part(part)),
            MetricSource::Greatest(parts) | MetricSource::Least(parts) => {
                ensure(!parts.is_empty(), Why::NoParts)?;
                parts.iter().try_for_each(|part| self.part(part))
            }
            MetricSource::Over { metric, window, .. } => {
                self.is(*metric, Sort::Number)?;
                window_fits(*window)
            }
            MetricSource::Steps { metric, table } => {
                ensure(!table.is_empty(), Why::NoRows)?;
                ensure(table.is_sorted_by(|a, b| a.0 < b.0), Why::RowsOutOfOrder)?;
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
        ensure(self.sort(part.metric) != Some(Sort::Date), Why::DateAsPart)
    }

    fn task(&self, task: &Task) -> Checked {
        self.condition(&task.when)?;
        ensure((1..=LONGEST).contains(&task.streak), Why::StreakOutOfRange)?;
        task.rewards.iter().try_for_each(|reward| self.credit(*reward))
    }

    fn earn_rule(&self, rule: &EarnRule) -> Checked {
        known(&self.rules.ids.currencies, rule.currency)?;
        match &rule.yields {
            Yield::Gives { of, every, gives, full: _ } => {
                ensure(every.is_positive(), Why::EveryNotPositive)?;
                not_negative(*gives)?;
                self.is(*of, Sort::Number)?;
            }
            Yield::Rate { of, rate, basis: _ } => {
                not_negative(*rate)?;
                self.is(*of, Sort::Number)?;
            }
            Yield::Bands { of, bands, .. } => {
                ensure(bands.is_sorted_by(|a, b| a.from < b.from), Why::BandsOutOfOrder)?;
                let first = bands.first().ok_or(Why::NoBands)?;
                ensure(first.from.is_zero(), Why::BandsNotFromZero)?;
                bands.iter().try_for_each(|Band { rate, .. }| not_negative(*rate))?;
                self.is(*of, Sort::Number)?;
            }
            Yield::Fixed(amount) => not_negative(*amount)?,
        }
        ensure(rule.delay <= LONGEST, Why::DelayTooLong)?;
        self.by_tier(&rule.times, |times| not_negative(*times))?;
        if let Some(cap) = &rule.cap {
            ensure(cap.per != CapPeriod::Campaign, Why::CampaignCapOnRule)?;
            self.cap(cap)?;
        }
        self.conditions(&rule.when)
    }

    fn campaign(&self, campaign: &Campaign) -> Checked {
        ensure(campaign.from <= campaign.to, Why::EndsBeforeStart)?;
        self.conditions(&campaign.audience)?;
        for boost in &campaign.boosts {
            known(&self.rules.ids.earn, boost.earn)?;
            ensure(boost.times >= Number::ONE, Why::BoostBelowOne)?;
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
        ensure(depth <= DEEPEST_CONDITION, Why::ConditionTooDeep)?;
        match condition {
            Condition::Number { metric, bounds } => {
                ensure((1..=2).contains(&bounds.len()), Why::BoundsCount)?;
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
        ensure(by_tier.len() == self.version.ladder.len(), Why::TableNotOfLadder)?;
        by_tier.iter().flatten().try_for_each(check)
    }

    fn is(&self, metric: MetricId, sort: Sort) -> Checked {
        known(&self.rules.ids.metrics, metric)?;
        ensure(self.sort(metric).is_none_or(|found| found == sort), Why::WrongSort)
    }

    fn sort(&self, metric: MetricId) -> Option<Sort> {
        self.units[metric.index()].map(Unit::sort)
    }
}

fn currency(currency: &Currency) -> Checked {
    ensure(currency.decimals <= 6, Why::TooManyDecimals)?;
    ensure(currency.expire.is_none_or(|expire| expire.months <= LONGEST_EXPIRY), Why::ExpiryTooLong)?;
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
    ensure(number >= Number::ZERO, Why::Negative)
}

/// Ensures that all ids are in their table, none twice.
fn listed<K>(table: &IdTable<K>, ids: impl Iterator<Item = Id<K>>) -> InVersion
where
    AnyId: From<Id<K>>,
{
    let mut seen = vec![false; table.len()];
    for id in ids {
        within(id, known(table, id))?;
        within(id, ensure(!std::mem::replace(&mut seen[id.index()], true), Why::IdTwice))?;
    }
    Ok(())
}

fn known<K>(table: &IdTable<K>, id: Id<K>) -> Checked {
    ensure(id.index() < table.len(), Why::IdNotInTable)
}

fn window_fits(window: Window) -> Checked {
    let (count, lag) = match window {
        Window::Months { count, lag } => (count, lag),
        Window::Period { lag, .. } => (1, lag),
    };
    ensure((1..=LONGEST).contains(&count) && lag <= LONGEST, Why::WindowTooLong)
}
