//! The months of a run.

use std::collections::BTreeMap;

use rulebook::{Account, Ids, Line, Month, MonthResult, Number, Outcome, Review};
use serde::Serialize;

use crate::value::{OfKind, Value, names};

/// What `simulate` answers.
#[derive(Serialize)]
pub struct Months<'a> {
    months: Vec<Figures<'a>>,
}

/// The figures of a month.
#[derive(Serialize)]
pub struct Figures<'a> {
    month: Month,
    tier: &'a str,
    metrics: BTreeMap<&'a str, Value>,
    segments: Vec<&'a str>,
    tasks: Vec<&'a str>,
    lines: Vec<Credit<'a>>,
    earned: Amounts<'a>,
    pending: Amounts<'a>,
    redeemed: Amounts<'a>,
    expired: Amounts<'a>,
    balance: Amounts<'a>,
    benefits: Vec<&'a str>,
    review: Option<Reviewed<'a>>,
    next_tier: &'a str,
}

/// An amount of each currency.
type Amounts<'a> = BTreeMap<&'a str, Number>;

#[derive(Serialize)]
struct Credit<'a> {
    source: OfKind<'a>,
    currency: &'a str,
    amount: Number,
}

#[derive(Serialize)]
struct Reviewed<'a> {
    qualified: &'a str,
    outcome: Outcome,
    failures: u32,
    held_until: Option<Month>,
}

impl<'a> Months<'a> {
    /// The months of a run, with ids of the rule book that it was run through.
    pub fn new(months: &[MonthResult], ids: &'a Ids) -> Self {
        Self { months: months.iter().map(|month| Figures::new(month, ids)).collect() }
    }
}

impl<'a> Figures<'a> {
    /// The result of a month, with ids of the rule book that it was run through.
    pub fn new(result: &MonthResult, ids: &'a Ids) -> Self {
        let amounts = |amount: fn(&Account) -> Number| -> Amounts<'a> {
            let accounts = result.accounts.iter();
            accounts.map(|account| (&ids.currencies[account.currency], amount(account))).collect()
        };
        let metrics = result.metrics.iter();
        Self {
            month: result.month,
            tier: &ids.tiers[result.tier],
            metrics: metrics.map(|&(id, value)| (&ids.metrics[id], value.into())).collect(),
            segments: names(&ids.segments, &result.segments),
            tasks: names(&ids.tasks, &result.tasks),
            lines: result.lines.iter().map(|line| Credit::new(line, ids)).collect(),
            earned: amounts(|account| account.earned),
            pending: amounts(|account| account.pending),
            redeemed: amounts(|account| account.redeemed),
            expired: amounts(|account| account.expired),
            balance: amounts(|account| account.balance),
            benefits: names(&ids.benefits, &result.benefits),
            review: result.review.as_ref().map(|review| Reviewed::new(review, ids)),
            next_tier: &ids.tiers[result.next_tier],
        }
    }
}

impl<'a> Credit<'a> {
    fn new(line: &Line, ids: &'a Ids) -> Self {
        let Line { source, currency, amount } = *line;
        Self { source: OfKind(source, ids), currency: &ids.currencies[currency], amount }
    }
}

impl<'a> Reviewed<'a> {
    fn new(review: &Review, ids: &'a Ids) -> Self {
        let Review { qualified, outcome, failures, held_until } = *review;
        Self { qualified: &ids.tiers[qualified], outcome, failures, held_until }
    }
}
