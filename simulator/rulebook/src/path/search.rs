//! The least that the levers of a way must be moved, found by trying: the engine itself says what a try leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::HIGHEST;
use super::conflicts::contradict;
use super::least::{least, least_below};
use super::levers::{Lever, Stage};
use super::trial::{Months, Trials};
use super::ways::{Need, Way};
use crate::customer::{Inputs, Value};
use crate::ids::MetricId;
use crate::model::{Condition, Metric, MetricSource, Unit, Version};
use crate::number::{Number, Overflow, Sum};

/// How often the needs of a way are gone through, because what is done for one may undo another.
const ROUNDS: usize = 4;

/// After so many ways whose needs cannot be met together, the reason is looked for: it will often stand in others, too.
const PATIENCE: usize = 16;

/// What a way counts as work, beside what is tried for it.
const PER_WAY: u64 = 1_000;

/// By how many steps each input is moved; none stands with 0. A flag is moved by 1 or −1.
pub(super) type Moves = BTreeMap<MetricId, i64>;

/// A way that works, with what it takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) moves: Moves,
    pub(super) effort: Number,
    /// The month, counted from the first after the customer's last, in which the tier is in force for the first time.
    pub(super) in_force: u32,
    /// Whether it is the way's own conditions that bring the tier; else those of another alternative do as well.
    pub(super) own: bool,
}

/// Why a way leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Dead {
    /// This leaf is out of reach.
    Leaf(Condition),
    /// Each leaf is in reach, but not all of them in one month.
    Together,
    /// All of them can be met, but that does not bring the tier.
    NotInForce,
}

/// An input and how it moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Input {
    /// What the customer has.
    pub(super) from: Value,
    step: Number,
    effort: Number,
    /// How many steps it goes down and up.
    span: (i64, i64),
}

/// Tries ways.
pub(super) struct Search<'a, 'b> {
    trials: &'b mut Trials<'a>,
    inputs: BTreeMap<MetricId, Input>,
    /// What each need takes by itself, by its number, in these months; none where it is out of reach.
    alone: BTreeMap<(usize, Months), Option<Moves>>,
    /// How many ways had needs that cannot be met together.
    failures: usize,
    /// Pairs of needs, by their numbers, that were tried by themselves, and whether they cannot be met together.
    pairs: BTreeMap<(usize, usize), bool>,
    /// Pairs of needs, by their numbers, that cannot be met together.
    conflicts: BTreeSet<(usize, usize)>,
}

impl<'a, 'b> Search<'a, 'b> {
    /// `versions`: those of the months looked at, in order.
    pub(super) fn new(trials: &'b mut Trials<'a>, versions: &[Version]) -> Self {
        let mut inputs = BTreeMap::new();
        for version in versions {
            for metric in &version.metrics {
                let is_input = matches!(metric.source, MetricSource::Input(_)) && metric.unit != Unit::Date;
                if is_input && !inputs.contains_key(&metric.id) {
                    let own = trials.given().every(metric.id);
                    inputs.insert(metric.id, Input::new(metric, own));
                }
            }
        }
        let (alone, pairs, conflicts) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        Self { trials, inputs, alone, failures: 0, pairs, conflicts }
    }

    /// Counts the work that alternatives take before any of them is tried.
    pub(super) fn consider(&mut self, ways: usize) {
        self.trials.spend(PER_WAY.saturating_mul(ways as u64));
    }

    /// How many months were evaluated.
    pub(super) fn evaluated(&self) -> u64 {
        self.trials.evaluated()
    }

    /// Whether the work that may be done is done. What was found last is of no use then.
    pub(super) fn is_exhausted(&self) -> bool {
        self.trials.is_exhausted()
    }

    /// The option of least effort that a way gives, the tier being reviewed in one of these months; the earliest of
    /// several.
    pub(super) fn best(&mut self, way: &Way, reviews: Months) -> Result<Found, Dead> {
        if contradict(way) || self.has_conflict(way) {
            return Err(self.why_never_together(way, reviews));
        }
        let found = self.tried(way, reviews);
        if found == Err(Dead::Together) && !self.is_exhausted() {
            self.failures += 1;
            if self.failures > PATIENCE && way.len() > 2 {
                self.learn(way, reviews);
            }
        }
        found
    }

    fn has_conflict(&self, way: &Way) -> bool {
        let known =
            |at: usize| way[at + 1..].iter().any(|other| self.conflicts.contains(&pair(&way[at], other)));
        !self.conflicts.is_empty() && (0..way.len()).any(known)
    }

    /// Of needs that cannot be met together one may be out of reach even by itself.
    fn why_never_together(&mut self, way: &Way, months: Months) -> Dead {
        let unreachable = way.iter().find(|need| !need.kept && self.alone(need, months).is_none());
        unreachable.map_or(Dead::Together, |need| Dead::Leaf(need.leaf.clone()))
    }

    /// Looks for two needs of a way that already exclude each other, so that other ways with both need not be tried.
    fn learn(&mut self, way: &Way, reviews: Months) {
        for (at, first) in way.iter().enumerate() {
            for second in &way[at + 1..] {
                let pair = pair(first, second);
                if self.pairs.contains_key(&pair) {
                    continue;
                }
                let both = vec![Rc::clone(first), Rc::clone(second)];
                let excluded = self.tried(&both, reviews) == Err(Dead::Together);
                if self.is_exhausted() {
                    return;
                }
                self.pairs.insert(pair, excluded);
                if excluded {
                    self.conflicts.insert(pair);
                    return;
                }
            }
        }
    }

    fn tried(&mut self, way: &Way, reviews: Months) -> Result<Found, Dead> {
        let (moves, in_force) = self.satisfy(way, reviews)?;
        let mut together = in_force.is_some();
        if let Some(found) = in_force.and_then(|in_force| self.refined(way, moves.clone(), in_force)) {
            return Ok(found);
        }
        // What is least for one need in one month, and for another in another, is weighed month by month.
        let least = self.effort(&moves);
        let mut best: Option<Found> = None;
        for month in reviews.each().map(Months::one) {
            let Ok((moves, Some(in_force))) = self.satisfy(way, month) else { continue };
            together = true;
            let Some(found) = self.refined(way, moves, in_force) else { continue };
            if best.as_ref().is_none_or(|best| found.effort < best.effort) {
                best = Some(found);
            }
            if best.as_ref().is_some_and(|best| best.effort <= least) {
                break;
            }
        }
        best.ok_or(if together { Dead::NotInForce } else { Dead::Together })
    }

    /// Moves that make every need hold in one of these months, each by as little as can be; and, if there is a month in
    /// which they all do, the months in which the tier is then in force, as far as they were looked at.
    fn satisfy(&mut self, way: &Way, months: Months) -> Result<(Moves, Option<Months>), Dead> {
        let leaves: Vec<_> = way.iter().map(|need| &need.leaf).collect();
        let mut moves = Moves::new();
        for need in way {
            for (metric, steps) in self.alone(need, months).into_iter().flatten() {
                let further = moves.get(&metric).copied().filter(|other: &i64| other.abs() > steps.abs());
                moves.insert(metric, further.unwrap_or(steps));
            }
        }
        for _ in 0..ROUNDS {
            let seen = self.trials.run_until_met(&self.values(&moves), &leaves, months);
            let mut joint = months;
            for holding in &seen.holding {
                joint = joint.and(*holding);
            }
            if !joint.is_empty() {
                return Ok((moves, Some(seen.in_force)));
            }
            let open = way.iter().zip(&seen.holding).filter(|(_, holding)| months.and(**holding).is_empty());
            let open: Vec<_> = open.map(|(need, _)| need).collect();
            if open.is_empty() {
                return Ok((moves, None));
            }
            for need in open {
                moves = match self.meet(need, &moves, months) {
                    Some(moves) => moves,
                    None if need.kept => return Ok((moves, None)),
                    None => return Err(Dead::Leaf(need.leaf.clone())),
                };
            }
        }
        Ok((moves, None))
    }

    /// What a need takes if nothing else moves.
    fn alone(&mut self, need: &Need, months: Months) -> Option<Moves> {
        if let Some(moves) = self.alone.get(&(need.id, months)) {
            return moves.clone();
        }
        let (holds, _) = self.trials.gap(&Inputs::new(), &need.leaf, months);
        let moves = if holds { Some(Moves::new()) } else { self.meet(need, &Moves::new(), months) };
        self.alone.insert((need.id, months), moves.clone());
        moves
    }

    /// Pulls a need's levers, the first choice first, until its leaf holds in one of the months; none if it never does.
    /// What held by itself has no first choice, and takes back nothing that another need has pulled.
    fn meet(&mut self, need: &Need, moves: &Moves, months: Months) -> Option<Moves> {
        let mut full = moves.clone();
        let mut pulled: Vec<&Stage> = Vec::new();
        let against =
            |lever: &Lever| moves.get(&lever.metric).is_some_and(|steps| lever.up != steps.is_positive());
        let mut rest: Vec<&Stage> = need.stages.iter().collect();
        rest.retain(|stage| !(need.kept && stage.iter().any(against)));
        while !rest.is_empty() {
            if pulled.is_empty() && !need.kept {
                let first = rest.remove(0);
                self.pull(&mut full, first);
                pulled.push(first);
                if let Some(found) = self.reduced(need, moves, &full, &pulled, months) {
                    return Some(found);
                }
                continue;
            }
            // The next by effort: of those that suffice the easiest, else the one whose steps are easiest.
            rest.sort_by_key(|stage| self.ease(stage));
            let mut best: Option<(Number, Moves)> = None;
            for &stage in &rest {
                let mut full = full.clone();
                self.pull(&mut full, stage);
                if let Some((least, _)) = &best {
                    // What takes more than the best so far need not be worked out.
                    self.hold_back(&mut full, stage, *least);
                    if !self.trials.gap(&self.values(&full), &need.leaf, months).0 {
                        continue;
                    }
                }
                let mut pulled = pulled.clone();
                pulled.push(stage);
                if let Some(found) = self.reduced(need, moves, &full, &pulled, months) {
                    let effort = self.effort(&found);
                    if best.as_ref().is_none_or(|(least, _)| effort < *least) {
                        best = Some((effort, found));
                    }
                }
            }
            if let Some((_, found)) = best {
                return Some(found);
            }
            let next = rest.remove(0);
            self.pull(&mut full, next);
            pulled.push(next);
        }
        None
    }

    /// With some stages pulled as far as they go: each lever taken back as far as the leaf allows, the last first.
    /// None if the leaf does not hold even so.
    fn reduced(
        &mut self,
        need: &Need,
        before: &Moves,
        full: &Moves,
        pulled: &[&Stage],
        months: Months,
    ) -> Option<Moves> {
        let mut moves = full.clone();
        let first = |lever: &&Lever, at: usize| !pulled[..at].iter().any(|stage| stage.contains(lever));
        let each = pulled.iter().enumerate().rev();
        // What an earlier stage pulls as well is of its choice.
        for lever in each.flat_map(|(at, stage)| stage.iter().filter(move |lever| first(lever, at))) {
            let from = before.get(&lever.metric).copied().unwrap_or(0);
            moves = self.least(need, &moves, lever.metric, from, months)?;
        }
        Some(moves)
    }

    /// The least move of one input away from `from` with which a leaf holds.
    fn least(
        &mut self,
        need: &Need,
        moves: &Moves,
        metric: MetricId,
        from: i64,
        months: Months,
    ) -> Option<Moves> {
        let end = moves.get(&metric).copied().unwrap_or(0);
        let (way, span) = ((end - from).signum(), (end - from).abs());
        let found = least(span, &mut |distance| {
            let values = self.values(&with(moves, metric, from + way * distance));
            self.trials.gap(&values, &need.leaf, months)
        })?;
        Some(with(moves, metric, from + way * found))
    }

    /// What is left of moves after taking back all that the tier does not need, and when it is in force.
    fn refined(&mut self, way: &Way, mut moves: Moves, in_force: Months) -> Option<Found> {
        let leaves: Vec<_> = way.iter().map(|need| &need.leaf).collect();
        let mut in_force = in_force.first()?;
        loop {
            let before = moves.clone();
            let mut order: Vec<_> = moves.keys().copied().collect();
            order.sort_by_key(|&metric| std::cmp::Reverse(self.inputs[&metric].effort));
            for metric in order {
                let now = moves[&metric];
                let kept = least_below(now.abs(), &mut |steps| {
                    self.is_in_force(&with(&moves, metric, now.signum() * steps), in_force)
                });
                moves = with(&moves, metric, now.signum() * kept);
            }
            let seen = self.trials.run(&self.values(&moves), &leaves, in_force + 1);
            let first = seen.in_force.first()?;
            if moves == before && first == in_force {
                let review = in_force.checked_sub(1);
                let met = |review| seen.holding.iter().all(|holding| holding.contains(review));
                let own = review.is_some_and(met);
                return Some(Found { effort: self.effort(&moves), moves, in_force, own });
            }
            in_force = first;
        }
    }

    fn is_in_force(&mut self, moves: &Moves, month: u32) -> bool {
        self.trials.run(&self.values(moves), &[], month + 1).in_force.contains(month)
    }

    /// Pulls levers as far as they go.
    fn pull(&mut self, moves: &mut Moves, stage: &Stage) {
        for &Lever { metric, up } in stage {
            let Some(input) = self.inputs.get(&metric) else { continue };
            let end = if up { input.span.1 } else { -input.span.0 };
            *moves = with(moves, metric, end);
        }
    }

    /// Keeps each of a stage's levers within an effort.
    fn hold_back(&self, moves: &mut Moves, stage: &Stage, effort: Number) {
        for &Lever { metric, .. } in stage {
            let each = self.inputs.get(&metric).map_or(Number::ZERO, |input| input.effort);
            if let Some(&steps) = moves.get(&metric).filter(|_| each.is_positive()) {
                let most = i64::try_from(effort.scaled() / each.scaled()).unwrap_or(i64::MAX);
                *moves = with(moves, metric, steps.clamp(-most, most));
            }
        }
    }

    /// The sum of the steps' efforts; the largest there is, if it is larger.
    pub(super) fn effort(&self, moves: &Moves) -> Number {
        let each = moves.iter().map(|(metric, &steps)| {
            Number::from_scaled(i128::from(steps.abs()) * Number::ONE.scaled())?
                .product(self.inputs[metric].effort)
        });
        let sum = each.collect::<Result<Sum, Overflow>>();
        sum.and_then(Sum::total).unwrap_or(Number::MAX)
    }

    fn ease(&self, stage: &Stage) -> Number {
        let hardest =
            stage.iter().filter_map(|lever| self.inputs.get(&lever.metric)).map(|input| input.effort);
        hardest.max().unwrap_or(Number::ZERO)
    }

    /// The inputs that moves come to.
    pub(super) fn values(&self, moves: &Moves) -> Inputs {
        moves.iter().map(|(&metric, &steps)| (metric, self.inputs[&metric].moved(steps))).collect()
    }

    /// What the customer has of an input.
    pub(super) fn from(&self, metric: MetricId) -> Value {
        self.inputs[&metric].from
    }
}

impl Found {
    /// Whether another moves no input more, and none that this one does not.
    pub(super) fn is_more_than(&self, other: &Self) -> bool {
        let covers = |(metric, &steps): (&MetricId, &i64)| {
            self.moves
                .get(metric)
                .is_some_and(|&own| own.signum() == steps.signum() && own.abs() >= steps.abs())
        };
        self.moves != other.moves && other.moves.iter().all(covers)
    }
}

impl Input {
    fn new(metric: &Metric, own: Option<Value>) -> Self {
        let effort = metric.effort.unwrap_or(Number::ONE);
        if metric.unit == Unit::Flag {
            let from = own == Some(Value::Flag(true));
            let span = (i64::from(from), i64::from(!from));
            return Self { from: Value::Flag(from), step: Number::ONE, effort, span };
        }
        let step = metric.step.filter(|step| step.is_positive()).unwrap_or(match metric.unit {
            Unit::Money => Number::CENT,
            _ => Number::ONE,
        });
        let from = match own {
            Some(Value::Number(number)) => number,
            _ => Number::ZERO,
        };
        let steps = |units: i128| i64::try_from(units.max(0) / step.scaled()).unwrap_or(i64::MAX / 2);
        let down = steps(from.scaled());
        let up = steps(Number::from(HIGHEST).scaled() - from.scaled());
        Self { from: Value::Number(from), step, effort, span: (down, up) }
    }

    /// So many steps away from what the customer has.
    fn moved(self, steps: i64) -> Value {
        match self.from {
            Value::Flag(from) => Value::Flag(from != (steps != 0)),
            Value::Number(from) => {
                let units = from.scaled() + i128::from(steps) * self.step.scaled();
                Value::Number(Number::from_scaled(units).unwrap_or(from))
            }
            date @ Value::Date(_) => date,
        }
    }
}

/// Two needs, whichever comes first.
fn pair(a: &Need, b: &Need) -> (usize, usize) {
    (a.id.min(b.id), a.id.max(b.id))
}

fn with(moves: &Moves, metric: MetricId, steps: i64) -> Moves {
    let mut moves = moves.clone();
    if steps == 0 {
        moves.remove(&metric);
    } else {
        moves.insert(metric, steps);
    }
    moves
}
