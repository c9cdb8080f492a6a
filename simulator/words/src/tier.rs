//! How tiers are reached, kept and lost, and the household.

use rulebook::model::{Fall, Hold, Tier, Version};

use crate::clause::Clause;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// All that is to be said of a tier: who rises to it, who keeps it, hold, grace and fall. Sentences.
    pub fn tier(self, version: &Version, tier: &Tier) -> Vec<Clause> {
        let mut said = vec![self.qualify(version, tier)];
        said.extend(self.keep(version, tier));
        if tier.qualify.is_some() {
            said.extend(
                [self.hold_rule(tier), self.grace_rule(tier), self.fall(version, tier)].map(Clause::leaf),
            );
        }
        said
    }

    /// The qualification of a tier: what it takes to rise to it; a sentence.
    pub fn qualify(self, version: &Version, tier: &Tier) -> Clause {
        let message = |key| self.message(key).with("tier", self.name(tier.id));
        match &tier.qualify {
            Some(qualify) => {
                self.conditioned(version, qualify, message("tier-qualify"), message("tier-qualify-list"))
            }
            None => Clause::leaf(message("tier-base").say()),
        }
    }

    /// The retention of a tier: what it takes to keep it; a sentence. None for the base tier, which cannot be lost.
    pub fn keep(self, version: &Version, tier: &Tier) -> Option<Clause> {
        tier.qualify.as_ref()?;
        let message = |key| self.message(key).with("tier", self.name(tier.id));
        Some(match &tier.keep {
            Some(keep) => self.conditioned(version, keep, message("tier-keep"), message("tier-keep-list")),
            None => Clause::leaf(message("tier-keep-same").say()),
        })
    }

    /// How long a tier cannot be lost; a sentence.
    pub fn hold_rule(self, tier: &Tier) -> String {
        self.message("hold-rule").with("form", hold_key(tier.hold)).with("hold", self.hold(tier.hold)).say()
    }

    /// What follows failed reviews; a sentence.
    pub fn grace_rule(self, tier: &Tier) -> String {
        let hold = if tier.hold == Hold::None { "none" } else { "some" };
        let last = u64::from(tier.grace) + 1;
        self.message("grace-rule").count(tier.grace).with("last", last.to_string()).with("hold", hold).say()
    }

    /// Where who loses a tier goes; a sentence. A tier directly below is named.
    pub fn fall(self, version: &Version, tier: &Tier) -> String {
        let rung = version.rung(tier.id).unwrap_or_default();
        let below = &version.ladder[..rung];
        let lower = match tier.fall {
            Fall::One => below.last(),
            // All that is below is one tier.
            Fall::All => below.first().filter(|_| rung == 1),
        };
        let held = |tier: &Tier| tier.qualify.is_some() && tier.hold != Hold::None;
        let hold = match lower {
            Some(lower) => held(lower),
            None => below.iter().any(held),
        };
        let message = self.message("fall").with("form", if lower.is_some() { "one" } else { "all" });
        let lower = lower.map_or("", |lower| self.name(lower.id));
        message.with("lower", lower).with("hold", if hold { "some" } else { "none" }).say()
    }

    /// How long a tier is held after it was reached or confirmed; a phrase: `12 个月`, `至次年年末`.
    pub fn hold(self, hold: Hold) -> String {
        let months = if let Hold::Months(months) = hold { months } else { 0 };
        let message = self.message("hold").with("form", hold_key(hold)).with("year", self.year_kind());
        message.with("months", self.months(months)).say()
    }

    /// How many reviews may be failed before falling; a phrase: `2 次复核`, `无`.
    pub fn grace(self, reviews: u32) -> String {
        self.message("grace").count(reviews).say()
    }

    /// When tiers are reviewed; a sentence.
    pub fn review_cadence(self, version: &Version) -> String {
        self.message("review-cadence").with("period", time::key(version.review)).say()
    }

    /// Whose figures are added up; a sentence.
    pub fn household(self, version: &Version) -> Option<String> {
        let household = version.household.as_ref()?;
        let pooled = household.pool.iter().map(|&metric| self.name(metric).to_owned());
        let message = self.message("household").count(household.members);
        Some(message.with("metrics", self.listed_and(pooled)).say())
    }
}

/// How messages name a hold.
fn hold_key(hold: Hold) -> &'static str {
    match hold {
        Hold::None => "none",
        Hold::Months(_) => "months",
        Hold::YearEnd => "year-end",
        Hold::NextYearEnd => "next-year-end",
    }
}
