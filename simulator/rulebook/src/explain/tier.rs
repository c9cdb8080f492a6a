//! The tier in force, and its review.

use super::step::{Figure, Operation, Reviewed, Since, Step};
use super::{Aspect, Teller};
use crate::ids::AnyId;
use crate::model::Hold;
use crate::record::Event;
use crate::result::Outcome;

impl Teller<'_> {
    /// Why a tier is in force.
    pub(super) fn in_force(&mut self, at: usize) -> Step {
        let tier = self.result(at).tier;
        let (since, review) = self.since(at);
        let operation = Operation::InForce(since);
        let step = Step::new(AnyId::Tier(tier), self.month(at), operation, Figure::Tier(tier));
        step.of(review.map(|at| self.review(at)))
    }

    /// Since when the tier of a month is in force, with the place of the review that settled it.
    fn since(&self, at: usize) -> (Since, Option<usize>) {
        for at in (0..=at).rev() {
            let now = self.result(at).tier;
            match at.checked_sub(1).map(|before| (before, self.result(before))) {
                Some((_, before)) if before.next_tier != now => {
                    return (Since::Version(before.next_tier), None);
                }
                Some((place, before)) if before.review.is_some() => {
                    return (Since::Review(before.month), Some(place));
                }
                Some(_) => {}
                None => break,
            }
        }
        let opening = self.run.customer.tier.is_some();
        (if opening { Since::Opening } else { Since::Base }, None)
    }

    /// What the review at the end of a month comes to, if there is one.
    pub(super) fn review(&mut self, at: usize) -> Step {
        let result = self.result(at);
        let subject = AnyId::Tier(result.next_tier);
        let figure = Figure::Tier(result.next_tier);
        let standing = self.events(at).find_map(|event| match *event {
            Event::Reviewed { failures, held_until } => Some((failures, held_until)),
            _ => None,
        });
        let version = self.version(at);
        let Some((review, (failures_before, held_before))) = result.review.zip(standing) else {
            let year = self.run.book.rules().year_starts;
            let next = version.review.containing(result.month, year, 0).last;
            let operation = Operation::NoReview { per: version.review, next };
            return Step::new(subject, result.month, operation, figure);
        };
        let place = self.rung(at);
        let now = &version.ladder[place];
        let to = version.ladder.iter().find(|tier| tier.id == result.next_tier);
        let operation = Operation::Review(Reviewed {
            tier: result.tier,
            qualified: review.qualified,
            outcome: review.outcome,
            held_before,
            held_after: review.held_until,
            failures_before,
            failures_after: review.failures,
            grace: now.grace,
            fall: now.fall,
            hold: to.map_or(Hold::None, |tier| tier.hold),
        });
        let step = Step::new(subject, result.month, operation, figure);
        self.once(step, Aspect::Review, |teller, step| {
            for tier in version.ladder.iter().rev() {
                let holds = Figure::Holds(tier.id == review.qualified);
                let qualify = Step::new(AnyId::Tier(tier.id), result.month, Operation::Qualify, holds);
                let condition = tier.qualify.as_ref().map(|qualify| teller.condition(at, qualify));
                step.inputs.push(qualify.of(condition));
                if tier.id == review.qualified {
                    break;
                }
            }
            let fails = version.rung(review.qualified) < Some(place);
            if fails && !matches!(review.outcome, Outcome::Held | Outcome::Upgrade) {
                let holds = Figure::Holds(review.outcome == Outcome::Kept);
                let keep = Step::new(AnyId::Tier(now.id), result.month, Operation::Keep, holds);
                let condition = now.keep.as_ref().map(|keep| teller.condition(at, keep));
                step.inputs.push(keep.of(condition));
            }
        })
    }
}
