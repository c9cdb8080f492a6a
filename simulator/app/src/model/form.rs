//! Which fields there are: made from the rule book, never listed by hand.

use rulebook::model::{InputKind, Metric, MetricSource, Unit};
use rulebook::{CurrencyId, MetricId, Month, Number, RuleBook, TaskId, TierId};

use super::entry::Allowed;

/// Decimals of an amount of money.
const MONEY_DECIMALS: u32 = 2;

/// The fields for a run of months.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The customer's own inputs, by kind; no group is empty.
    pub groups: Vec<Group>,
    /// What the other members of the household have together; empty without a household.
    pub others: Vec<Field>,
    /// Opening balances of what can be redeemed.
    pub opening: Vec<Field>,
    /// The tiers in which a customer can start, lowest first.
    pub tiers: Vec<TierId>,
    /// Whether a task was achieved before, for those that are not hidden.
    pub tasks: Vec<Field>,
}

/// Fields of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which kind.
    pub kind: InputKind,
    /// In the order of the rule book.
    pub fields: Vec<Field>,
}

/// One field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// What it asks for.
    pub id: FieldId,
    /// What its values are.
    pub unit: Unit,
    /// The smallest sensible change; none for an amount of money for which the rules name none.
    pub step: Option<Number>,
    /// How many decimals it takes.
    pub decimals: u32,
}

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldId {
    /// An input of the customer's own.
    Own(MetricId),
    /// A pooled input: what the other members of the household have together.
    Others(MetricId),
    /// An opening balance.
    Opening(CurrencyId),
    /// Whether a task was achieved before.
    Task(TaskId),
}

impl Form {
    /// The form for a run of `months` months from `start`: with what any version asks for that is in force in it.
    pub fn new(book: &RuleBook, start: Month, months: u32) -> Self {
        let last = start.plus(i32::try_from(months).unwrap_or(1) - 1);
        let versions = &book.rules().versions[book.version_at(start)..=book.version_at(last)];
        let opening = &versions[0];

        let mut inputs: Vec<&Metric> = Vec::new();
        for metric in versions.iter().flat_map(|version| &version.metrics) {
            if input_kind(metric).is_some() && inputs.iter().all(|known| known.id != metric.id) {
                inputs.push(metric);
            }
        }
        let group = |kind| {
            let of_kind = inputs.iter().filter(|metric| input_kind(metric) == Some(kind));
            let fields: Vec<_> = of_kind.map(|metric| Field::own(metric)).collect();
            (!fields.is_empty()).then_some(Group { kind, fields })
        };
        let pooled = |metric: &&&Metric| {
            let mut households = versions.iter().filter_map(|version| version.household.as_ref());
            households.any(|household| household.members > 1 && household.pool.contains(&metric.id))
        };
        Self {
            groups: [InputKind::Balance, InputKind::Flow, InputKind::Fact]
                .into_iter()
                .filter_map(group)
                .collect(),
            others: inputs.iter().filter(pooled).map(|metric| Field::others(metric)).collect(),
            opening: (opening.currencies.iter().filter(|currency| currency.redeemable))
                .map(|currency| Field {
                    id: FieldId::Opening(currency.id),
                    unit: Unit::Currency(currency.id),
                    step: None,
                    decimals: currency.decimals,
                })
                .collect(),
            tiers: opening.ladder.iter().map(|tier| tier.id).collect(),
            tasks: opening
                .tasks
                .iter()
                .filter(|task| !task.hidden)
                .map(|task| Field::task(task.id))
                .collect(),
        }
    }

    /// All fields.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        let own = self.groups.iter().flat_map(|group| &group.fields);
        own.chain(&self.others).chain(&self.opening).chain(&self.tasks)
    }

    /// The field that asks for something, if there is one.
    pub fn field(&self, id: FieldId) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }
}

impl Field {
    fn own(metric: &Metric) -> Self {
        Self::of(metric, FieldId::Own(metric.id))
    }

    fn others(metric: &Metric) -> Self {
        Self::of(metric, FieldId::Others(metric.id))
    }

    fn task(task: TaskId) -> Self {
        Self { id: FieldId::Task(task), unit: Unit::Flag, step: None, decimals: 0 }
    }

    fn of(metric: &Metric, id: FieldId) -> Self {
        let counted = || (metric.unit != Unit::Money).then_some(Number::ONE);
        let least = if metric.unit == Unit::Money { MONEY_DECIMALS } else { 0 };
        let decimals = metric.step.map_or(0, Number::decimals).max(least);
        Self { id, unit: metric.unit, step: metric.step.or_else(counted), decimals }
    }

    /// Which numbers it takes.
    pub fn allowed(&self) -> Allowed {
        Allowed { decimals: self.decimals, money: self.unit == Unit::Money }
    }
}

fn input_kind(metric: &Metric) -> Option<InputKind> {
    match metric.source {
        MetricSource::Input(kind) => Some(kind),
        _ => None,
    }
}
