//! A month's result as an author may speak of it in a worked example: what can be named, and whether what was written
//! is what was found.

use std::fmt;

use rulebook::{Account, Date, Id, IdTable, Ids, Line, MonthResult, Number, Review, Value};

use super::example::Figure;
use crate::content::decimal;
use crate::content::value::{self, Node};

/// What an author can name of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Month,
    Tier,
    NextTier,
    Review,
    Metrics,
    Segments,
    Tasks,
    Lines,
    Earned,
    Pending,
    Redeemed,
    Expired,
    Balance,
    Benefits,
    /// Some of the benefits, others beside them.
    BenefitsInclude,
}

/// Every key that stands for a part of the result.
const KEYS: [(&str, Key); 14] = [
    ("month", Key::Month),
    ("tier", Key::Tier),
    ("metrics", Key::Metrics),
    ("segments", Key::Segments),
    ("tasks", Key::Tasks),
    ("lines", Key::Lines),
    ("earned", Key::Earned),
    ("pending", Key::Pending),
    ("redeemed", Key::Redeemed),
    ("expired", Key::Expired),
    ("balance", Key::Balance),
    ("benefits", Key::Benefits),
    ("review", Key::Review),
    ("next_tier", Key::NextTier),
];

impl Key {
    pub(super) fn named(name: &str) -> Option<Self> {
        if name == "benefits_include" {
            return Some(Self::BenefitsInclude);
        }
        KEYS.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
    }

    /// The names of all figures that stand for a part of the result.
    pub(super) fn names() -> Vec<&'static str> {
        KEYS.iter().map(|(name, _)| *name).collect()
    }

    /// The figure that it is as a whole.
    pub(super) fn figure(self) -> Option<Figure> {
        match self {
            Self::Tier => Some(Figure::Tier),
            Self::NextTier => Some(Figure::NextTier),
            Self::Review => Some(Figure::Review),
            Self::Segments => Some(Figure::Segments),
            Self::Tasks => Some(Figure::Tasks),
            Self::Lines => Some(Figure::Lines),
            Self::Benefits => Some(Figure::Benefits),
            Self::Month
            | Self::Metrics
            | Self::Earned
            | Self::Pending
            | Self::Redeemed
            | Self::Expired
            | Self::Balance
            | Self::BenefitsInclude => None,
        }
    }

    /// The figure of one field of it.
    pub(super) fn figure_of(self, field: &str, ids: &Ids) -> Option<Figure> {
        let of_currency = |figure: fn(_) -> Figure| ids.currencies.find(field).map(figure);
        match self {
            Self::Metrics => ids.metrics.find(field).map(Figure::Metric),
            Self::Earned => of_currency(Figure::Earned),
            Self::Pending => of_currency(Figure::Pending),
            Self::Redeemed => of_currency(Figure::Redeemed),
            Self::Expired => of_currency(Figure::Expired),
            Self::Balance => of_currency(Figure::Balance),
            key => key.figure(),
        }
    }
}

/// What was found.
pub(super) enum Found<'a> {
    /// An id, or another word.
    Word(String),
    Value(Value),
    Count(u32),
    /// Ids, in their order.
    List(Vec<&'a str>),
    Lines(Vec<[(&'static str, Found<'a>); 3]>),
    /// Figures by name, in the order of the names.
    Table(Vec<(&'a str, Found<'a>)>),
    Nothing,
}

impl<'a> Found<'a> {
    pub(super) fn of(key: Key, result: &MonthResult, ids: &'a Ids) -> Self {
        let accounts = |figure: fn(&Account) -> Number| {
            let accounts = result.accounts.iter();
            let named = accounts.map(|account| {
                (&ids.currencies[account.currency], Self::Value(Value::Number(figure(account))))
            });
            Self::Table(named.collect())
        };
        match key {
            Key::Month => Self::Word(result.month.to_string()),
            Key::Tier => Self::Word(ids.tiers[result.tier].to_owned()),
            Key::NextTier => Self::Word(ids.tiers[result.next_tier].to_owned()),
            Key::Review => result.review.as_ref().map_or(Self::Nothing, |review| Self::review(review, ids)),
            Key::Metrics => {
                let metrics = result.metrics.iter();
                Self::Table(metrics.map(|&(id, value)| (&ids.metrics[id], Self::Value(value))).collect())
            }
            Key::Segments => Self::List(names(&ids.segments, &result.segments)),
            Key::Tasks => Self::List(names(&ids.tasks, &result.tasks)),
            Key::Benefits | Key::BenefitsInclude => Self::List(names(&ids.benefits, &result.benefits)),
            Key::Lines => Self::Lines(result.lines.iter().map(|line| Self::line(line, ids)).collect()),
            Key::Earned => accounts(|account| account.earned),
            Key::Pending => accounts(|account| account.pending),
            Key::Redeemed => accounts(|account| account.redeemed),
            Key::Expired => accounts(|account| account.expired),
            Key::Balance => accounts(|account| account.balance),
        }
    }

    fn review(review: &Review, ids: &Ids) -> Self {
        let held_until = review.held_until.map_or(Self::Nothing, |month| Self::Word(month.to_string()));
        Self::Table(vec![
            ("failures", Self::Count(review.failures)),
            ("held_until", held_until),
            ("outcome", Self::Word(review.outcome.name().to_owned())),
            ("qualified", Self::Word(ids.tiers[review.qualified].to_owned())),
        ])
    }

    fn line(line: &Line, ids: &Ids) -> [(&'static str, Self); 3] {
        [
            ("amount", Self::Value(Value::Number(line.amount))),
            ("currency", Self::Word(ids.currencies[line.currency].to_owned())),
            ("source", Self::Word(line.source.display(ids).to_string())),
        ]
    }

    /// Whether it is what an author wrote: numbers by value, in whatever form; of a credit, what is written of it.
    pub(super) fn is(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Self::Word(word), value::Value::Text(text) | value::Value::Date(text)) => word == text,
            (Self::Value(value), written) => is_value(*value, written),
            (Self::Count(count), value::Value::Number(text)) => *text == count.to_string(),
            (Self::List(ids), value::Value::Array(nodes)) => {
                let same = |(id, node): (&&str, &Node)| matches!(&node.value, value::Value::Text(text) if text == id);
                ids.len() == nodes.len() && ids.iter().zip(nodes).all(same)
            }
            (Self::Lines(lines), value::Value::Array(nodes)) => {
                let same = |(line, node): (&[(&str, Self); 3], &Node)| {
                    let value::Value::Table(table) = &node.value else { return false };
                    table.entries.iter().all(|(key, node)| {
                        line.iter().any(|(name, found)| *name == key.value && found.is(node))
                    })
                };
                lines.len() == nodes.len() && lines.iter().zip(nodes).all(same)
            }
            (Self::Nothing, value::Value::Null) => true,
            _ => false,
        }
    }

    /// The first id that stands only in what was written, or only in what was found.
    pub(super) fn differing<'b>(&'b self, node: &'b Node) -> Option<&'b str> {
        let (Self::List(found), value::Value::Array(nodes)) = (self, &node.value) else { return None };
        let text = |node: &'b Node| {
            if let value::Value::Text(text) = &node.value { Some(text.as_str()) } else { None }
        };
        let expected: Vec<_> = nodes.iter().filter_map(text).collect();
        let missing = expected.iter().find(|id| !found.contains(id));
        missing.or_else(|| found.iter().find(|id| !expected.contains(id))).copied()
    }
}

fn is_value(found: Value, written: &value::Value) -> bool {
    let number = |number: Result<Number, _>| number.is_ok_and(|written| Value::Number(written) == found);
    match (found, written) {
        (Value::Flag(found), value::Value::Flag(written)) => found == *written,
        (Value::Number(_), value::Value::Number(text)) => number(decimal::from_number(text)),
        // A result has more decimals than an author may write elsewhere.
        (Value::Number(found), value::Value::Text(text)) => {
            *text == found.to_string() || number(decimal::from_text(text))
        }
        (Value::Date(Some(date)), value::Value::Text(text) | value::Value::Date(text)) => {
            text.parse::<Date>() == Ok(date)
        }
        (Value::Date(None), value::Value::Null) => true,
        _ => false,
    }
}

/// As the result is printed for programs.
impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Value(Value::Number(number)) => number.fmt(f),
            Self::Value(Value::Date(Some(date))) => date.fmt(f),
            found => found.json().fmt(f),
        }
    }
}

impl Found<'_> {
    fn json(&self) -> serde_json::Value {
        match self {
            Self::Word(_) | Self::Value(Value::Number(_) | Value::Date(Some(_))) => self.to_string().into(),
            Self::Value(Value::Flag(flag)) => (*flag).into(),
            Self::Value(Value::Date(None)) | Self::Nothing => serde_json::Value::Null,
            Self::Count(count) => (*count).into(),
            Self::List(ids) => ids.as_slice().into(),
            Self::Lines(lines) => lines.iter().map(|line| object(line)).collect(),
            Self::Table(fields) => object(fields),
        }
    }
}

fn object(fields: &[(&str, Found<'_>)]) -> serde_json::Value {
    fields.iter().map(|(name, found)| ((*name).to_owned(), found.json())).collect()
}

fn names<'a, K>(table: &'a IdTable<K>, ids: &[Id<K>]) -> Vec<&'a str> {
    ids.iter().map(|&id| &table[id]).collect()
}
