//! Benefits: all of them by category, and a page for each.

use rulebook::model;
use words::Run;

use super::super::address::Route;
use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::grants::{self, Holders, holders};
use super::super::lists::Part;
use super::super::view::{
    BenefitCard, BenefitCategory, BenefitGrant, BenefitView, BenefitsView, CategoryView, Link, PoolNote,
};
use super::shelves::{Benefit, Shelf, page_title, shelves};
use super::{body, overview_frame};
use crate::catalogue::{BenefitExtra, Entry};
use crate::content::Kind;

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

/// The overview.
pub(super) fn overview(context: &Context<'_>) -> BenefitsView {
    let categories = shelves(context).map(|shelf| BenefitCategory {
        id: shelf.anchor(),
        name: shelf.name(),
        icon: shelf.icon(),
        description: shelf.description(),
        benefits: (shelf.benefits().take(context.index.lists.preview()))
            .map(|benefit| card(context, benefit.entry))
            .collect(),
        all: shelf.all("benefits-all", shelf.len()),
    });
    BenefitsView {
        page: overview_frame(context, "kind-benefits", "benefits-lead"),
        summary: Some(context.word("benefits-lead")),
        categories: categories.collect(),
        compare: context.overview(Route::Compare, "compare-open"),
    }
}

/// A page of a category.
pub(super) fn in_category(context: &Context<'_>, part: Part<&str>) -> CategoryView {
    let shelf = Shelf::in_part(context, part);
    let description = shelf.description();
    let compare = Link { text: context.word("compare-open"), href: context.href(Route::CompareIn(part)) };
    CategoryView {
        page: context.page(Head {
            title: page_title(context, shelf.name(), part.page),
            description: description.clone().or_else(|| Some(context.word("benefits-lead"))),
            above: Some((Route::Benefits, context.word("kind-benefits"))),
        }),
        summary: description,
        icon: shelf.icon(),
        count: shelf.len(),
        benefits: shelf.on_page(part.page).map(|benefit| card(context, benefit.entry)).collect(),
        pager: shelf.pager(part.page, Route::BenefitsIn),
        compare: Some(compare),
    }
}

/// A benefit in a list.
pub(super) fn card(context: &Context<'_>, entry: &Entry<BenefitExtra>) -> BenefitCard {
    let benefit: &model::Benefit = context.rule(&entry.key);
    let texts = entry.texts(context.locale);
    let (lowest, from) = match holders(benefit) {
        Holders::From(rung) => (rung, Some(context.tier_at(rung))),
        Holders::All | Holders::Nobody => (0, None),
    };
    let icon =
        Benefit::of(context, entry).category(context).and_then(|category| category.extra.icon.as_deref());
    BenefitCard {
        link: link(context, entry),
        summary: texts.summary.clone(),
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
            let runs = Run::of(ladder.map(|rung| grants::has(benefit, rung)));
            let said = runs.iter().filter(|run| run.value);
            let said = said.map(|run| context.speaker().tiers(context.version, &run.rungs));
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
pub(super) fn link(context: &Context<'_>, entry: &Entry<BenefitExtra>) -> Link {
    Link { text: entry.name(context.locale).to_owned(), href: context.href(Route::Benefit(&*entry.key)) }
}

/// The benefits of a pool, of those that are asked for.
pub(super) fn of_pool(
    context: &Context<'_>,
    pool: &model::Pool,
    asked: impl Fn(&model::Benefit) -> bool,
) -> Vec<Link> {
    let in_pool = in_pool(context, pool).filter(|benefit| asked(benefit.rule));
    in_pool.map(|benefit| link(context, benefit.entry)).collect()
}

/// All benefits of a pool.
pub(super) fn in_pool<'a>(context: &Context<'a>, pool: &model::Pool) -> impl Iterator<Item = Benefit<'a>> {
    let places = context.index.pools.get(&pool.id);
    places.into_iter().flatten().map(|place| Benefit::at(context, *place))
}

/// The benefit at a place in the list of all.
pub(super) fn benefit(context: &Context<'_>, at: usize) -> BenefitView {
    let found = Benefit::at(context, at);
    let entry = found.entry;
    let (version, speaker) = (context.version, context.speaker());
    let texts = entry.texts(context.locale);
    let category = found.category(context);
    let rung = |rung: usize| BenefitGrant {
        tier: context.tier_at(rung),
        text: grants::text(context, found.rule, rung),
        worth: (found.rule.grants.as_ref()).and_then(|grants| speaker.use_worth(grants.get(rung)?)),
    };
    let pool = found.rule.pool.and_then(|id| version.pool(id));
    let questions = context.index.questions.get(&*entry.key).into_iter().flatten();
    let questions = questions.map(|place| &context.edition.faq[*place]);
    BenefitView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: Some((Route::Benefits, context.word("kind-benefits"))),
        }),
        summary: texts.summary.clone(),
        category: category.and_then(|category| context.link(Kind::Category, &category.key)),
        icon: category.and_then(|category| context.icon(category.extra.icon.as_deref())),
        layer: grants::layer(found.rule, version.ladder.len()),
        grants: found.rule.grants.iter().flat_map(|_| (0..version.ladder.len()).map(rung)).collect(),
        condition: found.rule.when.as_ref().map(|when| rule(speaker.condition(version, when))),
        when: context.timed(found.rule.validity),
        channels: entry.extra.channels.iter().map(|channel| channel_name(context, channel)).collect(),
        partner: entry.extra.partner.as_deref().and_then(|id| context.link(Kind::Partner, id)),
        pool: pool.map(|pool| PoolNote {
            name: speaker.name(pool.id).to_owned(),
            text: speaker.pool(version, pool),
            benefits: of_pool(context, pool, |other| other.id != found.rule.id),
        }),
        facts: Vec::new(),
        body: body(context, entry),
        questions: questions.map(|entry| super::faq::question(context, entry)).collect(),
        related: related(context, at),
    }
}

fn channel_name(context: &Context<'_>, channel: &str) -> String {
    let known = CHANNELS.iter().find(|(name, _)| *name == channel);
    known.map_or_else(|| channel.to_owned(), |(_, key)| context.word(key))
}

/// Others of the same shelf that can still be had.
fn related(context: &Context<'_>, at: usize) -> Vec<BenefitCard> {
    let shelf = Shelf::of(context, at);
    let others = shelf.iter().flat_map(Shelf::places).filter(|other| *other != at);
    others
        .map(|other| Benefit::at(context, other))
        .filter(|other| !other.is_over(context))
        .take(RELATED)
        .map(|other| card(context, other.entry))
        .collect()
}
