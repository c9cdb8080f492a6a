//! What a product team may write: each kind of file and table, its fields declared once.

use rulebook::model::{Banding, Basis, ExpireAt, Fall, InputKind};
use rulebook::{CurrencyKey, Date, EarnKey, Kind, MetricKey, Period, PoolKey, Rounding, TaskKey, TierKey};

use super::condition::Condition;
use super::record::{Read, Reader, record};
use super::shapes::{
    AtLeastOne, Colour, Decimal, Entries, HoldFor, NotNegative, Positive, Raw, Ref, Share, Text, Whole,
    choices,
};
use super::value::{Node, Spanned, Value};

/// The kinds that have ids but take no part in the rules.
macro_rules! site_kinds {
    ($($(#[$doc:meta])* $key:ident = $name:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $key {}

        impl Kind for $key {
            const NAME: &'static str = $name;
        }
    )*};
}

site_kinds! {
    /// A shelf of benefits or rewards.
    CategoryKey = "category";
    /// A merchant or supplier.
    PartnerKey = "partner";
}

record! {
    /// `programme.toml`
    pub struct Programme {
        /// The version of the content format: 1.
        required format: Whole<0, { u32::MAX }>,
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// The programme's money, an ISO 4217 code.
        required currency: Text,
        /// The default locale, BCP 47.
        required locale: Text,
        /// All locales; the default one if absent.
        optional locales: Vec<Spanned<Text>>,
        /// First day of these rules; a month's first.
        required effective: Date,
        /// Tiers are reviewed at the end of each such period.
        optional review: Period,
        /// The programme's days are days there; IANA.
        optional time_zone: Text,
        /// The month in which the programme's year starts.
        optional year_starts: Whole<1, 12>,
        /// Default for tiers.
        optional hold: HoldFor,
        /// Default for tiers.
        optional grace: Whole<0, { u32::MAX }>,
        /// Default for tiers.
        optional fall: Fall,
        /// Base address of the published site.
        optional site: Text,
        /// Pooling over a household.
        optional household: Household,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `[household]` of `programme.toml`
    pub struct Household {
        /// Input metrics that are added up over the members.
        required pool: Vec<Spanned<Ref<MetricKey>>>,
        /// At most, the customer included.
        required members: Whole<1, { u32::MAX }>,
    }

    /// A table of `metrics.toml`
    pub struct Metric {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// What its values are.
        optional unit: UnitWord,
        /// How hard one step is for a customer.
        optional effort: NotNegative,
        /// The smallest sensible change.
        optional step: Positive,
        /// An input, and how it is measured.
        optional input: InputKind,
        /// The sum of its parts.
        optional sum: Vec<Spanned<Part>>,
        /// The greatest of its parts.
        optional greatest: Vec<Spanned<Part>>,
        /// The least of its parts.
        optional least: Vec<Spanned<Part>>,
        /// Another metric over a window.
        optional over: Over,
        /// A table of steps.
        optional steps: Steps,
        /// How many conditions hold.
        optional count: Vec<Spanned<Condition>>,
        /// What of a currency was credited.
        optional earned: Earned,
        /// The balance of a currency.
        optional held: Ref<CurrencyKey>,
        /// Whole months since a date fact.
        optional since: Ref<MetricKey>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// A part of a sum.
    pub struct WeightedPart {
        /// The metric.
        required metric: Ref<MetricKey>,
        /// Its weight.
        optional weight: Decimal,
        /// The most that it counts, after weighting.
        optional up_to: Decimal,
    }

    /// `over` of a metric
    pub struct Over {
        /// The metric.
        required metric: Ref<MetricKey>,
        /// What is taken of its values.
        required take: TakeWord,
        /// So many months.
        optional months: Whole<1, 120>,
        /// Or a calendar period.
        optional period: Period,
        /// So many months or periods earlier.
        optional lag: Whole<0, 120>,
        /// Whether months before the start count.
        optional missing: MissingWord,
        /// What an average weighs by.
        optional weigh: WeighWord,
    }

    /// `steps` of a metric
    pub struct Steps {
        /// The metric.
        required metric: Ref<MetricKey>,
        /// Threshold and value.
        required table: Vec<Spanned<StepRow>>,
    }

    /// `earned` of a metric
    pub struct Earned {
        /// The currency.
        required currency: Ref<CurrencyKey>,
        /// So many months.
        optional months: Whole<1, 120>,
        /// Or a calendar period.
        optional period: Period,
        /// So many months or periods earlier.
        optional lag: Whole<0, 120>,
    }

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

    /// A table of `categories.toml`
    pub struct Category {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What is on it.
        words text: Text,
        /// What is on it.
        words description: Text,
        /// The name of an icon.
        optional icon: Text,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
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

    /// A table of `pools.toml`
    pub struct Pool {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// How many may be chosen, by tier.
        optional pick: Entries<Whole<0, { u32::MAX }>>,
        /// In each.
        optional per: Period,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// A table of `glossary.toml`
    pub struct Term {
        /// The term.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// The name of an icon.
        optional icon: Text,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// `tiers/ID.md`
    pub struct Tier {
        /// Its place; the lowest is the base tier.
        required rank: Whole<1, { u32::MAX }>,
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// Its accent.
        optional colour: Colour,
        /// Who rises to it.
        optional qualify: Condition,
        /// Who keeps it.
        optional keep: Condition,
        /// How long it is held.
        optional hold: HoldFor,
        /// Reviews that may be failed before falling.
        optional grace: Whole<0, { u32::MAX }>,
        /// Where one falls.
        optional fall: Fall,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `benefits/ID.md`
    pub struct Benefit {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// The shelf that it stands on.
        optional category: Ref<CategoryKey>,
        /// Where it can be used.
        optional channels: Vec<Spanned<Text>>,
        /// Who supplies it.
        optional partner: Ref<PartnerKey>,
        /// Who has it, beside the tier.
        optional when: Condition,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
        /// The pool that it is chosen from.
        optional pool: Ref<PoolKey>,
        /// What each tier has of it.
        optional tiers: Entries<Grant>,
        /// Never published.
        optional internal: BenefitInternal,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `[tiers.ID]` of a benefit
    pub struct Grant {
        /// So many uses, or `"unlimited"`.
        optional quota: Quota,
        /// In each.
        optional per: Period,
        /// Value of one use to the customer.
        optional worth: NotNegative,
        /// Uses a year to reckon with where there is no quota.
        optional expected: NotNegative,
        /// A share off the price.
        optional discount: Share,
        /// Money.
        optional amount: NotNegative,
        /// A rate.
        optional rate: NotNegative,
        /// Wording for the table's cell.
        words text: Text,
        /// Whether the inheritance ends here.
        optional withdrawn: bool,
    }

    /// `[internal]` of a benefit
    pub struct BenefitInternal {
        /// The bank's cost of one use.
        optional cost: NotNegative,
        /// The share of the grant that is used.
        optional take_up: Share,
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

    /// `rewards/ID.md`
    pub struct Reward {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// The shelf that it stands on.
        optional category: Ref<CategoryKey>,
        /// In which its price is; the first redeemable one if absent.
        optional currency: Ref<CurrencyKey>,
        /// The price.
        required price: NotNegative,
        /// Prices by tier.
        optional prices: Entries<NotNegative>,
        /// Money paid besides.
        optional cash: NotNegative,
        /// Value to the customer.
        optional worth: NotNegative,
        /// Who supplies it.
        optional partner: Ref<PartnerKey>,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
        /// Never published.
        optional internal: RewardInternal,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `[internal]` of a reward
    pub struct RewardInternal {
        /// The bank's cost of one.
        optional cost: NotNegative,
        /// How many there are.
        optional stock: NotNegative,
    }

    /// `segments/ID.md`
    pub struct Segment {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// Who is in it.
        required when: Condition,
        /// Whether it is a stage of the lifecycle.
        optional stage: bool,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `partners/ID.md`
    pub struct Partner {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// What kind of partner it is.
        words kind: Text,
        /// Its own site.
        optional url: Text,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `faq/ID.md`
    pub struct Faq {
        /// The question.
        words question: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it is about: `"tier:gold"`.
        optional about: Vec<Spanned<Text>>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `news/ID.md`
    pub struct News {
        /// Its title.
        words title: Text,
        /// One sentence about it.
        words summary: Text,
        /// When it was published.
        required date: Date,
        /// The last day on which it is shown.
        optional expires: Date,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `pages/ID.md`
    pub struct Page {
        /// Its title.
        words title: Text,
        /// One sentence about it.
        words summary: Text,
        /// Whether it stands in the menu.
        optional menu: bool,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// A customer's file
    pub struct Customer {
        /// First month.
        required start: rulebook::Month,
        /// How many months to run.
        required months: Whole<1, 120>,
        /// The tier in force in the first month.
        optional tier: Ref<TierKey>,
        /// The last month of that tier's hold.
        optional held_until: rulebook::Month,
        /// Tasks achieved before the start.
        optional achieved: Vec<Spanned<Ref<TaskKey>>>,
        /// Opening balances.
        optional lots: Entries<Vec<Spanned<PastAmount>>>,
        /// Credited before the start; counts for `earned` metrics only.
        optional earned: Entries<Vec<Spanned<PastAmount>>>,
        /// Input metrics, the same in every month.
        optional every: Entries<Raw>,
        /// What differs in one month.
        optional month: Entries<Entries<Raw>>,
        /// What is spent in a month.
        optional redeem: Entries<Entries<NotNegative>>,
        /// The other members of the household.
        optional members: Vec<Spanned<Entries<Raw>>>,
    }

    /// `examples/ID.toml`
    pub struct Example {
        /// Its name.
        words name: Text,
        /// What it shows.
        words text: Text,
        /// Where it comes from.
        words source: Text,
        /// What must come out, by month.
        optional expect: Entries<Raw>,
        /// First month.
        required start: rulebook::Month,
        /// How many months to run.
        required months: Whole<1, 120>,
        /// The tier in force in the first month.
        optional tier: Ref<TierKey>,
        /// The last month of that tier's hold.
        optional held_until: rulebook::Month,
        /// Tasks achieved before the start.
        optional achieved: Vec<Spanned<Ref<TaskKey>>>,
        /// Opening balances.
        optional lots: Entries<Vec<Spanned<PastAmount>>>,
        /// Credited before the start; counts for `earned` metrics only.
        optional earned: Entries<Vec<Spanned<PastAmount>>>,
        /// Input metrics, the same in every month.
        optional every: Entries<Raw>,
        /// What differs in one month.
        optional month: Entries<Entries<Raw>>,
        /// What is spent in a month.
        optional redeem: Entries<Entries<NotNegative>>,
        /// The other members of the household.
        optional members: Vec<Spanned<Entries<Raw>>>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}

impl Example {
    /// The customer that it is about.
    pub fn customer(&self) -> Customer {
        let Self { span, has_unknown, start, months, tier, held_until, achieved, lots, earned, .. } =
            self.clone();
        let Self { every, month, redeem, members, .. } = self.clone();
        Customer {
            span,
            has_unknown,
            start,
            months,
            tier,
            held_until,
            achieved,
            lots,
            earned,
            every,
            month,
            redeem,
            members,
        }
    }
}

/// A part of a sum: a metric's id, or a table with its weight.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Just the metric.
    Metric(Ref<MetricKey>),
    /// With its weight.
    Weighted(WeightedPart),
}

impl Read for Part {
    const EXPECTED: &'static str = "part";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(id) => Some(Self::Metric(Ref::new(id))),
            Value::Table(_) => WeightedPart::read(node, reader).map(Self::Weighted),
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}

/// A row of `steps`: threshold and value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepRow(pub Decimal, pub Decimal);

impl Read for StepRow {
    const EXPECTED: &'static str = "step-row";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Array(nodes) if nodes.len() == 2 => {
                let (threshold, value) = (Decimal::read(&nodes[0], reader), Decimal::read(&nodes[1], reader));
                Some(Self(threshold?, value?))
            }
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}

/// An amount of a month before the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastAmount(pub rulebook::Month, pub NotNegative);

impl Read for PastAmount {
    const EXPECTED: &'static str = "past-amount";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Array(nodes) if nodes.len() == 2 => {
                let month = rulebook::Month::read(&nodes[0], reader);
                let amount = NotNegative::read(&nodes[1], reader);
                Some(Self(month?, amount?))
            }
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
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

/// So many uses, or as many as one likes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quota {
    /// So many.
    Uses(NotNegative),
    /// `"unlimited"`
    Unlimited,
}

impl Read for Quota {
    const EXPECTED: &'static str = "quota";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "unlimited" => Some(Self::Unlimited),
            Value::Text(text) if !text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) => {
                super::shapes::choice(node, reader, &[("unlimited", Self::Unlimited)])
            }
            Value::Number(_) | Value::Text(_) => NotNegative::read(node, reader).map(Self::Uses),
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}

/// What a metric's values are, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitWord {
    /// `money`
    Money,
    /// `count`
    Count,
    /// `flag`
    Flag,
    /// `months`
    Months,
    /// `years`
    Years,
    /// `date`
    Date,
}

/// What is taken of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeWord {
    /// `average`
    Average,
    /// `total`
    Total,
    /// `highest`
    Highest,
    /// `lowest`
    Lowest,
}

/// What becomes of months before the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingWord {
    /// They count as 0.
    Zero,
    /// They are left out.
    Skip,
}

/// What an average weighs by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeighWord {
    /// Each month the same.
    Months,
    /// Each month by its days.
    Days,
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
    UnitWord {
        "money" = UnitWord::Money,
        "count" = UnitWord::Count,
        "flag" = UnitWord::Flag,
        "months" = UnitWord::Months,
        "years" = UnitWord::Years,
        "date" = UnitWord::Date,
    }
    TakeWord {
        "average" = TakeWord::Average,
        "total" = TakeWord::Total,
        "highest" = TakeWord::Highest,
        "lowest" = TakeWord::Lowest,
    }
    MissingWord {
        "zero" = MissingWord::Zero,
        "skip" = MissingWord::Skip,
    }
    WeighWord {
        "months" = WeighWord::Months,
        "days" = WeighWord::Days,
    }
    UnitsWord {
        "full" = UnitsWord::Full,
        "exact" = UnitsWord::Exact,
    }
    InputKind {
        "balance" = InputKind::Balance,
        "flow" = InputKind::Flow,
        "fact" = InputKind::Fact,
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
    Fall {
        "all" = Fall::All,
        "one" = Fall::One,
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
}
