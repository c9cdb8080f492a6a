//! What is earned: currencies, accrual rules, tasks and campaigns.

use rulebook::model::{Banding, Basis, ExpireAt};
use rulebook::{CurrencyKey, Date, EarnKey, MetricKey, Period, Rounding};

use super::super::condition::Condition;
use super::super::record::{Read, Reader, record};
use super::super::shapes::{AtLeastOne, Entries, NotNegative, Positive, Ref, Text, Whole, choices};
use super::super::value::{Node, Spanned, Value};

record! {
    /// A table of `currencies.toml`
    pub struct Currency {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// How many decimals its amounts have.
        optional decimals: Whole<0, 6>,
        /// How a credit is brought to these decimals.
        optional round: Rounding,
        /// Whether it can be redeemed.
        optional redeemable: bool,
        /// When it expires.
        optional expire: Expire,
        /// The most that is credited by rules and boosts.
        optional cap: CurrencyCap,
        /// Value of one unit to the customer.
        optional worth: NotNegative,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// `expire` of a currency
    pub struct Expire {
        /// So many months after the credit.
        required months: Whole<1, 1200>,
        /// At the end of that month or of its year.
        optional at: ExpireAt,
    }

    /// `cap` of a currency
    pub struct CurrencyCap {
        /// At most.
        required amount: NotNegative,
        /// In each.
        required per: Period,
    }

    /// A table of `earn.toml`
    pub struct Earn {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// What it credits; the first currency if absent.
        optional currency: Ref<CurrencyKey>,
        /// The metric that earns.
        optional of: Ref<MetricKey>,
        /// For every so much …
        optional every: Positive,
        /// … so much.
        optional gives: NotNegative,
        /// Whether only full `every`s count.
        optional units: UnitsWord,
        /// The amount × the rate.
        optional rate: NotNegative,
        /// A rate by band.
        optional bands: Vec<Spanned<Band>>,
        /// Which part is taken at which rate.
        optional banding: Banding,
        /// What the rates are per.
        optional basis: Basis,
        /// A fixed amount.
        optional fixed: NotNegative,
        /// Evaluated in the month that ends each such period.
        optional each: Period,
        /// Credited so many months later.
        optional delay: Whole<0, 120>,
        /// Multiplier by tier.
        optional times: Entries<NotNegative>,
        /// The most that it credits.
        optional cap: Cap,
        /// Who earns.
        optional when: Condition,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// A band of rates.
    pub struct Band {
        /// From this amount on.
        required from: NotNegative,
        /// The rate.
        required rate: NotNegative,
    }

    /// `cap` of a rule or a boost
    pub struct Cap {
        /// At most.
        required amount: ByTierOrOne,
        /// In each.
        required per: CapWord,
    }

    /// `tasks/ID.md`
    pub struct Task {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// What must hold.
        required when: Condition,
        /// In how many consecutive months.
        optional streak: Whole<1, 120>,
        /// `"once"`, or at most once in each period.
        optional repeat: RepeatWord,
        /// Whether it is shown only once achieved.
        optional hidden: bool,
        /// What is credited for it.
        optional rewards: Vec<Spanned<TaskReward>>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// A reward of a task
    pub struct TaskReward {
        /// The currency; the first if absent.
        optional currency: Ref<CurrencyKey>,
        /// How much.
        required amount: NotNegative,
    }

    /// `campaigns/ID.md`
    pub struct Campaign {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// First day.
        required from: Date,
        /// Last day.
        required to: Date,
        /// Its phases.
        optional phases: Vec<Spanned<Phase>>,
        /// Whom it is for.
        optional audience: Condition,
        /// More of what a rule yields.
        optional boosts: Vec<Spanned<Boost>>,
        /// Given once.
        optional gifts: Vec<Spanned<Gift>>,
        /// Never published.
        optional internal: CampaignInternal,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// A phase of a campaign
    pub struct Phase {
        /// Its name.
        words name: Text,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
    }

    /// A boost of a campaign
    pub struct Boost {
        /// The rule.
        required earn: Ref<EarnKey>,
        /// So many times as much.
        required times: AtLeastOne,
        /// Its own cap.
        optional cap: Cap,
    }

    /// A gift of a campaign
    pub struct Gift {
        /// Who gets it.
        optional when: Condition,
        /// The currency; the first if absent.
        optional currency: Ref<CurrencyKey>,
        /// How much.
        required amount: NotNegative,
    }

    /// `[internal]` of a campaign
    pub struct CampaignInternal {
        /// What it may cost.
        optional budget: NotNegative,
    }
}

/// One amount for all, or a table by tier.
#[derive(Clone, Debug, PartialEq)]
pub enum ByTierOrOne {
    /// For all tiers.
    One(NotNegative),
    /// By tier.
    ByTier(Entries<NotNegative>),
}

impl Read for ByTierOrOne {
    const EXPECTED: &'static str = "amount-or-table";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Table(_) => Entries::read(node, reader).map(Self::ByTier),
            Value::Number(_) | Value::Text(_) => NotNegative::read(node, reader).map(Self::One),
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}

/// Whether only full units count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitsWord {
    /// Only full ones.
    Full,
    /// In proportion.
    Exact,
}

/// What a cap is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapWord(pub rulebook::model::CapPeriod);

/// How often a task can be achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatWord(pub Option<Period>);

const fn per(period: Period) -> CapWord {
    CapWord(rulebook::model::CapPeriod::Period(period))
}

choices! {
    UnitsWord {
        "full" = UnitsWord::Full,
        "exact" = UnitsWord::Exact,
    }
    CapWord {
        "month" = per(Period::Month),
        "quarter" = per(Period::Quarter),
        "half-year" = per(Period::HalfYear),
        "year" = per(Period::Year),
        "campaign" = CapWord(rulebook::model::CapPeriod::Campaign),
    }
    RepeatWord {
        "once" = RepeatWord(None),
        "month" = RepeatWord(Some(Period::Month)),
        "quarter" = RepeatWord(Some(Period::Quarter)),
        "half-year" = RepeatWord(Some(Period::HalfYear)),
        "year" = RepeatWord(Some(Period::Year)),
    }
    Banding {
        "marginal" = Banding::Marginal,
        "whole" = Banding::Whole,
    }
    Basis {
        "month" = Basis::Month,
        "year" = Basis::Year,
    }
    ExpireAt {
        "month-end" = ExpireAt::MonthEnd,
        "year-end" = ExpireAt::YearEnd,
    }
}
