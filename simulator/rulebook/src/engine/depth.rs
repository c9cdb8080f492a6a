//! What tiers build on: the part of the rules that is enough to know a customer's tiers, month after month.

use std::collections::HashSet;

use crate::model::Version;
use crate::needs::Needs;
use crate::order::{Member, Order, Step};

/// What is evaluated of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Everything.
    Full,
    /// What tiers build on.
    Tiers,
}

/// The part of a rule book that tiers build on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TierRules {
    /// For each version, what is evaluated.
    pub(crate) orders: Vec<Order>,
    /// Whether it takes what is earned and held.
    pub(crate) earnings: bool,
}

impl TierRules {
    pub(crate) fn new(versions: &[Version], orders: &[Order]) -> Self {
        let (needed, earnings) = needed(versions);
        if earnings {
            // What is earned may build on anything.
            return Self { orders: orders.to_vec(), earnings };
        }
        let of_version = |(version, order): (&Version, &Order)| {
            let is_needed = |step: &&Step| needed.contains(&member(version, **step));
            let part = |steps: &[Step]| steps.iter().filter(is_needed).copied().collect();
            Order { early: part(&order.early), late: part(&order.late) }
        };
        Self { orders: versions.iter().zip(orders).map(of_version).collect(), earnings }
    }
}

/// All that the ladders of all versions need, directly or not, in this month or one before; and whether that
/// includes what is earned or held.
fn needed(versions: &[Version]) -> (HashSet<Member>, bool) {
    let mut waiting = Vec::new();
    for version in versions {
        let conditions = version.ladder.iter().flat_map(|tier| tier.qualify.iter().chain(&tier.keep));
        let mut needs = Needs { version, lagging: true, found: |member| waiting.push(member) };
        conditions.for_each(|condition| needs.of_condition(condition));
    }
    let (mut needed, mut earnings) = (HashSet::new(), false);
    while let Some(member) = waiting.pop() {
        if needed.insert(member) {
            // A window, a streak or an achievement may reach back into another version.
            for version in versions {
                let mut needs = Needs { version, lagging: true, found: |member| waiting.push(member) };
                earnings |= needs.of(member);
            }
        }
    }
    (needed, earnings)
}

fn member(version: &Version, step: Step) -> Member {
    match step {
        Step::Input(at) | Step::Metric(at) => Member::Metric(version.metrics[at].id),
        Step::Segment(at) => Member::Segment(version.segments[at].id),
        Step::Task(at) => Member::Task(version.tasks[at].id),
    }
}
