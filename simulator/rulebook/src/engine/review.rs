//! Step 9: the review of the tier.

use super::Run;
use crate::RuleBook;
use crate::calendar::{Month, Period, YearStart};
use crate::customer::Customer;
use crate::ids::TierId;
use crate::model::{Fall, Hold, Tier, Version};
use crate::record::{Event, Recorder};
use crate::result::{Outcome, Review};

/// Where the customer stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) tier: TierId,
    /// Its rank in the version in which it was last in force.
    rank: u32,
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
    /// In the first version's base tier.
    pub(super) fn base(book: &RuleBook) -> Self {
        let Tier { id, rank, .. } = book.rules().versions[0].ladder[0];
        Self { tier: id, rank, held_until: None, failures: 0 }
    }

    pub(super) fn opening(book: &RuleBook, customer: &Customer) -> Self {
        let version = &book.rules().versions[book.version_at(customer.start)];
        let place = customer.tier.and_then(|tier| version.place(tier)).unwrap_or(0);
        let Tier { id, rank, .. } = version.ladder[place];
        Self { tier: id, rank, held_until: customer.held_until, failures: 0 }
    }

    /// Takes the tier in force into a month's version.
    pub(super) fn enter(&mut self, version: &Version) {
        let place = version
            .place(self.tier)
            .unwrap_or_else(|| version.ladder.iter().rposition(|tier| tier.rank <= self.rank).unwrap_or(0));
        self.tier = version.ladder[place].id;
        self.rank = version.ladder[place].rank;
        if place == 0 {
            self.held_until = None;
            self.failures = 0;
        }
    }

    pub(super) fn place(&self, version: &Version) -> usize {
        version.place(self.tier).expect("the tier was taken into the version")
    }

    fn change_to(&mut self, tier: &Tier, held_until: Option<Month>) {
        self.tier = tier.id;
        self.rank = tier.rank;
        self.held_until = held_until;
        self.failures = 0;
    }
}

impl<R: Recorder> Run<'_, R> {
    pub(super) fn review(&mut self) -> Option<Review> {
        let month = self.month;
        let year = self.book.rules().year_starts;
        if !self.version.review.ends_in(month, year) {
            return None;
        }
        let (ladder, place) = (&self.version.ladder, self.place);
        let facts = self.facts();
        let qualified = self.version.qualified(&facts);
        let now = &ladder[place];
        let keeps = qualified == place || now.keep.as_ref().is_some_and(|keep| keep.holds(&facts));

        let standing = &mut self.state.standing;
        let (failures, held_until) = (standing.failures, standing.held_until);
        self.recorder.record(month, || Event::Reviewed { failures, held_until });
        let outcome = if qualified > place {
            let target = &ladder[qualified];
            standing.change_to(target, target.hold.last_month(month, year));
            Outcome::Rise
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
                let place = match now.fall {
                    Fall::All => qualified,
                    Fall::One => place - 1,
                };
                let target = &ladder[place];
                let held = (place == qualified).then(|| target.hold.last_month(month, year)).flatten();
                standing.change_to(target, held);
                Outcome::Fall
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
