//! Tiers of a ladder, and what differs by tier.

use std::ops::Range;

use rulebook::TierId;
use rulebook::model::{ByTier, Version};

use crate::speaker::Speaker;

/// Neighbouring tiers that have the same of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<T> {
    /// Their rungs on the ladder, lowest first; not empty.
    pub rungs: Range<usize>,
    /// What each of them has.
    pub value: T,
}

impl<T: Clone + PartialEq> Run<T> {
    /// Puts neighbours with equal values together, lowest tiers first.
    pub fn of(values: impl IntoIterator<Item = T>) -> Vec<Self> {
        let mut runs: Vec<Self> = Vec::new();
        for (rung, value) in values.into_iter().enumerate() {
            match runs.last_mut() {
                Some(run) if run.value == value => run.rungs.end = rung + 1,
                _ => runs.push(Self { rungs: rung..rung + 1, value }),
            }
        }
        runs
    }

    /// Puts neighbouring tiers with equal values together, lowest tiers first; `None` stands for tiers below the lowest one that has a value.
    pub fn by_tier(values: &ByTier<T>) -> Vec<Run<Option<T>>> {
        Run::of(values.iter().map(Option::<&T>::cloned))
    }
}

impl Speaker<'_> {
    /// Neighbouring tiers: `金卡及以上`, `银卡至白金卡`, `所有会员`.
    pub fn tiers(self, version: &Version, rungs: &Range<usize>) -> String {
        let ladder = &version.ladder;
        let name = |rung: usize| ladder.get(rung).map_or("", |tier| self.name(tier.id));
        let top = rungs.end >= ladder.len();
        match rungs.end.saturating_sub(rungs.start) {
            _ if top && rungs.start == 0 => self.message("tiers-all").say(),
            0 | 1 => name(rungs.start).to_owned(),
            _ if top => self.message("tiers-up").with("tier", name(rungs.start)).say(),
            2 => self.joined("join-and", [name(rungs.start).to_owned(), name(rungs.end - 1).to_owned()]),
            _ => {
                let range = self.message("tiers-range").with("from", name(rungs.start));
                range.with("to", name(rungs.end - 1)).say()
            }
        }
    }

    /// A tier or a higher one: `金卡及以上`, and the highest by its name alone.
    pub fn tier_or_higher(self, version: &Version, tier: TierId) -> String {
        match version.rung(tier) {
            Some(rung) => self.tiers(version, &(rung..version.ladder.len())),
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
            && run.rungs.len() >= version.ladder.len()
        {
            return value(&run.value);
        }
        let said = runs.iter().map(|run| {
            let tiers = self.tiers(version, &run.rungs);
            self.message(key).with("tiers", tiers).with("value", value(&run.value)).say()
        });
        self.joined("join-semicolon", said)
    }
}
