//! The rules of a membership programme and their evaluation.
//!
//! A [`RuleBook`] holds every version of a programme's rules, compiled to indexes. [`RuleBook::simulate`] steps a
//! [`Customer`] through calendar months and returns each month's figures. It is a pure function: no clock, no
//! files, no network, no randomness, no floating point; natively and in the browser the same.
//!
//! The crate knows nothing of content files, pages or any language's words.

#![deny(clippy::float_arithmetic)]

mod book;
mod calendar;
mod compiled;
mod condition;
mod customer;
mod engine;
pub mod explain;
mod ids;
mod invalid;
pub mod model;
mod needs;
mod number;
mod order;
mod outstanding;
mod path;
mod plan;
mod record;
mod result;
mod session;
mod validate;
mod wire;
mod worth;
pub mod written;

pub use book::RuleBook;
pub use calendar::{Date, Month, MonthSpan, NotADate, Period, Validity, YearStart};
pub use condition::Facts;
pub use customer::{Customer, CustomerError, Inputs, PriorCredit, Value};
pub use engine::{CustomerRow, InputColumn, Lot, RunInputs, State};
pub use ids::{
    AnyId, BenefitId, BenefitKey, CampaignId, CampaignKey, CurrencyId, CurrencyKey, EarnId, EarnKey, Id,
    IdKind, IdTable, Ids, Kind, MetricId, MetricKey, PoolId, PoolKey, RewardId, RewardKey, RuleKind,
    SegmentId, SegmentKey, TaskId, TaskKey, TierId, TierKey, UnknownId,
};
pub use invalid::{Invalid, MOST_BYTES, MOST_IDS, MOST_TIERS, MOST_VERSIONS, NotARuleBook, Why};
pub use model::Rules;
pub use number::{Number, Overflow, Rounding, Sum};
pub use order::Cycle;
pub use outstanding::{Arriving, Expiring, Outstanding};
pub use path::{Change, Coverage, Gain, Obstacle, Outlook, PathOption, Paths, Prospect, Staying, Work};
pub use plan::{Keep, Plan, PlanError, Today};
pub use record::{Accrual, Event, Headroom, Journal, Recorder, Settled, Silent, Yielded};
pub use result::{Account, Line, MonthResult, Outcome, Review, RunError};
pub use session::Session;
pub use wire::{WIRE_VERSION, WireError};
