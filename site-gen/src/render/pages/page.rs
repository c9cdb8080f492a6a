//! Free pages, and the page for an address that is none.

use super::super::address::Route;
use super::super::context::Context;
use super::super::frame::Head;
use super::super::view::{Link, NotFoundView, PageView};
use super::body;
use crate::catalogue::{Entry, PageExtra};

/// A free page.
pub(super) fn page(context: &Context<'_>, entry: &Entry<PageExtra>) -> PageView {
    let texts = entry.texts(context.locale);
    PageView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: None,
        }),
        summary: texts.summary.clone(),
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
