//! What would come of it: the engine run on from the customer's last month with other inputs.

use super::later;
use crate::book::RuleBook;
use crate::condition::Facts;
use crate::customer::Inputs;
use crate::engine::{RunInputs, State};
use crate::ids::TierId;
use crate::model::{Bound, Condition, Side};

/// How many months are looked at.
pub(super) const HORIZON: u32 = 24;

/// How much work a search may be. It is counted in conditions looked at, each rule as so many of them, and not timed, so
/// that the same question has the same answer on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work(u64);

impl Work {
    /// A few seconds at most. Programmes whose alternatives can be told to a customer need far less.
    pub const DEFAULT: Self = Self(400_000_000);

    /// As much work as evaluating so many conditions takes.
    pub const fn conditions(count: u64) -> Self {
        Self(count)
    }

    fn spend(&mut self, conditions: u64) {
        self.0 = self.0.saturating_sub(conditions);
    }

    fn is_done(self) -> bool {
        self.0 == 0
    }
}

/// Some of the months looked at, counted from 0: the first after the customer's last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Months(u32);

/// What a trial shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// The months in which the target or a higher tier is in force.
    pub(super) in_force: Months,
    /// For each condition that was asked about, the months at whose end it holds.
    pub(super) holding: Vec<Months>,
}

/// Runs the engine on from one state, again and again.
pub(super) struct Trials<'a> {
    book: &'a RuleBook,
    /// At the end of the customer's last month.
    start: &'a State,
    /// As the customer goes on without a change.
    given: &'a RunInputs,
    /// For each month, the lowest place of its ladder that is as good as the target.
    places: Vec<usize>,
    /// For each month, what its evaluation counts as work.
    work: Vec<u64>,
    /// What is left of the work that may be done.
    left: Work,
    /// How many months were evaluated.
    evaluated: u64,
    /// Before this month the target counts as not yet in force.
    since: u32,
    changed: RunInputs,
    state: State,
}

impl Months {
    pub(super) const ALL: Self = Self((1 << HORIZON) - 1);

    pub(super) fn one(month: u32) -> Self {
        Self(1 << month)
    }

    pub(super) fn add(&mut self, month: u32) {
        self.0 |= 1 << month;
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn contains(self, month: u32) -> bool {
        self.0 & (1 << month) != 0
    }

    pub(super) fn first(self) -> Option<u32> {
        (!self.is_empty()).then(|| self.0.trailing_zeros())
    }

    /// The number of months up to the last of them.
    pub(super) fn end(self) -> u32 {
        u32::BITS - self.0.leading_zeros()
    }

    pub(super) fn each(self) -> impl Iterator<Item = u32> {
        (0..self.end()).filter(move |&month| self.contains(month))
    }
}

impl<'a> Trials<'a> {
    /// `since`: the first month in which the target's being in force is what is asked for.
    pub(super) fn new(
        book: &'a RuleBook,
        start: &'a State,
        given: &'a RunInputs,
        target: TierId,
        since: u32,
        left: Work,
    ) -> Self {
        let version = |month| book.version(later(start.month(), month));
        let places = (0..HORIZON).map(|month| book.reaching(target, version(month))).collect();
        let work = (0..HORIZON).map(|month| book.work_for_tiers(later(start.month(), month))).collect();
        let (changed, state) = (given.clone(), start.clone());
        Self { book, start, given, places, work, left, evaluated: 0, since, changed, state }
    }

    pub(super) fn given(&self) -> &'a RunInputs {
        self.given
    }

    /// What is seen with changed inputs in the first `months`; less if the run ends in an error.
    pub(super) fn run(&mut self, inputs: &Inputs, asked: &[&Condition], months: u32) -> Seen {
        self.look(inputs, asked, months, Months::default())
    }

    /// What is seen with changed inputs up to the month after the last of `at`, but no further than it takes to see a month of
    /// `at` in which all the conditions hold, and one in which the target is in force.
    pub(super) fn run_until_met(&mut self, inputs: &Inputs, asked: &[&Condition], at: Months) -> Seen {
        self.look(inputs, asked, at.end() + 1, at)
    }

    fn look(&mut self, inputs: &Inputs, asked: &[&Condition], months: u32, until_met: Months) -> Seen {
        let mut seen = Seen { in_force: Months::default(), holding: vec![Months::default(); asked.len()] };
        let mut met = false;
        self.each(inputs, months, |month, facts, in_force| {
            if in_force {
                seen.in_force.add(month);
            }
            let mut all = until_met.contains(month);
            for (holding, condition) in seen.holding.iter_mut().zip(asked) {
                let holds = condition.holds(facts);
                all &= holds;
                if holds {
                    holding.add(month);
                }
            }
            met |= all;
            !met || seen.in_force.is_empty()
        });
        seen
    }

    /// Whether a condition holds at the end of one of these months; and, of a bound on a number, how far off it is at
    /// its nearest, in units of the tenth decimal, below 0 where it does not hold.
    pub(super) fn gap(&mut self, inputs: &Inputs, condition: &Condition, at: Months) -> (bool, Option<i128>) {
        let (mut holds, mut nearest) = (false, None);
        self.each(inputs, at.end(), |month, facts, _| {
            if at.contains(month) {
                holds = condition.holds(facts);
                nearest = nearest.max(distance(condition, facts));
            }
            !holds
        });
        (holds, nearest)
    }

    /// Whether the target, or a tier as good, is in force in a month, whose state this is.
    pub(super) fn is_in_force(&self, month: u32, state: &State) -> bool {
        month >= self.since && state.rung() >= self.places[month as usize]
    }

    /// Counts work.
    pub(super) fn spend(&mut self, conditions: u64) {
        self.left.spend(conditions);
    }

    pub(super) fn evaluated(&self) -> u64 {
        self.evaluated
    }

    /// Whether the work that may be done is done: every trial then ends before its first month.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left.is_done()
    }

    /// Steps through the months while it is wanted, as far as work is left.
    fn each(&mut self, inputs: &Inputs, months: u32, mut see: impl FnMut(u32, &dyn Facts, bool) -> bool) {
        self.changed.clone_from(self.given);
        inputs.iter().for_each(|(&metric, &value)| self.changed.set_every(metric, value));
        self.state.clone_from(self.start);
        for month in 0..months.min(HORIZON) {
            self.left.spend(self.work[month as usize]);
            if self.is_exhausted() {
                return;
            }
            self.evaluated += 1;
            if self.book.advance_tiers(&self.changed, &mut self.state).is_err() {
                return;
            }
            let facts = self.book.facts(&self.state);
            let in_force = self.is_in_force(month, &self.state);
            if !see(month, &facts, in_force) {
                return;
            }
        }
    }
}

/// How far a number is on the right side of its bound; below 0, how far it is off.
fn distance(condition: &Condition, facts: &dyn Facts) -> Option<i128> {
    let Condition::Number { metric, bounds } = condition else { return None };
    let [Bound { side, value }] = bounds[..] else { return None };
    let over = facts.metric(*metric).number().scaled() - value.scaled();
    Some(match side {
        Side::AtLeast => over,
        Side::Above => over - 1,
        Side::AtMost => -over,
        Side::Below => -over - 1,
    })
}
