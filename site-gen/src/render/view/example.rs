//! Worked examples: what a customer enters, and what comes out.

use std::collections::BTreeSet;

use serde::Serialize;

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
