//! The state of the simulator, and how actions change it. Pure: the same state and action give the same state.

use std::collections::BTreeSet;
use std::rc::Rc;

use rulebook::{Customer, Date, Month, MonthResult, Number, RuleBook, RunError, Sum, TierId};

use super::answers::{Answers, Problems};
use super::entry;
use super::form::{FieldId, Form};

/// How many months are run: a year.
pub const MONTHS: u32 = 12;

/// Everything that the simulator remembers.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    book: Book,
    /// The fields.
    pub form: Rc<Form>,
    /// What was entered.
    pub answers: Answers,
    /// What of it was refused.
    pub problems: Problems,
    /// The fields that were left after something was typed: what is wrong in them is on its way no longer.
    left: BTreeSet<FieldId>,
    /// Whether the customer chose the first month; if not, it is today's.
    start_chosen: bool,
    /// The last run that there was: of the answers, or, while some of them are refused, of those before.
    pub run: Rc<Run>,
    /// Why the answers, though all are numbers, have no run.
    pub run_error: Option<RunError>,
    /// Which of the run's months is shown, from 0.
    pub shown: usize,
}

/// A customer's year.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Who.
    pub customer: Customer,
    /// What came out, month by month; [`MONTHS`] of them, none in a run that failed from the start.
    pub months: Vec<MonthResult>,
}

/// What a customer does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Changes the text of a field.
    Type(FieldId, String),
    /// Leaves a field.
    Leave(FieldId),
    /// Takes a field's number a step up or down.
    Step(FieldId, Direction),
    /// Ticks a box, or takes the tick away.
    Tick(FieldId, bool),
    /// Says in which tier they start.
    StartIn(Option<TierId>),
    /// Says to when that tier is held.
    HeldUntil(Option<Month>),
    /// Chooses the first month.
    StartAt(Month),
    /// It is this day; told by the clock, once the page is alive.
    Today(Date),
    /// Looks at another month of the run, from 0.
    Show(usize),
    /// Empties the form.
    Clear,
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

/// A rule book, which never changes while the page is open: equal if it is the same.
#[derive(Clone, Debug)]
struct Book(Rc<RuleBook>);

impl PartialEq for Book {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl State {
    /// An empty form, on a day.
    pub fn new(book: Rc<RuleBook>, today: Date) -> Self {
        let answers = Answers::new(today.month());
        let form = Form::new(&book, answers.start, MONTHS);
        let customer = Customer::new(answers.start, MONTHS);
        let state = Self {
            book: Book(book),
            form: Rc::new(form),
            answers,
            problems: Problems::new(),
            left: BTreeSet::new(),
            start_chosen: false,
            run: Rc::new(Run { customer, months: Vec::new() }),
            run_error: None,
            shown: 0,
        };
        state.evaluated()
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book.0
    }

    /// What to say beside a field: nothing while its text may still become a number.
    pub fn problem(&self, id: FieldId) -> Option<entry::EntryError> {
        let problem = *self.problems.get(&id)?;
        let on_its_way = !self.left.contains(&id) && entry::may_go_on(self.answers.text(id), problem);
        (!on_its_way).then_some(problem)
    }

    /// Whether the run shown is of answers before these.
    pub fn is_stale(&self) -> bool {
        !self.problems.is_empty() || self.run_error.is_some()
    }

    /// Whether anything was entered.
    pub fn is_empty(&self) -> bool {
        let mut empty = Answers::new(self.answers.start);
        empty.texts.clone_from(&self.answers.texts);
        empty.texts.retain(|_, text| text.trim().is_empty());
        self.answers == empty
    }

    /// Runs what was entered; what cannot be run leaves the last run in place.
    fn evaluated(mut self) -> Self {
        match self.answers.customer(&self.form, MONTHS) {
            Err(problems) => self.problems = problems,
            Ok(customer) => {
                self.problems = Problems::new();
                match self.book.0.simulate(&customer) {
                    Ok(months) => {
                        self.run = Rc::new(Run { customer, months });
                        self.run_error = None;
                    }
                    Err(error) => self.run_error = Some(error),
                }
            }
        }
        self
    }

    /// With another first month: other fields, if other versions are in force then.
    fn starting(mut self, start: Month) -> Self {
        let form = Form::new(self.book(), start, MONTHS);
        self.form = Rc::new(form);
        self.answers.start = start;
        self.answers.held_until = self.answers.held_until.filter(|&until| until >= start);
        self.evaluated()
    }

    fn stepped(mut self, id: FieldId, direction: Direction) -> Self {
        let Some(field) = self.form.field(id).copied() else { return self };
        let (Some(step), Ok(number)) = (field.step, self.answers.number(&field)) else { return self };
        let mut sum = Sum::default();
        sum.add(number);
        match direction {
            Direction::Up => sum.add(step),
            Direction::Down => sum.subtract(step),
        }
        let Ok(number) = sum.total() else { return self };
        let number = number.max(Number::ZERO);
        self.answers.texts.insert(id, number.to_string());
        self.evaluated()
    }
}

/// The state after an action.
#[must_use]
pub fn update(mut state: State, action: Action) -> State {
    match action {
        Action::Type(id, text) => {
            state.left.remove(&id);
            state.answers.texts.insert(id, text);
            state.evaluated()
        }
        Action::Leave(id) => {
            state.left.insert(id);
            state
        }
        Action::Step(id, direction) => state.stepped(id, direction),
        Action::Tick(id, is) => {
            if is {
                state.answers.ticked.insert(id);
            } else {
                state.answers.ticked.remove(&id);
            }
            state.evaluated()
        }
        Action::StartIn(tier) => {
            state.answers.tier = tier;
            state.evaluated()
        }
        Action::HeldUntil(month) => {
            state.answers.held_until = month;
            state.evaluated()
        }
        Action::StartAt(month) => {
            state.start_chosen = true;
            state.starting(month)
        }
        Action::Today(today) if !state.start_chosen && state.answers.start != today.month() => {
            state.starting(today.month())
        }
        Action::Today(_) => state,
        Action::Show(month) => {
            state.shown = month.min(state.run.months.len().saturating_sub(1));
            state
        }
        Action::Clear => {
            let start = state.answers.start;
            state.answers = Answers::new(start);
            state.left.clear();
            state.shown = 0;
            state.evaluated()
        }
    }
}
