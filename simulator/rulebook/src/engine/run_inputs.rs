//! What a customer enters for the months of a run, as columns: one for each metric.

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::Value;
use crate::ids::{CurrencyId, MetricId};
use crate::number::{Number, Sum};

/// A customer's inputs and redemptions as the engine reads them: [`RuleBook::open`] and [`RuleBook::open_inputs`] make
/// them. What a customer could do differently is tried by changing them.
#[derive(Debug)]
pub struct RunInputs {
    /// The first month of the run.
    first: Month,
    /// How many months a column has.
    length: usize,
    /// What is the same in every month, by metric.
    every: Vec<Option<Value>>,
    /// By metric: where the column starts of what differs from month to month.
    columns: Vec<Option<usize>>,
    /// The columns, one behind the other; none in a month that is as every month.
    cells: Vec<Option<Value>>,
    /// What is spent, by month and currency.
    redeem: Vec<(Month, CurrencyId, Number)>,
    /// What the other members of the household add, by metric.
    others: Vec<Sum>,
}

impl RunInputs {
    /// What the customer has of a metric in every month of its own, if it is entered.
    pub fn every(&self, metric: MetricId) -> Option<Value> {
        self.every[metric.index()]
    }

    /// Changes what the customer has of a metric in every month.
    pub fn set_every(&mut self, metric: MetricId, value: Value) {
        self.every[metric.index()] = Some(value);
    }

    /// Changes what the customer has of a metric in one month; nothing before the first month of the run.
    pub fn set_month(&mut self, month: Month, metric: MetricId, value: Value) {
        let Ok(row) = usize::try_from(month.since(self.first)) else { return };
        if row >= self.length {
            self.lengthen(row + 1);
        }
        let column = self.column(metric);
        self.cells[column + row] = Some(value);
    }

    /// Forgets what differs in single months, and what is spent: life goes on as in every month.
    pub fn go_steady(&mut self) {
        self.columns.fill(None);
        self.cells.clear();
        self.redeem.clear();
    }

    /// Forgets what differs in single months and what is spent from a month on: from then on life goes on as in every month.
    pub(crate) fn go_steady_from(&mut self, first: Month) {
        let kept = usize::try_from(first.since(self.first)).unwrap_or(0);
        if self.length > 0 {
            for column in self.cells.chunks_mut(self.length) {
                column.iter_mut().skip(kept).for_each(|cell| *cell = None);
            }
        }
        self.redeem.retain(|(month, ..)| *month < first);
    }

    /// What the customer has of a metric in a month.
    #[inline]
    pub(crate) fn own(&self, month: Month, metric: MetricId) -> Option<Value> {
        let every = self.every[metric.index()];
        match self.columns[metric.index()] {
            None => every,
            Some(column) => self.cell(column, month).or(every),
        }
    }

    fn cell(&self, column: usize, month: Month) -> Option<Value> {
        let row = usize::try_from(month.since(self.first)).ok().filter(|row| *row < self.length)?;
        self.cells[column + row]
    }

    /// What the other members add to it.
    pub(super) fn others(&self, metric: MetricId) -> Sum {
        self.others[metric.index()]
    }

    /// What is spent in a month.
    pub(super) fn redeemed(&self, month: Month) -> &[(Month, CurrencyId, Number)] {
        let rest = &self.redeem[self.redeem.partition_point(|entry| entry.0 < month)..];
        &rest[..rest.partition_point(|entry| entry.0 == month)]
    }

    pub(super) fn new(book: &RuleBook, first: Month) -> Self {
        let metrics = book.rules().ids.metrics.len();
        Self {
            first,
            length: 0,
            every: vec![None; metrics],
            columns: vec![None; metrics],
            cells: Vec::new(),
            redeem: Vec::new(),
            others: vec![Sum::default(); metrics],
        }
    }

    /// Forgets all that another customer has entered.
    pub(super) fn clear(&mut self, first: Month, months: usize) {
        let Self { first: of, length, every, columns, cells, redeem, others } = self;
        (*of, *length) = (first, months);
        every.fill(None);
        columns.fill(None);
        cells.clear();
        redeem.clear();
        others.fill(Sum::default());
    }

    /// Enters what differs from month to month, the first month of the run first; more months than it has are ignored.
    pub(super) fn set_months(&mut self, metric: MetricId, months: &[Option<Value>]) {
        let length = months.len().min(self.length);
        let column = self.column(metric);
        self.cells[column..column + length].copy_from_slice(&months[..length]);
    }

    pub(super) fn add_other(&mut self, metric: MetricId, value: Value) {
        self.others[metric.index()].add(value.number());
    }

    pub(super) fn redeem(&mut self, month: Month, currency: CurrencyId, amount: Number) {
        self.redeem.push((month, currency, amount));
    }

    /// Brings what is spent into the order in which it is looked for.
    pub(super) fn sort(&mut self) {
        self.redeem.sort_unstable_by_key(|&(month, currency, _)| (month, currency));
    }

    /// Where a metric's column starts, which is made if there is none.
    fn column(&mut self, metric: MetricId) -> usize {
        let end = self.cells.len();
        let column = *self.columns[metric.index()].get_or_insert(end);
        if column == end {
            self.cells.resize(end + self.length, None);
        }
        column
    }

    /// Makes every column longer.
    fn lengthen(&mut self, length: usize) {
        let mut cells = Vec::new();
        for column in self.columns.iter_mut().flatten() {
            let from = std::mem::replace(column, cells.len());
            cells.extend_from_slice(&self.cells[from..from + self.length]);
            cells.resize(*column + length, None);
        }
        (self.cells, self.length) = (cells, length);
    }
}

impl Clone for RunInputs {
    fn clone(&self) -> Self {
        let Self { first, length, every, columns, cells, redeem, others } = self;
        Self {
            first: *first,
            length: *length,
            every: every.clone(),
            columns: columns.clone(),
            cells: cells.clone(),
            redeem: redeem.clone(),
            others: others.clone(),
        }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { first, length, every, columns, cells, redeem, others } = self;
        (*first, *length) = (other.first, other.length);
        every.clone_from(&other.every);
        columns.clone_from(&other.columns);
        cells.clone_from(&other.cells);
        redeem.clone_from(&other.redeem);
        others.clone_from(&other.others);
    }
}
