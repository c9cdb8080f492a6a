//! Worked examples: a customer and what must come out, as far as the author says. A rule that disagrees with its
//! author's example is an error.

use std::cell::OnceCell;
use std::sync::Arc;

use rulebook::explain::{Inquiry, Operation, What};
use rulebook::{BenefitId, CurrencyId, Customer, MetricId, Month, RuleBook, Rules};
use serde_json::Value as Json;

use super::customer;
use super::merge::{Found, Merged};
use crate::content::kinds::Example;
use crate::content::record::Reader;
use crate::content::shapes::{Raw, month, number};
use crate::content::value::{Node, Spanned, Table, Value};
use crate::diagnostics::{Diagnostic, Diagnostics, Explained, Message, Severity, nearest};

/// A worked example that the rules agree with. Its words are in the edition.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkedExample {
    /// Its id.
    pub key: String,
    /// The customer that it is about.
    pub customer: Customer,
    /// What its author says of a month, in that order.
    pub expected: Vec<(Month, Vec<Figure>)>,
}

/// What can be said of a month's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The tier in force.
    Tier,
    /// That of the next month.
    NextTier,
    /// What the review came to.
    Review,
    /// A metric's value.
    Metric(MetricId),
    /// The segments that hold.
    Segments,
    /// The tasks achieved.
    Tasks,
    /// Each credit with what it is for.
    Lines,
    /// What was credited of a currency.
    Earned(CurrencyId),
    /// What is delayed of it.
    Pending(CurrencyId),
    /// What was spent of it.
    Redeemed(CurrencyId),
    /// What expired of it.
    Expired(CurrencyId),
    /// What is held of it.
    Balance(CurrencyId),
    /// A benefit that the customer has.
    Benefit(BenefitId),
    /// All of them.
    Benefits,
}

/// Runs all examples. Those that agree with the rules come back.
pub(crate) fn check(
    examples: &Merged<'_, Example>,
    book: &RuleBook,
    diagnostics: &mut Diagnostics,
) -> Vec<WorkedExample> {
    let mut worked = Vec::new();
    let rules = OnceCell::new();
    for (found, record) in examples.read() {
        let mut reader = Reader::new(Arc::clone(found.file()));
        reader.dates_as_text = true;
        let customer = customer::lower(&record.customer(), book, &mut reader);
        let fine = reader.found.iter().all(|found| found.severity() == Severity::Warning);
        if let Some(customer) = customer.filter(|_| fine) {
            compare(found, record, &customer, book, &rules, &mut reader);
            let expected = expected(record, book.rules());
            worked.push(WorkedExample { key: found.key.to_owned(), customer, expected });
        }
        diagnostics.extend(reader.found);
    }
    worked
}

/// What the author speaks of. What cannot be read has been reported.
fn expected(record: &Example, rules: &Rules) -> Vec<(Month, Vec<Figure>)> {
    let months = record.expect.get().into_iter().flat_map(|expect| &expect.0);
    let month = |(key, expected): &(Spanned<String>, Spanned<Raw>)| {
        let Value::Table(table) = &expected.value.value else { return None };
        let figures = table.entries.iter().flat_map(|(key, node)| figures(&key.value, node, rules));
        Some((key.value.parse().ok()?, figures.collect()))
    };
    months.filter_map(month).collect()
}

fn figures(key: &str, node: &Node, rules: &Rules) -> Vec<Figure> {
    let of_currency = |figure: fn(CurrencyId) -> Figure| -> Vec<Figure> {
        keys(node).filter_map(|key| rules.ids.currencies.find(key).map(figure)).collect()
    };
    match key {
        "tier" => vec![Figure::Tier],
        "next_tier" => vec![Figure::NextTier],
        "review" => vec![Figure::Review],
        "metrics" => keys(node).filter_map(|key| rules.ids.metrics.find(key).map(Figure::Metric)).collect(),
        "segments" => vec![Figure::Segments],
        "tasks" => vec![Figure::Tasks],
        "lines" => vec![Figure::Lines],
        "earned" => of_currency(Figure::Earned),
        "pending" => of_currency(Figure::Pending),
        "redeemed" => of_currency(Figure::Redeemed),
        "expired" => of_currency(Figure::Expired),
        "balance" => of_currency(Figure::Balance),
        "benefits" => vec![Figure::Benefits],
        "benefits_include" => {
            let Value::Array(nodes) = &node.value else { return Vec::new() };
            let id = |node: &Node| match &node.value {
                Value::Text(id) => rules.ids.benefits.find(id).map(Figure::Benefit),
                _ => None,
            };
            nodes.iter().filter_map(id).collect()
        }
        _ => Vec::new(),
    }
}

/// The keys of a table.
fn keys(node: &Node) -> impl Iterator<Item = &str> {
    let table = if let Value::Table(table) = &node.value { Some(table) } else { None };
    table.into_iter().flat_map(|table| &table.entries).map(|(key, _)| key.value.as_str())
}

fn compare(
    found: &Found<'_, Example>,
    record: &Example,
    customer: &Customer,
    book: &RuleBook,
    rules: &OnceCell<Arc<Rules>>,
    reader: &mut Reader,
) {
    let inquiry = match book.inquire(customer) {
        Ok(inquiry) => inquiry,
        Err(error) => {
            let message = Message::ExampleFails { error: book.to_json(&Err(error)).to_string() };
            reader.found.push(Diagnostic::new(found.at(record.span), message));
            return;
        }
    };
    let result = book.to_json(&Ok(inquiry.months().to_vec()));
    let months = result["months"].as_array().map_or(&[][..], Vec::as_slice);
    for (key, expected) in record.expect.get().into_iter().flat_map(|expect| &expect.0) {
        let Some(month) = month(key, reader) else { continue };
        let name = month.to_string();
        let Some(result) = months.iter().find(|result| result["month"] == *name) else {
            reader.report(key.span, Message::NotInRun { month: name });
            continue;
        };
        match &expected.value.value {
            Value::Table(table) => {
                Comparison { reader, month, book, inquiry: &inquiry, rules }.table("", table, result);
            }
            _ => {
                reader.wrong_type::<()>(&expected.value, "table");
            }
        }
    }
}

/// What an author expects of a month, beside what the rules say.
struct Comparison<'a> {
    reader: &'a mut Reader,
    month: Month,
    book: &'a RuleBook,
    inquiry: &'a Inquiry<'a>,
    /// The book's rules, shared by all explanations once there is one.
    rules: &'a OnceCell<Arc<Rules>>,
}

impl Comparison<'_> {
    /// Every key that the author names; what is not named is not compared.
    fn table(&mut self, path: &str, expected: &Table, found: &Json) {
        for (key, node) in &expected.entries {
            let path = if path.is_empty() { key.value.clone() } else { format!("{path}.{}", key.value) };
            if path == "benefits_include" {
                self.includes(node, &found["benefits"]);
                continue;
            }
            match found.get(&key.value) {
                Some(found) => self.value(&path, node, found),
                None => self.unknown(key, found),
            }
        }
    }

    fn unknown(&mut self, key: &Spanned<String>, found: &Json) {
        let known: Vec<&str> =
            found.as_object().into_iter().flat_map(|found| found.keys()).map(String::as_str).collect();
        let message = Message::UnknownKey { key: key.value.clone(), known: known.join(", ") };
        let place = self.reader.place(key.span);
        self.reader.found.push(Diagnostic::new(place, message).nearest(nearest(&key.value, known)));
    }

    fn value(&mut self, path: &str, node: &Node, found: &Json) {
        match (&node.value, found) {
            (Value::Table(table), Json::Object(_)) => self.table(path, table, found),
            (Value::Array(nodes), Json::Array(values)) => {
                let same = nodes.len() == values.len()
                    && nodes.iter().zip(values).all(|(node, found)| self.same(node, found));
                self.expect(same, path, node, found);
            }
            _ => {
                let same = self.same(node, found);
                self.expect(same, path, node, found);
            }
        }
    }

    fn includes(&mut self, node: &Node, benefits: &Json) {
        let Value::Array(nodes) = &node.value else {
            self.reader.wrong_type::<()>(node, "array");
            return;
        };
        for node in nodes {
            let has =
                benefits.as_array().is_some_and(|all| all.iter().any(|benefit| self.same(node, benefit)));
            self.expect(has, "benefits_include", node, benefits);
        }
    }

    /// Whether a single value is the same: numbers by value, in whatever form the author wrote them.
    fn same(&mut self, node: &Node, found: &Json) -> bool {
        match (&node.value, found) {
            (Value::Flag(expected), Json::Bool(found)) => expected == found,
            (Value::Text(expected) | Value::Date(expected), Json::String(found)) if expected == found => true,
            (Value::Number(_) | Value::Text(_), Json::String(found)) => {
                // A text that is no number is just another text.
                let mut quiet = Reader::new(Arc::clone(self.reader.file()));
                number(node, &mut quiet, "decimal").is_some_and(|expected| found.parse() == Ok(expected))
            }
            (Value::Number(expected), Json::Number(found)) => *expected == found.to_string(),
            (Value::Table(table), Json::Object(_)) => table
                .entries
                .iter()
                .all(|(key, node)| found.get(&key.value).is_some_and(|found| self.same(node, found))),
            (Value::Null, Json::Null) => true,
            _ => false,
        }
    }

    fn expect(&mut self, same: bool, path: &str, node: &Node, found: &Json) {
        if same {
            return;
        }
        let explained = self.explained(path, node, found);
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        let message = Message::ExampleDiffers {
            what: format!("{} {path}", self.month),
            expected: written(node),
            found,
        };
        let place = self.reader.place(node.span);
        self.reader.found.push(Diagnostic::new(place, message).explained(explained));
    }

    /// How the rules come to a figure.
    fn explained(&self, path: &str, node: &Node, found: &Json) -> Option<Explained> {
        let ids = &self.book.rules().ids;
        let (kind, id) = path.split_once('.').unwrap_or((path, ""));
        let currency = || ids.currencies.find(id).map(What::Currency);
        // A tier has two trees, its being in force and its review; a currency has its balance and what is pending.
        let (what, place) = match kind {
            "tier" => (What::Tier, 0),
            "next_tier" | "review" => (What::Tier, 1),
            "metrics" => (ids.metrics.find(id).map(What::Metric)?, 0),
            "balance" | "earned" | "redeemed" | "expired" => (currency()?, 0),
            "pending" => (currency()?, 1),
            "segments" => (ids.segments.find(differing(node, found)?).map(What::Segment)?, 0),
            "tasks" => (ids.tasks.find(differing(node, found)?).map(What::Task)?, 0),
            "benefits" => (ids.benefits.find(differing(node, found)?).map(What::Benefit)?, 0),
            "benefits_include" => {
                let Value::Text(id) = &node.value else { return None };
                (ids.benefits.find(id).map(What::Benefit)?, 0)
            }
            _ => return None,
        };
        let mut step = self.inquiry.why(self.month, what).into_iter().nth(place)?;
        let part = match kind {
            "earned" => Some(Operation::Credited),
            "redeemed" => Some(Operation::Redeemed),
            "expired" => Some(Operation::Expired),
            _ => None,
        };
        if let Some(part) = part {
            step = step.inputs.into_iter().find(|input| input.operation == part)?;
        }
        let rules = self.rules.get_or_init(|| Arc::new(self.book.rules().clone()));
        Some(Explained::new(Arc::clone(rules), step))
    }
}

/// The first id that stands in only one of two lists.
fn differing<'a>(node: &'a Node, found: &'a Json) -> Option<&'a str> {
    let Value::Array(nodes) = &node.value else { return None };
    let text = |node: &'a Node| if let Value::Text(text) = &node.value { Some(text.as_str()) } else { None };
    let expected: Vec<_> = nodes.iter().filter_map(text).collect();
    let found: Vec<_> = found.as_array()?.iter().filter_map(Json::as_str).collect();
    let missing = expected.iter().find(|id| !found.contains(id));
    missing.or_else(|| found.iter().find(|id| !expected.contains(id))).copied()
}

/// A value as its author wrote it.
fn written(node: &Node) -> String {
    match &node.value {
        Value::Text(text) | Value::Number(text) | Value::Date(text) => text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::Null => "null".to_owned(),
        Value::Array(nodes) => format!("[{}]", nodes.iter().map(written).collect::<Vec<_>>().join(", ")),
        Value::Table(table) => {
            let entries =
                table.entries.iter().map(|(key, node)| format!("{} = {}", key.value, written(node)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}
