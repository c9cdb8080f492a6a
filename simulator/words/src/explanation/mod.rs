//! Why a figure is what it is: the rule book's steps in words, as a tree.
//!
//! A line says whose figure it is, the figure, and how it was worked out; what it was worked out from stands below it.
//! Figures are said to the last digit, so that the parts of a sum come to it as they are shown. The lines are without
//! indentation and without links: where a thing has a page, [`About`] says so.

mod accounts;
mod earning;
mod metric;
mod task;
mod tier;

use rulebook::explain::{Figure, Operation, Step};
use rulebook::model::{Condition, Version};
use rulebook::{AnyId, Month, Number, Value};

use crate::speaker::Speaker;

/// A step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The line: a figure and how it was worked out. With parts it may end in a colon.
    pub text: String,
    /// What the figure is of; absent for a part of the rule above it, and for a task that is hidden.
    pub about: Option<About>,
    /// Of which month it is.
    pub month: Month,
    /// Of a condition: whether it holds.
    pub holds: Option<bool>,
    /// What it was worked out from.
    pub parts: Vec<Reason>,
}

/// A thing that a figure is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Which thing.
    pub id: AnyId,
    /// Its name.
    pub name: String,
    /// Its address, relative to the root of its locale; absent, if it is on no page.
    pub href: Option<String>,
}

/// Where a step stands.
#[derive(Clone, Copy)]
pub(crate) enum Around {
    /// By itself: its month must be said.
    Nothing,
    /// Below a step of this month, which need not be said again.
    Month(Month),
    /// Below a step whose inputs are months of one thing: its month is all that is said.
    Window,
    /// Beside a condition that names it.
    Condition,
}

/// What a step says before what it was worked out from.
pub(crate) struct Line {
    /// Whose figure, and the figure.
    pub(crate) figure: String,
    /// How it was worked out, if that is more than its parts say.
    pub(crate) how: Option<String>,
}

impl<'a> Speaker<'a> {
    /// An explanation in words: what [`rulebook::Session::why`] gives.
    pub fn reasons(self, steps: &[Step]) -> Vec<Reason> {
        steps.iter().map(|step| self.reason(step, Around::Nothing)).collect()
    }

    pub(crate) fn reason(self, step: &Step, around: Around) -> Reason {
        let version = self.version_of(step.month);
        let Line { figure, how } = self.line_of(version, step, around);
        let mut text = figure;
        if let Some(how) = how.or_else(|| self.not_shown(&step.operation)) {
            text = self.message("why-how").with("figure", text).with("how", how).say();
        }
        if let Around::Month(month) = around
            && month != step.month
            && step.subject.is_none()
        {
            text =
                self.message("why-in-month").with("month", self.month(step.month)).with("text", text).say();
        }
        let holds = match step.result {
            Figure::Holds(holds) if step.subject.is_none() => Some(holds),
            _ => None,
        };
        let parts = self.parts_of(version, step);
        Reason { text, about: self.about(version, step), month: step.month, holds, parts }
    }

    /// The reasons of inputs.
    pub(crate) fn inputs(self, step: &Step) -> Vec<Reason> {
        step.inputs.iter().map(|input| self.reason(input, Around::Month(step.month))).collect()
    }

    pub(crate) fn line_of(self, version: &Version, step: &Step, around: Around) -> Line {
        match step.subject {
            Some(AnyId::Metric(id)) => self.metric_line(version, step, id, around),
            Some(AnyId::Segment(id)) => {
                let form = if step.result == Figure::Holds(true) { "yes" } else { "no" };
                let message = self.message("why-segment").with("holds", form);
                Line::of(self.in_month(message.with("segment", self.name(id)).say(), step, around))
            }
            Some(AnyId::Task(id)) => self.task_line(version, step, id, around),
            Some(AnyId::Benefit(id)) => {
                let form = if step.result == Figure::Holds(true) { "yes" } else { "no" };
                let message = self.message("why-benefit").with("holds", form);
                Line::of(self.in_month(message.with("benefit", self.name(id)).say(), step, around))
            }
            Some(AnyId::Tier(id)) => self.tier_line(version, step, id),
            Some(AnyId::Earn(_) | AnyId::Campaign(_)) => self.accrual_line(step, around),
            Some(AnyId::Currency(id)) => self.currency_line(step, id, around),
            None | Some(AnyId::Pool(_) | AnyId::Reward(_)) => self.unnamed_line(version, step),
        }
    }

    fn unnamed_line(self, version: &Version, step: &Step) -> Line {
        match step.result {
            Figure::Holds(holds) => self.condition_line(version, step, holds),
            _ => self
                .metric_part_line(version, step)
                .or_else(|| self.account_line(step))
                .unwrap_or_else(|| self.stage_line(version, step)),
        }
    }

    fn parts_of(self, version: &Version, step: &Step) -> Vec<Reason> {
        let single = |step: &Step| step.inputs.first().map(|input| self.parts_of(version, input));
        match &step.operation {
            // Their line says what the input's would.
            Operation::Bounds { .. } | Operation::Flag { .. } | Operation::InSegment(_) => {
                single(step).unwrap_or_default()
            }
            Operation::Part { .. } => single(step).unwrap_or_default(),
            Operation::Over { .. } | Operation::Earned(_) => self.window_months(step),
            // What happened to nothing is not worth a line.
            Operation::Balance => {
                let nothing = |input: &&Step| {
                    let spent = matches!(input.operation, Operation::Redeemed | Operation::Expired);
                    !(spent && input.result.number().is_some_and(Number::is_zero))
                };
                let inputs = step.inputs.iter().filter(nothing);
                inputs.map(|input| self.reason(input, Around::Month(step.month))).collect()
            }
            Operation::Task { .. } if self.conceals(version, step) => Vec::new(),
            _ => self.inputs(step),
        }
    }

    /// The months of a window; those before the start that count the same in one line.
    fn window_months(self, step: &Step) -> Vec<Reason> {
        let is_before =
            |step: &Step| matches!(step.operation, Operation::BeforeStart { .. } | Operation::History);
        let alike = |a: &Step, b: &Step| is_before(a) && a.operation == b.operation && a.result == b.result;
        let month = |months: &[Step]| {
            let mut reason = self.reason(&months[0], Around::Window);
            if let [first, .., last] = months {
                let of = self.version_of(first.month);
                let how = self.line_of(of, first, Around::Window).how;
                let span = self.message("why-months").with("from", self.month(first.month));
                let span =
                    span.with("until", self.month(last.month)).with("value", self.figure(first.result)).say();
                let message = self.message("why-how").with("figure", span);
                reason.text = message.with("how", how.unwrap_or_default()).say();
            }
            reason
        };
        step.inputs.chunk_by(alike).map(month).collect()
    }

    /// Why a step has no inputs that could be shown.
    pub(crate) fn not_shown(self, operation: &Operation) -> Option<String> {
        let key = match operation {
            Operation::Absent => "why-absent",
            Operation::Seen => "why-seen",
            Operation::Deeper => "why-deeper",
            _ => return None,
        };
        Some(self.message(key).say())
    }

    /// A line that stands by itself says its month.
    pub(crate) fn in_month(self, text: String, step: &Step, around: Around) -> String {
        match around {
            Around::Month(month) if month == step.month => text,
            Around::Condition => text,
            _ => self.message("why-in-month").with("month", self.month(step.month)).with("text", text).say(),
        }
    }

    /// A name with its figure; with the month where it is not said above.
    pub(crate) fn named_figure(self, what: &str, step: &Step, around: Around) -> String {
        self.named_value(what, self.figure(step.result), step, around)
    }

    /// A name with a figure that is already a text; with the month where it is not said above.
    pub(crate) fn named_value(self, what: &str, value: String, step: &Step, around: Around) -> String {
        let month = || self.month(step.month);
        match around {
            Around::Month(other) if other == step.month => {
                self.message("why-figure").with("what", what).with("value", value).say()
            }
            Around::Window => self.message("why-figure").with("what", month()).with("value", value).say(),
            Around::Condition => self.message("why-actual").with("value", value).say(),
            Around::Month(_) | Around::Nothing => {
                let message = self.message("why-figure-in").with("what", what).with("month", month());
                message.with("value", value).say()
            }
        }
    }

    /// A figure with its unit.
    pub(crate) fn figure(self, figure: Figure) -> String {
        match figure {
            Figure::Value(Value::Number(number), unit) => self.quantity(unit, number),
            Figure::Value(Value::Flag(holds), _) | Figure::Holds(holds) => {
                self.message(if holds { "yes" } else { "no" }).say()
            }
            Figure::Value(Value::Date(Some(date)), _) => self.date(date),
            Figure::Value(Value::Date(None), _) => "–".to_owned(),
            Figure::Tier(tier) => self.name(tier).to_owned(),
        }
    }

    /// A condition, its verdict, and the value that it asks about.
    fn condition_line(self, version: &Version, step: &Step, holds: bool) -> Line {
        let form = if holds { "yes" } else { "no" };
        let said = |condition: &Condition| {
            let condition = self.condition(version, condition).sentence;
            self.message("why-condition").with("holds", form).with("condition", condition).say()
        };
        let group = |joint: String| self.message("why-group").with("holds", form).with("joint", joint).say();
        let input = || {
            let input = step.inputs.first()?;
            let Line { figure, how } = self.line_of(version, input, Around::Condition);
            let how = how.or_else(|| self.not_shown(&input.operation));
            Some(match how {
                Some(how) => self.message("why-how").with("figure", figure).with("how", how).say(),
                None => figure,
            })
        };
        match &step.operation {
            Operation::Bounds { metric, bounds } => {
                let condition = Condition::Number { metric: *metric, bounds: bounds.clone() };
                Line { figure: said(&condition), how: input() }
            }
            Operation::Flag { metric, is } => {
                // The verdict says what the flag is.
                let how = step.inputs.first().and_then(|input| {
                    self.line_of(version, input, Around::Condition)
                        .how
                        .or_else(|| self.not_shown(&input.operation))
                });
                Line { figure: said(&Condition::Flag { metric: *metric, is: *is }), how }
            }
            // The verdict says all that the segment's own line would.
            Operation::InSegment(id) => {
                let seen = step.inputs.first().and_then(|input| self.not_shown(&input.operation));
                Line { figure: said(&Condition::Segment(*id)), how: seen }
            }
            Operation::Achieved(id, when) => {
                let figure = said(&Condition::Task(*id));
                Line { figure, how: Some(self.achieved(*when)) }
            }
            Operation::InTier { asked, in_force } => {
                let how = self.message("why-tier").with("tier", self.name(*in_force)).say();
                Line { figure: said(&Condition::Tier(*asked)), how: Some(how) }
            }
            Operation::Any => Line::of(group(self.any_of())),
            Operation::Not => Line::of(group(self.message("why-not").say())),
            Operation::AtLeast(count) => Line::of(group(self.at_least_of(*count))),
            Operation::Available { from, to } => {
                let validity = self.validity(rulebook::Validity { from: *from, to: *to });
                let available = self.message("why-available").with("validity", validity.unwrap_or_default());
                Line::of(
                    self.message("why-condition")
                        .with("holds", form)
                        .with("condition", available.say())
                        .say(),
                )
            }
            Operation::Granted(tier) => {
                let granted = self.message("why-granted").with("tier", self.name(*tier)).say();
                Line::of(self.message("why-condition").with("holds", form).with("condition", granted).say())
            }
            _ => Line::of(group(self.all_of())),
        }
    }

    /// What a line is about, unless it must not be named.
    fn about(self, version: &Version, step: &Step) -> Option<About> {
        Some(match step.subject {
            Some(AnyId::Task(_)) if self.conceals(version, step) => return None,
            Some(id) => self.thing(id),
            // A condition's line says its metric's or its segment's.
            None => match step.operation {
                Operation::Bounds { metric, .. } | Operation::Flag { metric, .. } => {
                    self.thing(metric.into())
                }
                Operation::InSegment(id) => self.thing(id.into()),
                Operation::Part { .. } => return self.about(version, step.inputs.first()?),
                Operation::Granted(id) => self.thing(id.into()),
                _ => return None,
            },
        })
    }

    fn thing(self, id: AnyId) -> About {
        let href = self.entry_of(id).and_then(|entry| entry.href.clone());
        About { id, name: self.name_of(id).to_owned(), href }
    }

    fn version_of(self, month: Month) -> &'a Version {
        let versions = &self.rules.versions;
        &versions[versions.iter().rposition(|version| version.from <= month).unwrap_or(0)]
    }
}

impl Line {
    /// A line that says all by itself.
    pub(crate) fn of(figure: String) -> Self {
        Self { figure, how: None }
    }
}
