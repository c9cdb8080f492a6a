//! Months, days and periods.

use rulebook::{Date, Month, Period, Validity, YearStart};

use crate::speaker::Speaker;

impl Speaker<'_> {
    /// `2026年3月`, `March 2026`.
    pub fn month(self, month: Month) -> String {
        let message = self.message("month").with("year", month.year().to_string());
        message.with("month", self.month_name(month.number())).say_tight()
    }

    /// `2026年3月1日`, `1 March 2026`.
    pub fn date(self, date: Date) -> String {
        let message = self.message("date").with("year", date.month().year().to_string());
        message.with("day-in-year", self.day_in_year(date)).say_tight()
    }

    /// From a day to another, both included: `2026年3月10日至4月20日`.
    pub fn date_range(self, from: Date, to: Date) -> String {
        if from == to {
            return self.date(from);
        }
        let same = from.month().year() == to.month().year();
        self.message(if same { "date-range-in-year" } else { "date-range" })
            .with("from", self.date(from))
            .with("to", self.date(to))
            .with("from-in-year", self.day_in_year(from))
            .with("to-in-year", self.day_in_year(to))
            .say_tight()
    }

    /// When something is in force: a range, `自…起`, `至…止`; absent where nothing limits it.
    pub fn validity(self, validity: Validity) -> Option<String> {
        match (validity.from, validity.to) {
            (None, None) => None,
            (Some(from), None) => Some(self.message("from-day").with("date", self.date(from)).say()),
            (None, Some(to)) => Some(self.message("to-day").with("date", self.date(to)).say()),
            (Some(from), Some(to)) => Some(self.date_range(from, to)),
        }
    }

    /// How often: `每月`, `a month`.
    pub fn period(self, period: Period) -> String {
        self.message("per").with("period", key(period)).say()
    }

    /// When the programme's year starts, as a sentence; absent if it is the calendar's.
    pub fn programme_year(self) -> Option<String> {
        let start = self.rules.year_starts;
        let name = || self.month_name(start.month());
        (start != YearStart::JANUARY)
            .then(|| self.message("programme-year").with("month", name()).say_tight())
    }

    /// `programme` where years are not the calendar's, else `calendar`: chooses between messages.
    pub(crate) fn year_kind(self) -> &'static str {
        if self.rules.year_starts == YearStart::JANUARY { "calendar" } else { "programme" }
    }

    fn day_in_year(self, date: Date) -> String {
        let message = self.message("day-in-year").with("month", self.month_name(date.month().number()));
        message.with("day", date.day().to_string()).say_tight()
    }

    fn month_name(self, number: u8) -> String {
        self.message("month-name").choice("month", u32::from(number)).say_tight()
    }
}

/// How messages name a period.
pub(crate) fn key(period: Period) -> &'static str {
    match period {
        Period::Month => "month",
        Period::Quarter => "quarter",
        Period::HalfYear => "half-year",
        Period::Year => "year",
    }
}

/// Whether a month is only partly within these days.
pub(crate) fn shares_a_month(validity: Validity) -> bool {
    validity.from.is_some_and(|from| from.day() != 1)
        || validity.to.is_some_and(|to| to != to.month().last_day())
}
