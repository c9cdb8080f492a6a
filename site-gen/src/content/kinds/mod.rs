//! What a product team may write: each kind of file and table, its fields declared once.

mod customer;
mod earning;
mod entitlements;
mod metrics;
mod programme;
mod reading;

pub use customer::{Customer, Example, PastAmount};
pub use earning::{
    Band, Boost, ByTierOrOne, Campaign, CampaignInternal, Cap, CapWord, Currency, CurrencyCap, Earn, Expire,
    Gift, Phase, RepeatWord, Task, TaskReward, UnitsWord,
};
pub use entitlements::{
    Benefit, BenefitInternal, Category, Grant, Pool, Quota, Reward, RewardInternal, Tier,
};
pub use metrics::{
    Earned, Metric, MissingWord, Over, Part, StepRow, Steps, TakeWord, UnitWord, WeighWord, WeightedPart,
};
pub use programme::{Household, Programme};
pub use reading::{Faq, News, Page, Partner, Segment, Term};

use rulebook::Kind;

/// The kinds that have ids but take no part in the rules.
macro_rules! site_kinds {
    ($($(#[$doc:meta])* $key:ident = $name:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $key {}

        impl Kind for $key {
            const NAME: &'static str = $name;
        }
    )*};
}

site_kinds! {
    /// A shelf of benefits or rewards.
    CategoryKey = "category";
    /// A merchant or supplier.
    PartnerKey = "partner";
}
