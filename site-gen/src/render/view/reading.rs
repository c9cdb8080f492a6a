//! What is mostly text: questions, terms of the field, notices, free pages.

use serde::Serialize;

use super::{Day, Html, Link, Page};

/// `faq.html`: questions, each with an anchor.
#[derive(Clone, Debug, Serialize)]
pub struct FaqView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The questions.
    pub questions: Vec<Question>,
}

/// A question and its answer.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// The anchor.
    pub id: String,
    /// The question.
    pub question: String,
    /// Its place in the overview, relative to the page it is shown on.
    pub href: String,
    /// The answer.
    pub answer: Html,
    /// What it is about.
    pub about: Vec<Link>,
}

/// `glossary.html`: the words of the programme, each with an anchor.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The terms.
    pub terms: Vec<Term>,
}

/// A word and what it means.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// The anchor.
    pub id: String,
    /// The word.
    pub name: String,
    /// What it means.
    pub description: Html,
}

/// `news.html`: all notices, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct NewsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The notices.
    pub news: Vec<NewsCard>,
    /// The same as a feed, where the programme says its site's address.
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
