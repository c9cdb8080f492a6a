//! The rule behind an entry: pages take words from the one and figures from the other.

use rulebook::model::{
    Benefit, Campaign, Currency, EarnRule, Metric, Pool, Reward, Segment, Task, Tier, Version,
};
use rulebook::{
    BenefitKey, CampaignKey, CurrencyKey, EarnKey, Id, MetricKey, PoolKey, RewardKey, RuleKind, Rules,
    SegmentKey, TaskKey, TierKey,
};

/// A rule that an entry of its kind stands for.
pub(super) trait Ruled: Sized + 'static {
    /// The kind.
    type Key: RuleKind;
    /// Its id.
    fn id(&self) -> Id<Self::Key>;
    /// All of the kind in a version.
    fn all(version: &Version) -> &[Self];
    /// Where those of a version are.
    fn places(places: &Places) -> &[usize];
}

macro_rules! ruled {
    ($($rule:ident: $key:ident, $field:ident;)*) => {
        /// Where the rules of a version are in its lists: for each kind, by the index of the id.
        pub(super) struct Places {
            $($field: Vec<usize>,)*
        }

        impl Places {
            /// Finds the rules of a version.
            pub(super) fn new(rules: &Rules, version: &Version) -> Self {
                Self { $($field: places::<$rule>(rules, version),)* }
            }
        }

        $(impl Ruled for $rule {
            type Key = $key;

            fn id(&self) -> Id<$key> {
                self.id
            }

            fn all(version: &Version) -> &[Self] {
                &version.$field
            }

            fn places(places: &Places) -> &[usize] {
                &places.$field
            }
        })*
    };
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

fn places<R: Ruled>(rules: &Rules, version: &Version) -> Vec<usize> {
    let all = R::all(version);
    // What a version lacks has no entry in it either, so that its place is never asked for.
    let mut places = vec![usize::MAX; R::Key::table(&rules.ids).len()];
    for (at, rule) in all.iter().enumerate() {
        places[rule.id().index()] = at;
    }
    places
}

impl Places {
    /// The rule of an entry. The catalogue makes both from one record, so there always is one.
    pub(super) fn of<'a, R: Ruled>(&self, rules: &Rules, version: &'a Version, key: &str) -> &'a R {
        self.find(rules, version, key).expect("entries and rules are made from the same records")
    }

    /// The rule of an id, if the version has one.
    pub(super) fn find<'a, R: Ruled>(&self, rules: &Rules, version: &'a Version, key: &str) -> Option<&'a R> {
        let id = R::Key::table(&rules.ids).find(key)?;
        R::all(version).get(*R::places(self).get(id.index())?)
    }
}
