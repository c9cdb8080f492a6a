//! A parsed file before it has a meaning: values that remember where they stand. TOML and JSON come to the same
//! form, with numbers as their source text.

use std::cmp::Ordering;
use std::ops::Deref;
use std::sync::Arc;

use crate::diagnostics::Span;

/// A value and where it stands. Equality is the value's.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its file.
    pub span: Span,
}

/// A stretch of a file's text, which is shared with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    text: Arc<str>,
    span: Span,
}

impl Stretch {
    /// A stretch of a text.
    pub fn new(text: Arc<str>, span: Span) -> Self {
        Self { text, span }
    }

    /// Whether it is the same stretch of the same reading of a file.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) && self.span == other.span
    }

    /// Where it stands in its file.
    pub fn span(&self) -> Span {
        self.span
    }
}

impl Deref for Stretch {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text[self.span.range()]
    }
}

/// A value of a file.
pub type Node = Spanned<Value>;

/// What a value can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A number, as it was written.
    Number(String),
    /// `true` or `false`.
    Flag(bool),
    /// A date or a time, as it was written.
    Date(String),
    /// JSON's `null`.
    Null,
    /// A list.
    Array(Vec<Node>),
    /// A table, in the order of the file.
    Table(Table),
}

/// A table: its keys with their values, in the order of the file, no key twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Key and value.
    pub entries: Vec<(Spanned<String>, Node)>,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub fn new(value: T, span: impl Into<Span>) -> Self {
        Self { value, span: span.into() }
    }

    /// Another value at the same place.
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: map(self.value), span: self.span }
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: PartialOrd> PartialOrd for Spanned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

impl Node {
    fn shift(&mut self, by: usize) {
        self.span = self.span.shifted(by);
        match &mut self.value {
            Value::Array(nodes) => nodes.iter_mut().for_each(|node| node.shift(by)),
            Value::Table(table) => table.shift(by),
            _ => {}
        }
    }
}

impl Value {
    /// What kind of value it is: the key of its name in the diagnostics' words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::Number(_) => "number",
            Self::Flag(_) => "boolean",
            Self::Date(_) => "date",
            Self::Null => "null",
            Self::Array(_) => "array",
            Self::Table(_) => "table",
        }
    }
}

impl Table {
    /// Moves every place in it, when the text that was parsed starts so many bytes into its file.
    pub(crate) fn shift(&mut self, by: usize) {
        for (key, node) in &mut self.entries {
            key.span = key.span.shifted(by);
            node.shift(by);
        }
    }

    /// A key's value.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| node)
    }
}
