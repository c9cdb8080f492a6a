//! How a figure was worked out.

use rulebook::explain::{self, Capped, Days};
use rulebook::model::{self, Banding, Basis, CapPeriod, Fall, Side, Take};
use rulebook::{Date, Ids, Month, Number, Outcome, Period, Rounding};
use serde::Serialize;

use crate::explanation::unit_name;

/// An operation: its word, and beside it what belongs to it. The variants are those of [`explain::Operation`]. What credits
/// or delays is not told here, since it is the step's subject.
#[derive(Serialize)]
#[serde(tag = "operation", rename_all = "kebab-case")]
pub(crate) enum Operation<'a> {
    Absent,
    Seen,
    Deeper,

    Given { given: &'static str },
    Pooled,
    Member { member: usize },
    Sum,
    Greatest,
    Least,
    Part { weight: Number, up_to: Option<Number>, cut: bool },
    Over { metric: &'a str, window: Window, take: Take, total: Option<Number>, divisor: Option<u32> },
    BeforeStart { skipped: bool },
    Steps { row: Option<Row>, next: Option<Row> },
    Count,
    Earned { window: Window },
    Held,
    Since { date: Option<Date> },

    Bounds { metric: &'a str, bounds: Vec<Bound> },
    Flag { metric: &'a str, is: bool },
    InSegment { segment: &'a str },
    Achieved { task: &'a str, achieved: Option<Or<Month>> },
    InTier { tier: &'a str, in_force: &'a str },
    All,
    Any,
    Not,
    AtLeast { count: u32 },

    Segment,
    Task { streak: u32, in_a_row: u32, repeat: Or<Period>, before: Option<Or<Month>> },
    Reward,

    Accrued { due: Month },
    Nothing(Nothing<'a>),
    Gives { metric: &'a str, every: Number, gives: Number, units: &'static str, days: u32, of_days: u32 },
    Rate { metric: &'a str, rate: Number, basis: Basis, days: u32, of_days: u32 },
    Bands { metric: &'a str, banding: Banding, basis: Basis, whole: Number, days: u32, of_days: u32 },
    Band { from: Number, part: Number, part_unit: &'a str, rate: Number },
    Fixed,
    NotPositive { metric: &'a str },
    Times { tier: &'a str, times: Number },
    Boost { times: Number, days: u32, of_days: u32 },
    Rounded { decimals: u32, round: Rounding },
    Cap(Limit),
    CurrencyCap(Limit),
    Gift,
    Arrived { earned: Month, lost: bool },

    Balance,
    Opening,
    Credited,
    Line,
    Redeemed,
    Expired,
    Lot { credited: Month, expires: Option<Month> },
    Pending,
    Delayed { earned: Month, due: Month },
    History,
    CreditedIn,

    Benefit,
    Available { from: Option<Date>, to: Option<Date> },
    Granted { tier: &'a str },

    InForce(Since<'a>),
    Review(Reviewed<'a>),
    NoReview { per: Period, next: Month },
    Qualify,
    Keep,
}

/// A value, or a word that says why there is none.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Or<T> {
    Value(T),
    Word(&'static str),
}

#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Window {
    Months { months: u32, lag: u32 },
    Period { period: Period, lag: u32 },
}

/// A row of a table: from where on it counts, and its value.
#[derive(Serialize)]
pub(crate) struct Row {
    from: Number,
    value: Number,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Bound {
    AtLeast(Number),
    Above(Number),
    AtMost(Number),
    Below(Number),
}

/// Why a rule comes to nothing.
#[derive(Serialize)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub(crate) enum Nothing<'a> {
    NotInForce { from: Option<Date>, to: Option<Date> },
    NotTheEnd { each: Period },
    Condition,
    Audience,
    NoRule { earn: &'a str },
    Given { given: Month },
}

/// What a cap did.
#[derive(Serialize)]
pub(crate) struct Limit {
    cap: Number,
    left: Number,
    per: Or<Period>,
    cut: bool,
}

/// Since when a tier is in force.
#[derive(Serialize)]
#[serde(tag = "since", rename_all = "kebab-case")]
pub(crate) enum Since<'a> {
    Opening,
    Base,
    Review { reviewed: Month },
    Version { before: &'a str },
}

#[derive(Serialize)]
pub(crate) struct Reviewed<'a> {
    tier: &'a str,
    qualified: &'a str,
    outcome: Outcome,
    held_before: Option<Month>,
    held_after: Option<Month>,
    failures_before: u32,
    failures_after: u32,
    grace: u32,
    fall: Fall,
}

impl<'a> Operation<'a> {
    #[expect(clippy::too_many_lines, reason = "one arm for each operation")]
    pub(crate) fn new(operation: &explain::Operation, ids: &'a Ids) -> Self {
        use explain::Operation as Of;

        match *operation {
            Of::Absent => Self::Absent,
            Of::Seen => Self::Seen,
            Of::Deeper => Self::Deeper,

            Of::Given(given) => Self::Given {
                given: match given {
                    explain::Given::Month => "month",
                    explain::Given::Every => "every",
                    explain::Given::Not => "not",
                },
            },
            Of::Pooled => Self::Pooled,
            Of::Member(member) => Self::Member { member },
            Of::Sum => Self::Sum,
            Of::Greatest => Self::Greatest,
            Of::Least => Self::Least,
            Of::Part { weight, up_to, is_cut } => Self::Part { weight, up_to, cut: is_cut },
            Of::Over { metric, window, take, average } => Self::Over {
                metric: &ids.metrics[metric],
                window: window.into(),
                take,
                total: average.and_then(|(total, _)| total),
                divisor: average.map(|(_, divisor)| divisor),
            },
            Of::BeforeStart { skipped } => Self::BeforeStart { skipped },
            Of::Steps { row, next } => Self::Steps { row: row.map(Row::from), next: next.map(Row::from) },
            Of::Count => Self::Count,
            Of::Earned(window) => Self::Earned { window: window.into() },
            Of::Held => Self::Held,
            Of::Since(date) => Self::Since { date },

            Of::Bounds { metric, ref bounds } => Self::Bounds {
                metric: &ids.metrics[metric],
                bounds: bounds.iter().map(|&bound| bound.into()).collect(),
            },
            Of::Flag { metric, is } => Self::Flag { metric: &ids.metrics[metric], is },
            Of::InSegment(segment) => Self::InSegment { segment: &ids.segments[segment] },
            Of::Achieved(task, achieved) => {
                Self::Achieved { task: &ids.tasks[task], achieved: achieved.map(Or::from) }
            }
            Of::InTier { asked, in_force } => {
                Self::InTier { tier: &ids.tiers[asked], in_force: &ids.tiers[in_force] }
            }
            Of::All => Self::All,
            Of::Any => Self::Any,
            Of::Not => Self::Not,
            Of::AtLeast(count) => Self::AtLeast { count },

            Of::Segment => Self::Segment,
            Of::Task { streak, in_a_row, repeat, before } => Self::Task {
                streak,
                in_a_row,
                repeat: repeat.map_or(Or::Word("once"), Or::Value),
                before: before.map(Or::from),
            },
            Of::Reward => Self::Reward,

            Of::Accrued { due } => Self::Accrued { due },
            Of::Nothing(nothing) => Self::Nothing(Nothing::new(nothing, ids)),
            Of::Gives { of, every, gives, full, days: Days { days, of: of_days } } => Self::Gives {
                metric: &ids.metrics[of],
                every,
                gives,
                units: if full { "full" } else { "exact" },
                days,
                of_days,
            },
            Of::Rate { of, rate, basis, days: Days { days, of: of_days } } => {
                Self::Rate { metric: &ids.metrics[of], rate, basis, days, of_days }
            }
            Of::Bands { of, banding, basis, days: Days { days, of: of_days }, whole } => {
                Self::Bands { metric: &ids.metrics[of], banding, basis, whole, days, of_days }
            }
            Of::Band { from, part: (part, unit), rate } => {
                Self::Band { from, part, part_unit: unit_name(unit, ids), rate }
            }
            Of::Fixed => Self::Fixed,
            Of::NotPositive(metric) => Self::NotPositive { metric: &ids.metrics[metric] },
            Of::Times { tier, times } => Self::Times { tier: &ids.tiers[tier], times },
            Of::Boost { times, days: Days { days, of: of_days } } => Self::Boost { times, days, of_days },
            Of::Rounded { decimals, rounding } => Self::Rounded { decimals, round: rounding },
            Of::Cap(capped) => Self::Cap(capped.into()),
            Of::CurrencyCap(capped) => Self::CurrencyCap(capped.into()),
            Of::Gift => Self::Gift,
            Of::Arrived { source: _, earned, lost } => Self::Arrived { earned, lost },

            Of::Balance => Self::Balance,
            Of::Opening => Self::Opening,
            Of::Credited => Self::Credited,
            Of::Line(_) => Self::Line,
            Of::Redeemed => Self::Redeemed,
            Of::Expired => Self::Expired,
            Of::Lot { credited, expires } => Self::Lot { credited, expires },
            Of::Pending => Self::Pending,
            Of::Delayed { source: _, earned, due } => Self::Delayed { earned, due },
            Of::History => Self::History,
            Of::CreditedIn => Self::CreditedIn,

            Of::Benefit => Self::Benefit,
            Of::Available { from, to } => Self::Available { from, to },
            Of::Granted(tier) => Self::Granted { tier: &ids.tiers[tier] },

            Of::InForce(since) => Self::InForce(Since::new(since, ids)),
            Of::Review(ref review) => Self::Review(Reviewed::new(review, ids)),
            Of::NoReview { per, next } => Self::NoReview { per, next },
            Of::Qualify => Self::Qualify,
            Of::Keep => Self::Keep,
        }
    }
}

impl From<model::Window> for Window {
    fn from(window: model::Window) -> Self {
        match window {
            model::Window::Months { count, lag } => Self::Months { months: count, lag },
            model::Window::Period { period, lag } => Self::Period { period, lag },
        }
    }
}

impl From<(Number, Number)> for Row {
    fn from((from, value): (Number, Number)) -> Self {
        Self { from, value }
    }
}

impl From<model::Bound> for Bound {
    fn from(bound: model::Bound) -> Self {
        match bound.side {
            Side::AtLeast => Self::AtLeast(bound.value),
            Side::Above => Self::Above(bound.value),
            Side::AtMost => Self::AtMost(bound.value),
            Side::Below => Self::Below(bound.value),
        }
    }
}

impl From<explain::Achieved> for Or<Month> {
    fn from(achieved: explain::Achieved) -> Self {
        match achieved {
            explain::Achieved::BeforeStart => Self::Word("before-start"),
            explain::Achieved::In(month) => Self::Value(month),
        }
    }
}

impl<'a> Nothing<'a> {
    fn new(nothing: explain::Nothing, ids: &'a Ids) -> Self {
        match nothing {
            explain::Nothing::NotInForce { from, to } => Self::NotInForce { from, to },
            explain::Nothing::NotTheEnd(each) => Self::NotTheEnd { each },
            explain::Nothing::Condition => Self::Condition,
            explain::Nothing::Audience => Self::Audience,
            explain::Nothing::NoRule(rule) => Self::NoRule { earn: &ids.earn[rule] },
            explain::Nothing::GivenIn(given) => Self::Given { given },
        }
    }
}

impl From<Capped> for Limit {
    fn from(Capped { cap, left, per, is_cut }: Capped) -> Self {
        let per = match per {
            CapPeriod::Period(period) => Or::Value(period),
            CapPeriod::Campaign => Or::Word("campaign"),
        };
        Self { cap, left, per, cut: is_cut }
    }
}

impl<'a> Since<'a> {
    fn new(since: explain::Since, ids: &'a Ids) -> Self {
        match since {
            explain::Since::Opening => Self::Opening,
            explain::Since::Base => Self::Base,
            explain::Since::Review(reviewed) => Self::Review { reviewed },
            explain::Since::Version(tier) => Self::Version { before: &ids.tiers[tier] },
        }
    }
}

impl<'a> Reviewed<'a> {
    fn new(review: &explain::Reviewed, ids: &'a Ids) -> Self {
        Self {
            tier: &ids.tiers[review.tier],
            qualified: &ids.tiers[review.qualified],
            outcome: review.outcome,
            held_before: review.held_before,
            held_after: review.held_after,
            failures_before: review.failures_before,
            failures_after: review.failures_after,
            grace: review.grace,
            fall: review.fall,
        }
    }
}
