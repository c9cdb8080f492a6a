//! A customer before the first month: from a customer's file, or from a row of a table. Both go the same way, piece by
//! piece, and each piece is checked against the rule book, which everything after it rests on.

use super::review::Standing;
use super::{RunInputs, State};
use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::{Customer, CustomerError, Inputs, PriorCredit, Value};
use crate::ids::{CurrencyId, Id, IdTable, MetricId, TaskId, TierId};
use crate::number::Number;

/// The longest run, in months.
const LONGEST_RUN: u32 = 120;

/// A customer as a row of a table: everything borrowed, inputs by metric. [`RuleBook::open_inputs`] takes it.
///
/// ```
/// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
/// use rulebook::{CustomerRow, InputColumn, Month, Number, Overflow, RuleBook, Value};
/// # use card::rules;
///
/// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
/// let balance = book.rules().ids.metrics.find("balance").expect("in the table");
/// let start = Month::new(2026, 1).expect("a month");
/// let (mut given, mut state) = book.buffers(start);
/// let mut gold = Vec::new();
/// // Balances as a column has them, in units of the tenth decimal.
/// for units in [499_999_900_000_000, 500_000_000_000_000] {
///     let inputs = [InputColumn::every(balance, Value::Number(Number::from_scaled(units)?))];
///     let row = CustomerRow::new(start, 1, &inputs);
///     book.open_inputs(&row, &mut given, &mut state).expect("a customer of this rule book");
///     book.advance_over(&given, &mut state).expect("a run without an error");
///     gold.push(book.qualified(&state) == 1);
/// }
/// assert_eq!(gold, [false, true]);
/// # Ok::<(), Overflow>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CustomerRow<'a> {
    /// First month.
    pub start: Month,
    /// How many months to run; 1 to 120.
    pub months: u32,
    /// The tier in force in the first month; the base tier, if absent.
    pub tier: Option<TierId>,
    /// The last month of that tier's hold; none is running, if absent.
    pub held_until: Option<Month>,
    /// Tasks achieved before `start`.
    pub achieved: &'a [TaskId],
    /// Opening balances.
    pub lots: &'a [PriorCredit],
    /// Credited before `start`; counts for `earned` metrics only.
    pub earned: &'a [PriorCredit],
    /// Inputs, a metric each.
    pub inputs: &'a [InputColumn<'a>],
    /// Of the other members of the household: pooled metrics only, summed over them.
    pub others: &'a [(MetricId, Value)],
    /// What is spent: month, currency, amount.
    pub redeem: &'a [(Month, CurrencyId, Number)],
}

/// What a customer has of one input.
#[derive(Clone, Copy, Debug)]
pub struct InputColumn<'a> {
    /// Which input.
    pub metric: MetricId,
    /// In every month that has no value of its own.
    pub every: Option<Value>,
    /// Month by month, from the customer's first on; may be shorter than the run, or empty.
    pub months: &'a [Option<Value>],
}

impl<'a> CustomerRow<'a> {
    /// A customer who starts in the base tier, with these inputs and nothing else.
    pub fn new(start: Month, months: u32, inputs: &'a [InputColumn<'a>]) -> Self {
        Self {
            start,
            months,
            tier: None,
            held_until: None,
            achieved: &[],
            lots: &[],
            earned: &[],
            inputs,
            others: &[],
            redeem: &[],
        }
    }
}

impl InputColumn<'_> {
    /// A column that holds one value in every month.
    pub fn every(metric: MetricId, value: Value) -> Self {
        Self { metric, every: Some(value), months: &[] }
    }
}

impl RuleBook {
    /// A customer before the first month, and what the customer enters for the months of the run.
    ///
    /// # Errors
    ///
    /// If the customer does not fit the rule book.
    pub fn open(&self, customer: &Customer) -> Result<(RunInputs, State), CustomerError> {
        let (mut given, mut state) = self.buffers(customer.start);
        self.open_into(customer, &mut given, &mut state)?;
        Ok((given, state))
    }

    /// Buffers into which customers of this rule book are opened, one after the other.
    pub fn buffers(&self, start: Month) -> (RunInputs, State) {
        (RunInputs::new(self, start), State::new(self, start))
    }

    /// Checks a customer against the rule book and opens them into buffers that another customer no longer needs: nothing is
    /// allocated that the buffers have room for. After an error the buffers are of no use but to open the next customer into.
    ///
    /// # Errors
    ///
    /// If the customer does not fit the rule book.
    pub fn open_into(
        &self,
        customer: &Customer,
        given: &mut RunInputs,
        state: &mut State,
    ) -> Result<(), CustomerError> {
        let mut opening = Opening::new(self, customer.start, customer.months, given, state)?;
        opening.standing(customer.tier, customer.held_until)?;
        opening.history(&customer.achieved, &customer.lots, &customer.earned)?;
        for (&metric, &value) in &customer.every {
            known(&self.rules().ids.metrics, metric)?;
            opening.given.set_every(metric, value);
        }
        for (&month, inputs) in &customer.month {
            opening.month(month, inputs)?;
        }
        for (&metric, &value) in customer.members.iter().flatten() {
            opening.other(metric, value)?;
        }
        for (&month, amounts) in &customer.redeem {
            amounts.iter().try_for_each(|(&currency, &amount)| opening.redeem(month, currency, amount))?;
        }
        opening.done();
        Ok(())
    }

    /// Checks a customer, given as a row of a table, against the rule book and opens them into buffers that another customer no
    /// longer needs.
    ///
    /// # Errors
    ///
    /// If the customer does not fit the rule book.
    pub fn open_inputs(
        &self,
        row: &CustomerRow<'_>,
        given: &mut RunInputs,
        state: &mut State,
    ) -> Result<(), CustomerError> {
        let mut opening = Opening::new(self, row.start, row.months, given, state)?;
        opening.standing(row.tier, row.held_until)?;
        opening.history(row.achieved, row.lots, row.earned)?;
        for column in row.inputs {
            opening.column(column)?;
        }
        row.others.iter().try_for_each(|&(metric, value)| opening.other(metric, value))?;
        for &(month, currency, amount) in row.redeem {
            opening.redeem(month, currency, amount)?;
        }
        opening.done();
        Ok(())
    }
}

/// A customer who is being opened.
struct Opening<'a> {
    book: &'a RuleBook,
    /// The months of the run.
    months: u32,
    given: &'a mut RunInputs,
    state: &'a mut State,
}

impl<'a> Opening<'a> {
    fn new(
        book: &'a RuleBook,
        start: Month,
        months: u32,
        given: &'a mut RunInputs,
        state: &'a mut State,
    ) -> Result<Self, CustomerError> {
        ensure((1..=LONGEST_RUN).contains(&months), CustomerError::Months)?;
        given.clear(start, months as usize);
        state.clear(start);
        Ok(Self { book, months, given, state })
    }

    fn standing(&mut self, tier: Option<TierId>, held_until: Option<Month>) -> Result<(), CustomerError> {
        tier.iter().try_for_each(|&tier| known(&self.book.rules().ids.tiers, tier))?;
        let version = &self.book.compiled.versions[self.book.version_at(self.state.start)];
        self.state.standing = Standing::opening(version, tier, held_until);
        self.state.rung = self.state.standing.rung;
        Ok(())
    }

    fn history(
        &mut self,
        achieved: &[TaskId],
        lots: &[PriorCredit],
        earned: &[PriorCredit],
    ) -> Result<(), CustomerError> {
        let ids = &self.book.rules().ids;
        achieved.iter().try_for_each(|&task| known(&ids.tasks, task))?;
        achieved.iter().for_each(|&task| self.state.tasks.achieve_before(task));
        for &PriorCredit { currency, month, amount } in lots.iter().chain(earned) {
            known(&ids.currencies, currency)?;
            ensure(month < self.state.start, CustomerError::NotBefore)?;
            ensure(amount >= Number::ZERO, CustomerError::Negative)?;
        }
        self.state.accounts.open(self.book, lots, earned)
    }

    /// What differs in a month; nothing of months outside the run is kept.
    fn month(&mut self, month: Month, inputs: &Inputs) -> Result<(), CustomerError> {
        let within = u32::try_from(month.since(self.state.start)).is_ok_and(|after| after < self.months);
        for (&metric, &value) in inputs {
            known(&self.book.rules().ids.metrics, metric)?;
            if within {
                self.given.set_month(month, metric, value);
            }
        }
        Ok(())
    }

    fn column(
        &mut self,
        &InputColumn { metric, every, months }: &InputColumn<'_>,
    ) -> Result<(), CustomerError> {
        known(&self.book.rules().ids.metrics, metric)?;
        every.into_iter().for_each(|value| self.given.set_every(metric, value));
        if !months.is_empty() {
            self.given.set_months(metric, months);
        }
        Ok(())
    }

    fn other(&mut self, metric: MetricId, value: Value) -> Result<(), CustomerError> {
        known(&self.book.rules().ids.metrics, metric)?;
        self.given.add_other(metric, value);
        Ok(())
    }

    fn redeem(&mut self, month: Month, currency: CurrencyId, amount: Number) -> Result<(), CustomerError> {
        known(&self.book.rules().ids.currencies, currency)?;
        ensure(amount >= Number::ZERO, CustomerError::Negative)?;
        self.given.redeem(month, currency, amount);
        Ok(())
    }

    fn done(self) {
        self.given.sort();
    }
}

fn known<K>(table: &IdTable<K>, id: Id<K>) -> Result<(), CustomerError> {
    ensure(id.index() < table.len(), CustomerError::Unknown)
}

fn ensure(holds: bool, error: CustomerError) -> Result<(), CustomerError> {
    if holds { Ok(()) } else { Err(error) }
}
