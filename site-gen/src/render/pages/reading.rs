//! What is mostly text: questions, terms of the field, notices, free pages, and the page for an address that is none.

use super::super::address;
use super::super::context::Context;
use super::super::feeds;
use super::super::frame::Head;
use super::super::markdown;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{
    FaqView, GlossaryView, Html, Link, NewsCard, NewsView, NotFoundView, NoticeView, Page, PageView,
    Question, Term,
};
use crate::catalogue::{Entry, FaqExtra, NewsExtra, Words};

/// All questions.
pub(super) fn faq(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    const FOLDER: &str = "faq/";
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let view = FaqView {
        page: overview(context, FOLDER, "kind-faq", "faq-lead"),
        summary: Some(context.word("faq-lead")),
        questions: context.edition.faq.iter().map(|entry| question(context, FOLDER, entry)).collect(),
    };
    writer.page(FOLDER, &view)
}

/// A question with its answer.
pub(super) fn question(context: &Context<'_>, page: &str, entry: &Entry<FaqExtra>) -> Question {
    let anchor = address::anchor("faq", &entry.key);
    let about = entry.extra.about.iter().filter_map(|(kind, id)| context.link(page, kind, id));
    Question {
        href: context.href(page, &format!("faq/#{anchor}")),
        id: anchor,
        question: entry.name(context.locale).to_owned(),
        answer: body(context, page, entry).unwrap_or_default(),
        about: about.collect(),
    }
}

/// The words of the programme.
pub(super) fn glossary(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    const FOLDER: &str = "glossary/";
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let terms = context.edition.glossary.iter().map(|entry| {
        let words = entry.words(context.locale);
        let text = words.summary.as_deref().or(words.text.as_deref());
        Term {
            id: address::anchor("term", &entry.key),
            name: words.name.clone(),
            description: text.map(markdown::paragraph).unwrap_or_default(),
        }
    });
    let view = GlossaryView {
        page: overview(context, FOLDER, "kind-glossary", "glossary-lead"),
        summary: Some(context.word("glossary-lead")),
        terms: terms.collect(),
    };
    writer.page(FOLDER, &view)
}

/// The notices that have not expired, and a page for each that was ever given.
pub(super) fn news(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    const FOLDER: &str = "news/";
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let current = context.edition.news.iter().filter(|entry| !has_expired(context, entry));
    let view = NewsView {
        page: overview(context, FOLDER, "kind-news", "news-lead"),
        summary: Some(context.word("news-lead")),
        news: current.map(|entry| news_card(context, FOLDER, entry)).collect(),
        feed: context.catalogue.site.as_ref().map(|_| context.href(FOLDER, feeds::FEED)),
    };
    writer.page(FOLDER, &view)?;
    for entry in &context.edition.news {
        let folder = format!("{FOLDER}{}/", entry.key);
        let words = entry.words(context.locale);
        let view = NoticeView {
            page: context.page(Head {
                folder: folder.clone(),
                title: words.name.clone(),
                description: words.summary.clone(),
                above: Some((FOLDER, context.word("kind-news"))),
            }),
            date: context.day(entry.extra.date),
            expires: entry.extra.expires.map(|day| context.day(day)),
            has_expired: has_expired(context, entry),
            summary: words.summary.clone(),
            body: body(context, &folder, entry),
        };
        writer.page(&folder, &view)?;
    }
    Ok(())
}

/// A notice in a list.
pub(super) fn news_card(context: &Context<'_>, page: &str, entry: &Entry<NewsExtra>) -> NewsCard {
    let words = entry.words(context.locale);
    NewsCard {
        link: Link { text: words.name.clone(), href: context.href(page, &format!("news/{}/", entry.key)) },
        date: context.day(entry.extra.date),
        expires: entry.extra.expires.map(|day| context.day(day)),
        summary: words.summary.clone(),
    }
}

/// Whether a notice is no longer to be listed on the day of the build.
pub(super) fn has_expired(context: &Context<'_>, entry: &Entry<NewsExtra>) -> bool {
    entry.extra.expires.is_some_and(|last| last < context.today)
}

/// The free pages.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    for entry in &context.edition.pages {
        let folder = format!("page/{}/", entry.key);
        let words = entry.words(context.locale);
        let view = PageView {
            page: context.page(Head {
                folder: folder.clone(),
                title: words.name.clone(),
                description: words.summary.clone(),
                above: None,
            }),
            summary: words.summary.clone(),
            body: body(context, &folder, entry),
        };
        writer.page(&folder, &view)?;
    }
    Ok(())
}

/// `404.html`. A server answers with it at any depth, so its links are absolute.
pub(super) fn not_found(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    let head =
        Head { folder: String::new(), title: context.word("kind-not-found"), description: None, above: None };
    let mut page = context.page(head);
    let base = base_path(context);
    let absolute = |href: &str| format!("{base}{}{}", context.prefix(), href.trim_start_matches("./"));
    page.root.clone_from(&base);
    page.canonical = None;
    page.programme.href = absolute("");
    page.tier_styles = format!("{base}{}", super::super::frame::TIER_STYLES);
    page.nav.iter_mut().for_each(|item| item.href = from_locale(context, &base, &item.href));
    page.simulator.iter_mut().for_each(|link| link.href = from_locale(context, &base, &link.href));
    for link in page.footer.iter_mut().flat_map(|group| &mut group.links) {
        link.href = from_locale(context, &base, &link.href);
    }
    if let Some(link) = page.version.next.as_mut().and_then(|next| next.href.as_mut()) {
        *link = from_locale(context, &base, link);
    }
    for alternate in &mut page.alternates {
        alternate.href = format!("{base}{}", address::prefix(&context.catalogue.locales, &alternate.locale));
        alternate.absolute = None;
    }
    let link = |folder: &str, key: &str| Link { text: context.word(key), href: absolute(folder) };
    let links = vec![link("", "home"), link("tier/", "kind-tiers"), link("simulator/", "kind-simulator")];
    let path = format!("{}404.html", context.prefix());
    writer.file(&path, &NotFoundView { page, links })
}

/// The path of the site's base address; the server's root, where the programme does not say it.
fn base_path(context: &Context<'_>) -> String {
    let site = context.catalogue.site.as_deref().unwrap_or_default();
    let path = site.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.trim_end_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

/// A link that is relative to the locale's home page, made absolute.
fn from_locale(context: &Context<'_>, base: &str, href: &str) -> String {
    let mut path = context.prefix();
    let mut rest = href.trim_start_matches("./");
    while let Some(up) = rest.strip_prefix("../") {
        rest = up;
        path.truncate(path.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1));
    }
    format!("{base}{path}{rest}")
}

/// The frame of an overview.
fn overview(context: &Context<'_>, folder: &str, title: &str, lead: &str) -> Page {
    context.page(Head {
        folder: folder.to_owned(),
        title: context.word(title),
        description: Some(context.word(lead)),
        above: None,
    })
}

/// An entry's body as HTML for a page. Its mistakes were found by the checks.
pub(super) fn body<X>(context: &Context<'_>, folder: &str, entry: &Entry<X>) -> Option<Html> {
    let Words { body, .. } = entry.words(context.locale);
    body.as_ref().map(|body| markdown::render(context, folder, body).0)
}
