//! A customer: what the simulator's form and a customer's file hold.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, Month};
use crate::ids::{CurrencyId, MetricId, TaskId, TierId};
use crate::number::Number;

/// Where a run starts, and what happens in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// First month.
    pub start: Month,
    /// How many months to run; 1 to 120.
    pub months: u32,
    /// The tier in force in the first month; the base tier, if absent.
    pub tier: Option<TierId>,
    /// The last month of that tier's hold; none is running, if absent.
    pub held_until: Option<Month>,
    /// Tasks achieved before `start`.
    pub achieved: Vec<TaskId>,
    /// Opening balances.
    pub lots: Vec<PriorCredit>,
    /// Credited before `start`; counts for `earned` metrics only.
    pub earned: Vec<PriorCredit>,
    /// Inputs, the same in every month.
    pub every: Inputs,
    /// What differs in one month.
    pub month: BTreeMap<Month, Inputs>,
    /// What is spent in a month.
    pub redeem: BTreeMap<Month, BTreeMap<CurrencyId, Number>>,
    /// The other members of the household: pooled metrics only.
    pub members: Vec<Inputs>,
}

/// Values of input metrics.
pub type Inputs = BTreeMap<MetricId, Value>;

/// An amount that was credited before the run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriorCredit {
    /// Which currency.
    pub currency: CurrencyId,
    /// When; before the customer's start.
    pub month: Month,
    /// How much; not negative.
    pub amount: Number,
}

/// A metric's value in a month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A number.
    Number(Number),
    /// A flag.
    Flag(bool),
    /// A date; `None` where it is not given.
    Date(Option<Date>),
}

/// Why a customer cannot be evaluated under a rule book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerError {
    /// A run of no month, or of more than 120.
    Months,
    /// An id that the rule book does not have.
    Unknown,
    /// An opening lot, or an earlier credit, of no month before the start.
    NotBefore,
    /// An amount below 0.
    Negative,
    /// Opening lots that add up to more than a number can be.
    TooMuch,
}

impl Customer {
    /// A customer who starts in the base tier, with nothing.
    pub fn new(start: Month, months: u32) -> Self {
        Self {
            start,
            months,
            tier: None,
            held_until: None,
            achieved: Vec::new(),
            lots: Vec::new(),
            earned: Vec::new(),
            every: Inputs::new(),
            month: BTreeMap::new(),
            redeem: BTreeMap::new(),
            members: Vec::new(),
        }
    }
}

impl Value {
    /// As a part of a sum: a flag counts as 1 or 0, a date not at all.
    pub fn number(self) -> Number {
        match self {
            Self::Number(number) => number,
            Self::Flag(true) => Number::ONE,
            Self::Flag(false) | Self::Date(_) => Number::ZERO,
        }
    }
}

impl fmt::Display for CustomerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Months => "a run of no month or of more than 120",
            Self::Unknown => "an id that the rule book does not have",
            Self::NotBefore => "an opening amount of no month before the start",
            Self::Negative => "an amount below 0",
            Self::TooMuch => "opening lots that are too large",
        })
    }
}

impl std::error::Error for CustomerError {}
