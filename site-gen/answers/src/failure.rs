//! A run that has no result.

use rulebook::{Ids, Month, Number, RunError};
use serde::Serialize;

use crate::value::OfKind;

/// Why a run has no result: what `simulate`, `path`, `plan` and `explain` print then.
#[derive(Serialize)]
pub struct Failure<'a>(Why<'a>);

#[derive(Serialize)]
#[serde(tag = "error", rename_all = "kebab-case")]
enum Why<'a> {
    Customer { because: String },
    Insufficient { month: Month, currency: &'a str, shortfall: Number },
    NotRedeemable { month: Month, currency: &'a str },
    Overflow { month: Month, rule: OfKind<'a> },
}

impl<'a> Failure<'a> {
    /// An error, with ids of the rule book that the customer was run through.
    pub fn new(error: &RunError, ids: &'a Ids) -> Self {
        Self(match *error {
            RunError::Customer(error) => Why::Customer { because: error.to_string() },
            RunError::Insufficient { month, currency, shortfall } => {
                Why::Insufficient { month, currency: &ids.currencies[currency], shortfall }
            }
            RunError::NotRedeemable { month, currency } => {
                Why::NotRedeemable { month, currency: &ids.currencies[currency] }
            }
            RunError::Overflow { rule, month } => Why::Overflow { month, rule: OfKind(rule, ids) },
        })
    }
}
