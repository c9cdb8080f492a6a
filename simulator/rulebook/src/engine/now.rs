//! The month that is evaluated, and its periods.

use crate::calendar::{Month, MonthSpan, Period, Validity, YearStart};

/// A month, with what many rules ask of it.
#[derive(Clone, Copy)]
pub(super) struct Now {
    pub(super) month: Month,
    /// How many months of the run came before it.
    pub(super) before: usize,
    pub(super) days: u32,
    spans: [MonthSpan; 4],
}

impl Now {
    pub(super) fn new(month: Month, start: Month, year: YearStart) -> Self {
        let periods = [Period::Month, Period::Quarter, Period::HalfYear, Period::Year];
        Self {
            month,
            before: usize::try_from(month.since(start)).unwrap_or(0),
            days: month.days(),
            spans: periods.map(|period| period.containing(month, year, 0)),
        }
    }

    /// The period that the month is in.
    pub(super) fn span(&self, period: Period) -> MonthSpan {
        self.spans[match period {
            Period::Month => 0,
            Period::Quarter => 1,
            Period::HalfYear => 2,
            Period::Year => 3,
        }]
    }

    /// Whether the month is the last of its period.
    pub(super) fn ends(&self, period: Period) -> bool {
        self.span(period).last == self.month
    }

    /// How many days of the month something is in force.
    pub(super) fn days_of(&self, validity: Validity) -> u32 {
        if validity.is_open() { self.days } else { validity.days_in(self.month) }
    }
}
