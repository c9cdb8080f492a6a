//! Numbers as their digits: moving the point and grouping are then exact at any length.

use rulebook::Number;

/// How a language writes numbers.
pub(crate) struct NumberFormat {
    /// Between groups of three digits.
    pub(crate) group: &'static str,
    /// Before the decimals.
    pub(crate) point: &'static str,
    /// Words for large round amounts of money, largest first.
    pub(crate) scales: &'static [Scale],
}

/// A word for a power of ten.
pub(crate) struct Scale {
    /// Of ten.
    pub(crate) power: usize,
    /// The word.
    pub(crate) word: &'static str,
    /// With at most so many decimals the word is used.
    pub(crate) decimals: usize,
}

/// A number's digits, without zeros at either end that say nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Digits {
    pub(crate) fn of(number: Number) -> Self {
        let text = number.to_string();
        let (negative, text) = text.strip_prefix('-').map_or((false, text.as_str()), |text| (true, text));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        Self { negative, whole: whole.to_owned(), fraction: fraction.to_owned() }
    }

    /// × 10^places.
    pub(crate) fn times_ten_to(self, places: usize) -> Self {
        let mut fraction = self.fraction;
        fraction.extend(std::iter::repeat_n('0', places.saturating_sub(fraction.len())));
        let rest = fraction.split_off(places);
        Self { whole: self.whole + &fraction, fraction: rest, ..self }.tidied()
    }

    /// ÷ 10^places.
    pub(crate) fn over_ten_to(self, places: usize) -> Self {
        let mut whole = "0".repeat((places + 1).saturating_sub(self.whole.len())) + &self.whole;
        let moved = whole.split_off(whole.len() - places);
        Self { whole, fraction: moved + &self.fraction, ..self }.tidied()
    }

    /// How many decimals it has.
    pub(crate) fn decimals(&self) -> usize {
        self.fraction.len()
    }

    /// How many digits stand before the point.
    pub(crate) fn length(&self) -> usize {
        self.whole.len()
    }

    /// In a language's way.
    pub(crate) fn write(&self, format: &NumberFormat) -> String {
        let mut text = String::from(if self.negative { "-" } else { "" });
        for (at, digit) in self.whole.chars().enumerate() {
            if at > 0 && (self.whole.len() - at).is_multiple_of(3) {
                text.push_str(format.group);
            }
            text.push(digit);
        }
        if !self.fraction.is_empty() {
            text.push_str(format.point);
            text.push_str(&self.fraction);
        }
        text
    }

    fn tidied(mut self) -> Self {
        let zeros = self.whole.len() - self.whole.trim_start_matches('0').len();
        self.whole.drain(..zeros.min(self.whole.len().saturating_sub(1)));
        self.fraction.truncate(self.fraction.trim_end_matches('0').len());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMAT: NumberFormat = NumberFormat { group: ",", point: ".", scales: &[] };

    fn digits(text: &str) -> Digits {
        Digits::of(text.parse().expect("a number"))
    }

    #[test]
    fn digits_are_grouped_by_three() {
        for (number, written) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1234567.89", "1,234,567.89"),
            ("-1000000000000000000", "-1,000,000,000,000,000,000"),
            ("0.0000000001", "0.0000000001"),
        ] {
            assert_eq!(digits(number).write(&FORMAT), written);
        }
    }

    #[test]
    fn moving_the_point_is_exact() {
        for (number, up, down) in [
            ("0", "0", "0"),
            ("0.85", "85", "0.0085"),
            ("0.00025", "0.025", "0.0000025"),
            ("-12.5", "-1,250", "-0.125"),
            ("1000000000000000000", "100,000,000,000,000,000,000", "10,000,000,000,000,000"),
        ] {
            assert_eq!(digits(number).times_ten_to(2).write(&FORMAT), up);
            assert_eq!(digits(number).over_ten_to(2).write(&FORMAT), down);
        }
    }
}
