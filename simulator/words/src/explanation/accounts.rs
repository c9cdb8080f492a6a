//! Explanations of balances.

use rulebook::explain::{Operation, Step};
use rulebook::{CurrencyId, Number};

use super::{Around, Line};
use crate::speaker::Speaker;

impl Speaker<'_> {
    pub(crate) fn currency_line(self, step: &Step, id: CurrencyId, around: Around) -> Line {
        let currency = self.name(id);
        let what = match step.operation {
            Operation::Pending => self.message("why-pending").with("currency", currency).say(),
            Operation::CreditedIn => self.message("why-credited").say(),
            _ => self.message("why-balance").with("currency", currency).say(),
        };
        let how = match step.operation {
            Operation::History => {
                let nothing = step.result.number().is_some_and(Number::is_zero);
                let form = if nothing { "zero" } else { "history" };
                Some(self.message("why-before-start").with("form", form).say())
            }
            _ => None,
        };
        Line { figure: self.named_figure(&what, step, around), how }
    }

    /// A part of a balance.
    pub(crate) fn account_line(self, step: &Step) -> Option<Line> {
        let message = match step.operation {
            Operation::Opening => self.message("why-opening"),
            Operation::Credited => self.message("why-credited"),
            Operation::Redeemed => self.message("why-redeemed"),
            Operation::Expired => self.message("why-expired"),
            Operation::Lot { credited, expires } => {
                let form = if expires.is_some() { "expires" } else { "never" };
                let until = expires.map_or_else(String::new, |month| self.month(month));
                let lot = self.message("why-lot").with("form", form).with("until", until);
                lot.with("month", self.month(credited))
            }
            _ => return None,
        };
        let what = crate::clause::capitalised(&message.say());
        let value = self.figure(step.result);
        Some(Line::of(self.message("why-figure").with("what", what).with("value", value).say()))
    }
}
