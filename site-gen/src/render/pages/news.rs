//! News: the notices that are listed, and a page for each that was ever given.

use super::super::address::{self, Route};
use super::super::context::Context;
use super::super::frame::Head;
use super::super::view::{Link, NewsCard, NewsView, NoticeView};
use super::{body, overview_frame};
use crate::catalogue::{Entry, NewsExtra};

/// The notices that have not expired.
pub(super) fn view(context: &Context<'_>) -> NewsView {
    let current = context.edition.news.iter().filter(|entry| !has_expired(context, entry));
    NewsView {
        page: overview_frame(context, "kind-news", "news-lead"),
        summary: Some(context.word("news-lead")),
        news: current.map(|entry| card(context, entry)).collect(),
        feed: context.catalogue.site.as_ref().map(|_| context.href_below(address::FEED)),
    }
}

/// One notice: each that was ever given has a page.
pub(super) fn notice(context: &Context<'_>, entry: &Entry<NewsExtra>) -> NoticeView {
    let texts = entry.texts(context.locale);
    NoticeView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: Some((Route::News, context.word("kind-news"))),
        }),
        date: context.day(entry.extra.date),
        expires: entry.extra.expires.map(|day| context.day(day)),
        has_expired: has_expired(context, entry),
        summary: texts.summary.clone(),
        body: body(context, entry),
    }
}

/// A notice in a list.
pub(super) fn card(context: &Context<'_>, entry: &Entry<NewsExtra>) -> NewsCard {
    let texts = entry.texts(context.locale);
    NewsCard {
        link: Link { text: texts.name.clone(), href: context.href(Route::Notice(&*entry.key)) },
        date: context.day(entry.extra.date),
        expires: entry.extra.expires.map(|day| context.day(day)),
        summary: texts.summary.clone(),
    }
}

/// Whether a notice is no longer to be listed on the day of the build.
pub(super) fn has_expired(context: &Context<'_>, entry: &Entry<NewsExtra>) -> bool {
    entry.extra.expires.is_some_and(|last| last < context.today)
}
