//! The rule behind an entry: pages take words from the one and figures from the other.

use rulebook::model::{
    Benefit, Campaign, Currency, EarnRule, Metric, Pool, Reward, Segment, Task, Tier, Version,
};
use rulebook::{
    BenefitKey, CampaignKey, CurrencyKey, EarnKey, Id, MetricKey, PoolKey, RewardKey, SegmentKey, TaskKey,
    TierKey,
};
use words::Noun;

use super::super::context::Context;

/// A rule that an entry of its kind stands for.
pub(super) trait Ruled: Sized + 'static {
    /// The kind.
    type Key: Noun;
    /// Its id.
    fn id(&self) -> Id<Self::Key>;
    /// All of the kind in a version.
    fn all(version: &Version) -> &[Self];
}

macro_rules! ruled {
    ($($rule:ident: $key:ident, $field:ident;)*) => {$(
        impl Ruled for $rule {
            type Key = $key;

            fn id(&self) -> Id<$key> {
                self.id
            }

            fn all(version: &Version) -> &[Self] {
                &version.$field
            }
        }
    )*};
}

ruled! {
    Metric: MetricKey, metrics;
    Currency: CurrencyKey, currencies;
    Segment: SegmentKey, segments;
    Task: TaskKey, tasks;
    EarnRule: EarnKey, earn;
    Campaign: CampaignKey, campaigns;
    Tier: TierKey, ladder;
    Benefit: BenefitKey, benefits;
    Pool: PoolKey, pools;
    Reward: RewardKey, rewards;
}

/// The rule of an entry. The catalogue makes both from one record, so there always is one.
pub(super) fn of<'a, R: Ruled>(context: &Context<'a>, key: &str) -> &'a R {
    let id = R::Key::table(&context.catalogue.book.rules().ids).find(key);
    let found = R::all(context.version).iter().find(|rule| Some(rule.id()) == id);
    found.expect("entries and rules are made from the same records")
}
