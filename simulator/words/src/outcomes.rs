//! Results in words: reviews, and runs that ended in an error.

use rulebook::model::Version;
use rulebook::{MonthResult, Outcome, RunError};

use crate::speaker::Speaker;

impl Speaker<'_> {
    /// What a month's review came to; a sentence. `version` is the month's.
    pub fn review(self, version: &Version, result: &MonthResult) -> Option<String> {
        let review = result.review.as_ref()?;
        let base = version.ladder.first().is_some_and(|base| base.id == result.tier);
        let form = match (review.outcome, review.held_until) {
            (Outcome::Kept, None) if base => "base",
            (Outcome::Rise | Outcome::Kept | Outcome::Fall, Some(_)) => "hold",
            _ => "plain",
        };
        let message = self.message("review").with("outcome", review.outcome.name()).with("form", form);
        let message = message.with("tier", self.name(result.tier)).with("next", self.name(result.next_tier));
        let message = message.with("from", self.month(result.month.plus(1)));
        let until = review.held_until.map_or_else(String::new, |month| self.month(month));
        Some(message.with("until", until).count(review.failures).say())
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
                message.with("rule", self.rule(rule)).say()
            }
        }
    }
}
