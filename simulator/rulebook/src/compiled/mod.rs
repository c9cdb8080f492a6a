//! The rules in the form in which they are evaluated: one immutable value for each version. Everything is found by
//! its place: nothing is looked up by name, and nothing is searched for that could be known before.

mod conditions;
mod earning;
mod metrics;
mod slots;

pub(super) use conditions::{Conditions, Known, Test};
pub(super) use earning::{Boost, Campaign, EarnRule, OwnCap, Terms};
pub(super) use metrics::{Source, Step};
pub(super) use slots::Slots;

use std::collections::HashSet;

use super::depth::{Depth, TierNeeds};
use crate::calendar::{Period, Validity, YearStart};
use crate::ids::{BenefitId, CampaignId, CurrencyId, EarnId, Ids, MetricId, SegmentId, TaskId, TierId};
use crate::model::{self, Condition, Credit, Fall, Hold};
use crate::order::Order;

/// A rule book's rules.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compiled {
    pub(super) year: YearStart,
    pub(super) versions: Vec<Version>,
    /// What is remembered from month to month.
    pub(super) slots: Slots,
}

/// A version's rules.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Version {
    pub(super) review: Period,
    pub(super) conditions: Conditions,
    /// In the order of evaluation: before anything is earned, and at the end of the month.
    pub(super) early: Vec<ForTiers<Step>>,
    pub(super) late: Vec<ForTiers<Step>>,
    /// By currency; none where the version lacks it.
    pub(super) terms: Vec<Option<ForTiers<Terms>>>,
    /// In the order of the file.
    pub(super) earn: Vec<ForTiers<EarnRule>>,
    /// By id.
    pub(super) campaigns: Vec<ForTiers<Campaign>>,
    /// By task.
    pub(super) rewards: Vec<Vec<Credit>>,
    /// Lowest first.
    pub(super) ladder: Vec<Rung>,
    /// By tier; none where the version lacks it.
    pub(super) places: Vec<Option<usize>>,
    pub(super) benefits: Vec<Benefit>,
    /// By the place of a tier: the places of the benefits that it has, by id.
    pub(super) granted: Vec<Vec<u32>>,
    /// What the result shows, by id.
    pub(super) metrics: Vec<MetricId>,
    pub(super) segments: Vec<SegmentId>,
    pub(super) currencies: Vec<CurrencyId>,
    /// The tasks that it lacks.
    pub(super) lacks: Vec<TaskId>,
    /// The metrics whose numbers are remembered, each with its slot.
    pub(super) remembered: Vec<(MetricId, usize)>,
    /// How many conditions there are to look at where only that is evaluated what tiers build on, each rule counted as
    /// ten of them, which takes about as long.
    pub(super) work_for_tiers: u64,
}

/// Something, and whether a tier builds on it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ForTiers<T> {
    what: T,
    for_tiers: bool,
}

/// A tier.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rung {
    pub(super) id: TierId,
    pub(super) rank: u32,
    pub(super) qualify: Option<Test>,
    pub(super) keep: Option<Test>,
    pub(super) hold: Hold,
    pub(super) grace: u32,
    pub(super) fall: Fall,
}

/// A benefit that a tier has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Benefit {
    pub(super) id: BenefitId,
    pub(super) validity: Validity,
    pub(super) when: Option<Test>,
}

/// How much of a list tiers build on.
fn count<T>(list: &[ForTiers<T>]) -> usize {
    part(list, Depth::Tiers).count()
}

/// What of a list is part of an evaluation of this depth.
pub(super) fn part<T>(list: &[ForTiers<T>], depth: Depth) -> impl Iterator<Item = &T> {
    list.iter().filter_map(move |entry| entry.at(depth))
}

impl<T> ForTiers<T> {
    /// The thing itself, if it is part of an evaluation of this depth.
    pub(super) fn at(&self, depth: Depth) -> Option<&T> {
        (self.for_tiers || depth == Depth::Full).then_some(&self.what)
    }
}

impl Compiled {
    /// Compiles rules whose versions are evaluated in these orders.
    pub(crate) fn new(rules: &model::Rules, orders: &[Order]) -> Self {
        let needs = TierNeeds::new(&rules.versions);
        let slots = Slots::new(rules);
        let versions = rules.versions.iter().zip(orders);
        let versions = versions.map(|(version, order)| {
            Compiler {
                version,
                ids: &rules.ids,
                slots: &slots,
                needs: &needs,
                pooled: version.household.iter().flat_map(|household| &household.pool).copied().collect(),
                conditions: Conditions::default(),
            }
            .compile(order)
        });
        Self { year: rules.year_starts, versions: versions.collect(), slots }
    }
}

impl Version {
    /// The terms of a currency, if the version has it.
    pub(super) fn terms(&self, currency: CurrencyId) -> Option<&Terms> {
        self.terms[currency.index()].as_ref().map(|terms| &terms.what)
    }

    /// The same, if it is part of an evaluation of this depth.
    pub(super) fn terms_at(&self, currency: CurrencyId, depth: Depth) -> Option<&Terms> {
        self.terms[currency.index()].as_ref()?.at(depth)
    }

    /// The place of the highest tier whose `qualify` holds; the base tier's always does.
    pub(super) fn qualified(&self, known: Known<'_>) -> usize {
        let qualifies = |rung: &Rung| rung.qualify.is_none_or(|test| self.conditions.hold(test, known));
        self.ladder.iter().rposition(qualifies).unwrap_or(0)
    }
}

/// Compiles one version.
struct Compiler<'a> {
    version: &'a model::Version,
    ids: &'a Ids,
    slots: &'a Slots,
    needs: &'a TierNeeds,
    /// The metrics that a household adds up.
    pooled: HashSet<MetricId>,
    conditions: Conditions,
}

impl Compiler<'_> {
    fn compile(mut self, order: &Order) -> Version {
        let version = self.version;
        let early: Vec<_> = order.early.iter().map(|step| self.step(*step)).collect();
        let late: Vec<_> = order.late.iter().map(|step| self.step(*step)).collect();
        let terms = (self.ids.currencies.iter())
            .map(|(id, _)| version.currency(id).map(|currency| self.terms(currency)))
            .collect();
        let earn: Vec<_> = version.earn.iter().map(|rule| self.earn_rule(rule)).collect();
        let campaigns: Vec<_> = version.campaigns.iter().map(|campaign| self.campaign(campaign)).collect();
        let before = self.conditions.len();
        let ladder: Vec<_> = version.ladder.iter().map(|tier| self.rung(tier)).collect();
        let asked = self.conditions.len() - before;
        let rules = count(&early) + count(&late) + count(&earn) + count(&campaigns);
        let benefits = version.benefits.iter().map(|benefit| self.benefit(benefit)).collect();
        Version {
            review: version.review,
            early,
            late,
            terms,
            earn,
            campaigns,
            rewards: self.rewards(),
            ladder,
            places: self.ids.tiers.iter().map(|(id, _)| version.rung(id)).collect(),
            benefits,
            granted: (0..version.ladder.len()).map(|rung| self.granted(rung)).collect(),
            metrics: version.metrics.by_id().map(|metric| metric.id).collect(),
            segments: version.segments.by_id().map(|segment| segment.id).collect(),
            currencies: version.currencies.by_id().map(|currency| currency.id).collect(),
            lacks: (self.ids.tasks.iter().map(|(id, _)| id))
                .filter(|&id| version.tasks.index_of(id).is_none())
                .collect(),
            remembered: (version.metrics.iter())
                .filter_map(|metric| Some((metric.id, self.slots.of_metric(metric.id)?)))
                .collect(),
            work_for_tiers: (10 * (1 + rules) + asked) as u64,
            conditions: self.conditions,
        }
    }

    fn test(&mut self, condition: &Condition) -> Test {
        self.conditions.add(condition, self.version)
    }

    fn test_if_any(&mut self, condition: Option<&Condition>) -> Option<Test> {
        condition.map(|condition| self.test(condition))
    }

    fn rewards(&self) -> Vec<Vec<Credit>> {
        let mut rewards = vec![Vec::new(); self.ids.tasks.len()];
        for task in &self.version.tasks {
            rewards[task.id.index()].clone_from(&task.rewards);
        }
        rewards
    }

    fn rung(&mut self, tier: &model::Tier) -> Rung {
        Rung {
            id: tier.id,
            rank: tier.rank,
            qualify: self.test_if_any(tier.qualify.as_ref()),
            keep: self.test_if_any(tier.keep.as_ref()),
            hold: tier.hold,
            grace: tier.grace,
            fall: tier.fall,
        }
    }

    fn benefit(&mut self, benefit: &model::Benefit) -> Benefit {
        let when = self.test_if_any(benefit.when.as_ref());
        Benefit { id: benefit.id, validity: benefit.validity, when }
    }

    fn granted(&self, rung: usize) -> Vec<u32> {
        let benefits = &self.version.benefits;
        let is_granted =
            |at: &u32| benefits[*at as usize].grants.as_ref().is_none_or(|grants| grants.get(rung).is_some());
        benefits.places_by_id().iter().copied().filter(is_granted).collect()
    }
}

/// Something that is capped by what it has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Capped {
    Rule(EarnId),
    /// By its place in the campaign.
    Boost(CampaignId, usize),
    Currency(CurrencyId),
}
