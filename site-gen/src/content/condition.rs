//! Conditions as authors write them.

use rulebook::model::{Bound, Side};
use rulebook::{MetricKey, SegmentKey, TaskKey, TierKey};

use super::record::{Field, Read, Reader, record};
use super::shapes::{Decimal, Ref, Whole};
use super::value::{Node, Spanned};
use crate::diagnostics::{Message, Span};

/// How deep conditions may nest; one without parts counts 1.
const DEEPEST: usize = 64;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Where it stands.
    pub span: Span,
    /// What it asks.
    pub asks: Asks,
}

/// What a condition asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Asks {
    /// A number within bounds.
    Number {
        /// The metric.
        metric: Spanned<Ref<MetricKey>>,
        /// One or two.
        bounds: Vec<Bound>,
    },
    /// A flag.
    Flag {
        /// The metric.
        metric: Spanned<Ref<MetricKey>>,
        /// What it must be.
        is: bool,
    },
    /// In a segment.
    Segment(Spanned<Ref<SegmentKey>>),
    /// A task achieved.
    Task(Spanned<Ref<TaskKey>>),
    /// This tier or a higher one.
    Tier(Spanned<Ref<TierKey>>),
    /// All of them.
    All(Vec<Spanned<Condition>>),
    /// Any of them.
    Any(Vec<Spanned<Condition>>),
    /// Not.
    Not(Box<Condition>),
    /// At least so many of them.
    AtLeast(u32, Vec<Spanned<Condition>>),
}

record! {
    /// A condition's table, before it is known which kind it is.
    pub(crate) struct Keys {
        /// A metric, with bounds or `is`.
        optional metric: Ref<MetricKey>,
        /// ≥
        optional at_least: Decimal,
        /// >
        optional above: Decimal,
        /// ≤
        optional at_most: Decimal,
        /// <
        optional below: Decimal,
        /// What a flag must be.
        optional is: bool,
        /// In a segment.
        optional segment: Ref<SegmentKey>,
        /// A task achieved this month or before.
        optional task: Ref<TaskKey>,
        /// This tier or a higher one in force.
        optional tier: Ref<TierKey>,
        /// All of them.
        optional all: Vec<Spanned<Condition>>,
        /// Any of them.
        optional any: Vec<Spanned<Condition>>,
        /// Not.
        optional not: Box<Condition>,
        /// At least so many …
        optional at_least_of: Whole<0, { u32::MAX }>,
        /// … of these.
        optional among: Vec<Spanned<Condition>>,
    }
}

impl Read for Condition {
    const EXPECTED: &'static str = "condition";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        if reader.depth >= DEEPEST {
            reader.report(node.span, Message::TooDeep { most: DEEPEST });
            return None;
        }
        if !matches!(node.value, super::value::Value::Table(_)) {
            return reader.wrong_type(node, Self::EXPECTED);
        }
        reader.depth += 1;
        let before = reader.found.len();
        let keys = Keys::read(node, reader);
        reader.depth -= 1;
        let fine = reader.found[before..]
            .iter()
            .all(|found| found.severity() == crate::diagnostics::Severity::Warning);
        let keys = keys.filter(|_| fine)?;
        let asks = classify(keys, node.span, reader)?;
        Some(Self { span: node.span, asks })
    }
}

fn classify(keys: Keys, span: Span, reader: &mut Reader) -> Option<Asks> {
    let kinds = [
        keys.metric.is_present(),
        keys.segment.is_present(),
        keys.task.is_present(),
        keys.tier.is_present(),
        keys.all.is_present(),
        keys.any.is_present(),
        keys.not.is_present(),
        keys.at_least_of.is_present() || keys.among.is_present(),
    ];
    let bounds = bounds(&keys);
    let of_metric = !bounds.is_empty() || keys.is.is_present();
    if kinds.into_iter().filter(|&kind| kind).count() != 1 || (of_metric && keys.metric.is_absent()) {
        reader.report(span, Message::ConditionKind {});
        return None;
    }
    let Keys { metric, is, segment, task, tier, all, any, not, at_least_of, among, .. } = keys;
    let asks = if let Field::Given(metric) = metric {
        match (is.get(), bounds.len()) {
            (Some(&is), 0) => Asks::Flag { metric, is },
            (None, 1 | 2) => Asks::Number { metric, bounds },
            _ => {
                reader.report(span, Message::Bounds {});
                return None;
            }
        }
    } else if let Field::Given(segment) = segment {
        Asks::Segment(segment)
    } else if let Field::Given(task) = task {
        Asks::Task(task)
    } else if let Field::Given(tier) = tier {
        Asks::Tier(tier)
    } else if let Field::Given(all) = all {
        if all.value.is_empty() {
            reader.report(span, Message::AlwaysHolds {});
        }
        Asks::All(all.value)
    } else if let Field::Given(any) = any {
        if any.value.is_empty() {
            reader.report(span, Message::NeverHolds {});
        }
        Asks::Any(any.value)
    } else if let Field::Given(not) = not {
        Asks::Not(not.value)
    } else {
        let (Some(count), Some(among)) = (at_least_of.get(), among.get()) else {
            let (key, other) =
                if at_least_of.is_absent() { ("among", "at_least_of") } else { ("at_least_of", "among") };
            reader.report(span, Message::NeedsOther { key: key.to_owned(), other: other.to_owned() });
            return None;
        };
        if count.0 as usize > among.len() {
            reader.report(span, Message::NeverHolds {});
        }
        Asks::AtLeast(count.0, among.clone())
    };
    Some(asks)
}

fn bounds(keys: &Keys) -> Vec<Bound> {
    let side = |side, field: &Field<Decimal>| field.get().map(|value| Bound { side, value: value.0 });
    [
        side(Side::AtLeast, &keys.at_least),
        side(Side::Above, &keys.above),
        side(Side::AtMost, &keys.at_most),
        side(Side::Below, &keys.below),
    ]
    .into_iter()
    .flatten()
    .collect()
}
