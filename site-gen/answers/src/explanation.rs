//! Why a figure is what it is.

use rulebook::explain::Figure;
use rulebook::model::Unit;
use rulebook::{AnyId, Ids, Month};
use serde::Serialize;

use crate::operation::Operation;
use crate::value::{OfKind, Value};

/// What `explain` answers: the steps as data, and what is said of them.
#[derive(Serialize)]
pub struct Explanation<'a> {
    /// Which month was asked about.
    pub month: Month,
    /// Which figure, as it was asked for.
    pub what: &'a str,
    /// The trees of the figure.
    pub steps: Vec<Step<'a>>,
    /// The same trees in sentences.
    pub said: Vec<Said<'a>>,
}

/// A figure, how it was worked out, and from what.
#[derive(Serialize)]
pub struct Step<'a> {
    subject: Option<OfKind<'a>>,
    #[serde(flatten)]
    place: Place<'a>,
    month: Month,
    #[serde(flatten)]
    operation: Operation<'a>,
    result: Outcome<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    inputs: Vec<Step<'a>>,
}

/// Where a subject is to be found.
#[derive(Default, Serialize)]
pub struct Place<'a> {
    /// Where the author wrote it.
    pub source: Option<Source<'a>>,
    /// Its page, from the site's root.
    pub address: Option<String>,
}

/// A line of a file.
#[derive(Serialize)]
pub struct Source<'a> {
    /// Its path in the content folder.
    pub file: &'a str,
    /// From 1.
    pub line: usize,
}

/// A step in a sentence.
#[derive(Serialize)]
pub struct Said<'a> {
    /// The sentence.
    pub text: &'a str,
    /// Of a condition: whether it holds.
    pub holds: Option<bool>,
    /// The page of what it is about, from the site's root.
    pub address: Option<String>,
    /// What its figure was worked out from.
    pub parts: Vec<Said<'a>>,
}

/// What came of a step.
#[derive(Serialize)]
#[serde(untagged)]
enum Outcome<'a> {
    Value(Value),
    Tier(&'a str),
}

impl<'a> Step<'a> {
    /// A step and all of its inputs, with ids of the rule book that they come from; `place` finds a subject in a month.
    pub fn new(
        step: &rulebook::explain::Step,
        place: &impl Fn(AnyId, Month) -> Place<'a>,
        ids: &'a Ids,
    ) -> Self {
        let (result, unit) = match step.result {
            Figure::Value(value, unit) => (Outcome::Value(value.into()), Some(unit_name(unit, ids))),
            Figure::Holds(holds) => (Outcome::Value(Value::Flag(holds)), None),
            Figure::Tier(tier) => (Outcome::Tier(&ids.tiers[tier]), None),
        };
        Self {
            subject: step.subject.map(|id| OfKind(id, ids)),
            place: step.subject.map(|id| place(id, step.month)).unwrap_or_default(),
            month: step.month,
            operation: Operation::new(&step.operation, ids),
            result,
            unit,
            inputs: step.inputs.iter().map(|input| Self::new(input, place, ids)).collect(),
        }
    }
}

pub(crate) fn unit_name(unit: Unit, ids: &Ids) -> &str {
    match unit {
        Unit::Money => "money",
        Unit::Count => "count",
        Unit::Flag => "flag",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Date => "date",
        Unit::Currency(id) => &ids.currencies[id],
    }
}
