//! Explanations of tiers and reviews.

use rulebook::TierId;
use rulebook::explain::{Figure, Operation, Since, Step};
use rulebook::model::Version;

use super::{Around, Line};
use crate::outcomes::ReviewSaid;
use crate::speaker::Speaker;

impl Speaker<'_> {
    pub(crate) fn tier_line(self, version: &Version, step: &Step, id: TierId) -> Line {
        let tier = self.name(id);
        let holds = if step.result == Figure::Holds(true) { "yes" } else { "no" };
        match &step.operation {
            Operation::InForce(since) => {
                let what = self.message("why-tier-in-force").say();
                let message = self.message("why-in-force");
                let how = match *since {
                    Since::Opening => message.with("since", "opening"),
                    Since::Base => message.with("since", "base"),
                    Since::Review(month) => message.with("since", "review").with("month", self.month(month)),
                    Since::Version(before) => {
                        message.with("since", "version").with("before", self.name(before))
                    }
                };
                Line { figure: self.named_figure(&what, step, Around::Nothing), how: Some(how.say()) }
            }
            Operation::Review(review) => {
                let said = self.review_said(
                    version,
                    &ReviewSaid {
                        month: step.month,
                        tier: review.tier,
                        next: id,
                        outcome: review.outcome,
                        failures: review.failures_after,
                        held_until: review.held_after,
                    },
                );
                let message = self.message("why-review").with("month", self.month(step.month));
                Line::of(message.with("review", said).say())
            }
            Operation::NoReview { next, .. } => {
                let message = self.message("why-no-review").with("month", self.month(step.month));
                Line::of(message.with("next", self.month(*next)).with("tier", tier).say())
            }
            Operation::Qualify => {
                let base = version.ladder.first().is_some_and(|base| base.id == id);
                let form = if base { "base" } else { holds };
                Line::of(self.message("why-qualify").with("form", form).with("tier", tier).say())
            }
            Operation::Keep => {
                let form = if step.inputs.is_empty() { "same" } else { holds };
                Line::of(self.message("why-keep").with("form", form).with("tier", tier).say())
            }
            // A review that was shown before.
            _ => {
                let message = self.message("why-review").with("month", self.month(step.month));
                Line::of(message.with("review", tier).say())
            }
        }
    }
}
