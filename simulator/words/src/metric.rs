//! What a metric is, in words.

use rulebook::model::{InputKind, Metric, MetricSource, Part, Take, Unit, Version, Window};
use rulebook::{MetricId, Number};

use crate::clause::{Clause, capitalised};
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// How a metric is worked out; a phrase, without the metric's name.
    pub fn metric(self, version: &Version, metric: &Metric) -> Clause {
        let parts = |key, list, parts: &[Part]| {
            let said: Vec<_> = parts.iter().map(|part| self.part(version, metric.unit, part)).collect();
            Clause {
                sentence: self.message(key).with("parts", self.parts(parts, &said)).say(),
                text: self.message(list).say(),
                parts: said.into_iter().map(Clause::leaf).collect(),
            }
        };
        match &metric.source {
            MetricSource::Input(kind) => Clause::leaf(self.input(metric.unit, *kind)),
            MetricSource::Sum(of) => parts("metric-sum", "metric-sum-list", of),
            MetricSource::Greatest(of) => parts("metric-greatest", "metric-greatest-list", of),
            MetricSource::Least(of) => parts("metric-least", "metric-least-list", of),
            MetricSource::Over { metric: of, window, skip_missing, take } => {
                Clause::leaf(self.over(*of, *window, *skip_missing, *take))
            }
            MetricSource::Steps { metric: of, table } => self.steps(version, metric.id, *of, table),
            MetricSource::Count(conditions) => {
                let parts: Vec<_> = conditions.iter().map(|part| self.condition(version, part)).collect();
                let line = self.joined("join-inner", parts.iter().map(|part| part.sentence.clone()));
                let sentence = self.message("metric-count").with("parts", line).say();
                Clause { text: self.message("metric-count-list").say(), parts, sentence }
            }
            MetricSource::Earned { currency, window } => {
                let message = self.message("metric-earned").with("currency", self.name(*currency));
                Clause::leaf(message.with("window", self.window(*window)).say())
            }
            MetricSource::Held(currency) => {
                Clause::leaf(self.message("metric-held").with("currency", self.name(*currency)).say())
            }
            MetricSource::Since(date) => {
                Clause::leaf(self.message("metric-since").with("metric", self.name(*date)).say())
            }
        }
    }

    /// What a metric is worked out from, as a sentence.
    pub fn definition(self, version: &Version, metric: &Metric) -> Clause {
        let Clause { text, parts, sentence } = self.metric(version, metric);
        let text = if parts.is_empty() { self.sentence(&text) } else { capitalised(&text) };
        Clause { text, parts, sentence: self.sentence(&sentence) }
    }

    /// The months that a metric looks at: `最近 3 个月`, `上一年`.
    pub fn window(self, window: Window) -> String {
        match window {
            Window::Months { count, lag } => {
                let lags = self.message("months").count(lag).say();
                self.message("window-months").count(count).choice("lag", lag).with("lags", lags).say()
            }
            Window::Period { period, lag } => {
                let message = self.message("window-period").with("period", time::key(period)).count(lag);
                message.with("year", self.year_kind()).say()
            }
        }
    }

    fn input(self, unit: Unit, kind: InputKind) -> String {
        let kind = match (unit, kind) {
            (Unit::Flag, _) => "flag",
            (Unit::Date, _) => "date",
            (_, InputKind::Balance) => "balance",
            (_, InputKind::Flow) => "flow",
            (_, InputKind::Fact) => "fact",
        };
        self.message("metric-input").with("kind", kind).say()
    }

    /// The parts in a line. What is taken away does not stand after an "and".
    fn parts(self, parts: &[Part], said: &[String]) -> String {
        let said = said.iter().cloned();
        if parts.iter().any(|part| part.weight < Number::ZERO) {
            self.listed(said)
        } else {
            self.listed_and(said)
        }
    }

    /// A part of a sum, with its weight and its limit.
    pub(crate) fn part(self, version: &Version, unit: Unit, part: &Part) -> String {
        let name = self.name(part.metric);
        let flag = version.metric(part.metric).is_some_and(|metric| metric.unit == Unit::Flag);
        let is_less = part.weight < Number::ZERO;
        let weight = if is_less { part.weight.negative() } else { part.weight };
        let form = match () {
            () if flag => "flag",
            () if weight == Number::ONE => "whole",
            () if weight > Number::ZERO && weight < Number::ONE => "share",
            () => "times",
        };
        let weighted = self.message("part").with("form", form).with("metric", name);
        let weighted = weighted.with("times", self.number(weight)).with("share", self.percent(weight));
        let weighted = weighted.with("value", self.quantity(unit, weight)).say();
        let weighted =
            if is_less { self.message("part-less").with("part", weighted).say() } else { weighted };
        match part.up_to {
            Some(up_to) => {
                let limited = self.message("part-up-to").with("part", weighted);
                limited.with("value", self.quantity(unit, up_to)).say()
            }
            None => weighted,
        }
    }

    fn over(self, of: MetricId, window: Window, skip_missing: bool, take: Take) -> String {
        let (form, averages) = match take {
            Take::Average => ("average", true),
            Take::DailyAverage => ("daily-average", true),
            Take::Total => ("total", false),
            Take::Highest => ("highest", false),
            Take::Lowest => ("lowest", true),
        };
        let message = self.message("metric-over").with("take", form).with("metric", self.name(of));
        let taken = message.with("window", self.window(window)).say();
        // Months without a record change neither a total nor what is highest of values that are not negative.
        if !averages {
            return taken;
        }
        let missing = if skip_missing { "skip" } else { "zero" };
        self.message("metric-missing").with("form", missing).with("metric", taken).say()
    }

    fn steps(self, version: &Version, metric: MetricId, of: MetricId, table: &[(Number, Number)]) -> Clause {
        let row = |(from, value): &(Number, Number)| {
            let row = self.message("step").with("from", self.threshold(version, of, *from));
            row.with("value", self.threshold(version, metric, *value)).say()
        };
        let rows: Vec<_> = table.iter().map(row).collect();
        let message = |key| self.message(key).with("metric", self.name(of));
        let line = self.joined("join-semicolon", rows.iter().cloned());
        Clause {
            sentence: message("metric-steps").with("parts", line).say(),
            text: message("metric-steps-list").say(),
            parts: rows.into_iter().map(Clause::leaf).collect(),
        }
    }
}
