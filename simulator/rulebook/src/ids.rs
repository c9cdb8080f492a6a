//! Identifiers. Outside the rule book an id is the author's word (`gold`, `card-spend`); inside it is a dense
//! index into the table of all ids of its kind, over all versions. The tables are sorted, so that the order of
//! indexes is the order of ids.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;

use serde::{Deserialize, Serialize};

/// A kind of thing that has ids of its own.
pub trait Kind {
    /// The word by which content files, sources and addresses name the kind.
    const NAME: &'static str;
}

/// A kind of thing that the rule book knows.
pub trait RuleKind: Kind + Sized + 'static {
    /// The kind as a value.
    const KIND: IdKind;

    /// The table of its ids.
    fn table(ids: &Ids) -> &IdTable<Self>;
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
    ($($(#[$doc:meta])* $variant:ident, $kind:ident, $alias:ident, $field:ident, $name:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $kind {}

            impl Kind for $kind {
                const NAME: &'static str = $name;
            }

            impl RuleKind for $kind {
                const KIND: IdKind = IdKind::$variant;

                fn table(ids: &Ids) -> &IdTable<Self> {
                    &ids.$field
                }
            }

            #[doc = concat!("The index of the id of a ", $name, ".")]
            pub type $alias = Id<$kind>;

            impl From<$alias> for AnyId {
                fn from(id: $alias) -> Self {
                    Self::$variant(id)
                }
            }
        )*

        /// The tables of all kinds.
        ///
        /// ```
        /// use rulebook::{IdKind, IdTable, Ids};
        ///
        /// let tiers = IdTable::new(["silver", "base", "gold"].map(str::to_owned));
        /// let ids = Ids { tiers, ..Ids::default() };
        /// // Indexes are in the order of the ids, whatever they stand for.
        /// let gold = ids.tiers.find("gold").expect("in the table");
        /// assert_eq!((gold.index(), &ids.tiers[gold]), (1, "gold"));
        /// assert_eq!(ids.find(IdKind::Tier, "gold"), Some(gold.into()));
        /// assert_eq!(ids.get(gold.into()), Some("gold"));
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Ids {
            $(
                #[doc = concat!("All ids of kind ", $name, ".")]
                pub $field: IdTable<$kind>,
            )*
        }

        impl Ids {
            /// The tables of what `of` lists for each kind, in any order.
            pub fn new<I: IntoIterator<Item = String>>(mut of: impl FnMut(IdKind) -> I) -> Self {
                Self { $($field: IdTable::new(of(IdKind::$variant)),)* }
            }
        }

        /// Which kind an [`AnyId`] is of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum IdKind {
            $($(#[$doc])* $variant,)*
        }

        /// The index of an id of any kind.
        ///
        /// ```
        /// use rulebook::{AnyId, IdTable, Ids};
        ///
        /// let mut ids = Ids::default();
        /// ids.metrics = IdTable::new(["aum".to_owned()]);
        /// let aum: AnyId = ids.parse("metric:aum")?;
        /// assert_eq!(aum, ids.metrics.find("aum").unwrap().into());
        /// assert_eq!(aum.display(&ids).to_string(), "metric:aum");
        /// # Ok::<(), rulebook::UnknownId>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum AnyId {
            $($(#[$doc])* $variant($alias),)*
        }

        impl IdKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word by which content files, sources and addresses name the kind.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl AnyId {
            /// Its kind.
            pub fn kind(self) -> IdKind {
                match self {
                    $(Self::$variant(_) => IdKind::$variant,)*
                }
            }

            /// Where the id stands in its kind's table.
            pub fn index(self) -> usize {
                match self {
                    $(Self::$variant(id) => id.index(),)*
                }
            }
        }

        impl Ids {
            /// The author's word for an id.
            ///
            /// # Panics
            ///
            /// If the id is of other tables, which have more ids.
            pub fn name(&self, id: AnyId) -> &str {
                match id {
                    $(AnyId::$variant(id) => &self.$field[id],)*
                }
            }

            /// The author's word for an id; nothing for an id of other tables that have more ids.
            pub fn get(&self, id: AnyId) -> Option<&str> {
                match id {
                    $(AnyId::$variant(id) => self.$field.get(id),)*
                }
            }

            /// The index of a kind's id.
            pub fn find(&self, kind: IdKind, id: &str) -> Option<AnyId> {
                match kind {
                    $(IdKind::$variant => self.$field.find(id).map(AnyId::$variant),)*
                }
            }

            /// All ids of a kind, in order, with the author's words.
            pub fn of_kind(&self, kind: IdKind) -> Vec<(AnyId, &str)> {
                match kind {
                    $(IdKind::$variant => self.$field.iter().map(|(id, name)| (id.into(), name)).collect(),)*
                }
            }
        }
    };
}

kinds! {
    /// What a customer is measured by.
    Metric, MetricKey, MetricId, metrics, "metric";
    /// What is earned.
    Currency, CurrencyKey, CurrencyId, currencies, "currency";
    /// A level of membership.
    Tier, TierKey, TierId, tiers, "tier";
    /// A customer group.
    Segment, SegmentKey, SegmentId, segments, "segment";
    /// A growth task or achievement.
    Task, TaskKey, TaskId, tasks, "task";
    /// An accrual rule.
    Earn, EarnKey, EarnId, earn, "earn";
    /// A campaign.
    Campaign, CampaignKey, CampaignId, campaigns, "campaign";
    /// A benefit.
    Benefit, BenefitKey, BenefitId, benefits, "benefit";
    /// A pool of benefits from which a tier may choose.
    Pool, PoolKey, PoolId, pools, "pool";
    /// An item of the rewards mall.
    Reward, RewardKey, RewardId, rewards, "reward";
}

/// A text that names no id of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownId {
    /// It does not begin with the word of a kind and a colon; the word that it begins with.
    Kind(String),
    /// The kind has no such id.
    Id {
        /// The kind.
        kind: IdKind,
        /// The id.
        id: String,
    },
}

impl IdKind {
    /// The kind that a word names.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl AnyId {
    /// Displays the id as sources and rules are written: `metric:aum`.
    pub fn display(self, ids: &Ids) -> impl fmt::Display {
        fmt::from_fn(move |f| write!(f, "{}:{}", self.kind().name(), ids.name(self)))
    }
}

impl Ids {
    /// The id that is written as sources and rules are: `metric:aum`.
    ///
    /// # Errors
    ///
    /// The text names no kind, or no id of its kind.
    pub fn parse(&self, text: &str) -> Result<AnyId, UnknownId> {
        let (word, id) = text.split_once(':').unwrap_or((text, ""));
        let kind = IdKind::named(word).ok_or_else(|| UnknownId::Kind(word.to_owned()))?;
        self.find(kind, id).ok_or_else(|| UnknownId::Id { kind, id: id.to_owned() })
    }
}

impl fmt::Display for UnknownId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(word) => write!(f, "no kind is called {word:?}"),
            Self::Id { kind, id } => write!(f, "there is no {} {id:?}", kind.name()),
        }
    }
}

impl std::error::Error for UnknownId {}

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

    /// The id of an index; nothing for an index of another table that has more ids.
    pub fn get(&self, id: Id<K>) -> Option<&str> {
        self.0.get(id.index()).map(String::as_str)
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

    /// Whether the ids are in strictly ascending order: what a table that was read must be checked for.
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
