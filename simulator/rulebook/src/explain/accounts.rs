//! Balances: what came in, what was redeemed, what expired, what is still to come.

use super::step::{Figure, Operation, Step};
use super::{Aspect, Teller};
use crate::calendar::Month;
use crate::ids::{AnyId, CurrencyId};
use crate::model::Unit;
use crate::number::{Number, Sum};
use crate::record::{Event, Settled};

impl Teller<'_> {
    /// The balance at the end of a month.
    pub(super) fn balance(&mut self, at: usize, currency: CurrencyId) -> Step {
        let subject = AnyId::Currency(currency);
        let Some(account) = self.account(at, currency) else {
            return self.absent(at, subject, Figure::amount(currency, self.carried(at + 1, currency)));
        };
        let figure = Figure::amount(currency, account.balance);
        let step = Step::new(subject, self.month(at), Operation::Balance, figure);
        self.once(step, Aspect::Balance, |teller, step| {
            let redeemed = |event: &Event| match *event {
                Event::Redeemed { currency: of, lot, amount } if of == currency => Some((lot, amount)),
                _ => None,
            };
            let expired = |event: &Event| match *event {
                Event::Expired { currency: of, lot, amount } if of == currency => Some((lot, amount)),
                _ => None,
            };
            step.inputs = vec![
                teller.opening(at, currency),
                teller.credited(at, currency, account.earned),
                teller.spent(at, currency, Operation::Redeemed, account.redeemed, redeemed),
                teller.spent(at, currency, Operation::Expired, account.expired, expired),
            ];
        })
    }

    /// What of a currency is delayed at the end of a month.
    pub(super) fn pending(&self, at: usize, currency: CurrencyId) -> Step {
        let subject = AnyId::Currency(currency);
        let now = self.month(at);
        let Some(account) = self.account(at, currency) else {
            return self.absent(at, subject, Figure::amount(currency, Number::ZERO));
        };
        let delayed = |(earned, event): &(Month, Event)| match *event {
            Event::Settled(Settled { by, currency: of, credited, due, .. })
                if of == currency && *earned <= now && due > now && !credited.is_zero() =>
            {
                let operation = Operation::Delayed { source: by.source(), earned: *earned, due };
                Some(Step::new(by.source(), now, operation, Figure::amount(of, credited)))
            }
            _ => None,
        };
        let step = Step::new(subject, now, Operation::Pending, Figure::amount(currency, account.pending));
        step.of(self.run.journal.entries().iter().filter_map(delayed))
    }

    fn opening(&self, at: usize, currency: CurrencyId) -> Step {
        let balance = self.carried(at, currency);
        let step = self.part(at, Unit::Currency(currency), Operation::Opening, balance);
        let lots = self.run.customer.lots.iter().filter(|lot| at == 0 && lot.currency == currency);
        let mut lots: Vec<_> = lots.filter(|lot| lot.amount.is_positive()).collect();
        lots.sort_by_key(|lot| lot.month);
        step.of(lots.iter().map(|lot| self.lot(at, currency, lot.month, lot.amount)))
    }

    fn credited(&self, at: usize, currency: CurrencyId, earned: Number) -> Step {
        let step = self.part(at, Unit::Currency(currency), Operation::Credited, earned);
        let lines = self.result(at).lines.iter().filter(|line| line.currency == currency);
        step.of(lines.map(|line| {
            let amount = Figure::amount(currency, line.amount);
            Step::new(line.source, self.month(at), Operation::Line(line.source), amount)
        }))
    }

    fn spent(
        &self,
        at: usize,
        currency: CurrencyId,
        operation: Operation,
        total: Number,
        lot: impl Fn(&Event) -> Option<(Month, Number)>,
    ) -> Step {
        let step = self.part(at, Unit::Currency(currency), operation, total.negative());
        let lots = self.events(at).filter_map(lot);
        step.of(lots.map(|(month, amount)| self.lot(at, currency, month, amount.negative())))
    }

    fn lot(&self, at: usize, currency: CurrencyId, credited: Month, amount: Number) -> Step {
        let expires = self.run.book.opening_expiry(currency, credited);
        self.part(at, Unit::Currency(currency), Operation::Lot { credited, expires }, amount)
    }

    /// The balance before the month at a place: that of the last month before whose version has the currency, since
    /// nothing happens to it where it is lacking; or the opening lots.
    fn carried(&self, at: usize, currency: CurrencyId) -> Number {
        let before = (0..at).rev().find_map(|at| self.account(at, currency));
        before.map_or_else(
            || {
                let lots = self.run.customer.lots.iter().filter(|lot| lot.currency == currency);
                lots.map(|lot| lot.amount).collect::<Sum>().total().unwrap_or_default()
            },
            |account| account.balance,
        )
    }
}
