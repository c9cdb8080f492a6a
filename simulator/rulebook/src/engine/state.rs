//! A customer's life up to the end of a month.

use super::accounts::{Accounts, Lot};
use super::earning::Earnings;
use super::facts::MonthFacts;
use super::review::Standing;
use super::task::Tasks;
use crate::book::RuleBook;
use crate::calendar::Month;
use crate::compiled::{Known, Version};
use crate::condition::Facts;
use crate::customer::Value;
use crate::ids::{CurrencyId, TierId};
use crate::number::Number;

/// A customer's life up to the end of a month: all that the months to come depend on, and the figures of that
/// month. It belongs to the rule book that opened it, and can go on with other inputs than those it came with.
///
/// `clone_from` reuses what is allocated: trying many ways on from one month takes one more state.
#[derive(Debug)]
pub struct State {
    pub(super) start: Month,
    /// The month to be evaluated next.
    pub(super) month: Month,
    pub(super) standing: Standing,
    pub(super) accounts: Accounts,
    pub(super) earnings: Earnings,
    pub(super) tasks: Tasks,
    /// The version of the last month evaluated.
    pub(super) version: Option<usize>,
    /// The rung of the tier that was in force in it.
    pub(super) rung: usize,
    /// The last month's values, by metric; of metrics that the version lacks, 0.
    pub(super) values: Vec<Value>,
    /// What is remembered of the months from `start` on: for each month its figures, by slot.
    pub(super) figures: Vec<Number>,
    /// The last month's segments.
    pub(super) segments: Vec<bool>,
}

impl State {
    /// The month that is evaluated next.
    pub fn month(&self) -> Month {
        self.month
    }

    /// The tier in force in that month, as the last version knows it.
    pub fn tier(&self) -> TierId {
        self.standing.tier
    }

    /// The rung of the tier that was in force in the last month evaluated, on the ladder of that month's version.
    pub fn rung(&self) -> usize {
        self.rung
    }

    /// The last month of that tier's hold, if one runs.
    pub fn held_until(&self) -> Option<Month> {
        self.standing.held_until
    }

    /// What is held of a currency, the oldest first.
    pub fn lots(&self, currency: CurrencyId) -> impl Iterator<Item = Lot> {
        self.accounts.holdings[currency.index()].lots()
    }

    /// How many reviews in a row it has failed.
    pub fn failures(&self) -> u32 {
        self.standing.failures
    }
}

impl RuleBook {
    /// The last month evaluated, as conditions see it; nothing before the first, and of what
    /// [`RuleBook::advance_tiers`] leaves out.
    pub fn facts<'a>(&'a self, state: &'a State) -> impl Facts + 'a {
        MonthFacts { state, version: self.last_version(state) }
    }

    /// The rung on its version's ladder of the highest tier that the last month evaluated qualifies for, also if
    /// it had no review.
    pub fn qualified(&self, state: &State) -> usize {
        self.last_version(state).qualified(state.known(state.rung))
    }

    /// How many conditions there are to look at in a month of which only that is evaluated what tiers build on, each
    /// rule counted as ten of them.
    pub(crate) fn work_for_tiers(&self, month: Month) -> u64 {
        self.compiled.versions[self.version_at(month)].work_for_tiers
    }

    fn last_version(&self, state: &State) -> &Version {
        &self.compiled.versions[state.version.unwrap_or_else(|| self.version_at(state.start))]
    }
}

impl State {
    /// Takes the state into the version of the month to be evaluated.
    pub(super) fn enter(&mut self, at: usize, version: &Version) {
        if self.version != Some(at) {
            // What the version lacks counts for nothing.
            self.values.fill(Value::Number(Number::ZERO));
            self.segments.fill(false);
            self.version = Some(at);
        }
        self.standing.enter(version);
        self.rung = self.standing.rung;
        self.accounts.open_month();
        self.tasks.open_month();
    }

    /// What conditions ask about the month, with the tier of a rung in force.
    pub(super) fn known(&self, rung: usize) -> Known<'_> {
        Known { values: &self.values, segments: &self.segments, achieved: self.tasks.achieved(), rung }
    }

    /// Forgets another customer's life.
    pub(super) fn clear(&mut self, start: Month) {
        self.start = start;
        self.month = start;
        self.accounts.clear();
        self.earnings.open();
        self.tasks.clear();
        self.version = None;
        self.values.fill(Value::Number(Number::ZERO));
        self.figures.clear();
        self.segments.fill(false);
    }

    pub(super) fn new(book: &RuleBook, start: Month) -> Self {
        let ids = &book.rules().ids;
        Self {
            start,
            month: start,
            standing: Standing::base(&book.compiled.versions[0]),
            accounts: Accounts::new(book),
            earnings: Earnings::new(&book.compiled),
            tasks: Tasks::new(ids),
            version: None,
            rung: 0,
            values: vec![Value::Number(Number::ZERO); ids.metrics.len()],
            figures: Vec::new(),
            segments: vec![false; ids.segments.len()],
        }
    }
}

impl Clone for State {
    fn clone(&self) -> Self {
        let Self {
            start,
            month,
            standing,
            accounts,
            earnings,
            tasks,
            version,
            rung,
            values,
            figures,
            segments,
        } = self;
        Self {
            start: *start,
            month: *month,
            standing: *standing,
            accounts: accounts.clone(),
            earnings: earnings.clone(),
            tasks: tasks.clone(),
            version: *version,
            rung: *rung,
            values: values.clone(),
            figures: figures.clone(),
            segments: segments.clone(),
        }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self {
            start,
            month,
            standing,
            accounts,
            earnings,
            tasks,
            version,
            rung,
            values,
            figures,
            segments,
        } = self;
        *start = other.start;
        *month = other.month;
        *standing = other.standing;
        accounts.clone_from(&other.accounts);
        earnings.clone_from(&other.earnings);
        tasks.clone_from(&other.tasks);
        *version = other.version;
        *rung = other.rung;
        values.clone_from(&other.values);
        figures.clone_from(&other.figures);
        segments.clone_from(&other.segments);
    }
}
