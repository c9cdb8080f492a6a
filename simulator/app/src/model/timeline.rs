//! A run's months as a customer's year: which tier is in force in each, and why it changes.

use rulebook::{Month, Review, TaskId, TierId};

use super::state::Run;

/// A month of the year.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Which month.
    pub month: Month,
    /// The tier in force.
    pub tier: TierId,
    /// Whether it is another one than in the month before.
    pub changed: bool,
    /// The review at its end, if there is one.
    pub review: Option<Review>,
    /// The tasks achieved in it.
    pub tasks: Vec<TaskId>,
}

/// The next review from a month on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextReview {
    /// At the end of this month.
    pub month: Month,
    /// The review.
    pub review: Review,
    /// The tier in force before it.
    pub from: TierId,
    /// The tier in force after it.
    pub to: TierId,
}

/// All months, in order.
pub fn stops(run: &Run) -> Vec<Stop> {
    let mut before = None;
    let stop = |month: &rulebook::MonthResult| {
        let changed = before.is_some_and(|tier| tier != month.tier);
        before = Some(month.tier);
        Stop {
            month: month.month,
            tier: month.tier,
            changed,
            review: month.review,
            tasks: month.tasks.clone(),
        }
    };
    run.months.iter().map(stop).collect()
}

/// The first review in a month of the run or after it.
pub fn next_review(run: &Run, month: usize) -> Option<NextReview> {
    run.months.iter().skip(month).find_map(|result| {
        let review = result.review?;
        Some(NextReview { month: result.month, review, from: result.tier, to: result.next_tier })
    })
}

/// The first month after a month of the run in which another tier is in force, and that tier.
pub fn next_change(run: &Run, month: usize) -> Option<(Month, TierId)> {
    let now = run.months.get(month)?.tier;
    let later = run.months.iter().skip(month).map(|result| (result.month.plus(1), result.next_tier));
    later.into_iter().find(|&(_, tier)| tier != now)
}
