//! Explanations of accrual rules, boosts and gifts.

use rulebook::explain::{Capped, Days, Figure, Nothing, Operation, Step};
use rulebook::model::{Basis, CapPeriod, Unit, Version};
use rulebook::{AnyId, CurrencyId, Number, Rounding, Validity};

use super::{Around, Line};
use crate::clause::capitalised;
use crate::currency::smallest;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    pub(crate) fn accrual_line(self, step: &Step, around: Around) -> Line {
        let name = match step.subject {
            Some(AnyId::Earn(id)) => self.name(id),
            Some(AnyId::Campaign(id)) => self.name(id),
            _ => "",
        };
        let how = match &step.operation {
            Operation::Accrued { due } => {
                let form = if *due == step.month { "now" } else { "later" };
                let due = self.message("why-due").with("form", form).with("month", self.month(*due)).say();
                Some(self.with_boosted(step, due))
            }
            Operation::Nothing(nothing) => Some(self.with_boosted(step, self.nothing(*nothing))),
            Operation::Gift => Some(self.message("why-gift").say()),
            Operation::Arrived { earned, lost, .. } => {
                let form = if *lost { "lost" } else { "credited" };
                Some(self.message("why-arrived").with("form", form).with("month", self.month(*earned)).say())
            }
            Operation::Delayed { earned, due, .. } => {
                let message = self.message("why-delayed").with("month", self.month(*earned));
                Some(message.with("due", self.month(*due)).say())
            }
            _ => None,
        };
        let figure = match step.result {
            // A thing that the month does not have, or a campaign that gives nothing.
            Figure::Holds(_) => self.in_month(name.to_owned(), step, around),
            _ => self.named_figure(name, step, around),
        };
        Line { figure, how }
    }

    /// With the rule that a boost gives more of.
    fn with_boosted(self, step: &Step, how: String) -> String {
        let Some(AnyId::Campaign(_)) = step.subject else { return how };
        let rule = step.inputs.iter().find_map(|input| match input.subject {
            Some(AnyId::Earn(id)) => Some(id),
            _ => None,
        });
        let Some(rule) = rule else { return how };
        let more = self.message("why-boost-of").with("earn", self.name(rule)).say();
        self.message("why-how").with("figure", more).with("how", how).say()
    }

    fn nothing(self, nothing: Nothing) -> String {
        let said = |because| self.message("why-nothing").with("because", because);
        match nothing {
            Nothing::NotInForce { from, to } => {
                let validity = self.validity(Validity { from, to }).unwrap_or_default();
                said("not-in-force").with("validity", validity)
            }
            Nothing::NotTheEnd(period) => said("not-the-end").with("period", time::key(period)),
            Nothing::Condition => said("condition"),
            Nothing::Audience => said("audience"),
            Nothing::NoRule(earn) => said("no-rule").with("earn", self.name(earn)),
            Nothing::GivenIn(month) => said("given").with("month", self.month(month)),
        }
        .say()
    }

    /// A stage on the way from the metric to what is credited.
    pub(crate) fn stage_line(self, version: &Version, step: &Step) -> Line {
        let Figure::Value(_, Unit::Currency(currency)) = step.result else {
            return Line::of(self.figure(step.result));
        };
        let what = match &step.operation {
            Operation::Gives { of, every, gives, full, days } => {
                let message = self.message("why-gives").with("form", if *full { "full" } else { "exact" });
                let message = message.with("every", self.threshold(version, *of, *every));
                let gives = self.amount(currency, *gives);
                self.for_days(message.with("gives", gives).with("metric", self.name(*of)).say(), *days)
            }
            Operation::Rate { of, rate, basis, days } => {
                let message = self.message("why-rate").with("basis", basis_key(*basis));
                let message = message.with("rate", self.percent(*rate)).with("metric", self.name(*of));
                self.for_days(message.say(), of_month(*days, *basis))
            }
            Operation::Bands { of, basis, days, whole, .. } => {
                let message = self.message("why-bands").with("basis", basis_key(*basis));
                let message = message.with("metric", self.name(*of));
                let whole = self.amount(currency, *whole);
                self.for_days(message.with("whole", whole).say(), of_month(*days, *basis))
            }
            Operation::Band { part: (part, unit), rate, .. } => {
                let message = self.message("why-band").with("rate", self.percent(*rate));
                message.with("part", self.quantity(*unit, *part)).say()
            }
            Operation::Fixed => self.message("why-fixed").say(),
            Operation::NotPositive(metric) => {
                self.message("why-not-positive").with("metric", self.name(*metric)).say()
            }
            Operation::Times { tier, times } => {
                let message = self.message("why-times").with("tier", self.name(*tier));
                message.with("times", self.multiplier(*times)).say()
            }
            Operation::Boost { times, days } => {
                let how = self.message("why-boost").with("times", self.multiplier(*times)).say();
                self.for_days(how, *days)
            }
            Operation::Rounded { decimals, rounding } => self.rounded(currency, *decimals, *rounding),
            Operation::Cap(capped) => self.capped("why-cap", currency, *capped),
            Operation::CurrencyCap(capped) => self.capped("why-cap-currency", currency, *capped),
            _ => String::new(),
        };
        let what = match step.operation {
            // It begins with a name.
            Operation::NotPositive(_) => what,
            _ => capitalised(&what),
        };
        let value = self.figure(step.result);
        Line::of(self.message("why-figure").with("what", what).with("value", value).say())
    }

    fn for_days(self, how: String, Days { days, of }: Days) -> String {
        if days == of {
            return how;
        }
        self.message("why-days").with("how", how).count(days).with("of", of.to_string()).say()
    }

    fn rounded(self, currency: CurrencyId, decimals: u32, rounding: Rounding) -> String {
        let form = match rounding {
            Rounding::Down => "down",
            Rounding::Up => "up",
            Rounding::HalfUp | Rounding::HalfEven => "nearest",
        };
        let unit = self.amount(currency, smallest(decimals));
        self.message("why-rounded").with("round", form).with("unit", unit).say()
    }

    fn capped(self, key: &'static str, currency: CurrencyId, capped: Capped) -> String {
        let amount = |amount: Number| self.amount(currency, amount);
        let per = match capped.per {
            CapPeriod::Period(period) => time::key(period),
            CapPeriod::Campaign => "campaign",
        };
        let cap = self.message("cap").with("form", "one").with("period", per);
        let cap = cap.with("amounts", amount(capped.cap)).say();
        let form = if capped.is_cut { "cut" } else { "within" };
        self.message(key).with("form", form).with("left", amount(capped.left)).with("cap", cap).say()
    }
}

fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Month => "month",
        Basis::Year => "year",
    }
}

/// The days of a month; of a rate for a year they are of twelve months.
fn of_month(days: Days, basis: Basis) -> Days {
    match basis {
        Basis::Month => days,
        Basis::Year => Days { of: days.of / 12, ..days },
    }
}
