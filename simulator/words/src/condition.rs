//! Conditions in words.
//!
//! In one line, the parts of the outermost group are joined by "and" or "or"; a group within another says how many
//! of its parts must hold and stands in brackets, so that nothing can be read in two ways.

use rulebook::model::{Bound, Condition, Side, Unit, Version};
use rulebook::{MetricId, Number};

use crate::clause::Clause;
use crate::language::Saying;
use crate::speaker::Speaker;

/// A condition made simple: no negation of a leaf, no group of one, no group in another of its like.
enum Node {
    Leaf(String),
    Group(Joint, Vec<Node>),
}

/// How many parts of a group hold.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    All,
    Any,
    AtLeast(u32),
    NotAll,
    None,
    Fewer(u32),
}

impl Speaker<'_> {
    /// A condition, as a tree and in one line; a phrase.
    pub fn condition(self, version: &Version, condition: &Condition) -> Clause {
        self.clause(&self.node(version, condition, true))
    }

    /// A metric's bounds, all of which must hold: `达到 50 万元且低于 100 万元`.
    pub fn bounds(self, version: &Version, metric: MetricId, bounds: &[Bound]) -> String {
        match bounds {
            [a, b] if a.value == b.value && exactly(a.side, b.side) => {
                self.bound(version, metric, "exactly", a.value)
            }
            [] => String::new(),
            [first, rest @ ..] => {
                let first = self.bound(version, metric, side(first.side), first.value);
                let rest = rest.iter().map(|bound| self.further_bound(version, metric, *bound));
                self.joined("bound-and", std::iter::once(first).chain(rest))
            }
        }
    }

    /// A threshold in its metric's unit. A currency's goes without the currency's name, which the metric's has.
    pub fn threshold(self, version: &Version, metric: MetricId, value: Number) -> String {
        match version.metric(metric).map_or(Unit::Count, |metric| metric.unit) {
            Unit::Currency(_) => self.number(value),
            unit => self.quantity(unit, value),
        }
    }

    /// A sentence that holds a condition: the message `key` with `condition` in one line, or, above the list of the
    /// condition's parts, the message `list` with how many of them must hold as `joint`.
    pub(crate) fn conditioned(
        self,
        version: &Version,
        condition: &Condition,
        key: Saying<'_>,
        list: Saying<'_>,
    ) -> Clause {
        let node = self.node(version, condition, true);
        let sentence = key.with("condition", self.line(&node)).say();
        match &node {
            Node::Leaf(_) => Clause::leaf(sentence),
            Node::Group(joint, parts) => Clause {
                text: list.with("joint", self.joint("joint", *joint)).say(),
                parts: parts.iter().map(|part| self.clause(part)).collect(),
                sentence,
            },
        }
    }

    fn clause(self, node: &Node) -> Clause {
        match node {
            Node::Leaf(text) => Clause::leaf(text.clone()),
            Node::Group(joint, parts) => Clause {
                text: self.message("lead").with("joint", self.joint("joint", *joint)).say(),
                parts: parts.iter().map(|part| self.clause(part)).collect(),
                sentence: self.line(node),
            },
        }
    }

    /// The outermost condition in one line.
    fn line(self, node: &Node) -> String {
        match node {
            Node::Group(Joint::All, parts) => {
                self.joined("join-all", parts.iter().map(|part| self.inner(part)))
            }
            Node::Group(Joint::Any, parts) => {
                self.joined("join-any", parts.iter().map(|part| self.inner(part)))
            }
            _ => self.inner(node),
        }
    }

    /// A condition among others in one line.
    fn inner(self, node: &Node) -> String {
        match node {
            Node::Leaf(text) => text.clone(),
            Node::Group(joint, parts) => {
                let parts = self.joined("join-inner", parts.iter().map(|part| self.inner(part)));
                let group = self.message("group").with("joint", self.joint("joint-inner", *joint));
                group.with("parts", parts).say()
            }
        }
    }

    fn joint(self, key: &'static str, joint: Joint) -> String {
        let (form, count) = match joint {
            Joint::All => ("all", 0),
            Joint::Any => ("any", 0),
            Joint::AtLeast(count) => ("at-least", count),
            Joint::NotAll => ("not-all", 0),
            Joint::None => ("none", 0),
            Joint::Fewer(count) => ("fewer", count),
        };
        self.message(key).with("form", form).count(count).say()
    }

    fn node(self, version: &Version, condition: &Condition, holds: bool) -> Node {
        let number_of = |parts: &[Condition]| u32::try_from(parts.len()).unwrap_or(u32::MAX);
        match condition {
            Condition::Not(inner) => self.node(version, inner, !holds),
            Condition::All(parts) => self.group(version, number_of(parts), parts, holds),
            Condition::Any(parts) => self.group(version, 1, parts, holds),
            Condition::AtLeast { count, among } => self.group(version, *count, among, holds),
            _ => Node::Leaf(self.leaf(version, condition, holds)),
        }
    }

    /// `least` of the parts hold, or just that does not.
    fn group(self, version: &Version, least: u32, parts: &[Condition], holds: bool) -> Node {
        let among = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        let joint = match (least, holds) {
            (0, _) => return self.settled(holds),
            _ if least > among => return self.settled(!holds),
            _ if among == 1 => return self.node(version, &parts[0], holds),
            (_, true) if least == among => Joint::All,
            (1, true) => Joint::Any,
            (_, true) => Joint::AtLeast(least),
            (_, false) if least == among => Joint::NotAll,
            (1, false) => Joint::None,
            (_, false) => Joint::Fewer(least),
        };
        let mut nodes = Vec::new();
        for part in parts {
            match self.node(version, part, true) {
                Node::Group(inner, inner_parts)
                    if inner == joint && matches!(joint, Joint::All | Joint::Any) =>
                {
                    nodes.extend(inner_parts);
                }
                node => nodes.push(node),
            }
        }
        Node::Group(joint, nodes)
    }

    /// What holds for everybody, or for nobody.
    fn settled(self, holds: bool) -> Node {
        Node::Leaf(self.message(if holds { "condition-always" } else { "condition-never" }).say())
    }

    fn leaf(self, version: &Version, condition: &Condition, holds: bool) -> String {
        let form = if holds { "yes" } else { "no" };
        match condition {
            Condition::Number { metric, bounds } => self.number_leaf(version, *metric, bounds, holds),
            Condition::Flag { metric, is } => {
                let form = if *is == holds { "yes" } else { "no" };
                self.message("condition-flag").with("form", form).with("metric", self.name(*metric)).say()
            }
            Condition::Segment(segment) => self
                .message("condition-segment")
                .with("form", form)
                .with("segment", self.name(*segment))
                .say(),
            Condition::Task(task) if self.is_hidden(version, *task) => {
                self.message("condition-hidden-task").with("form", form).say()
            }
            Condition::Task(task) => {
                let task = self.task_name(version, *task);
                self.message("condition-task").with("form", form).with("task", task).say()
            }
            Condition::Tier(tier) => {
                let highest = version.ladder.last().is_some_and(|top| top.id == *tier);
                let form = if highest && holds { "highest" } else { form };
                self.message("condition-tier").with("form", form).with("tier", self.name(*tier)).say()
            }
            // Groups and negations are no leaves.
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) | Condition::AtLeast { .. } => {
                String::new()
            }
        }
    }

    fn number_leaf(self, version: &Version, metric: MetricId, bounds: &[Bound], holds: bool) -> String {
        let outside =
            |bounds| self.message("bounds-not").with("bounds", self.bounds(version, metric, bounds)).say();
        let said = match bounds {
            _ if holds => self.bounds(version, metric, bounds),
            // What is not at least a value is below it: every metric has a value.
            [bound] => self.bound(version, metric, side(opposite(bound.side)), bound.value),
            _ => outside(bounds),
        };
        self.message("condition-number").with("metric", self.name(metric)).with("bounds", said).say()
    }

    fn bound(self, version: &Version, metric: MetricId, form: &str, value: Number) -> String {
        let unit = match version.metric(metric).map(|metric| metric.unit) {
            Some(Unit::Money) => "money",
            Some(Unit::Months | Unit::Years) => "time",
            _ => "count",
        };
        self.bound_of(unit, form, self.threshold(version, metric, value))
    }

    /// A bound after another of the same metric.
    fn further_bound(self, version: &Version, metric: MetricId, bound: Bound) -> String {
        self.bound_of("count", side(bound.side), self.threshold(version, metric, bound.value))
    }

    fn bound_of(self, unit: &str, form: &str, value: String) -> String {
        self.message("bound").with("form", form).with("unit", unit).with("value", value).say()
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::AtLeast => "at-least",
        Side::Above => "above",
        Side::AtMost => "at-most",
        Side::Below => "below",
    }
}

fn opposite(side: Side) -> Side {
    match side {
        Side::AtLeast => Side::Below,
        Side::Above => Side::AtMost,
        Side::AtMost => Side::Above,
        Side::Below => Side::AtLeast,
    }
}

/// Whether two bounds of the same value leave only that value.
fn exactly(a: Side, b: Side) -> bool {
    matches!((a, b), (Side::AtLeast, Side::AtMost) | (Side::AtMost, Side::AtLeast))
}
