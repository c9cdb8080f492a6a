//! How far a customer is on the way to a tier: the tier's condition as a tree, each part with what it has reached.

use rulebook::model::{Bound, Condition, Side, Version};
use rulebook::{Facts, MetricId, Number, SegmentId, TaskId, TierId};

use super::state::Run;

/// Where a customer stands in a month, and what comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The highest tier that the month's figures qualify for.
    pub qualified: TierId,
    /// The tier above, both of this one and of the one in force, and the way to it; none at the top.
    pub next: Option<Way>,
    /// What keeps the tier in force, if the month's figures do not qualify for it.
    pub keep: Option<Way>,
}

/// A tier and what it asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// To which tier.
    pub tier: TierId,
    /// What it asks for.
    pub progress: Progress,
}

/// A condition and how far it is met.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Whether it holds.
    pub met: bool,
    /// The condition as the rules have it.
    pub rule: Condition,
    /// What it is.
    pub part: Part,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing<'a> {
    /// This.
    One(&'a Progress),
    /// Some of these, none of which is met.
    Choice {
        /// How many more.
        needed: usize,
        /// Of which.
        of: Vec<&'a Progress>,
    },
}

/// What a condition asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// That all parts hold.
    All(Vec<Progress>),
    /// That any part holds.
    Any(Vec<Progress>),
    /// That so many of the parts hold.
    AtLeast(u32, Vec<Progress>),
    /// That the part does not hold.
    Not(Box<Progress>),
    /// A number on one side of a bound.
    Number {
        /// Of what.
        metric: MetricId,
        /// What it is.
        value: Number,
        /// What it must be.
        bound: Bound,
        /// How far it is from the bound; 0 where it is on the right side, or at it.
        gap: Number,
    },
    /// A flag.
    Flag {
        /// Which.
        metric: MetricId,
        /// What it must be.
        is: bool,
    },
    /// A segment, with its own condition.
    Segment(SegmentId, Box<Progress>),
    /// A task; `None` for a hidden one that is not achieved, of which nothing is told.
    Task(Option<TaskId>),
    /// A tier in force.
    Tier(TierId),
}

/// Where the customer stands in one of a run's months.
pub fn standing(run: &Run, month: usize) -> Option<Standing> {
    let result = run.months().get(month)?;
    let version = &run.book().rules().versions[result.version];
    let month = Measured { version, facts: run.facts(month)?, qualified: run.qualified(month)? };
    let rung = |tier| version.rung(tier).unwrap_or(0);
    let (in_force, qualified) = (rung(result.tier), rung(month.qualified));

    let way =
        |rung: usize, rule: &Condition| Way { tier: version.ladder[rung].id, progress: month.progress(rule) };
    let next = in_force.max(qualified) + 1;
    let next = version.ladder.get(next).and_then(|tier| Some(way(next, tier.qualify.as_ref()?)));
    let tier = &version.ladder[in_force];
    let keep = (qualified < in_force).then(|| tier.keep.as_ref().or(tier.qualify.as_ref())).flatten();
    Some(Standing { qualified: month.qualified, next, keep: keep.map(|rule| way(in_force, rule)) })
}

/// A month of a run, of which it is asked how far conditions are met.
struct Measured<'a, F> {
    version: &'a Version,
    facts: F,
    qualified: TierId,
}

impl<F: Facts> Measured<'_, F> {
    fn progress(&self, condition: &Condition) -> Progress {
        let parts = |parts: &[Condition]| parts.iter().map(|part| self.progress(part)).collect();
        let part = match condition {
            Condition::All(all) => Part::All(parts(all)),
            Condition::Any(any) => Part::Any(parts(any)),
            Condition::AtLeast { count, among } => Part::AtLeast(*count, parts(among)),
            Condition::Not(not) => Part::Not(Box::new(self.progress(not))),
            Condition::Number { metric, bounds } => return self.bounds(*metric, bounds),
            Condition::Flag { metric, is } => Part::Flag { metric: *metric, is: *is },
            Condition::Segment(id) => match self.version.segment(*id) {
                Some(segment) => Part::Segment(*id, Box::new(self.progress(&segment.when))),
                None => Part::Any(Vec::new()),
            },
            Condition::Task(id) => {
                let hidden = self.version.tasks.iter().any(|task| task.id == *id && task.hidden);
                Part::Task((!hidden || self.facts.achieved(*id)).then_some(*id))
            }
            Condition::Tier(id) => Part::Tier(*id),
        };
        Progress { met: condition.holds(&self.facts), rule: condition.clone(), part }
    }

    fn bounds(&self, metric: MetricId, bounds: &[Bound]) -> Progress {
        let value = self.facts.metric(metric).number();
        let one = |&bound: &Bound| {
            let met = bound.holds(value);
            let gap = if met { Number::ZERO } else { distance(value, bound.value) };
            let rule = Condition::Number { metric, bounds: vec![bound] };
            Progress { met, rule, part: Part::Number { metric, value, bound, gap } }
        };
        if let [bound] = bounds {
            return one(bound);
        }
        let parts: Vec<_> = bounds.iter().map(one).collect();
        let rule = Condition::Number { metric, bounds: bounds.to_vec() };
        Progress { met: parts.iter().all(|part| part.met), rule, part: Part::All(parts) }
    }
}

impl Progress {
    /// The ways to meet it: the branches of an `any`, or the whole.
    pub fn alternatives(&self) -> &[Progress] {
        match &self.part {
            Part::Any(branches) if !branches.is_empty() => branches,
            _ => std::slice::from_ref(self),
        }
    }

    /// What of it is not met, as far as it can be told apart.
    pub fn missing(&self) -> Vec<Missing<'_>> {
        let met = |parts: &[Progress]| parts.iter().filter(|part| part.met).count();
        match &self.part {
            _ if self.met => Vec::new(),
            Part::All(parts) => parts.iter().flat_map(Self::missing).collect(),
            Part::Segment(_, within) if !within.met => within.missing(),
            Part::Any(parts) if !parts.is_empty() => vec![Missing::choice(1, parts)],
            Part::AtLeast(count, parts) => {
                vec![Missing::choice((*count as usize).saturating_sub(met(parts)), parts)]
            }
            _ => vec![Missing::One(self)],
        }
    }
}

impl<'a> Missing<'a> {
    fn choice(needed: usize, parts: &'a [Progress]) -> Self {
        Self::Choice { needed, of: parts.iter().filter(|part| !part.met).collect() }
    }
}

impl Part {
    /// How much of a lower bound is reached, as value and maximum of a bar; none for what has no bar.
    pub fn bar(&self) -> Option<(Number, Number)> {
        match *self {
            Self::Number {
                value, bound: Bound { side: Side::AtLeast | Side::Above, value: target }, ..
            } if target.is_positive() => Some((value.clamp(Number::ZERO, target), target)),
            _ => None,
        }
    }
}

fn distance(a: Number, b: Number) -> Number {
    // Two numbers in range that stand on the two sides of 0 may be further apart than a number can say.
    a.max(b).minus(a.min(b)).unwrap_or(b)
}
