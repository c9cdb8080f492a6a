//! A run's months as a customer's year: which tier is in force in each, and when it changes.

use rulebook::{Month, MonthResult, TierId};

use super::state::Run;

/// A month of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which month.
    pub month: Month,
    /// The tier in force.
    pub tier: TierId,
    /// Whether it is another one than in the month before.
    pub changed: bool,
}

/// All months, in order.
pub fn stops(run: &Run) -> Vec<Stop> {
    let mut before = None;
    let stop = |month: &MonthResult| {
        let changed = before.is_some_and(|tier| tier != month.tier);
        before = Some(month.tier);
        Stop { month: month.month, tier: month.tier, changed }
    };
    run.months().iter().map(stop).collect()
}

/// The first month with a review, from a month of the run on.
pub fn next_review(run: &Run, month: usize) -> Option<&MonthResult> {
    run.months().iter().skip(month).find(|result| result.review.is_some())
}

/// The first month after a month of the run in which another tier is in force, and that tier.
pub fn next_change(run: &Run, month: usize) -> Option<(Month, TierId)> {
    let now = run.months().get(month)?.tier;
    let later = run.months().iter().skip(month).map(|result| (result.month.plus(1), result.next_tier));
    later.into_iter().find(|&(_, tier)| tier != now)
}

/// The months of the run, but for the first, from which other rules are in force.
pub fn rule_changes(run: &Run) -> Vec<Month> {
    let pairs = run.months().iter().zip(run.months().iter().skip(1));
    let changes = pairs.filter(|(before, after)| before.version != after.version);
    changes.map(|(_, after)| run.book().rules().versions[after.version].from).collect()
}
