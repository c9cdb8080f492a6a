//! The comparison matrix: benefits × tiers.

use rulebook::Number;
use rulebook::model::{EarnRule, Pool, Tier};
use words::messages::FluentArgs;

use super::super::address::Route;
use super::super::context::Context;
use super::super::frame::Head;
use super::super::grants;
use super::super::lists::{Lists, Part};
use super::super::view::{CompareCell, CompareGroup, CompareRow, CompareView};
use super::shelves::{Benefit, Shelf, page_title, shelves};
use super::{benefit, overview_frame, tier};
use crate::content::Kind;

/// The page.
pub(super) fn view(context: &Context<'_>) -> CompareView {
    let lists = context.index.lists;
    let mut groups: Vec<_> = match lists {
        Lists::Whole => shelves(context).map(|shelf| group(context, &shelf, shelf.benefits())).collect(),
        Lists::Split => Vec::new(),
    };
    groups.extend(multipliers(context));
    CompareView {
        page: overview_frame(context, "kind-compare", "compare-lead"),
        summary: Some(context.word("compare-lead")),
        tiers: tier::marks(context),
        thresholds: thresholds(context),
        groups,
        notes: context.version.pools.iter().filter_map(|pool| pool_note(context, pool)).collect(),
        categories: match lists {
            Lists::Whole => Vec::new(),
            Lists::Split => {
                shelves(context).map(|shelf| shelf.card(Route::CompareIn(shelf.part(1)).into())).collect()
            }
        },
        pager: None,
    }
}

/// A page of a category.
pub(super) fn in_category(context: &Context<'_>, part: Part<&str>) -> CompareView {
    let shelf = Shelf::in_part(context, part);
    let title = context.fill("compare-title-category", &[("category", &shelf.name())]);
    CompareView {
        page: context.page(Head {
            title: page_title(context, title, part.page),
            description: Some(context.word("compare-lead")),
            above: Some((Route::Compare, context.word("kind-compare"))),
        }),
        summary: Some(context.word("compare-lead")),
        tiers: tier::marks(context),
        thresholds: thresholds(context),
        groups: vec![group(context, &shelf, shelf.on_page(part.page))],
        notes: Vec::new(),
        categories: Vec::new(),
        pager: shelf.pager(part.page, Route::CompareIn),
    }
}

fn group<'a>(
    context: &Context<'a>,
    shelf: &Shelf<'_, 'a>,
    benefits: impl Iterator<Item = Benefit<'a>>,
) -> CompareGroup {
    CompareGroup {
        id: shelf.anchor(),
        name: shelf.name(),
        icon: shelf.icon(),
        rows: benefits.map(|benefit| row(context, benefit)).collect(),
    }
}

fn thresholds(context: &Context<'_>) -> Vec<String> {
    context.version.ladder.iter().map(|tier| threshold(context, tier)).collect()
}

/// The first way to qualify, and how many others there are.
fn threshold(context: &Context<'_>, tier: &Tier) -> String {
    let mut ways = tier::ways(context, tier).into_iter();
    let Some(first) = ways.next() else { return String::new() };
    match ways.count() {
        0 => first,
        others => {
            let mut args = FluentArgs::new();
            args.set("way", first);
            args.set("count", others);
            context.say("tier-ways-others", &args)
        }
    }
}

fn row(context: &Context<'_>, benefit: Benefit<'_>) -> CompareRow {
    let link = benefit::link(context, benefit.entry);
    let speaker = context.speaker();
    let condition = benefit.rule.when.as_ref().map(|when| speaker.condition(context.version, when).sentence);
    let note: Vec<_> = condition.into_iter().chain(speaker.validity(benefit.rule.validity)).collect();
    CompareRow {
        name: link.text,
        href: Some(link.href),
        note: (!note.is_empty()).then(|| note.join(" · ")),
        cells: (0..context.version.ladder.len())
            .map(|rung| grants::cell(context, benefit.rule, rung))
            .collect(),
    }
}

/// What tiers earn more of, as a group of its own.
fn multipliers(context: &Context<'_>) -> Option<CompareGroup> {
    let times = |rule: &EarnRule, rung| rule.times.get(rung).copied().unwrap_or(Number::ONE);
    let rungs = 0..context.version.ladder.len();
    let differs = |rule: &&EarnRule| rungs.clone().any(|rung| times(rule, rung) != Number::ONE);
    let row = |rule: &EarnRule| {
        let key = context.speaker().id(rule.id);
        CompareRow {
            name: context.speaker().name(rule.id).to_owned(),
            href: context.link(Kind::Earn, key).map(|link| link.href),
            note: None,
            cells: (rungs.clone())
                .map(|rung| CompareCell::Text {
                    text: context.speaker().multiplier(times(rule, rung)),
                    raised: rung > 0 && times(rule, rung) > times(rule, rung - 1),
                })
                .collect(),
        }
    };
    let rows: Vec<_> = context.version.earn.iter().filter(differs).map(row).collect();
    (!rows.is_empty()).then(|| CompareGroup {
        id: "multipliers".to_owned(),
        name: context.word("tier-multipliers"),
        icon: context.icon(Some("coins")),
        rows,
    })
}

/// From what is chosen, and how many each tier may choose.
fn pool_note(context: &Context<'_>, pool: &Pool) -> Option<String> {
    let speaker = context.speaker();
    let names: Vec<_> = benefit::in_pool(context, pool)
        .map(|benefit| benefit.entry.name(context.locale).to_owned())
        .collect();
    let texts = [
        ("pool", speaker.name(pool.id)),
        ("benefits", &speaker.listed_and(names.iter().cloned())),
        ("picks", &speaker.pool(context.version, pool)),
    ];
    (!names.is_empty()).then(|| context.fill("compare-pool", &texts))
}
