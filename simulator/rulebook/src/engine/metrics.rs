//! Steps 1 and 2: the month's inputs, and the metrics derived from them.

use super::Run;
use crate::calendar::{Month, MonthSpan, YearStart};
use crate::customer::Value;
use crate::ids::{CurrencyId, MetricId};
use crate::model::{Metric, MetricSource, Part, Take, Unit, Window};
use crate::number::{Number, Overflow, Sum};
use crate::record::Recorder;

impl Part {
    /// What a value counts as this part: × the weight, cut at `up_to`.
    pub fn of(&self, value: Number) -> Result<Number, Overflow> {
        let weighted = value.product(self.weight)?;
        Ok(self.up_to.map_or(weighted, |most| weighted.min(most)))
    }
}

impl Window {
    /// The months that it looks at from a month.
    pub fn span(self, month: Month, year: YearStart) -> MonthSpan {
        let back = |months: u32| month.plus(-i32::try_from(months).expect("a window is small"));
        match self {
            Self::Months { count, lag } => MonthSpan { first: back(lag + count - 1), last: back(lag) },
            Self::Period { period, lag } => {
                let whole = period.containing(month, year, lag);
                MonthSpan { last: whole.last.min(month), ..whole }
            }
        }
    }
}

impl<R: Recorder> Run<'_, R> {
    pub(super) fn metric_value(&self, metric: &Metric) -> Result<Value, Overflow> {
        let number = match &metric.source {
            MetricSource::Input(_) => return self.input(metric),
            MetricSource::Sum(parts) => {
                let mut sum = Sum::default();
                for part in parts {
                    sum.add(self.part(part)?);
                }
                sum.total()?
            }
            MetricSource::Greatest(parts) => self.chosen(parts, Number::max)?,
            MetricSource::Least(parts) => self.chosen(parts, Number::min)?,
            MetricSource::Over { metric, window, skip_missing, take } => {
                self.over(*metric, *window, *skip_missing, *take)?
            }
            MetricSource::Steps { metric, table } => {
                let value = self.state.values[metric.index()].number();
                table.iter().rev().find(|(from, _)| *from <= value).map_or(Number::ZERO, |&(_, to)| to)
            }
            MetricSource::Count(conditions) => {
                let facts = self.facts();
                let holding = conditions.iter().filter(|condition| condition.holds(&facts)).count();
                Number::from(u32::try_from(holding).map_err(|_| Overflow)?)
            }
            MetricSource::Earned { currency, window } => self.earned(*currency, *window)?,
            MetricSource::Held(currency) => self.state.accounts.balance(*currency)?,
            MetricSource::Since(metric) => match self.state.values[metric.index()] {
                Value::Date(Some(date)) => Number::from(date.whole_months_to(self.month)),
                _ => Number::ZERO,
            },
        };
        Ok(Value::Number(number))
    }

    /// What the customer has, the members' values added where the household pools them.
    fn input(&self, metric: &Metric) -> Result<Value, Overflow> {
        let given = self.given.own(self.month, metric.id);
        Ok(match (metric.unit, given) {
            (Unit::Flag, Some(Value::Flag(flag))) => Value::Flag(flag),
            (Unit::Flag, _) => Value::Flag(false),
            (Unit::Date, Some(Value::Date(date))) => Value::Date(date),
            (Unit::Date, _) => Value::Date(None),
            (_, own) => {
                let own = match own {
                    Some(Value::Number(number)) => number,
                    _ => Number::ZERO,
                };
                let pooled = self.version.household.as_ref();
                let pooled = pooled.is_some_and(|house| house.pool.contains(&metric.id));
                let mut sum = if pooled { self.given.others(metric.id) } else { Sum::default() };
                sum.add(own);
                Value::Number(sum.total()?)
            }
        })
    }

    fn part(&self, part: &Part) -> Result<Number, Overflow> {
        part.of(self.state.values[part.metric.index()].number())
    }

    fn chosen(&self, parts: &[Part], choose: fn(Number, Number) -> Number) -> Result<Number, Overflow> {
        let mut chosen = None;
        for part in parts {
            let value = self.part(part)?;
            chosen = Some(chosen.map_or(value, |before| choose(before, value)));
        }
        Ok(chosen.unwrap_or(Number::ZERO))
    }

    fn over(&self, metric: MetricId, window: Window, skip: bool, take: Take) -> Result<Number, Overflow> {
        let mut span = window.span(self.month, self.book.rules().year_starts);
        if skip {
            span.first = span.first.max(self.state.start);
        }
        let values = || span.months().map(|month| self.value_in(metric, month));
        let months = u32::try_from(span.months().count()).expect("a window is at most ten years");
        if months == 0 {
            return Ok(Number::ZERO);
        }
        match take {
            Take::Average => values().collect::<Sum>().divided_by(months),
            Take::DailyAverage => {
                let mut sum = Sum::default();
                for (month, value) in span.months().zip(values()) {
                    sum.add(value.product(Number::from(month.days()))?);
                }
                sum.divided_by(span.months().map(Month::days).sum())
            }
            Take::Total => values().collect::<Sum>().total(),
            Take::Highest => Ok(values().max().unwrap_or(Number::ZERO)),
            Take::Lowest => Ok(values().min().unwrap_or(Number::ZERO)),
        }
    }

    /// What was credited in the window, in this run and before it.
    fn earned(&self, currency: CurrencyId, window: Window) -> Result<Number, Overflow> {
        let span = window.span(self.month, self.book.rules().year_starts);
        let before = self.state.accounts.before().iter();
        let before = before.filter(|past| past.currency == currency && span.contains(past.month));
        let mut sum: Sum = before.map(|past| past.amount).collect();
        for month in span.months().filter(|&month| month >= self.state.start) {
            sum.add(self.state.accounts.credited(currency, month.since(self.state.start)));
        }
        sum.total()
    }

    /// What a metric was evaluated to; 0 before the start and where the month's version lacked it.
    fn value_in(&self, metric: MetricId, month: Month) -> Number {
        if month == self.month {
            return self.state.values[metric.index()].number();
        }
        let at = usize::try_from(month.since(self.state.start)).ok();
        let numbers = self.state.values.len();
        at.and_then(|at| self.state.history.get(at * numbers + metric.index())).copied().unwrap_or_default()
    }
}
