//! The state of the simulator, and how actions change it. Pure: the same state and action give the same state.

use std::collections::BTreeSet;
use std::rc::Rc;

use rulebook::explain::What;
use rulebook::{Change, Date, Month, MonthResult, Number, RuleBook, RunError, Session, TierId, Value};

use super::answers::{Answers, Problems};
use super::entry;
use super::form::{FieldId, Form};
use super::ways::{self, Ways};

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
    /// The last run that there was: of the answers, or, while some of them are refused, of those before. None before
    /// the first that came to its end.
    pub run: Option<Rc<Run>>,
    /// Why the answers, though all are numbers, have no run.
    pub run_error: Option<RunError>,
    /// Which of the run's months is shown, from 0.
    pub shown: usize,
    /// Which tier the customer wants to reach; the next one, if absent.
    pub aim: Option<TierId>,
    /// The ways up that were found last: those that are shown, or, while [`State::is_searching`], of something that
    /// is shown no longer.
    pub ways: Option<Rc<Ways>>,
    /// Whether the ways are those of the run, the month and the aim.
    searched: bool,
    /// What was opened.
    pub opened: Vec<Opened>,
    /// The answers as they were before a way was tried, until something else is entered.
    pub before: Option<Rc<Answers>>,
}

/// What opens to show more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Each month's accounts.
    Months,
    /// More ways up than the easiest.
    MoreWays,
    /// More ways to keep the tier than the easiest.
    MoreToStay,
    /// Why a figure of the month is what it is.
    Why(What),
}

/// A customer's year, [`MONTHS`] months: one session for all that is shown of an answer.
pub type Run = Session<Rc<RuleBook>>;

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
    /// Wants to reach a tier.
    AimAt(TierId),
    /// Has waited long enough to be told the ways up.
    FindWays,
    /// Enters what a way changes.
    Try(Vec<Change>),
    /// Goes back to the answers before a way was tried.
    Undo,
    /// Opens something, or closes it.
    Toggle(Opened),
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
        let state = Self {
            book: Book(book),
            form: Rc::new(form),
            answers,
            problems: Problems::new(),
            left: BTreeSet::new(),
            start_chosen: false,
            run: None,
            run_error: None,
            shown: 0,
            aim: None,
            ways: None,
            searched: false,
            opened: Vec::new(),
            before: None,
        };
        state.evaluated()
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book.0
    }

    /// The months of the run; none before there is one.
    pub fn months(&self) -> &[MonthResult] {
        self.run.as_ref().map_or(&[], |run| run.months())
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

    /// Whether the ways up have still to be found.
    pub fn is_searching(&self) -> bool {
        !self.searched
    }

    /// Whether something is open.
    pub fn is_open(&self, what: Opened) -> bool {
        self.opened.contains(&what)
    }

    /// Runs what was entered; what cannot be run leaves the last run in place.
    fn evaluated(mut self) -> Self {
        match self.answers.customer(&self.form, MONTHS) {
            Err(problems) => self.problems = problems,
            Ok(customer) => {
                self.problems = Problems::new();
                self.run_error = None;
                if self.run.as_ref().is_some_and(|run| *run.customer() == customer) {
                    return self;
                }
                match Session::open(Rc::clone(&self.book.0), customer) {
                    Ok(run) => {
                        self.run = Some(Rc::new(run));
                        self.searched = false;
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

    /// With an answer of the customer's own, after which there is no way back to those before a way was tried.
    fn answered(mut self) -> Self {
        self.before = None;
        self.evaluated()
    }

    /// With the ways up from the month that is shown.
    fn with_ways(mut self) -> Self {
        let outlooks = if self.is_open(Opened::MoreWays) { usize::MAX } else { ways::EASIEST };
        let found = self.run.as_ref().and_then(|run| ways::find(run, self.shown, self.aim, outlooks));
        self.ways = found.map(Rc::new);
        self.searched = true;
        self
    }

    /// This state, with the outlook of every way that was found.
    fn with_all_outlooks(mut self) -> Self {
        let prospect = self.run.as_ref().and_then(|run| run.prospect(self.shown));
        if let (Some(ways), Some(prospect)) = (self.ways.take(), prospect) {
            let mut ways = Rc::unwrap_or_clone(ways);
            ways.up = ways.up.map(|up| up.with_outlooks(&prospect, usize::MAX));
            self.ways = Some(Rc::new(ways));
        }
        self
    }

    fn tried(mut self, changes: &[Change]) -> Self {
        let before = self.answers.clone();
        for change in changes {
            let id = FieldId::Own(change.metric);
            match change.to {
                Value::Flag(true) => drop(self.answers.ticked.insert(id)),
                Value::Flag(false) => drop(self.answers.ticked.remove(&id)),
                Value::Number(number) => drop(self.answers.texts.insert(id, number.to_string())),
                // A way never changes a date.
                Value::Date(_) => {}
            }
            self.left.remove(&id);
        }
        self.before = Some(Rc::new(before));
        self.evaluated()
    }

    fn stepped(mut self, id: FieldId, direction: Direction) -> Self {
        let Some(field) = self.form.field(id).copied() else { return self };
        let (Some(step), Ok(number)) = (field.step, self.answers.number(&field)) else { return self };
        let stepped = match direction {
            Direction::Up => number.plus(step),
            Direction::Down => number.minus(step),
        };
        let Ok(number) = stepped else { return self };
        let number = number.max(Number::ZERO);
        self.answers.texts.insert(id, number.to_string());
        self.answered()
    }
}

/// The state after an action.
#[must_use]
pub fn update(mut state: State, action: Action) -> State {
    match action {
        Action::Type(id, text) => {
            state.left.remove(&id);
            state.answers.texts.insert(id, text);
            state.answered()
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
            state.answered()
        }
        Action::StartIn(tier) => {
            state.answers.tier = tier;
            state.answered()
        }
        Action::HeldUntil(month) => {
            state.answers.held_until = month;
            state.answered()
        }
        Action::StartAt(month) => {
            state.start_chosen = true;
            state.before = None;
            state.starting(month)
        }
        Action::Today(today) if !state.start_chosen && state.answers.start != today.month() => {
            state.starting(today.month())
        }
        Action::Today(_) => state,
        Action::Show(month) => {
            let month = month.min(state.months().len().saturating_sub(1));
            state.searched &= state.shown == month;
            state.shown = month;
            state
        }
        Action::AimAt(tier) => {
            state.aim = Some(tier);
            state.searched = false;
            state
        }
        Action::FindWays if state.is_searching() => state.with_ways(),
        Action::FindWays => state,
        Action::Try(changes) => state.tried(&changes),
        Action::Undo => {
            if let Some(before) = state.before.take() {
                state.answers = Answers::clone(&before);
            }
            state.evaluated()
        }
        Action::Toggle(what) => {
            if state.is_open(what) {
                state.opened.retain(|other| *other != what);
                return state;
            }
            state.opened.push(what);
            if what == Opened::MoreWays && !state.is_searching() { state.with_all_outlooks() } else { state }
        }
        Action::Clear => {
            let start = state.answers.start;
            state.answers = Answers::new(start);
            state.left.clear();
            state.searched &= state.shown == 0;
            state.shown = 0;
            state.answered()
        }
    }
}
