//! What a customer brings into the months of a run, by index; and the check that a customer's file fits the
//! rule book, which everything after it rests on.

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::{Customer, CustomerError, Inputs, Past, Value};
use crate::ids::{CurrencyId, Id, IdTable, MetricId};
use crate::number::{Number, Sum};

/// The longest run, in months.
const LONGEST_RUN: u32 = 120;

/// A customer's inputs and redemptions as the engine reads them: [`RuleBook::open`] makes them. What a customer
/// could do differently is tried by changing them, without a `Customer` in between.
#[derive(Debug)]
pub struct Given {
    /// The same in every month, by metric.
    every: Vec<Option<Value>>,
    /// What differs in one month, by month and metric.
    month: Vec<(Month, MetricId, Value)>,
    /// What is spent, by month and currency.
    redeem: Vec<(Month, CurrencyId, Number)>,
    /// What the other members of the household add, by metric.
    others: Vec<Sum>,
}

impl Given {
    /// What the customer has of a metric in every month of its own, if it is given.
    pub fn every(&self, metric: MetricId) -> Option<Value> {
        self.every[metric.index()]
    }

    /// Changes what the customer has of a metric in every month.
    pub fn set_every(&mut self, metric: MetricId, value: Value) {
        self.every[metric.index()] = Some(value);
    }

    /// Changes what the customer has of a metric in one month.
    pub fn set_month(&mut self, month: Month, metric: MetricId, value: Value) {
        match self.month.binary_search_by_key(&(month, metric), |&(month, metric, _)| (month, metric)) {
            Ok(at) => self.month[at].2 = value,
            Err(at) => self.month.insert(at, (month, metric, value)),
        }
    }

    /// Forgets what differs in single months, and what is spent: life goes on as in every month.
    pub fn go_steady(&mut self) {
        self.month.clear();
        self.redeem.clear();
    }

    /// The same from a month on; before it months differ as they do.
    pub(crate) fn go_steady_from(&mut self, first: Month) {
        self.month.retain(|(month, ..)| *month < first);
        self.redeem.retain(|(month, ..)| *month < first);
    }

    /// What the customer has of a metric in a month.
    pub(crate) fn own(&self, month: Month, metric: MetricId) -> Option<Value> {
        let this = self.month.binary_search_by_key(&(month, metric), |&(month, metric, _)| (month, metric));
        this.map_or_else(|_| self.every[metric.index()], |at| Some(self.month[at].2))
    }

    /// What the other members add to it.
    pub(super) fn others(&self, metric: MetricId) -> Sum {
        self.others[metric.index()]
    }

    /// What is spent in a month.
    pub(super) fn redeemed(&self, month: Month) -> &[(Month, CurrencyId, Number)] {
        in_month(&self.redeem, month, |entry| entry.0)
    }

    pub(super) fn new(book: &RuleBook) -> Self {
        let metrics = book.rules().ids.metrics.len();
        let (every, others) = (vec![None; metrics], vec![Sum::default(); metrics]);
        Self { every, month: Vec::new(), redeem: Vec::new(), others }
    }

    /// Takes the inputs of a customer who was checked.
    pub(super) fn take(&mut self, customer: &Customer) {
        let Self { every, month, redeem, others } = self;
        every.fill(None);
        customer.every.iter().for_each(|(metric, &value)| every[metric.index()] = Some(value));
        month.clear();
        for (&at, inputs) in &customer.month {
            month.extend(inputs.iter().map(|(&metric, &value)| (at, metric, value)));
        }
        redeem.clear();
        for (&at, amounts) in &customer.redeem {
            redeem.extend(amounts.iter().map(|(&currency, &amount)| (at, currency, amount)));
        }
        others.fill(Sum::default());
        for (metric, value) in customer.members.iter().flatten() {
            others[metric.index()].add(value.number());
        }
    }
}

impl Clone for Given {
    fn clone(&self) -> Self {
        let Self { every, month, redeem, others } = self;
        Self { every: every.clone(), month: month.clone(), redeem: redeem.clone(), others: others.clone() }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { every, month, redeem, others } = self;
        every.clone_from(&other.every);
        month.clone_from(&other.month);
        redeem.clone_from(&other.redeem);
        others.clone_from(&other.others);
    }
}

impl Customer {
    /// Whether a rule book can evaluate the customer, but for the sums of the opening lots.
    pub(super) fn check(&self, book: &RuleBook) -> Result<(), CustomerError> {
        let ids = &book.rules().ids;
        ensure((1..=LONGEST_RUN).contains(&self.months), CustomerError::Months)?;
        self.tier.iter().try_for_each(|&tier| known(&ids.tiers, tier))?;
        self.achieved.iter().try_for_each(|&task| known(&ids.tasks, task))?;
        let inputs = |inputs: &Inputs| inputs.keys().try_for_each(|&metric| known(&ids.metrics, metric));
        self.members.iter().chain([&self.every]).chain(self.month.values()).try_for_each(inputs)?;
        for (&currency, &amount) in self.redeem.values().flatten() {
            known(&ids.currencies, currency)?;
            ensure(amount >= Number::ZERO, CustomerError::Negative)?;
        }
        for &Past { currency, month, amount } in self.lots.iter().chain(&self.earned) {
            known(&ids.currencies, currency)?;
            ensure(month < self.start, CustomerError::NotBefore)?;
            ensure(amount >= Number::ZERO, CustomerError::Negative)?;
        }
        Ok(())
    }
}

/// The entries of a month in a list that is sorted by months.
fn in_month<T>(list: &[T], month: Month, of: impl Fn(&T) -> Month) -> &[T] {
    let rest = &list[list.partition_point(|entry| of(entry) < month)..];
    &rest[..rest.partition_point(|entry| of(entry) == month)]
}

fn ensure(holds: bool, error: CustomerError) -> Result<(), CustomerError> {
    if holds { Ok(()) } else { Err(error) }
}

fn known<K>(table: &IdTable<K>, id: Id<K>) -> Result<(), CustomerError> {
    ensure(id.index() < table.len(), CustomerError::Unknown)
}
