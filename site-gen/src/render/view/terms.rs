//! The rules in words, as terms.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Day, Link, Page, Pager};

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

/// The part with the worked examples.
#[derive(Clone, Debug, Serialize)]
pub struct ExamplesPart {
    /// The anchor.
    pub id: String,
    /// "12"
    pub number: String,
    /// Not empty.
    pub examples: Vec<Example>,
}

/// A worked example.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    /// The anchor.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub text: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// What is known of the customer.
    pub given: Vec<ExampleFact>,
    /// What comes of it.
    pub months: Vec<ExampleMonth>,
    /// The anchors of the clauses that it shows at work.
    #[serde(skip)]
    pub shows: BTreeSet<String>,
}

/// What comes of an example in a month.
#[derive(Clone, Debug, Serialize)]
pub struct ExampleMonth {
    /// Which month.
    pub month: String,
    /// What there is to say of it.
    pub facts: Vec<ExampleFact>,
}

/// A label with its value.
#[derive(Clone, Debug, Serialize)]
pub struct ExampleFact {
    /// What it is.
    pub label: String,
    /// The clause that says what it is.
    pub href: Option<String>,
    /// How much, or who.
    pub value: String,
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
