//! What a run gives: each month's figures.

use serde::{Deserialize, Serialize};

use crate::calendar::Month;
use crate::customer::{CustomerError, Value};
use crate::ids::{AnyId, BenefitId, CurrencyId, MetricId, SegmentId, TaskId, TierId};
use crate::number::Number;

/// One month of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthResult {
    /// Which month.
    pub month: Month,
    /// Under which of the rule book's versions.
    pub version: usize,
    /// The tier in force.
    pub tier: TierId,
    /// All metrics of the version, by id.
    pub metrics: Vec<(MetricId, Value)>,
    /// The segments that hold, by id.
    pub segments: Vec<SegmentId>,
    /// The tasks achieved in this month, by id.
    pub tasks: Vec<TaskId>,
    /// What was credited, in that order.
    pub lines: Vec<Line>,
    /// All currencies of the version, by id.
    pub accounts: Vec<Account>,
    /// The benefits that the customer has, by id.
    pub benefits: Vec<BenefitId>,
    /// The review, if the month has one.
    pub review: Option<Review>,
    /// The tier of the next month.
    pub next_tier: TierId,
}

impl MonthResult {
    /// A month of nothing: a buffer for [`crate::book::RuleBook::advance`].
    pub fn new(month: Month, tier: TierId) -> Self {
        Self {
            month,
            version: 0,
            tier,
            metrics: Vec::new(),
            segments: Vec::new(),
            tasks: Vec::new(),
            lines: Vec::new(),
            accounts: Vec::new(),
            benefits: Vec::new(),
            review: None,
            next_tier: tier,
        }
    }
}

/// One credit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// What credits it: an accrual rule, a campaign (a boost or a gift) or a task (a reward).
    pub source: AnyId,
    /// Which currency.
    pub currency: CurrencyId,
    /// How much; above 0.
    pub amount: Number,
}

/// A month of a currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// Which currency.
    pub currency: CurrencyId,
    /// Credited in the month.
    pub earned: Number,
    /// Delayed, at the end of the month.
    pub pending: Number,
    /// Spent in the month.
    pub redeemed: Number,
    /// Expired at the end of the month.
    pub expired: Number,
    /// Held at the end of the month.
    pub balance: Number,
}

/// A review of the tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Review {
    /// The highest tier whose `qualify` holds.
    pub qualified: TierId,
    /// What became of it.
    pub outcome: Outcome,
    /// Failures in a row, after it.
    pub failures: u32,
    /// The last month of the hold that runs after it.
    pub held_until: Option<Month>,
}

/// What a review comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// To a higher tier; `rise` in data.
    #[serde(rename = "rise")]
    Upgrade,
    /// A hold is running.
    Held,
    /// Qualified for, or `keep` holds.
    Kept,
    /// Failed, within the grace.
    Grace,
    /// To a lower tier; `fall` in data.
    #[serde(rename = "fall")]
    Downgrade,
}

impl Outcome {
    /// As results name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upgrade => "rise",
            Self::Held => "held",
            Self::Kept => "kept",
            Self::Grace => "grace",
            Self::Downgrade => "fall",
        }
    }
}

/// Why a run ended without a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RunError {
    /// The customer does not fit the rule book, so that there was no run.
    Customer(CustomerError),
    /// More was to be redeemed than is held.
    Insufficient {
        /// When.
        month: Month,
        /// Of which currency.
        currency: CurrencyId,
        /// How much is missing.
        shortfall: Number,
    },
    /// A currency that cannot be redeemed was to be.
    NotRedeemable {
        /// When.
        month: Month,
        /// Which currency.
        currency: CurrencyId,
    },
    /// A figure left the range.
    Overflow {
        /// In which rule: a metric, or what credits.
        rule: AnyId,
        /// When.
        month: Month,
    },
}
