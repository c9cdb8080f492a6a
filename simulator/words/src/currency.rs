//! What is earned: rounding, expiry, cap, redemption, worth.

use rulebook::model::{Currency, ExpireAt, Expiry};
use rulebook::{Number, Rounding};

use crate::clause::Clause;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// All that is to be said of a currency: rounding, cap, expiry, redemption, worth. Sentences.
    pub fn currency(self, currency: &Currency) -> Vec<Clause> {
        let sentence = |text: String| self.sentence(&text);
        let expires = self.message("currency-expires").with("currency", self.name(currency.id));
        let expires = expires.with("expires", self.expiry(currency.expire)).say();
        let mut said = vec![self.rounding(currency), expires];
        said.extend(self.currency_cap(currency).map(sentence));
        let redeemable = if currency.redeemable { "yes" } else { "no" };
        let redeemable = self.message("redeemable").with("form", redeemable);
        said.push(redeemable.with("currency", self.name(currency.id)).say());
        said.extend(self.worth(currency).map(sentence));
        said.into_iter().map(Clause::leaf).collect()
    }

    /// How a credit is brought to the currency's decimals; a sentence.
    pub fn rounding(self, currency: &Currency) -> String {
        let round = match currency.round {
            Rounding::Down => "down",
            Rounding::Up => "up",
            Rounding::HalfUp => "half-up",
            Rounding::HalfEven => "half-even",
        };
        let unit = self.amount(currency.id, smallest(currency.decimals));
        let message = self.message("rounding").with("round", round).with("unit", unit);
        message.count(currency.decimals).with("currency", self.name(currency.id)).say()
    }

    /// When what was credited expires; a phrase.
    pub fn expiry(self, expire: Option<Expiry>) -> String {
        let Some(Expiry { months, at }) = expire else {
            return self.message("expires-never").say();
        };
        // Whole years after a month end in the year that is so many years on.
        let (at, count) = match at {
            ExpireAt::MonthEnd => ("month-end", months),
            ExpireAt::YearEnd if months.is_multiple_of(12) => ("years-end", months / 12),
            ExpireAt::YearEnd => ("year-end", months),
        };
        self.message("expires").count(count).with("at", at).with("year", self.year_kind()).say()
    }

    /// The cap over all accrual rules and boosts of a currency together; a phrase.
    pub fn currency_cap(self, currency: &Currency) -> Option<String> {
        let cap = currency.cap?;
        let message = self.message("currency-cap").with("period", time::key(cap.per));
        Some(message.with("amount", self.amount(currency.id, cap.amount)).say())
    }

    /// What a unit of a currency is worth in money; a phrase.
    pub fn worth(self, currency: &Currency) -> Option<String> {
        let unit = self.amount(currency.id, Number::ONE);
        Some(self.message("worth").with("unit", unit).with("money", self.money(currency.worth?)).say())
    }
}

/// The smallest amount of so many decimals: 0.01.
pub(crate) fn smallest(decimals: u32) -> Number {
    let zeros = decimals.saturating_sub(1) as usize;
    let unit = if decimals == 0 { "1".to_owned() } else { format!("0.{}1", "0".repeat(zeros)) };
    unit.parse().unwrap_or(Number::ONE)
}
