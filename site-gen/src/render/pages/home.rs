//! The home page.

use std::cmp::Reverse;

use super::super::context::Context;
use super::super::frame::Head;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{BenefitCard, CampaignCard, CategoryCard, HomeView, Link, State};
use super::grants::{Holders, holders};
use super::reading::body;
use super::shelves::{Shelf, shelves};
use super::{benefits, campaigns, points, reading, segments, tiers};

const FOLDER: &str = "";
/// How many of each the page shows; all of them are a link away.
const HIGHLIGHTS: usize = 6;
const CAMPAIGNS: usize = 3;
const NEWS: usize = 3;
const QUESTIONS: usize = 4;

/// The page.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    let edition = context.edition;
    let words = edition.programme.words(context.locale);
    let shelves = shelves(context);
    let news = edition.news.iter().filter(|entry| !reading::has_expired(context, entry));
    let view = HomeView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: words.name.clone(),
            description: words.summary.clone(),
            above: None,
        }),
        summary: words.summary.clone(),
        body: body(context, FOLDER, &edition.programme),
        tiers: tiers::cards(context, FOLDER),
        compare: context.overview(FOLDER, "compare/", "home-compare"),
        categories: shelves.iter().map(|shelf| category(context, shelf)).collect(),
        highlights: highlights(context, &shelves),
        all_benefits: context.overview(FOLDER, "benefit/", "all-benefits"),
        currencies: edition.currencies.iter().map(|entry| points::currency(context, FOLDER, entry)).collect(),
        points: context.overview(FOLDER, "points/", "home-points-more"),
        campaigns: current(context),
        all_campaigns: context.overview(FOLDER, "campaign/", "all-campaigns"),
        stages: segments::stages(context, FOLDER),
        segments: segments::zones(context, FOLDER),
        all_segments: context.overview(FOLDER, "segment/", "all-segments"),
        news: news.take(NEWS).map(|entry| reading::news_card(context, FOLDER, entry)).collect(),
        all_news: context.overview(FOLDER, "news/", "all-news"),
        questions: (edition.faq.iter().take(QUESTIONS))
            .map(|entry| reading::question(context, FOLDER, entry))
            .collect(),
        all_questions: context.overview(FOLDER, "faq/", "all-questions"),
    };
    writer.page(FOLDER, &view)
}

fn category(context: &Context<'_>, shelf: &Shelf<'_>) -> CategoryCard {
    CategoryCard {
        link: Link {
            text: shelf.name(context),
            href: context.href(FOLDER, &format!("benefit/#{}", shelf.anchor())),
        },
        icon: shelf.icon(context),
        description: shelf.description(context),
        benefits: shelf.benefits.len(),
    }
}

/// Of each category what most tiers have, but not all: what a step up the ladder brings.
fn highlights(context: &Context<'_>, shelves: &[Shelf<'_>]) -> Vec<BenefitCard> {
    let best = |shelf: &Shelf<'_>| {
        let current = shelf.benefits.iter().filter(|benefit| !benefit.is_over(context));
        let first = current.min_by_key(|benefit| {
            let from = match holders(benefit.rule) {
                Holders::From(place) => (0, place),
                Holders::All | Holders::Nobody => (1, 0),
            };
            let worth = benefit.rule.grants.iter().flat_map(|grants| grants.0.iter().flatten());
            (benefit.rule.when.is_some(), from, Reverse(worth.filter_map(|grant| grant.worth).max()))
        });
        first.map(|benefit| benefits::card(context, FOLDER, benefit.entry))
    };
    shelves.iter().filter_map(best).take(HIGHLIGHTS).collect()
}

/// What is on or coming; if nothing is, what ended last.
fn current(context: &Context<'_>) -> Vec<CampaignCard> {
    let mut cards = campaigns::sorted(context, FOLDER);
    let on = cards.iter().filter(|card| card.when.state != State::Ended).count();
    cards.truncate(CAMPAIGNS.min(on.max(1)));
    cards
}
