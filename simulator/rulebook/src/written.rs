//! Decimals as they are written: one scanner for authors' files, for what customers type, and for data.
//!
//! A [`Notation`] says what may stand between the digits. What it scans is a [`Written`] decimal, whose digits can be
//! looked at before a [`Number`] is made of it: a caller may allow fewer decimals or smaller values than a number holds.

use std::str::FromStr;

use crate::number::{Number, Overflow};

/// Which marks a decimal may have beside its digits. A sign is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    /// What may separate the digits.
    pub groups: Groups,
    /// Where a point may stand.
    pub point: Point,
}

/// What may separate the digits of a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Groups {
    /// Nothing.
    None,
    /// An underscore anywhere between two digits: `1_000_000`.
    Underscores,
    /// Commas before the point, between groups of three digits or, as 万 are counted, of four: `1,000,000`, `100,0000`. The
    /// first group may be shorter.
    Commas,
}

/// Where the point of a decimal may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// Between two digits.
    Inside,
    /// Also before the first digit or after the last: `.5`, `12.`.
    Anywhere,
}

/// Why a text is no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADecimal {
    /// There is something in it that is no digit, or no digit at all.
    Digits,
    /// The point stands at an end.
    Point,
    /// The separators leave open what is meant.
    Groups,
}

/// Why a decimal is no [`Number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// It has more decimals than a number holds.
    TooPrecise,
    /// It is larger than a number can be.
    TooLarge,
}

/// A decimal without a sign, as it is written, of any length.
///
/// ```
/// use rulebook::written::{Groups, Notation, Point};
///
/// let typed = Notation { groups: Groups::Commas, point: Point::Anywhere };
/// let written = typed.scan("1,234.50").expect("a decimal");
/// assert_eq!((written.length(), written.decimals()), (4, 1));
/// assert_eq!(written.number(), Ok("1234.5".parse().expect("a number")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// Digits and separators before the point.
    whole: &'a str,
    /// Digits and separators after it.
    fraction: &'a str,
    /// A power of ten by which the digits are multiplied.
    power: i32,
}

impl Notation {
    /// Digits and a point between them: as a [`Number`] is displayed.
    pub const PLAIN: Self = Self { groups: Groups::None, point: Point::Inside };

    /// Takes a text apart.
    ///
    /// # Errors
    ///
    /// If the text, from its first character to its last, is no decimal in this notation.
    pub fn scan(self, text: &str) -> Result<Written<'_>, NotADecimal> {
        let (whole, fraction) = match (text.split_once('.'), self.point) {
            (None, _) => (self.whole(text)?, ""),
            (Some(("", "")), _) => return Err(NotADecimal::Digits),
            (Some((whole, fraction)), Point::Inside) if whole.is_empty() || fraction.is_empty() => {
                let digits = all_digits(whole) && all_digits(fraction);
                return Err(if digits { NotADecimal::Point } else { NotADecimal::Digits });
            }
            (Some((whole, fraction)), _) => {
                // The fraction first: a second point is no question of separators.
                let fraction = if fraction.is_empty() { "" } else { self.fraction(fraction)? };
                (if whole.is_empty() { "" } else { self.whole(whole)? }, fraction)
            }
        };
        Ok(Written { whole, fraction, power: 0 })
    }

    fn whole(self, text: &str) -> Result<&str, NotADecimal> {
        match self.groups {
            Groups::Commas if text.contains(',') => {
                if text.bytes().all(|byte| byte == b',' || byte.is_ascii_digit()) {
                    let regular = in_groups(text, 3) || in_groups(text, 4);
                    if regular { Ok(text) } else { Err(NotADecimal::Groups) }
                } else {
                    Err(NotADecimal::Digits)
                }
            }
            _ => self.fraction(text),
        }
    }

    fn fraction(self, text: &str) -> Result<&str, NotADecimal> {
        let fine = match self.groups {
            Groups::Underscores => text.split('_').all(|digits| !digits.is_empty() && all_digits(digits)),
            Groups::None | Groups::Commas => !text.is_empty() && all_digits(text),
        };
        if fine { Ok(text) } else { Err(NotADecimal::Digits) }
    }
}

impl FromStr for Number {
    type Err = Overflow;

    /// An optional sign, digits, and perhaps a point between two of them, as [`Number`]'s display writes them.
    fn from_str(text: &str) -> Result<Self, Overflow> {
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let written = Notation::PLAIN.scan(unsigned).map_err(|_| Overflow)?;
        let number = written.number().map_err(|_| Overflow)?;
        Ok(if text.starts_with('-') { number.negative() } else { number })
    }
}

/// Whether commas separate groups of so many digits, of which the first may be shorter.
fn in_groups(text: &str, size: usize) -> bool {
    let mut groups = text.split(',').map(str::len);
    let first = groups.next().unwrap_or_default();
    (1..=size).contains(&first) && groups.all(|length| length == size)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Written<'_> {
    /// This × 10^`power`.
    #[must_use]
    pub fn times_ten_to(self, power: i32) -> Self {
        Self { power: self.power.saturating_add(power), ..self }
    }

    /// How many decimals the value needs.
    pub fn decimals(&self) -> u32 {
        let last = self.significant().map(|(_, place)| place).last().unwrap_or(0);
        u32::try_from(last.saturating_neg()).unwrap_or(0)
    }

    /// How many digits the value has before its point.
    pub fn length(&self) -> u32 {
        let first = self.significant().next().map_or(0, |(_, place)| place.saturating_add(1));
        u32::try_from(first).unwrap_or(0)
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// If a number cannot hold it.
    pub fn number(&self) -> Result<Number, NotANumber> {
        /// 10^18 has so many digits.
        const LONGEST: u32 = 19;
        if self.length() > LONGEST {
            return Err(NotANumber::TooLarge);
        }
        let mut units: i128 = 0;
        for (digit, place) in self.significant() {
            let power =
                place.checked_add(Number::SCALE.cast_signed()).and_then(|power| u32::try_from(power).ok());
            units += i128::from(digit) * 10_i128.pow(power.ok_or(NotANumber::TooPrecise)?);
        }
        Number::from_scaled(units).map_err(|Overflow| NotANumber::TooLarge)
    }

    /// The digits that are not 0, from the first on, each with the power of ten that it counts.
    fn significant(&self) -> impl Iterator<Item = (u8, i32)> {
        let place = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let first = place(self.whole.bytes().filter(u8::is_ascii_digit).count())
            .saturating_sub(1)
            .saturating_add(self.power);
        let digits = self.whole.bytes().chain(self.fraction.bytes()).filter(u8::is_ascii_digit);
        digits
            .enumerate()
            .map(move |(at, byte)| (byte - b'0', first.saturating_sub(place(at))))
            .filter(|(digit, _)| *digit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: Notation = Notation { groups: Groups::Commas, point: Point::Anywhere };
    const SOURCE: Notation = Notation { groups: Groups::Underscores, point: Point::Inside };

    #[test]
    fn each_notation_has_its_separators() {
        for (notation, text, value) in [
            (Notation::PLAIN, "0012.50", Ok("12.5")),
            (Notation::PLAIN, "1_000", Err(NotADecimal::Digits)),
            (Notation::PLAIN, "1,000", Err(NotADecimal::Digits)),
            (SOURCE, "1_000.000_5", Ok("1000.0005")),
            (SOURCE, "1__0", Err(NotADecimal::Digits)),
            (SOURCE, "_10", Err(NotADecimal::Digits)),
            (SOURCE, "1_.5", Err(NotADecimal::Digits)),
            (TYPED, "1,000,000", Ok("1000000")),
            (TYPED, "100,0000", Ok("1000000")),
            (TYPED, "1,00", Err(NotADecimal::Groups)),
            (TYPED, ",000", Err(NotADecimal::Groups)),
            (TYPED, "1,000,0000", Err(NotADecimal::Groups)),
            (TYPED, "1.000,5", Err(NotADecimal::Digits)),
        ] {
            let found = notation.scan(text).map(|written| written.number().expect("in range").to_string());
            assert_eq!(found, value.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn a_point_at_an_end_is_a_question_of_notation() {
        for text in [".5", "5."] {
            assert_eq!(Notation::PLAIN.scan(text), Err(NotADecimal::Point), "{text}");
            assert!(TYPED.scan(text).is_ok(), "{text}");
        }
        for text in ["", ".", "x.", "1.2.3", "-1", "１"] {
            assert_eq!(Notation::PLAIN.scan(text), Err(NotADecimal::Digits), "{text}");
            assert_eq!(TYPED.scan(text), Err(NotADecimal::Digits), "{text}");
        }
    }

    #[test]
    fn length_and_decimals_are_those_of_the_value() {
        for (text, power, length, decimals) in [
            ("0", 0, 0, 0),
            ("000", 8, 0, 0),
            ("120", 0, 3, 0),
            ("120", -2, 1, 1),
            ("0.0500", 0, 0, 2),
            ("0.0500", 4, 3, 0),
            ("99.9", 0, 2, 1),
        ] {
            let written = Notation::PLAIN.scan(text).expect("a decimal").times_ten_to(power);
            assert_eq!((written.length(), written.decimals()), (length, decimals), "{text}e{power}");
        }
    }

    #[test]
    fn values_of_any_length_are_taken_or_refused() {
        let number =
            |text: &str, power| Notation::PLAIN.scan(text).expect("a decimal").times_ten_to(power).number();
        assert_eq!(number("1000000000000000000", 0), Ok(Number::MAX));
        assert_eq!(number("1000000000000000000.0000000001", 0), Err(NotANumber::TooLarge));
        assert_eq!(number("0.00000000001", 0), Err(NotANumber::TooPrecise));
        assert_eq!(number(&format!("0.1{}", "0".repeat(100)), 0), Ok("0.1".parse().expect("a number")));
        assert_eq!(number(&"9".repeat(1000), 0), Err(NotANumber::TooLarge));
        assert_eq!(number("1", i32::MAX), Err(NotANumber::TooLarge));
        assert_eq!(number("1", i32::MIN), Err(NotANumber::TooPrecise));
        assert_eq!(number("0", i32::MAX), Ok(Number::ZERO));
    }
}
