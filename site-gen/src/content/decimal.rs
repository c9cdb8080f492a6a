//! Decimals as authors write them: `12`, `0.85`, `"20%"`, `"50万"`, `"1.5亿"`, `1_000_000`. Always exact, never
//! through binary floating point.

use rulebook::Number;
use rulebook::written::{Groups, NotADecimal, NotANumber, Notation};

use crate::diagnostics::DecimalProblem::{
    self, Exponent, Malformed, NotFinite, Point, Radix, Separator, TooLarge, TooPrecise,
};

/// Digits with underscores between them, and a point between two digits.
const NOTATION: Notation = Notation { groups: Groups::Underscores, point: rulebook::written::Point::Inside };
/// The largest absolute value.
const LARGEST: Number = Number::LARGEST_GIVEN;
/// 10^15 has so many digits.
const LARGEST_LENGTH: u32 = 16;
/// Decimals of a value; of a percentage's value.
const DECIMALS: u32 = 6;
const PERCENT_DECIMALS: u32 = 8;

/// A number of TOML or JSON, by its source text.
pub(crate) fn from_number(text: &str) -> Result<Number, DecimalProblem> {
    let unsigned = text.trim_start_matches(['+', '-']);
    if unsigned.starts_with("inf") || unsigned.starts_with("nan") {
        return Err(NotFinite);
    }
    if unsigned.starts_with("0x") || unsigned.starts_with("0o") || unsigned.starts_with("0b") {
        return Err(Radix);
    }
    if unsigned.contains(['e', 'E']) {
        return Err(Exponent);
    }
    plain(text, 0, DECIMALS)
}

/// A decimal in a string.
pub fn from_text(text: &str) -> Result<Number, DecimalProblem> {
    let (digits, power, decimals) = if let Some(digits) = text.strip_suffix('%') {
        (digits, -2, PERCENT_DECIMALS)
    } else if let Some(digits) = text.strip_suffix('万') {
        (digits, 4, DECIMALS)
    } else if let Some(digits) = text.strip_suffix('亿') {
        (digits, 8, DECIMALS)
    } else {
        (text, 0, DECIMALS)
    };
    let unsigned = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    if unsigned == "inf" || unsigned == "nan" {
        return Err(NotFinite);
    }
    if unsigned.contains([',', '，', '\'', ' ']) && unsigned.contains(|c: char| c.is_ascii_digit()) {
        return Err(Separator);
    }
    if unsigned.contains(['e', 'E']) && unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Exponent);
    }
    plain(digits, power, decimals)
}

/// A sign and digits; × 10^`power`.
fn plain(text: &str, power: i32, most_decimals: u32) -> Result<Number, DecimalProblem> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let written = NOTATION.scan(unsigned).map_err(|error| match error {
        NotADecimal::Digits | NotADecimal::Groups => Malformed,
        NotADecimal::Point => Point,
    })?;
    let written = written.times_ten_to(power);
    if written.length() > LARGEST_LENGTH {
        return Err(TooLarge);
    }
    if written.decimals() > most_decimals {
        return Err(TooPrecise);
    }
    match written.number() {
        Ok(number) if number > LARGEST => Err(TooLarge),
        Ok(number) => Ok(if text.starts_with('-') { number.negative() } else { number }),
        Err(NotANumber::TooLarge) => Err(TooLarge),
        Err(NotANumber::TooPrecise) => Err(TooPrecise),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, DecimalProblem> {
        from_text(text).map(|number| number.to_string())
    }

    #[test]
    fn decimals_are_read_exactly() {
        for (text, value) in [
            ("12", "12"),
            ("0.85", "0.85"),
            ("20%", "0.2"),
            ("50万", "500000"),
            ("1.5亿", "150000000"),
            ("1_000_000", "1000000"),
            ("-0", "0"),
            ("+7.50", "7.5"),
            ("0.0000001万", "0.001"),
            ("12.345678%", "0.12345678"),
            ("1000000000000000", "1000000000000000"),
            ("999999999999999.999999", "999999999999999.999999"),
            ("0.1000000000000000000000000000000000000", "0.1"),
            ("000012", "12"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused_with_its_reason() {
        for (text, problem) in [
            ("1,000", Separator),
            (".5", Point),
            ("5.", Point),
            ("1e3", Exponent),
            ("inf", NotFinite),
            ("", Malformed),
            ("%", Malformed),
            ("1__0", Malformed),
            ("1.2.3", Malformed),
            ("五十万", Malformed),
            ("0.0000001", TooPrecise),
            ("0.0000001%", TooPrecise),
            ("1000000000000000.1", TooLarge),
            ("1000000000000001", TooLarge),
            ("99999999999999999999999999999999999999999999", TooLarge),
        ] {
            assert_eq!(read(text), Err(problem), "{text}");
        }
        assert_eq!(from_number("1e3"), Err(Exponent));
        assert_eq!(from_number("nan"), Err(NotFinite));
        assert_eq!(from_number("0xff"), Err(Radix));
    }
}
