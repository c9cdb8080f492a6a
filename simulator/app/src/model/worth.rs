//! The benefits that a customer has in a month, and what the rules say they are worth.

use rulebook::model::Grant;
use rulebook::{BenefitId, Number, PoolId, Sum};

use super::state::Run;

/// A benefit that the customer has.
#[derive(Clone, Debug, PartialEq)]
pub struct Unlocked {
    /// Which.
    pub benefit: BenefitId,
    /// What the tier in force grants of it; absent for a benefit without grants.
    pub grant: Option<Grant>,
    /// The pool that it must be chosen from.
    pub pool: Option<PoolId>,
    /// What the grant is worth in a year, where the rules say enough to reckon it.
    pub year: Option<Number>,
}

/// A month's benefits.
#[derive(Clone, Debug, PartialEq)]
pub struct Benefits {
    /// The benefits that the customer has without a choice, by id.
    pub given: Vec<Unlocked>,
    /// The benefits that the customer may choose from, by pool.
    pub pools: Vec<Choice>,
    /// What the given ones whose worth can be reckoned are worth in a year together; none if there is none.
    pub year: Option<Number>,
}

/// A pool to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Which.
    pub pool: PoolId,
    /// How many may be chosen.
    pub pick: u32,
    /// Of these.
    pub benefits: Vec<Unlocked>,
}

/// The benefits of one of a run's months.
pub fn benefits(run: &Run, month: usize) -> Benefits {
    let mut all = Benefits { given: Vec::new(), pools: Vec::new(), year: None };
    let Some(result) = run.months().get(month) else { return all };
    let version = &run.book().rules().versions[result.version];
    let rung = version.rung(result.tier).unwrap_or(0);
    for benefit in result.benefits.iter().filter_map(|&id| version.benefit(id)) {
        let grant = benefit.grants.as_ref().and_then(|grants| grants.get(rung).cloned());
        let year = grant.as_ref().and_then(Grant::worth_in_a_year);
        let unlocked = Unlocked { benefit: benefit.id, grant, pool: benefit.pool, year };
        let pool = benefit.pool.and_then(|id| version.pool(id));
        let Some(pool) = pool else {
            all.given.push(unlocked);
            continue;
        };
        // A pool from which the tier may choose nothing gives nothing.
        let Some(pick) = pool.pick.get(rung).copied().filter(|&pick| pick > 0) else { continue };
        match all.pools.iter_mut().find(|choice| choice.pool == pool.id) {
            Some(choice) => choice.benefits.push(unlocked),
            None => all.pools.push(Choice { pool: pool.id, pick, benefits: vec![unlocked] }),
        }
    }
    let worths: Vec<_> = all.given.iter().filter_map(|unlocked| unlocked.year).collect();
    all.year = (!worths.is_empty()).then(|| worths.into_iter().collect::<Sum>().total().ok()).flatten();
    all
}
