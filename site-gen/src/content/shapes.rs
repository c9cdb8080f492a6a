//! The values that fields hold: numbers with their bounds, dates, words of a fixed list, references.

use std::marker::PhantomData;
use std::str::FromStr;

use rulebook::{Date, Month, Number, Period, Rounding};

use super::decimal;
use super::kind::KeyOf;
use super::record::{Read, Reader};
use super::value::{Node, Spanned, Value};
use crate::diagnostics::{Diagnostic, Message, nearest};

/// Words for a reader.
pub type Text = String;

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole<const MIN: u32, const MAX: u32>(pub u32);

/// A decimal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal(pub Number);

/// A decimal that is not negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotNegative(pub Number);

/// A decimal above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Positive(pub Number);

/// A decimal of at least 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtLeastOne(pub Number);

/// A decimal from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share(pub Number);

/// An id of a kind, as it was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Ref<K>(pub String, PhantomData<fn() -> K>);

/// An sRGB colour: `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// A time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone {
    name: String,
    zone: jiff::tz::TimeZone,
}

/// A table of values by id, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(pub Vec<(Spanned<String>, Spanned<T>)>);

/// A value that is read later, when its meaning is known.
pub type Raw = Node;

/// How long a tier is held: `"12 months"`, `"year-end"`, `"next year-end"`, `"none"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldFor(pub rulebook::model::Hold);

impl<K> Clone for Ref<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl Read for String {
    const EXPECTED: &'static str = "string";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) => Some(text.clone()),
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}

impl Read for bool {
    const EXPECTED: &'static str = "boolean";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}

impl Read for Raw {
    const EXPECTED: &'static str = "value";

    fn read(node: &Node, _: &mut Reader) -> Option<Self> {
        Some(node.clone())
    }
}

/// A number, or a string that holds one.
pub(crate) fn number(node: &Node, reader: &mut Reader, expected: &str) -> Option<Number> {
    let (text, number) = match &node.value {
        Value::Number(text) => (text, decimal::from_number(text)),
        Value::Text(text) => (text, decimal::from_text(text)),
        _ => return reader.wrong_type(node, expected),
    };
    number
        .map_err(|problem| {
            reader.report(node.span, Message::BadDecimal { text: text.clone(), problem });
        })
        .ok()
}

impl Read for Decimal {
    const EXPECTED: &'static str = "decimal";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        number(node, reader, Self::EXPECTED).map(Self)
    }
}

macro_rules! bounded {
    ($($name:ident, $bounds:literal, $fits:expr;)*) => {$(
        impl Read for $name {
            const EXPECTED: &'static str = "decimal";

            fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
                let number = number(node, reader, Self::EXPECTED)?;
                let fits: fn(Number) -> bool = $fits;
                if !fits(number) {
                    let bounds = $bounds.to_owned();
                    reader.report(node.span, Message::OutOfBounds { text: number.to_string(), bounds });
                    return None;
                }
                Some(Self(number))
            }
        }
    )*};
}

bounded! {
    NotNegative, "≥ 0", |number| number >= Number::ZERO;
    Positive, "> 0", Number::is_positive;
    AtLeastOne, "≥ 1", |number| number >= Number::ONE;
    Share, "0 … 1", |number| number >= Number::ZERO && number <= Number::ONE;
}

impl<const MIN: u32, const MAX: u32> Read for Whole<MIN, MAX> {
    const EXPECTED: &'static str = "whole";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let number = number(node, reader, Self::EXPECTED)?;
        let whole = number.to_string().parse().ok().filter(|whole| (MIN..=MAX).contains(whole));
        if whole.is_none() {
            let bounds = if MAX == u32::MAX { format!("≥ {MIN}") } else { format!("{MIN} … {MAX}") };
            reader.report(node.span, Message::OutOfBounds { text: number.to_string(), bounds });
        }
        whole.map(Self)
    }
}

impl Read for Date {
    const EXPECTED: &'static str = "date";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = match &node.value {
            Value::Date(text) => text,
            Value::Text(text) if reader.dates_as_text => text,
            _ => return reader.wrong_type(node, Self::EXPECTED),
        };
        let date = text.parse().ok();
        if date.is_none() {
            reader.report(node.span, Message::BadDate { text: text.clone() });
        }
        date
    }
}

impl Read for Month {
    const EXPECTED: &'static str = "month";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = String::read(node, reader)?;
        month(&Spanned { value: text, span: node.span }, reader)
    }
}

/// A month in a string or a key.
pub(crate) fn month(text: &Spanned<String>, reader: &mut Reader) -> Option<Month> {
    let month = text.value.parse().ok();
    if month.is_none() {
        reader.report(text.span, Message::BadMonth { text: text.value.clone() });
    }
    month
}

impl<K: KeyOf> Read for Ref<K> {
    const EXPECTED: &'static str = K::KIND.word();

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(id) => Some(Self(id.clone(), PhantomData)),
            _ => reader.wrong_type(node, "string"),
        }
    }
}

impl<K> Ref<K> {
    /// A reference to an id.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into(), PhantomData)
    }
}

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.strip_prefix('#').filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let digits = digits.filter(|digits| digits.len() == 6).ok_or(NotAColour)?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| NotAColour);
        Ok(Self([part(0)?, part(2)?, part(4)?]))
    }
}

/// A text that is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAColour;

impl Read for Colour {
    const EXPECTED: &'static str = "colour";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = String::read(node, reader)?;
        let colour = text.parse().ok();
        if colour.is_none() {
            reader.report(node.span, Message::BadColour { text });
        }
        colour
    }
}

impl TimeZone {
    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self { name: "UTC".to_owned(), zone: jiff::tz::TimeZone::UTC }
    }

    /// Its IANA name, as the author wrote it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day that it is there at an instant.
    pub fn day_at(&self, instant: jiff::Timestamp) -> Date {
        let day = self.zone.to_datetime(instant).date();
        let small = |part: i8| u8::try_from(part).ok();
        let day = small(day.month())
            .zip(small(day.day()))
            .and_then(|(month, of_month)| Date::new(i32::from(day.year()), month, of_month));
        day.expect("the clock shows a day that there is")
    }

    /// The instant at which a day starts there; for a day so late that it has none, the last there is.
    pub fn start_of(&self, day: Date) -> jiff::Timestamp {
        let civil: Option<jiff::civil::Date> = day.to_string().parse().ok();
        let start = civil.and_then(|civil| civil.to_zoned(self.zone.clone()).ok());
        start.map_or(jiff::Timestamp::MAX, |start| start.timestamp())
    }
}

impl FromStr for TimeZone {
    type Err = jiff::Error;

    fn from_str(name: &str) -> Result<Self, jiff::Error> {
        jiff::tz::TimeZone::get(name).map(|zone| Self { name: name.to_owned(), zone })
    }
}

impl Read for TimeZone {
    const EXPECTED: &'static str = "string";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = String::read(node, reader)?;
        let zone = text.parse().ok();
        if zone.is_none() {
            let known: Vec<_> = jiff::tz::db().available().map(|name| name.to_string()).collect();
            let nearest = nearest(&text, known.iter().map(String::as_str)).map(str::to_owned);
            let location = reader.location(node.span);
            let message = Message::BadTimeZone { text };
            reader.found.push(Diagnostic::new(location, message).nearest(nearest));
        }
        zone
    }
}

impl<T: Read> Read for Entries<T> {
    const EXPECTED: &'static str = "table";
    const HOLDS_WORDS: bool = T::HOLDS_WORDS;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Table(table) = &node.value else { return reader.wrong_type(node, Self::EXPECTED) };
        let read = |(key, node): &(Spanned<String>, Node)| {
            let value = T::read(node, reader).map(|value| Spanned { value, span: node.span });
            value.map(|value| (key.clone(), value))
        };
        let read: Vec<_> = table.entries.iter().map(read).collect();
        read.into_iter().collect::<Option<_>>().map(Self)
    }
}

/// Reads one of a fixed list of words.
pub(crate) fn choice<T: Copy>(node: &Node, reader: &mut Reader, words: &[(&'static str, T)]) -> Option<T> {
    let Value::Text(text) = &node.value else { return reader.wrong_type(node, "string") };
    let found = words.iter().find(|(word, _)| word == text);
    if found.is_none() {
        let known = words.iter().map(|(word, _)| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        let nearest = nearest(text, words.iter().map(|(word, _)| *word));
        let location = reader.location(node.span);
        let message = Message::BadChoice { text: text.clone(), known };
        reader.found.push(Diagnostic::new(location, message).nearest(nearest));
    }
    found.map(|(_, value)| *value)
}

/// Declares words of a fixed list for a type.
macro_rules! choices {
    ($($(#[$doc:meta])* $type:ty { $($word:literal = $value:expr,)* })*) => {$(
        impl $crate::content::record::Read for $type {
            const EXPECTED: &'static str = "choice";

            fn read(
                node: &$crate::content::value::Node,
                reader: &mut $crate::content::record::Reader,
            ) -> Option<Self> {
                $crate::content::shapes::choice(node, reader, &[$(($word, $value)),*])
            }
        }
    )*};
}

pub(crate) use choices;

choices! {
    Period {
        "month" = Period::Month,
        "quarter" = Period::Quarter,
        "half-year" = Period::HalfYear,
        "year" = Period::Year,
    }
    Rounding {
        "down" = Rounding::Down,
        "up" = Rounding::Up,
        "half-up" = Rounding::HalfUp,
        "half-even" = Rounding::HalfEven,
    }
}

impl Read for HoldFor {
    const EXPECTED: &'static str = "hold";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        use rulebook::model::Hold;
        let text = String::read(node, reader)?;
        let months = || {
            let (count, unit) = text.split_once(' ')?;
            let plain = count.bytes().all(|byte| byte.is_ascii_digit()) && !count.starts_with('0');
            let count = count.parse().ok().filter(|count| plain && (1..=120).contains(count))?;
            matches!(unit, "month" | "months").then_some(Hold::Months(count))
        };
        let hold = match text.as_str() {
            "none" => Some(Hold::None),
            "year-end" => Some(Hold::YearEnd),
            "next year-end" => Some(Hold::NextYearEnd),
            _ => months(),
        };
        if hold.is_none() {
            reader.report(node.span, Message::BadHold { text });
        }
        hold.map(Self)
    }
}
