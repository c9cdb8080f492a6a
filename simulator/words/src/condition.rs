//! Conditions in words.
//!
//! In one line, the parts of the outermost group are joined by "and" or "or"; a group within another says how many
//! of its parts must hold and stands in brackets. Where groups stand in groups within a group, the outermost parts
//! are numbered. Nothing can then be read in two ways.

use rulebook::model::{Bound, Condition, Side, Unit, Version};
use rulebook::{MetricId, Number};

use crate::clause::Clause;
use crate::language::Saying;
use crate::speaker::Speaker;

/// From this depth on, the parts of a group in one line are numbered.
const NUMBERED: usize = 3;

/// A condition made simple: negations are in the leaves, no group has a single part or a part of its own like, and
/// what holds always or never is in no group.
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
    AtMost(u32),
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
                self.bound(version, metric, "exactly", a.value, "first")
            }
            [] => String::new(),
            [first, rest @ ..] => {
                let said =
                    |bound: &Bound, place| self.bound(version, metric, side(bound.side), bound.value, place);
                let rest = rest.iter().map(|bound| said(bound, "further"));
                self.joined("bound-and", std::iter::once(said(first, "first")).chain(rest))
            }
        }
    }

    /// A threshold in its metric's unit, `3 种`. A currency's goes without the currency's name, which the metric's has.
    pub fn threshold(self, version: &Version, metric: MetricId, value: Number) -> String {
        match version.metric(metric).map_or(Unit::Count, |metric| metric.unit) {
            Unit::Currency(_) => self.number(value),
            Unit::Count => self.counted(metric, value),
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
        match &node {
            Node::Leaf(text) => Clause::leaf(key.with("condition", text).say()),
            Node::Group(joint, parts) => {
                let text = list.with("joint", self.joint("joint", *joint)).say();
                let sentence = if node.depth() < NUMBERED {
                    key.with("condition", self.line(&node)).say()
                } else {
                    self.stopped(self.numbered(&text, parts))
                };
                Clause { text, parts: parts.iter().map(|part| self.clause(part)).collect(), sentence }
            }
        }
    }

    fn clause(self, node: &Node) -> Clause {
        match node {
            Node::Leaf(text) => Clause::leaf(text.clone()),
            Node::Group(joint, parts) => Clause {
                text: self.lead(*joint),
                parts: parts.iter().map(|part| self.clause(part)).collect(),
                sentence: self.line(node),
            },
        }
    }

    /// The outermost condition in one line.
    fn line(self, node: &Node) -> String {
        match node {
            Node::Group(joint, parts) if node.depth() >= NUMBERED => self.numbered(&self.lead(*joint), parts),
            Node::Group(Joint::All, parts) => {
                self.joined("join-all", parts.iter().map(|part| self.inner(part)))
            }
            Node::Group(Joint::Any, parts) => {
                self.joined("join-any", parts.iter().map(|part| self.inner(part)))
            }
            _ => self.inner(node),
        }
    }

    /// Numbered parts after a lead that ends in a colon. Their numbers hold them apart: each is in a line of its own.
    fn numbered(self, lead: &str, parts: &[Node]) -> String {
        let parts = parts.iter().zip(1..).map(|(part, number)| {
            self.message("numbered")
                .with("number", format!("{number}"))
                .with("part", self.part_line(part))
                .say()
        });
        let parts = self.joined("join-semicolon", parts);
        self.message("led").with("lead", lead).with("parts", parts).say()
    }

    /// A numbered part: its own groups are in brackets, whatever their depth.
    fn part_line(self, node: &Node) -> String {
        match node {
            Node::Group(joint @ (Joint::All | Joint::Any), parts) => {
                let key = if *joint == Joint::All { "join-all" } else { "join-any" };
                self.joined(key, parts.iter().map(|part| self.inner(part)))
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

    fn lead(self, joint: Joint) -> String {
        self.message("lead").with("joint", self.joint("joint", joint)).say()
    }

    /// `同时满足以下条件`, above a list.
    pub(crate) fn all_of(self) -> String {
        self.joint("joint", Joint::All)
    }

    /// `满足以下任一条件`, above a list.
    pub(crate) fn any_of(self) -> String {
        self.joint("joint", Joint::Any)
    }

    /// `至少满足以下 2 项条件`, above a list.
    pub(crate) fn at_least_of(self, count: u32) -> String {
        self.joint("joint", Joint::AtLeast(count))
    }

    fn joint(self, key: &'static str, joint: Joint) -> String {
        let (form, count) = match joint {
            Joint::All => ("all", 0),
            Joint::Any => ("any", 0),
            Joint::AtLeast(count) => ("at-least", count),
            Joint::AtMost(count) => ("at-most", count),
        };
        self.message(key).with("form", form).count(count).say()
    }

    fn node(self, version: &Version, condition: &Condition, holds: bool) -> Node {
        if let Some(always) = settled(condition) {
            let key = if always == holds { "condition-always" } else { "condition-never" };
            return Node::Leaf(self.message(key).say());
        }
        match condition {
            Condition::Not(inner) => self.node(version, inner, !holds),
            Condition::Number { metric, bounds } => self.bounded(version, *metric, bounds, holds),
            _ => match parts_of(condition) {
                Some((least, parts)) => self.group(version, least, parts, holds),
                None => Node::Leaf(self.leaf(version, condition, holds)),
            },
        }
    }

    /// `least` of the parts hold, or just that does not. It can be either.
    fn group(self, version: &Version, least: u32, parts: &[Condition], holds: bool) -> Node {
        let open: Vec<_> = parts.iter().filter(|part| settled(part).is_none()).collect();
        let certain = parts.iter().filter(|part| settled(part) == Some(true)).count();
        let least = least - number(certain);
        let among = number(open.len());
        // That none holds, or not all, is said of each part; else how many may hold.
        let of_each = holds || least == 1 || least == among;
        let nodes = open.into_iter().map(|part| self.node(version, part, holds || !of_each)).collect();
        match of_each {
            true if holds => gathered(least, nodes),
            true => gathered(among + 1 - least, nodes),
            false => Node::Group(Joint::AtMost(least - 1), nodes),
        }
    }

    /// A number's bounds, or that one of them is not kept: every metric has a value, so that what is not at least a
    /// value is below it.
    fn bounded(self, version: &Version, metric: MetricId, bounds: &[Bound], holds: bool) -> Node {
        let said = |bounds: &[Bound]| {
            let bounds = self.bounds(version, metric, bounds);
            let message = self.message("condition-number").with("metric", self.name(metric));
            Node::Leaf(message.with("bounds", bounds).say())
        };
        if holds {
            return said(bounds);
        }
        let outside = bounds.iter().map(|bound| Bound { side: bound.side.opposite(), value: bound.value });
        gathered(1, outside.map(|bound| said(&[bound])).collect())
    }

    fn leaf(self, version: &Version, condition: &Condition, holds: bool) -> String {
        let form = if holds { "yes" } else { "no" };
        match condition {
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
            // Numbers, groups and negations are no leaves.
            Condition::Number { .. }
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::AtLeast { .. } => String::new(),
        }
    }

    /// A bound, the first of its metric or a further one.
    fn bound(self, version: &Version, metric: MetricId, form: &str, value: Number, place: &str) -> String {
        let unit = match version.metric(metric).map(|metric| metric.unit) {
            Some(Unit::Money) => "money",
            Some(Unit::Months | Unit::Years) => "time",
            _ => "count",
        };
        let message = self.message("bound").with("form", form).with("unit", unit).with("place", place);
        message.with("value", self.threshold(version, metric, value)).say()
    }
}

impl Node {
    /// How many groups stand in each other.
    fn depth(&self) -> usize {
        match self {
            Self::Leaf(_) => 0,
            Self::Group(_, parts) => 1 + parts.iter().map(Self::depth).max().unwrap_or(0),
        }
    }
}

/// `least` of these hold; there are that many.
fn gathered(least: u32, mut nodes: Vec<Node>) -> Node {
    let joint = match number(nodes.len()) {
        1 => return nodes.remove(0),
        among if least == among => Joint::All,
        _ if least == 1 => Joint::Any,
        _ => Joint::AtLeast(least),
    };
    let mut parts = Vec::new();
    for node in nodes {
        match node {
            Node::Group(inner, inner_parts) if inner == joint && matches!(joint, Joint::All | Joint::Any) => {
                parts.extend(inner_parts);
            }
            node => parts.push(node),
        }
    }
    Node::Group(joint, parts)
}

/// How many of which parts make a group hold; nothing for what is no group.
fn parts_of(condition: &Condition) -> Option<(u32, &[Condition])> {
    match condition {
        Condition::All(parts) => Some((number(parts.len()), parts)),
        Condition::Any(parts) => Some((1, parts)),
        Condition::AtLeast { count, among } => Some((*count, among)),
        _ => None,
    }
}

/// What holds always, or never, whoever the customer is: groups without parts, or that ask for more than they have.
fn settled(condition: &Condition) -> Option<bool> {
    if let Condition::Not(inner) = condition {
        return settled(inner).map(|holds| !holds);
    }
    let (least, parts) = parts_of(condition)?;
    let found: Vec<_> = parts.iter().map(settled).collect();
    let count = |wanted| number(found.iter().filter(|found| **found == wanted).count());
    let (certain, open) = (count(Some(true)), count(None));
    match least {
        _ if least <= certain => Some(true),
        _ if least > certain.saturating_add(open) => Some(false),
        _ => None,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn side(side: Side) -> &'static str {
    match side {
        Side::AtLeast => "at-least",
        Side::Above => "above",
        Side::AtMost => "at-most",
        Side::Below => "below",
    }
}

/// Whether two bounds of the same value leave only that value.
fn exactly(a: Side, b: Side) -> bool {
    matches!((a, b), (Side::AtLeast, Side::AtMost) | (Side::AtMost, Side::AtLeast))
}
