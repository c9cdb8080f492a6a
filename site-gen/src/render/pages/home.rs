//! The home page.

use std::cmp::Reverse;

use super::super::address::Route;
use super::super::context::Context;
use super::super::frame::Head;
use super::super::grants::{Holders, holders};
use super::super::view::{BenefitCard, CampaignCard, HomeView, Status};
use super::shelves::{Shelf, shelves};
use super::{benefit, body, campaign, earning, faq, news, segment, tier};

/// How many of each the page shows; all of them are a link away.
const HIGHLIGHTS: usize = 6;
const CAMPAIGNS: usize = 3;
const NEWS: usize = 3;
const QUESTIONS: usize = 4;

/// The page.
pub(super) fn view(context: &Context<'_>) -> HomeView {
    let edition = context.edition;
    let texts = edition.programme.texts(context.locale);
    let shelves: Vec<_> = shelves(context).collect();
    let news = edition.news.iter().filter(|entry| !news::has_expired(context, entry));
    HomeView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: None,
        }),
        summary: texts.summary.clone(),
        body: body(context, &edition.programme),
        tiers: tier::cards(context),
        compare: context.overview(Route::Compare, "home-compare"),
        categories: shelves.iter().map(|shelf| shelf.card(shelf.target())).collect(),
        highlights: highlights(context, &shelves),
        all_benefits: context.overview(Route::Benefits, "all-benefits"),
        currencies: edition.currencies.iter().map(|entry| earning::currency(context, entry)).collect(),
        points: context.overview(Route::Points, "home-points-more"),
        campaigns: current(context),
        all_campaigns: context.overview(Route::Campaigns, "all-campaigns"),
        stages: segment::stages(context),
        segments: segment::zones(context),
        all_segments: context.overview(Route::Segments, "all-segments"),
        news: news.take(NEWS).map(|entry| news::card(context, entry)).collect(),
        all_news: context.overview(Route::News, "all-news"),
        questions: (edition.faq.iter().take(QUESTIONS)).map(|entry| faq::question(context, entry)).collect(),
        all_questions: context.overview(Route::Faq, "all-questions"),
    }
}

/// Of each category what most tiers have, but not all: what a step up the ladder brings.
fn highlights(context: &Context<'_>, shelves: &[Shelf<'_, '_>]) -> Vec<BenefitCard> {
    let best = |shelf: &Shelf<'_, '_>| {
        let current = shelf.benefits().filter(|benefit| !benefit.is_over(context));
        let first = current.min_by_key(|benefit| {
            let from = match holders(benefit.rule) {
                Holders::From(place) => (0, place),
                Holders::All | Holders::Nobody => (1, 0),
            };
            let worth = benefit.rule.grants.iter().flat_map(|grants| grants.iter().flatten());
            (benefit.rule.when.is_some(), from, Reverse(worth.filter_map(|grant| grant.worth).max()))
        });
        first.map(|benefit| benefit::card(context, benefit.entry))
    };
    shelves.iter().filter_map(best).take(HIGHLIGHTS).collect()
}

/// What is on or coming; if nothing is, what ended last.
fn current(context: &Context<'_>) -> Vec<CampaignCard> {
    let mut cards = campaign::cards(context);
    let on = cards.iter().filter(|card| card.when.state != Status::Ended).count();
    cards.truncate(CAMPAIGNS.min(on.max(1)));
    cards
}
