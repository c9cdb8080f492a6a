//! Currencies, accrual rules and campaigns, with the meters of their caps.

use std::ops::Range;

use super::{Capped, Compiler, ForTiers, Test};
use crate::calendar::{Period, Validity};
use crate::ids::{AnyId, CampaignId, CurrencyId, EarnId};
use crate::model::{self, Cap, CapPeriod, Credit, Currency, Expiry, Yield};
use crate::number::{Number, Rounding};

/// A currency's terms.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Terms {
    pub(in crate::engine) decimals: u32,
    pub(in crate::engine) round: Rounding,
    pub(in crate::engine) redeemable: bool,
    pub(in crate::engine) expire: Option<Expiry>,
    /// The cap over all rules and boosts, and its meter.
    pub(in crate::engine) cap: Option<(Number, usize)>,
    pub(in crate::engine) meters: Range<usize>,
}

/// An accrual rule.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct EarnRule {
    pub(in crate::engine) id: EarnId,
    pub(in crate::engine) currency: CurrencyId,
    pub(in crate::engine) yields: Yield,
    pub(in crate::engine) each: Period,
    pub(in crate::engine) delay: u32,
    /// By the place of a tier.
    pub(in crate::engine) times: Vec<Number>,
    pub(in crate::engine) cap: Option<OwnCap>,
    pub(in crate::engine) meters: Range<usize>,
    pub(in crate::engine) when: Option<Test>,
    pub(in crate::engine) validity: Validity,
    /// Where boosts find what it yielded.
    pub(in crate::engine) boosted: Option<usize>,
}

/// The cap of a rule or a boost.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct OwnCap {
    /// By the place of a tier; none where there is none.
    pub(in crate::engine) amounts: Vec<Option<Number>>,
    pub(in crate::engine) meter: usize,
}

/// A campaign.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Campaign {
    pub(in crate::engine) id: CampaignId,
    pub(in crate::engine) validity: Validity,
    pub(in crate::engine) audience: Option<Test>,
    pub(in crate::engine) boosts: Vec<ForTiers<Boost>>,
    pub(in crate::engine) gifts: Vec<ForTiers<Gift>>,
}

/// More of what a rule yields.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Boost {
    /// Its place in the campaign.
    pub(in crate::engine) place: usize,
    /// The place of its rule.
    pub(in crate::engine) rule: usize,
    /// Where the rule's yield is found.
    pub(in crate::engine) boosted: usize,
    pub(in crate::engine) times: Number,
    /// When both are in force.
    pub(in crate::engine) both: Validity,
    pub(in crate::engine) cap: Option<OwnCap>,
    pub(in crate::engine) meters: Range<usize>,
}

/// A gift.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Gift {
    /// Its place in the campaign.
    pub(in crate::engine) place: usize,
    /// Where it is remembered that it was given.
    pub(in crate::engine) slot: usize,
    pub(in crate::engine) when: Option<Test>,
    pub(in crate::engine) credit: Credit,
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
