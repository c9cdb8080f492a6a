//! Step 5: accrual rules, boosts and gifts.

use std::collections::BTreeMap;

use super::Run;
use crate::calendar::{Month, Validity};
use crate::ids::{CampaignId, CurrencyId, EarnId, Ids};
use crate::model::{Band, Banding, Basis, Boost, Campaign, Cap, CapPeriod, EarnRule, Yield};
use crate::number::{Number, Overflow, Sum};
use crate::record::{Accrual, Event, Recorder, Room, Settled, Yielded};
use crate::result::{Rule, RunError, Source};

/// What earning remembers from month to month.
#[derive(Debug)]
pub(super) struct Earnings {
    /// Earned but not yet credited, in the order in which it was earned.
    pending: Vec<Pending>,
    /// What counts for the caps of each rule, by index.
    by_rule: Vec<Used>,
    /// What counts for the caps of each currency, by index.
    by_currency: Vec<Used>,
    /// What counts for the caps of each boost, by campaign and place.
    by_boost: BTreeMap<(CampaignId, usize), Used>,
    /// Gifts given, by campaign and place.
    given: BTreeMap<(CampaignId, usize), Month>,
}

#[derive(Clone, Copy, Debug)]
struct Pending {
    due: Month,
    source: Source,
    currency: CurrencyId,
    amount: Number,
}

/// What was credited or delayed, by month.
#[derive(Clone, Debug, Default)]
struct Used(Vec<(Month, Number)>);

impl Used {
    fn add(&mut self, month: Month, amount: Number) {
        if !amount.is_zero() {
            self.0.push((month, amount));
        }
    }

    /// What is left of a cap; never negative.
    fn room(&self, cap: Number, counts: impl Fn(Month) -> bool) -> Room {
        let mut left = Sum::default();
        left.add(cap);
        self.0.iter().filter(|(month, _)| counts(*month)).for_each(|&(_, amount)| left.subtract(amount));
        // A room out of range can only be far below 0.
        Room { cap, left: left.total().unwrap_or(Number::ZERO).max(Number::ZERO) }
    }
}

impl Earnings {
    pub(super) fn new(ids: &Ids) -> Self {
        Self {
            pending: Vec::new(),
            by_rule: vec![Used::default(); ids.earn.len()],
            by_currency: vec![Used::default(); ids.currencies.len()],
            by_boost: BTreeMap::new(),
            given: BTreeMap::new(),
        }
    }

    pub(super) fn open(&mut self) {
        self.pending.clear();
        self.by_rule.iter_mut().chain(&mut self.by_currency).for_each(|used| used.0.clear());
        self.by_boost.clear();
        self.given.clear();
    }

    /// What of a currency is delayed.
    pub(super) fn pending(&self, currency: CurrencyId) -> Number {
        let amounts = self.pending.iter().filter(|pending| pending.currency == currency);
        let sum: Sum = amounts.map(|pending| pending.amount).collect();
        sum.total().expect("caught when it was delayed")
    }
}

impl Clone for Earnings {
    fn clone(&self) -> Self {
        let Self { pending, by_rule, by_currency, by_boost, given } = self;
        Self {
            pending: pending.clone(),
            by_rule: by_rule.clone(),
            by_currency: by_currency.clone(),
            by_boost: by_boost.clone(),
            given: given.clone(),
        }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { pending, by_rule, by_currency, by_boost, given } = self;
        pending.clone_from(&other.pending);
        by_rule.clone_from(&other.by_rule);
        by_currency.clone_from(&other.by_currency);
        by_boost.clone_from(&other.by_boost);
        given.clone_from(&other.given);
    }
}

impl<R: Recorder> Run<'_, R> {
    pub(super) fn earn(&mut self) -> Result<(), RunError> {
        self.credit_what_is_due()?;
        let mut yields = BTreeMap::new();
        for rule in &self.version.earn {
            self.earn_rule(rule, &mut yields)?;
        }
        for campaign in &self.version.campaigns {
            self.run_campaign(campaign, &yields)?;
        }
        Ok(())
    }

    fn credit_what_is_due(&mut self) -> Result<(), RunError> {
        let month = self.month;
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.state.earnings.pending)
            .into_iter()
            .partition(|pending| pending.due <= month);
        self.state.earnings.pending = later;
        for Pending { source, currency, amount, .. } in due {
            self.credit(source, currency, amount)?;
        }
        Ok(())
    }

    fn earn_rule(&mut self, rule: &EarnRule, yields: &mut BTreeMap<EarnId, Yielded>) -> Result<(), RunError> {
        let days = rule.validity.days_in(self.month);
        let holds = rule.when.as_ref().is_none_or(|when| when.holds(&self.facts()));
        if days == 0 || !holds || !rule.each.ends_in(self.month, self.book.rules().year_starts) {
            return Ok(());
        }
        let source = Source::Earn(rule.id);
        let overflow = |Overflow| RunError::Overflow { rule: Rule::Source(source), month: self.month };
        let times = rule.times.at(self.place).unwrap_or(Number::ONE);
        let base =
            yield_of(&rule.yields, self.amount_of(&rule.yields), days, self.month).map_err(overflow)?;
        let amount = base.product(times).map_err(overflow)?;
        let by = Accrual::Rule(rule.id);
        let yielded = Yielded { by, days, base, times, amount };
        self.recorder.record(self.month, || Event::Yielded(yielded));
        yields.insert(rule.id, yielded);

        let year = self.book.rules().year_starts;
        let month = self.month;
        let room = rule.cap.as_ref().and_then(|cap| {
            let CapPeriod::Period(per) = cap.per else { return None };
            let span = per.containing(month, year, 0);
            let used = &self.state.earnings.by_rule[rule.id.index()];
            cap.amount.at(self.place).map(|cap| used.room(cap, |other| span.contains(other)))
        });
        let credited = self.settle(by, rule, amount, room)?;
        self.state.earnings.by_rule[rule.id.index()].add(month, credited);
        Ok(())
    }

    fn run_campaign(
        &mut self,
        campaign: &Campaign,
        yields: &BTreeMap<EarnId, Yielded>,
    ) -> Result<(), RunError> {
        let validity = Validity { from: Some(campaign.from), to: Some(campaign.to) };
        let invited = |audience| self.holds(audience);
        if validity.days_in(self.month) == 0 || !campaign.audience.as_ref().is_none_or(invited) {
            return Ok(());
        }
        for (place, boost) in campaign.boosts.iter().enumerate() {
            if let Some(&yielded) = yields.get(&boost.earn) {
                self.boost(campaign, place, boost, yielded)?;
            }
        }
        for (place, gift) in campaign.gifts.iter().enumerate() {
            let key = (campaign.id, place);
            let holds = gift.when.as_ref().is_none_or(|when| self.holds(when));
            if holds && !self.state.earnings.given.contains_key(&key) {
                self.state.earnings.given.insert(key, self.month);
                let amount = self.credit_rounded(Source::Campaign(campaign.id), gift.credit)?;
                self.recorder.record(self.month, || Event::Gift { campaign: campaign.id, place, amount });
            }
        }
        Ok(())
    }

    fn holds(&self, condition: &crate::model::Condition) -> bool {
        condition.holds(&self.facts())
    }

    fn boost(
        &mut self,
        campaign: &Campaign,
        place: usize,
        boost: &Boost,
        yielded: Yielded,
    ) -> Result<(), RunError> {
        let Some(rule) = self.version.earn.iter().find(|rule| rule.id == boost.earn) else { return Ok(()) };
        let both = rule.validity.and(Validity { from: Some(campaign.from), to: Some(campaign.to) });
        let source = Source::Campaign(campaign.id);
        let (base, times, days) = (yielded.amount, boost.times, both.days_in(self.month));
        let amount = boosted(yielded, times, days).map_err(|Overflow| self.overflow(Rule::Source(source)))?;

        let key = (campaign.id, place);
        let by = Accrual::Boost(campaign.id, place);
        self.recorder.record(self.month, || Event::Yielded(Yielded { by, days, base, times, amount }));
        let room = boost.cap.as_ref().and_then(|cap| self.boost_room(cap, key));
        let credited = self.settle(by, rule, amount, room)?;
        self.state.earnings.by_boost.entry(key).or_default().add(self.month, credited);
        Ok(())
    }

    fn boost_room(&self, cap: &Cap, key: (CampaignId, usize)) -> Option<Room> {
        let amount = cap.amount.at(self.place)?;
        let unused = Used::default();
        let used = self.state.earnings.by_boost.get(&key).unwrap_or(&unused);
        Some(match cap.per {
            CapPeriod::Campaign => used.room(amount, |_| true),
            CapPeriod::Period(per) => {
                let span = per.containing(self.month, self.book.rules().year_starts, 0);
                used.room(amount, |month| span.contains(month))
            }
        })
    }

    /// Rounds what a rule or its boost yielded, cuts it to the room of its own cap and of the currency's, and
    /// credits it now or later. Returns what was left.
    fn settle(
        &mut self,
        by: Accrual,
        rule: &EarnRule,
        yielded: Number,
        own: Option<Room>,
    ) -> Result<Number, RunError> {
        let month = self.month;
        let version = self.version;
        let Some(currency) = version.currency(rule.currency) else { return Ok(Number::ZERO) };
        let rounded = yielded.rounded(currency.decimals, currency.round);
        let used = &mut self.state.earnings.by_currency[currency.id.index()];
        let shared = currency.cap.map(|cap| {
            let span = cap.per.containing(month, self.book.rules().year_starts, 0);
            used.room(cap.amount, |other| span.contains(other))
        });
        let amount = [own, shared].into_iter().flatten().fold(rounded, |amount, room| amount.min(room.left));
        used.add(month, amount);
        let due = month.plus(i32::try_from(rule.delay).expect("at most 120 months"));
        let (currency, source) = (currency.id, by.source());
        self.recorder.record(month, || {
            Event::Settled(Settled { by, currency, rounded, own, shared, credited: amount, due })
        });
        if rule.delay == 0 {
            self.credit(source, currency, amount)?;
        } else if !amount.is_zero() {
            self.state.earnings.pending.push(Pending { due, source, currency, amount });
        }
        Ok(amount)
    }
}

/// What a rule yields of an amount in a month in which it is in force on `days` days, before the tier's
/// multiplier. A negative amount yields nothing.
fn yield_of(yields: &Yield, amount: Number, days: u32, month: Month) -> Result<Number, Overflow> {
    if let Yield::Fixed(amount) = yields {
        return Ok(*amount);
    }
    if !amount.is_positive() {
        return Ok(Number::ZERO);
    }
    match yields {
        Yield::Gives { every, gives, full, .. } => {
            let amount = amount.share(days, month.days())?;
            if *full {
                amount.full(*every)?.product(*gives)
            } else {
                amount.product(*gives)?.quotient(*every)
            }
        }
        Yield::Rate { rate, basis, .. } => basis.share(amount.product(*rate)?, days, month),
        Yield::Bands { bands, banding, basis, .. } => {
            let whole = match banding {
                Banding::Marginal => marginal(bands, amount)?,
                Banding::Whole => match Band::whole(bands, amount) {
                    Some(band) => amount.product(band.rate)?,
                    None => Number::ZERO,
                },
            };
            basis.share(whole, days, month)
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
            let mut part = Sum::default();
            part.add(bands.get(at + 1).map_or(amount, |next| next.from.min(amount)));
            part.subtract(band.from);
            (*band, part.total())
        })
    }
}

impl Accrual {
    /// Whose line it becomes.
    pub fn source(self) -> Source {
        match self {
            Self::Rule(id) => Source::Earn(id),
            Self::Boost(id, _) => Source::Campaign(id),
        }
    }
}

impl Basis {
    /// A month's part of a result: one operation.
    fn share(self, result: Number, days: u32, month: Month) -> Result<Number, Overflow> {
        match self {
            Self::Month => result.share(days, month.days()),
            Self::Year => result.share(days, 12 * month.days()),
        }
    }
}

/// The yield × (`times` − 1) × the days on which both run ÷ the days of the rule.
fn boosted(yielded: Yielded, times: Number, days: u32) -> Result<Number, Overflow> {
    let mut more = Sum::default();
    more.add(times);
    more.subtract(Number::ONE);
    yielded.amount.product(more.total()?)?.share(days, yielded.days)
}
