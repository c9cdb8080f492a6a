//! The rule book: every version of a programme's rules, checked and compiled to indexes.
//!
//! It holds what can be computed, disclosed and inverted, and nothing else: no names, no texts, no pages, and
//! none of the `internal` values, because it is published beside the site.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, Month, Period, Validity, YearStart};
use crate::ids::{
    BenefitId, CampaignId, CurrencyId, EarnId, Ids, MetricId, PoolId, RewardId, SegmentId, TaskId, TierId,
};
use crate::number::{Number, Rounding};

/// What a rule book is made from: all that [`crate::RuleBook`] holds, before the order of evaluation is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// ISO 4217 code of the money in which balances, worths and prices are.
    pub currency: String,
    /// The same in all versions.
    pub year_starts: YearStart,
    /// All ids of all versions.
    pub ids: Ids,
    /// Not empty; strictly ascending by `from`. The first also applies before its `from`.
    pub versions: Vec<Version>,
}

/// The rules in force from a month on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// First month.
    pub from: Month,
    /// Tiers are reviewed in the last month of each such period.
    pub review: Period,
    /// Pooling over the members of a household, if the programme has it.
    pub household: Option<Household>,
    /// In the order of the file, in which they are shown.
    pub metrics: Vec<Metric>,
    /// In the order of the file.
    pub currencies: Vec<Currency>,
    /// By id.
    pub segments: Vec<Segment>,
    /// By id.
    pub tasks: Vec<Task>,
    /// In the order of the file, in which they are evaluated.
    pub earn: Vec<EarnRule>,
    /// By id, in which order they are evaluated.
    pub campaigns: Vec<Campaign>,
    /// Not empty; strictly ascending by rank; only the first, the base tier, has no `qualify`.
    pub ladder: Vec<Tier>,
    /// By id.
    pub benefits: Vec<Benefit>,
    /// In the order of the file.
    pub pools: Vec<Pool>,
    /// By id.
    pub rewards: Vec<Reward>,
}

/// A value for each tier of the version's ladder, lowest first, inheritance done: a tier that the author did not
/// name has the nearest lower one's, and `None` stands below the lowest named tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByTier<T>(pub Vec<Option<T>>);

/// Whose inputs are added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// The input metrics that are pooled.
    pub pool: Vec<MetricId>,
    /// The largest household, the customer included.
    pub members: u32,
}

/// What a customer is measured by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    /// Its id.
    pub id: MetricId,
    /// What its values are.
    pub unit: Unit,
    /// How hard one step is for a customer, if the author says so.
    pub effort: Option<Number>,
    /// The smallest sensible change, if the author says so.
    pub step: Option<Number>,
    /// Where its values come from.
    pub source: MetricSource,
}

/// What a metric's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// The programme's money.
    Money,
    /// A plain number.
    Count,
    /// Yes or no.
    Flag,
    /// A length of time.
    Months,
    /// A length of time.
    Years,
    /// A day; only for facts.
    Date,
    /// Units of a currency that is earned.
    Currency(CurrencyId),
}

/// Where a metric's values come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MetricSource {
    /// The customer's file or the simulator's form.
    Input(InputKind),
    /// The sum of the parts.
    Sum(Vec<Part>),
    /// The greatest of the parts; not empty.
    Greatest(Vec<Part>),
    /// The least of the parts; not empty.
    Least(Vec<Part>),
    /// Another metric over a window of months.
    Over {
        /// The other metric.
        metric: MetricId,
        /// Which months.
        window: Window,
        /// Whether months before the customer's start are left out instead of counting as 0.
        skip_missing: bool,
        /// What is taken of their values.
        take: Take,
    },
    /// The second value of the row with the largest first value that is not above the metric; below, 0.
    Steps {
        /// The metric that is looked up.
        metric: MetricId,
        /// Strictly ascending by the first value; not empty.
        table: Vec<(Number, Number)>,
    },
    /// How many of the conditions hold.
    Count(Vec<Condition>),
    /// What of a currency was credited in a window.
    Earned {
        /// Which currency.
        currency: CurrencyId,
        /// Which months.
        window: Window,
    },
    /// The balance of a currency at the end of the month.
    Held(CurrencyId),
    /// Whole months since a date fact.
    Since(MetricId),
}

/// How an input is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// The month's average daily balance.
    Balance,
    /// The month's total.
    Flow,
    /// A standing fact.
    Fact,
}

/// A part of a sum: the metric × `weight`, cut at `up_to`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// A number or a flag (1 or 0).
    pub metric: MetricId,
    /// 1 unless said; may be negative.
    pub weight: Number,
    /// The most that the part counts, after weighting.
    pub up_to: Option<Number>,
}

/// The months that a metric looks at from a month `m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Window {
    /// The `count` months that end `lag` months before `m`.
    Months {
        /// 1 to 120.
        count: u32,
        /// 0 to 120.
        lag: u32,
    },
    /// `m`'s calendar period up to `m`; with a lag, the whole period so many periods before.
    Period {
        /// Which period.
        period: Period,
        /// 0 to 120.
        lag: u32,
    },
}

/// What is taken of a window's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// The average, each month weighing the same.
    Average,
    /// The average, each month weighing as many as its days.
    DailyAverage,
    /// The sum.
    Total,
    /// The highest.
    Highest,
    /// The lowest.
    Lowest,
}

/// Who, or whether.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// A number within its bounds, all of which must hold; one or two.
    Number {
        /// The metric; not a flag or a date.
        metric: MetricId,
        /// One or two.
        bounds: Vec<Bound>,
    },
    /// A flag that is as said.
    Flag {
        /// The metric; a flag.
        metric: MetricId,
        /// What it must be.
        is: bool,
    },
    /// In a segment.
    Segment(SegmentId),
    /// A task achieved this month or before.
    Task(TaskId),
    /// This tier or a higher one in force this month.
    Tier(TierId),
    /// All of them; none: holds.
    All(Vec<Condition>),
    /// Any of them; none: does not hold.
    Any(Vec<Condition>),
    /// Not.
    Not(Box<Condition>),
    /// At least so many of them.
    AtLeast {
        /// How many.
        count: u32,
        /// Of which.
        among: Vec<Condition>,
    },
}

/// A side of a condition on a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// Which side, and whether the value itself is in.
    pub side: Side,
    /// The value.
    pub value: Number,
}

/// Which side of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// ≥
    AtLeast,
    /// >
    Above,
    /// ≤
    AtMost,
    /// <
    Below,
}

/// What is earned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Currency {
    /// Its id.
    pub id: CurrencyId,
    /// 0 to 6.
    pub decimals: u32,
    /// How a credit is brought to these decimals.
    pub round: Rounding,
    /// Whether it can be redeemed.
    pub redeemable: bool,
    /// When a lot expires; never, if absent.
    pub expire: Option<Expiry>,
    /// Over all accrual rules and boosts together.
    pub cap: Option<CurrencyCap>,
    /// Value of one unit to the customer, in the programme's money.
    pub worth: Option<Number>,
}

/// When a lot expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiry {
    /// So many months after the month of its credit.
    pub months: u32,
    /// At the end of that month, or of its year.
    pub at: ExpireAt,
}

/// The end at which a lot expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpireAt {
    /// The month's.
    MonthEnd,
    /// The programme's year's.
    YearEnd,
}

/// The most that may be credited of a currency in a period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurrencyCap {
    /// At most.
    pub amount: Number,
    /// In each.
    pub per: Period,
}

/// A customer group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Its id.
    pub id: SegmentId,
    /// Who is in it.
    pub when: Condition,
    /// Whether it is a stage of the lifecycle.
    pub stage: bool,
}

/// A growth task or achievement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What must hold.
    pub when: Condition,
    /// In how many consecutive months; from 1.
    pub streak: u32,
    /// At most once in each such period; once for all, if absent.
    pub repeat: Option<Period>,
    /// Whether it is shown only once achieved.
    pub hidden: bool,
    /// What is credited for it.
    pub rewards: Vec<Credit>,
}

/// An amount of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credit {
    /// Which currency.
    pub currency: CurrencyId,
    /// How much; not negative.
    pub amount: Number,
}

/// An accrual rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EarnRule {
    /// Its id.
    pub id: EarnId,
    /// What it credits.
    pub currency: CurrencyId,
    /// How much.
    pub yields: Yield,
    /// Evaluated in the last month of each such period.
    pub each: Period,
    /// Credited so many months later.
    pub delay: u32,
    /// Multiplier by tier; 1 where there is none.
    pub times: ByTier<Number>,
    /// Its own cap.
    pub cap: Option<Cap>,
    /// Who earns.
    pub when: Option<Condition>,
    /// When it is in force.
    pub validity: Validity,
}

/// How much a rule yields before the tier's multiplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Yield {
    /// For every `every` of the metric, `gives`.
    Gives {
        /// The metric.
        of: MetricId,
        /// Above 0.
        every: Number,
        /// Not negative.
        gives: Number,
        /// Whether only full `every`s count.
        full: bool,
    },
    /// The metric × `rate`.
    Rate {
        /// The metric.
        of: MetricId,
        /// Not negative.
        rate: Number,
        /// What the rate is per.
        basis: Basis,
    },
    /// A rate by band.
    Bands {
        /// The metric.
        of: MetricId,
        /// Not empty; strictly ascending by `from`, from 0.
        bands: Vec<Band>,
        /// Which part of the amount is taken at which rate.
        banding: Banding,
        /// What the rates are per.
        basis: Basis,
    },
    /// A fixed amount.
    Fixed(Number),
}

/// A rate from an amount on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// From this amount on.
    pub from: Number,
    /// The rate.
    pub rate: Number,
}

/// Which part of the amount is taken at which rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Banding {
    /// Each part at its band's.
    Marginal,
    /// All of it at the rate of the band that it is in.
    Whole,
}

/// What a rate is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A month.
    Month,
    /// A year: a month earns a twelfth.
    Year,
}

/// The most that may be credited in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cap {
    /// At most; no cap where there is none.
    pub amount: ByTier<Number>,
    /// In each.
    pub per: CapPeriod,
}

/// What a cap is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CapPeriod {
    /// A calendar period.
    Period(Period),
    /// The whole campaign; only for boosts.
    Campaign,
}

/// A campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Whom it is for; everybody, if absent.
    pub audience: Option<Condition>,
    /// More of what a rule yields.
    pub boosts: Vec<Boost>,
    /// Given once.
    pub gifts: Vec<Gift>,
}

/// More of what a rule yields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boost {
    /// The rule.
    pub earn: EarnId,
    /// So many times as much; at least 1.
    pub times: Number,
    /// Its own cap.
    pub cap: Option<Cap>,
}

/// A credit in the first month of the campaign in which the audience and `when` hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gift {
    /// Who gets it; the whole audience, if absent.
    pub when: Option<Condition>,
    /// What is given.
    pub credit: Credit,
}

/// A level of membership.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// Its id.
    pub id: TierId,
    /// Its place; unique, from 1.
    pub rank: u32,
    /// Who rises to it; absent in the base tier only.
    pub qualify: Option<Condition>,
    /// Who keeps it, beside those who qualify for it; absent where that is the same.
    pub keep: Option<Condition>,
    /// How long it is held after it was reached or confirmed.
    pub hold: Hold,
    /// How many reviews may be failed before falling.
    pub grace: u32,
    /// Where one falls.
    pub fall: Fall,
}

/// How long a tier is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// Not at all.
    None,
    /// So many months after the month of the review.
    Months(u32),
    /// To the end of the year of the month after the review.
    YearEnd,
    /// To the end of the year after that of the review.
    NextYearEnd,
}

/// Where one falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fall {
    /// To the tier that is qualified for.
    All,
    /// One rank down.
    One,
}

/// A benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Benefit {
    /// Its id.
    pub id: BenefitId,
    /// Who has it, beside the tier.
    pub when: Option<Condition>,
    /// When it is available.
    pub validity: Validity,
    /// The pool that it is chosen from.
    pub pool: Option<PoolId>,
    /// What each tier has of it; absent where it belongs to everybody who meets `when`.
    pub grants: Option<ByTier<Grant>>,
}

/// What a tier has of a benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    /// How much.
    pub extent: Extent,
    /// Value of one use to the customer, in the programme's money.
    pub worth: Option<Number>,
}

/// How much of a benefit is granted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// So many uses in each period; each time, if there is none.
    Quota {
        /// How many.
        uses: Number,
        /// In each.
        per: Option<Period>,
    },
    /// As many as one likes.
    Unlimited {
        /// Uses a year to reckon with.
        expected: Option<Number>,
    },
    /// A share off the price.
    Discount(Number),
    /// Money in each period; each time, if there is none.
    Amount {
        /// How much.
        amount: Number,
        /// In each.
        per: Option<Period>,
    },
    /// A rate.
    Rate(Number),
    /// What the wording says, without a figure.
    Included,
}

/// A pool of benefits from which a tier may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pool {
    /// Its id.
    pub id: PoolId,
    /// How many may be chosen.
    pub pick: ByTier<u32>,
    /// In each.
    pub per: Option<Period>,
}

/// An item of the rewards mall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reward {
    /// Its id.
    pub id: RewardId,
    /// In which its price is; absent in a programme without one that can be redeemed.
    pub currency: CurrencyId,
    /// The price where no tier has its own.
    pub price: Number,
    /// Prices of its own for tiers.
    pub prices: ByTier<Number>,
    /// Money paid besides.
    pub cash: Number,
    /// Value to the customer, in the programme's money.
    pub worth: Option<Number>,
    /// When it can be had.
    pub validity: Validity,
}

impl<T: Copy> ByTier<T> {
    /// The value of the tier at a place of the ladder.
    pub fn at(&self, place: usize) -> Option<T> {
        self.0.get(place).copied().flatten()
    }
}

impl Version {
    /// The place of a tier on the ladder, if this version has it.
    pub fn place(&self, tier: TierId) -> Option<usize> {
        self.ladder.iter().position(|other| other.id == tier)
    }

    /// A metric, if this version has it.
    pub fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// A currency, if this version has it.
    pub fn currency(&self, id: CurrencyId) -> Option<&Currency> {
        self.currencies.iter().find(|currency| currency.id == id)
    }
}

impl Window {
    /// Whether it ends before the month that it is seen from, and so needs nothing of it.
    pub fn lags(self) -> bool {
        let (Self::Months { lag, .. } | Self::Period { lag, .. }) = self;
        lag > 0
    }
}
