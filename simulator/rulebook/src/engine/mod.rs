//! The evaluation of a customer, month by month, step by step as the semantics number them.

mod accounts;
pub(crate) mod depth;
mod earning;
mod facts;
mod given;
mod metrics;
mod review;
mod state;
mod tasks;

pub use given::{CustomerError, Given};
pub use state::State;

use depth::Depth;
use facts::MonthFacts;
use tasks::Progress;

use crate::calendar::Month;
use crate::customer::Value;
use crate::ids::{BenefitId, CurrencyId};
use crate::model::{Benefit, Credit, Version, Yield};
use crate::number::{Number, Overflow};
use crate::order::{Order, Step};
use crate::record::{Event, Recorder, Silent};
use crate::result::{MonthResult, Rule, RunError, Source};
use crate::{RuleBook, result};

impl RuleBook {
    /// Evaluates the next month into a buffer, whose lists are filled anew. After an error the state is of no use.
    pub fn step(
        &self,
        given: &Given,
        state: &mut State,
        recorder: &mut impl Recorder,
        result: &mut MonthResult,
    ) -> Result<(), RunError> {
        let mut run = Run::new(self, given, state, recorder);
        let review = run.month(Depth::Full)?;
        run.tell(review, result);
        run.close_month();
        Ok(())
    }

    /// Evaluates of the next month only what tiers build on, here and in later months: tiers, holds, failures and
    /// [`RuleBook::qualified`] are those of [`RuleBook::step`], with less work. Where no tier builds on what is
    /// earned or held, nothing is earned or redeemed and the balances are of no meaning; a state that has gone this
    /// way goes on this way. What fails in a rule that no tier builds on is not noticed.
    pub fn step_tiers(&self, given: &Given, state: &mut State) -> Result<(), RunError> {
        let mut silent = Silent;
        let mut run = Run::new(self, given, state, &mut silent);
        run.month(Depth::Tiers)?;
        run.close_month();
        Ok(())
    }
}

/// A month on its way.
struct Run<'a, R> {
    book: &'a RuleBook,
    given: &'a Given,
    state: &'a mut State,
    recorder: &'a mut R,
    month: Month,
    /// The month's version, and its place.
    version: &'a Version,
    at: usize,
    /// The place of the tier in force.
    place: usize,
}

impl<'a, R: Recorder> Run<'a, R> {
    fn new(book: &'a RuleBook, given: &'a Given, state: &'a mut State, recorder: &'a mut R) -> Self {
        let month = state.month;
        let at = book.version_at(month);
        let version = &book.rules().versions[at];
        state.standing.enter(version);
        state.tier = state.standing.tier;
        let place = state.standing.place(version);
        Self { book, given, state, recorder, month, version, at, place }
    }

    fn month(&mut self, depth: Depth) -> Result<Option<result::Review>, RunError> {
        self.state.values.fill(Value::Number(Number::ZERO));
        self.state.segments.fill(false);
        self.state.accounts.open_month();
        self.state.tasks.open_month();

        let order: &'a Order = self.book.order(self.at, depth);
        self.evaluate(&order.early)?;
        if depth == Depth::Full || self.book.tiers.earnings {
            self.credit_tasks()?;
            self.earn()?;
            self.redeem()?;
            self.state.accounts.expire(self.month, self.version, self.recorder);
        }
        self.evaluate(&order.late)?;
        Ok(self.review())
    }

    /// Steps 1 to 4, or what of them builds on what is earned or held.
    fn evaluate(&mut self, steps: &[Step]) -> Result<(), RunError> {
        let version = self.version;
        for step in steps {
            match *step {
                Step::Input(at) | Step::Metric(at) => {
                    let metric = &version.metrics[at];
                    let value = self.metric_value(metric);
                    let value = value.map_err(|Overflow| self.overflow(Rule::Metric(metric.id)))?;
                    self.state.values[metric.id.index()] = value;
                }
                Step::Segment(at) => {
                    let segment = &version.segments[at];
                    self.state.segments[segment.id.index()] = segment.when.holds(&self.facts());
                }
                Step::Task(at) => {
                    let task = &version.tasks[at];
                    let holds = task.when.holds(&self.facts());
                    let year = self.book.rules().year_starts;
                    let progress = self.state.tasks.evaluate(task, holds, self.month, year);
                    let Progress { in_a_row, achieved } = progress;
                    self.recorder.record(self.month, || Event::Task { task: task.id, in_a_row, achieved });
                }
            }
        }
        Ok(())
    }

    /// The rewards of the tasks that were achieved, in the order in which they were.
    fn credit_tasks(&mut self) -> Result<(), RunError> {
        let version = self.version;
        for at in 0..self.state.tasks.in_order_of_achievement().len() {
            let id = self.state.tasks.in_order_of_achievement()[at];
            let task = version.tasks.iter().find(|task| task.id == id);
            for (place, &reward) in task.iter().flat_map(|task| &task.rewards).enumerate() {
                let amount = self.credit_rounded(Source::Task(id), reward)?;
                self.recorder.record(self.month, || Event::Reward { task: id, place, amount });
            }
        }
        Ok(())
    }

    /// Credits an amount that no cap cuts, and returns what it is rounded to.
    fn credit_rounded(&mut self, source: Source, credit: Credit) -> Result<Number, RunError> {
        let Some(currency) = self.version.currency(credit.currency) else { return Ok(Number::ZERO) };
        let amount = credit.amount.rounded(currency.decimals, currency.round);
        self.credit(source, credit.currency, amount)?;
        Ok(amount)
    }

    fn credit(&mut self, source: Source, currency: CurrencyId, amount: Number) -> Result<(), RunError> {
        let year = self.book.rules().year_starts;
        let accounts = &mut self.state.accounts;
        let credited = accounts.credit(self.version, year, self.month, source, currency, amount);
        credited.map_err(|Overflow| self.overflow(Rule::Source(source)))
    }

    /// The month's result, but for what closing it changes. Benefits (step 8) are settled here: nothing builds on
    /// them.
    fn tell(&self, review: Option<result::Review>, result: &mut MonthResult) {
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
        *month = self.month;
        *of_version = self.at;
        *tier = state.tier;
        metrics.clear();
        metrics.extend(version.metrics.iter().map(|metric| (metric.id, state.values[metric.id.index()])));
        metrics.sort_unstable_by_key(|&(id, _)| id);
        segments.clear();
        let holding = version.segments.iter().map(|segment| segment.id);
        segments.extend(holding.filter(|segment| state.segments[segment.index()]));
        state.tasks.achieved_this_month(tasks);
        lines.clear();
        lines.extend_from_slice(state.accounts.lines());
        state.accounts.statement(version, &state.earnings, accounts);
        self.benefits(benefits);
        *of_review = review;
        *next_tier = state.standing.tier;
    }

    /// Step 8.
    fn benefits(&self, benefits: &mut Vec<BenefitId>) {
        let facts = self.facts();
        let has = |benefit: &&Benefit| {
            benefit.validity.days_in(self.month) > 0
                && benefit.grants.as_ref().is_none_or(|grants| grants.0[self.place].is_some())
                && benefit.when.as_ref().is_none_or(|when| when.holds(&facts))
        };
        benefits.clear();
        benefits.extend(self.version.benefits.iter().filter(has).map(|benefit| benefit.id));
    }

    fn close_month(self) {
        let state = self.state;
        let from = state.history.len();
        state.history.resize(from + state.values.len(), Number::ZERO);
        for metric in &self.version.metrics {
            if let Value::Number(number) = state.values[metric.id.index()] {
                state.history[from + metric.id.index()] = number;
            }
        }
        state.accounts.close_month();
        state.tasks.close_month();
        state.month = self.month.plus(1);
    }

    fn facts(&self) -> MonthFacts<'_> {
        MonthFacts { state: self.state, version: self.version, place: Some(self.place) }
    }

    fn overflow(&self, rule: Rule) -> RunError {
        RunError::Overflow { rule, month: self.month }
    }

    /// The rule's metric, this month.
    fn amount_of(&self, yields: &Yield) -> Number {
        match yields {
            Yield::Gives { of, .. } | Yield::Rate { of, .. } | Yield::Bands { of, .. } => {
                self.state.values[of.index()].number()
            }
            Yield::Fixed(amount) => *amount,
        }
    }
}
