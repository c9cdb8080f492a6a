//! Campaigns: all of them, and a page for each.

use std::cmp::Reverse;

use rulebook::Validity;
use rulebook::model::{self, Boost, Gift};

use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{CampaignCard, CampaignView, CampaignsView, Offer, Phase, State, Timed};
use super::reading::body;
use super::rules;
use crate::catalogue::{CampaignExtra, Entry};

const FOLDER: &str = "campaign/";
/// How many others a campaign's page shows.
const OTHERS: usize = 3;

/// The overview, and each campaign.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let view = CampaignsView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-campaigns"),
            description: Some(context.word("campaigns-lead")),
            above: None,
        }),
        summary: Some(context.word("campaigns-lead")),
        campaigns: sorted(context, FOLDER),
    };
    writer.page(FOLDER, &view)?;
    for entry in &context.edition.campaigns {
        let folder = folder(entry);
        writer.page(&folder, &campaign(context, &folder, entry))?;
    }
    Ok(())
}

/// A campaign in a list.
pub(super) fn card(context: &Context<'_>, page: &str, entry: &Entry<CampaignExtra>) -> CampaignCard {
    let found = rules::of(context, &entry.key);
    let words = entry.words(context.locale);
    CampaignCard {
        name: words.name.clone(),
        href: context.href(page, &folder(entry)),
        summary: words.summary.clone(),
        when: when(context, found),
        phases: phases(context, found, entry),
    }
}

/// All campaigns: what runs first, then what is coming, the soonest first, then what has ended, the latest first.
pub(super) fn sorted(context: &Context<'_>, page: &str) -> Vec<CampaignCard> {
    let mut cards: Vec<_> = (context.edition.campaigns.iter())
        .map(|entry| {
            let campaign: &model::Campaign = rules::of(context, &entry.key);
            let card = card(context, page, entry);
            let order = match card.when.state {
                State::Running => (0, Some(campaign.to), None),
                State::Coming => (1, Some(campaign.from), None),
                State::Ended => (2, None, Some(Reverse(campaign.to))),
            };
            (order, card)
        })
        .collect();
    cards.sort_by_key(|(order, _)| *order);
    cards.into_iter().map(|(_, card)| card).collect()
}

fn campaign(context: &Context<'_>, folder: &str, entry: &Entry<CampaignExtra>) -> CampaignView {
    let found: &model::Campaign = rules::of(context, &entry.key);
    let words = entry.words(context.locale);
    let mut others = sorted(context, folder);
    others.retain(|other| other.href != context.href(folder, folder));
    others.truncate(OTHERS);
    CampaignView {
        page: context.page(Head {
            folder: folder.to_owned(),
            title: words.name.clone(),
            description: words.summary.clone(),
            above: Some((FOLDER, context.word("kind-campaigns"))),
        }),
        summary: words.summary.clone(),
        when: when(context, found),
        phases: phases(context, found, entry),
        audience: found
            .audience
            .as_ref()
            .map(|audience| rule(context.speaker().condition(context.version, audience))),
        boosts: found.boosts.iter().map(|boost| boosted(context, boost)).collect(),
        gifts: found.gifts.iter().map(|gift| given(context, gift)).collect(),
        body: body(context, folder, entry),
        others,
    }
}

fn folder(entry: &Entry<CampaignExtra>) -> String {
    format!("{FOLDER}{}/", entry.key)
}

fn when(context: &Context<'_>, campaign: &model::Campaign) -> Timed {
    let days = Validity { from: Some(campaign.from), to: Some(campaign.to) };
    context.timed(days).expect("a campaign has a first and a last day")
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
