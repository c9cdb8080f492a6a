//! Tiers of a ladder, and what differs by tier.

use std::ops::Range;

use rulebook::TierId;
use rulebook::model::{ByTier, Version};

use crate::speaker::Speaker;

/// Neighbouring tiers that have the same of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<T> {
    /// Their places on the ladder, lowest first; not empty.
    pub places: Range<usize>,
    /// What each of them has.
    pub value: T,
}

impl<T: Clone + PartialEq> Run<T> {
    /// Puts neighbours with equal values together, lowest tiers first.
    pub fn of(values: impl IntoIterator<Item = T>) -> Vec<Self> {
        let mut runs: Vec<Self> = Vec::new();
        for (place, value) in values.into_iter().enumerate() {
            match runs.last_mut() {
                Some(run) if run.value == value => run.places.end = place + 1,
                _ => runs.push(Self { places: place..place + 1, value }),
            }
        }
        runs
    }

    /// Puts neighbouring tiers with equal values together, lowest tiers first; `None` stands for tiers below the lowest one that has a value.
    pub fn by_tier(values: &ByTier<T>) -> Vec<Run<Option<T>>> {
        Run::of(values.0.iter().cloned())
    }
}

impl Speaker<'_> {
    /// Neighbouring tiers: `金卡及以上`, `银卡至白金卡`, `所有会员`.
    pub fn tiers(self, version: &Version, places: &Range<usize>) -> String {
        let ladder = &version.ladder;
        let name = |place: usize| ladder.get(place).map_or("", |tier| self.name(tier.id));
        let top = places.end >= ladder.len();
        match places.end.saturating_sub(places.start) {
            _ if top && places.start == 0 => self.message("tiers-all").say(),
            0 | 1 => name(places.start).to_owned(),
            _ if top => self.message("tiers-up").with("tier", name(places.start)).say(),
            2 => self.joined("join-and", [name(places.start).to_owned(), name(places.end - 1).to_owned()]),
            _ => {
                let range = self.message("tiers-range").with("from", name(places.start));
                range.with("to", name(places.end - 1)).say()
            }
        }
    }

    /// A tier or a higher one: `金卡及以上`, and the highest by its name alone.
    pub fn tier_or_higher(self, version: &Version, tier: TierId) -> String {
        match version.rung(tier) {
            Some(place) => self.tiers(version, &(place..version.ladder.len())),
            None => self.message("tiers-up").with("tier", self.name(tier)).say(),
        }
    }

    /// What runs of tiers have, in a line: `金卡 1.5 倍；钻石卡 2 倍`. Where all have the same, it alone. `key` is the
    /// message of one run.
    pub(crate) fn by_tier<T>(
        self,
        version: &Version,
        key: &'static str,
        runs: &[Run<T>],
        value: impl Fn(&T) -> String,
    ) -> String {
        if let [run] = runs
            && run.places.len() >= version.ladder.len()
        {
            return value(&run.value);
        }
        let said = runs.iter().map(|run| {
            let tiers = self.tiers(version, &run.places);
            self.message(key).with("tiers", tiers).with("value", value(&run.value)).say()
        });
        self.joined("join-semicolon", said)
    }
}
