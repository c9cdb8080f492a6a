//! What is earned: currencies and accrual rules.

use serde::{Deserialize, Serialize};

use super::{ByTier, Condition};
use crate::calendar::{Period, Validity};
use crate::ids::{CurrencyId, EarnId, MetricId};
use crate::number::{Number, Rounding};

/// What is earned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Currency {
    /// Its id.
    pub id: CurrencyId,
    /// 0 to 6.
    pub decimals: u32,
    /// How a credit is brought to these decimals.
    pub round: Rounding,
    /// Whether it can be redeemed.
    pub redeemable: bool,
    /// When a lot expires; never, if absent.
    pub expire: Option<Expiry>,
    /// Over all accrual rules and boosts together.
    pub cap: Option<CurrencyCap>,
    /// Value of one unit to the customer, in the programme's money.
    pub worth: Option<Number>,
}

/// When a lot expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiry {
    /// So many months after the month of its credit.
    pub months: u32,
    /// At the end of that month, or of its year.
    pub at: ExpireAt,
}

/// The end at which a lot expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpireAt {
    /// The month's.
    MonthEnd,
    /// The programme's year's.
    YearEnd,
}

/// The most that may be credited of a currency in a period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurrencyCap {
    /// At most.
    pub amount: Number,
    /// In each.
    pub per: Period,
}

/// An amount of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credit {
    /// Which currency.
    pub currency: CurrencyId,
    /// How much; not negative.
    pub amount: Number,
}

/// An accrual rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EarnRule {
    /// Its id.
    pub id: EarnId,
    /// What it credits.
    pub currency: CurrencyId,
    /// How much.
    pub yields: Yield,
    /// Evaluated in the last month of each such period.
    pub each: Period,
    /// Credited so many months later.
    pub delay: u32,
    /// Multiplier by tier; 1 where there is none.
    pub times: ByTier<Number>,
    /// Its own cap.
    pub cap: Option<Cap>,
    /// Who earns.
    pub when: Option<Condition>,
    /// When it is in force.
    pub validity: Validity,
}

/// How much a rule yields before the tier's multiplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Yield {
    /// For every `every` of the metric, `gives`.
    Gives {
        /// The metric.
        of: MetricId,
        /// Above 0.
        every: Number,
        /// Not negative.
        gives: Number,
        /// Whether only full `every`s count.
        full: bool,
    },
    /// The metric × `rate`.
    Rate {
        /// The metric.
        of: MetricId,
        /// Not negative.
        rate: Number,
        /// What the rate is per.
        basis: Basis,
    },
    /// A rate by band.
    Bands {
        /// The metric.
        of: MetricId,
        /// Not empty; strictly ascending by `from`, from 0.
        bands: Vec<Band>,
        /// Which part of the amount is taken at which rate.
        banding: Banding,
        /// What the rates are per.
        basis: Basis,
    },
    /// A fixed amount.
    Fixed(Number),
}

/// A rate from an amount on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// From this amount on.
    pub from: Number,
    /// The rate.
    pub rate: Number,
}

/// Which part of the amount is taken at which rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Banding {
    /// Each part at its band's.
    Marginal,
    /// All of it at the rate of the band that it is in.
    Whole,
}

/// What a rate is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A month.
    Month,
    /// A year: a month earns a twelfth.
    Year,
}

/// The most that may be credited in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cap {
    /// At most; no cap where there is none.
    pub amount: ByTier<Number>,
    /// In each.
    pub per: CapPeriod,
}

/// What a cap is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CapPeriod {
    /// A calendar period.
    Period(Period),
    /// The whole campaign; only for boosts.
    Campaign,
}
