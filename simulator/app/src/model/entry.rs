//! What people type into a field, and the number that it means: `1,000,000`, `50万`, `1亿2000万`, `１２３`, `¥300`.
//!
//! Whatever could be read in two ways is refused, with a reason.

use rulebook::Number;
use rulebook::written::{Groups, NotADecimal, Notation, Point, Written};

/// Which numbers a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// How many decimals.
    pub decimals: u32,
    /// Whether an amount of money is meant, so that its sign may be typed.
    pub money: bool,
}

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// There is something in it that is not a number.
    NotANumber,
    /// Thousands are separated in a way that leaves open what is meant.
    Separators,
    /// A share was typed where an amount is asked for.
    Percent,
    /// Below 0.
    Negative,
    /// More decimals than the field has; so many are allowed.
    Decimals(u32),
    /// Above the largest amount that a customer can have.
    TooLarge,
    /// Not a day that there is.
    NotADate,
}

/// Digits with commas between groups, and a point anywhere.
const NOTATION: Notation = Notation { groups: Groups::Commas, point: Point::Anywhere };
/// The most decimals of a value in a customer's file.
const DECIMALS: u32 = 6;
/// More characters than any amount needs; longer texts are not looked at.
const LONGEST: usize = 64;
/// What people put before or after an amount of money.
const MONEY_SIGNS: [&str; 8] = ["¥", "$", "€", "£", "cny", "rmb", "元", "圆"];

/// The number that a text means; 0 for an empty one.
pub fn number(text: &str, allowed: Allowed) -> Result<Number, EntryError> {
    if text.chars().count() > LONGEST {
        return Err(EntryError::TooLarge);
    }
    let text = plain(text);
    let text = if allowed.money { without_money_sign(&text) } else { &text };
    if text.is_empty() {
        return Ok(Number::ZERO);
    }
    if let Some(rest) = text.strip_prefix('-') {
        return Err(if amount(rest).is_ok() { EntryError::Negative } else { EntryError::NotANumber });
    }
    let text = text.strip_prefix('+').unwrap_or(text);
    if text.ends_with('%') {
        return Err(EntryError::Percent);
    }
    match amount(text) {
        Ok(number) if number.decimals() <= allowed.decimals => Ok(number),
        Ok(_) | Err(EntryError::Decimals(_)) => Err(EntryError::Decimals(allowed.decimals)),
        Err(error) => Err(error),
    }
}

/// Whether a refused text may only be on its way: `1,0` becomes `1,000`.
pub fn may_go_on(text: &str, error: EntryError) -> bool {
    match error {
        EntryError::Separators => {
            let text = plain(text);
            let last = text.rsplit(',').next().unwrap_or_default();
            last.len() < 3 && last.bytes().all(|byte| byte.is_ascii_digit())
        }
        EntryError::NotANumber => matches!(plain(text).as_str(), "." | "+"),
        _ => false,
    }
}

/// Full-width characters as their plain ones, separators as commas, small letters, no spaces at the ends.
fn plain(text: &str) -> String {
    let plain = text.trim().chars().filter_map(|c| match c {
        // The full-width forms of the printable ASCII characters stand in its order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '、' | '\u{2019}' | '\'' => Some(','),
        '。' => Some('.'),
        '￥' => Some('¥'),
        '−' | '–' => Some('-'),
        '萬' => Some('万'),
        '億' => Some('亿'),
        // Within a number a space separates thousands, as some write; elsewhere it means nothing.
        _ if c.is_whitespace() => None,
        _ => Some(c),
    });
    plain.map(|c| c.to_ascii_lowercase()).collect()
}

fn without_money_sign(text: &str) -> &str {
    let text = MONEY_SIGNS.iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text);
    MONEY_SIGNS.iter().find_map(|sign| text.strip_suffix(sign)).unwrap_or(text)
}

/// A sum of parts with falling units: `3`, `50万`, `1亿2000万`, `1万5000`.
fn amount(text: &str) -> Result<Number, EntryError> {
    // None once it is too large: whether the rest can be read is said first.
    let mut total = Some(Number::ZERO);
    let mut last_unit = None;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | ',' | '.')).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let (unit, after) = unit(after)?;
        if let Some(last) = last_unit {
            // `3万5` is read as 35,000 by some and as 30,005 by others.
            let told = unit > 0 || i32::try_from(whole_digits(digits)) == Ok(last);
            if unit >= last || !told {
                return Err(EntryError::NotANumber);
            }
        }
        let part = part(NOTATION.scan(digits)?.times_ten_to(unit))?;
        total = total.zip(part).and_then(|(total, part)| total.plus(part).ok());
        last_unit = Some(unit);
        rest = after;
    }
    total.filter(|total| *total <= Number::LARGEST_GIVEN).ok_or(EntryError::TooLarge)
}

/// How many digits stand before the point.
fn whole_digits(digits: &str) -> usize {
    digits.bytes().take_while(|&byte| byte != b'.').filter(u8::is_ascii_digit).count()
}

/// A part of an amount; none if it is too large.
fn part(written: Written<'_>) -> Result<Option<Number>, EntryError> {
    if written.decimals() > DECIMALS {
        return Err(EntryError::Decimals(DECIMALS));
    }
    Ok(written.number().ok())
}

/// The power of ten that a text starts with, and what follows.
fn unit(text: &str) -> Result<(i32, &str), EntryError> {
    let mut chars = text.chars();
    let power = match chars.next() {
        None => return Ok((0, "")),
        Some('亿') => 8,
        Some('万' | 'w') => 4,
        Some('千' | 'k') => 3,
        Some(_) => return Err(EntryError::NotANumber),
    };
    Ok((power, chars.as_str()))
}

impl From<NotADecimal> for EntryError {
    fn from(error: NotADecimal) -> Self {
        match error {
            NotADecimal::Groups => Self::Separators,
            NotADecimal::Digits | NotADecimal::Point => Self::NotANumber,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: Allowed = Allowed { decimals: 2, money: true };
    const COUNT: Allowed = Allowed { decimals: 0, money: false };

    fn money(text: &str) -> Result<String, EntryError> {
        number(text, MONEY).map(|number| number.to_string())
    }

    #[test]
    fn reads_what_people_type() {
        for (typed, meant) in [
            ("", "0"),
            ("  ", "0"),
            ("0", "0"),
            ("007", "7"),
            ("300000", "300000"),
            ("300,000", "300000"),
            ("1，234，567.80", "1234567.8"),
            ("100,0000", "1000000"),
            ("1 000 000", "1000000"),
            ("1'000'000", "1000000"),
            ("50万", "500000"),
            ("50 萬", "500000"),
            ("1.5亿", "150000000"),
            ("1亿2000万", "120000000"),
            ("1万5000", "15000"),
            ("5w", "50000"),
            ("30k", "30000"),
            ("１２３４．５", "1234.5"),
            ("¥300", "300"),
            ("￥ 3,000元", "3000"),
            ("300元", "300"),
            ("+5", "5"),
            ("12.", "12"),
            (".5", "0.5"),
            ("0.0001万", "1"),
        ] {
            assert_eq!(money(typed).as_deref(), Ok(meant), "{typed}");
        }
    }

    #[test]
    fn says_why_it_refuses() {
        for (typed, error) in [
            ("abc", EntryError::NotANumber),
            ("12x", EntryError::NotANumber),
            ("1.2.3", EntryError::NotANumber),
            (".", EntryError::NotANumber),
            ("1e3", EntryError::NotANumber),
            ("3万5", EntryError::NotANumber),
            ("2000万1亿", EntryError::NotANumber),
            ("万", EntryError::NotANumber),
            ("1,00", EntryError::Separators),
            ("1,000,00", EntryError::Separators),
            (",000", EntryError::Separators),
            ("20%", EntryError::Percent),
            ("-5", EntryError::Negative),
            ("−5", EntryError::Negative),
            ("-x", EntryError::NotANumber),
            ("1.234", EntryError::Decimals(2)),
            ("0.00000001万", EntryError::Decimals(2)),
            ("1000000000000001", EntryError::TooLarge),
            ("99999999999999999999999999999999999999999999999", EntryError::TooLarge),
            ("999999999999999亿", EntryError::TooLarge),
        ] {
            assert_eq!(money(typed), Err(error), "{typed}");
        }
        assert_eq!(number("1.5", COUNT), Err(EntryError::Decimals(0)));
        assert_eq!(number("¥5", COUNT), Err(EntryError::NotANumber));
        assert_eq!(number(&"1".repeat(65), COUNT), Err(EntryError::TooLarge));
    }

    #[test]
    fn knows_what_may_go_on() {
        for typed in ["1,", "1,0", "1,00", "1,000,00", "1,0000,00"] {
            let error = money(typed).expect_err("not yet a number");
            assert!(may_go_on(typed, error), "{typed}");
        }
        for typed in ["abc", "-5", "12x", "1,00万", "1.2.3"] {
            let error = money(typed).expect_err("not a number");
            assert!(!may_go_on(typed, error), "{typed}");
        }
    }
}
