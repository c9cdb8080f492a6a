//! Months, days and the periods of a programme's year. Gregorian, without time zones: a programme's days are
//! days in its own time zone, and the engine has no clock.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar month. Files name months of the years 1 to 9999; arithmetic may come to months before and after, but to
/// none beyond the years −99,999 and 99,999: there it stays, so that nothing wraps.
///
/// ```
/// use rulebook::{Month, Period, YearStart};
///
/// let february: Month = "2028-02".parse()?;
/// assert_eq!((february.days(), february.plus(-2).to_string()), (29, "2027-12".to_owned()));
/// let quarter = Period::Quarter.containing(february, YearStart::JANUARY, 0);
/// assert_eq!((quarter.first, quarter.days()), (february.plus(-1), 31 + 29 + 31));
/// # Ok::<(), rulebook::NotADate>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// The farthest month that arithmetic comes to, counted from the first of the year 0.
const FARTHEST: i32 = 99_999 * 12;
/// The 1st of January 1970, counted in days from the 1st of March of the year 0.
const EPOCH: i32 = 719_468;
/// How many days 400 years have, after which the calendar repeats itself.
const DAYS_OF_400_YEARS: i32 = 146_097;

/// A day.
///
/// ```
/// use rulebook::Date;
///
/// let day: Date = "2026-02-28".parse()?;
/// assert_eq!(day, day.month().last_day());
/// assert_eq!(Date::new(2026, 2, 29), None);
/// # Ok::<(), rulebook::NotADate>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    month: Month,
    day: u8,
}

/// A calendar period of the programme's year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// Twelve months.
    Year,
}

/// The month (1 to 12) in which a programme's year starts; its quarters and half-years are counted from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct YearStart(u8);

/// The days, from and to inclusive, on which something is in force; an absent end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// A run of months, both ends inclusive; empty if the last is before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthSpan {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
}

impl Month {
    /// The month `month` (1 to 12) of `year` (1 to 9999).
    pub fn new(year: i32, month: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month))
            .then(|| Self(year * 12 + i32::from(month) - 1))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 to 12.
    pub fn number(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12) + 1).expect("1 to 12")
    }

    /// So many months later (earlier, if negative), within the range of arithmetic.
    ///
    /// ```
    /// let december: rulebook::Month = "2026-12".parse()?;
    /// assert_eq!(december.plus(1).to_string(), "2027-01");
    /// assert_eq!(december.plus(i32::MAX), december.plus(i32::MAX).plus(1));
    /// # Ok::<(), rulebook::NotADate>(())
    /// ```
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months).clamp(-FARTHEST, FARTHEST))
    }

    /// How many months this one is after the other; negative if it is before.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// 28 to 31.
    pub fn days(self) -> u32 {
        let year = self.year();
        match self.number() {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// How many days come before its first, counted from the 1st of March of the year 0.
    fn days_before(self) -> i32 {
        // Years that start in March end with the day that leap years have more.
        let (year, month) = ((self.0 - 2).div_euclid(12), (self.0 - 2).rem_euclid(12));
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + days_of_months(month)
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        Date { month: self, day: 1 }
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        Date { month: self, day: u8::try_from(self.days()).expect("at most 31") }
    }
}

impl Date {
    /// A day that there is.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::new(year, month)?;
        (day >= 1 && u32::from(day) <= month.days()).then_some(Self { month, day })
    }

    /// The day that is so many days after the 1st of January 1970 (before, if negative), as columns of dates count
    /// them; by the Gregorian calendar, also before there was one. Nothing, if it is not in the years 1 to 9999.
    ///
    /// ```
    /// use rulebook::Date;
    ///
    /// let leap_day = Date::from_epoch_days(19_782);
    /// assert_eq!(leap_day, Date::new(2024, 2, 29));
    /// assert_eq!(leap_day.map(Date::epoch_days), Some(19_782));
    /// assert_eq!(Date::from_epoch_days(i32::MAX), None);
    /// ```
    pub fn from_epoch_days(days: i32) -> Option<Self> {
        let days = days.checked_add(EPOCH)?;
        let (times, day) = (days.div_euclid(DAYS_OF_400_YEARS), days.rem_euclid(DAYS_OF_400_YEARS));
        // Without the leap days before it, a day is in the year that it has times 365. The years start in March, so that a
        // leap day is the last of its year, and the last of all is that of the 400th.
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - days_of_months(month) + 1;
        let month = Month::try_from((400 * times + year) * 12 + month + 2).ok()?;
        Some(Self { month, day: u8::try_from(day).expect("at most 31") })
    }

    /// How many days it is after the 1st of January 1970; negative if it is before.
    pub fn epoch_days(self) -> i32 {
        self.month.days_before() + i32::from(self.day) - 1 - EPOCH
    }

    /// Its month.
    pub fn month(self) -> Month {
        self.month
    }

    /// Its day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Whole months up to and including a month's last day: the largest k ≥ 0 for which the day plus k months
    /// (cut to the length of the month) is not after that last day. Since a day cut to its month is never after
    /// the month's last day, this is the distance of the months.
    pub fn whole_months_to(self, month: Month) -> u32 {
        u32::try_from(month.since(self.month)).unwrap_or(0)
    }
}

impl Period {
    /// 1, 3, 6 or 12.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// The period that a month is in, moved back by so many periods.
    pub fn containing(self, month: Month, year: YearStart, back: u32) -> MonthSpan {
        let length = i32::try_from(self.months()).expect("at most 12");
        let back = i32::try_from(back).unwrap_or(i32::MAX);
        let into = (i32::from(month.number()) - i32::from(year.0)).rem_euclid(12) % length;
        let first = month.plus((-into).saturating_sub(back.saturating_mul(length)));
        MonthSpan { first, last: first.plus(length - 1) }
    }

    /// Whether a month is the last of its period.
    pub fn ends_in(self, month: Month, year: YearStart) -> bool {
        self.containing(month, year, 0).last == month
    }
}

impl YearStart {
    /// The year that starts in January.
    pub const JANUARY: Self = Self(1);

    /// A month of 1 to 12.
    pub fn new(month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self(month))
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.0
    }
}

impl Validity {
    /// Whether nothing limits it.
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// How many days of a month it covers.
    pub fn days_in(self, month: Month) -> u32 {
        let first = self.from.map_or(month.first_day(), |from| from.max(month.first_day()));
        let last = self.to.map_or(month.last_day(), |to| to.min(month.last_day()));
        if first > last { 0 } else { u32::from(last.day) - u32::from(first.day) + 1 }
    }

    /// The days on which both are in force.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self { from: self.from.max(other.from), to }
    }
}

impl MonthSpan {
    /// Its months, in order.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (self.first.0..=self.last.0).map(Month)
    }

    /// How many months it has.
    pub fn count(self) -> u32 {
        u32::try_from(self.last.0 - self.first.0 + 1).unwrap_or(0)
    }

    /// How many days its months have together.
    pub fn days(self) -> u32 {
        let until_last = self.last.days_before() - self.first.days_before();
        u32::try_from(until_last + self.last.days().cast_signed()).unwrap_or(0)
    }

    /// Its months from `month` on.
    #[must_use]
    pub fn since(self, month: Month) -> Self {
        Self { first: self.first.max(month), ..self }
    }

    /// Whether a month is in it.
    pub fn contains(self, month: Month) -> bool {
        self.first <= month && month <= self.last
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.month, self.day)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is not a month (`2026-03`) or a day (`2026-03-01`) that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a month or day that there is")
    }
}

impl std::error::Error for NotADate {}

impl FromStr for Month {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match parts(text)?.as_slice() {
            &[(4, year), (2, month)] => Self::new(year, u8::try_from(month).map_err(|_| NotADate)?),
            _ => None,
        }
        .ok_or(NotADate)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let small = |part: i32| u8::try_from(part).map_err(|_| NotADate);
        match parts(text)?.as_slice() {
            &[(4, year), (2, month), (2, day)] => Self::new(year, small(month)?, small(day)?),
            _ => None,
        }
        .ok_or(NotADate)
    }
}

/// How many days so many months from March on have, of which five in a row have always 153.
fn days_of_months(months: i32) -> i32 {
    (153 * months + 2) / 5
}

/// The numbers between hyphens, each with its length.
fn parts(text: &str) -> Result<Vec<(usize, i32)>, NotADate> {
    let part = |part: &str| {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten().map(|value| (part.len(), value)).ok_or(NotADate)
    };
    text.split('-').map(part).collect()
}

// Where people may read it, as they write it; elsewhere as its parts.
macro_rules! as_text_or {
    ($($type:ty, $parts:ty;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    <$parts>::from(*self).serialize(serializer)
                }
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    String::deserialize(deserializer)?.parse()
                } else {
                    Self::try_from(<$parts>::deserialize(deserializer)?)
                }
                .map_err(serde::de::Error::custom)
            }
        }
    )*};
}

as_text_or! {
    Month, i32;
    Date, (Month, u8);
}

impl From<Month> for i32 {
    fn from(month: Month) -> Self {
        month.0
    }
}

impl TryFrom<i32> for Month {
    type Error = NotADate;

    fn try_from(months: i32) -> Result<Self, NotADate> {
        (1..=9999).contains(&months.div_euclid(12)).then_some(Self(months)).ok_or(NotADate)
    }
}

impl From<Date> for (Month, u8) {
    fn from(date: Date) -> Self {
        (date.month, date.day)
    }
}

impl TryFrom<(Month, u8)> for Date {
    type Error = NotADate;

    fn try_from((month, day): (Month, u8)) -> Result<Self, NotADate> {
        Self::new(month.year(), month.number(), day).ok_or(NotADate)
    }
}

impl<'de> Deserialize<'de> for YearStart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(deserializer)?).ok_or_else(|| serde::de::Error::custom(NotADate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn months_know_their_days() {
        assert_eq!(month("2024-02").days(), 29);
        assert_eq!(month("2100-02").days(), 28);
        assert_eq!(month("2026-11").days(), 30);
        assert_eq!(month("2026-11").plus(2), month("2027-01"));
    }

    #[test]
    fn spans_count_their_months_and_days() {
        for (first, last) in [("1899-12", "1900-03"), ("2024-01", "2024-12"), ("1996-03", "2004-02")] {
            let span = MonthSpan { first: month(first), last: month(last) };
            assert_eq!(span.count() as usize, span.months().count());
            assert_eq!(span.days(), span.months().map(Month::days).sum::<u32>(), "{first}");
        }
        let empty = MonthSpan { first: month("2026-03"), last: month("2026-01") };
        assert_eq!((empty.count(), empty.days()), (0, 0));
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("1970-03-01", 59),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("1900-02-28", -25_509),
            ("1900-03-01", -25_508),
            ("2038-01-19", 24_855),
            ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
        ] {
            assert_eq!(date(text).epoch_days(), days, "{text}");
            assert_eq!(Date::from_epoch_days(days), Some(date(text)), "{text}");
        }
        for days in [-719_163, 2_932_897, i32::MIN, i32::MAX] {
            assert_eq!(Date::from_epoch_days(days), None, "{days}");
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut days = -719_162;
        let all = MonthSpan { first: month("0001-01"), last: month("9999-12") };
        for month in all.months() {
            for day in 1..=month.last_day().day() {
                let date = Date { month, day };
                assert_eq!((date.epoch_days(), Date::from_epoch_days(days)), (days, Some(date)));
                days += 1;
            }
        }
    }

    #[test]
    fn months_stay_within_the_range_of_arithmetic() {
        let start = month("2026-11");
        let (first, last) = (start.plus(i32::MIN), start.plus(i32::MAX));
        assert_eq!((first.year(), last.year()), (-99_999, 99_999));
        assert_eq!((first.plus(-1), last.plus(1)), (first, last));
        assert_eq!(
            (Month::try_from(i32::from(first)), Month::try_from(i32::from(last))),
            (Err(NotADate), Err(NotADate))
        );
        let all = MonthSpan { first, last };
        assert_eq!(all.count(), (last.since(first) + 1).unsigned_abs());
        assert_eq!(MonthSpan { first: last, last }.days(), last.days());
        assert_eq!(Period::Year.containing(first, YearStart::JANUARY, u32::MAX).first, first);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["2026-13", "2026-1", "26-01", "2026-01-01", "+026-01", ""] {
            assert_eq!(text.parse::<Month>(), Err(NotADate), "{text}");
        }
        for text in ["2026-02-29", "2026-02-00", "2026-02", "2026-2-01"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn periods_are_counted_from_the_start_of_the_year() {
        let april = YearStart::new(4).expect("a month");
        let half = Period::HalfYear.containing(month("2026-11"), april, 0);
        assert_eq!((half.first, half.last), (month("2026-10"), month("2027-03")));
        let before = Period::HalfYear.containing(month("2026-11"), april, 1);
        assert_eq!((before.first, before.last), (month("2026-04"), month("2026-09")));
        assert!(Period::Quarter.ends_in(month("2026-06"), april));
        assert!(!Period::Year.ends_in(month("2026-12"), april));
    }

    #[test]
    fn validity_counts_both_of_its_ends() {
        let march = Validity { from: Some(date("2026-03-10")), to: Some(date("2026-04-20")) };
        assert_eq!(march.days_in(month("2026-03")), 22);
        assert_eq!(march.days_in(month("2026-04")), 20);
        assert_eq!(march.days_in(month("2026-05")), 0);
        let rule = Validity { from: None, to: Some(date("2026-03-15")) };
        assert_eq!(march.and(rule).days_in(month("2026-03")), 6);
    }

    #[test]
    fn whole_months_reach_the_last_day_of_a_month() {
        assert_eq!(date("2025-12-31").whole_months_to(month("2026-02")), 2);
        assert_eq!(date("2026-02-10").whole_months_to(month("2026-01")), 0);
    }
}
