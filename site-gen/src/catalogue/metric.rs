//! Metrics: their units, and what they are derived from.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rulebook::MetricId;
use rulebook::model::{self, InputKind, MetricSource, Take, Unit, Window};

use super::merge::{Found, Merged};
use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::{
    Earned, Metric, MissingWord, Over, Part, StepRow, Steps, TakeWord, UnitWord, WeighWord, WeightedPart,
};
use crate::content::record::Field;
use crate::content::shapes::Whole;
use crate::content::value::Spanned;
use crate::diagnostics::{Diagnostic, Location, Message, Span};
use rulebook::Number;

const SOURCES: &str = "input, sum, greatest, least, over, steps, count, earned, held, since";

/// The units of all metrics of a version; `None` for one that could not be read.
pub(crate) fn units<'a>(metrics: &Merged<'a, Metric>, ids: &rulebook::Ids) -> HashMap<&'a str, Option<Unit>> {
    let mut units = HashMap::with_capacity(metrics.all.len());
    for key in metrics.keys() {
        follow(key, metrics, ids, &mut units);
    }
    units
}

/// What is known of a metric's unit from its record alone.
enum UnitFrom<'a> {
    /// The unit.
    Known(Option<Unit>),
    /// What follows from the unit of another metric, its first part.
    Part(&'a str),
}

/// Adds the units of a metric and of those that it follows from, one by one.
fn follow<'a>(
    key: &'a str,
    metrics: &Merged<'a, Metric>,
    ids: &rulebook::Ids,
    units: &mut HashMap<&'a str, Option<Unit>>,
) {
    let mut way = Vec::new();
    let mut on_way = HashSet::new();
    let mut at = key;
    let mut unit = loop {
        if let Some(known) = units.get(at) {
            break *known;
        }
        // A metric that leads back to itself (through a window that lags, or in a circle) is money.
        if on_way.contains(at) {
            break Some(Unit::Money);
        }
        let Some(record) = metrics.find(at).and_then(|found| found.record) else { break None };
        match unit_from(record, ids) {
            UnitFrom::Known(unit) => {
                units.insert(at, unit);
                break unit;
            }
            UnitFrom::Part(first) => {
                way.push(at);
                on_way.insert(at);
                at = first;
            }
        }
    };
    for key in way.into_iter().rev() {
        unit = match unit {
            // A flag counts as 1 or 0 where it is a part.
            Some(Unit::Flag) => Some(Unit::Count),
            // A date is no part of anything, which is reported there.
            Some(Unit::Date) => None,
            unit => unit,
        };
        units.insert(key, unit);
    }
    units.entry(key).or_insert(unit);
}

/// A metric's own unit, or that of its first part.
fn unit_from<'a>(record: &'a Metric, ids: &rulebook::Ids) -> UnitFrom<'a> {
    let first = |parts: &'a [Spanned<Part>]| {
        let name = match &parts.first()?.value {
            Part::Metric(name) => name,
            Part::Weighted(part) => part.metric.get()?,
        };
        Some(UnitFrom::Part(&name.0))
    };
    let of_currency = |key: &str| ids.currencies.find(key).map(Unit::Currency);
    if record.unit.is_present() {
        let unit = record.unit.get().map(|unit| unit_word(*unit));
        // A unit that does not fit says nothing of what was meant.
        return UnitFrom::Known(unit.filter(|unit| match unit {
            Unit::Flag => record.input.is_present(),
            Unit::Date => record.input.get() == Some(&InputKind::Fact),
            _ => true,
        }));
    }
    let known = if record.has_unknown {
        None
    } else if record.input.is_present() {
        Some(Unit::Money)
    } else if let Some(parts) = record.sum.get().or(record.greatest.get()).or(record.least.get()) {
        return first(parts).unwrap_or(UnitFrom::Known(None));
    } else if let Some(over) = record.over.get() {
        return over.metric.get().map_or(UnitFrom::Known(None), |metric| UnitFrom::Part(&metric.0));
    } else if record.steps.is_present() || record.count.is_present() {
        Some(Unit::Count)
    } else if let Some(earned) = record.earned.get() {
        earned.currency.get().and_then(|currency| of_currency(&currency.0))
    } else if let Some(held) = record.held.get() {
        of_currency(&held.0)
    } else if record.since.is_present() {
        Some(Unit::Months)
    } else {
        None
    };
    UnitFrom::Known(known)
}

fn unit_word(word: UnitWord) -> Unit {
    match word {
        UnitWord::Money => Unit::Money,
        UnitWord::Count => Unit::Count,
        UnitWord::Flag => Unit::Flag,
        UnitWord::Months => Unit::Months,
        UnitWord::Years => Unit::Years,
        UnitWord::Date => Unit::Date,
    }
}

impl Scope<'_> {
    pub(crate) fn metric(&mut self, found: &Found<'_, Metric>, record: &Metric) -> Lowered<model::Metric> {
        let file = found.file();
        let Metric {
            unit,
            effort,
            step,
            input,
            sum,
            greatest,
            least,
            over,
            steps,
            count,
            earned,
            held,
            since,
            ..
        } = record;
        let given = [
            ("input", span(input)),
            ("sum", span(sum)),
            ("greatest", span(greatest)),
            ("least", span(least)),
            ("over", span(over)),
            ("steps", span(steps)),
            ("count", span(count)),
            ("earned", span(earned)),
            ("held", span(held)),
            ("since", span(since)),
        ];
        self.one_source(found, record, &given)?;

        let source = if let Some(input) = input.get() {
            MetricSource::Input(*input)
        } else if let Some(parts) = sum.spanned() {
            MetricSource::Sum(self.parts("sum", parts, file)?)
        } else if let Some(parts) = greatest.spanned() {
            MetricSource::Greatest(self.parts("greatest", parts, file)?)
        } else if let Some(parts) = least.spanned() {
            MetricSource::Least(self.parts("least", parts, file)?)
        } else if let Some(over) = over.spanned() {
            self.over(over, file)?
        } else if let Some(steps) = steps.get() {
            self.steps(steps, file)?
        } else if let Some(conditions) = count.get() {
            MetricSource::Count(self.conditions(conditions, file)?)
        } else if let Some(earned) = earned.spanned() {
            self.earned(earned, file)?
        } else if let Some(currency) = held.spanned() {
            let ids = self.ids;
            MetricSource::Held(self.id(currency, file, &ids.currencies)?)
        } else {
            let metric = since.spanned().ok_or(Reported)?;
            MetricSource::Since(self.date_fact(metric, file)?)
        };
        self.unit_fits(unit, &source, found);
        let unit = self.unit(found.key).ok_or(Reported)?;
        let id = self.ids.metrics.find(found.key).ok_or(Reported)?;
        let (effort, step) = (effort.get().map(|effort| effort.0), step.get().map(|step| step.0));
        Ok(model::Metric { id, unit, effort, step, source })
    }

    fn one_source(
        &mut self,
        found: &Found<'_, Metric>,
        record: &Metric,
        given: &[(&str, Source)],
    ) -> Lowered<()> {
        let mut present = given.iter().filter(|(_, source)| !matches!(source, Source::Absent));
        match (present.next(), present.next()) {
            (Some((_, Source::At(_))), None) => Ok(()),
            (Some((first, _)), Some((second, Source::At(span)))) => {
                let message = Message::NotTogether { key: (*second).to_owned(), other: (*first).to_owned() };
                self.report(found.at(*span), message);
                Err(Reported)
            }
            (None, _) if !record.has_unknown => {
                self.report(found.location.clone(), Message::MetricSource { keys: SOURCES.to_owned() });
                Err(Reported)
            }
            _ => Err(Reported),
        }
    }

    fn unit_fits(&mut self, unit: &Field<UnitWord>, source: &MetricSource, found: &Found<'_, Metric>) {
        let Some(Spanned { value: unit, span }) = unit.spanned() else { return };
        match (unit, source) {
            (UnitWord::Flag, MetricSource::Input(_))
            | (UnitWord::Date, MetricSource::Input(InputKind::Fact)) => {}
            (UnitWord::Flag, _) => {
                self.report(found.at(*span), Message::UnitOfInputs { unit: "flag".to_owned() });
            }
            (UnitWord::Date, _) => self.report(found.at(*span), Message::UnitOfFacts {}),
            _ => {}
        }
    }

    fn parts(
        &mut self,
        key: &str,
        parts: &Spanned<Vec<Spanned<Part>>>,
        file: &Arc<str>,
    ) -> Lowered<Vec<model::Part>> {
        self.not_empty(key, parts, file)?;
        let parts: Vec<_> = parts.value.iter().map(|part| self.part(part, file)).collect();
        parts.into_iter().collect()
    }

    fn part(&mut self, part: &Spanned<Part>, file: &Arc<str>) -> Lowered<model::Part> {
        let (name, weight, up_to) = match &part.value {
            Part::Metric(name) => (Spanned::new(name.clone(), part.span), Number::ONE, None),
            Part::Weighted(WeightedPart { metric, weight, up_to, .. }) => {
                let name = metric.spanned().ok_or(Reported)?.clone();
                (name, weight.get().map_or(Number::ONE, |weight| weight.0), up_to.get().map(|up_to| up_to.0))
            }
        };
        let ids = self.ids;
        let metric = self.id(&name, file, &ids.metrics)?;
        if self.unit(&name.value.0) == Some(Unit::Date) {
            let at = Location { file: Arc::clone(file), span: name.span };
            self.report(at, Message::DateHasNoSum { metric: name.value.0 });
            return Err(Reported);
        }
        Ok(model::Part { metric, weight, up_to })
    }

    fn over(&mut self, over: &Spanned<Over>, file: &Arc<str>) -> Lowered<MetricSource> {
        let Over { metric, take, months, period, lag, missing, weigh, .. } = &over.value;
        let window = self.window(months, period, lag, over.span, over.value.has_unknown, file);
        let take_word = take.get().copied();
        if let (Some(weigh), Some(take)) = (weigh.spanned(), take_word)
            && take != TakeWord::Average
        {
            let at = Location { file: Arc::clone(file), span: weigh.span };
            let (key, other) = ("weigh".to_owned(), "take = \"average\"".to_owned());
            self.report(at, Message::NeedsOther { key, other });
        }
        let metric = self.number_metric(metric.spanned().ok_or(Reported)?, file)?;
        let take = match (take_word.ok_or(Reported)?, weigh.get()) {
            (TakeWord::Average, Some(WeighWord::Days)) => Take::DailyAverage,
            (TakeWord::Average, _) => Take::Average,
            (TakeWord::Total, _) => Take::Total,
            (TakeWord::Highest, _) => Take::Highest,
            (TakeWord::Lowest, _) => Take::Lowest,
        };
        let skip_missing = missing.get() == Some(&MissingWord::Skip);
        Ok(MetricSource::Over { metric, window: window?, skip_missing, take })
    }

    fn earned(&mut self, earned: &Spanned<Earned>, file: &Arc<str>) -> Lowered<MetricSource> {
        let Earned { currency, months, period, lag, has_unknown, .. } = &earned.value;
        let window = self.window(months, period, lag, earned.span, *has_unknown, file);
        let ids = self.ids;
        let currency = self.id(currency.spanned().ok_or(Reported)?, file, &ids.currencies)?;
        Ok(MetricSource::Earned { currency, window: window? })
    }

    /// `months` or `period`, one of them.
    fn window(
        &mut self,
        months: &Field<Whole<1, 120>>,
        period: &Field<rulebook::Period>,
        lag: &Field<Whole<0, 120>>,
        span: Span,
        has_unknown: bool,
        file: &Arc<str>,
    ) -> Lowered<Window> {
        let at = |span| Location { file: Arc::clone(file), span };
        let lag = lag.get().map_or(0, |lag| lag.0);
        match (months, period) {
            (Field::Given(months), Field::Absent) => Ok(Window::Months { count: months.value.0, lag }),
            (Field::Absent, Field::Given(period)) => Ok(Window::Period { period: period.value, lag }),
            (Field::Given(_), Field::Given(period)) => {
                let message = Message::NotTogether { key: "period".to_owned(), other: "months".to_owned() };
                self.report(at(period.span), message);
                Err(Reported)
            }
            (Field::Absent, Field::Absent) if !has_unknown => {
                self.report(at(span), Message::OneOf { keys: "months, period".to_owned() });
                Err(Reported)
            }
            _ => Err(Reported),
        }
    }

    fn steps(&mut self, steps: &Steps, file: &Arc<str>) -> Lowered<MetricSource> {
        let metric =
            steps.metric.spanned().ok_or(Reported).and_then(|metric| self.number_metric(metric, file));
        let rows = steps.table.spanned().ok_or(Reported)?;
        self.not_empty("table", rows, file)?;
        let mut table: Vec<(Number, Number)> = Vec::new();
        for Spanned { value: StepRow(from, to), span } in &rows.value {
            if table.iter().any(|(other, _)| *other == from.0) {
                let at = Location { file: Arc::clone(file), span: *span };
                self.report(at, Message::DuplicateEntry { text: from.0.to_string() });
            }
            table.push((from.0, to.0));
        }
        table.sort_by_key(|row| row.0);
        table.dedup_by_key(|row| row.0);
        Ok(MetricSource::Steps { metric: metric?, table })
    }

    /// A metric that is a date fact.
    fn date_fact(
        &mut self,
        name: &Spanned<crate::content::shapes::Ref<rulebook::MetricKey>>,
        file: &Arc<str>,
    ) -> Lowered<MetricId> {
        let ids = self.ids;
        let id = self.id(name, file, &ids.metrics)?;
        if self.unit(&name.value.0).is_some_and(|unit| unit != Unit::Date) {
            let at = Location { file: Arc::clone(file), span: name.span };
            let dates: Vec<&str> = self
                .units
                .iter()
                .filter(|(_, unit)| **unit == Some(Unit::Date))
                .map(|(key, _)| *key)
                .collect();
            let nearest = crate::diagnostics::nearest(&name.value.0, dates);
            let message = Message::NotADateFact { metric: name.value.0.clone() };
            self.found.push(Diagnostic::new(at, message).nearest(nearest));
            return Err(Reported);
        }
        Ok(id)
    }

    /// A list that has to have an entry.
    pub(crate) fn not_empty<T>(&mut self, key: &str, list: &Spanned<Vec<T>>, file: &Arc<str>) -> Lowered<()> {
        if list.value.is_empty() {
            let at = Location { file: Arc::clone(file), span: list.span };
            self.report(at, Message::Empty { key: key.to_owned() });
            return Err(Reported);
        }
        Ok(())
    }
}

/// Whether a source is given.
enum Source {
    Absent,
    Broken,
    At(Span),
}

fn span<T>(field: &Field<T>) -> Source {
    match field {
        Field::Absent => Source::Absent,
        Field::Broken => Source::Broken,
        Field::Given(given) => Source::At(given.span),
    }
}
