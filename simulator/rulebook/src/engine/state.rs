//! A customer's life up to the end of a month.

use super::accounts::Accounts;
use super::earning::Earnings;
use super::review::Standing;
use super::tasks::Tasks;
use super::{CustomerError, Given};
use crate::RuleBook;
use crate::calendar::Month;
use crate::condition::Facts;
use crate::customer::{Customer, Value};
use crate::ids::TierId;
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
    /// The tier in force in the last month.
    pub(super) tier: TierId,
    /// The last month's values, by metric; of metrics that the version lacks, 0.
    pub(super) values: Vec<Value>,
    /// The numbers of all months before, from `start` on, by metric.
    pub(super) history: Vec<Number>,
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

    /// The last month of that tier's hold, if one runs.
    pub fn held_until(&self) -> Option<Month> {
        self.standing.held_until
    }

    /// How many reviews in a row it has failed.
    pub fn failures(&self) -> u32 {
        self.standing.failures
    }
}

impl RuleBook {
    /// A customer before the first month, and what the customer brings into the months; an error if they do not fit
    /// the rule book.
    pub fn open(&self, customer: &Customer) -> Result<(Given, State), CustomerError> {
        let (mut given, mut state) = (Given::new(self), State::new(self, customer.start));
        self.open_into(customer, &mut given, &mut state)?;
        Ok((given, state))
    }

    /// The same, into what another customer of this rule book no longer needs. After an error neither is of use,
    /// but to open the next customer into.
    pub fn open_into(
        &self,
        customer: &Customer,
        given: &mut Given,
        state: &mut State,
    ) -> Result<(), CustomerError> {
        customer.check(self)?;
        given.take(customer);
        state.start = customer.start;
        state.month = customer.start;
        state.standing = Standing::opening(self, customer);
        state.tier = state.standing.tier;
        state.accounts.open(self, customer)?;
        state.earnings.open();
        state.tasks.open(customer);
        state.values.fill(Value::Number(Number::ZERO));
        state.history.clear();
        state.segments.fill(false);
        Ok(())
    }

    /// The last month evaluated, as conditions see it. Before the first month, and of what only a full evaluation
    /// settles, there is nothing to see.
    pub fn facts<'a>(&'a self, state: &'a State) -> impl Facts + 'a {
        let version = self.version(state.month.plus(-1));
        super::facts::MonthFacts { state, version, place: version.place(state.tier) }
    }

    /// The place on its version's ladder of the highest tier that the last month evaluated qualifies for, also if it had no
    /// review.
    pub fn qualified(&self, state: &State) -> usize {
        self.version(state.month.plus(-1)).qualified(&self.facts(state))
    }
}

impl State {
    fn new(book: &RuleBook, start: Month) -> Self {
        let ids = &book.rules().ids;
        let standing = Standing::base(book);
        Self {
            start,
            month: start,
            standing,
            accounts: Accounts::new(book),
            earnings: Earnings::new(ids),
            tasks: Tasks::new(ids),
            tier: standing.tier,
            values: vec![Value::Number(Number::ZERO); ids.metrics.len()],
            history: Vec::new(),
            segments: vec![false; ids.segments.len()],
        }
    }
}

impl Clone for State {
    fn clone(&self) -> Self {
        let Self { start, month, standing, accounts, earnings, tasks, tier, values, history, segments } =
            self;
        Self {
            start: *start,
            month: *month,
            standing: *standing,
            accounts: accounts.clone(),
            earnings: earnings.clone(),
            tasks: tasks.clone(),
            tier: *tier,
            values: values.clone(),
            history: history.clone(),
            segments: segments.clone(),
        }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { start, month, standing, accounts, earnings, tasks, tier, values, history, segments } =
            self;
        *start = other.start;
        *month = other.month;
        *standing = other.standing;
        accounts.clone_from(&other.accounts);
        earnings.clone_from(&other.earnings);
        tasks.clone_from(&other.tasks);
        *tier = other.tier;
        values.clone_from(&other.values);
        history.clone_from(&other.history);
        segments.clone_from(&other.segments);
    }
}
