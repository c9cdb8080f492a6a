//! Exact numbers, and the few operations that the semantics define on them.
//!
//! A [`Number`] is a decimal of at most ten decimals and an absolute value of at most 10^18. Sums are exact
//! ([`Sum`]); every product and every quotient is rounded to ten decimals, half-even; whatever leaves the range
//! is an [`Overflow`], never a wrapped or saturated value.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Decimals kept by products and quotients.
const SCALE: u32 = 10;
/// 10^10: one, in units of the tenth decimal.
const ONE_UNITS: i128 = 10_000_000_000;
/// 10^18 in units of the tenth decimal: the largest absolute value.
const LIMIT_UNITS: i128 = 1_000_000_000_000_000_000 * ONE_UNITS;
/// 10^28: the first mantissa that has more than 28 digits.
const DIGITS: u128 = 10_000_000_000_000_000_000_000_000_000;

/// A value of the programme: an amount, a count, a rate, a threshold. Inside it counts units of the tenth
/// decimal, so that sums and comparisons are those of integers.
///
/// ```
/// use rulebook::{Number, Overflow, Rounding};
///
/// let price: Number = "19.90".parse()?;
/// let rate: Number = "0.015".parse()?;
/// let credit = price.product(rate)?;
/// assert_eq!(credit.to_string(), "0.2985");
/// assert_eq!(credit.rounded(2, Rounding::Down).to_string(), "0.29");
/// assert_eq!(Number::MAX.plus(Number::CENT), Err(Overflow));
/// # Ok::<(), Overflow>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i128);

/// A value beyond 10^18, or a product of more than 28 significant digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

/// How a credit is brought to its currency's decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
    /// To the nearest; a tie away from zero.
    HalfUp,
    /// To the nearest; a tie to the even neighbour.
    HalfEven,
}

impl Number {
    /// How many decimals a number can have. [`Number::scaled`] counts units of the last of them.
    pub const SCALE: u32 = SCALE;
    /// 0
    pub const ZERO: Self = Self(0);
    /// 1
    pub const ONE: Self = Self(ONE_UNITS);
    /// 0.01
    pub const CENT: Self = Self(ONE_UNITS / 100);
    /// 10^18
    pub const MAX: Self = Self(LIMIT_UNITS);
    /// 10^15: the largest value that an author or a customer may give.
    pub const LARGEST_GIVEN: Self = Self(1_000_000_000_000_000 * ONE_UNITS);

    /// Takes a decimal as it is; an error if it has more than ten decimals or is beyond 10^18.
    pub fn new(value: Decimal) -> Result<Self, Overflow> {
        let value = value.normalize();
        let up = SCALE.checked_sub(value.scale()).ok_or(Overflow)?;
        let units = value.mantissa().checked_mul(10_i128.pow(up)).ok_or(Overflow)?;
        Self::from_scaled(units)
    }

    /// As a decimal, without trailing zeros.
    pub fn decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(self.0, SCALE).normalize()
    }

    /// Takes a count of units of the tenth decimal: what a table with a column of decimals of 38 digits, ten of them
    /// after the point, holds of each. It is exact, and no text is read.
    ///
    /// ```
    /// use rulebook::{Number, Overflow};
    ///
    /// let price = Number::from_scaled(125_000_000_000)?;
    /// assert_eq!(price.to_string(), "12.5");
    /// assert_eq!(price.scaled(), 125_000_000_000);
    /// assert_eq!(Number::from_scaled(i128::MAX), Err(Overflow));
    /// # Ok::<(), Overflow>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the value is beyond 10^18, which is 10^28 units.
    pub fn from_scaled(units: i128) -> Result<Self, Overflow> {
        if units.unsigned_abs() > LIMIT_UNITS.unsigned_abs() { Err(Overflow) } else { Ok(Self(units)) }
    }

    /// The value in units of the tenth decimal: itself × 10^[`SCALE`](Self::SCALE), which is exact.
    pub fn scaled(self) -> i128 {
        self.0
    }

    /// Whether the value is 0.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the value is above 0.
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// How many decimals are needed to write the value.
    pub fn decimals(self) -> u32 {
        let (mut units, mut decimals) = (self.0, SCALE);
        while decimals > 0 && units % 10 == 0 {
            units /= 10;
            decimals -= 1;
        }
        decimals
    }

    /// The sum, if it is in range.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        Self::from_scaled(self.0 + other.0)
    }

    /// The difference, if it is in range.
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        Self::from_scaled(self.0 - other.0)
    }

    /// The difference of two numbers of which neither is negative, which is in range.
    #[must_use]
    pub(crate) fn sub_unchecked(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// The same on the other side of 0, where the range reaches as far.
    #[must_use]
    pub fn negative(self) -> Self {
        Self(-self.0)
    }

    /// The smallest number above this one, which need not be in range: for comparing only.
    #[must_use]
    pub(crate) fn just_above(self) -> Self {
        Self(self.0 + 1)
    }

    /// The largest number below this one, which need not be in range: for comparing only.
    #[must_use]
    pub(crate) fn just_below(self) -> Self {
        Self(self.0 - 1)
    }

    /// The product, rounded to ten decimals, half-even.
    pub fn product(self, other: Self) -> Result<Self, Overflow> {
        let (a, b) = (self.0, other.0);
        if b == ONE_UNITS {
            return Ok(self);
        }
        if let Some(units) = by_whole(a, b).or_else(|| by_whole(b, a)) {
            return Self::from_scaled(units);
        }
        match a.checked_mul(b) {
            Some(product) if product.unsigned_abs() < DIGITS => {
                Self::from_scaled(divide_half_even(product, ONE_UNITS))
            }
            _ => long_product(a, b),
        }
    }

    /// The quotient, rounded to ten decimals, half-even.
    ///
    /// # Panics
    ///
    /// If the divisor is 0.
    pub fn quotient(self, divisor: Self) -> Result<Self, Overflow> {
        Self::from_scaled(divide_half_even(self.0 * ONE_UNITS, divisor.0))
    }

    /// `self × days ÷ of`: one operation, rounded once.
    ///
    /// # Panics
    ///
    /// If `of` is 0 and `days` is not.
    pub fn share(self, days: u32, of: u32) -> Result<Self, Overflow> {
        if days == of {
            return Ok(self);
        }
        Self::from_scaled(divide_half_even(self.0 * i128::from(days), i128::from(of)))
    }

    /// How many full `every` are in a value that is not negative: exact integer division.
    ///
    /// # Panics
    ///
    /// If `every` is 0.
    pub fn full(self, every: Self) -> Result<Self, Overflow> {
        Self::from_scaled(quotient(self.0, every.0) * ONE_UNITS)
    }

    /// Rounded to so many decimals (at most ten). Since the ends of the range are whole, this stays within it.
    #[must_use]
    pub fn rounded(self, decimals: u32, rounding: Rounding) -> Self {
        let unit = 10_i128.pow(SCALE - decimals.min(SCALE));
        let floor = quotient(self.0, unit);
        let rest = self.0 - floor * unit;
        if rest == 0 {
            return self;
        }
        let away = rest.signum();
        let count = match rounding {
            Rounding::Down => floor,
            Rounding::Up => floor + away,
            Rounding::HalfUp if rest.abs() * 2 >= unit => floor + away,
            Rounding::HalfUp => floor,
            Rounding::HalfEven => divide_half_even(self.0, unit),
        };
        Self(count * unit)
    }
}

/// An exact sum of numbers. Between its parts it may leave the range of a [`Number`]; its total may not. It has room for
/// 10^10 of the largest numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum(i128);

impl Sum {
    /// Adds a number.
    pub fn add(&mut self, number: Number) {
        self.0 += number.0;
    }

    /// Takes a number away.
    pub fn subtract(&mut self, number: Number) {
        self.0 -= number.0;
    }

    /// The total, if it is in range.
    pub fn total(self) -> Result<Number, Overflow> {
        Number::from_scaled(self.0)
    }

    /// The total ÷ `count`, rounded to ten decimals, half-even.
    ///
    /// # Panics
    ///
    /// If `count` is 0.
    pub fn divided_by(self, count: u32) -> Result<Number, Overflow> {
        Number::from_scaled(divide_half_even(self.0, i128::from(count)))
    }
}

impl FromIterator<Number> for Sum {
    fn from_iter<I: IntoIterator<Item = Number>>(numbers: I) -> Self {
        let mut sum = Self::default();
        numbers.into_iter().for_each(|number| sum.add(number));
        sum
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(i128::from(value) * ONE_UNITS)
    }
}

impl fmt::Display for Number {
    /// Without exponent and without trailing zeros: `0`, `12.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.decimal().fmt(f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

// Where people may read it, as they write it; elsewhere as it is.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let number = Self::from_scaled(i128::deserialize(deserializer)?);
            return number.map_err(|Overflow| serde::de::Error::custom("a number out of range"));
        }
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|Overflow| serde::de::Error::custom(format!("{text} is not a number in range")))
    }
}

/// The product with a whole factor, which needs no rounding and leaves more room for the other's digits.
#[inline]
fn by_whole(a: i128, b: i128) -> Option<i128> {
    let whole = quotient(b, ONE_UNITS);
    if whole * ONE_UNITS != b {
        return None;
    }
    a.checked_mul(whole).filter(|units| units.unsigned_abs() < DIGITS)
}

/// The product of factors that look as if it took more than 28 digits. Zeros at the end of the decimals do not
/// count, so pairs of 2 and 5 are taken out of the factors before they are multiplied.
fn long_product(mut a: i128, mut b: i128) -> Result<Number, Overflow> {
    let mut scale = 2 * SCALE;
    while scale > 0 {
        if a % 10 == 0 {
            a /= 10;
        } else if b % 10 == 0 {
            b /= 10;
        } else if a % 2 == 0 && b % 5 == 0 {
            (a, b) = (a / 2, b / 5);
        } else if a % 5 == 0 && b % 2 == 0 {
            (a, b) = (a / 5, b / 2);
        } else {
            break;
        }
        scale -= 1;
    }
    let product = a.checked_mul(b).filter(|product| product.unsigned_abs() < DIGITS).ok_or(Overflow)?;
    Number::from_scaled(match scale.checked_sub(SCALE) {
        None => product.checked_mul(10_i128.pow(SCALE - scale)).ok_or(Overflow)?,
        Some(extra) => divide_half_even(product, 10_i128.pow(extra)),
    })
}

#[inline]
fn divide_half_even(dividend: i128, divisor: i128) -> i128 {
    let quotient = quotient(dividend, divisor);
    let rest = dividend - quotient * divisor;
    let twice = rest.unsigned_abs() * 2;
    let whole = divisor.unsigned_abs();
    if twice > whole || (twice == whole && quotient % 2 != 0) {
        quotient + dividend.signum() * divisor.signum()
    } else {
        quotient
    }
}

/// Towards zero. Most amounts fit 64 bits, of which a division is far quicker, in WebAssembly above all.
#[inline]
fn quotient(dividend: i128, divisor: i128) -> i128 {
    match (i64::try_from(dividend), i64::try_from(divisor)) {
        // The one quotient of 64 bits that does not fit them.
        (Ok(dividend), Ok(divisor)) if divisor != -1 => i128::from(dividend / divisor),
        _ => dividend / divisor,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::ProptestConfig;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn n(text: &str) -> Number {
        text.parse().expect("a number")
    }

    #[test]
    fn products_round_to_ten_decimals_half_even() {
        assert_eq!(n("0.000001").product(n("0.00005")), Ok(n("0")));
        assert_eq!(n("0.000003").product(n("0.00005")), Ok(n("0.0000000002")));
        assert_eq!(n("0.000005").product(n("0.00005")), Ok(n("0.0000000002")));
        assert_eq!(n("-0.000003").product(n("0.00005")), Ok(n("-0.0000000002")));
    }

    #[test]
    fn a_product_of_more_than_28_digits_overflows() {
        assert!(n("99999999999999.999999").product(n("0.12345678")).is_ok());
        assert_eq!(n("999999999999999.999999").product(n("0.12345678")), Err(Overflow));
        assert_eq!(n("1001").product(n("1000000000000000")), Err(Overflow));
        assert_eq!(n("1000").product(n("1000000000000000")), Ok(n("1000000000000000000")));
    }

    #[test]
    fn zeros_after_the_point_do_not_count_as_digits() {
        // 2^-10 × 5^… : the mantissas multiply to more than 28 digits, the value needs fewer.
        let a = n("0.0009765625");
        let b = n("102400000000000000.1024");
        assert_eq!(a.product(b), Ok(n("100000000000000.0001")));
    }

    #[test]
    fn decimals_of_any_size_are_taken_or_refused() {
        assert_eq!("79228162514264337593543950335".parse::<Number>(), Err(Overflow));
        assert_eq!("1000000000000000000.0000000001".parse::<Number>(), Err(Overflow));
        assert_eq!("0.00000000001".parse::<Number>(), Err(Overflow));
        assert_eq!(n("1000000000000000000"), Number::MAX);
        assert_eq!(n("-1000000000000000000").product(n("-1")), Ok(Number::MAX));
        assert_eq!(Number::MAX.product(n("1.0000000001")), Err(Overflow));
        assert_eq!(Number::MAX.full(n("0.0000000001")), Err(Overflow));
        assert_eq!(n("1.50").decimal().to_string(), "1.5");
        assert_eq!((n("1.50").decimals(), n("10").decimals(), n("0").decimals()), (1, 0, 0));
    }

    #[test]
    fn shares_round_once() {
        assert_eq!(n("6200").share(15, 31), Ok(n("3000")));
        assert_eq!(n("19").share(3, 12 * 31), Ok(n("0.1532258065")));
    }

    #[test]
    fn full_division_is_exact() {
        assert_eq!(n("0.3").full(n("0.1")), Ok(n("3")));
        assert_eq!(n("0.29999").full(n("0.1")), Ok(n("2")));
        assert_eq!(n("59.99").full(n("20")), Ok(n("2")));
    }

    #[test]
    fn each_rounding_has_its_ties() {
        for (rounding, tie, even, over) in [
            (Rounding::Down, "0.12", "0.13", "0.13"),
            (Rounding::Up, "0.13", "0.14", "0.14"),
            (Rounding::HalfUp, "0.13", "0.14", "0.13"),
            (Rounding::HalfEven, "0.12", "0.14", "0.13"),
        ] {
            assert_eq!(n("0.125").rounded(2, rounding), n(tie), "{rounding:?}");
            assert_eq!(n("0.135").rounded(2, rounding), n(even), "{rounding:?}");
            assert_eq!(n("0.131").rounded(2, rounding), n(over), "{rounding:?}");
        }
    }

    #[test]
    fn numbers_are_written_without_trailing_zeros() {
        assert_eq!(n("12.50").to_string(), "12.5");
        assert_eq!(n("-0.00").to_string(), "0");
        assert_eq!(n("1000000").to_string(), "1000000");
    }

    #[test]
    fn scaled_values_are_taken_to_the_ends_of_the_range() {
        assert_eq!(Number::from_scaled(1), Ok(n("0.0000000001")));
        assert_eq!(Number::ONE.scaled(), 10_i128.pow(Number::SCALE));
        assert_eq!(n("-12.5").scaled(), -125_000_000_000);
        let most = Number::MAX.scaled();
        for end in [most, -most] {
            assert_eq!(Number::from_scaled(end).map(Number::scaled), Ok(end));
            assert_eq!(Number::from_scaled(end + end.signum()), Err(Overflow));
        }
        assert_eq!(Number::from_scaled(i128::MIN), Err(Overflow));
    }

    const ROUNDINGS: [Rounding; 4] = [Rounding::Down, Rounding::Up, Rounding::HalfUp, Rounding::HalfEven];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_leaves_the_range(units in -LIMIT_UNITS..=LIMIT_UNITS, decimals in 0_u32..12, small: u32) {
            let is_in_range = |number: Number| Number::from_scaled(number.scaled()) == Ok(number);
            let number = Number::from_scaled(units).expect("within the range");
            prop_assert_eq!(number.scaled(), units);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            prop_assert_eq!(number.negative().scaled(), -units);
            prop_assert!(ROUNDINGS.iter().all(|&rounding| is_in_range(number.rounded(decimals, rounding))));
            prop_assert!(is_in_range(Number::from(small)));
        }

        #[test]
        fn nothing_leaves_the_range_at_its_ends(below in 0_i128..20_000_000_000, decimals in 0_u32..12) {
            for units in [LIMIT_UNITS - below, below - LIMIT_UNITS] {
                let number = Number::from_scaled(units).expect("within the range");
                for rounding in ROUNDINGS {
                    let rounded = number.rounded(decimals, rounding);
                    prop_assert_eq!(Number::from_scaled(rounded.scaled()), Ok(rounded));
                }
            }
        }
    }
}
