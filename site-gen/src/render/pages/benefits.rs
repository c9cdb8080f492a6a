//! Benefits: all of them by category, and a page for each.

use rulebook::model;
use words::Run;

use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{
    BenefitCard, BenefitCategory, BenefitGrant, BenefitView, BenefitsView, Link, PoolNote,
};
use super::grants::{self, Holders, holders};
use super::reading::body;
use super::rules;
use super::shelves::{Benefit, shelves};
use crate::catalogue::{BenefitExtra, Entry};

const FOLDER: &str = "benefit/";
/// How many others of its category a benefit's page shows.
const RELATED: usize = 3;
/// The channels that the theme has words for; others are shown as the author wrote them.
const CHANNELS: &[(&str, &str)] = &[
    ("app", "channel-app"),
    ("branch", "channel-branch"),
    ("phone", "channel-phone"),
    ("online", "channel-online"),
    ("web", "channel-online"),
    ("atm", "channel-atm"),
    ("wechat", "channel-wechat"),
    ("partner", "channel-partner"),
];

/// The overview, and each benefit.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let categories = shelves(context).into_iter().map(|shelf| BenefitCategory {
        id: shelf.anchor(),
        name: shelf.name(context),
        icon: shelf.icon(context),
        description: shelf.description(context),
        benefits: shelf.benefits.iter().map(|benefit| card(context, FOLDER, benefit.entry)).collect(),
    });
    let view = BenefitsView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-benefits"),
            description: Some(context.word("benefits-lead")),
            above: None,
        }),
        summary: Some(context.word("benefits-lead")),
        categories: categories.collect(),
        compare: context.overview(FOLDER, "compare/", "compare-open"),
    };
    writer.page(FOLDER, &view)?;
    for entry in &context.edition.benefits {
        let folder = folder(entry);
        writer.page(&folder, &benefit(context, &folder, entry))?;
    }
    Ok(())
}

/// A benefit in a list.
pub(super) fn card(context: &Context<'_>, page: &str, entry: &Entry<BenefitExtra>) -> BenefitCard {
    let benefit: &model::Benefit = rules::of(context, &entry.key);
    let words = entry.words(context.locale);
    let (lowest, from) = match holders(benefit) {
        Holders::From(place) => (place, Some(context.tier_at(page, place))),
        Holders::All | Holders::Nobody => (0, None),
    };
    let icon =
        Benefit::of(context, entry).category(context).and_then(|category| category.extra.icon.as_deref());
    BenefitCard {
        link: link(context, page, entry),
        summary: words.summary.clone(),
        icon: context.icon(icon),
        who: who(context, benefit),
        from,
        layer: grants::layer(benefit, context.version.ladder.len()),
        worth: grants::worded(context, benefit, lowest),
        when: context.timed(benefit.validity),
    }
}

/// Who has a benefit, in short.
fn who(context: &Context<'_>, benefit: &model::Benefit) -> String {
    let tiers = match holders(benefit) {
        Holders::All => None,
        Holders::From(_) | Holders::Nobody => {
            let ladder = 0..context.version.ladder.len();
            let runs = Run::of(ladder.map(|place| grants::has(benefit, place)));
            let said = runs.iter().filter(|run| run.value);
            let said = said.map(|run| context.speaker().tiers(context.version, &run.places));
            Some(said.collect::<Vec<_>>().join(&context.word("list-separator")))
        }
    };
    let conditional = benefit.when.as_ref().map(|_| context.word("benefit-conditional"));
    match (tiers, conditional) {
        (None, None) => context.word("benefit-everyone"),
        (tiers, conditional) => tiers.into_iter().chain(conditional).collect::<Vec<_>>().join(" · "),
    }
}

/// A benefit's page by the benefit's name.
pub(super) fn link(context: &Context<'_>, page: &str, entry: &Entry<BenefitExtra>) -> Link {
    Link { text: entry.name(context.locale).to_owned(), href: context.href(page, &folder(entry)) }
}

/// The benefits of a pool, of those that are asked for.
pub(super) fn of_pool(
    context: &Context<'_>,
    page: &str,
    pool: &model::Pool,
    asked: impl Fn(&model::Benefit) -> bool,
) -> Vec<Link> {
    let in_pool = context.edition.benefits.iter().filter(|entry| {
        let benefit: &model::Benefit = rules::of(context, &entry.key);
        benefit.pool == Some(pool.id) && asked(benefit)
    });
    in_pool.map(|entry| link(context, page, entry)).collect()
}

fn folder(entry: &Entry<BenefitExtra>) -> String {
    format!("{FOLDER}{}/", entry.key)
}

fn benefit(context: &Context<'_>, folder: &str, entry: &Entry<BenefitExtra>) -> BenefitView {
    let found = Benefit::of(context, entry);
    let (version, speaker) = (context.version, context.speaker());
    let words = entry.words(context.locale);
    let category = found.category(context);
    let place = |place: usize| BenefitGrant {
        tier: context.tier_at(folder, place),
        text: grants::text(context, found.rule, place),
        worth: (found.rule.grants.as_ref())
            .and_then(|grants| speaker.use_worth(grants::grant(grants, place)?)),
    };
    let pool = found.rule.pool.and_then(|id| version.pool(id));
    let about = |(kind, id): &(String, String)| kind == "benefit" && *id == entry.key;
    let questions = context.edition.faq.iter().filter(|question| question.extra.about.iter().any(about));
    BenefitView {
        page: context.page(Head {
            folder: folder.to_owned(),
            title: words.name.clone(),
            description: words.summary.clone(),
            above: Some((FOLDER, context.word("kind-benefits"))),
        }),
        summary: words.summary.clone(),
        category: category.and_then(|category| context.link(folder, "category", &category.key)),
        icon: category.and_then(|category| context.icon(category.extra.icon.as_deref())),
        layer: grants::layer(found.rule, version.ladder.len()),
        grants: found.rule.grants.iter().flat_map(|_| (0..version.ladder.len()).map(place)).collect(),
        condition: found.rule.when.as_ref().map(|when| rule(speaker.condition(version, when))),
        when: context.timed(found.rule.validity),
        channels: entry.extra.channels.iter().map(|channel| channel_name(context, channel)).collect(),
        partner: entry.extra.partner.as_deref().and_then(|id| context.link(folder, "partner", id)),
        pool: pool.map(|pool| PoolNote {
            name: speaker.name(pool.id).to_owned(),
            text: speaker.pool(version, pool),
            benefits: of_pool(context, folder, pool, |other| other.id != found.rule.id),
        }),
        facts: Vec::new(),
        body: body(context, folder, entry),
        questions: questions.map(|entry| super::reading::question(context, folder, entry)).collect(),
        related: related(context, folder, found),
    }
}

fn channel_name(context: &Context<'_>, channel: &str) -> String {
    let known = CHANNELS.iter().find(|(name, _)| *name == channel);
    known.map_or_else(|| channel.to_owned(), |(_, key)| context.word(key))
}

/// Others of the same shelf that can still be had.
fn related(context: &Context<'_>, folder: &str, benefit: Benefit<'_>) -> Vec<BenefitCard> {
    let of_shelf = |other: &Benefit<'_>| other.entry.key == benefit.entry.key;
    let shelf = shelves(context).into_iter().find(|shelf| shelf.benefits.iter().any(of_shelf));
    let others = shelf.into_iter().flat_map(|shelf| shelf.benefits);
    others
        .filter(|other| !of_shelf(other) && !other.is_over(context))
        .take(RELATED)
        .map(|other| card(context, folder, other.entry))
        .collect()
}
