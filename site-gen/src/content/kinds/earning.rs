//! What is earned: currencies and accrual rules.

use rulebook::model::{Banding, Basis, ExpireAt};
use rulebook::{CurrencyKey, Date, MetricKey, Period, Rounding};

use super::super::condition::Condition;
use super::super::record::{Read, Reader, record};
use super::super::shapes::{Entries, NotNegative, Positive, Ref, Text, Whole, choices};
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
