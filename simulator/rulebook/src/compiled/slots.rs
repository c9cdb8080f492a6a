//! What is remembered from month to month, each in its slot, over all versions: what a version lacks may come back
//! in a later one.

use std::collections::HashMap;
use std::ops::Range;

use super::Capped;
use crate::ids::{CampaignId, CurrencyId, EarnId, MetricId};
use crate::model::{CapPeriod, MetricSource, Rules, Version};

/// How many of each are remembered, and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slots {
    /// The slot of a metric whose numbers a window looks back at.
    metrics: Vec<Option<usize>>,
    /// The slot of a currency whose credits a window looks back at.
    currencies: Vec<Option<usize>>,
    /// How many slots a month's figures take.
    pub(crate) figures: usize,
    /// Where the meters of a thing are, side by side.
    metered: HashMap<Capped, Range<usize>>,
    /// What a cap counts is all that came of a thing in a period: the periods.
    pub(crate) meters: Vec<CapPeriod>,
    /// Boosted rules.
    boosted: HashMap<EarnId, usize>,
    /// Gifts.
    gifts: HashMap<(CampaignId, usize), usize>,
    /// The longest delay of a credit.
    pub(crate) delay: usize,
}

impl Slots {
    pub(super) fn new(rules: &Rules) -> Self {
        let mut slots = Self {
            metrics: vec![None; rules.ids.metrics.len()],
            currencies: vec![None; rules.ids.currencies.len()],
            figures: 0,
            metered: HashMap::new(),
            meters: Vec::new(),
            boosted: HashMap::new(),
            gifts: HashMap::new(),
            delay: 0,
        };
        let mut capped: HashMap<Capped, Vec<CapPeriod>> = HashMap::new();
        let mut order = Vec::new();
        for version in &rules.versions {
            slots.remember(version);
            for (thing, per) in caps(version) {
                let periods = capped.entry(thing).or_insert_with(|| {
                    order.push(thing);
                    Vec::new()
                });
                if !periods.contains(&per) {
                    periods.push(per);
                }
            }
        }
        for thing in order {
            let first = slots.meters.len();
            slots.meters.extend(&capped[&thing]);
            slots.metered.insert(thing, first..slots.meters.len());
        }
        slots
    }

    fn remember(&mut self, version: &Version) {
        for metric in &version.metrics {
            let slot = match metric.source {
                MetricSource::Over { metric, .. } => &mut self.metrics[metric.index()],
                MetricSource::Earned { currency, .. } => &mut self.currencies[currency.index()],
                MetricSource::Input(_)
                | MetricSource::Sum(_)
                | MetricSource::Greatest(_)
                | MetricSource::Least(_)
                | MetricSource::Steps { .. }
                | MetricSource::Count(_)
                | MetricSource::Held(_)
                | MetricSource::Since(_) => continue,
            };
            if slot.is_none() {
                *slot = Some(self.figures);
                self.figures += 1;
            }
        }
        for campaign in &version.campaigns {
            for boost in &campaign.boosts {
                let next = self.boosted.len();
                self.boosted.entry(boost.earn).or_insert(next);
            }
            for place in 0..campaign.gifts.len() {
                let next = self.gifts.len();
                self.gifts.entry((campaign.id, place)).or_insert(next);
            }
        }
        let delays = version.earn.iter().map(|rule| rule.delay as usize);
        self.delay = delays.fold(self.delay, usize::max);
    }

    pub(crate) fn of_metric(&self, metric: MetricId) -> Option<usize> {
        self.metrics[metric.index()]
    }

    pub(crate) fn of_currency(&self, currency: CurrencyId) -> Option<usize> {
        self.currencies[currency.index()]
    }

    /// The currencies whose credits are remembered, each with its slot.
    pub(crate) fn currencies(&self) -> impl Iterator<Item = (usize, usize)> {
        self.currencies.iter().enumerate().filter_map(|(currency, slot)| Some((currency, (*slot)?)))
    }

    /// The meters of a thing in all versions.
    pub(super) fn of_capped(&self, thing: Capped) -> Range<usize> {
        self.metered.get(&thing).cloned().unwrap_or(0..0)
    }

    /// The one that counts for a cap.
    pub(super) fn meter(&self, thing: Capped, per: CapPeriod) -> Option<usize> {
        self.of_capped(thing).find(|&at| self.meters[at] == per)
    }

    pub(super) fn of_boosted(&self, rule: EarnId) -> Option<usize> {
        self.boosted.get(&rule).copied()
    }

    pub(super) fn of_gift(&self, campaign: CampaignId, place: usize) -> Option<usize> {
        self.gifts.get(&(campaign, place)).copied()
    }

    pub(crate) fn all_currencies(&self) -> usize {
        self.currencies.len()
    }

    pub(crate) fn boosted(&self) -> usize {
        self.boosted.len()
    }

    pub(crate) fn gifts(&self) -> usize {
        self.gifts.len()
    }
}

/// Everything that a version caps, with the period.
fn caps(version: &Version) -> impl Iterator<Item = (Capped, CapPeriod)> {
    let currencies = version.currencies.iter();
    let currencies = currencies
        .filter_map(|currency| Some((Capped::Currency(currency.id), CapPeriod::Period(currency.cap?.per))));
    let rules = version.earn.iter();
    let rules = rules.filter_map(|rule| Some((Capped::Rule(rule.id), rule.cap.as_ref()?.per)));
    let boosts =
        version.campaigns.iter().flat_map(|campaign| {
            campaign.boosts.iter().enumerate().filter_map(|(place, boost)| {
                Some((Capped::Boost(campaign.id, place), boost.cap.as_ref()?.per))
            })
        });
    currencies.chain(rules).chain(boosts)
}
