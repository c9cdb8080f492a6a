//! The shortest cycle of rules that need each other: what an author is shown where there is no order.

use std::collections::VecDeque;

use super::Graph;
use crate::ids::{AnyId, Ids};

/// The shortest cycle of a graph that has one (of several, the alphabetically first), from its alphabetically first
/// member to that member again.
pub(super) fn shortest(graph: &Graph, ids: &Ids) -> Vec<AnyId> {
    let labels: Vec<String> = graph.members.iter().map(|member| member.display(ids).to_string()).collect();
    let mut by_label: Vec<usize> = (0..labels.len()).collect();
    by_label.sort_by(|&a, &b| labels[a].cmp(&labels[b]));
    let mut rank = vec![0; labels.len()];
    by_label.iter().enumerate().for_each(|(at, &member)| rank[member] = at);

    let mut search = Search::new(graph, rank);
    let mut best: Option<Vec<usize>> = None;
    for &start in &by_label {
        let longest = best.as_ref().map_or(usize::MAX, |best| best.len() - 2);
        if let Some(way) = search.shortest_from(start, longest) {
            best = Some(way);
        }
        // All cycles through it have been looked at, and what was in no others need not be looked at again.
        search.leave_out(vec![start]);
    }
    best.expect("what cannot be sorted has a cycle").into_iter().map(|at| graph.members[at]).collect()
}

/// Looks for cycles in what is left of a graph.
struct Search<'a> {
    graph: &'a Graph,
    /// The place of each member in the alphabet.
    rank: Vec<usize>,
    dependents: Vec<Vec<usize>>,
    /// Which places are left, how many of those each of them needs, and how many need it.
    left: Vec<bool>,
    needed: Vec<usize>,
    needed_by: Vec<usize>,
    /// How many steps it takes from each place to the start; `FAR` where that is not known.
    distance: Vec<usize>,
    /// Where it is known.
    reached: Vec<usize>,
}

const FAR: usize = usize::MAX;

impl<'a> Search<'a> {
    fn new(graph: &'a Graph, rank: Vec<usize>) -> Self {
        let dependents = graph.dependents();
        let places = graph.needs.len();
        let mut search = Self {
            graph,
            rank,
            left: vec![true; places],
            needed: graph.needs.iter().map(Vec::len).collect(),
            needed_by: dependents.iter().map(Vec::len).collect(),
            dependents,
            distance: vec![FAR; places],
            reached: Vec::new(),
        };
        let loose = |at: &usize| search.needed[*at] == 0 || search.needed_by[*at] == 0;
        let loose = (0..places).filter(loose).collect();
        search.leave_out(loose);
        search
    }

    /// Leaves out places, and then all that need nothing that is left or that nothing left needs: they are in no
    /// cycle.
    fn leave_out(&mut self, mut waiting: Vec<usize>) {
        while let Some(at) = waiting.pop() {
            if !std::mem::replace(&mut self.left[at], false) {
                continue;
            }
            for &need in &self.graph.needs[at] {
                self.needed_by[need] -= 1;
                if self.needed_by[need] == 0 {
                    waiting.push(need);
                }
            }
            for &dependent in &self.dependents[at] {
                self.needed[dependent] -= 1;
                if self.needed[dependent] == 0 {
                    waiting.push(dependent);
                }
            }
        }
    }

    /// The shortest way of at most so many steps from `start` to itself over members that are left.
    fn shortest_from(&mut self, start: usize, longest: usize) -> Option<Vec<usize>> {
        if !self.left[start] {
            return None;
        }
        let nearest = self.measure(start, longest);
        let way = nearest.map(|steps| self.way(start, steps));
        self.reached.drain(..).for_each(|at| self.distance[at] = FAR);
        way
    }

    /// Measures the distances to `start`, the nearest places first, up to the first that `start` needs; the distance of
    /// that one, if a way over it is not too long.
    fn measure(&mut self, start: usize, longest: usize) -> Option<usize> {
        let mut queue = VecDeque::from([start]);
        self.distance[start] = 0;
        self.reached.push(start);
        while let Some(at) = queue.pop_front() {
            let steps = self.distance[at];
            if steps >= longest {
                return None;
            }
            if self.graph.needs[start].binary_search(&at).is_ok() {
                return Some(steps);
            }
            for &before in &self.dependents[at] {
                if !self.left[before] || self.distance[before] != FAR {
                    continue;
                }
                self.reached.push(before);
                // To need what is earned is to need what credits it: no step lies between them.
                if before == self.graph.credits() {
                    self.distance[before] = steps;
                    queue.push_front(before);
                } else {
                    self.distance[before] = steps + 1;
                    queue.push_back(before);
                }
            }
        }
        None
    }

    /// Goes from `start` to what it needs in so many steps from `start`, and on to `start` again, by the
    /// alphabetically first of the shortest ways.
    fn way(&self, start: usize, steps: usize) -> Vec<usize> {
        let mut way = vec![start];
        let mut at = start;
        for steps in (0..=steps).rev() {
            at = self.next(at, steps);
            way.push(at);
        }
        way
    }

    /// What a member needs at a distance, the alphabetically first.
    fn next(&self, at: usize, steps: usize) -> usize {
        let credits = self.graph.credits();
        let direct = self.graph.needs[at].iter().filter(|&&need| need != credits);
        let earned = self.graph.needs[at].last().filter(|&&need| need == credits);
        let crediting = earned.into_iter().flat_map(|&credits| &self.graph.needs[credits]);
        let near = direct.chain(crediting).copied().filter(|&need| self.distance[need] == steps);
        near.min_by_key(|&need| self.rank[need]).expect("a way was measured")
    }
}
