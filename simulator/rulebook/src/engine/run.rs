//! Whole runs: a customer through all months.

use super::{RunInputs, State};
use crate::book::RuleBook;
use crate::customer::Customer;
use crate::record::{Recorder, Silent};
use crate::result::{MonthResult, RunError};

impl RuleBook {
    /// Runs a customer through all months, or to the error that ends the run.
    pub fn simulate(&self, customer: &Customer) -> Result<Vec<MonthResult>, RunError> {
        self.simulate_with(customer, &mut Silent)
    }

    /// Runs a customer through all months, or to the error that ends the run, and reports events to `recorder`.
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
