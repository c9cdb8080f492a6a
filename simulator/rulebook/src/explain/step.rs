//! What an explanation is made of.

use crate::calendar::{Date, Month, Period};
use crate::customer::Value;
use crate::ids::{AnyId, EarnId, MetricId, SegmentId, TaskId, TierId};
use crate::model::{Banding, Basis, Bound, CapPeriod, Fall, Hold, Take, Unit, Window};
use crate::number::{Number, Rounding};
use crate::result::Outcome;

/// A figure, what it was worked out from, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Whose figure it is; of a part of the rule above, nobody's.
    pub subject: Option<AnyId>,
    /// Of which month. Its version's rules say how.
    pub month: Month,
    /// How it was worked out.
    pub operation: Operation,
    /// What came of it.
    pub result: Figure,
    /// What it was worked out from, in the order in which the rule names it.
    pub inputs: Vec<Step>,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A value with its unit.
    Value(Value, Unit),
    /// Whether something is so.
    Holds(bool),
    /// A level of membership.
    Tier(TierId),
}

/// How a figure was worked out. What is said of inputs is said of the step's, in their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// The month's version has no such thing.
    Absent,
    /// As it was before in the same explanation, where its inputs stand.
    Seen,
    /// Further down than explanations go: it has one of its own.
    Deeper,

    /// A metric: what the customer has.
    Given(Given),
    /// A metric: the customer's own and the members'.
    Pooled,
    /// A part of [`Operation::Pooled`]: what a member has, counted from 1.
    Member(usize),
    /// A metric: the sum of its parts.
    Sum,
    /// A metric: the greatest of its parts.
    Greatest,
    /// A metric: the least of its parts.
    Least,
    /// A part of those: the metric that is its input × `weight`, cut at `up_to`.
    Part {
        /// 1 unless said.
        weight: Number,
        /// The most that it counts.
        up_to: Option<Number>,
        /// Whether it was cut.
        is_cut: bool,
    },
    /// A metric: another one over months, each an input, the earliest first.
    Over {
        /// Which.
        metric: MetricId,
        /// Which months, as the rule says.
        window: Window,
        /// What is taken of them.
        take: Take,
        /// Of averages: their sum (each × its days, of a daily average) and by what it is divided. The sum is
        /// absent where it is out of range.
        average: Option<(Option<Number>, u32)>,
    },
    /// A month of a window that is before the customer's start: 0, or, if skipped, left out.
    BeforeStart {
        /// Whether it is left out.
        skipped: bool,
    },
    /// A metric: the value of the table's row that its input reaches.
    Steps {
        /// From where on the row counts, and its value; absent below the first.
        row: Option<(Number, Number)>,
        /// The next row.
        next: Option<(Number, Number)>,
    },
    /// A metric: how many of the conditions hold.
    Count,
    /// A metric: the credits of the months of a window.
    Earned(Window),
    /// A metric: the balance at the end of the month.
    Held,
    /// A metric: whole months since a date to the last day of the month.
    Since(Option<Date>),

    /// A condition: the input within bounds.
    Bounds {
        /// Which.
        metric: MetricId,
        /// All of which must hold.
        bounds: Vec<Bound>,
    },
    /// A condition: the input as said.
    Flag {
        /// Which.
        metric: MetricId,
        /// What it must be.
        is: bool,
    },
    /// A condition: in a segment, the input.
    InSegment(SegmentId),
    /// A condition: a task achieved up to the month.
    Achieved(TaskId, Option<Achieved>),
    /// A condition: this tier or a higher one in force.
    InTier {
        /// This.
        asked: TierId,
        /// The one in force.
        in_force: TierId,
    },
    /// A condition: all inputs hold.
    All,
    /// A condition: any input holds.
    Any,
    /// A condition: the input does not hold.
    Not,
    /// A condition: at least so many inputs hold.
    AtLeast(u32),

    /// A segment: its condition, the input.
    Segment,
    /// A task: its condition in the last months, each an input, the earliest first.
    Task {
        /// In how many months in a row it must hold.
        streak: u32,
        /// In how many it has that no achievement had used.
        in_a_row: u32,
        /// At most once in each; once for all, if absent.
        repeat: Option<Period>,
        /// The achievement that leaves no room for another.
        before: Option<Achieved>,
    },
    /// A credit for a task.
    Reward,

    /// What an accrual rule or a boost credits or delays: the last of the inputs.
    Accrued {
        /// The month in which it is credited.
        due: Month,
    },
    /// A rule, a boost or a gift comes to nothing in the month; the input, if there is one, says more.
    Nothing(Nothing),
    /// A stage: what is given for every so much of the metric before it.
    Gives {
        /// Of which.
        of: MetricId,
        /// So much.
        every: Number,
        /// What is given.
        gives: Number,
        /// Whether only full ones count.
        full: bool,
        /// The part of the month.
        days: Days,
    },
    /// A stage: a share of the metric before it.
    Rate {
        /// Of which.
        of: MetricId,
        /// The share.
        rate: Number,
        /// What it is per.
        basis: Basis,
        /// The part of the month.
        days: Days,
    },
    /// A stage: the sum of the inputs, [`Operation::Band`]s.
    Bands {
        /// Of which metric.
        of: MetricId,
        /// Which part of it is taken at which rate.
        banding: Banding,
        /// What the rates are per.
        basis: Basis,
        /// The part of the month.
        days: Days,
        /// The sum, before the month's part of it is taken.
        whole: Number,
    },
    /// A part of an amount × the rate of its band.
    Band {
        /// Where the band begins.
        from: Number,
        /// The part of the amount that is within it, in the metric's unit.
        part: (Number, Unit),
        /// The rate.
        rate: Number,
    },
    /// A stage: a fixed amount.
    Fixed,
    /// A stage: the metric before it is not above 0, so that nothing comes of it.
    NotPositive(MetricId),
    /// A stage: × the tier's multiplier.
    Times {
        /// The tier in force.
        tier: TierId,
        /// Its multiplier.
        times: Number,
    },
    /// A stage: what the rule yielded × (`times` − 1), by the days on which both are in force.
    Boost {
        /// The multiplier.
        times: Number,
        /// The days of both, of those of the rule.
        days: Days,
    },
    /// A stage: rounded to the currency's decimals.
    Rounded {
        /// To how many.
        decimals: u32,
        /// In which way.
        rounding: Rounding,
    },
    /// A stage: within the cap of the rule or the boost.
    Cap(Capped),
    /// A stage: within the cap of the currency.
    CurrencyCap(Capped),
    /// A gift of a campaign.
    Gift,
    /// What was earned in an earlier month, the input, arrives, or is lost if the currency is not there any more.
    Arrived {
        /// Whose.
        source: AnyId,
        /// When it was earned.
        earned: Month,
        /// Whether it is lost.
        lost: bool,
    },

    /// The balance at the end of the month: the sum of the inputs; what was redeemed and what expired are below 0.
    Balance,
    /// The balance before the month; of the first month, the opening lots as inputs.
    Opening,
    /// All that was credited in the month, each an input.
    Credited,
    /// A credit.
    Line(AnyId),
    /// What was redeemed, lot by lot.
    Redeemed,
    /// What expired, lot by lot.
    Expired,
    /// What was credited in a month, or the part of it that was redeemed or expired.
    Lot {
        /// When it was credited.
        credited: Month,
        /// At the end of which month it expires, if ever.
        expires: Option<Month>,
    },
    /// What is delayed at the end of the month, each an input.
    Pending,
    /// A delayed credit.
    Delayed {
        /// Whose.
        source: AnyId,
        /// When it was earned.
        earned: Month,
        /// When it is credited.
        due: Month,
    },
    /// What was credited in a month before the customer's start.
    History,
    /// What was credited in a month of a window.
    CreditedIn,

    /// Whether the customer has a benefit: all inputs hold.
    Benefit,
    /// Whether a benefit is available on a day of the month.
    Available {
        /// The first day, if there is one.
        from: Option<Date>,
        /// The last.
        to: Option<Date>,
    },
    /// Whether the tier in force has a benefit.
    Granted(TierId),

    /// The tier in force, and since when.
    InForce(Since),
    /// What the review came to: the inputs are who qualifies for what, from the highest tier down to the one that is
    /// qualified for, then, if it mattered, whether the present tier is kept.
    Review(Reviewed),
    /// No review in this month.
    NoReview {
        /// At the end of each there is one.
        per: Period,
        /// The next month with one.
        next: Month,
    },
    /// Whether the condition of a tier, the input, holds. The base tier has none.
    Qualify,
    /// Whether the condition for keeping a tier, the input, holds; without one, that is whether it is qualified for.
    Keep,
}

/// Where an input metric's value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Among those of the month.
    Month,
    /// Among those that are the same in every month.
    Every,
    /// Nowhere.
    Not,
}

/// When a task was achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Achieved {
    /// Before the customer's start.
    BeforeStart,
    /// In a month.
    In(Month),
}

/// Why a rule, a boost or a gift comes to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nothing {
    /// It is not in force on any day of the month.
    NotInForce {
        /// Its first day, if there is one.
        from: Option<Date>,
        /// Its last.
        to: Option<Date>,
    },
    /// It is evaluated in the last month of each such period only.
    NotTheEnd(Period),
    /// Its condition, the input, does not hold.
    Condition,
    /// The campaign is not for this customer: the audience is the input.
    Audience,
    /// The rule that it boosts, the input, is not evaluated.
    NoRule(EarnId),
    /// It was given before.
    GivenIn(Month),
}

/// Days out of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// How many days count: those on which it was in force in the month.
    pub days: u32,
    /// Of how many: the days of the month, or twelve times as many where the figure is for a year.
    pub of: u32,
}

/// What a cap did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capped {
    /// The cap.
    pub cap: Number,
    /// What of it was left.
    pub left: Number,
    /// In which time it counts.
    pub per: CapPeriod,
    /// Whether the amount was cut.
    pub is_cut: bool,
}

/// Since when a tier is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Since before the start, as the customer's file says.
    Opening,
    /// The base tier, since the customer's file says nothing.
    Base,
    /// Since the review of a month, the input.
    Review(Month),
    /// Since the version of this month lacks the tier that was in force.
    Version(TierId),
}

/// A review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reviewed {
    /// The tier in force.
    pub tier: TierId,
    /// The highest tier that is qualified for.
    pub qualified: TierId,
    /// What came of it.
    pub outcome: Outcome,
    /// The last month of the hold that was running before.
    pub held_before: Option<Month>,
    /// The last month of the hold that runs after.
    pub held_after: Option<Month>,
    /// Failures in a row before.
    pub failures_before: u32,
    /// Failures in a row after.
    pub failures_after: u32,
    /// How many failures the tier in force forgives.
    pub grace: u32,
    /// Where one falls from it.
    pub fall: Fall,
    /// How long the tier that comes of it is held.
    pub hold: Hold,
}
