//! The tier ladder.

use std::collections::HashSet;
use std::sync::Arc;

use rulebook::model::{self, Fall, Hold};

use super::merge::{Found, Merged};
use super::scope::{Files, Lowered, Reported, Scope};
use crate::content::Kind;
use crate::content::condition::{Asks, Condition};
use crate::content::kinds::{Metric, Part, Programme, Tier};
use crate::diagnostics::{Location, Message};

/// The tiers of a version that could be read, lowest first. Two of one rank are reported.
pub(crate) fn ladder<'a>(files: &Files<'a>, report: &mut impl FnMut(Location, Message)) -> Vec<&'a str> {
    let mut ladder: Vec<(u32, &str)> = Vec::new();
    let mut read: Vec<_> = files.tiers.read().collect();
    // Of two, the newer one took the other's.
    read.sort_by_key(|(found, _)| files.is_new(found));
    for (found, record) in read {
        let Some(rank) = record.rank.spanned() else { continue };
        if let Some((_, other)) = ladder.iter().find(|(other, _)| *other == rank.value.0) {
            let (rank_text, other) = (rank.value.0.to_string(), (*other).to_owned());
            report(found.at(rank.span), Message::DuplicateRank { rank: rank_text, other });
            continue;
        }
        ladder.push((rank.value.0, found.key));
    }
    ladder.sort_unstable();
    ladder.into_iter().map(|(_, key)| key).collect()
}

impl Scope<'_> {
    /// All tiers, lowest first.
    pub(crate) fn tiers(&mut self, programme: Option<&Programme>) -> Vec<model::Tier> {
        let files = self.files;
        // With a tier that could not be read it is not known which one is the lowest.
        let whole = !files.tiers.incomplete && files.tiers.all.len() == self.ladder.len();
        let mut tiers = Vec::new();
        for (place, key) in self.ladder.clone().into_iter().enumerate() {
            let Some(found) = files.tiers.find(key) else { continue };
            let Some(record) = found.record else { continue };
            if whole {
                self.base_tier_rules(found, record, place);
            }
            tiers.extend(self.tier(found, record, place, programme));
        }
        tiers
    }

    /// Only the lowest tier is not qualified for and never held.
    fn base_tier_rules(&mut self, found: &Found<'_, Tier>, record: &Tier, place: usize) {
        let tier = found.key.to_owned();
        if place > 0 {
            if record.qualify.is_absent() && !record.has_unknown {
                let base = self.ladder[0].to_owned();
                self.report(found.at(record.span), Message::SecondBaseTier { tier, base });
            }
            return;
        }
        // Where an overlay removes what was below, the tier becomes the base tier, and that is no mistake.
        let moved = !self.files.is_new(found);
        if let (Some(span), false) = (record.qualify.span(), moved) {
            self.report(found.at(span), Message::NoBaseTier { tier });
        } else if let (Some(hold), false) = (record.hold.spanned(), moved)
            && hold.value.0 != Hold::None
        {
            self.report(found.at(hold.span), Message::BaseTierHold { tier });
        }
    }

    fn tier(
        &mut self,
        found: &Found<'_, Tier>,
        record: &Tier,
        place: usize,
        programme: Option<&Programme>,
    ) -> Lowered<model::Tier> {
        let file = found.file();
        let Tier { rank, qualify, keep, hold, grace, fall, .. } = record;
        let qualify = self.optional(qualify, file);
        let keep = self.optional(keep, file);
        let base = place == 0;
        let hold = hold.get().or_else(|| programme.and_then(|programme| programme.hold.get()));
        let grace = grace.get().or_else(|| programme.and_then(|programme| programme.grace.get()));
        let fall = fall.get().or_else(|| programme.and_then(|programme| programme.fall.get()));
        Ok(model::Tier {
            id: self.ids.tiers.find(found.key).ok_or(Reported)?,
            rank: rank.get().ok_or(Reported)?.0,
            qualify: if base { None } else { Some(qualify?.ok_or(Reported)?) },
            keep: keep?,
            hold: hold.filter(|_| !base).map_or(Hold::None, |hold| hold.0),
            grace: grace.map_or(0, |grace| grace.0),
            fall: fall.copied().unwrap_or(Fall::All),
        })
    }

    /// `qualify` and `keep` may not ask for a tier, directly or through what they name.
    pub(crate) fn no_tier_by_tier(&mut self) {
        let mut search =
            Search { files: self.files, seen: HashSet::new(), ways: Vec::new(), found: Vec::new() };
        for (found, record) in self.files.tiers.read() {
            let way = search.step(None, Kind::Tier, found.key);
            let conditions = [record.qualify.get(), record.keep.get()].into_iter().flatten();
            search.from(way, found.file(), conditions);
        }
        for (place, way) in search.found {
            self.report(place, Message::TierByTier { way });
        }
    }
}

/// Follows what conditions name, to where a tier is asked for. A way is followed with a list of its own instead of the
/// call stack, because metrics may build on each other thousands deep.
struct Search<'a> {
    files: &'a Files<'a>,
    seen: HashSet<(Kind, &'a str)>,
    /// What was come to, each with the place in this list of what names it.
    ways: Vec<(Option<usize>, Kind, &'a str)>,
    /// Where a tier is asked for, and the way there.
    found: Vec<(Location, String)>,
}

impl<'a> Search<'a> {
    fn step(&mut self, from: Option<usize>, kind: Kind, id: &'a str) -> usize {
        self.ways.push((from, kind, id));
        self.ways.len() - 1
    }

    /// The way to a tier.
    fn way(&self, last: usize, tier: &str) -> String {
        let mut way = vec![format!("{}:{tier}", Kind::Tier)];
        let mut at = Some(last);
        while let Some((from, kind, id)) = at.map(|at| self.ways[at]) {
            way.push(format!("{kind}:{id}"));
            at = from;
        }
        way.reverse();
        way.join(" → ")
    }

    /// Follows conditions, in their order and depth first.
    fn from(&mut self, way: usize, file: &Arc<str>, conditions: impl Iterator<Item = &'a Condition>) {
        let mut named = Vec::new();
        conditions.for_each(|condition| self.condition(condition, file, way, &mut named));
        let mut open: Vec<_> = named.into_iter().rev().map(|(kind, id)| (way, kind, id)).collect();
        while let Some((from, kind, id)) = open.pop() {
            if !self.seen.insert((kind, id)) {
                continue;
            }
            let way = self.step(Some(from), kind, id);
            let mut named = Vec::new();
            match kind {
                Kind::Segment => {
                    if let Some((found, record)) = read(&self.files.segments, id)
                        && let Some(when) = record.when.get()
                    {
                        self.condition(when, found.file(), way, &mut named);
                    }
                }
                Kind::Task => {
                    if let Some((found, record)) = read(&self.files.tasks, id)
                        && let Some(when) = record.when.get()
                    {
                        self.condition(when, found.file(), way, &mut named);
                    }
                }
                _ => {
                    if let Some((found, record)) = read(&self.files.metrics, id) {
                        named.extend(metrics_of(record).map(|id| (Kind::Metric, id)));
                        for condition in record.count.get().into_iter().flatten() {
                            self.condition(&condition.value, found.file(), way, &mut named);
                        }
                    }
                }
            }
            open.extend(named.into_iter().rev().map(|(kind, id)| (way, kind, id)));
        }
    }

    /// What a condition names goes to `named`; where it asks for a tier is found.
    fn condition(
        &mut self,
        condition: &'a Condition,
        file: &Arc<str>,
        way: usize,
        named: &mut Vec<(Kind, &'a str)>,
    ) {
        match &condition.asks {
            Asks::Tier(tier) => {
                let place = Location { file: Arc::clone(file), span: condition.span };
                let way = self.way(way, &tier.value.0);
                self.found.push((place, way));
            }
            Asks::Number { metric, .. } | Asks::Flag { metric, .. } => {
                named.push((Kind::Metric, &metric.value.0));
            }
            Asks::Segment(segment) => named.push((Kind::Segment, &segment.value.0)),
            Asks::Task(task) => named.push((Kind::Task, &task.value.0)),
            Asks::All(all) | Asks::Any(all) | Asks::AtLeast(_, all) => {
                all.iter().for_each(|condition| self.condition(&condition.value, file, way, named));
            }
            Asks::Not(condition) => self.condition(condition, file, way, named),
        }
    }
}

/// A record that could be read.
fn read<'f, 'a, T>(merged: &'f Merged<'a, T>, id: &str) -> Option<(&'f Found<'a, T>, &'a T)> {
    let found = merged.find(id)?;
    Some((found, found.record?))
}

/// The metrics that a metric is derived from, other than by conditions.
fn metrics_of(record: &Metric) -> impl Iterator<Item = &str> {
    // Every field is named, so that a new way of deriving a metric cannot be left out.
    #[rustfmt::skip]
    let Metric {
        sum, greatest, least, over, steps,
        // Their conditions are looked at beside this.
        count: _,
        // Currencies and facts lead to no tier.
        earned: _, held: _, since: _,
        name: _, summary: _, text: _, description: _, unit: _, effort: _, step: _, input: _, draft: _, aliases: _, span: _, has_unknown: _,
    } = record;
    let parts = [sum.get(), greatest.get(), least.get()].into_iter().flatten().flatten();
    let parts = parts.filter_map(|part| match &part.value {
        Part::Metric(name) => Some(name),
        Part::Weighted(part) => part.metric.get(),
    });
    let over = over.get().and_then(|over| over.metric.get());
    let steps = steps.get().and_then(|steps| steps.metric.get());
    parts.chain(over).chain(steps).map(|name| name.0.as_str())
}
