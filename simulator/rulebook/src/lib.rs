//! The rules of a membership programme and their evaluation.
//!
//! A [`RuleBook`] holds every version of a programme's rules, compiled to indexes. [`RuleBook::simulate`] steps a
//! [`Customer`] through calendar months and returns each month's figures. It is a pure function: no clock, no
//! files, no network, no randomness, no floating point; natively and in the browser the same.
//!
//! The crate knows nothing of content files, pages or any language's words.

#![deny(clippy::float_arithmetic)]

mod calendar;
mod condition;
mod customer;
mod engine;
pub mod explain;
mod ids;
mod json;
pub mod model;
mod needs;
mod number;
mod order;
mod path;
mod plan;
mod record;
mod result;
mod validate;
mod wire;
mod worth;
pub mod written;

pub use calendar::{Date, Month, MonthSpan, NotADate, Period, Validity, YearStart};
pub use condition::Facts;
pub use customer::{Customer, Inputs, Past, Value};
pub use engine::{CustomerError, Given, Lot, State};
pub use ids::{
    BenefitId, BenefitKey, CampaignId, CampaignKey, CurrencyId, CurrencyKey, EarnId, EarnKey, Id, IdTable,
    Ids, Kind, MetricId, MetricKey, PoolId, PoolKey, RewardId, RewardKey, SegmentId, SegmentKey, TaskId,
    TaskKey, TierId, TierKey,
};
pub use model::Rules;
pub use number::{Number, Overflow, Rounding, Sum};
pub use order::{Circle, Member};
pub use path::{Change, Coverage, Gain, Obstacle, Outlook, PathOption, Paths, Staying, Work};
pub use plan::{Keep, Plan, PlanError, Today};
pub use record::{Accrual, Event, Journal, Recorder, Room, Settled, Silent, Yielded};
pub use result::{Account, Line, MonthResult, Outcome, Review, Rule, RunError, Source};
pub use wire::{WIRE_VERSION, WireError};

use engine::Compiled;

/// A programme's rules, checked, and the form in which they are evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleBook {
    rules: Rules,
    compiled: Compiled,
}

impl RuleBook {
    /// Works out the order of evaluation of each version. The rules' own invariants are the caller's to keep;
    /// what comes from outside goes through [`RuleBook::from_wire`].
    pub fn new(rules: Rules) -> Result<Self, Circle> {
        let order =
            |(version, rules_of)| order::order(rules_of, &rules.ids).map_err(|way| Circle { version, way });
        let orders = rules.versions.iter().enumerate().map(order).collect::<Result<Vec<_>, _>>()?;
        let compiled = Compiled::new(&rules, &orders);
        Ok(Self { rules, compiled })
    }

    /// The rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Which version a month is evaluated under: the last that is in force on its first day, or the first.
    pub fn version_at(&self, month: Month) -> usize {
        self.rules.versions.iter().rposition(|version| version.from <= month).unwrap_or(0)
    }

    /// The version that is in force in a month.
    pub fn version(&self, month: Month) -> &model::Version {
        &self.rules.versions[self.version_at(month)]
    }

    /// The month at whose end an opening lot of a month expires: under that month's version, or the first that
    /// has the currency.
    pub fn opening_expiry(&self, currency: CurrencyId, month: Month) -> Option<Month> {
        let terms = self.version(month).currency(currency);
        let first = || self.rules.versions.iter().find_map(|version| version.currency(currency));
        let expiry = terms.or_else(first)?.expire?;
        Some(expiry.of(month, self.rules.year_starts))
    }

    /// Runs a customer through all months, or to the error that ends the run.
    pub fn simulate(&self, customer: &Customer) -> Result<Vec<MonthResult>, RunError> {
        self.simulate_with(customer, &mut Silent)
    }

    /// The same, with somebody who listens.
    pub fn simulate_with(
        &self,
        customer: &Customer,
        recorder: &mut impl Recorder,
    ) -> Result<Vec<MonthResult>, RunError> {
        let (given, mut state) = self.open(customer).map_err(RunError::Customer)?;
        let mut result = MonthResult::new(customer.start, state.tier());
        let step = |_| self.step(&given, &mut state, recorder, &mut result).map(|()| result.clone());
        (0..customer.months).map(step).collect()
    }

    /// The last month only. What other customers no longer need is used again: `given`, `state` and `result`.
    pub fn last_month(
        &self,
        customer: &Customer,
        (given, state): &mut (Given, State),
        result: &mut MonthResult,
    ) -> Result<(), RunError> {
        self.open_into(customer, given, state).map_err(RunError::Customer)?;
        (1..customer.months).try_for_each(|_| self.step_over(given, state))?;
        self.step(given, state, &mut Silent, result)
    }
}
