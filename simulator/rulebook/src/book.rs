//! The rule book: rules that are checked, and the form in which they are evaluated.

use crate::calendar::Month;
use crate::compiled::Compiled;
use crate::invalid::{Invalid, NotARuleBook, Why};
use crate::model::{Rules, Version};
use crate::order::{self, Cycle, Order};
use crate::validate::validate;
use crate::wire::WireError;

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

    /// The wire form, as it is published.
    pub fn to_wire(&self) -> Vec<u8> {
        self.rules().to_wire()
    }

    /// Reads the wire form; trusts nothing of it.
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::{RuleBook, WireError};
    /// # use card::rules;
    ///
    /// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    /// let wire = book.to_wire();
    /// assert_eq!(RuleBook::from_wire(&wire).as_ref(), Ok(&book));
    /// assert!(matches!(RuleBook::from_wire(&wire[..20]), Err(WireError::Malformed(_))));
    /// ```
    ///
    /// # Errors
    ///
    /// If the bytes are of another version of the form, cannot be read, or are of rules that [`RuleBook::new`] refuses.
    pub fn from_wire(bytes: &[u8]) -> Result<Self, WireError> {
        Self::new(Rules::from_wire(bytes)?).map_err(WireError::Invalid)
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
