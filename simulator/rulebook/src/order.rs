//! The order in which a version's metrics, segments and tasks are evaluated, and the cycles that forbid one.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};

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
    if sorted.len() < graph.members.len() {
        return Err(graph.shortest_cycle(ids));
    }
    let late = graph.building_on_earnings(&sorted);
    let mut order = Order::default();
    for at in sorted {
        let Some(step) = graph.steps[at] else { continue };
        if late[at] { order.late.push(step) } else { order.early.push(step) }
    }
    Ok(order)
}

/// Who needs whom, by place in `members`.
struct Graph {
    members: Vec<AnyId>,
    steps: Vec<Option<Step>>,
    needs: Vec<Vec<usize>>,
    /// Metrics that need what is earned in the month.
    earnings: Vec<bool>,
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
        let mut graph =
            Self { members: Vec::new(), steps: Vec::new(), needs: Vec::new(), earnings: Vec::new() };
        let crediting = crediting(version);
        for (member, step) in nodes {
            let (mut needs, mut earnings) = (Vec::new(), false);
            let found = |need| match need {
                Need::Rule(member) => needs.extend(place.get(&member)),
                Need::Credits(_) => earnings = true,
            };
            Needs { version, lagging: false, found }.of(member);
            if earnings {
                needs.extend(crediting.iter().filter_map(|member| place.get(member)));
            }
            needs.sort_unstable();
            needs.dedup();
            graph.members.push(member);
            graph.steps.push(step);
            graph.needs.push(needs);
            graph.earnings.push(earnings);
        }
        graph
    }

    /// All places that are in no cycle and wait for none, in the order of evaluation.
    fn sorted(&self, version: &Version) -> Vec<usize> {
        let mut waiting: Vec<usize> = self.needs.iter().map(Vec::len).collect();
        let mut dependents = vec![Vec::new(); self.members.len()];
        for (at, needs) in self.needs.iter().enumerate() {
            needs.iter().for_each(|&need| dependents[need].push(at));
        }
        let priority = |at: usize| match self.steps[at] {
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
        let mut late = self.earnings.clone();
        for &at in sorted {
            late[at] = late[at] || self.needs[at].iter().any(|&need| late[need]);
        }
        late
    }

    fn shortest_cycle(&self, ids: &Ids) -> Vec<AnyId> {
        let labels: Vec<String> = self.members.iter().map(|member| member.display(ids).to_string()).collect();
        let mut by_label: Vec<usize> = (0..labels.len()).collect();
        by_label.sort_by(|&a, &b| labels[a].cmp(&labels[b]));
        let mut rank = vec![0; labels.len()];
        by_label.iter().enumerate().for_each(|(at, &member)| rank[member] = at);

        let mut best: Option<Vec<usize>> = None;
        for &start in &by_label {
            let Some(way) = self.shortest_from(start, &rank) else { continue };
            if best.as_ref().is_none_or(|best| way.len() < best.len()) {
                best = Some(way);
            }
        }
        best.expect("what cannot be sorted has a cycle").into_iter().map(|at| self.members[at]).collect()
    }

    /// The shortest way from `start` to itself over members that come after it in the alphabet.
    fn shortest_from(&self, start: usize, rank: &[usize]) -> Option<Vec<usize>> {
        let mut needed_by = vec![Vec::new(); self.members.len()];
        for (at, needs) in self.needs.iter().enumerate() {
            needs.iter().for_each(|&need| needed_by[need].push(at));
        }
        // How many steps it takes from each member to `start`.
        let mut distance: Vec<Option<usize>> = vec![None; self.members.len()];
        let mut queue = VecDeque::from([start]);
        distance[start] = Some(0);
        while let Some(at) = queue.pop_front() {
            for &before in &needed_by[at] {
                if rank[before] > rank[start] && distance[before].is_none() {
                    distance[before] = distance[at].map(|steps| steps + 1);
                    queue.push_back(before);
                }
            }
        }
        let next = |at: usize, steps: usize| {
            let near = self.needs[at].iter().copied().filter(|&need| distance[need] == Some(steps));
            near.min_by_key(|&need| rank[need])
        };
        let mut steps = self.needs[start].iter().filter_map(|&need| distance[need]).min()?;
        let mut way = vec![start];
        let mut at = start;
        loop {
            at = next(at, steps)?;
            way.push(at);
            if at == start {
                return Some(way);
            }
            steps -= 1;
        }
    }
}
