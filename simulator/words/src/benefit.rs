//! Benefits in words, and the pools from which they are chosen.

use std::sync::PoisonError;

use rulebook::model::{Benefit, ByTier, Extent, Grant, Pool, Version};
use rulebook::{BenefitId, TierId};

use crate::clause::Clause;
use crate::ladder::Run;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// What a tier has of a benefit; a phrase: the author's wording, if there is one, else how much it is.
    pub fn grant(self, benefit: BenefitId, tier: TierId, grant: &Grant) -> String {
        let worded = self.names().grant(self.id(benefit), self.id(tier));
        worded.map_or_else(|| self.extent(&grant.extent), str::to_owned)
    }

    /// How much of a benefit is granted; a phrase: `每年 2 次`, `不限次数`, `8 折`.
    pub fn extent(self, extent: &Extent) -> String {
        let (extents, currency) = (&self.language.extents, &self.rules.currency);
        let known = extents.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(said) = known.get(currency).and_then(|known| known.get(extent)) {
            return said.clone();
        }
        drop(known);
        let said = self.say_extent(extent);
        let mut extents = extents.write().unwrap_or_else(PoisonError::into_inner);
        extents.entry(currency.clone()).or_default().insert(extent.clone(), said.clone());
        said
    }

    fn say_extent(self, extent: &Extent) -> String {
        let per = |period: Option<_>| period.map_or("each-time", time::key);
        match extent {
            Extent::Quota { uses, per: period } => {
                self.message("extent-quota").number(*uses).with("period", per(*period)).say()
            }
            Extent::Unlimited { .. } => self.message("extent-unlimited").say(),
            Extent::Discount(share) => self.discount(*share),
            Extent::Amount { amount, per: period } => self
                .message("extent-amount")
                .with("amount", self.money(*amount))
                .with("period", per(*period))
                .say(),
            Extent::Rate(rate) => self.percent(*rate),
            Extent::Included => self.message("extent-included").say(),
        }
    }

    /// What one use of a grant is worth; a phrase.
    pub fn use_worth(self, grant: &Grant) -> Option<String> {
        Some(self.message("use-worth").with("money", self.money(grant.worth?)).say())
    }

    /// A benefit in sentences: its grants by tier, its condition, its days, its pool.
    pub fn benefit(self, version: &Version, benefit: &Benefit) -> Vec<Clause> {
        let mut said = vec![match &benefit.grants {
            Some(grants) => self.grants(version, benefit.id, grants),
            None => Clause::leaf(self.message("benefit-all").say()),
        }];
        if let Some(when) = &benefit.when {
            let (line, list) = (self.message("benefit-when"), self.message("benefit-when-list"));
            said.push(self.conditioned(version, when, line, list));
        }
        if let Some(validity) = self.validity(benefit.validity) {
            said.push(Clause::leaf(self.message("benefit-valid").with("validity", validity).say()));
        }
        if let Some(pool) = benefit.pool {
            said.push(Clause::leaf(self.message("benefit-pool").with("pool", self.name(pool)).say()));
        }
        said
    }

    /// How many benefits of a pool may be chosen; a sentence.
    pub fn pool(self, version: &Version, pool: &Pool) -> String {
        let runs = named(Run::by_tier(&pool.pick));
        if runs.is_empty() {
            return self.message("granted-to-nobody").say();
        }
        self.stopped(self.by_tier(version, "tier-grant", &runs, |pick| self.pick(pool, *pick)))
    }

    /// How many a tier may choose from a pool; a phrase: `每年任选 2 项`.
    pub fn pick(self, pool: &Pool, pick: u32) -> String {
        self.message("pick").count(pick).with("period", pool.per.map_or("each-time", time::key)).say()
    }

    fn grants(self, version: &Version, benefit: BenefitId, grants: &ByTier<Grant>) -> Clause {
        let worded = grants
            .iter()
            .zip(&version.ladder)
            .map(|(grant, tier)| grant.map(|grant| self.grant(benefit, tier.id, grant)));
        let withdrawn = || self.message("grant-withdrawn").say();
        let runs = from_the_lowest(Run::of(worded), withdrawn);
        if runs.is_empty() {
            return Clause::leaf(self.message("granted-to-nobody").say());
        }
        let said = self.by_tier(version, "tier-grant", &runs, String::clone);
        // What all tiers have stands without a name before it.
        let is_plain = runs[0].rungs.len() == version.ladder.len();
        Clause::leaf(if is_plain { self.sentence(&said) } else { self.stopped(said) })
    }
}

/// Without the tiers below the lowest that has something.
fn named<T>(runs: Vec<Run<Option<T>>>) -> Vec<Run<T>> {
    let named = |run: Run<Option<T>>| run.value.map(|value| Run { rungs: run.rungs, value });
    runs.into_iter().filter_map(named).collect()
}

/// Without the tiers below the lowest that has something; those above it that have nothing get a word for that.
fn from_the_lowest<T>(runs: Vec<Run<Option<T>>>, nothing: impl Fn() -> T) -> Vec<Run<T>> {
    let above = runs.into_iter().skip_while(|run| run.value.is_none());
    above.map(|run| Run { rungs: run.rungs, value: run.value.unwrap_or_else(&nothing) }).collect()
}
