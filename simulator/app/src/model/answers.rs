//! What was entered, as it was entered, and the customer that it describes.

use std::collections::{BTreeMap, BTreeSet};

use rulebook::model::Unit;
use rulebook::{Customer, Inputs, Month, Number, PriorCredit, TierId, Value};

use super::entry::{self, EntryError};
use super::form::{Field, FieldId, Form};

/// What was entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// First month of the run.
    pub start: Month,
    /// The tier in the first month; the base tier, if absent.
    pub tier: Option<TierId>,
    /// The last month of that tier's hold.
    pub held_until: Option<Month>,
    /// What stands in the fields, by field; what is absent is empty.
    pub texts: BTreeMap<FieldId, String>,
    /// The boxes that are ticked.
    pub ticked: BTreeSet<FieldId>,
}

/// The fields whose texts were refused, with the reasons.
pub type Problems = BTreeMap<FieldId, EntryError>;

impl Answers {
    /// Nothing entered.
    pub fn new(start: Month) -> Self {
        Self { start, tier: None, held_until: None, texts: BTreeMap::new(), ticked: BTreeSet::new() }
    }

    /// What stands in a field.
    pub fn text(&self, id: FieldId) -> &str {
        self.texts.get(&id).map_or("", String::as_str)
    }

    /// The number that a field holds, or why it holds none.
    pub fn number(&self, field: &Field) -> Result<Number, EntryError> {
        entry::number(self.text(field.id), field.allowed())
    }

    /// The customer described, for a run of so many months; or what is wrong, field by field.
    pub fn customer(&self, form: &Form, months: u32) -> Result<Customer, Problems> {
        let mut problems = Problems::new();
        let mut customer = Customer::new(self.start, months);
        customer.tier = self.tier.filter(|tier| form.tiers.contains(tier));
        let base = form.tiers.first();
        customer.held_until =
            self.held_until.filter(|_| customer.tier.is_some() && customer.tier.as_ref() != base);

        let mut others = Inputs::new();
        for field in form.fields() {
            match (self.value(field), field.id) {
                (Err(error), id) => {
                    problems.insert(id, error);
                }
                (Ok(value), FieldId::Own(metric)) => {
                    customer.every.insert(metric, value);
                }
                (Ok(value), FieldId::Others(metric)) => {
                    others.insert(metric, value);
                }
                (Ok(value), FieldId::Task(task)) => {
                    customer.achieved.extend((value == Value::Flag(true)).then_some(task));
                }
                (Ok(value), FieldId::Opening(currency)) => {
                    let amount = value.number();
                    if amount.is_positive() {
                        // When it was earned is not asked for; the month before keeps it longest.
                        customer.lots.push(PriorCredit { currency, month: self.start.plus(-1), amount });
                    }
                }
            }
        }
        if others.values().any(|value| value.number().is_positive()) {
            customer.members.push(others);
        }
        if problems.is_empty() { Ok(customer) } else { Err(problems) }
    }

    fn value(&self, field: &Field) -> Result<Value, EntryError> {
        match field.unit {
            Unit::Flag => Ok(Value::Flag(self.ticked.contains(&field.id))),
            Unit::Date => match self.text(field.id).trim() {
                "" => Ok(Value::Date(None)),
                text => text.parse().map(|date| Value::Date(Some(date))).map_err(|_| EntryError::NotADate),
            },
            _ => self.number(field).map(Value::Number),
        }
    }
}
