//! Steps 1 and 2: the month's inputs, and the metrics derived from them.

use super::Run;
use crate::calendar::{Month, MonthSpan, YearStart};
use crate::compiled::Source;
use crate::customer::Value;
use crate::ids::{CurrencyId, MetricId};
use crate::model::{Part, Take, Window};
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

/// An average before it is divided.
#[derive(Clone, Copy)]
pub(crate) struct Mean {
    /// Of the values, each × its weight.
    pub(crate) sum: Sum,
    /// What the weights come to: months or days.
    pub(crate) of: u32,
}

impl Mean {
    /// Of values of which each month of a span has at most one, all months weighing the same.
    pub(crate) fn of_months(values: impl Iterator<Item = Number>, span: MonthSpan) -> Self {
        Self { sum: values.collect(), of: span.count() }
    }

    /// Of values of months of a span, each weighing as many as the days of its month.
    pub(crate) fn of_days(
        values: impl Iterator<Item = (Month, Number)>,
        span: MonthSpan,
    ) -> Result<Self, Overflow> {
        let mut sum = Sum::default();
        for (month, value) in values {
            sum.add(value.product(Number::from(month.days()))?);
        }
        Ok(Self { sum, of: span.days() })
    }

    fn value(self) -> Result<Number, Overflow> {
        self.sum.divided_by(self.of)
    }
}

/// The row of a table that a value comes to: the last that starts at it or below; none below the first.
pub(crate) fn row(table: &[(Number, Number)], value: Number) -> Option<usize> {
    table.partition_point(|(from, _)| *from <= value).checked_sub(1)
}

impl<R: Recorder> Run<'_, R> {
    pub(super) fn value(&self, id: MetricId, source: &Source) -> Result<Value, Overflow> {
        Ok(Value::Number(match source {
            Source::Flag => return Ok(Value::Flag(self.own(id) == Some(Value::Flag(true)))),
            Source::Date => {
                return Ok(match self.own(id) {
                    Some(Value::Date(date)) => Value::Date(date),
                    _ => Value::Date(None),
                });
            }
            Source::Number { pooled } => {
                let own = match self.own(id) {
                    Some(Value::Number(number)) => number,
                    _ => Number::ZERO,
                };
                if !pooled {
                    return Ok(Value::Number(own));
                }
                let mut sum = self.given.others(id);
                sum.add(own);
                sum.total()?
            }
            Source::Sum(parts) => {
                let mut sum = Sum::default();
                for part in parts {
                    sum.add(self.part(part)?);
                }
                sum.total()?
            }
            Source::Greatest(parts) => self.chosen(parts, Number::max)?,
            Source::Least(parts) => self.chosen(parts, Number::min)?,
            Source::Over { metric, slot, window, skip_missing, take } => {
                self.over((*metric, *slot), *window, *skip_missing, *take)?
            }
            Source::Steps { metric, table } => {
                let value = self.number(*metric);
                row(table, value).map_or(Number::ZERO, |row| table[row].1)
            }
            Source::Count(tests) => {
                let holding = tests.iter().filter(|test| self.holds(**test)).count();
                Number::from(u32::try_from(holding).map_err(|_| Overflow)?)
            }
            Source::Earned { currency, slot, window } => self.earned(*currency, *slot, *window)?,
            Source::Held(currency) => self.state.accounts.holdings[currency.index()].balance,
            Source::Since(metric) => match self.state.values[metric.index()] {
                Value::Date(Some(date)) => Number::from(date.whole_months_to(self.now.month)),
                _ => Number::ZERO,
            },
        }))
    }

    /// What the customer has of an input.
    fn own(&self, id: MetricId) -> Option<Value> {
        self.given.own(self.now.month, id)
    }

    fn number(&self, metric: MetricId) -> Number {
        self.state.values[metric.index()].number()
    }

    fn part(&self, part: &Part) -> Result<Number, Overflow> {
        part.of(self.number(part.metric))
    }

    fn chosen(&self, parts: &[Part], choose: fn(Number, Number) -> Number) -> Result<Number, Overflow> {
        let mut chosen = None;
        for part in parts {
            let value = self.part(part)?;
            chosen = Some(chosen.map_or(value, |before| choose(before, value)));
        }
        Ok(chosen.unwrap_or(Number::ZERO))
    }

    /// A metric, remembered in a slot, over a window of months.
    fn over(
        &self,
        (metric, slot): (MetricId, usize),
        window: Window,
        skip_missing: bool,
        take: Take,
    ) -> Result<Number, Overflow> {
        let mut span = window.span(self.now.month, self.rules.year);
        if skip_missing {
            span.first = span.first.max(self.state.start);
        }
        let months = span.count();
        if months == 0 {
            return Ok(Number::ZERO);
        }
        // Months before the start count as 0.
        let lived = span.since(self.state.start);
        let values = || {
            let now = span.contains(self.now.month).then(|| self.number(metric));
            self.figures(slot, lived).chain(now)
        };
        let missing = (lived.count() < months).then_some(Number::ZERO);
        match take {
            Take::Average => Mean::of_months(values(), span).value(),
            Take::DailyAverage => Mean::of_days(lived.months().zip(values()), span)?.value(),
            Take::Total => values().collect::<Sum>().total(),
            Take::Highest => Ok(values().chain(missing).max().unwrap_or(Number::ZERO)),
            Take::Lowest => Ok(values().chain(missing).min().unwrap_or(Number::ZERO)),
        }
    }

    /// What was credited in the window, in this run and before it.
    fn earned(&self, currency: CurrencyId, slot: usize, window: Window) -> Result<Number, Overflow> {
        let span = window.span(self.now.month, self.rules.year);
        let accounts = &self.state.accounts;
        let before = accounts.before(currency, span.first, span.last).iter().map(|past| past.amount);
        let now = span.contains(self.now.month).then(|| accounts.holdings[currency.index()].credited);
        let since = self.figures(slot, span.since(self.state.start));
        before.chain(since).chain(now).collect::<Sum>().total()
    }

    /// The figures of a slot in months of the run before this one.
    fn figures(&self, slot: usize, span: MonthSpan) -> impl Iterator<Item = Number> {
        let at = |month: Month| usize::try_from(month.since(self.state.start)).unwrap_or(0);
        let (first, end) = (at(span.first), at(span.last.plus(1)).min(self.now.before));
        let per_month = self.rules.slots.figures;
        let figures = self.state.figures.get(first * per_month..end * per_month).unwrap_or_default();
        figures.iter().skip(slot).step_by(per_month).copied()
    }
}
