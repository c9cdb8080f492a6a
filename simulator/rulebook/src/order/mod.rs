//! The order in which a version's metrics, segments and tasks are evaluated, and the cycles that forbid one.

mod cycle;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::ids::{AnyId, Ids};
use crate::model::{MetricSource, Version};
use crate::needs::{Need, Needs, crediting};

/// What is evaluated before anything is earned, and what only at the end of the month, because it builds on what
/// is earned or held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    /// Before step 5 of the semantics.
    pub(crate) early: Vec<Step>,
    /// After step 7.
    pub(crate) late: Vec<Step>,
}

/// A thing to evaluate, by its place in the version's list. The order of the variants is the order among those
/// that are ready: a task is taken only when nothing else is, the smallest id first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Input(usize),
    Metric(usize),
    Segment(usize),
    Task(usize),
}

/// The shortest way round through rules that need each other (of several, the alphabetically first), from its
/// alphabetically first member to that member again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// In which version; the first that has one.
    pub version: usize,
    /// Its members; the last is the first again.
    pub way: Vec<AnyId>,
}

/// The order of a version's evaluation, or the way round its shortest cycle.
pub(crate) fn order(version: &Version, ids: &Ids) -> Result<Order, Vec<AnyId>> {
    let graph = Graph::new(version);
    let sorted = graph.sorted(version);
    if sorted.len() < graph.needs.len() {
        return Err(cycle::shortest(&graph, ids));
    }
    let late = graph.building_on_earnings(&sorted);
    let mut order = Order::default();
    for at in sorted {
        let Some(step) = graph.step(at) else { continue };
        if late[at] { order.late.push(step) } else { order.early.push(step) }
    }
    Ok(order)
}

/// Who needs whom, by place in `members`; and behind all members a place for everything that credits together. What
/// is earned needs that one, not each that credits: there would be as many needs as metrics times rules.
struct Graph {
    members: Vec<AnyId>,
    /// By member; none for what is no step of this order.
    steps: Vec<Option<Step>>,
    /// By member, and last the needs of the place of all that credits.
    needs: Vec<Vec<usize>>,
}

impl Graph {
    fn new(version: &Version) -> Self {
        let mut nodes: Vec<(AnyId, Option<Step>)> = Vec::new();
        nodes.extend(version.metrics.iter().enumerate().map(|(at, metric)| {
            let input = matches!(metric.source, MetricSource::Input(_));
            (AnyId::Metric(metric.id), Some(if input { Step::Input(at) } else { Step::Metric(at) }))
        }));
        nodes.extend(
            (version.segments.iter().enumerate())
                .map(|(at, segment)| (AnyId::Segment(segment.id), Some(Step::Segment(at)))),
        );
        nodes.extend(
            version.tasks.iter().enumerate().map(|(at, task)| (AnyId::Task(task.id), Some(Step::Task(at)))),
        );
        nodes.extend(version.earn.iter().map(|rule| (AnyId::Earn(rule.id), None)));
        nodes.extend(version.campaigns.iter().map(|campaign| (AnyId::Campaign(campaign.id), None)));

        let place: HashMap<AnyId, usize> = nodes.iter().map(|node| node.0).zip(0..).collect();
        let credits = nodes.len();
        let mut graph = Self { members: Vec::new(), steps: Vec::new(), needs: Vec::new() };
        for (member, step) in nodes {
            let mut needs = Vec::new();
            let found = |need| match need {
                Need::Rule(member) => needs.extend(place.get(&member)),
                Need::Credits(_) => needs.push(credits),
            };
            Needs { version, lagging: false, found }.of(member);
            needs.sort_unstable();
            needs.dedup();
            graph.members.push(member);
            graph.steps.push(step);
            graph.needs.push(needs);
        }
        graph.needs.push(crediting(version).filter_map(|member| place.get(&member).copied()).collect());
        graph
    }

    /// What is evaluated at a place.
    fn step(&self, at: usize) -> Option<Step> {
        self.steps.get(at).copied().flatten()
    }

    /// The place of all that credits.
    fn credits(&self) -> usize {
        self.members.len()
    }

    /// Who needs each place.
    fn dependents(&self) -> Vec<Vec<usize>> {
        let mut dependents = vec![Vec::new(); self.needs.len()];
        for (at, needs) in self.needs.iter().enumerate() {
            needs.iter().for_each(|&need| dependents[need].push(at));
        }
        dependents
    }

    /// All places that are in no cycle and wait for none, in the order of evaluation.
    fn sorted(&self, version: &Version) -> Vec<usize> {
        let mut waiting: Vec<usize> = self.needs.iter().map(Vec::len).collect();
        let dependents = self.dependents();
        let priority = |at: usize| match self.step(at) {
            // Rules and campaigns are not steps of this order; those that wait for them are late.
            None => (None, at),
            Some(Step::Task(place)) => (Some(Step::Task(version.tasks[place].id.index())), at),
            step => (step, at),
        };
        let mut ready: BinaryHeap<_> =
            (0..waiting.len()).filter(|&at| waiting[at] == 0).map(|at| Reverse(priority(at))).collect();
        let mut sorted = Vec::with_capacity(waiting.len());
        while let Some(Reverse((_, at))) = ready.pop() {
            sorted.push(at);
            for &dependent in &dependents[at] {
                waiting[dependent] -= 1;
                if waiting[dependent] == 0 {
                    ready.push(Reverse(priority(dependent)));
                }
            }
        }
        sorted
    }

    /// Which of them build on what is earned or held, directly or not.
    fn building_on_earnings(&self, sorted: &[usize]) -> Vec<bool> {
        let mut late = vec![false; self.needs.len()];
        late[self.credits()] = true;
        for &at in sorted {
            late[at] = late[at] || self.needs[at].iter().any(|&need| late[need]);
        }
        late
    }
}
