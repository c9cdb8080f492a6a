//! The rules of a membership programme and their evaluation.
//!
//! A [`RuleBook`] holds every version of a programme's rules, compiled to indexes. [`RuleBook::simulate`] steps a
//! [`Customer`] through calendar months and returns each month's figures. It is a pure function: no clock, no
//! files, no network, no randomness, no floating point; natively and in the browser the same.
//!
//! ```
//! # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
//! use rulebook::{Customer, Month, Number, NotARuleBook, RuleBook, Value};
//! # use card::rules;
//!
//! // The rules of the example in `model`: gold for a balance of 50,000.
//! let book = RuleBook::new(rules())?;
//! let ids = &book.rules().ids;
//! let balance = ids.metrics.find("balance").expect("in the table");
//! let gold = ids.tiers.find("gold").expect("in the table");
//!
//! let mut customer = Customer::new(Month::new(2026, 1).expect("a month"), 2);
//! customer.every.insert(balance, Value::Number(Number::from(60_000)));
//! let months = book.simulate(&customer).expect("a run without an error");
//! assert_eq!((months[0].next_tier, months[1].tier), (gold, gold));
//! # Ok::<(), NotARuleBook>(())
//! ```
//!
//! The modules build on each other in this order, and import each other only this way:
//!
//! 1. `number`, `written`, `calendar`, `ids`: exact numbers and how they are written, months and days, identifiers.
//! 2. [`model`]: the rules as an author says them. `customer`, `condition`: whom they are applied to, and when.
//! 3. `needs`, `order`, `compiled`: what a rule builds on, what is evaluated before what, and the form that is evaluated.
//! 4. `invalid`, `validate`, `wire`, `book`: what rules must keep to be a [`RuleBook`], and how one is published.
//! 5. `result`, `record`, `engine`: the evaluation, month by month, what it gives and what it tells a [`Recorder`]; `worth`:
//!    what a month's benefits are worth.
//! 6. `session`: a run that is kept, to be asked questions; each is a module: [`explain`], `outstanding`, `path`, `plan`.
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
