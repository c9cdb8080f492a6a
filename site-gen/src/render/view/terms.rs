//! The rules in words, as terms.

use serde::Serialize;

use super::{Day, ExamplesPart, Link, Page, Pager};

/// `terms.html`: the terms that are generated from the rules.
#[derive(Clone, Debug, Serialize)]
pub struct TermsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The day from which these terms apply.
    pub from: Day,
    /// The parts, which are also the table of contents.
    pub parts: Vec<TermsPart>,
    /// The worked examples, a part of their own after the others.
    pub examples: Option<ExamplesPart>,
    /// All known versions of the terms, oldest first. One entry: none are listed.
    pub versions: Vec<TermsVersion>,
    /// The pages before and after it, where the terms of benefits are on several pages of their own.
    pub pager: Option<Pager>,
}

/// A part of the terms.
#[derive(Clone, Debug, Serialize)]
pub struct TermsPart {
    /// The anchor.
    pub id: String,
    /// "1", "第一章".
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub clauses: Vec<Clause>,
    /// The pages that say it instead, where it is too long for this one.
    pub pages: Vec<Link>,
}

/// A clause, with those below it.
#[derive(Clone, Debug, Serialize)]
pub struct Clause {
    /// The anchor, where others link to it.
    pub id: Option<String>,
    /// "1.2"; empty for a plain point of a list.
    pub number: String,
    /// What it is about: the rule's name.
    pub title: Option<String>,
    /// The sentence.
    pub text: String,
    /// What belongs to it.
    pub clauses: Vec<Clause>,
    /// The worked examples that show it.
    pub examples: Vec<Link>,
}

/// A version of the terms.
#[derive(Clone, Debug, Serialize)]
pub struct TermsVersion {
    /// In force from.
    pub from: Day,
    /// Its page, if it has one.
    pub href: Option<String>,
    /// It is the one shown.
    pub current: bool,
}
