//! Questions and their answers.

use serde::Serialize;

use super::{Html, Link, Page};

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
