//! Campaigns: all of them, and a page for each.

use std::cmp::Reverse;

use rulebook::Validity;
use rulebook::model::{self, Boost, Gift};

use super::super::address::Route;
use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::view::{CampaignCard, CampaignView, CampaignsView, Offer, Phase, Status, Timed};
use super::{body, overview_frame};
use crate::catalogue::{CampaignExtra, Entry};

/// How many others a campaign's page shows.
const OTHERS: usize = 3;

/// The overview.
pub(super) fn overview(context: &Context<'_>) -> CampaignsView {
    CampaignsView {
        page: overview_frame(context, "kind-campaigns", "campaigns-lead"),
        summary: Some(context.word("campaigns-lead")),
        campaigns: cards(context),
    }
}

/// A campaign in a list.
pub(super) fn card(context: &Context<'_>, entry: &Entry<CampaignExtra>) -> CampaignCard {
    let found = context.rule(&entry.key);
    let texts = entry.texts(context.locale);
    CampaignCard {
        name: texts.name.clone(),
        href: context.href(Route::Campaign(&*entry.key)),
        summary: texts.summary.clone(),
        when: when(context, found),
        phases: phases(context, found, entry),
    }
}

/// All campaigns: what runs first, then what is coming, the soonest first, then what has ended, the latest first.
pub(super) fn in_order<'a>(context: &Context<'a>) -> Vec<&'a Entry<CampaignExtra>> {
    let mut campaigns: Vec<_> = context.edition.campaigns.iter().collect();
    campaigns.sort_by_cached_key(|entry| {
        let campaign: &model::Campaign = context.rule(&entry.key);
        match context.status(days(campaign)) {
            Status::Running => (0, Some(campaign.to), None),
            Status::Coming => (1, Some(campaign.from), None),
            Status::Ended => (2, None, Some(Reverse(campaign.to))),
        }
    });
    campaigns
}

/// The cards of all campaigns, in their order.
pub(super) fn cards(context: &Context<'_>) -> Vec<CampaignCard> {
    in_order(context).into_iter().map(|entry| card(context, entry)).collect()
}

fn days(campaign: &model::Campaign) -> Validity {
    Validity { from: Some(campaign.from), to: Some(campaign.to) }
}

/// One campaign.
pub(super) fn campaign(context: &Context<'_>, entry: &Entry<CampaignExtra>) -> CampaignView {
    let found: &model::Campaign = context.rule(&entry.key);
    let texts = entry.texts(context.locale);
    let others = in_order(context).into_iter().filter(|other| other.key != entry.key);
    CampaignView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: Some((Route::Campaigns, context.word("kind-campaigns"))),
        }),
        summary: texts.summary.clone(),
        when: when(context, found),
        phases: phases(context, found, entry),
        audience: found
            .audience
            .as_ref()
            .map(|audience| rule(context.speaker().condition(context.version, audience))),
        boosts: found.boosts.iter().map(|boost| boosted(context, boost)).collect(),
        gifts: found.gifts.iter().map(|gift| given(context, gift)).collect(),
        body: body(context, entry),
        others: others.take(OTHERS).map(|other| card(context, other)).collect(),
    }
}

fn when(context: &Context<'_>, campaign: &model::Campaign) -> Timed {
    context.timed(days(campaign)).expect("a campaign has a first and a last day")
}

/// The phases with their days; one without days runs as long as the campaign, and none are shown.
fn phases(context: &Context<'_>, campaign: &model::Campaign, entry: &Entry<CampaignExtra>) -> Vec<Phase> {
    let phase = |phase: &crate::catalogue::Phase| {
        let own = context.timed(Validity { from: phase.from, to: phase.to });
        let when = own.unwrap_or_else(|| Timed { text: String::new(), ..when(context, campaign) });
        Phase { name: phase.name.get(context.locale).clone(), when }
    };
    entry.extra.phases.iter().map(phase).collect()
}

/// What is earned faster, by how much, up to where.
fn boosted(context: &Context<'_>, boost: &Boost) -> Offer {
    let speaker = context.speaker();
    let earn = context.version.earn_rule(boost.earn);
    let texts = [("earn", speaker.name(boost.earn)), ("times", &speaker.multiplier(boost.times))];
    Offer {
        title: context.fill("campaign-boost", &texts),
        condition: None,
        cap: earn.and_then(|rule| speaker.cap(context.version, rule.currency, boost.cap.as_ref())),
    }
}

/// What is given, and for what.
fn given(context: &Context<'_>, gift: &Gift) -> Offer {
    let speaker = context.speaker();
    let amount = speaker.amount(gift.credit.currency, gift.credit.amount);
    Offer {
        title: context.fill("campaign-gift", &[("amount", &amount)]),
        condition: gift.when.as_ref().map(|when| rule(speaker.condition(context.version, when))),
        cap: None,
    }
}
