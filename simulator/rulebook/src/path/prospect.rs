//! How a customer may go on from the end of a month: as in every month, or with other inputs. What is worked out for one
//! question is kept for the next.

use std::cell::{OnceCell, RefCell};
use std::ops::Deref;

use super::trial::HORIZON;
use super::{PathOption, later};
use crate::book::RuleBook;
use crate::engine::{RunInputs, State};
use crate::record::Silent;
use crate::result::{MonthResult, RunError};
use crate::session::{Meter, Session};

/// Of so many options the month in which they bring the tier is kept: as many as are shown at first.
const KEPT: usize = 8;

/// A customer at the end of a month, whose inputs are kept up from then on. [`crate::Session::prospect`] makes it.
#[derive(Debug)]
pub struct Prospect<'a> {
    pub(super) book: &'a RuleBook,
    /// As the customer goes on without a change.
    pub(super) steady: RunInputs,
    /// At the end of the month.
    pub(super) state: State,
    pub(super) meter: &'a Meter,
    unchanged: OnceCell<Unchanged>,
    without: RefCell<Without>,
    reached: RefCell<Vec<(PathOption, Reached)>>,
}

/// The states at the end of each month looked at, if nothing changes: as far as tiers build on it.
#[derive(Debug)]
pub(super) struct Unchanged {
    pub(super) states: Vec<State>,
    /// What ended the months before all were seen.
    pub(super) error: Option<RunError>,
}

/// The results of the months looked at, if nothing changes.
#[derive(Debug)]
struct Without {
    months: Vec<MonthResult>,
    /// At the end of the last of them; none after an error.
    state: Option<State>,
}

/// A month in which an option brings the tier.
#[derive(Clone, Debug)]
pub(super) struct Reached {
    /// At the end of the month before.
    pub(super) before: State,
    pub(super) result: MonthResult,
}

impl<B: Deref<Target = RuleBook>> Session<B> {
    /// How the customer may go on after a month of the run, counted from 0, as if no later one were known.
    pub fn prospect(&self, month: usize) -> Option<Prospect<'_>> {
        Some(Prospect::new(&self.book, self.given.clone(), self.state(month)?, &self.meter))
    }

    /// How the customer may go on after the last month.
    pub fn prospect_after_all(&self) -> Prospect<'_> {
        Prospect::new(&self.book, self.given.clone(), self.end.clone(), &self.meter)
    }
}

impl<'a> Prospect<'a> {
    /// `given` is made steady.
    fn new(book: &'a RuleBook, mut given: RunInputs, state: State, meter: &'a Meter) -> Self {
        given.go_steady();
        Self {
            book,
            steady: given,
            without: RefCell::new(Without { months: Vec::new(), state: Some(state.clone()) }),
            state,
            meter,
            unchanged: OnceCell::new(),
            reached: RefCell::new(Vec::new()),
        }
    }

    /// The states of the months to come, if nothing changes.
    pub(super) fn unchanged(&self) -> &Unchanged {
        self.unchanged.get_or_init(|| {
            let (mut states, mut state) = (Vec::new(), self.state.clone());
            for _ in 0..HORIZON {
                self.meter.add(1);
                if let Err(error) = self.book.advance_tiers(&self.steady, &mut state) {
                    return Unchanged { states, error: Some(error) };
                }
                states.push(state.clone());
            }
            Unchanged { states, error: None }
        })
    }

    /// The result of a month, counted from the first to come, if nothing changes; none after an error.
    pub(super) fn without(&self, month: usize) -> Option<MonthResult> {
        let Without { months, state } = &mut *self.without.borrow_mut();
        while months.len() <= month {
            let mut then = state.take()?;
            let mut result = MonthResult::new(then.month(), then.tier());
            self.meter.add(1);
            self.book.advance(&self.steady, &mut then, &mut Silent, &mut result).ok()?;
            months.push(result);
            *state = Some(then);
        }
        months.get(month).cloned()
    }

    /// The month in which an option brings the tier; none if its run ends in an error before.
    pub(super) fn reached(&self, option: &PathOption) -> Option<Reached> {
        let known =
            self.reached.borrow().iter().find(|(other, _)| other == option).map(|(_, month)| month.clone());
        known.or_else(|| self.run_to(option))
    }

    /// Whether an option that has not been tried yet brings the tier; where there are few, what is found is kept.
    pub(super) fn reaches(&self, option: &PathOption) -> bool {
        let Some(month) = self.run_to(option) else { return false };
        let mut reached = self.reached.borrow_mut();
        if reached.len() < KEPT {
            reached.push((option.clone(), month));
        }
        true
    }

    fn run_to(&self, option: &PathOption) -> Option<Reached> {
        let (given, mut state) = (option.tried(&self.steady), self.state.clone());
        while state.month() < option.in_force {
            self.meter.add(1);
            self.book.advance_over(&given, &mut state).ok()?;
        }
        let before = state.clone();
        let mut result = MonthResult::new(state.month(), state.tier());
        self.meter.add(1);
        self.book.advance(&given, &mut state, &mut Silent, &mut result).ok()?;
        Some(Reached { before, result })
    }

    /// The first month to come.
    pub fn first(&self) -> crate::Month {
        self.state.month()
    }

    pub(super) fn month(&self, later_by: u32) -> crate::Month {
        later(self.first(), later_by)
    }
}
