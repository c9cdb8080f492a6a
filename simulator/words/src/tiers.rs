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
            let hold = if tier.hold == Hold::None { "none" } else { "some" };
            said.push(Clause::leaf(
                self.message("hold-rule").with("form", hold).with("hold", self.hold(tier.hold)).say(),
            ));
            said.push(Clause::leaf(self.message("grace-rule").count(tier.grace).with("hold", hold).say()));
            let fall = match tier.fall {
                Fall::All => "all",
                Fall::One => "one",
            };
            said.push(Clause::leaf(self.message("fall").with("form", fall).say()));
        }
        said
    }

    /// Who rises to a tier; a sentence.
    pub fn qualify(self, version: &Version, tier: &Tier) -> Clause {
        let message = |key| self.message(key).with("tier", self.name(tier.id));
        match &tier.qualify {
            Some(qualify) => {
                self.conditioned(version, qualify, message("tier-qualify"), message("tier-qualify-list"))
            }
            None => Clause::leaf(message("tier-base").say()),
        }
    }

    /// Who keeps a tier; a sentence. Nothing for the base tier, which nobody can lose.
    pub fn keep(self, version: &Version, tier: &Tier) -> Option<Clause> {
        tier.qualify.as_ref()?;
        let message = |key| self.message(key).with("tier", self.name(tier.id));
        Some(match &tier.keep {
            Some(keep) => self.conditioned(version, keep, message("tier-keep"), message("tier-keep-list")),
            None => Clause::leaf(message("tier-keep-same").say()),
        })
    }

    /// How long a tier is held after it was reached or confirmed; a phrase: `12 个月`, `至次年年末`.
    pub fn hold(self, hold: Hold) -> String {
        let (form, months) = match hold {
            Hold::None => ("none", 0),
            Hold::Months(months) => ("months", months),
            Hold::YearEnd => ("year-end", 0),
            Hold::NextYearEnd => ("next-year-end", 0),
        };
        let message = self.message("hold").with("form", form).with("year", self.year_kind());
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
