//! Decimals as authors write them: `12`, `0.85`, `"20%"`, `"50万"`, `"1.5亿"`, `1_000_000`. Always exact, never
//! through binary floating point.

use rulebook::Number;
use rust_decimal::Decimal;

use crate::diagnostics::DecimalProblem::{
    self, Exponent, Malformed, NotFinite, Point, Radix, Separator, TooLarge, TooPrecise,
};

/// The largest absolute value: 10^15.
const LARGEST: i128 = 1_000_000_000_000_000;
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

/// A sign, digits with underscores between them, at most one point with digits on both sides; × 10^`power`.
fn plain(text: &str, power: i32, most_decimals: u32) -> Result<Number, DecimalProblem> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match unsigned.split_once('.') {
        None => (digits(unsigned)?, String::new()),
        Some((whole, fraction)) if whole.is_empty() || fraction.is_empty() => {
            let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
            return Err(if digits(whole) && digits(fraction) && unsigned.len() > 1 {
                Point
            } else {
                Malformed
            });
        }
        Some((whole, fraction)) => (digits(whole)?, digits(fraction)?),
    };
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let point = i32::try_from(whole.len()).map_err(|_| TooLarge)? + power;
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(Number::ZERO);
    }
    // 0.d1d2d3… × 10^point
    let point = point - i32::try_from(all.len() - significant.len()).map_err(|_| TooPrecise)?;
    let significant = significant.trim_end_matches('0');
    if point > 16 {
        return Err(TooLarge);
    }
    let length = i32::try_from(significant.len()).map_err(|_| TooPrecise)?;
    let scale = u32::try_from((length - point).max(0)).map_err(|_| TooPrecise)?;
    if scale > most_decimals {
        return Err(TooPrecise);
    }
    let mantissa: i128 = significant.parse().map_err(|_| TooPrecise)?;
    let zeros = u32::try_from((point - length).max(0)).map_err(|_| TooLarge)?;
    let mantissa = mantissa * 10_i128.pow(zeros);
    if mantissa > LARGEST * 10_i128.pow(scale) {
        return Err(TooLarge);
    }
    let value = Decimal::from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale);
    Number::new(value).map_err(|_| TooLarge)
}

fn digits(text: &str) -> Result<String, DecimalProblem> {
    let between = !text.starts_with('_') && !text.ends_with('_') && !text.contains("__");
    let clean = text.replace('_', "");
    let fine = between && !clean.is_empty() && clean.bytes().all(|byte| byte.is_ascii_digit());
    if fine { Ok(clean) } else { Err(Malformed) }
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
