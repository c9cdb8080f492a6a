//! The rewards mall: what a currency buys.

use serde::{Deserialize, Serialize};

use super::ByTier;
use crate::calendar::Validity;
use crate::ids::{CurrencyId, RewardId};
use crate::number::Number;

/// An item of the rewards mall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reward {
    /// Its id.
    pub id: RewardId,
    /// In which its price is; absent in a programme without one that can be redeemed.
    pub currency: CurrencyId,
    /// The price where no tier has its own.
    pub price: Number,
    /// Prices of its own for tiers.
    pub prices: ByTier<Number>,
    /// Money paid besides.
    pub cash: Number,
    /// Value to the customer, in the programme's money.
    pub worth: Option<Number>,
    /// When it can be had.
    pub validity: Validity,
}
