//! News: the notices that a programme gives.

use serde::Serialize;

use super::{Day, Html, Link, Page};

/// `news.html`: all notices, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct NewsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The notices.
    pub news: Vec<NewsCard>,
    /// The address of the notices as an Atom feed, where the programme says its site's address.
    pub feed: Option<String>,
}

/// A notice in a list.
#[derive(Clone, Debug, Serialize)]
pub struct NewsCard {
    /// Its title and page.
    pub link: Link,
    /// Its date.
    pub date: Day,
    /// The last day on which lists show it; the script takes it out afterwards.
    pub expires: Option<Day>,
    /// The notice in a sentence.
    pub summary: Option<String>,
}

/// `notice.html`: one notice.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeView {
    /// What every page has.
    pub page: Page,
    /// Its date.
    pub date: Day,
    /// The last day on which it is news; afterwards the page says that it is kept for the record.
    pub expires: Option<Day>,
    /// It is over on the day of the build.
    pub has_expired: bool,
    /// The notice in a sentence.
    pub summary: Option<String>,
    /// The author's text.
    pub body: Option<Html>,
}
