//! Benefits, what each tier has of them, and the pools that they are chosen from.

use serde::{Deserialize, Serialize};

use super::{ByTier, Condition};
use crate::calendar::{Period, Validity};
use crate::ids::{BenefitId, PoolId};
use crate::number::Number;

/// A benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Benefit {
    /// Its id.
    pub id: BenefitId,
    /// Who has it, beside the tier.
    pub when: Option<Condition>,
    /// When it is available.
    pub validity: Validity,
    /// The pool that it is chosen from.
    pub pool: Option<PoolId>,
    /// What each tier has of it; absent where it belongs to everybody who meets `when`.
    pub grants: Option<ByTier<Grant>>,
}

/// What a tier has of a benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    /// How much.
    pub extent: Extent,
    /// Value of one use to the customer, in the programme's money.
    pub worth: Option<Number>,
}

/// How much of a benefit is granted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// So many uses in each period; each time, if there is none.
    Quota {
        /// How many.
        uses: Number,
        /// In each.
        per: Option<Period>,
    },
    /// As many as one likes.
    Unlimited {
        /// Uses a year to reckon with.
        expected: Option<Number>,
    },
    /// A share off the price.
    Discount(Number),
    /// Money in each period; each time, if there is none.
    Amount {
        /// How much.
        amount: Number,
        /// In each.
        per: Option<Period>,
    },
    /// A rate.
    Rate(Number),
    /// What the wording says, without a figure.
    Included,
}

/// A pool of benefits from which a tier may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pool {
    /// Its id.
    pub id: PoolId,
    /// How many may be chosen.
    pub pick: ByTier<u32>,
    /// In each.
    pub per: Option<Period>,
}
