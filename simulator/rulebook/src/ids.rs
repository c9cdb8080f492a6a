//! Identifiers. Outside the rule book an id is the author's word (`gold`, `card-spend`); inside it is a dense
//! index into the table of all ids of its kind, over all versions. The tables are sorted, so that the order of
//! indexes is the order of ids.

use std::marker::PhantomData;
use std::ops::Index;

use serde::{Deserialize, Serialize};

/// A kind of thing that has ids of its own.
pub trait Kind {
    /// The word by which content files, sources and addresses name the kind.
    const NAME: &'static str;
}

/// The index of an id of kind `K`.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id<K>(u32, #[serde(skip)] PhantomData<fn() -> K>);

/// All ids of kind `K`, sorted.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdTable<K>(Vec<String>, #[serde(skip)] PhantomData<fn() -> K>);

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $alias:ident, $field:ident, $name:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $kind {}

            impl Kind for $kind {
                const NAME: &'static str = $name;
            }

            #[doc = concat!("The index of the id of a ", $name, ".")]
            pub type $alias = Id<$kind>;
        )*

        /// The tables of all kinds.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Ids {
            $(
                #[doc = concat!("All ids of kind ", $name, ".")]
                pub $field: IdTable<$kind>,
            )*
        }
    };
}

kinds! {
    /// What a customer is measured by.
    MetricKey, MetricId, metrics, "metric";
    /// What is earned.
    CurrencyKey, CurrencyId, currencies, "currency";
    /// A level of membership.
    TierKey, TierId, tiers, "tier";
    /// A customer group.
    SegmentKey, SegmentId, segments, "segment";
    /// A growth task or achievement.
    TaskKey, TaskId, tasks, "task";
    /// An accrual rule.
    EarnKey, EarnId, earn, "earn";
    /// A campaign.
    CampaignKey, CampaignId, campaigns, "campaign";
    /// A benefit.
    BenefitKey, BenefitId, benefits, "benefit";
    /// A pool of benefits from which a tier may choose.
    PoolKey, PoolId, pools, "pool";
    /// An item of the rewards mall.
    RewardKey, RewardId, rewards, "reward";
}

impl<K> Id<K> {
    /// Where the id stands in its table.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl<K> IdTable<K> {
    /// Sorts the ids and drops repetitions.
    pub fn new(ids: impl IntoIterator<Item = String>) -> Self {
        let mut ids: Vec<_> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        Self(ids, PhantomData)
    }

    /// The index of an id.
    pub fn find(&self, id: &str) -> Option<Id<K>> {
        let at = self.0.binary_search_by(|known| known.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok().map(|at| Id(at, PhantomData))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order, with their indexes.
    pub fn iter(&self) -> impl Iterator<Item = (Id<K>, &str)> {
        (0..).zip(&self.0).map(|(at, id)| (Id(at, PhantomData), id.as_str()))
    }

    /// Whether the table is sorted and an index is in it: what a table that was read must be checked for.
    pub(crate) fn is_sorted(&self) -> bool {
        self.0.is_sorted_by(|a, b| a < b)
    }
}

impl<K> Index<Id<K>> for IdTable<K> {
    type Output = str;

    fn index(&self, id: Id<K>) -> &str {
        &self.0[id.index()]
    }
}

// Derived implementations would ask the same of `K`.
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K: Kind> std::fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", K::NAME, self.0)
    }
}

impl<K> Clone for IdTable<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<K> Default for IdTable<K> {
    fn default() -> Self {
        Self(Vec::new(), PhantomData)
    }
}

impl<K> PartialEq for IdTable<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K> Eq for IdTable<K> {}

impl<K> std::fmt::Debug for IdTable<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
