//! The rewards mall.

use rulebook::model;

use super::super::address::{self, Route, Target};
use super::super::context::Context;
use super::super::frame::Head;
use super::super::view::{Reward, RewardCategory, RewardsView, Status, TierValue};
use super::body;
use crate::catalogue::{Entry, RewardExtra};
use crate::content::Kind;

/// The overview, shelf by shelf.
pub(super) fn view(context: &Context<'_>) -> RewardsView {
    RewardsView {
        page: context.page(Head {
            title: context.word("kind-rewards"),
            description: Some(context.word("rewards-lead")),
            above: context.has(Route::Points).then(|| (Route::Points, context.word("kind-points"))),
        }),
        summary: Some(context.word("rewards-lead")),
        categories: categories(context),
    }
}

/// An item, without its text, which the overview has.
pub(super) fn card(context: &Context<'_>, entry: &Entry<RewardExtra>) -> Reward {
    let found: &model::Reward = context.rule(&entry.key);
    let (version, speaker) = (context.version, context.speaker());
    let texts = entry.texts(context.locale);
    let own = |rung: &usize| found.prices.get(*rung).is_some_and(|price| *price != found.price);
    let price_at = |rung| TierValue { tier: context.tier_at(rung), text: speaker.price_at(found, rung) };
    let anchor = address::anchor(Kind::Reward, &entry.key);
    let category = entry.extra.category.as_deref().and_then(|key| context.index.categories.get(key));
    let category = category.map(|place| &context.edition.categories[*place]);
    let partner = entry.extra.partner.as_ref();
    Reward {
        href: context.href(Target { route: Route::Rewards, anchor: Some(anchor.clone()) }),
        id: anchor,
        name: texts.name.clone(),
        summary: texts.summary.clone(),
        icon: context.icon(category.and_then(|category| category.extra.icon.as_deref())),
        price: speaker.price(found),
        prices: (0..version.ladder.len()).filter(own).map(price_at).collect(),
        worth: found.worth.map(|worth| speaker.money(worth)),
        partner: partner.and_then(|partner| context.link(Kind::Partner, partner)),
        when: context.timed(found.validity),
        body: None,
    }
}

/// The cheapest items that are to be had, or will be; those of the first currency first.
pub(super) fn cheapest(context: &Context<'_>, count: usize) -> Vec<Reward> {
    let currencies = &context.version.currencies;
    let mut found: Vec<_> = (context.edition.rewards.iter())
        .map(|entry| {
            let reward: &model::Reward = context.rule(&entry.key);
            let currency = currencies.iter().position(|currency| currency.id == reward.currency);
            ((currency, reward.price, reward.cash), card(context, entry))
        })
        .filter(|(_, card)| card.when.as_ref().is_none_or(|when| when.state != Status::Ended))
        .collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().take(count).map(|(_, card)| card).collect()
}

/// The shelves that have items, and a last one for items that stand on none.
fn categories(context: &Context<'_>) -> Vec<RewardCategory> {
    let edition = context.edition;
    let items = |key: Option<&str>| -> Vec<Reward> {
        let on_shelf = edition.rewards.iter().filter(|entry| entry.extra.category.as_deref() == key);
        let item = |entry| Reward { body: body(context, entry), ..card(context, entry) };
        on_shelf.map(item).collect()
    };
    let mut categories: Vec<_> = (edition.categories.iter())
        .map(|category| {
            let texts = category.texts(context.locale);
            RewardCategory {
                id: address::anchor(Kind::Category, &category.key),
                name: texts.name.clone(),
                icon: context.icon(category.extra.icon.as_deref()),
                description: texts.summary.clone().or_else(|| texts.text.clone()),
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
