//! The ways up: what is the least that a customer must change for a tier to be in force, and when it would be.
//!
//! The rules say where to look: the alternatives of a tier's condition ([`ways`]) and the inputs under each of its
//! figures ([`levers`]). How far an input must be moved is then found by trying ([`search`]): the engine itself is run
//! on from the customer's last month ([`trial`]), so that no option can promise what the rules do not give.

mod conflicts;
mod least;
mod levers;
mod outlook;
mod prospect;
mod search;
mod trial;
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::{Customer, Value};
use crate::engine::{RunInputs, State};
use crate::ids::{MetricId, TierId};
use crate::model::{Condition, Version};
use crate::number::Number;
use crate::result::RunError;
use crate::session::Session;

pub(crate) use least::least;
use levers::{Finder, Stage};
use search::{Dead, Found, Search};
use trial::{HORIZON, Months, Trials};

pub use trial::Work;
use ways::{Alternatives, Needs, Way};

pub use outlook::{Gain, Outlook, Staying};
pub use prospect::Prospect;

/// Values up to this are looked at.
pub(crate) const HIGHEST: u32 = 1_000_000_000;

/// The answer to "how do I get there?".
#[derive(Clone, Debug, PartialEq)]
pub struct Paths {
    /// Where to.
    pub target: TierId,
    /// The first month in which something can change: the one after the customer's last.
    pub from: Month,
    /// By effort, then by month. One without changes where nothing need change.
    pub options: Vec<PathOption>,
    /// What no input can change.
    pub impossible: Vec<Obstacle>,
    /// Whether all alternatives were looked at.
    pub coverage: Coverage,
}

/// How far the alternatives of a tier were looked at. What is said of those that were looked at is right either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All of them, up to 1,000 of a tier's condition.
    Complete,
    /// Not all: the rules leave so many alternatives, or such as exclude one another, that the search was ended.
    Partial,
}

/// One way to have a tier in force.
#[derive(Clone, Debug, PartialEq)]
pub struct PathOption {
    /// By metric.
    pub changes: Vec<Change>,
    /// The sum of the changes in steps of their metrics, each step times its metric's effort; a flag is one step.
    pub effort: Number,
    /// The first month in which the tier, or a higher one, is in force.
    pub in_force: Month,
}

/// An input that must change, from the month after the customer's last on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Which; a number or a flag.
    pub metric: MetricId,
    /// What the customer has.
    pub from: Value,
    /// What it takes.
    pub to: Value,
}

/// Why there is no way, or not that way.
#[derive(Clone, Debug, PartialEq)]
pub enum Obstacle {
    /// No version of the months looked at has the tier.
    NoSuchTier,
    /// Nothing that the customer enters makes this hold, and time alone does not either.
    Fixed {
        /// The version whose condition it is.
        version: Month,
        /// A leaf of the tier's condition.
        condition: Condition,
    },
    /// Whatever the customer enters, up to 10^9, this is not reached in the months looked at.
    OutOfReach {
        /// The version whose condition it is.
        version: Month,
        /// A leaf of the tier's condition.
        condition: Condition,
    },
    /// Each of these can be reached, but not all of them in one month.
    NotTogether {
        /// The version whose conditions they are.
        version: Month,
        /// Leaves of the tier's condition.
        conditions: Vec<Condition>,
    },
    /// The conditions can be met, but another rule keeps the tier from being in force.
    NotInForce,
}

/// What is asked of a search: a tier, from a month on, and the reviews that may bring it.
#[derive(Clone, Copy)]
struct Goal {
    target: TierId,
    since: u32,
    reviews: Months,
    /// Whether the condition to keep the tier counts, too.
    keeps: bool,
    work: Work,
}

impl RuleBook {
    /// The ways for a customer to have a tier in force after the last month: [`Prospect::paths`].
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::{Change, Number, RuleBook, RunError, Value};
    /// # use card::{customer, rules};
    ///
    /// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    /// let ids = &book.rules().ids;
    /// let gold = ids.tiers.find("gold").expect("in the table");
    /// let balance = ids.metrics.find("balance").expect("in the table");
    ///
    /// let paths = book.paths(&customer(ids, 20_000), gold)?;
    /// let [option] = &paths.options[..] else { panic!("there is one way") };
    /// let [from, to] = [20_000, 50_000].map(|amount| Value::Number(Number::from(amount)));
    /// assert_eq!(option.changes, [Change { metric: balance, from, to }]);
    /// // The customer's last month is March: April is reviewed at its end.
    /// assert_eq!(option.in_force.to_string(), "2026-05");
    /// # Ok::<(), RunError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What ends the customer's own run.
    pub fn paths(&self, customer: &Customer, target: TierId) -> Result<Paths, RunError> {
        Ok(Session::open(self, customer.clone())?.prospect_after_all().paths(target))
    }
}

impl Prospect<'_> {
    /// The ways to have a tier (or a higher one) in force within 24 months, inputs being kept up as in every month, with
    /// the option's changes.
    pub fn paths(&self, target: TierId) -> Paths {
        self.paths_within(target, Work::DEFAULT)
    }

    /// The ways to have a tier (or a higher one) in force within 24 months, as far as so much work finds them.
    pub fn paths_within(&self, target: TierId, work: Work) -> Paths {
        let goal = Goal { target, since: 0, reviews: Months::ALL, keeps: false, work };
        let Searched { options, impossible, coverage } = self.search(goal);
        Paths { target, from: self.first(), options, impossible, coverage }
    }

    fn search(&self, goal: Goal) -> Searched {
        let (book, given, state) = (self.book, &self.steady, &self.state);
        let unchanged = &self.unchanged().states[..];
        let mut trials = Trials::new(book, state, given, goal.target, goal.since, goal.work);
        let option = |search: &Search, found: &Found| {
            let values = search.values(&found.moves);
            let change = |(metric, to)| Change { metric, from: search.from(metric), to };
            PathOption {
                changes: values.into_iter().map(change).collect(),
                effort: found.effort,
                in_force: later(state.month(), found.in_force),
            }
        };
        let versions = book.versions_from(state.month());
        let in_force = unchanged.iter().zip(0..).find(|&(state, month)| trials.is_in_force(month, state));
        let mut search = Search::new(&mut trials, versions);
        if let Some((_, in_force)) = in_force {
            let moves = search::Moves::new();
            let nothing = Found { moves, effort: Number::ZERO, in_force, own: true };
            let options = vec![option(&search, &nothing)];
            return Searched { options, impossible: Vec::new(), coverage: Coverage::Complete };
        }

        let mut results = Results::default();
        let mut needs = Needs::default();
        let mut has_tier = false;
        for version in versions {
            let reviews = book.reviews(version, state.month(), unchanged.len(), goal.reviews);
            let place = book.reaching(goal.target, version);
            has_tier |= place < version.ladder.len();
            if reviews.is_empty() || search.is_exhausted() {
                continue;
            }
            let tiers = version.ladder[place..].iter().enumerate();
            for (above, tier) in tiers {
                let keep = tier.keep.iter().filter(|_| goal.keeps && tier.id == goal.target);
                let conditions: Vec<_> = tier.qualify.iter().chain(keep).collect();
                let month = Looking { book, version, given, unchanged, reviews };
                results.look(&mut search, &mut needs, &month, &conditions, above);
            }
        }
        let coverage = if search.is_exhausted() { Coverage::Partial } else { Coverage::Complete };
        self.meter.add(search.evaluated());
        let options = results.ranked().into_iter().map(|found| option(&search, &found));
        // What is found with the rules that tiers build on must not fail in another one.
        let options: Vec<_> = options.filter(|option| self.reaches(option)).collect();
        if !has_tier {
            results.impossible.push(Obstacle::NoSuchTier);
        } else if options.is_empty() && results.impossible.is_empty() && coverage == Coverage::Complete {
            results.impossible.push(Obstacle::NotInForce);
        }
        Searched { options, impossible: results.impossible, coverage }
    }
}

impl RuleBook {
    /// The lowest place on a version's ladder that is as good as a tier: its own, or, where the version lacks it, that of
    /// the next rank above the one that it has in the nearest version. Beyond the ladder if there is none.
    pub(crate) fn reaching(&self, tier: TierId, version: &Version) -> usize {
        let rank = |version: &Version| version.rung(tier).map(|place| version.ladder[place].rank);
        let versions = &self.rules().versions;
        let at = self.version_at(version.from);
        let nearest = versions[at..].iter().chain(versions[..at].iter().rev()).find_map(rank);
        let found = nearest.and_then(|rank| version.ladder.iter().position(|tier| tier.rank >= rank));
        found.unwrap_or(version.ladder.len())
    }

    /// Whether a tier, or one as good, was in force in the last month evaluated.
    fn has(&self, tier: TierId, state: &State) -> bool {
        let version = self.version(state.month().plus(-1));
        state.rung() >= self.reaching(tier, version)
    }

    /// The versions of the months looked at.
    fn versions_from(&self, first: Month) -> &[Version] {
        &self.rules().versions[self.version_at(first)..=self.version_at(later(first, HORIZON - 1))]
    }

    /// The months with a review under a version after which there is a month that is looked at.
    fn reviews(&self, version: &Version, first: Month, known: usize, wanted: Months) -> Months {
        let mut reviews = Months::default();
        let known = u32::try_from(known).unwrap_or(HORIZON);
        for month in (0..(HORIZON - 1).min(known)).filter(|&month| wanted.contains(month)) {
            let at = later(first, month);
            if self.version(at).from == version.from && version.review.ends_in(at, self.rules().year_starts) {
                reviews.add(month);
            }
        }
        reviews
    }
}

impl PathOption {
    /// What the customer brings, with the changes.
    fn tried(&self, given: &RunInputs) -> RunInputs {
        let mut given = given.clone();
        self.changes.iter().for_each(|change| given.set_every(change.metric, change.to));
        given
    }
}

/// What a search has come to, in the order in which it is told.
struct Searched {
    options: Vec<PathOption>,
    impossible: Vec<Obstacle>,
    coverage: Coverage,
}

/// Where a tier's alternatives are looked for.
struct Looking<'a> {
    book: &'a RuleBook,
    version: &'a Version,
    given: &'a RunInputs,
    /// The states at the end of each month if nothing changes.
    unchanged: &'a [State],
    reviews: Months,
}

/// What a search has come to so far.
#[derive(Default)]
struct Results {
    found: Vec<Kept>,
    /// Where in the list an alternative stands.
    at: BTreeMap<Likeness, usize>,
    impossible: Vec<Obstacle>,
}

/// What an alternative takes.
struct Kept {
    /// The version whose alternative it is.
    version: Month,
    leaves: Vec<Condition>,
    found: Found,
}

/// What an alternative is known by in every version, whatever its thresholds there.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// How many places above the target its tier is.
    above: usize,
    about: Vec<Option<MetricId>>,
    choices: Vec<Option<Stage>>,
    /// How many of the same version before it are the same in all this.
    turn: usize,
}

impl Likeness {
    /// `before` counts how many of the same version were alike.
    fn new(above: usize, way: &Way, before: &mut BTreeMap<Self, usize>) -> Self {
        let first = Self { above, about: ways::about(way), choices: ways::choices(way), turn: 0 };
        let count = before.entry(first.clone()).or_default();
        *count += 1;
        Self { turn: *count - 1, ..first }
    }
}

impl Results {
    /// Looks for the alternatives of a tier's conditions. Of a tier above the target only what moves other inputs than
    /// the options at hand is looked at, and what is out of reach is not told.
    fn look(
        &mut self,
        search: &mut Search<'_, '_>,
        needs: &mut Needs,
        at: &Looking<'_>,
        conditions: &[&Condition],
        above: usize,
    ) {
        if search.is_exhausted() {
            return;
        }
        let holds_in = |condition: &Condition, month: u32| {
            at.unchanged.get(month as usize).is_some_and(|state| condition.holds(&at.book.facts(state)))
        };
        let holds = |condition: &Condition| at.reviews.each().all(|month| holds_in(condition, month));
        let sometimes = |condition: &Condition| at.reviews.each().any(|month| holds_in(condition, month));
        let finder = Finder::new(at.version, at.given, &holds);
        let mut alternatives = Alternatives::new(finder, &sometimes, needs);
        let ways: Vec<Way> = conditions.iter().flat_map(|condition| alternatives.of(condition)).collect();
        let ways: Vec<Way> = ways.into_iter().map(|way| alternatives.without_idle(way)).collect();
        search.consider(ways.len());
        let version = at.version.from;
        let mut obstacles = alternatives.obstacles;
        let mut dead: Vec<Condition> = Vec::new();
        let mut looked = BTreeMap::new();
        // Equal ways differ in their turn only.
        let mut answers: BTreeMap<Vec<usize>, Result<Found, Dead>> = BTreeMap::new();
        for way in ways {
            let likeness = Likeness::new(above, &way, &mut looked);
            if way.iter().any(|need| dead.contains(&need.leaf)) || (above > 0 && self.knows(&way)) {
                continue;
            }
            let leaves: Vec<_> = way.iter().map(|need| need.leaf.clone()).collect();
            let answer =
                answers.entry(ways::ids(&way)).or_insert_with(|| search.best(&way, at.reviews)).clone();
            if search.is_exhausted() {
                break;
            }
            match answer {
                Ok(found) => self.keep(likeness, Kept { version, leaves, found }),
                Err(Dead::Leaf(condition)) => {
                    dead.push(condition.clone());
                    obstacles.push(Obstacle::OutOfReach { version, condition });
                }
                Err(Dead::Together) => {
                    obstacles.push(Obstacle::NotTogether { version, conditions: leaves });
                }
                // Told if there is no other way.
                Err(Dead::NotInForce) => (),
            }
        }
        // With other choices the same conditions may be met together.
        let met = |obstacle: &Obstacle| match obstacle {
            Obstacle::NotTogether { version, conditions } => {
                self.found.iter().any(|kept| kept.version == *version && kept.leaves == *conditions)
            }
            _ => false,
        };
        obstacles.retain(|obstacle| above == 0 && !met(obstacle));
        for obstacle in obstacles {
            if !self.impossible.iter().any(|other| other.is_like(&obstacle)) {
                self.impossible.push(obstacle);
            }
        }
    }

    /// Whether a way moves whatever an option at hand moves.
    fn knows(&self, way: &Way) -> bool {
        let moved = ways::moved(way);
        let mut founds = self.found.iter().map(|kept| &kept.found);
        founds.any(|found| found.moves.keys().all(|metric| moved.contains(metric)))
    }

    /// Keeps the easiest of what one alternative takes in the versions that have it; the earliest of equals.
    fn keep(&mut self, likeness: Likeness, kept: Kept) {
        match self.at.get(&likeness) {
            Some(&at) if self.found[at].found.effort <= kept.found.effort => (),
            Some(&at) => self.found[at] = kept,
            None => {
                self.at.insert(likeness, self.found.len());
                self.found.push(kept);
            }
        }
    }

    /// By effort, each once. What another way brings with less is no option of its own.
    fn ranked(&self) -> Vec<Found> {
        let mut ranked: Vec<Found> = self.found.iter().map(|kept| kept.found.clone()).collect();
        ranked.sort_by(|a, b| {
            let key = |found: &Found| (found.effort, found.in_force, !found.own);
            key(a).cmp(&key(b)).then_with(|| a.moves.cmp(&b.moves))
        });
        let all = ranked.clone();
        ranked.retain(|found| found.own || !all.iter().any(|other| found.is_more_than(other)));
        let mut seen = BTreeSet::new();
        ranked.retain(|found| seen.insert(found.moves.clone()));
        ranked
    }
}

impl Obstacle {
    /// Whether it says the same, of whatever version.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed { condition: a, .. }, Self::Fixed { condition: b, .. })
            | (Self::OutOfReach { condition: a, .. }, Self::OutOfReach { condition: b, .. }) => a == b,
            (Self::NotTogether { conditions: a, .. }, Self::NotTogether { conditions: b, .. }) => a == b,
            _ => self == other,
        }
    }
}

/// So many months later.
fn later(month: Month, months: u32) -> Month {
    month.plus(i32::try_from(months).expect("a few years"))
}
