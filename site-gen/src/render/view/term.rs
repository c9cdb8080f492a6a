//! The glossary: terms of the programme, and what they mean.

use serde::Serialize;

use super::{Html, Page};

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
