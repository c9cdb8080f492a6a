//! What a month's end leaves to later months, kept small: together with the month's result it gives the state back.

use super::State;
use super::accounts::{Accounts, Lot};
use super::earning::Earnings;
use super::review::Standing;
use super::task::Tasks;
use crate::book::RuleBook;
use crate::condition::Facts;
use crate::customer::Value;
use crate::ids::{MetricId, SegmentId, TaskId, TierId};
use crate::number::Number;
use crate::result::MonthResult;

/// A month's end, without what the month's result says, and without what only grows from month to month, of which the
/// run's last state has all.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoint {
    standing: Standing,
    /// The place of the tier that was in force in the month.
    rung: usize,
    /// Each with the index of its currency.
    lots: Box<[(usize, Lot)]>,
    earnings: Earnings,
    tasks: Tasks,
}

impl Checkpoint {
    pub(crate) fn of(state: &State) -> Self {
        Self {
            standing: state.standing,
            rung: state.rung,
            lots: state.accounts.all_lots().collect(),
            earnings: state.earnings.without_this_month(),
            tasks: state.tasks.clone(),
        }
    }

    /// The state at the end of the month that has this result, in the run that ends with `end`.
    pub(crate) fn state(&self, book: &RuleBook, result: &MonthResult, end: &State) -> State {
        let ids = &book.rules().ids;
        let months = usize::try_from(result.month.since(end.start)).unwrap_or(0) + 1;
        let mut values = vec![Value::Number(Number::ZERO); ids.metrics.len()];
        result.metrics.iter().for_each(|&(metric, value)| values[metric.index()] = value);
        let mut segments = vec![false; ids.segments.len()];
        result.segments.iter().for_each(|segment| segments[segment.index()] = true);
        State {
            start: end.start,
            month: result.month.plus(1),
            standing: self.standing,
            accounts: Accounts::restored(book, &self.lots, result, &end.accounts),
            earnings: self.earnings.ready(&book.compiled),
            tasks: self.tasks.clone(),
            version: Some(result.version),
            rung: self.rung,
            values,
            figures: end.figures[..months * book.compiled.slots.figures].to_vec(),
            segments,
        }
    }

    /// The month that has this result, as conditions see it.
    pub(crate) fn facts<'a>(&'a self, book: &'a RuleBook, result: &'a MonthResult) -> ResultFacts<'a> {
        ResultFacts { book, result, checkpoint: self }
    }
}

/// A month of a run that is over, as conditions see it.
pub(crate) struct ResultFacts<'a> {
    book: &'a RuleBook,
    result: &'a MonthResult,
    checkpoint: &'a Checkpoint,
}

impl Facts for ResultFacts<'_> {
    fn metric(&self, metric: MetricId) -> Value {
        let metrics = &self.result.metrics;
        let at = metrics.binary_search_by_key(&metric, |&(id, _)| id);
        at.map_or(Value::Number(Number::ZERO), |at| metrics[at].1)
    }

    fn in_segment(&self, segment: SegmentId) -> bool {
        self.result.segments.binary_search(&segment).is_ok()
    }

    fn achieved(&self, task: TaskId) -> bool {
        self.checkpoint.tasks.achieved()[task.index()]
    }

    fn in_tier(&self, tier: TierId) -> bool {
        let rungs = &self.book.compiled.versions[self.result.version].rungs;
        rungs[tier.index()].is_some_and(|asked| self.checkpoint.rung >= asked)
    }
}
