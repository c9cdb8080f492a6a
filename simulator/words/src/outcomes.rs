//! Results in words: reviews, and runs that ended in an error.

use rulebook::model::Version;
use rulebook::{Month, MonthResult, Outcome, RunError, TierId};

use crate::speaker::Speaker;

/// What is to be said of a review.
pub(crate) struct ReviewSaid {
    /// At whose end it was.
    pub(crate) month: Month,
    /// The tier in force.
    pub(crate) tier: TierId,
    /// The tier of the next month.
    pub(crate) next: TierId,
    /// What came of it.
    pub(crate) outcome: Outcome,
    /// Failures in a row, after it.
    pub(crate) failures: u32,
    /// The last month of the hold that runs after it.
    pub(crate) held_until: Option<Month>,
}

impl Speaker<'_> {
    /// What a month's review came to; a sentence. `version` is the month's.
    pub fn review(self, version: &Version, result: &MonthResult) -> Option<String> {
        let review = result.review.as_ref()?;
        Some(self.review_said(
            version,
            &ReviewSaid {
                month: result.month,
                tier: result.tier,
                next: result.next_tier,
                outcome: review.outcome,
                failures: review.failures,
                held_until: review.held_until,
            },
        ))
    }

    pub(crate) fn review_said(self, version: &Version, review: &ReviewSaid) -> String {
        let base = version.ladder.first().is_some_and(|base| base.id == review.tier);
        let form = match (review.outcome, review.held_until) {
            (Outcome::Kept, None) if base => "base",
            (Outcome::Upgrade | Outcome::Kept | Outcome::Downgrade, Some(_)) => "hold",
            _ => "plain",
        };
        let message = self.message("review").with("outcome", review.outcome.name()).with("form", form);
        let message = message.with("tier", self.name(review.tier)).with("next", self.name(review.next));
        let message = message.with("from", self.month(review.month.plus(1)));
        let until = review.held_until.map_or_else(String::new, |month| self.month(month));
        message.with("until", until).count(review.failures).say()
    }

    /// Why a run ended without a result; a sentence.
    pub fn run_error(self, error: &RunError) -> String {
        match *error {
            RunError::Customer(_) => self.message("error-customer").say(),
            RunError::Insufficient { month, currency, shortfall } => {
                let message = self.message("error-insufficient").with("month", self.month(month));
                let message = message.with("currency", self.name(currency));
                message.with("shortfall", self.amount(currency, shortfall)).say()
            }
            RunError::NotRedeemable { month, currency } => {
                let message = self.message("error-not-redeemable").with("month", self.month(month));
                message.with("currency", self.name(currency)).say()
            }
            RunError::Overflow { rule, month } => {
                let message = self.message("error-overflow").with("month", self.month(month));
                message.with("rule", self.name_of(rule)).say()
            }
        }
    }
}
