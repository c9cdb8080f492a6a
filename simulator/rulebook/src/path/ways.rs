//! The alternatives of a condition: which of its leaves must be made to hold, and by which levers.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Obstacle;
use super::levers::{self, Finder, Lever, Stage};
use crate::ids::MetricId;
use crate::model::{Bound, Condition, MetricSource, Side};
use crate::number::Number;

/// How many alternatives of one condition are told apart.
const MOST: usize = 1000;

/// One alternative: all of these together, each once.
pub(super) type Way = Vec<Rc<Need>>;

/// A leaf of the condition that does not hold by itself in every month; or a part that does. [`Needs`] makes it.
#[derive(Debug)]
pub(super) struct Need {
    /// Tells it from every other need of the search.
    pub(super) id: usize,
    /// What must hold.
    pub(super) leaf: Condition,
    /// What is pulled for it, the first choice first; empty where only time can help.
    pub(super) stages: Vec<Stage>,
    /// Whether it holds by itself, as long as nothing that is pulled for another need undoes it. Its stages are no
    /// choices then.
    pub(super) kept: bool,
}

/// All needs of a search, so that equal ones are one and can be told apart by a number.
#[derive(Debug, Default)]
pub(super) struct Needs(Vec<Rc<Need>>);

/// Works out the alternatives of a condition of one version.
pub(super) struct Alternatives<'a> {
    pub(super) finder: Finder<'a>,
    /// Whether a condition holds by itself in at least one of the months that matter.
    pub(super) sometimes: &'a dyn Fn(&Condition) -> bool,
    pub(super) needs: &'a mut Needs,
    /// What no input can change.
    pub(super) obstacles: Vec<Obstacle>,
    /// What undoes each need that holds by itself, by its number.
    undoing: BTreeMap<usize, BTreeSet<Lever>>,
}

impl PartialEq for Need {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Needs {
    fn need(&mut self, leaf: &Condition, stages: Vec<Stage>, kept: bool) -> Rc<Need> {
        let equal = |need: &&Rc<Need>| need.leaf == *leaf && need.stages == stages && need.kept == kept;
        if let Some(known) = self.0.iter().find(equal) {
            return Rc::clone(known);
        }
        let need = Rc::new(Need { id: self.0.len(), leaf: leaf.clone(), stages, kept });
        self.0.push(Rc::clone(&need));
        need
    }
}

impl<'a> Alternatives<'a> {
    pub(super) fn new(
        finder: Finder<'a>,
        sometimes: &'a dyn Fn(&Condition) -> bool,
        needs: &'a mut Needs,
    ) -> Self {
        Self { finder, sometimes, needs, obstacles: Vec::new(), undoing: BTreeMap::new() }
    }

    /// Every way to make a condition hold; one without needs where it does anyhow, none where nothing can.
    pub(super) fn of(&mut self, condition: &Condition) -> Vec<Way> {
        if (self.finder.holds)(condition) {
            return vec![self.kept(condition)];
        }
        match condition {
            Condition::Number { metric, bounds } => match bounds[..] {
                [bound] => self.of_bound(*metric, bound),
                _ => self.all(bounds.iter().map(|&bound| number(*metric, bound))),
            },
            Condition::Flag { .. } | Condition::Task(_) | Condition::Tier(_) => self.of_leaf(condition),
            Condition::Segment(id) => {
                let version = self.finder.version;
                match version.segment(*id) {
                    Some(segment) => self.of(&segment.when),
                    None => self.of_leaf(condition),
                }
            }
            Condition::All(parts) => self.all(parts.iter().cloned()),
            Condition::Any(parts) => self.any(parts),
            Condition::AtLeast { count, among } => self.at_least(*count as usize, among),
            Condition::Not(inner) => match opposite(inner) {
                Some(condition) => self.of(&condition),
                None => self.of_segment_not(inner).unwrap_or_else(|| self.of_leaf(condition)),
            },
        }
    }

    /// What holds by itself; a need only where it can be undone.
    fn kept(&mut self, condition: &Condition) -> Way {
        if self.finder.of_condition(condition, false).iter().all(Stage::is_empty) {
            return Vec::new();
        }
        let stages = self.finder.anew().of_condition(condition, true);
        let stages = stages.into_iter().filter(|stage| !stage.is_empty()).collect();
        vec![self.needs.need(condition, stages, true)]
    }

    /// Forgets of a way what holds by itself and nothing that the way may pull undoes.
    pub(super) fn without_idle(&mut self, way: Way) -> Way {
        if way.iter().all(|need| !need.kept) {
            return way;
        }
        let pulled: BTreeSet<Lever> =
            way.iter().flat_map(|need| need.stages.iter().flatten()).copied().collect();
        way.into_iter()
            .filter(|need| !need.kept || self.undoing(need).any(|lever| pulled.contains(lever)))
            .collect()
    }

    /// The levers that can make a need fail.
    fn undoing(&mut self, need: &Need) -> impl Iterator<Item = &Lever> {
        let finder = self.finder;
        let found = || finder.of_condition(&need.leaf, false).into_iter().flatten().collect();
        self.undoing.entry(need.id).or_insert_with(found).iter()
    }

    fn of_segment_not(&mut self, inner: &Condition) -> Option<Vec<Way>> {
        let Condition::Segment(id) = inner else { return None };
        let segment = self.finder.version.segment(*id)?;
        Some(self.of(&Condition::Not(Box::new(segment.when.clone()))))
    }

    fn all(&mut self, parts: impl Iterator<Item = Condition>) -> Vec<Way> {
        // All parts are looked at, so that every obstacle is told.
        let parts: Vec<_> = parts.map(|part| self.of(&part)).collect();
        parts.into_iter().fold(vec![Vec::new()], |before, ways| product(&before, &ways))
    }

    fn any(&mut self, parts: &[Condition]) -> Vec<Way> {
        let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
        for part in parts {
            for way in self.of(part) {
                if all.len() < MOST && seen.insert(ids(&way)) {
                    all.push(way);
                }
            }
        }
        all
    }

    fn at_least(&mut self, count: usize, among: &[Condition]) -> Vec<Way> {
        let (given, open): (Vec<_>, Vec<_>) =
            among.iter().partition(|condition| (self.finder.holds)(condition));
        // Of more than are asked for, one may be undone.
        let kept: Way = if given.len() <= count {
            given.iter().flat_map(|condition| self.kept(condition)).collect()
        } else {
            Vec::new()
        };
        let count = count.saturating_sub(given.len());
        let ways: Vec<_> = open.into_iter().map(|condition| self.of(condition)).collect();
        // What nothing can make hold is in no choice.
        let ways: Vec<_> = ways.into_iter().filter(|ways| !ways.is_empty()).collect();
        let mut all = Vec::new();
        for chosen in levers::choices(ways.len(), count, MOST) {
            let chosen = chosen.into_iter().map(|at| &ways[at]);
            all.extend(chosen.fold(vec![kept.clone()], |before, ways| product(&before, ways)));
            if all.len() >= MOST {
                break;
            }
        }
        all.truncate(MOST);
        all
    }

    /// A bound, through the metrics whose values jump: what they build on is asked for directly.
    fn of_bound(&mut self, id: MetricId, bound: Bound) -> Vec<Way> {
        match self.finder.version.metric(id).map(|metric| &metric.source) {
            Some(MetricSource::Count(conditions)) => match of_count(conditions, bound) {
                Some(condition) => self.of(&condition),
                None => self.of_leaf(&number(id, bound)),
            },
            Some(MetricSource::Steps { metric, table }) => {
                let ranges = ranges(*metric, table, bound);
                if ranges.is_empty() { self.of_leaf(&number(id, bound)) } else { self.any(&ranges) }
            }
            // Their figures move with what they are made of.
            None
            | Some(
                MetricSource::Input(_)
                | MetricSource::Sum(_)
                | MetricSource::Greatest(_)
                | MetricSource::Least(_)
                | MetricSource::Over { .. }
                | MetricSource::Earned { .. }
                | MetricSource::Held(_)
                | MetricSource::Since(_),
            ) => self.of_leaf(&number(id, bound)),
        }
    }

    fn of_leaf(&mut self, leaf: &Condition) -> Vec<Way> {
        let stages = self.finder.of_condition(leaf, true);
        let stages: Vec<_> = stages.into_iter().filter(|stage| !stage.is_empty()).collect();
        if stages.is_empty() {
            if (self.sometimes)(leaf) {
                return vec![vec![self.needs.need(leaf, stages, false)]];
            }
            let obstacle = Obstacle::Fixed { version: self.finder.version.from, condition: leaf.clone() };
            if !self.obstacles.contains(&obstacle) {
                self.obstacles.push(obstacle);
            }
            return Vec::new();
        }
        (0..stages.len())
            .map(|first| {
                let mut stages = stages.clone();
                stages[..=first].rotate_right(1);
                vec![self.needs.need(leaf, stages, false)]
            })
            .collect()
    }
}

/// The inputs that a way moves whatever happens: those of its first choices.
pub(super) fn moved(way: &Way) -> BTreeSet<MetricId> {
    choices(way).into_iter().flatten().flatten().map(|lever| lever.metric).collect()
}

/// The first choice for each of a way's needs.
pub(super) fn choices(way: &Way) -> Vec<Option<Stage>> {
    open(way).map(|need| need.stages.first().cloned()).collect()
}

/// What a way's needs ask about, whatever their thresholds.
pub(super) fn about(way: &Way) -> Vec<Option<MetricId>> {
    let metric = |leaf: &Condition| match leaf {
        Condition::Number { metric, .. } | Condition::Flag { metric, .. } => Some(*metric),
        _ => None,
    };
    let mut all: Vec<_> = open(way).map(|need| metric(&need.leaf)).collect();
    all.sort_unstable();
    all
}

/// What does not hold by itself.
fn open(way: &Way) -> impl Iterator<Item = &Rc<Need>> {
    way.iter().filter(|need| !need.kept)
}

/// What tells a way from others.
pub(super) fn ids(way: &Way) -> Vec<usize> {
    way.iter().map(|need| need.id).collect()
}

/// Each way of the one with each of the other, up to [`MOST`].
fn product(before: &[Way], more: &[Way]) -> Vec<Way> {
    let pairs = before.iter().flat_map(|way| more.iter().map(move |more| (way, more)));
    let both = |(way, more): (&Way, &Way)| {
        let mut way = way.clone();
        for need in more {
            if !way.contains(need) {
                way.push(Rc::clone(need));
            }
        }
        way
    };
    pairs.take(MOST).map(both).collect()
}

fn number(metric: MetricId, bound: Bound) -> Condition {
    Condition::Number { metric, bounds: vec![bound] }
}

/// What holds where a condition does not, without a negation; none for what has no opposite of its own.
fn opposite(condition: &Condition) -> Option<Condition> {
    let not = |condition: &Condition| Condition::Not(Box::new(condition.clone()));
    Some(match condition {
        Condition::Number { metric, bounds } => {
            let opposite = |bound: &Bound| Bound { side: bound.side.opposite(), ..*bound };
            Condition::Any(bounds.iter().map(|bound| number(*metric, opposite(bound))).collect())
        }
        Condition::Flag { metric, is } => Condition::Flag { metric: *metric, is: !is },
        Condition::Not(inner) => (**inner).clone(),
        Condition::All(parts) => Condition::Any(parts.iter().map(not).collect()),
        Condition::Any(parts) => Condition::All(parts.iter().map(not).collect()),
        Condition::AtLeast { count, among } => {
            let most = u32::try_from(among.len()).ok()? + 1;
            Condition::AtLeast { count: most.saturating_sub(*count), among: among.iter().map(not).collect() }
        }
        Condition::Segment(_) | Condition::Task(_) | Condition::Tier(_) => return None,
    })
}

/// A bound on a count as a condition on what is counted; none if no count is on its side.
fn of_count(conditions: &[Condition], bound: Bound) -> Option<Condition> {
    let most = u32::try_from(conditions.len()).ok()?;
    let mut fitting = (0..=most).filter(|&count| bound.holds(Number::from(count)));
    let at_least = |count| Condition::AtLeast { count, among: conditions.to_vec() };
    Some(if bound.is_lower() {
        at_least(fitting.next()?)
    } else {
        Condition::Not(Box::new(at_least(fitting.next_back()? + 1)))
    })
}

/// A bound on what a table says, as conditions on the metric that is looked up: in any of these ranges.
fn ranges(metric: MetricId, table: &[(Number, Number)], bound: Bound) -> Vec<Condition> {
    let mut ranges: Vec<(Option<Number>, Option<Number>)> = Vec::new();
    let ends = table.iter().map(|row| Some(row.0)).chain([None]);
    let starts = std::iter::once((None, Number::ZERO)).chain(table.iter().map(|row| (Some(row.0), row.1)));
    for ((start, value), end) in starts.zip(ends) {
        if !bound.holds(value) {
            continue;
        }
        match ranges.last_mut() {
            Some(last) if last.1 == start && start.is_some() => last.1 = end,
            _ => ranges.push((start, end)),
        }
    }
    let range = |(start, end): (Option<Number>, Option<Number>)| {
        let start = start.map(|value| Bound { side: Side::AtLeast, value });
        let end = end.map(|value| Bound { side: Side::Below, value });
        Condition::All(start.into_iter().chain(end).map(|bound| number(metric, bound)).collect())
    };
    ranges.into_iter().map(range).collect()
}
