//! The tier ladder.

use std::collections::BTreeSet;
use std::sync::Arc;

use rulebook::model::{self, Fall, Hold};

use super::merge::Found;
use super::scope::{Files, Lowered, Reported, Scope};
use crate::content::condition::{Asks, Condition};
use crate::content::kinds::{Metric, Part, Programme, Tier};
use crate::content::shapes::Ref;
use crate::diagnostics::{Message, Place};

/// The tiers of a version that could be read, lowest first. Two of one rank are reported.
pub(crate) fn ladder<'a>(files: &Files<'a>, report: &mut impl FnMut(Place, Message)) -> Vec<&'a str> {
    let mut ladder: Vec<(u32, &str)> = Vec::new();
    let mut read: Vec<_> = files.tiers.read().collect();
    // Of two, the newer one took the other's.
    read.sort_by_key(|(found, _)| found.is_new);
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
        let moved = !found.is_new;
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
        let files = self.files;
        let mut search = Search { files, seen: BTreeSet::new(), found: Vec::new() };
        for (found, record) in files.tiers.read() {
            for condition in [record.qualify.get(), record.keep.get()].into_iter().flatten() {
                search.condition(condition, found.file(), &format!("tier:{}", found.key));
            }
        }
        for (place, way) in search.found {
            self.report(place, Message::TierByTier { way });
        }
    }
}

/// Follows what conditions name, to where a tier is asked for.
struct Search<'a> {
    files: &'a Files<'a>,
    seen: BTreeSet<(&'static str, String)>,
    found: Vec<(Place, String)>,
}

impl Search<'_> {
    fn condition(&mut self, condition: &Condition, file: &Arc<str>, way: &str) {
        match &condition.asks {
            Asks::Tier(tier) => {
                let place = Place { file: Arc::clone(file), span: condition.span };
                self.found.push((place, format!("{way} → tier:{}", tier.value.0)));
            }
            Asks::Number { metric, .. } | Asks::Flag { metric, .. } => self.metric(&metric.value.0, way),
            Asks::Segment(segment) => {
                let found = self.files.segments.find(&segment.value.0);
                if let Some((found, record)) = found.and_then(|found| Some((found, found.record?)))
                    && let Some(when) = record.when.get()
                    && self.seen.insert(("segment", segment.value.0.clone()))
                {
                    self.condition(when, found.file(), &format!("{way} → segment:{}", segment.value.0));
                }
            }
            Asks::Task(task) => {
                let found = self.files.tasks.find(&task.value.0);
                if let Some((found, record)) = found.and_then(|found| Some((found, found.record?)))
                    && let Some(when) = record.when.get()
                    && self.seen.insert(("task", task.value.0.clone()))
                {
                    self.condition(when, found.file(), &format!("{way} → task:{}", task.value.0));
                }
            }
            Asks::All(all) | Asks::Any(all) | Asks::AtLeast(_, all) => {
                all.iter().for_each(|condition| self.condition(&condition.value, file, way));
            }
            Asks::Not(condition) => self.condition(condition, file, way),
        }
    }

    fn metric(&mut self, key: &str, way: &str) {
        let found = self.files.metrics.find(key);
        let Some((found, record)) = found.and_then(|found| Some((found, found.record?))) else { return };
        if !self.seen.insert(("metric", key.to_owned())) {
            return;
        }
        let way = format!("{way} → metric:{key}");
        let Metric { sum, greatest, least, over, steps, count, .. } = record;
        let named = |name: Option<&Ref<rulebook::MetricKey>>| name.map(|name| name.0.clone());
        let mut metrics: Vec<Option<String>> = Vec::new();
        for part in [sum.get(), greatest.get(), least.get()].into_iter().flatten().flatten() {
            metrics.push(match &part.value {
                Part::Metric(name) => Some(name.0.clone()),
                Part::Weighted(part) => named(part.metric.get()),
            });
        }
        metrics.push(over.get().and_then(|over| named(over.metric.get())));
        metrics.push(steps.get().and_then(|steps| named(steps.metric.get())));
        for metric in metrics.into_iter().flatten() {
            self.metric(&metric, &way);
        }
        for condition in count.get().into_iter().flatten() {
            self.condition(&condition.value, found.file(), &way);
        }
    }
}
