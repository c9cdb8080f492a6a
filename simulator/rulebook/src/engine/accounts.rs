//! Lots and balances: credits, redemption (step 6) and expiry (step 7).

use std::collections::VecDeque;

use super::earning::Earnings;
use super::{CustomerError, Run};
use crate::RuleBook;
use crate::calendar::{Month, Period, YearStart};
use crate::customer::{Customer, Past};
use crate::ids::CurrencyId;
use crate::model::{Currency, ExpireAt, Expiry, Version};
use crate::number::{Number, Overflow, Sum};
use crate::record::{Event, Recorder};
use crate::result::{Account, Line, RunError, Source};

/// All currencies' accounts, by index.
#[derive(Debug)]
pub(super) struct Accounts {
    holdings: Vec<Holding>,
    /// This month's credits, in that order.
    lines: Vec<Line>,
    /// Credits before the start.
    before: Vec<Past>,
}

#[derive(Debug, Default)]
struct Holding {
    /// Oldest first.
    lots: VecDeque<Lot>,
    /// The sum of the lots.
    balance: Sum,
    /// This month's.
    credited: Sum,
    redeemed: Number,
    expired: Sum,
    /// The credits of the months before, from `start` on.
    history: Vec<Number>,
}

/// What was credited in a month and is not yet spent.
#[derive(Clone, Copy, Debug)]
struct Lot {
    credited: Month,
    amount: Number,
    /// The month at whose end it expires.
    expires: Option<Month>,
}

impl Expiry {
    /// The month at whose end a lot that was credited in `month` expires.
    pub fn of(self, month: Month, year: YearStart) -> Month {
        let end = month.plus(i32::try_from(self.months).expect("at most 1200 months"));
        match self.at {
            ExpireAt::MonthEnd => end,
            ExpireAt::YearEnd => Period::Year.containing(end, year, 0).last,
        }
    }
}

impl Accounts {
    pub(super) fn new(book: &RuleBook) -> Self {
        let holdings = book.rules().ids.currencies.iter().map(|_| Holding::default()).collect();
        Self { holdings, lines: Vec::new(), before: Vec::new() }
    }

    pub(super) fn open(&mut self, book: &RuleBook, customer: &Customer) -> Result<(), CustomerError> {
        for account in &mut self.holdings {
            account.lots.clear();
            account.balance = Sum::default();
            account.history.clear();
        }
        for past in customer.lots.iter().filter(|past| past.amount.is_positive()) {
            let expires = book.opening_expiry(past.currency, past.month);
            let account = &mut self.holdings[past.currency.index()];
            account.lots.push_back(Lot { credited: past.month, amount: past.amount, expires });
            account.balance.add(past.amount);
        }
        for account in &mut self.holdings {
            account.lots.make_contiguous().sort_by_key(|lot| lot.credited);
            account.balance.total().map_err(|Overflow| CustomerError::TooMuch)?;
        }
        self.before.clone_from(&customer.earned);
        self.open_month();
        Ok(())
    }

    pub(super) fn open_month(&mut self) {
        self.lines.clear();
        for account in &mut self.holdings {
            account.credited = Sum::default();
            account.redeemed = Number::ZERO;
            account.expired = Sum::default();
        }
    }

    /// Credits an amount in a month, under its version's terms. Nothing comes of 0, nor of a currency that the
    /// version lacks.
    pub(super) fn credit(
        &mut self,
        version: &Version,
        year: YearStart,
        month: Month,
        source: Source,
        currency: CurrencyId,
        amount: Number,
    ) -> Result<(), Overflow> {
        let Some(terms) = version.currency(currency) else { return Ok(()) };
        if amount.is_zero() {
            return Ok(());
        }
        let account = &mut self.holdings[currency.index()];
        let expires = terms.expire.map(|expiry| expiry.of(month, year));
        account.lots.push_back(Lot { credited: month, amount, expires });
        account.balance.add(amount);
        account.credited.add(amount);
        account.balance.total()?;
        account.credited.total()?;
        self.lines.push(Line { source, currency, amount });
        Ok(())
    }

    /// Takes an amount from the oldest lots, and tells which; `Err` holds what is missing.
    fn redeem(
        &mut self,
        currency: CurrencyId,
        amount: Number,
        mut taken: impl FnMut(Month, Number),
    ) -> Result<(), Number> {
        let account = &mut self.holdings[currency.index()];
        let mut missing = Sum::default();
        missing.add(amount);
        let held = account.balance.total().expect("a balance is checked at each credit");
        if amount > held {
            missing.subtract(held);
            return Err(missing.total().expect("less than what was asked for"));
        }
        account.redeemed = amount;
        account.balance.subtract(amount);
        while let Some(lot) = account.lots.front_mut() {
            let rest = missing.total().expect("less than what was asked for");
            if lot.amount > rest {
                let mut left = Sum::default();
                left.add(lot.amount);
                left.subtract(rest);
                lot.amount = left.total().expect("less than the lot");
                if !rest.is_zero() {
                    taken(lot.credited, rest);
                }
                break;
            }
            missing.subtract(lot.amount);
            taken(lot.credited, lot.amount);
            account.lots.pop_front();
        }
        Ok(())
    }

    /// Lots whose end has come; those of a currency that the version lacks stay.
    pub(super) fn expire(&mut self, month: Month, version: &Version, recorder: &mut impl Recorder) {
        for Currency { id, .. } in &version.currencies {
            let account = &mut self.holdings[id.index()];
            let Holding { lots, balance, expired, .. } = account;
            lots.retain(|lot| {
                let over = lot.expires.is_some_and(|end| end <= month);
                if over {
                    balance.subtract(lot.amount);
                    expired.add(lot.amount);
                    let (currency, amount) = (*id, lot.amount);
                    recorder.record(month, || Event::Expired { currency, lot: lot.credited, amount });
                }
                !over
            });
        }
    }

    pub(super) fn close_month(&mut self) {
        for account in &mut self.holdings {
            account.history.push(account.credited.total().expect("checked at each credit"));
        }
    }

    pub(super) fn balance(&self, currency: CurrencyId) -> Result<Number, Overflow> {
        self.holdings[currency.index()].balance.total()
    }

    /// What was credited in the month so many after the start, the present one included.
    pub(super) fn credited(&self, currency: CurrencyId, months: i32) -> Number {
        let account = &self.holdings[currency.index()];
        let before = usize::try_from(months).ok().and_then(|at| account.history.get(at)).copied();
        before.unwrap_or_else(|| account.credited.total().expect("checked at each credit"))
    }

    /// Credits before the start.
    pub(super) fn before(&self) -> &[Past] {
        &self.before
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The month's statement of the version's currencies, by id.
    pub(super) fn statement(&self, version: &Version, earnings: &Earnings, statement: &mut Vec<Account>) {
        let total = |sum: Sum| sum.total().expect("checked at each credit");
        let account = |currency: &Currency| {
            let state = &self.holdings[currency.id.index()];
            Account {
                currency: currency.id,
                earned: total(state.credited),
                pending: earnings.pending(currency.id),
                redeemed: state.redeemed,
                expired: total(state.expired),
                balance: total(state.balance),
            }
        };
        statement.clear();
        statement.extend(version.currencies.iter().map(account));
        statement.sort_unstable_by_key(|account| account.currency);
    }
}

impl Clone for Accounts {
    fn clone(&self) -> Self {
        let Self { holdings, lines, before } = self;
        Self { holdings: holdings.clone(), lines: lines.clone(), before: before.clone() }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { holdings, lines, before } = self;
        holdings.clone_from(&other.holdings);
        lines.clone_from(&other.lines);
        before.clone_from(&other.before);
    }
}

impl Clone for Holding {
    fn clone(&self) -> Self {
        let mut clone = Self::default();
        clone.clone_from(self);
        clone
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { lots, balance, credited, redeemed, expired, history } = self;
        lots.clone_from(&other.lots);
        history.clone_from(&other.history);
        *balance = other.balance;
        *credited = other.credited;
        *redeemed = other.redeemed;
        *expired = other.expired;
    }
}

impl<R: Recorder> Run<'_, R> {
    /// Step 6.
    pub(super) fn redeem(&mut self) -> Result<(), RunError> {
        let month = self.month;
        for &(_, currency, amount) in self.given.redeemed(month) {
            if !self.version.currency(currency).is_some_and(|terms| terms.redeemable) {
                return Err(RunError::NotRedeemable { month, currency });
            }
            let recorder = &mut *self.recorder;
            let redeemed = self.state.accounts.redeem(currency, amount, |lot, amount| {
                recorder.record(month, || Event::Redeemed { currency, lot, amount });
            });
            redeemed.map_err(|shortfall| RunError::Insufficient { month, currency, shortfall })?;
        }
        Ok(())
    }
}
