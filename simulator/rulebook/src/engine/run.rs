//! Whole runs: a customer through all months.

use super::{RunInputs, State};
use crate::book::RuleBook;
use crate::customer::Customer;
use crate::record::{Recorder, Silent};
use crate::result::{MonthResult, RunError};

impl RuleBook {
    /// Runs a customer through all months.
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::{CustomerError, Number, RuleBook, RunError};
    /// # use card::{customer, rules};
    ///
    /// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    /// let ids = &book.rules().ids;
    /// let mut customer = customer(ids, 60_000);
    /// let months = book.simulate(&customer)?;
    /// assert_eq!(months.len(), 3);
    /// assert_eq!(months[2].tier, ids.tiers.find("gold").expect("in the table"));
    /// assert_eq!(months[2].accounts[0].balance, Number::from(125));
    ///
    /// customer.months = 121;
    /// assert_eq!(book.simulate(&customer), Err(RunError::Customer(CustomerError::Months)));
    /// # Ok::<(), RunError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the customer does not fit the rule book, or a month cannot be evaluated.
    pub fn simulate(&self, customer: &Customer) -> Result<Vec<MonthResult>, RunError> {
        self.simulate_with(customer, &mut Silent)
    }

    /// Runs a customer through all months and reports events to `recorder`.
    ///
    /// # Errors
    ///
    /// Those of [`RuleBook::simulate`]; what happened before has been reported by then.
    pub fn simulate_with(
        &self,
        customer: &Customer,
        recorder: &mut impl Recorder,
    ) -> Result<Vec<MonthResult>, RunError> {
        let (given, mut state) = self.open(customer).map_err(RunError::Customer)?;
        let mut result = MonthResult::new(customer.start, state.tier());
        let step = |_| self.advance(&given, &mut state, recorder, &mut result).map(|()| result.clone());
        (0..customer.months).map(step).collect()
    }

    /// Evaluates a customer up to the last month and returns that month only. `given`, `state` and `result` are buffers,
    /// which a table of customers uses again and again.
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::{MonthResult, Number, RuleBook, RunError};
    /// # use card::{customer, rules};
    ///
    /// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    /// let all = [10_000, 60_000].map(|balance| customer(&book.rules().ids, balance));
    /// let mut buffers = book.buffers(all[0].start);
    /// let mut last = MonthResult::new(all[0].start, buffers.1.tier());
    /// let mut held = Vec::new();
    /// for customer in &all {
    ///     book.last_month(customer, &mut buffers, &mut last)?;
    ///     held.push(last.accounts[0].balance);
    /// }
    /// assert_eq!(held, [75, 125].map(Number::from));
    /// # Ok::<(), RunError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`RuleBook::simulate`]; the buffers then serve for another customer.
    pub fn last_month(
        &self,
        customer: &Customer,
        (given, state): &mut (RunInputs, State),
        result: &mut MonthResult,
    ) -> Result<(), RunError> {
        self.open_into(customer, given, state).map_err(RunError::Customer)?;
        (1..customer.months).try_for_each(|_| self.advance_over(given, state))?;
        self.advance(given, state, &mut Silent, result)
    }
}
