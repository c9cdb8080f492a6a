//! A deposit plan.

use rulebook::{Ids, Keep, Month, Number};
use serde::Serialize;

/// What `plan` answers.
#[derive(Serialize)]
pub struct Plan<'a> {
    target: &'a str,
    by: Vec<Kept>,
    impossible: Vec<Impossible>,
}

#[derive(Serialize)]
struct Kept {
    month: Month,
    keep_from_tomorrow: Number,
    deposit_today: Number,
}

#[derive(Serialize)]
struct Impossible {
    month: Month,
    because: String,
}

impl<'a> Plan<'a> {
    /// A plan; each month by whose end no balance does it as `because` says it.
    pub fn new(plan: &rulebook::Plan, because: impl Fn(Month) -> String, ids: &'a Ids) -> Self {
        let by = plan.by.iter().map(|&Keep { month, from_tomorrow, deposit_today }| Kept {
            month,
            keep_from_tomorrow: from_tomorrow,
            deposit_today,
        });
        let impossible = plan.impossible.iter();
        Self {
            target: &ids.tiers[plan.target],
            by: by.collect(),
            impossible: impossible.map(|&month| Impossible { month, because: because(month) }).collect(),
        }
    }
}
