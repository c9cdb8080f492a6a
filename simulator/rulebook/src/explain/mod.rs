//! Why a figure is what it is.
//!
//! A [`Session`] answers for every figure of its result with a tree of [`Step`]s: whose figure, of which month, by which operation, from which inputs. A tree is
//! data without words. All its figures come from the evaluation itself: from its results, from the journal, or,
//! for what is but a part of one step (a part of a sum, a band), from the function that the engine itself calls.
//!
//! A tree is bounded: what it has shown once it does not show again ([`Operation::Seen`]), and at some depth it ends
//! ([`Operation::Deeper`]).

mod accounts;
mod benefit;
mod condition;
mod earning;
mod metric;
mod segment;
mod step;
mod task;
mod tier;
mod what;

use std::collections::BTreeSet;
use std::ops::Deref;

pub use step::{Achieved, Capped, Days, Figure, Given, Nothing, Operation, Reviewed, Since, Step};
pub use what::{NotAFigure, What};

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::{Customer, Value};
use crate::engine::{Checkpoint, ResultFacts};
use crate::ids::{AnyId, CurrencyId, TaskId};
use crate::model::{Unit, Version};
use crate::number::Number;
use crate::record::{Event, Journal};
use crate::result::{Account, MonthResult};
use crate::session::Session;

/// So deep a tree may be where metrics begin; their conditions may go deeper by what a condition may be.
const DEPTH: usize = 48;

/// A run that is asked why.
#[derive(Clone, Copy)]
struct Asked<'a> {
    book: &'a RuleBook,
    customer: &'a Customer,
    months: &'a [MonthResult],
    checkpoints: &'a [Checkpoint],
    journal: &'a Journal,
}

impl<B: Deref<Target = RuleBook>> Session<B> {
    /// Why something is as it is in a month; nothing for a month outside the run. An accrual rule, a campaign, a task
    /// has one tree for each line that it credits or delays, a currency one for its balance and one for what is
    /// pending, a tier one for why it is in force and one for the review.
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::explain::{Operation, What};
    /// use rulebook::{Number, RuleBook, Session};
    /// # use card::{customer, rules};
    ///
    /// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    /// let ids = &book.rules().ids;
    /// let session = Session::open(&book, customer(ids, 60_000)).expect("a run without an error");
    /// let february = session.months()[1].month;
    ///
    /// let what = What::named("currency:points", ids).expect("a currency");
    /// let balance = &session.why(february, what)[0];
    /// assert_eq!(balance.operation, Operation::Balance);
    /// assert_eq!(balance.result.number(), Some(Number::from(75)));
    /// // Beside what was held before and what was spent: what the card brought.
    /// let mut inputs = balance.inputs.iter();
    /// let credited = inputs.find(|step| step.operation == Operation::Credited).expect("a part of it");
    /// assert_eq!(credited.result.number(), Some(Number::from(50)));
    /// // A month outside the run has no figures.
    /// assert_eq!(session.why(february.plus(12), what), []);
    /// ```
    pub fn why(&self, month: Month, what: What) -> Vec<Step> {
        let run = Asked {
            book: &self.book,
            customer: &self.customer,
            months: &self.months,
            checkpoints: &self.checkpoints,
            journal: self.journal(),
        };
        let at = usize::try_from(month.since(run.customer.start)).ok();
        let Some(at) = at.filter(|at| *at < run.months.len()) else { return Vec::new() };
        let mut teller = Teller { run, seen: BTreeSet::new(), depth: 0 };
        match what {
            What::Tier => vec![teller.in_force(at), teller.review(at)],
            What::Of(AnyId::Metric(id)) => vec![teller.metric(at, id)],
            What::Of(AnyId::Segment(id)) => vec![teller.segment(at, id)],
            What::Of(AnyId::Task(id)) => teller.task_and_rewards(at, id),
            What::Of(AnyId::Benefit(id)) => vec![teller.benefit(at, id)],
            What::Of(AnyId::Earn(id)) => teller.rule_and_arrivals(at, id),
            What::Of(AnyId::Campaign(id)) => teller.campaign(at, id),
            What::Of(AnyId::Currency(id)) => vec![teller.balance(at, id), teller.pending(at, id)],
            What::Of(AnyId::Tier(_) | AnyId::Pool(_) | AnyId::Reward(_)) => Vec::new(),
        }
    }
}

impl Step {
    fn new(subject: impl Into<Option<AnyId>>, month: Month, operation: Operation, result: Figure) -> Self {
        Self { subject: subject.into(), month, operation, result, inputs: Vec::new() }
    }

    fn of(mut self, inputs: impl IntoIterator<Item = Step>) -> Self {
        self.inputs.extend(inputs);
        self
    }
}

impl Figure {
    fn amount(currency: CurrencyId, amount: Number) -> Self {
        Self::Value(Value::Number(amount), Unit::Currency(currency))
    }

    /// The number, if it is one.
    pub fn number(self) -> Option<Number> {
        match self {
            Self::Value(Value::Number(number), _) => Some(number),
            _ => None,
        }
    }
}

/// Tells one explanation, and remembers what it has shown. Months go by their place in the run.
struct Teller<'a> {
    run: Asked<'a>,
    seen: BTreeSet<(Option<AnyId>, Month, Aspect)>,
    depth: usize,
}

/// What is shown of a subject; each once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    Value,
    Boost(usize),
    Balance,
    Review,
}

impl<'a> Teller<'a> {
    /// Shows a step the first time it is met; then only its figure, as it does where the tree is too deep.
    fn once(&mut self, mut step: Step, aspect: Aspect, tell: impl FnOnce(&mut Self, &mut Step)) -> Step {
        if self.seen.contains(&(step.subject, step.month, aspect)) {
            step.operation = Operation::Seen;
        } else if self.depth >= DEPTH {
            step.operation = Operation::Deeper;
        } else {
            self.seen.insert((step.subject, step.month, aspect));
            self.deeper(|teller| tell(teller, &mut step));
        }
        step
    }

    fn deeper<T>(&mut self, tell: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let told = tell(self);
        self.depth -= 1;
        told
    }

    fn result(&self, at: usize) -> &'a MonthResult {
        &self.run.months[at]
    }

    fn month(&self, at: usize) -> Month {
        self.result(at).month
    }

    /// The place in the run of a month that is in it.
    fn at(&self, month: Month) -> Option<usize> {
        let at = usize::try_from(month.since(self.run.customer.start)).ok()?;
        (at < self.run.months.len()).then_some(at)
    }

    fn version(&self, at: usize) -> &'a Version {
        &self.run.book.rules().versions[self.result(at).version]
    }

    fn account(&self, at: usize, currency: CurrencyId) -> Option<&'a Account> {
        self.result(at).accounts.iter().find(|account| account.currency == currency)
    }

    /// The place of the tier in force on the ladder.
    fn rung(&self, at: usize) -> usize {
        let result = self.result(at);
        self.version(at).rung(result.tier).expect("the tier in force is one of its version's")
    }

    fn events(&self, at: usize) -> impl Iterator<Item = &'a Event> + use<'a> {
        self.run.journal.of(self.month(at))
    }

    fn facts(&self, at: usize) -> ResultFacts<'a> {
        self.run.checkpoints[at].facts(self.run.book, self.result(at))
    }

    /// When a task was achieved, up to a month.
    fn achievement(&self, at: usize, task: TaskId) -> Option<Achieved> {
        if self.run.customer.achieved.contains(&task) {
            return Some(Achieved::BeforeStart);
        }
        let mut months = self.run.months[..=at].iter();
        months.find(|month| month.tasks.contains(&task)).map(|month| Achieved::In(month.month))
    }

    fn absent(&self, at: usize, subject: impl Into<Option<AnyId>>, result: Figure) -> Step {
        Step::new(subject, self.month(at), Operation::Absent, result)
    }
}
