//! The rule book: every version of a programme's rules, checked and compiled to indexes.
//!
//! It holds what can be computed, disclosed and inverted, and nothing else: no names, no texts, no pages, and
//! none of the `internal` values, because it is published beside the site.
//!
//! A small programme, to which the examples of this crate come back:
//!
#![doc = concat!("```\n", include_str!("../../examples/card/programme.rs"), "```")]

mod benefit;
mod campaign;
mod condition;
mod earning;
mod household;
mod ladder;
mod listed;
mod metric;
mod reward;
mod segment;
mod task;

pub use benefit::{Benefit, Extent, Grant, Pool};
pub use campaign::{Boost, Campaign, Gift};
pub use condition::{Bound, Condition, DEEPEST_CONDITION, Side};
pub use earning::{
    Band, Banding, Basis, Cap, CapPeriod, Credit, Currency, CurrencyCap, EarnRule, ExpireAt, Expiry, Yield,
};
pub use household::Household;
pub use ladder::{ByTier, Fall, Hold, Tier};
pub use listed::{Identified, Listed};
pub use metric::{InputKind, Metric, MetricSource, Part, Take, Unit, Window};
pub use reward::Reward;
pub use segment::Segment;
pub use task::Task;

use serde::{Deserialize, Serialize};

use crate::calendar::{Month, Period, YearStart};
use crate::ids::{
    BenefitId, BenefitKey, CampaignId, CampaignKey, CurrencyId, CurrencyKey, EarnId, EarnKey, Id, Ids,
    MetricId, MetricKey, PoolId, PoolKey, RewardKey, SegmentId, SegmentKey, TaskId, TaskKey, TierId, TierKey,
};

/// What a rule book is made from: all that [`crate::RuleBook`] holds, before the order of evaluation is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// ISO 4217 code of the money in which balances, worths and prices are.
    pub currency: String,
    /// When the programme year starts: in every version alike.
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
    pub metrics: Listed<Metric>,
    /// In the order of the file.
    pub currencies: Listed<Currency>,
    /// By id.
    pub segments: Listed<Segment>,
    /// By id.
    pub tasks: Listed<Task>,
    /// In the order of the file, in which they are evaluated.
    pub earn: Listed<EarnRule>,
    /// By id, in which order they are evaluated.
    pub campaigns: Listed<Campaign>,
    /// Not empty; strictly ascending by rank; only the first, the base tier, has no `qualify`.
    pub ladder: Listed<Tier>,
    /// By id.
    pub benefits: Listed<Benefit>,
    /// In the order of the file.
    pub pools: Listed<Pool>,
    /// By id.
    pub rewards: Listed<Reward>,
}

impl Version {
    /// A version that has a ladder and nothing else.
    pub fn new(from: Month, review: Period, ladder: Listed<Tier>) -> Self {
        Self {
            from,
            review,
            household: None,
            metrics: Listed::default(),
            currencies: Listed::default(),
            segments: Listed::default(),
            tasks: Listed::default(),
            earn: Listed::default(),
            campaigns: Listed::default(),
            ladder,
            benefits: Listed::default(),
            pools: Listed::default(),
            rewards: Listed::default(),
        }
    }

    /// The rung of a tier on the ladder, from 0 for the base tier, if this version has it.
    pub fn rung(&self, tier: TierId) -> Option<usize> {
        self.ladder.index_of(tier)
    }

    /// A metric, if this version has it.
    pub fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.metrics.find(id)
    }

    /// A segment, if this version has it.
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.segments.find(id)
    }

    /// A task, if this version has it.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.find(id)
    }

    /// An accrual rule, if this version has it.
    pub fn earn_rule(&self, id: EarnId) -> Option<&EarnRule> {
        self.earn.find(id)
    }

    /// A campaign, if this version has it.
    pub fn campaign(&self, id: CampaignId) -> Option<&Campaign> {
        self.campaigns.find(id)
    }

    /// A benefit, if this version has it.
    pub fn benefit(&self, id: BenefitId) -> Option<&Benefit> {
        self.benefits.find(id)
    }

    /// A pool, if this version has it.
    pub fn pool(&self, id: PoolId) -> Option<&Pool> {
        self.pools.find(id)
    }

    /// A currency, if this version has it.
    pub fn currency(&self, id: CurrencyId) -> Option<&Currency> {
        self.currencies.find(id)
    }
}

macro_rules! identified {
    ($($thing:ident: $kind:ident;)*) => {$(
        impl Identified for $thing {
            type Kind = $kind;

            fn id(&self) -> Id<$kind> {
                self.id
            }
        }
    )*};
}

identified! {
    Metric: MetricKey;
    Currency: CurrencyKey;
    Segment: SegmentKey;
    Task: TaskKey;
    EarnRule: EarnKey;
    Campaign: CampaignKey;
    Tier: TierKey;
    Benefit: BenefitKey;
    Pool: PoolKey;
    Reward: RewardKey;
}
