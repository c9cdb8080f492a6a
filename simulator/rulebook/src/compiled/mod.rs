//! The rules in the form in which they are evaluated: one immutable value for each version. Everything is found by
//! its place: nothing is looked up by name, and nothing is searched for that could be known before.

mod conditions;
mod depth;
mod earning;
mod metrics;
mod slots;

pub(crate) use conditions::{Conditions, Known, Test};
pub(crate) use depth::Depth;
pub(crate) use earning::{Boost, Campaign, EarnRule, OwnCap, Terms};
pub(crate) use metrics::{Source, Step};
pub(crate) use slots::Slots;

use std::collections::HashSet;

use crate::calendar::{Period, Validity, YearStart};
use crate::ids::{BenefitId, CampaignId, CurrencyId, EarnId, Ids, MetricId, SegmentId, TaskId, TierId};
use crate::model::{self, Condition, Credit, Fall, Hold};
use crate::order::Order;
use depth::TierNeeds;

/// A rule book's rules.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compiled {
    pub(crate) year: YearStart,
    pub(crate) versions: Vec<Version>,
    /// What is remembered from month to month.
    pub(crate) slots: Slots,
}

/// A version's rules.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Version {
    pub(crate) review: Period,
    pub(crate) conditions: Conditions,
    /// In the order of evaluation: before anything is earned, and at the end of the month.
    pub(crate) early: Vec<ForTiers<Step>>,
    pub(crate) late: Vec<ForTiers<Step>>,
    /// By currency; none where the version lacks it.
    pub(crate) terms: Vec<Option<ForTiers<Terms>>>,
    /// In the order of the file.
    pub(crate) earn: Vec<ForTiers<EarnRule>>,
    /// By id.
    pub(crate) campaigns: Vec<ForTiers<Campaign>>,
    /// By task.
    pub(crate) rewards: Vec<Vec<Credit>>,
    /// Lowest first.
    pub(crate) ladder: Vec<Rung>,
    /// By tier; none where the version lacks it.
    pub(crate) rungs: Vec<Option<usize>>,
    pub(crate) benefits: Vec<Benefit>,
    /// By rung: the places of the benefits that the tier has, by id.
    pub(crate) granted: Vec<Vec<u32>>,
    /// What the result shows, by id.
    pub(crate) metrics: Vec<MetricId>,
    pub(crate) segments: Vec<SegmentId>,
    pub(crate) currencies: Vec<CurrencyId>,
    /// The tasks that it lacks.
    pub(crate) lacks: Vec<TaskId>,
    /// The metrics whose numbers are remembered, each with its slot.
    pub(crate) remembered: Vec<(MetricId, usize)>,
    /// How many conditions there are to look at where only that is evaluated what tiers build on, each rule counted as
    /// ten of them, which takes about as long.
    pub(crate) work_for_tiers: u64,
}

/// Something, and whether a tier builds on it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ForTiers<T> {
    what: T,
    for_tiers: bool,
}

/// A tier.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rung {
    pub(crate) id: TierId,
    pub(crate) rank: u32,
    pub(crate) qualify: Option<Test>,
    pub(crate) keep: Option<Test>,
    pub(crate) hold: Hold,
    pub(crate) grace: u32,
    pub(crate) fall: Fall,
}

/// A benefit that a tier has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Benefit {
    pub(crate) id: BenefitId,
    pub(crate) validity: Validity,
    pub(crate) when: Option<Test>,
}

/// How much of a list tiers build on.
fn count<T>(list: &[ForTiers<T>]) -> usize {
    part(list, Depth::Tiers).count()
}

/// What of a list is part of an evaluation of this depth.
pub(crate) fn part<T>(list: &[ForTiers<T>], depth: Depth) -> impl Iterator<Item = &T> {
    list.iter().filter_map(move |entry| entry.at(depth))
}

impl<T> ForTiers<T> {
    /// The thing itself, if it is part of an evaluation of this depth.
    pub(crate) fn at(&self, depth: Depth) -> Option<&T> {
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
    pub(crate) fn terms(&self, currency: CurrencyId) -> Option<&Terms> {
        self.terms[currency.index()].as_ref().map(|terms| &terms.what)
    }

    /// The terms of a currency, if they are part of an evaluation of this depth.
    pub(crate) fn terms_at(&self, currency: CurrencyId, depth: Depth) -> Option<&Terms> {
        self.terms[currency.index()].as_ref()?.at(depth)
    }

    /// The rung of the highest tier whose `qualify` holds; the base tier's always does.
    pub(crate) fn qualified(&self, known: Known<'_>) -> usize {
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
            rungs: self.ids.tiers.iter().map(|(id, _)| version.rung(id)).collect(),
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
pub(crate) enum Capped {
    Rule(EarnId),
    /// By its place in the campaign.
    Boost(CampaignId, usize),
    Currency(CurrencyId),
}
