//! Values and ids, as answers write them.

use rulebook::{AnyId, Date, Id, IdTable, Ids, Number};
use serde::{Serialize, Serializer};

/// A metric's value: a text, `true` or `false`, or `null` for a date that is not given.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Number(Number),
    Flag(bool),
    Date(Option<Date>),
}

impl From<rulebook::Value> for Value {
    fn from(value: rulebook::Value) -> Self {
        match value {
            rulebook::Value::Number(number) => Self::Number(number),
            rulebook::Value::Flag(flag) => Self::Flag(flag),
            rulebook::Value::Date(date) => Self::Date(date),
        }
    }
}

/// An id with its kind: `metric:aum`.
pub(crate) struct OfKind<'a>(pub(crate) AnyId, pub(crate) &'a Ids);

impl Serialize for OfKind<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.display(self.1))
    }
}

/// The author's words for ids of one kind.
pub(crate) fn names<'a, K>(table: &'a IdTable<K>, ids: &[Id<K>]) -> Vec<&'a str> {
    ids.iter().map(|&id| &table[id]).collect()
}
