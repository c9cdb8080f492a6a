//! Step 5: accrual rules, boosts and gifts.

use super::{Run, State};
use crate::calendar::Month;
use crate::compiled::{Boost, Campaign, Compiled, EarnRule, OwnCap, part};
use crate::ids::{AnyId, CurrencyId};
use crate::model::{Band, Banding, Basis, CapPeriod, Yield};
use crate::number::{Number, Overflow, Sum};
use crate::record::{Accrual, Event, Headroom, Recorder, Settled, Yielded};
use crate::result::{Line, RunError};

/// What earning remembers from month to month.
#[derive(Debug)]
pub(super) struct Earnings {
    /// Earned but not yet credited, by the month in which it is due: one list for each month of the longest delay,
    /// round and round. Each in the order in which it was earned.
    due: Vec<Vec<Pending>>,
    /// The sums of these, by currency.
    pending: Vec<Number>,
    /// What each meter has counted.
    used: Vec<Used>,
    /// Which gifts were given.
    given: Vec<bool>,
    /// What rules yielded this month that have boosts.
    yielded: Vec<Option<Yielded>>,
}

#[derive(Clone, Copy, Debug)]
struct Pending {
    source: AnyId,
    currency: CurrencyId,
    amount: Number,
}

/// What was credited or delayed in a period.
#[derive(Clone, Copy, Debug, Default)]
struct Used {
    /// The period's first month; none for a whole campaign.
    since: Option<Month>,
    sum: Sum,
}

impl Earnings {
    pub(super) fn new(rules: &Compiled) -> Self {
        let slots = &rules.slots;
        Self {
            due: vec![Vec::new(); slots.delay + 1],
            pending: vec![Number::ZERO; slots.all_currencies()],
            used: vec![Used::default(); slots.meters.len()],
            given: vec![false; slots.gifts()],
            yielded: vec![None; slots.boosted()],
        }
    }

    pub(super) fn open(&mut self) {
        self.due.iter_mut().for_each(Vec::clear);
        self.pending.fill(Number::ZERO);
        self.used.fill(Used::default());
        self.given.fill(false);
        self.yielded.fill(None);
    }

    /// What later months need of it: what rules yielded this month, their boosts had in this month.
    pub(super) fn without_this_month(&self) -> Self {
        let Self { due, pending, used, given, yielded: _ } = self;
        Self {
            due: due.clone(),
            pending: pending.clone(),
            used: used.clone(),
            given: given.clone(),
            yielded: Vec::new(),
        }
    }

    /// Ready for the next month, after [`Earnings::without_this_month`].
    pub(super) fn ready(&self, rules: &Compiled) -> Self {
        Self { yielded: vec![None; rules.slots.boosted()], ..self.clone() }
    }

    /// What of a currency is delayed.
    pub(super) fn pending(&self, currency: CurrencyId) -> Number {
        self.pending[currency.index()]
    }
}

impl State {
    /// What is delayed at the end of the last month evaluated, with the months in which it is credited: the earliest
    /// first, and within a month in the order in which it was earned.
    pub fn delayed(&self) -> impl Iterator<Item = (Month, Line)> {
        let due = &self.earnings.due;
        let before = usize::try_from(self.month.since(self.start)).unwrap_or(0);
        let months = (0..).map(|later| self.month.plus(later));
        let lists = (before..before + due.len()).map(|round| &due[round % due.len()]);
        months.zip(lists).flat_map(|(month, list)| {
            list.iter()
                .map(move |&Pending { source, currency, amount }| (month, Line { source, currency, amount }))
        })
    }
}

impl Clone for Earnings {
    fn clone(&self) -> Self {
        let Self { due, pending, used, given, yielded } = self;
        Self {
            due: due.clone(),
            pending: pending.clone(),
            used: used.clone(),
            given: given.clone(),
            yielded: yielded.clone(),
        }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { due, pending, used, given, yielded } = self;
        due.clone_from(&other.due);
        pending.clone_from(&other.pending);
        used.clone_from(&other.used);
        given.clone_from(&other.given);
        yielded.clone_from(&other.yielded);
    }
}

impl<R: Recorder> Run<'_, R> {
    pub(super) fn earn(&mut self) -> Result<(), RunError> {
        let version = self.version;
        self.credit_what_is_due()?;
        self.state.earnings.yielded.fill(None);
        for rule in part(&version.earn, self.depth) {
            self.earn_rule(rule)?;
        }
        for campaign in part(&version.campaigns, self.depth) {
            self.run_campaign(campaign)?;
        }
        Ok(())
    }

    fn credit_what_is_due(&mut self) -> Result<(), RunError> {
        let round = self.now.before % self.state.earnings.due.len();
        // Taken out and put back, so that its room is used again.
        let mut due = std::mem::take(&mut self.state.earnings.due[round]);
        for Pending { source, currency, amount } in due.drain(..) {
            let pending = &mut self.state.earnings.pending[currency.index()];
            *pending = pending.sub_unchecked(amount);
            self.credit(source, currency, amount)?;
        }
        self.state.earnings.due[round] = due;
        Ok(())
    }

    fn earn_rule(&mut self, rule: &EarnRule) -> Result<(), RunError> {
        let now = self.now;
        let days = now.days_of(rule.validity);
        if days == 0 || !now.ends(rule.each) || !rule.when.is_none_or(|when| self.holds(when)) {
            return Ok(());
        }
        let overflow = |Overflow| RunError::Overflow { rule: AnyId::Earn(rule.id), month: now.month };
        let times = rule.times[self.rung];
        let base = yield_of(&rule.yields, self.amount_of(&rule.yields), days, now.days).map_err(overflow)?;
        let amount = base.product(times).map_err(overflow)?;
        let by = Accrual::Rule(rule.id);
        let yielded = Yielded { by, days, base, times, amount };
        self.recorder.record(now.month, || Event::Yielded(yielded));
        if let Some(slot) = rule.boosted {
            self.state.earnings.yielded[slot] = Some(yielded);
        }
        let headroom = self.own_headroom(rule.cap.as_ref());
        let credited = self.settle(by, rule, amount, headroom)?;
        self.count(rule.meters.clone(), credited);
        Ok(())
    }

    /// The rule's metric, this month.
    fn amount_of(&self, yields: &Yield) -> Number {
        match yields {
            Yield::Gives { of, .. } | Yield::Rate { of, .. } | Yield::Bands { of, .. } => {
                self.state.values[of.index()].number()
            }
            Yield::Fixed(amount) => *amount,
        }
    }

    fn run_campaign(&mut self, campaign: &Campaign) -> Result<(), RunError> {
        let is_on = self.now.days_of(campaign.validity) > 0;
        if !is_on || !campaign.audience.is_none_or(|audience| self.holds(audience)) {
            return Ok(());
        }
        for boost in part(&campaign.boosts, self.depth) {
            self.boost(campaign, boost)?;
        }
        for gift in part(&campaign.gifts, self.depth) {
            let is_given = self.state.earnings.given[gift.slot];
            if !is_given && gift.when.is_none_or(|when| self.holds(when)) {
                self.state.earnings.given[gift.slot] = true;
                let amount = self.credit_rounded(AnyId::Campaign(campaign.id), gift.credit)?;
                let (campaign, index) = (campaign.id, gift.place);
                self.recorder.record(self.now.month, || Event::Gift { campaign, index, amount });
            }
        }
        Ok(())
    }

    fn boost(&mut self, campaign: &Campaign, boost: &Boost) -> Result<(), RunError> {
        let version = self.version;
        let Some(yielded) = &self.state.earnings.yielded[boost.boosted] else { return Ok(()) };
        let Some(rule) = version.earn[boost.rule].at(self.depth) else { return Ok(()) };
        let (base, times, days) = (yielded.amount, boost.times, self.now.days_of(boost.both));
        let amount =
            boosted(yielded, times, days).map_err(|Overflow| self.overflow(AnyId::Campaign(campaign.id)))?;
        let by = Accrual::Boost(campaign.id, boost.place);
        self.recorder.record(self.now.month, || Event::Yielded(Yielded { by, days, base, times, amount }));
        let headroom = self.own_headroom(boost.cap.as_ref());
        let credited = self.settle(by, rule, amount, headroom)?;
        self.count(boost.meters.clone(), credited);
        Ok(())
    }

    /// Rounds what a rule or its boost yielded, cuts it to the room of its own cap and of the currency's, and
    /// credits it now or later. Returns what was left.
    fn settle(
        &mut self,
        by: Accrual,
        rule: &EarnRule,
        yielded: Number,
        own: Option<Headroom>,
    ) -> Result<Number, RunError> {
        let (version, month, currency) = (self.version, self.now.month, rule.currency);
        let Some(terms) = version.terms(currency) else { return Ok(Number::ZERO) };
        let rounded = yielded.rounded(terms.decimals, terms.round);
        let shared = terms.cap.map(|(cap, meter)| self.headroom(cap, meter));
        let amount =
            [own, shared].into_iter().flatten().fold(rounded, |amount, headroom| amount.min(headroom.left));
        self.count(terms.meters.clone(), amount);
        let due = month.plus(i32::try_from(rule.delay).expect("at most 120 months"));
        self.recorder.record(month, || {
            Event::Settled(Settled { by, currency, rounded, own, shared, credited: amount, due })
        });
        let source = by.source();
        if rule.delay == 0 {
            self.credit(source, currency, amount)?;
        } else if !amount.is_zero() {
            self.delay(rule.delay, Pending { source, currency, amount })?;
        }
        Ok(amount)
    }

    fn delay(&mut self, months: u32, later: Pending) -> Result<(), RunError> {
        let Earnings { due, pending, .. } = &mut self.state.earnings;
        let round = (self.now.before + months as usize) % due.len();
        due[round].push(later);
        let pending = &mut pending[later.currency.index()];
        let sum = pending.plus(later.amount);
        *pending =
            sum.map_err(|Overflow| RunError::Overflow { rule: later.source, month: self.now.month })?;
        Ok(())
    }

    fn own_headroom(&self, cap: Option<&OwnCap>) -> Option<Headroom> {
        let cap = cap?;
        cap.amounts[self.rung].map(|amount| self.headroom(amount, cap.meter))
    }

    /// What is left of a cap; never negative.
    fn headroom(&self, cap: Number, meter: usize) -> Headroom {
        let Used { since, sum } = self.state.earnings.used[meter];
        let used = if since == self.since(meter) { sum } else { Sum::default() };
        // A sum out of range is above any cap.
        let used = used.total().unwrap_or(Number::MAX);
        Headroom { cap, left: cap.sub_unchecked(used).max(Number::ZERO) }
    }

    /// Counts an amount on meters.
    fn count(&mut self, meters: std::ops::Range<usize>, amount: Number) {
        for meter in meters {
            let since = self.since(meter);
            let used = &mut self.state.earnings.used[meter];
            if used.since != since {
                *used = Used { since, sum: Sum::default() };
            }
            used.sum.add(amount);
        }
    }

    /// The first month of what a meter counts now.
    fn since(&self, meter: usize) -> Option<Month> {
        match self.rules.slots.meters[meter] {
            CapPeriod::Campaign => None,
            CapPeriod::Period(period) => Some(self.now.span(period).first),
        }
    }
}

/// What a rule yields of an amount in a month of `of` days, on `days` of which it is in force, before the tier's
/// multiplier. A negative amount yields nothing.
fn yield_of(yields: &Yield, amount: Number, days: u32, of: u32) -> Result<Number, Overflow> {
    if let Yield::Fixed(amount) = yields {
        return Ok(*amount);
    }
    if !amount.is_positive() {
        return Ok(Number::ZERO);
    }
    match yields {
        Yield::Gives { every, gives, full, .. } => {
            let amount = amount.share(days, of)?;
            if *full {
                amount.full(*every)?.product(*gives)
            } else {
                amount.product(*gives)?.quotient(*every)
            }
        }
        Yield::Rate { rate, basis, .. } => basis.share(amount.product(*rate)?, days, of),
        Yield::Bands { bands, banding, basis, .. } => {
            let whole = match banding {
                Banding::Marginal => marginal(bands, amount)?,
                Banding::Whole => match Band::whole(bands, amount) {
                    Some(band) => amount.product(band.rate)?,
                    None => Number::ZERO,
                },
            };
            basis.share(whole, days, of)
        }
        Yield::Fixed(amount) => Ok(*amount),
    }
}

/// The sum, over the bands, of the part of the amount within the band × its rate.
fn marginal(bands: &[Band], amount: Number) -> Result<Number, Overflow> {
    let mut sum = Sum::default();
    for (band, part) in Band::parts(bands, amount) {
        sum.add(part?.product(band.rate)?);
    }
    sum.total()
}

impl Band {
    /// The band that an amount is in.
    pub(crate) fn whole(bands: &[Self], amount: Number) -> Option<Self> {
        bands.iter().rev().find(|band| band.from <= amount).copied()
    }

    /// The bands that an amount reaches into, each with the part of the amount within it.
    pub(crate) fn parts(
        bands: &[Self],
        amount: Number,
    ) -> impl Iterator<Item = (Self, Result<Number, Overflow>)> {
        let reached = bands.iter().enumerate().filter(move |(_, band)| band.from < amount);
        reached.map(move |(at, band)| {
            let end = bands.get(at + 1).map_or(amount, |next| next.from.min(amount));
            (*band, end.minus(band.from))
        })
    }
}

impl Accrual {
    /// Whose line it becomes.
    pub fn source(self) -> AnyId {
        match self {
            Self::Rule(id) => AnyId::Earn(id),
            Self::Boost(id, _) => AnyId::Campaign(id),
        }
    }
}

impl Basis {
    /// A month's part of a result: one operation.
    fn share(self, result: Number, days: u32, of: u32) -> Result<Number, Overflow> {
        match self {
            Self::Month => result.share(days, of),
            Self::Year => result.share(days, 12 * of),
        }
    }
}

/// The yield × (`times` − 1) × the days on which both run ÷ the days of the rule.
fn boosted(yielded: &Yielded, times: Number, days: u32) -> Result<Number, Overflow> {
    yielded.amount.product(times.minus(Number::ONE)?)?.share(days, yielded.days)
}
