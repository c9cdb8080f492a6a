//! What benefits are worth in a year, as far as the rules say enough to reckon it.

use crate::book::RuleBook;
use crate::calendar::Period;
use crate::model::{Extent, Grant};
use crate::number::{Number, Sum};
use crate::result::MonthResult;

impl Grant {
    /// What it is worth to the customer in a year; none if its uses are not counted, or a use has no worth.
    pub fn worth_in_a_year(&self) -> Option<Number> {
        match self.extent {
            Extent::Quota { uses, per: Some(per) } => in_a_year(uses.product(self.worth?).ok()?, per),
            Extent::Unlimited { expected: Some(uses) } => uses.product(self.worth?).ok(),
            Extent::Amount { amount, per: Some(per) } => in_a_year(self.worth.unwrap_or(amount), per),
            Extent::Quota { .. }
            | Extent::Unlimited { .. }
            | Extent::Amount { .. }
            | Extent::Discount(_)
            | Extent::Rate(_)
            | Extent::Included => None,
        }
    }
}

impl RuleBook {
    /// What a month's benefits are worth in a year together, those left out whose worth cannot be reckoned and those
    /// that must be chosen from a pool; none if there is no other.
    pub fn worth_in_a_year(&self, month: &MonthResult) -> Option<Number> {
        let version = &self.rules().versions[month.version];
        let rung = version.rung(month.tier)?;
        let given = version
            .benefits
            .iter()
            .filter(|benefit| benefit.pool.is_none() && month.benefits.binary_search(&benefit.id).is_ok());
        let grants = given.filter_map(|benefit| benefit.grants.as_ref()?.get(rung));
        let worths: Vec<_> = grants.filter_map(Grant::worth_in_a_year).collect();
        (!worths.is_empty()).then(|| worths.into_iter().collect::<Sum>().total().ok()).flatten()
    }
}

fn in_a_year(amount: Number, per: Period) -> Option<Number> {
    amount.product(Number::from(12 / per.months())).ok()
}
