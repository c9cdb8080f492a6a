//! Step 9: the review of the tier.

use super::Run;
use crate::calendar::{Month, Period, YearStart};
use crate::compiled::{Rung, Version};
use crate::ids::TierId;
use crate::model::{Fall, Hold};
use crate::record::{Event, Recorder};
use crate::result::{Outcome, Review};

/// Where the customer stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) tier: TierId,
    /// Its rank in the version in which it was last in force.
    rank: u32,
    /// Its rung on the ladder of that version.
    pub(super) rung: usize,
    /// The last month of the hold.
    pub(super) held_until: Option<Month>,
    pub(super) failures: u32,
}

impl Hold {
    /// The last month of a hold that starts at the review of `month`.
    pub fn last_month(self, month: Month, year: YearStart) -> Option<Month> {
        match self {
            Self::None => None,
            Self::Months(months) => Some(month.plus(i32::try_from(months).expect("at most 120 months"))),
            Self::YearEnd => Some(Period::Year.containing(month.plus(1), year, 0).last),
            Self::NextYearEnd => Some(Period::Year.containing(month, year, 0).last.plus(12)),
        }
    }
}

impl Standing {
    /// In a version's base tier.
    pub(super) fn base(version: &Version) -> Self {
        let Rung { id, rank, .. } = version.ladder[0];
        Self { tier: id, rank, rung: 0, held_until: None, failures: 0 }
    }

    /// In a tier of the version, the base tier if it lacks it.
    pub(super) fn opening(version: &Version, tier: Option<TierId>, held_until: Option<Month>) -> Self {
        let rung = tier.and_then(|tier| version.rungs[tier.index()]).unwrap_or(0);
        let Rung { id, rank, .. } = version.ladder[rung];
        Self { tier: id, rank, rung, held_until, failures: 0 }
    }

    /// Takes the tier in force into a month's version.
    pub(super) fn enter(&mut self, version: &Version) {
        let lower = || version.ladder.iter().rposition(|rung| rung.rank <= self.rank);
        let rung = version.rungs[self.tier.index()].or_else(lower).unwrap_or(0);
        self.tier = version.ladder[rung].id;
        self.rank = version.ladder[rung].rank;
        self.rung = rung;
        if rung == 0 {
            self.held_until = None;
            self.failures = 0;
        }
    }

    fn change_to(&mut self, rung: &Rung, held_until: Option<Month>) {
        self.tier = rung.id;
        self.rank = rung.rank;
        self.held_until = held_until;
        self.failures = 0;
    }
}

impl<R: Recorder> Run<'_, R> {
    pub(super) fn review(&mut self) -> Option<Review> {
        if !self.now.ends(self.version.review) {
            return None;
        }
        let (month, year) = (self.now.month, self.rules.year);
        let (ladder, rung) = (&self.version.ladder, self.rung);
        let qualified = self.version.qualified(self.known());
        let now = &ladder[rung];
        let keeps = qualified == rung || now.keep.is_some_and(|keep| self.holds(keep));

        let standing = &mut self.state.standing;
        let (failures, held_until) = (standing.failures, standing.held_until);
        self.recorder.record(month, || Event::Reviewed { failures, held_until });
        let outcome = if qualified > rung {
            let target = &ladder[qualified];
            standing.change_to(target, target.hold.last_month(month, year));
            Outcome::Upgrade
        } else if standing.held_until.is_some_and(|last| month < last) {
            Outcome::Held
        } else if keeps {
            standing.change_to(now, now.hold.last_month(month, year));
            Outcome::Kept
        } else {
            standing.failures += 1;
            standing.held_until = None;
            if standing.failures <= now.grace {
                Outcome::Grace
            } else {
                let rung = match now.fall {
                    Fall::All => qualified,
                    Fall::One => rung - 1,
                };
                let target = &ladder[rung];
                let held = (rung == qualified).then(|| target.hold.last_month(month, year)).flatten();
                standing.change_to(target, held);
                Outcome::Downgrade
            }
        };
        Some(Review {
            qualified: ladder[qualified].id,
            outcome,
            failures: standing.failures,
            held_until: standing.held_until,
        })
    }
}
