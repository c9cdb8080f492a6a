//! `metrics.toml`.

use rulebook::model::InputKind;
use rulebook::{CurrencyKey, MetricKey, Period};

use super::super::condition::Condition;
use super::super::record::{Read, Reader, record};
use super::super::shapes::{Decimal, NotNegative, Positive, Ref, Text, Whole, choices};
use super::super::value::{Node, Spanned, Value};

record! {
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
}

impl Metric {
    /// Whether it is worked out from others.
    pub fn is_derived(&self) -> bool {
        self.sum.is_present()
            || self.greatest.is_present()
            || self.least.is_present()
            || self.over.is_present()
            || self.steps.is_present()
            || self.count.is_present()
            || self.earned.is_present()
            || self.held.is_present()
            || self.since.is_present()
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
    InputKind {
        "balance" = InputKind::Balance,
        "flow" = InputKind::Flow,
        "fact" = InputKind::Fact,
    }
}
