//! A customer's run, kept so that many questions can be asked of it: what came out, why, what is still to come, what
//! could be done differently. Nothing that is known is evaluated again.

use std::ops::Deref;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::condition::Facts;
use crate::customer::Customer;
use crate::engine::{Checkpoint, RunInputs, State};
use crate::ids::TierId;
use crate::record::{Journal, Silent};
use crate::result::{MonthResult, RunError};

/// A customer's run under a rule book, which may be borrowed (`Session<&RuleBook>`) or shared (`Session<Rc<RuleBook>>`).
///
/// It keeps each month's result and, for each month's end, what a state can be made of again: a few hundred bytes and the
/// lots that are held. The journal that explanations need is made when the first is asked for.
///
/// ```
/// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
/// use rulebook::{Number, RuleBook, RunError, Session};
/// # use card::{customer, rules};
///
/// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
/// let ids = &book.rules().ids;
/// let session = Session::open(&book, customer(ids, 60_000))?;
///
/// // What came out, and the state that it leaves.
/// assert_eq!(session.months()[1].accounts[0].earned, Number::from(50));
/// let state = session.state(1).expect("a month of the run");
/// assert_eq!(state.tier(), session.months()[1].next_tier);
///
/// // How the customer may go on: the tier is kept without a change.
/// let prospect = session.prospect_after_all();
/// assert_eq!(prospect.first(), session.months()[2].month.plus(1));
/// assert_eq!(prospect.staying()?.falls, None);
///
/// // All of this took the three months of the run, and as many as were looked at after it.
/// assert!(session.evaluated() > 3);
/// # Ok::<(), RunError>(())
/// ```
#[derive(Debug)]
pub struct Session<B> {
    pub(crate) book: B,
    pub(crate) customer: Customer,
    pub(crate) given: RunInputs,
    pub(crate) months: Vec<MonthResult>,
    pub(crate) checkpoints: Vec<Checkpoint>,
    /// At the end of the last month.
    pub(crate) end: State,
    journal: OnceLock<Journal>,
    pub(crate) meter: Meter,
}

/// Counts the months that are evaluated.
#[derive(Debug, Default)]
pub(crate) struct Meter(AtomicU64);

impl Meter {
    pub(crate) fn add(&self, months: u64) {
        self.0.fetch_add(months, Ordering::Relaxed);
    }
}

/// Two sessions are equal if they are of the same customer and of one rule book, since a run is settled by these.
impl<B: Deref<Target = RuleBook>> PartialEq for Session<B> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(&raw const *self.book, &raw const *other.book) && self.customer == other.customer
    }
}

impl<B: Deref<Target = RuleBook>> Session<B> {
    /// Runs a customer through all months.
    ///
    /// # Errors
    ///
    /// What ends the run.
    pub fn open(book: B, customer: Customer) -> Result<Self, RunError> {
        let rules: &RuleBook = &book;
        let (given, mut end) = rules.open(&customer).map_err(RunError::Customer)?;
        let meter = Meter::default();
        let (mut months, mut checkpoints) = (Vec::new(), Vec::new());
        let mut result = MonthResult::new(customer.start, end.tier());
        for _ in 0..customer.months {
            meter.add(1);
            rules.advance(&given, &mut end, &mut Silent, &mut result)?;
            months.push(result.clone());
            checkpoints.push(Checkpoint::of(&end));
        }
        Ok(Self { book, customer, given, months, checkpoints, end, journal: OnceLock::new(), meter })
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// Whose run it is.
    pub fn customer(&self) -> &Customer {
        &self.customer
    }

    /// What came out, month by month.
    pub fn months(&self) -> &[MonthResult] {
        &self.months
    }

    /// How many months have been evaluated for all that was asked so far.
    pub fn evaluated(&self) -> u64 {
        self.meter.0.load(Ordering::Relaxed)
    }

    /// The state at the end of a month of the run, counted from 0.
    pub fn state(&self, month: usize) -> Option<State> {
        let (result, checkpoint) = (self.months.get(month)?, &self.checkpoints[month]);
        Some(checkpoint.state(&self.book, result, &self.end))
    }

    /// A month of the run, counted from 0, as conditions see it.
    pub fn facts(&self, month: usize) -> Option<impl Facts> {
        Some(self.checkpoints.get(month)?.facts(&self.book, &self.months[month]))
    }

    /// The highest tier that a month of the run, counted from 0, qualifies for, also if it has no review.
    pub fn qualified(&self, month: usize) -> Option<TierId> {
        let state = self.state(month)?;
        let version = &self.book.rules().versions[self.months[month].version];
        Some(version.ladder[self.book.qualified(&state)].id)
    }

    /// What happened in the months, where their results do not say it.
    pub(crate) fn journal(&self) -> &Journal {
        self.journal.get_or_init(|| {
            let mut journal = Journal::default();
            self.meter.add(u64::from(self.customer.months));
            self.book
                .simulate_with(&self.customer, &mut journal)
                .expect("a run that came to its end comes to it again");
            journal
        })
    }

    pub(crate) fn count(&self, months: u64) {
        self.meter.add(months);
    }

    /// The customer's inputs, and the state at the end of the month before another; none before the first.
    pub(crate) fn before(&self, month: Month) -> Option<(RunInputs, State)> {
        let months = usize::try_from(month.since(self.customer.start)).ok()?;
        let mut given = self.given.clone();
        given.go_steady_from(self.end.month());
        let state = match months.checked_sub(1) {
            None => self.book.open(&self.customer).ok()?.1,
            Some(last) => self.state(last).unwrap_or_else(|| self.end.clone()),
        };
        Some((given, state))
    }
}
