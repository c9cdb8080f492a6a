//! The tier ladder, and values by tier.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::ids::TierId;

/// A value for each tier of the version's ladder, lowest first, inheritance done: a tier that the author did not
/// name has the nearest lower one's, and nothing stands below the lowest named tier.
///
/// It is made by asking each tier, so that none can be left out. Whether the ladder is that of the version is for
/// [`RuleBook::new`](crate::RuleBook::new) to check, as it must for values that were read.
///
/// ```
/// use rulebook::Number;
/// use rulebook::model::ByTier;
///
/// // On a ladder of four tiers, the two highest earn double.
/// let times = ByTier::new(4, |rung| (rung >= 2).then(|| Number::from(2)));
/// assert_eq!(times.len(), 4);
/// assert_eq!((times.get(1), times.get(3)), (None, Some(&Number::from(2))));
/// assert_eq!(times.iter().position(|times| times.is_some()), Some(2));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByTier<T>(Vec<Option<T>>);

/// A level of membership.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// Its id.
    pub id: TierId,
    /// Its place; unique, from 1.
    pub rank: u32,
    /// Who rises to it; absent in the base tier only.
    pub qualify: Option<Condition>,
    /// Who keeps it, beside those who qualify for it; absent where that is the same.
    pub keep: Option<Condition>,
    /// How long it is held after it was reached or confirmed.
    pub hold: Hold,
    /// How many reviews may be failed before falling.
    pub grace: u32,
    /// Where one falls.
    pub fall: Fall,
}

/// How long a tier is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// Not at all.
    None,
    /// So many months after the month of the review.
    Months(u32),
    /// To the end of the year of the month after the review.
    YearEnd,
    /// To the end of the year after that of the review.
    NextYearEnd,
}

/// Where one falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fall {
    /// To the tier that is qualified for.
    All,
    /// One rank down.
    One,
}

impl<T> ByTier<T> {
    /// The value of each rung of a ladder of so many tiers.
    pub fn new(tiers: usize, value: impl FnMut(usize) -> Option<T>) -> Self {
        Self((0..tiers).map(value).collect())
    }

    /// The value of the tier on a rung; nothing, too, where the ladder has no such rung.
    pub fn get(&self, rung: usize) -> Option<&T> {
        self.0.get(rung)?.as_ref()
    }

    /// The values of all rungs, lowest first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<&T>> + DoubleEndedIterator {
        self.0.iter().map(Option::as_ref)
    }

    /// How many tiers the ladder has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the ladder has no tier, as that of no rule book has.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
