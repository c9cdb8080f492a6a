//! The rewards mall.

use rulebook::model;

use super::super::address;
use super::super::context::Context;
use super::super::frame::Head;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{Reward, RewardCategory, RewardsView, State, TierValue};
use super::reading::body;
use super::rules;
use crate::catalogue::{Entry, RewardExtra};

const FOLDER: &str = "reward/";

/// The overview, shelf by shelf.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let view = RewardsView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-rewards"),
            description: Some(context.word("rewards-lead")),
            above: context.has("points/").then(|| ("points/", context.word("kind-points"))),
        }),
        summary: Some(context.word("rewards-lead")),
        categories: categories(context),
    };
    writer.page(FOLDER, &view)
}

/// An item, without its text, which the overview has.
pub(super) fn card(context: &Context<'_>, page: &str, entry: &Entry<RewardExtra>) -> Reward {
    let found: &model::Reward = rules::of(context, &entry.key);
    let (version, speaker) = (context.version, context.speaker());
    let words = entry.words(context.locale);
    let own = |place: &usize| found.prices.at(*place).is_some_and(|price| price != found.price);
    let price_at =
        |place| TierValue { tier: context.tier_at(page, place), text: speaker.price_at(found, place) };
    let anchor = address::anchor("reward", &entry.key);
    let category = entry.extra.category.as_ref();
    let category =
        context.edition.categories.iter().find(|other| category.is_some_and(|key| *key == other.key));
    let partner = entry.extra.partner.as_ref();
    Reward {
        href: context.href(page, &format!("{FOLDER}#{anchor}")),
        id: anchor,
        name: words.name.clone(),
        summary: words.summary.clone(),
        icon: context.icon(category.and_then(|category| category.extra.icon.as_deref())),
        price: speaker.price(found),
        prices: (0..version.ladder.len()).filter(own).map(price_at).collect(),
        worth: found.worth.map(|worth| speaker.money(worth)),
        partner: partner.and_then(|partner| context.link(page, "partner", partner)),
        when: context.timed(found.validity),
        body: None,
    }
}

/// The cheapest items that are to be had, or will be; those of the first currency first.
pub(super) fn cheapest(context: &Context<'_>, page: &str, count: usize) -> Vec<Reward> {
    let currencies = &context.version.currencies;
    let mut found: Vec<_> = (context.edition.rewards.iter())
        .map(|entry| {
            let reward: &model::Reward = rules::of(context, &entry.key);
            let currency = currencies.iter().position(|currency| currency.id == reward.currency);
            ((currency, reward.price, reward.cash), card(context, page, entry))
        })
        .filter(|(_, card)| card.when.as_ref().is_none_or(|when| when.state != State::Ended))
        .collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().take(count).map(|(_, card)| card).collect()
}

/// The shelves that have items, and a last one for items that stand on none.
fn categories(context: &Context<'_>) -> Vec<RewardCategory> {
    let edition = context.edition;
    let items = |key: Option<&str>| -> Vec<Reward> {
        let on_shelf = edition.rewards.iter().filter(|entry| entry.extra.category.as_deref() == key);
        let item = |entry| Reward { body: body(context, FOLDER, entry), ..card(context, FOLDER, entry) };
        on_shelf.map(item).collect()
    };
    let mut categories: Vec<_> = (edition.categories.iter())
        .map(|category| {
            let words = category.words(context.locale);
            RewardCategory {
                id: address::anchor("category", &category.key),
                name: words.name.clone(),
                icon: context.icon(category.extra.icon.as_deref()),
                description: words.summary.clone().or_else(|| words.text.clone()),
                items: items(Some(&category.key)),
            }
        })
        .collect();
    categories.push(RewardCategory {
        // Anchors of categories begin with their kind, so this one is free.
        id: "other".to_owned(),
        name: context.word("category-none"),
        icon: None,
        description: None,
        items: items(None),
    });
    categories.retain(|category| !category.items.is_empty());
    categories
}
