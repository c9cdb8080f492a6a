//! Explanations of metrics.

use rulebook::explain::{Figure, Given, Operation, Step};
use rulebook::model::{Metric, MetricSource, Part, Take, Version};
use rulebook::{AnyId, MetricId, Number};

use super::{Around, Line};
use crate::speaker::Speaker;

impl Speaker<'_> {
    pub(crate) fn metric_line(self, version: &Version, step: &Step, id: MetricId, around: Around) -> Line {
        let value = match (version.metric(id), step.result) {
            (Some(metric), Figure::Value(value, _)) => self.value(metric, value),
            _ => self.figure(step.result),
        };
        let figure = self.named_value(self.name(id), value, step, around);
        let how = version.metric(id).and_then(|metric| self.worked_out(version, step, metric));
        Line { figure, how }
    }

    /// How a metric was worked out.
    fn worked_out(self, version: &Version, step: &Step, metric: &Metric) -> Option<String> {
        let definition = || self.metric(version, metric);
        Some(match &step.operation {
            Operation::Given(given) => self.given(*given),
            Operation::Pooled => self.message("why-pooled").say(),
            Operation::Sum | Operation::Greatest | Operation::Least | Operation::Count => definition().text,
            Operation::Over { take, average, .. } => {
                let how = definition().sentence;
                match average {
                    Some((Some(total), divisor)) => {
                        let unit = if let Figure::Value(_, unit) = step.result { unit } else { metric.unit };
                        self.average(how, *take, self.quantity(unit, *total), *divisor)
                    }
                    _ => how,
                }
            }
            Operation::BeforeStart { skipped } => {
                let form = if *skipped { "skip" } else { "zero" };
                self.message("why-before-start").with("form", form).say()
            }
            Operation::Steps { row, next } => self.steps_reached(version, metric, *row, *next),
            Operation::Since(None) => self.message("why-no-date").say(),
            Operation::Earned(_) | Operation::Held | Operation::Since(_) => definition().sentence,
            _ => return None,
        })
    }

    fn average(self, how: String, take: Take, total: String, divisor: u32) -> String {
        let key = if take == Take::DailyAverage { "why-average-days" } else { "why-average" };
        self.message(key).count(divisor).with("how", how).with("total", total).say()
    }

    fn steps_reached(
        self,
        version: &Version,
        metric: &Metric,
        row: Option<(Number, Number)>,
        next: Option<(Number, Number)>,
    ) -> String {
        let MetricSource::Steps { metric: of, ref table } = metric.source else { return String::new() };
        let from = |row: (Number, Number)| self.threshold(version, of, row.0);
        let (form, reached) = match row {
            Some(row) => ("row", from(row)),
            None => ("below", table.first().map_or_else(String::new, |&first| from(first))),
        };
        let how = self.message("why-steps").with("form", form).with("from", reached).say();
        match next.filter(|_| row.is_some()) {
            Some(next) => {
                let message = self.message("why-steps-next").with("how", how).with("from", from(next));
                message.with("value", self.quantity(metric.unit, next.1)).say()
            }
            None => how,
        }
    }

    fn given(self, given: Given) -> String {
        let form = match given {
            Given::Month => "month",
            Given::Every => "every",
            Given::Not => "not",
        };
        self.message("why-given").with("given", form).say()
    }

    /// A part of a sum, or of a household.
    pub(crate) fn metric_part_line(self, version: &Version, step: &Step) -> Option<Line> {
        let said = |what: String, how| {
            let value = self.figure(step.result);
            let figure = self.message("why-figure").with("what", what).with("value", value).say();
            Some(Line { figure, how })
        };
        match &step.operation {
            Operation::Given(given) => said(self.message("why-own").say(), Some(self.given(*given))),
            Operation::Member(number) => {
                let number = u32::try_from(*number).unwrap_or(u32::MAX);
                said(self.message("why-member").count(number).say(), None)
            }
            Operation::Part { weight, up_to, is_cut } => {
                let input = step.inputs.first()?;
                let Some(AnyId::Metric(metric)) = input.subject else { return None };
                let (Figure::Value(_, unit), Figure::Value(_, own)) = (step.result, input.result) else {
                    return None;
                };
                if *weight == Number::ONE && up_to.is_none() && own == unit {
                    return Some(self.metric_line_or_seen(version, input));
                }
                let part = Part { metric, weight: *weight, up_to: *up_to };
                let inner = self.metric_line_or_seen(version, input);
                let how = match inner.how {
                    Some(how) => self.message("why-how").with("figure", inner.figure).with("how", how).say(),
                    None => inner.figure,
                };
                let how = if *is_cut {
                    let cut = self.message("why-cut").say();
                    self.message("why-how").with("figure", cut).with("how", how).say()
                } else {
                    how
                };
                said(self.part(version, unit, &part), Some(how))
            }
            _ => None,
        }
    }

    fn metric_line_or_seen(self, version: &Version, input: &Step) -> Line {
        let Line { figure, how } = self.line_of(version, input, Around::Month(input.month));
        Line { figure, how: how.or_else(|| self.not_shown(&input.operation)) }
    }
}
