//! The tier ladder, and values by tier.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::ids::TierId;

/// A value for each tier of the version's ladder, lowest first, inheritance done: a tier that the author did not
/// name has the nearest lower one's, and `None` stands below the lowest named tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByTier<T>(pub Vec<Option<T>>);

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

impl<T: Copy> ByTier<T> {
    /// The value of the tier at a place of the ladder.
    pub fn at(&self, place: usize) -> Option<T> {
        self.0.get(place).copied().flatten()
    }
}
