//! The evaluation of a customer, month by month, step by step as the semantics number them.

mod accounts;
mod checkpoint;
mod earning;
mod facts;
mod metric;
mod now;
mod opening;
mod review;
mod run;
mod run_inputs;
mod state;
mod task;

pub use accounts::Lot;
pub(crate) use checkpoint::{Checkpoint, ResultFacts};
pub(crate) use metric::{Mean, row};
pub use opening::{CustomerRow, InputColumn};
pub use run_inputs::RunInputs;
pub use state::State;

use now::Now;
use task::Progress;

use crate::book::RuleBook;
use crate::compiled::{self, Compiled, Depth, Known, Step, Test, part};
use crate::customer::Value;
use crate::ids::{AnyId, CurrencyId};
use crate::model::Credit;
use crate::number::{Number, Overflow};
use crate::record::{Event, Recorder, Silent};
use crate::result::{MonthResult, Review, RunError};

impl RuleBook {
    /// Evaluates the next month into a buffer, whose lists are filled anew.
    ///
    /// # Errors
    ///
    /// If a figure leaves the range, or more is to be redeemed than can be. The state is of no use then.
    pub fn advance(
        &self,
        given: &RunInputs,
        state: &mut State,
        recorder: &mut impl Recorder,
        result: &mut MonthResult,
    ) -> Result<(), RunError> {
        let mut run = Run::new(self, given, state, recorder, Depth::Full);
        let review = run.month()?;
        run.tell(review, result);
        run.close_month();
        Ok(())
    }

    /// Evaluates the next month for what the months after it need, without a result of its own.
    ///
    /// # Errors
    ///
    /// Those of [`RuleBook::advance`].
    pub fn advance_over(&self, given: &RunInputs, state: &mut State) -> Result<(), RunError> {
        self.advance_to(given, state, Depth::Full)
    }

    /// Evaluates of the next month only what tiers build on, here and in later months: tiers, holds, failures and
    /// [`RuleBook::qualified`] are those of [`RuleBook::advance`], with less work. Of currencies that no tier builds on
    /// nothing is earned or redeemed; a state that has gone this way goes on this way. What fails in a rule
    /// that no tier builds on is not noticed.
    ///
    /// # Errors
    ///
    /// Those of [`RuleBook::advance`], as far as tiers build on the rule.
    pub fn advance_tiers(&self, given: &RunInputs, state: &mut State) -> Result<(), RunError> {
        self.advance_to(given, state, Depth::Tiers)
    }

    fn advance_to(&self, given: &RunInputs, state: &mut State, depth: Depth) -> Result<(), RunError> {
        let mut silent = Silent;
        let mut run = Run::new(self, given, state, &mut silent, depth);
        run.month()?;
        run.close_month();
        Ok(())
    }
}

/// A month on its way.
struct Run<'a, R> {
    rules: &'a Compiled,
    /// The month's version, and its place.
    version: &'a compiled::Version,
    at: usize,
    given: &'a RunInputs,
    state: &'a mut State,
    recorder: &'a mut R,
    depth: Depth,
    now: Now,
    /// The rung of the tier in force.
    rung: usize,
}

impl<'a, R: Recorder> Run<'a, R> {
    fn new(
        book: &'a RuleBook,
        given: &'a RunInputs,
        state: &'a mut State,
        recorder: &'a mut R,
        depth: Depth,
    ) -> Self {
        let rules = &book.compiled;
        let now = Now::new(state.month, state.start, rules.year);
        let at = book.version_at(now.month);
        let version = &rules.versions[at];
        state.enter(at, version);
        let rung = state.standing.rung;
        Self { rules, version, at, given, state, recorder, depth, now, rung }
    }

    fn month(&mut self) -> Result<Option<Review>, RunError> {
        let version = self.version;
        for step in part(&version.early, self.depth) {
            self.evaluate(step)?;
        }
        self.credit_tasks()?;
        self.earn()?;
        self.redeem()?;
        self.expire();
        for step in part(&version.late, self.depth) {
            self.evaluate(step)?;
        }
        Ok(self.review())
    }

    /// One of steps 1 to 4.
    fn evaluate(&mut self, step: &Step) -> Result<(), RunError> {
        match step {
            Step::Metric { id, source } => {
                let value = self.value(*id, source).map_err(|Overflow| self.overflow(AnyId::Metric(*id)))?;
                self.state.values[id.index()] = value;
            }
            Step::Segment { id, when } => self.state.segments[id.index()] = self.holds(*when),
            Step::Task { id, when, streak, repeat } => {
                let holds = self.holds(*when);
                let period = repeat.map(|period| self.now.span(period));
                let progress = self.state.tasks.evaluate(*id, holds, *streak, period, self.now.month);
                let Progress { in_a_row, achieved } = progress;
                self.recorder.record(self.now.month, || Event::Task { task: *id, in_a_row, achieved });
            }
        }
        Ok(())
    }

    /// The rewards of the tasks that were achieved, in the order in which they were.
    fn credit_tasks(&mut self) -> Result<(), RunError> {
        let version = self.version;
        for at in 0..self.state.tasks.in_order_of_achievement().len() {
            let task = self.state.tasks.in_order_of_achievement()[at];
            for (index, &reward) in version.rewards[task.index()].iter().enumerate() {
                let amount = self.credit_rounded(AnyId::Task(task), reward)?;
                self.recorder.record(self.now.month, || Event::Reward { task, index, amount });
            }
        }
        Ok(())
    }

    /// Credits an amount that no cap cuts, and returns what it is rounded to.
    fn credit_rounded(&mut self, source: AnyId, credit: Credit) -> Result<Number, RunError> {
        let terms = self.version.terms_at(credit.currency, self.depth);
        let Some(terms) = terms else { return Ok(Number::ZERO) };
        let amount = credit.amount.rounded(terms.decimals, terms.round);
        self.credit(source, credit.currency, amount)?;
        Ok(amount)
    }

    /// Credits an amount in the month, under its version's terms. Nothing comes of 0, nor of a currency that the
    /// version lacks.
    fn credit(&mut self, source: AnyId, currency: CurrencyId, amount: Number) -> Result<(), RunError> {
        let Some(terms) = self.version.terms(currency) else { return Ok(()) };
        if amount.is_zero() {
            return Ok(());
        }
        let month = self.now.month;
        let expires = terms.expire.map(|expiry| expiry.of(month, self.rules.year));
        let credited = self.state.accounts.credit(month, source, currency, amount, expires);
        credited.map_err(|Overflow| self.overflow(source))
    }

    /// The month's result. Benefits (step 8) are settled here: nothing builds on them.
    fn tell(&self, review: Option<Review>, result: &mut MonthResult) {
        let (version, state) = (self.version, &*self.state);
        // Exhaustive, so that a buffer is filled anew as a whole.
        let MonthResult {
            month,
            version: of_version,
            tier,
            metrics,
            segments,
            tasks,
            lines,
            accounts,
            benefits,
            review: of_review,
            next_tier,
        } = result;
        *month = self.now.month;
        *of_version = self.at;
        *tier = version.ladder[self.rung].id;
        refill(metrics, version.metrics.iter().map(|&id| (id, state.values[id.index()])));
        refill(segments, version.segments.iter().copied().filter(|segment| state.segments[segment.index()]));
        state.tasks.achieved_this_month(tasks);
        lines.clone_from(&state.accounts.lines);
        let currencies = version.currencies.iter();
        refill(accounts, currencies.map(|&id| state.accounts.statement(id, state.earnings.pending(id))));
        let granted = version.granted[self.rung].iter().map(|&at| &version.benefits[at as usize]);
        let had = granted.filter(|benefit| {
            self.now.days_of(benefit.validity) > 0 && benefit.when.is_none_or(|when| self.holds(when))
        });
        refill(benefits, had.map(|benefit| benefit.id));
        *of_review = review;
        *next_tier = state.standing.tier;
    }

    fn close_month(self) {
        let Self { rules, version, state, now, .. } = self;
        let from = state.figures.len();
        state.figures.resize(from + rules.slots.figures, Number::ZERO);
        for &(metric, slot) in &version.remembered {
            if let Value::Number(number) = state.values[metric.index()] {
                state.figures[from + slot] = number;
            }
        }
        for (currency, slot) in rules.slots.currencies() {
            state.figures[from + slot] = state.accounts.holdings[currency].credited;
        }
        state.tasks.break_streaks(&version.lacks);
        state.month = now.month.plus(1);
    }

    fn holds(&self, test: Test) -> bool {
        self.version.conditions.hold(test, self.known())
    }

    fn known(&self) -> Known<'_> {
        self.state.known(self.rung)
    }

    fn overflow(&self, rule: AnyId) -> RunError {
        RunError::Overflow { rule, month: self.now.month }
    }
}

fn refill<T>(list: &mut Vec<T>, with: impl Iterator<Item = T>) {
    list.clear();
    list.extend(with);
}
