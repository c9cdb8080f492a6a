//! Currencies, accrual rules and campaigns, with the meters of their caps.

use std::ops::Range;

use super::{Capped, Compiler, ForTiers, Test};
use crate::calendar::{Period, Validity};
use crate::ids::{AnyId, CampaignId, CurrencyId, EarnId};
use crate::model::{self, Cap, CapPeriod, Credit, Currency, Expiry, Yield};
use crate::number::{Number, Rounding};

/// A currency's terms.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Terms {
    pub(crate) decimals: u32,
    pub(crate) round: Rounding,
    pub(crate) redeemable: bool,
    pub(crate) expire: Option<Expiry>,
    /// The cap over all rules and boosts, and its meter.
    pub(crate) cap: Option<(Number, usize)>,
    pub(crate) meters: Range<usize>,
}

/// An accrual rule.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EarnRule {
    pub(crate) id: EarnId,
    pub(crate) currency: CurrencyId,
    pub(crate) yields: Yield,
    pub(crate) each: Period,
    pub(crate) delay: u32,
    /// By rung.
    pub(crate) times: Vec<Number>,
    pub(crate) cap: Option<OwnCap>,
    pub(crate) meters: Range<usize>,
    pub(crate) when: Option<Test>,
    pub(crate) validity: Validity,
    /// Where boosts find what it yielded.
    pub(crate) boosted: Option<usize>,
}

/// The cap of a rule or a boost.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnCap {
    /// By rung; none where there is none.
    pub(crate) amounts: Vec<Option<Number>>,
    pub(crate) meter: usize,
}

/// A campaign.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Campaign {
    pub(crate) id: CampaignId,
    pub(crate) validity: Validity,
    pub(crate) audience: Option<Test>,
    pub(crate) boosts: Vec<ForTiers<Boost>>,
    pub(crate) gifts: Vec<ForTiers<Gift>>,
}

/// More of what a rule yields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Boost {
    /// Its place in the campaign.
    pub(crate) place: usize,
    /// The place of its rule.
    pub(crate) rule: usize,
    /// Where the rule's yield is found.
    pub(crate) boosted: usize,
    pub(crate) times: Number,
    /// When both are in force.
    pub(crate) both: Validity,
    pub(crate) cap: Option<OwnCap>,
    pub(crate) meters: Range<usize>,
}

/// A gift.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gift {
    /// Its place in the campaign.
    pub(crate) place: usize,
    /// Where it is remembered that it was given.
    pub(crate) slot: usize,
    pub(crate) when: Option<Test>,
    pub(crate) credit: Credit,
}

impl Compiler<'_> {
    pub(super) fn terms(&self, currency: &Currency) -> ForTiers<Terms> {
        let thing = Capped::Currency(currency.id);
        let cap = currency
            .cap
            .and_then(|cap| Some((cap.amount, self.slots.meter(thing, CapPeriod::Period(cap.per))?)));
        let what = Terms {
            decimals: currency.decimals,
            round: currency.round,
            redeemable: currency.redeemable,
            expire: currency.expire,
            cap,
            meters: self.slots.of_capped(thing),
        };
        ForTiers { what, for_tiers: self.needs.currency(currency.id) }
    }

    pub(super) fn earn_rule(&mut self, rule: &model::EarnRule) -> ForTiers<EarnRule> {
        let thing = Capped::Rule(rule.id);
        let what = EarnRule {
            id: rule.id,
            currency: rule.currency,
            yields: rule.yields.clone(),
            each: rule.each,
            delay: rule.delay,
            times: rule.times.iter().map(|times| times.copied().unwrap_or(Number::ONE)).collect(),
            cap: self.own_cap(thing, rule.cap.as_ref()),
            meters: self.slots.of_capped(thing),
            when: self.test_if_any(rule.when.as_ref()),
            validity: rule.validity,
            boosted: self.slots.of_boosted(rule.id),
        };
        ForTiers { what, for_tiers: self.needs.currency(rule.currency) }
    }

    pub(super) fn campaign(&mut self, campaign: &model::Campaign) -> ForTiers<Campaign> {
        let validity = Validity { from: Some(campaign.from), to: Some(campaign.to) };
        let boosts = campaign.boosts.iter().enumerate();
        let gifts = campaign.gifts.iter().enumerate();
        let what = Campaign {
            id: campaign.id,
            validity,
            audience: self.test_if_any(campaign.audience.as_ref()),
            boosts: boosts
                .filter_map(|(place, boost)| self.boost(campaign.id, validity, place, boost))
                .collect(),
            gifts: gifts.filter_map(|(place, gift)| self.gift(campaign.id, place, gift)).collect(),
        };
        ForTiers { what, for_tiers: self.needs.rule(AnyId::Campaign(campaign.id)) }
    }

    /// Nothing, if the version lacks the rule.
    fn boost(
        &self,
        campaign: CampaignId,
        validity: Validity,
        place: usize,
        boost: &model::Boost,
    ) -> Option<ForTiers<Boost>> {
        let at = self.version.earn.index_of(boost.earn)?;
        let rule = &self.version.earn[at];
        let thing = Capped::Boost(campaign, place);
        let what = Boost {
            place,
            rule: at,
            boosted: self.slots.of_boosted(rule.id)?,
            times: boost.times,
            both: rule.validity.and(validity),
            cap: self.own_cap(thing, boost.cap.as_ref()),
            meters: self.slots.of_capped(thing),
        };
        Some(ForTiers { what, for_tiers: self.needs.currency(rule.currency) })
    }

    fn gift(&mut self, campaign: CampaignId, place: usize, gift: &model::Gift) -> Option<ForTiers<Gift>> {
        let slot = self.slots.of_gift(campaign, place)?;
        let when = self.test_if_any(gift.when.as_ref());
        let what = Gift { place, slot, when, credit: gift.credit };
        Some(ForTiers { what, for_tiers: self.needs.currency(gift.credit.currency) })
    }

    fn own_cap(&self, thing: Capped, cap: Option<&Cap>) -> Option<OwnCap> {
        let cap = cap?;
        let amounts = cap.amount.iter().map(Option::<&_>::copied).collect();
        Some(OwnCap { amounts, meter: self.slots.meter(thing, cap.per)? })
    }
}
