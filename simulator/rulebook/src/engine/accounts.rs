//! Lots and balances: credits, redemption (step 6) and expiry (step 7).

use std::collections::VecDeque;

use super::Run;
use crate::book::RuleBook;
use crate::calendar::{Month, Period, YearStart};
use crate::customer::{CustomerError, PriorCredit};
use crate::ids::{AnyId, CurrencyId};
use crate::model::{ExpireAt, Expiry};
use crate::number::{Number, Overflow};
use crate::record::{Event, Recorder};
use crate::result::{Account, Line, MonthResult, RunError};

/// All currencies' accounts.
#[derive(Debug)]
pub(super) struct Accounts {
    /// By currency.
    pub(super) holdings: Vec<Holding>,
    /// This month's credits, in the order in which they were made.
    pub(super) lines: Vec<Line>,
    /// Credits before the start, by currency and month.
    before: Vec<PriorCredit>,
}

/// What is held of a currency.
#[derive(Debug, Default)]
pub(super) struct Holding {
    /// Oldest first.
    lots: VecDeque<Lot>,
    /// The sum of the lots.
    pub(super) balance: Number,
    /// What was credited in this month.
    pub(super) credited: Number,
    redeemed: Number,
    expired: Number,
}

/// What was credited in a month under the same terms and is not yet spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// In which month.
    pub credited: Month,
    /// What is left of it; above 0.
    pub amount: Number,
    /// The month at whose end it expires; never, if absent.
    pub expires: Option<Month>,
}

impl RuleBook {
    /// The month at whose end an opening lot of a month expires: under that month's version, or the first that
    /// has the currency.
    pub fn opening_expiry(&self, currency: CurrencyId, month: Month) -> Option<Month> {
        let terms = self.version(month).currency(currency);
        let first = || self.rules().versions.iter().find_map(|version| version.currency(currency));
        let expiry = terms.or_else(first)?.expire?;
        Some(expiry.of(month, self.rules().year_starts))
    }
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

    /// At the end of a month that has this result; what is kept of it are the lots.
    pub(super) fn restored(book: &RuleBook, lots: &[(usize, Lot)], result: &MonthResult, end: &Self) -> Self {
        let mut holdings: Vec<Holding> =
            book.rules().ids.currencies.iter().map(|_| Holding::default()).collect();
        for &(currency, lot) in lots {
            let holding = &mut holdings[currency];
            // Their sum has been a balance before.
            holding.balance = holding.balance.plus(lot.amount).unwrap_or(Number::MAX);
            holding.lots.push_back(lot);
        }
        for account in &result.accounts {
            let holding = &mut holdings[account.currency.index()];
            holding.credited = account.earned;
            holding.redeemed = account.redeemed;
            holding.expired = account.expired;
        }
        Self { holdings, lines: result.lines.clone(), before: end.before.clone() }
    }

    /// Every lot with the index of its currency, the oldest of a currency first.
    pub(super) fn all_lots(&self) -> impl Iterator<Item = (usize, Lot)> {
        let holdings = self.holdings.iter().enumerate();
        holdings.flat_map(|(currency, holding)| holding.lots().map(move |lot| (currency, lot)))
    }

    pub(super) fn clear(&mut self) {
        for holding in &mut self.holdings {
            holding.lots.clear();
            holding.balance = Number::ZERO;
        }
        self.before.clear();
        self.open_month();
    }

    /// Adds what a customer has from before the first month.
    pub(super) fn open(
        &mut self,
        book: &RuleBook,
        lots: &[PriorCredit],
        earned: &[PriorCredit],
    ) -> Result<(), CustomerError> {
        for past in lots {
            let expires = book.opening_expiry(past.currency, past.month);
            let holding = &mut self.holdings[past.currency.index()];
            holding.add(past.month, past.amount, expires).map_err(|Overflow| CustomerError::TooMuch)?;
        }
        for holding in &mut self.holdings {
            holding.lots.make_contiguous().sort_by_key(|lot| lot.credited);
        }
        self.before.extend_from_slice(earned);
        self.before.sort_unstable_by_key(|past| (past.currency, past.month));
        Ok(())
    }

    pub(super) fn open_month(&mut self) {
        self.lines.clear();
        for holding in &mut self.holdings {
            holding.credited = Number::ZERO;
            holding.redeemed = Number::ZERO;
            holding.expired = Number::ZERO;
        }
    }

    /// Credits an amount above 0.
    pub(super) fn credit(
        &mut self,
        month: Month,
        source: AnyId,
        currency: CurrencyId,
        amount: Number,
        expires: Option<Month>,
    ) -> Result<(), Overflow> {
        let holding = &mut self.holdings[currency.index()];
        holding.add(month, amount, expires)?;
        holding.credited = holding.credited.plus(amount)?;
        self.lines.push(Line { source, currency, amount });
        Ok(())
    }

    /// What was credited before the start, by month.
    pub(super) fn before(&self, currency: CurrencyId, first: Month, last: Month) -> &[PriorCredit] {
        let from = self.before.partition_point(|past| (past.currency, past.month) < (currency, first));
        let to = self.before.partition_point(|past| (past.currency, past.month) <= (currency, last));
        self.before.get(from..to).unwrap_or_default()
    }

    /// The month's statement of a currency.
    pub(super) fn statement(&self, currency: CurrencyId, pending: Number) -> Account {
        let Holding { balance, credited, redeemed, expired, .. } = self.holdings[currency.index()];
        Account { currency, earned: credited, pending, redeemed, expired, balance }
    }
}

impl Holding {
    pub(super) fn lots(&self) -> impl Iterator<Item = Lot> {
        self.lots.iter().copied()
    }

    /// Adds to the youngest lot, if it is of the same month and terms.
    fn add(&mut self, month: Month, amount: Number, expires: Option<Month>) -> Result<(), Overflow> {
        self.balance = self.balance.plus(amount)?;
        match self.lots.back_mut() {
            Some(lot) if lot.credited == month && lot.expires == expires => {
                lot.amount = lot.amount.plus(amount)?;
            }
            _ if amount.is_zero() => {}
            _ => self.lots.push_back(Lot { credited: month, amount, expires }),
        }
        Ok(())
    }

    /// Takes an amount from the oldest lots, and tells which; `Err` holds what is missing.
    fn redeem(&mut self, amount: Number, mut taken: impl FnMut(Month, Number)) -> Result<(), Number> {
        if amount > self.balance {
            return Err(amount.sub_unchecked(self.balance));
        }
        self.redeemed = amount;
        self.balance = self.balance.sub_unchecked(amount);
        let mut rest = amount;
        while !rest.is_zero()
            && let Some(lot) = self.lots.front_mut()
        {
            let part = rest.min(lot.amount);
            taken(lot.credited, part);
            rest = rest.sub_unchecked(part);
            lot.amount = lot.amount.sub_unchecked(part);
            if lot.amount.is_zero() {
                self.lots.pop_front();
            }
        }
        Ok(())
    }

    /// Drops the lots whose end has come, and tells them.
    fn expire(&mut self, month: Month, mut expired: impl FnMut(Month, Number)) {
        let before = self.balance;
        self.lots.retain(|lot| {
            let over = lot.expires.is_some_and(|end| end <= month);
            if over {
                self.balance = self.balance.sub_unchecked(lot.amount);
                expired(lot.credited, lot.amount);
            }
            !over
        });
        self.expired = before.sub_unchecked(self.balance);
    }
}

impl<R: Recorder> Run<'_, R> {
    /// Step 6.
    pub(super) fn redeem(&mut self) -> Result<(), RunError> {
        let month = self.now.month;
        for &(_, currency, amount) in self.given.redeemed(month) {
            if !self.version.terms(currency).is_some_and(|terms| terms.redeemable) {
                return Err(RunError::NotRedeemable { month, currency });
            }
            if self.version.terms_at(currency, self.depth).is_none() {
                continue;
            }
            let recorder = &mut *self.recorder;
            let redeemed = self.state.accounts.holdings[currency.index()].redeem(amount, |lot, amount| {
                recorder.record(month, || Event::Redeemed { currency, lot, amount });
            });
            redeemed.map_err(|shortfall| RunError::Insufficient { month, currency, shortfall })?;
        }
        Ok(())
    }

    /// Step 7. Lots of a currency that the version lacks stay.
    pub(super) fn expire(&mut self) {
        let month = self.now.month;
        for &currency in &self.version.currencies {
            let recorder = &mut *self.recorder;
            self.state.accounts.holdings[currency.index()].expire(month, |lot, amount| {
                recorder.record(month, || Event::Expired { currency, lot, amount });
            });
        }
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
        let Self { lots, balance, credited, redeemed, expired } = self;
        let (balance, credited, redeemed, expired) = (*balance, *credited, *redeemed, *expired);
        Self { lots: lots.clone(), balance, credited, redeemed, expired }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { lots, balance, credited, redeemed, expired } = self;
        lots.clone_from(&other.lots);
        *balance = other.balance;
        *credited = other.credited;
        *redeemed = other.redeemed;
        *expired = other.expired;
    }
}
