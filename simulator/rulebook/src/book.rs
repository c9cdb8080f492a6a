//! The rule book: rules that are checked, and the form in which they are evaluated.

use crate::calendar::Month;
use crate::engine::Compiled;
use crate::ids::CurrencyId;
use crate::model::{Rules, Version};
use crate::order::{self, Cycle};

/// A programme's rules, checked, and the form in which they are evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleBook {
    rules: Rules,
    pub(crate) compiled: Compiled,
}

impl RuleBook {
    /// Works out the order of evaluation of each version. The rules' own invariants are the caller's to keep;
    /// what comes from outside goes through [`RuleBook::from_wire`].
    pub fn new(rules: Rules) -> Result<Self, Cycle> {
        let order =
            |(version, rules_of)| order::order(rules_of, &rules.ids).map_err(|way| Cycle { version, way });
        let orders = rules.versions.iter().enumerate().map(order).collect::<Result<Vec<_>, _>>()?;
        let compiled = Compiled::new(&rules, &orders);
        Ok(Self { rules, compiled })
    }

    /// The rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Which version a month is evaluated under: the last that is in force on its first day, or the first.
    pub fn version_at(&self, month: Month) -> usize {
        self.rules.versions.iter().rposition(|version| version.from <= month).unwrap_or(0)
    }

    /// The version that is in force in a month.
    pub fn version(&self, month: Month) -> &Version {
        &self.rules.versions[self.version_at(month)]
    }

    /// The month at whose end an opening lot of a month expires: under that month's version, or the first that
    /// has the currency.
    pub fn opening_expiry(&self, currency: CurrencyId, month: Month) -> Option<Month> {
        let terms = self.version(month).currency(currency);
        let first = || self.rules.versions.iter().find_map(|version| version.currency(currency));
        let expiry = terms.or_else(first)?.expire?;
        Some(expiry.of(month, self.rules.year_starts))
    }
}
