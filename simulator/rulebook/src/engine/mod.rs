//! The evaluation of a customer, month by month, step by step as the semantics number them.

mod accounts;
mod earning;
mod metrics;
mod review;
mod tasks;

use accounts::Accounts;
use earning::Earnings;
use review::Standing;
use tasks::Tasks;

use crate::calendar::Month;
use crate::condition::Facts;
use crate::customer::{Customer, Value};
use crate::ids::{BenefitId, MetricId, SegmentId, TaskId, TierId};
use crate::model::{Version, Yield};
use crate::number::{Number, Overflow};
use crate::order::{Order, Step};
use crate::record::Recorder;
use crate::result::{MonthResult, Rule, RunError, Source};
use crate::{RuleBook, model};

/// A customer on the way through the months.
pub(crate) struct Run<'a, R> {
    book: &'a RuleBook,
    customer: &'a Customer,
    recorder: &'a mut R,
    month: Month,
    standing: Standing,
    accounts: Accounts,
    earnings: Earnings,
    tasks: Tasks,
    /// This month's values, by metric; of metrics that the version lacks, of no meaning.
    values: Vec<Value>,
    /// The numbers of the months before, from `start` on.
    history: Vec<Vec<Number>>,
    /// This month's segments.
    segments: Vec<bool>,
}

/// What a month is evaluated under.
#[derive(Clone, Copy)]
struct Rules<'a> {
    version: &'a Version,
    order: &'a Order,
    /// The place of the tier in force.
    place: usize,
}

impl<'a, R: Recorder> Run<'a, R> {
    pub(crate) fn new(book: &'a RuleBook, customer: &'a Customer, recorder: &'a mut R) -> Self {
        let ids = &book.rules().ids;
        Self {
            book,
            customer,
            recorder,
            month: customer.start,
            standing: Standing::opening(book, customer),
            accounts: Accounts::opening(book, customer),
            earnings: Earnings::new(ids),
            tasks: Tasks::opening(ids, customer),
            values: vec![Value::Number(Number::ZERO); ids.metrics.len()],
            history: Vec::new(),
            segments: vec![false; ids.segments.len()],
        }
    }

    /// Evaluates the next month.
    pub(crate) fn step(&mut self) -> Result<MonthResult, RunError> {
        let at = self.book.version_at(self.month);
        let version = &self.book.rules().versions[at];
        self.standing.enter(version);
        let rules = Rules { version, order: self.book.order(at), place: self.standing.place(version) };
        self.values.fill(Value::Number(Number::ZERO));
        self.segments.fill(false);
        self.accounts.open_month();
        self.tasks.open_month();

        self.evaluate(rules, &rules.order.early)?;
        self.credit_tasks(rules)?;
        self.earn(rules)?;
        self.redeem(rules)?;
        self.accounts.expire(self.month, version);
        self.evaluate(rules, &rules.order.late)?;
        let benefits = self.benefits(rules);
        let tier = self.standing.tier;
        let review = self.review(rules);

        let result = MonthResult {
            month: self.month,
            version: at,
            tier,
            metrics: self.metrics(version),
            segments: (version.segments.iter().map(|segment| segment.id))
                .filter(|segment| self.segments[segment.index()])
                .collect(),
            tasks: self.tasks.achieved_this_month(),
            lines: self.accounts.take_lines(),
            accounts: self.accounts.statement(version, &self.earnings),
            benefits,
            review,
            next_tier: self.standing.tier,
        };
        self.close_month(version);
        Ok(result)
    }

    /// Steps 1 to 4, or what of them builds on what is earned or held.
    fn evaluate(&mut self, rules: Rules<'_>, steps: &[Step]) -> Result<(), RunError> {
        let version = rules.version;
        for step in steps {
            match *step {
                Step::Input(at) | Step::Metric(at) => {
                    let metric = &version.metrics[at];
                    let value = self.metric_value(version, metric);
                    let value = value.map_err(|Overflow| self.overflow(Rule::Metric(metric.id)))?;
                    self.values[metric.id.index()] = value;
                    self.recorder.metric(self.month, metric.id, value);
                }
                Step::Segment(at) => {
                    let segment = &version.segments[at];
                    self.segments[segment.id.index()] = segment.when.holds(&self.facts(version));
                }
                Step::Task(at) => {
                    let task = &version.tasks[at];
                    let holds = task.when.holds(&self.facts(version));
                    self.tasks.evaluate(task, holds, self.month, self.book.rules().year_starts);
                }
            }
        }
        Ok(())
    }

    /// The rewards of the tasks that were achieved, in the order in which they were.
    fn credit_tasks(&mut self, rules: Rules<'_>) -> Result<(), RunError> {
        for task in self.tasks.in_order_of_achievement().to_vec() {
            let task = rules.version.tasks.iter().find(|other| other.id == task);
            for reward in task.iter().flat_map(|task| &task.rewards) {
                let source = Source::Task(task.expect("a task with a reward").id);
                self.credit_rounded(rules.version, source, *reward)?;
            }
        }
        Ok(())
    }

    /// Credits an amount that no cap cuts.
    fn credit_rounded(
        &mut self,
        version: &Version,
        source: Source,
        credit: model::Credit,
    ) -> Result<(), RunError> {
        let Some(currency) = version.currency(credit.currency) else { return Ok(()) };
        let amount = credit.amount.rounded(currency.decimals, currency.round);
        self.credit(version, source, credit.currency, amount)
    }

    fn credit(
        &mut self,
        version: &Version,
        source: Source,
        currency: crate::ids::CurrencyId,
        amount: Number,
    ) -> Result<(), RunError> {
        let year = self.book.rules().year_starts;
        let credited = self.accounts.credit(version, year, self.month, source, currency, amount);
        credited.map_err(|Overflow| self.overflow(Rule::Source(source)))
    }

    /// Step 8.
    fn benefits(&self, rules: Rules<'_>) -> Vec<BenefitId> {
        let facts = self.facts(rules.version);
        let has = |benefit: &&model::Benefit| {
            benefit.validity.days_in(self.month) > 0
                && benefit.grants.as_ref().is_none_or(|grants| grants.0[rules.place].is_some())
                && benefit.when.as_ref().is_none_or(|when| when.holds(&facts))
        };
        rules.version.benefits.iter().filter(has).map(|benefit| benefit.id).collect()
    }

    fn metrics(&self, version: &Version) -> Vec<(MetricId, Value)> {
        let mut metrics: Vec<_> =
            version.metrics.iter().map(|metric| (metric.id, self.values[metric.id.index()])).collect();
        metrics.sort_unstable_by_key(|&(id, _)| id);
        metrics
    }

    fn close_month(&mut self, version: &Version) {
        let mut numbers = vec![Number::ZERO; self.values.len()];
        for metric in &version.metrics {
            if let Value::Number(number) = self.values[metric.id.index()] {
                numbers[metric.id.index()] = number;
            }
        }
        self.history.push(numbers);
        self.accounts.close_month();
        self.tasks.close_month();
        self.month = self.month.plus(1);
    }

    fn facts<'b>(&'b self, version: &'b Version) -> MonthFacts<'b> {
        MonthFacts {
            values: &self.values,
            segments: &self.segments,
            tasks: &self.tasks,
            version,
            tier: self.standing.tier,
        }
    }

    fn overflow(&self, rule: Rule) -> RunError {
        RunError::Overflow { rule, month: self.month }
    }

    /// The rule's metric, this month.
    fn amount_of(&self, yields: &Yield) -> Number {
        match yields {
            Yield::Gives { of, .. } | Yield::Rate { of, .. } | Yield::Bands { of, .. } => {
                self.values[of.index()].number()
            }
            Yield::Fixed(amount) => *amount,
        }
    }
}

/// The month as conditions see it.
struct MonthFacts<'a> {
    values: &'a [Value],
    segments: &'a [bool],
    tasks: &'a Tasks,
    version: &'a Version,
    tier: TierId,
}

impl Facts for MonthFacts<'_> {
    fn metric(&self, metric: MetricId) -> Value {
        self.values[metric.index()]
    }

    fn in_segment(&self, segment: SegmentId) -> bool {
        self.segments[segment.index()]
    }

    fn achieved(&self, task: TaskId) -> bool {
        self.tasks.is_achieved(task)
    }

    fn in_tier(&self, tier: TierId) -> bool {
        match (self.version.place(tier), self.version.place(self.tier)) {
            (Some(asked), Some(in_force)) => in_force >= asked,
            _ => false,
        }
    }
}
