//! What is never published: the bank's own figures. They are checked with everything else, but kept in a value of their
//! own, which nothing that renders is given.

use std::collections::BTreeMap;

use rulebook::{BenefitId, CampaignId, Ids, Number, RewardId};

use super::scope::Files;
use crate::content::kinds::{BenefitInternal, CampaignInternal, RewardInternal};

/// The bank's own figures of all versions, at the same places as the versions of the rule book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Internal(Vec<InternalFigures>);

/// The bank's own figures under one version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InternalFigures {
    /// Of benefits that have any.
    pub benefits: BTreeMap<BenefitId, InternalBenefit>,
    /// What campaigns may cost, of those that say.
    pub budgets: BTreeMap<CampaignId, Number>,
    /// Of rewards that have any.
    pub rewards: BTreeMap<RewardId, InternalReward>,
}

/// The bank's own figures of a benefit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct InternalBenefit {
    /// The bank's cost of one use.
    pub cost: Option<Number>,
    /// The share of the grant that is used, from 0 to 1.
    pub take_up: Option<Number>,
}

/// The bank's own figures of a reward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct InternalReward {
    /// The bank's cost of one.
    pub cost: Option<Number>,
    /// How many there are.
    pub stock: Option<Number>,
}

impl Internal {
    pub(crate) fn new(versions: &[Files<'_>], ids: &Ids) -> Self {
        Self(versions.iter().map(|files| InternalFigures::new(files, ids)).collect())
    }

    /// The figures under the version at a place of the rule book.
    pub fn version(&self, version: usize) -> &InternalFigures {
        &self.0[version]
    }
}

impl InternalFigures {
    fn new(files: &Files<'_>, ids: &Ids) -> Self {
        let benefits = files.benefits.read().filter_map(|(found, record)| {
            let BenefitInternal { cost, take_up, .. } = record.internal.get()?;
            let (cost, take_up) = (cost.get().map(|cost| cost.0), take_up.get().map(|share| share.0));
            Some((ids.benefits.find(found.key)?, InternalBenefit { cost, take_up }))
        });
        let budgets = files.campaigns.read().filter_map(|(found, record)| {
            let CampaignInternal { budget, .. } = record.internal.get()?;
            Some((ids.campaigns.find(found.key)?, budget.get()?.0))
        });
        let rewards = files.rewards.read().filter_map(|(found, record)| {
            let RewardInternal { cost, stock, .. } = record.internal.get()?;
            let (cost, stock) = (cost.get().map(|cost| cost.0), stock.get().map(|stock| stock.0));
            Some((ids.rewards.find(found.key)?, InternalReward { cost, stock }))
        });
        Self { benefits: benefits.collect(), budgets: budgets.collect(), rewards: rewards.collect() }
    }
}
