//! What is mostly text: questions, terms of the field, notices, free pages, and the page for an address that is none.

use super::super::address::{self, Route, Target};
use super::super::context::Context;
use super::super::frame::Head;
use super::super::markdown;
use super::super::view::{
    FaqView, GlossaryView, Html, Link, NewsCard, NewsView, NotFoundView, NoticeView, Page, PageView,
    Question, Term,
};
use crate::catalogue::{Entry, FaqExtra, NewsExtra, PageExtra, Words};
use crate::content::Kind;

/// All questions.
pub(super) fn faq(context: &Context<'_>) -> FaqView {
    FaqView {
        page: overview(context, "kind-faq", "faq-lead"),
        summary: Some(context.word("faq-lead")),
        questions: context.edition.faq.iter().map(|entry| question(context, entry)).collect(),
    }
}

/// A question with its answer.
pub(super) fn question(context: &Context<'_>, entry: &Entry<FaqExtra>) -> Question {
    let anchor = address::anchor(Kind::Faq, &entry.key);
    let about = entry.extra.about.iter().filter_map(|thing| context.link(thing.kind, &thing.id));
    Question {
        href: context.href(Target { route: Route::Faq, anchor: Some(anchor.clone()) }),
        id: anchor,
        question: entry.name(context.locale).to_owned(),
        answer: body(context, entry).unwrap_or_default(),
        about: about.collect(),
    }
}

/// The words of the programme.
pub(super) fn glossary(context: &Context<'_>) -> GlossaryView {
    let terms = context.edition.glossary.iter().map(|entry| {
        let words = entry.words(context.locale);
        let text = words.summary.as_deref().or(words.text.as_deref());
        Term {
            id: address::anchor(Kind::Term, &entry.key),
            name: words.name.clone(),
            description: text.map(markdown::paragraph).unwrap_or_default(),
        }
    });
    GlossaryView {
        page: overview(context, "kind-glossary", "glossary-lead"),
        summary: Some(context.word("glossary-lead")),
        terms: terms.collect(),
    }
}

/// The notices that have not expired.
pub(super) fn news(context: &Context<'_>) -> NewsView {
    let current = context.edition.news.iter().filter(|entry| !has_expired(context, entry));
    NewsView {
        page: overview(context, "kind-news", "news-lead"),
        summary: Some(context.word("news-lead")),
        news: current.map(|entry| news_card(context, entry)).collect(),
        feed: context.catalogue.site.as_ref().map(|_| context.href_below(address::FEED)),
    }
}

/// One notice: each that was ever given has a page.
pub(super) fn notice(context: &Context<'_>, entry: &Entry<NewsExtra>) -> NoticeView {
    let words = entry.words(context.locale);
    NoticeView {
        page: context.page(Head {
            title: words.name.clone(),
            description: words.summary.clone(),
            above: Some((Route::News, context.word("kind-news"))),
        }),
        date: context.day(entry.extra.date),
        expires: entry.extra.expires.map(|day| context.day(day)),
        has_expired: has_expired(context, entry),
        summary: words.summary.clone(),
        body: body(context, entry),
    }
}

/// A notice in a list.
pub(super) fn news_card(context: &Context<'_>, entry: &Entry<NewsExtra>) -> NewsCard {
    let words = entry.words(context.locale);
    NewsCard {
        link: Link { text: words.name.clone(), href: context.href(Route::Notice(&*entry.key)) },
        date: context.day(entry.extra.date),
        expires: entry.extra.expires.map(|day| context.day(day)),
        summary: words.summary.clone(),
    }
}

/// Whether a notice is no longer to be listed on the day of the build.
pub(super) fn has_expired(context: &Context<'_>, entry: &Entry<NewsExtra>) -> bool {
    entry.extra.expires.is_some_and(|last| last < context.today)
}

/// A free page.
pub(super) fn page(context: &Context<'_>, entry: &Entry<PageExtra>) -> PageView {
    let words = entry.words(context.locale);
    PageView {
        page: context.page(Head {
            title: words.name.clone(),
            description: words.summary.clone(),
            above: None,
        }),
        summary: words.summary.clone(),
        body: body(context, entry),
    }
}

/// The page for an address that is none.
pub(super) fn not_found(context: &Context<'_>) -> NotFoundView {
    let link = |route: Route<&str>, key: &str| Link { text: context.word(key), href: context.href(route) };
    NotFoundView {
        page: context.page(Head { title: context.word("kind-not-found"), description: None, above: None }),
        links: vec![
            link(Route::Home, "home"),
            link(Route::Tiers, "kind-tiers"),
            link(Route::Simulator, "kind-simulator"),
        ],
    }
}

/// The frame of an overview.
fn overview(context: &Context<'_>, title: &str, lead: &str) -> Page {
    context.page(Head { title: context.word(title), description: Some(context.word(lead)), above: None })
}

/// An entry's body as HTML for a page. Its mistakes were found by the checks.
pub(super) fn body<X>(context: &Context<'_>, entry: &Entry<X>) -> Option<Html> {
    let Words { body, .. } = entry.words(context.locale);
    body.as_ref().map(|body| markdown::render(context, body).0)
}
