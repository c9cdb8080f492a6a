//! Lots and balances: credits, redemption (step 6) and expiry (step 7).

use std::collections::VecDeque;

use super::earning::Earnings;
use super::{Rules, Run};
use crate::RuleBook;
use crate::calendar::{Month, Period, YearStart};
use crate::customer::Customer;
use crate::ids::CurrencyId;
use crate::model::{Currency, ExpireAt, Expiry, Version};
use crate::number::{Number, Overflow, Sum};
use crate::record::Recorder;
use crate::result::{Account, Line, RunError, Source};

/// All currencies' accounts, by index.
pub(super) struct Accounts {
    accounts: Vec<State>,
    /// This month's credits, in that order.
    lines: Vec<Line>,
}

#[derive(Clone, Default)]
struct State {
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
#[derive(Clone, Copy)]
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
    pub(super) fn opening(book: &RuleBook, customer: &Customer) -> Self {
        let mut accounts = vec![State::default(); book.rules().ids.currencies.len()];
        for past in customer.lots.iter().filter(|past| past.amount.is_positive()) {
            let expires = book.opening_expiry(past.currency, past.month);
            let account = &mut accounts[past.currency.index()];
            account.lots.push_back(Lot { credited: past.month, amount: past.amount, expires });
            account.balance.add(past.amount);
        }
        for account in &mut accounts {
            account.lots.make_contiguous().sort_by_key(|lot| lot.credited);
        }
        Self { accounts, lines: Vec::new() }
    }

    pub(super) fn open_month(&mut self) {
        for account in &mut self.accounts {
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
        let account = &mut self.accounts[currency.index()];
        let expires = terms.expire.map(|expiry| expiry.of(month, year));
        account.lots.push_back(Lot { credited: month, amount, expires });
        account.balance.add(amount);
        account.credited.add(amount);
        account.balance.total()?;
        account.credited.total()?;
        self.lines.push(Line { source, currency, amount });
        Ok(())
    }

    /// Takes an amount from the oldest lots; `Err` holds what is missing.
    fn redeem(&mut self, currency: CurrencyId, amount: Number) -> Result<(), Number> {
        let account = &mut self.accounts[currency.index()];
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
                break;
            }
            missing.subtract(lot.amount);
            account.lots.pop_front();
        }
        Ok(())
    }

    /// Lots whose end has come; those of a currency that the version lacks stay.
    pub(super) fn expire(&mut self, month: Month, version: &Version) {
        for Currency { id, .. } in &version.currencies {
            let account = &mut self.accounts[id.index()];
            let State { lots, balance, expired, .. } = account;
            lots.retain(|lot| {
                let over = lot.expires.is_some_and(|end| end <= month);
                if over {
                    balance.subtract(lot.amount);
                    expired.add(lot.amount);
                }
                !over
            });
        }
    }

    pub(super) fn close_month(&mut self) {
        for account in &mut self.accounts {
            account.history.push(account.credited.total().expect("checked at each credit"));
        }
    }

    pub(super) fn balance(&self, currency: CurrencyId) -> Result<Number, Overflow> {
        self.accounts[currency.index()].balance.total()
    }

    /// What was credited in the month so many after the start, the present one included.
    pub(super) fn credited(&self, currency: CurrencyId, months: i32) -> Number {
        let account = &self.accounts[currency.index()];
        let before = usize::try_from(months).ok().and_then(|at| account.history.get(at)).copied();
        before.unwrap_or_else(|| account.credited.total().expect("checked at each credit"))
    }

    pub(super) fn take_lines(&mut self) -> Vec<Line> {
        std::mem::take(&mut self.lines)
    }

    /// The month's statement of the version's currencies, by id.
    pub(super) fn statement(&self, version: &Version, earnings: &Earnings) -> Vec<Account> {
        let total = |sum: Sum| sum.total().expect("checked at each credit");
        let account = |currency: &Currency| {
            let state = &self.accounts[currency.id.index()];
            Account {
                currency: currency.id,
                earned: total(state.credited),
                pending: earnings.pending(currency.id),
                redeemed: state.redeemed,
                expired: total(state.expired),
                balance: total(state.balance),
            }
        };
        let mut statement: Vec<_> = version.currencies.iter().map(account).collect();
        statement.sort_unstable_by_key(|account| account.currency);
        statement
    }
}

impl<R: Recorder> Run<'_, R> {
    /// Step 6.
    pub(super) fn redeem(&mut self, rules: Rules<'_>) -> Result<(), RunError> {
        let month = self.month;
        for (&currency, &amount) in self.customer.redeem.get(&month).into_iter().flatten() {
            if !rules.version.currency(currency).is_some_and(|terms| terms.redeemable) {
                return Err(RunError::NotRedeemable { month, currency });
            }
            let redeemed = self.accounts.redeem(currency, amount);
            redeemed.map_err(|shortfall| RunError::Insufficient { month, currency, shortfall })?;
        }
        Ok(())
    }
}
