//! Free pages, and the page for an address that is none.

use serde::Serialize;

use super::{Html, Link, Page};

/// `page.html`: a free page.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The author's text.
    pub body: Option<Html>,
}

/// The page for an address that is none. A server answers with it at any depth, so its links (and [`Page::root`])
/// are best absolute where the site's base address is known.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// What every page has.
    pub page: Page,
    /// Where a reader who is lost may go.
    pub links: Vec<Link>,
}
