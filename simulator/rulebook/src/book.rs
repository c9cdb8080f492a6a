//! The rule book: rules that are checked, and the form in which they are evaluated.

use crate::calendar::Month;
use crate::compiled::Compiled;
use crate::ids::CurrencyId;
use crate::invalid::{Invalid, NotARuleBook, Why};
use crate::model::{Rules, Version};
use crate::order::{self, Cycle, Order};
use crate::validate::validate;

/// A programme's rules, checked, and the form in which they are evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleBook {
    rules: Rules,
    pub(crate) compiled: Compiled,
}

impl RuleBook {
    /// Checks the rules and compiles them. There is no other way to a rule book, so that what is lowered from content
    /// and what is read from the wire form keep the same invariants.
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::model::ByTier;
    /// use rulebook::{Invalid, NotARuleBook, RuleBook, Why};
    /// # use card::rules;
    ///
    /// let mut rules = rules();
    /// assert!(RuleBook::new(rules.clone()).is_ok());
    ///
    /// // The ladder has two tiers.
    /// let mut card = rules.versions[0].earn[0].clone();
    /// card.times = ByTier::new(3, |_| None);
    /// let invalid = Invalid { version: Some(0), rule: Some(card.id.into()), why: Why::TableNotOfLadder };
    /// rules.versions[0].earn = vec![card].into();
    /// assert_eq!(RuleBook::new(rules), Err(NotARuleBook::Invalid(invalid)));
    /// ```
    ///
    /// # Errors
    ///
    /// The first invariant that the rules break, or the shortest cycle of rules that need each other.
    pub fn new(rules: Rules) -> Result<Self, NotARuleBook> {
        validate(&rules)?;
        let orders = orders(&rules)?;
        if !rules.fit_the_wire() {
            return Err(Invalid { version: None, rule: None, why: Why::TooLarge }.into());
        }
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

impl Rules {
    /// Looks for rules that need each other, also where the rules break other invariants.
    ///
    /// # Errors
    ///
    /// The shortest cycle of the first version that has one.
    pub fn check_order(&self) -> Result<(), Cycle> {
        orders(self).map(|_| ())
    }
}

/// The order of evaluation of each version.
fn orders(rules: &Rules) -> Result<Vec<Order>, Cycle> {
    let of = |(version, rules_of)| order::order(rules_of, &rules.ids).map_err(|way| Cycle { version, way });
    rules.versions.iter().enumerate().map(of).collect()
}
