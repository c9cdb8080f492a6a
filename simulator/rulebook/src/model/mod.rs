//! The rule book: every version of a programme's rules, checked and compiled to indexes.
//!
//! It holds what can be computed, disclosed and inverted, and nothing else: no names, no texts, no pages, and
//! none of the `internal` values, because it is published beside the site.

mod conditions;
mod earning;
mod entitlements;
mod ladder;
mod metrics;

pub use conditions::{Bound, Condition, DEEPEST_CONDITION, Side};
pub use earning::{
    Band, Banding, Basis, Boost, Campaign, Cap, CapPeriod, Credit, Currency, CurrencyCap, EarnRule, ExpireAt,
    Expiry, Gift, Segment, Task, Yield,
};
pub use entitlements::{Benefit, Extent, Grant, Household, Pool, Reward};
pub use ladder::{ByTier, Fall, Hold, Tier};
pub use metrics::{InputKind, Metric, MetricSource, Part, Take, Unit, Window};

use serde::{Deserialize, Serialize};

use crate::calendar::{Month, Period, YearStart};
use crate::ids::{
    BenefitId, CampaignId, CurrencyId, EarnId, Ids, MetricId, PoolId, SegmentId, TaskId, TierId,
};

/// What a rule book is made from: all that [`crate::RuleBook`] holds, before the order of evaluation is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// ISO 4217 code of the money in which balances, worths and prices are.
    pub currency: String,
    /// The same in all versions.
    pub year_starts: YearStart,
    /// All ids of all versions.
    pub ids: Ids,
    /// Not empty; strictly ascending by `from`. The first also applies before its `from`.
    pub versions: Vec<Version>,
}

/// The rules in force from a month on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// First month.
    pub from: Month,
    /// Tiers are reviewed in the last month of each such period.
    pub review: Period,
    /// Pooling over the members of a household, if the programme has it.
    pub household: Option<Household>,
    /// In the order of the file, in which they are shown.
    pub metrics: Vec<Metric>,
    /// In the order of the file.
    pub currencies: Vec<Currency>,
    /// By id.
    pub segments: Vec<Segment>,
    /// By id.
    pub tasks: Vec<Task>,
    /// In the order of the file, in which they are evaluated.
    pub earn: Vec<EarnRule>,
    /// By id, in which order they are evaluated.
    pub campaigns: Vec<Campaign>,
    /// Not empty; strictly ascending by rank; only the first, the base tier, has no `qualify`.
    pub ladder: Vec<Tier>,
    /// By id.
    pub benefits: Vec<Benefit>,
    /// In the order of the file.
    pub pools: Vec<Pool>,
    /// By id.
    pub rewards: Vec<Reward>,
}

impl Version {
    /// The place of a tier on the ladder, if this version has it.
    pub fn place(&self, tier: TierId) -> Option<usize> {
        self.ladder.iter().position(|other| other.id == tier)
    }

    /// A metric, if this version has it.
    pub fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// A segment, if this version has it.
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.id == id)
    }

    /// A task, if this version has it.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// An accrual rule, if this version has it.
    pub fn earn_rule(&self, id: EarnId) -> Option<&EarnRule> {
        self.earn.iter().find(|rule| rule.id == id)
    }

    /// A campaign, if this version has it.
    pub fn campaign(&self, id: CampaignId) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    /// A benefit, if this version has it.
    pub fn benefit(&self, id: BenefitId) -> Option<&Benefit> {
        self.benefits.iter().find(|benefit| benefit.id == id)
    }

    /// A pool, if this version has it.
    pub fn pool(&self, id: PoolId) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.id == id)
    }

    /// A currency, if this version has it.
    pub fn currency(&self, id: CurrencyId) -> Option<&Currency> {
        self.currencies.iter().find(|currency| currency.id == id)
    }
}
