//! Metrics: what a customer is measured by.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::calendar::Period;
use crate::ids::{CurrencyId, MetricId};
use crate::number::Number;

/// What a customer is measured by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    /// Its id.
    pub id: MetricId,
    /// What its values are.
    pub unit: Unit,
    /// How hard one step is for a customer, if the author says so.
    pub effort: Option<Number>,
    /// The smallest sensible change, if the author says so.
    pub step: Option<Number>,
    /// Where its values come from.
    pub source: MetricSource,
}

/// What a metric's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// The programme's money.
    Money,
    /// A plain number.
    Count,
    /// Yes or no.
    Flag,
    /// A length of time.
    Months,
    /// A length of time.
    Years,
    /// A day; only for facts.
    Date,
    /// Units of a currency that is earned.
    Currency(CurrencyId),
}

/// Where a metric's values come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MetricSource {
    /// The customer's file or the simulator's form.
    Input(InputKind),
    /// The sum of the parts.
    Sum(Vec<Part>),
    /// The greatest of the parts; not empty.
    Greatest(Vec<Part>),
    /// The least of the parts; not empty.
    Least(Vec<Part>),
    /// Another metric over a window of months.
    Over {
        /// The other metric.
        metric: MetricId,
        /// Which months.
        window: Window,
        /// Whether months before the customer's start are left out instead of counting as 0.
        skip_missing: bool,
        /// What is taken of their values.
        take: Take,
    },
    /// The second value of the row with the largest first value that is not above the metric; below, 0.
    Steps {
        /// The metric that is looked up.
        metric: MetricId,
        /// Strictly ascending by the first value; not empty.
        table: Vec<(Number, Number)>,
    },
    /// How many of the conditions hold.
    Count(Vec<Condition>),
    /// What of a currency was credited in a window.
    Earned {
        /// Which currency.
        currency: CurrencyId,
        /// Which months.
        window: Window,
    },
    /// The balance of a currency at the end of the month.
    Held(CurrencyId),
    /// Whole months since a date fact.
    Since(MetricId),
}

/// How an input is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// The month's average daily balance.
    Balance,
    /// The month's total.
    Flow,
    /// A standing fact.
    Fact,
}

/// A part of a sum: the metric × `weight`, cut at `up_to`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// A number or a flag (1 or 0).
    pub metric: MetricId,
    /// 1 unless said; may be negative.
    pub weight: Number,
    /// The most that the part counts, after weighting.
    pub up_to: Option<Number>,
}

/// The months that a metric looks at from a month `m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Window {
    /// The `count` months that end `lag` months before `m`.
    Months {
        /// 1 to 120.
        count: u32,
        /// 0 to 120.
        lag: u32,
    },
    /// `m`'s calendar period up to `m`; with a lag, the whole period so many periods before.
    Period {
        /// Which period.
        period: Period,
        /// 0 to 120.
        lag: u32,
    },
}

/// What is taken of a window's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// The average, each month weighing the same.
    Average,
    /// The average, each month weighing as many as its days.
    DailyAverage,
    /// The sum.
    Total,
    /// The highest.
    Highest,
    /// The lowest.
    Lowest,
}

impl Window {
    /// Whether it ends before the month that it is seen from, and so needs nothing of it.
    pub fn lags(self) -> bool {
        let (Self::Months { lag, .. } | Self::Period { lag, .. }) = self;
        lag > 0
    }
}
