//! Ways up in words: changes, what stands in the way, and what becomes of the present tier.

use rulebook::model::{Condition, Version};
use rulebook::{Change, Month, Obstacle, Staying, Value};

use crate::speaker::Speaker;

impl Speaker<'_> {
    /// A change of an input; a phrase: `存款：30 万元 → 50 万元`.
    pub fn change(self, version: &Version, change: &Change) -> String {
        match (change.to, version.metric(change.metric)) {
            (Value::Flag(is), _) => {
                self.condition(version, &Condition::Flag { metric: change.metric, is }).sentence
            }
            (to, Some(metric)) => {
                let message = self.message("path-change").with("metric", self.name(change.metric));
                let message = message.with("from", self.value(metric, change.from));
                message.with("to", self.value(metric, to)).say()
            }
            (_, None) => self.name(change.metric).to_owned(),
        }
    }

    /// Why there is no way, or not that way; a sentence.
    pub fn obstacle(self, obstacle: &Obstacle) -> String {
        match obstacle {
            Obstacle::NoSuchTier => self.message("path-no-such-tier").say(),
            Obstacle::NotInForce => self.message("path-not-in-force").say(),
            Obstacle::Fixed { version, condition } => {
                self.message("path-fixed").with("condition", self.asked(*version, condition)).say()
            }
            Obstacle::OutOfReach { version, condition } => {
                self.message("path-out-of-reach").with("condition", self.asked(*version, condition)).say()
            }
            Obstacle::NotTogether { version, conditions } => {
                let conditions = conditions.iter().map(|condition| self.asked(*version, condition));
                self.message("path-not-together").with("conditions", self.listed_and(conditions)).say()
            }
        }
    }

    /// When the present tier would be lost if nothing changed; a sentence.
    pub fn staying(self, staying: &Staying) -> String {
        let message = self.message("path-staying").with("tier", self.name(staying.tier));
        match staying.falls {
            None => message.with("form", "stays").say(),
            Some((month, to)) => {
                let message = message.with("form", "falls").with("month", self.month(month));
                message.with("to", self.name(to)).say()
            }
        }
    }

    /// A condition of the version that starts in a month, in quotation marks.
    fn asked(self, version: Month, condition: &Condition) -> String {
        let version = self.rules.versions.iter().find(|other| other.from == version);
        let condition = version.map(|version| self.condition(version, condition).sentence);
        self.message("quoted").with("name", condition.unwrap_or_default()).say()
    }
}
