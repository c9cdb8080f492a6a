//! Metrics: each kind with what it is worked out from.

use super::step::{Figure, Given, Operation, Step};
use super::{Aspect, Teller};
use crate::calendar::{Month, MonthSpan};
use crate::condition::Facts;
use crate::customer::Value;
use crate::engine::{Mean, row};
use crate::ids::{AnyId, CurrencyId, MetricId};
use crate::model::{Metric, MetricSource, Part, Take, Unit, Window};
use crate::number::{Number, Sum};

impl<'a> Teller<'a> {
    pub(super) fn metric(&mut self, at: usize, id: MetricId) -> Step {
        let Some(metric) = self.version(at).metric(id) else {
            let nothing = Figure::Value(Value::Number(Number::ZERO), Unit::Count);
            return self.absent(at, AnyId::Metric(id), nothing);
        };
        let value = self.facts(at).metric(id);
        let figure = Figure::Value(value, metric.unit);
        let step = Step::new(AnyId::Metric(id), self.month(at), Operation::Given(Given::Not), figure);
        // What stands in the customer's file has nothing below it that could be shown twice.
        if let MetricSource::Input(_) = metric.source {
            return self.input(at, metric, step);
        }
        self.once(step, Aspect::Value, |teller, step| {
            (step.operation, step.inputs) = teller.derived(at, metric);
        })
    }

    fn input(&self, at: usize, metric: &Metric, mut step: Step) -> Step {
        let customer = self.run.customer;
        let this_month = customer.month.get(&self.month(at)).and_then(|inputs| inputs.get(&metric.id));
        let (given, own) = match (this_month, customer.every.get(&metric.id)) {
            (Some(value), _) => (Given::Month, Some(value)),
            (None, Some(value)) => (Given::Every, Some(value)),
            (None, None) => (Given::Not, None),
        };
        step.operation = Operation::Given(given);
        let household = self.version(at).household.as_ref();
        let is_pooled = household.is_some_and(|household| household.pool.contains(&metric.id));
        let members = customer.members.iter().zip(1..).filter(|_| is_pooled);
        let members: Vec<_> = members
            .filter_map(|(member, number)| Some((number, member.get(&metric.id)?.number())))
            .map(|(number, value)| self.part(at, metric.unit, Operation::Member(number), value))
            .collect();
        if members.is_empty() {
            return step;
        }
        let own = match own {
            Some(&Value::Number(number)) => number,
            _ => Number::ZERO,
        };
        step.inputs = vec![self.part(at, metric.unit, step.operation, own)];
        step.inputs.extend(members);
        step.operation = Operation::Pooled;
        step
    }

    /// A part of a figure, in its unit.
    pub(super) fn part(&self, at: usize, unit: Unit, operation: Operation, value: Number) -> Step {
        let figure = Figure::Value(Value::Number(value), unit);
        Step::new(None, self.month(at), operation, figure)
    }

    fn derived(&mut self, at: usize, metric: &'a Metric) -> (Operation, Vec<Step>) {
        let unit = metric.unit;
        match &metric.source {
            MetricSource::Input(_) => (Operation::Given(Given::Not), Vec::new()),
            MetricSource::Sum(parts) => (Operation::Sum, self.weighted(at, unit, parts)),
            MetricSource::Greatest(parts) => (Operation::Greatest, self.weighted(at, unit, parts)),
            MetricSource::Least(parts) => (Operation::Least, self.weighted(at, unit, parts)),
            MetricSource::Over { metric, window, skip_missing, take } => {
                self.over(at, *metric, *window, *skip_missing, *take)
            }
            MetricSource::Steps { metric, table } => {
                let value = self.facts(at).metric(*metric).number();
                let row = row(table, value);
                let next = table.get(row.map_or(0, |row| row + 1)).copied();
                (Operation::Steps { row: row.map(|row| table[row]), next }, vec![self.metric(at, *metric)])
            }
            MetricSource::Count(conditions) => {
                (Operation::Count, conditions.iter().map(|part| self.condition(at, part)).collect())
            }
            MetricSource::Earned { currency, window } => {
                (Operation::Earned(*window), self.credits(at, *currency, *window))
            }
            MetricSource::Held(currency) => (Operation::Held, vec![self.balance(at, *currency)]),
            MetricSource::Since(date) => {
                let step = self.metric(at, *date);
                let since = match step.result {
                    Figure::Value(Value::Date(date), _) => date,
                    _ => None,
                };
                (Operation::Since(since), vec![step])
            }
        }
    }

    fn weighted(&mut self, at: usize, unit: Unit, parts: &'a [Part]) -> Vec<Step> {
        let facts = self.facts(at);
        let part = |part: &'a Part| {
            let value = facts.metric(part.metric).number();
            // They have been worked out before, or the run would have ended.
            let counted = part.of(value).unwrap_or_default();
            let is_cut = value.product(part.weight).is_ok_and(|weighted| weighted > counted);
            let operation = Operation::Part { weight: part.weight, up_to: part.up_to, is_cut };
            self.part(at, unit, operation, counted).of([self.metric(at, part.metric)])
        };
        parts.iter().map(part).collect()
    }

    fn over(
        &mut self,
        at: usize,
        metric: MetricId,
        window: Window,
        skip: bool,
        take: Take,
    ) -> (Operation, Vec<Step>) {
        let span = window.span(self.month(at), self.run.book.rules().year_starts);
        let start = self.run.customer.start;
        let inputs: Vec<_> = span.months().map(|month| self.metric_in(metric, month, skip)).collect();
        let counted = MonthSpan { first: if skip { span.first.max(start) } else { span.first }, ..span };
        let values = || {
            let of_month = |step: &&Step| counted.contains(step.month);
            inputs.iter().filter(of_month).map(|step| (step.month, step.result.number().unwrap_or_default()))
        };
        // What leaves the range would have ended the run.
        let average = match take {
            _ if counted.count() == 0 => None,
            Take::Average => Some(Ok(Mean::of_months(values().map(|(_, value)| value), counted))),
            Take::DailyAverage => Some(Mean::of_days(values(), counted)),
            Take::Total | Take::Highest | Take::Lowest => None,
        };
        let average = average.and_then(Result::ok).map(|mean| (mean.sum.total().ok(), mean.of));
        (Operation::Over { metric, window, take, average }, inputs)
    }

    /// A metric in a month of a window.
    fn metric_in(&mut self, metric: MetricId, month: Month, skipped: bool) -> Step {
        if let Some(at) = self.at(month) {
            return self.metric(at, metric);
        }
        let unit = self.version(0).metric(metric).map_or(Unit::Count, |metric| metric.unit);
        let nothing = Figure::Value(Value::Number(Number::ZERO), unit);
        Step::new(AnyId::Metric(metric), month, Operation::BeforeStart { skipped }, nothing)
    }

    /// What was credited in each month of a window.
    fn credits(&self, at: usize, currency: CurrencyId, window: Window) -> Vec<Step> {
        let span = window.span(self.month(at), self.run.book.rules().year_starts);
        let credited = |month| {
            let (operation, amount) = if let Some(at) = self.at(month) {
                let account = self.account(at, currency);
                (Operation::CreditedIn, account.map_or(Number::ZERO, |account| account.earned))
            } else {
                let past = self.run.customer.earned.iter();
                let past = past.filter(|past| past.currency == currency && past.month == month);
                let sum: Sum = past.map(|past| past.amount).collect();
                // More than that would not have come through the sum over the window.
                (Operation::History, sum.total().unwrap_or_default())
            };
            Step::new(AnyId::Currency(currency), month, operation, Figure::amount(currency, amount))
        };
        span.months().map(credited).collect()
    }
}
