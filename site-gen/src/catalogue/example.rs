//! Worked examples: a customer and what must come out, as far as the author says. A rule that disagrees with its
//! author's example is an error.

use std::cell::OnceCell;
use std::sync::Arc;

use answers::Failure;
use rulebook::explain::{Operation, What};
use rulebook::{BenefitId, CurrencyId, Customer, MetricId, Month, MonthResult, RuleBook, Rules, Session};

use super::customer;
use super::figure::{Found, Key};
use super::merge::{self, Merged};
use crate::content::kinds::Example;
use crate::content::record::Reader;
use crate::content::shapes::month;
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

/// Runs all examples. Those whose customer could be read come back.
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
            let expected = compare(found, record, &customer, book, &rules, &mut reader);
            worked.push(WorkedExample { key: found.key.to_owned(), customer, expected });
        }
        diagnostics.extend(reader.found);
    }
    worked
}

/// Compares what the author says with what the rules say. What the author speaks of comes back.
fn compare(
    found: &merge::Found<'_, Example>,
    record: &Example,
    customer: &Customer,
    book: &RuleBook,
    rules: &OnceCell<Arc<Rules>>,
    reader: &mut Reader,
) -> Vec<(Month, Vec<Figure>)> {
    let session = match Session::open(book, customer.clone()) {
        Ok(session) => session,
        Err(error) => {
            let message =
                Message::ExampleFails { error: answers::text(&Failure::new(&error, &book.rules().ids)) };
            reader.found.push(Diagnostic::new(found.at(record.span), message));
            return Vec::new();
        }
    };
    let mut spoken_of = Vec::new();
    for (key, expected) in record.expect.get().into_iter().flat_map(|expect| &expect.0) {
        let Some(month) = month(key, reader) else { continue };
        let Some(result) = session.months().iter().find(|result| result.month == month) else {
            reader.report(key.span, Message::NotInRun { month: month.to_string() });
            continue;
        };
        if let Value::Table(table) = &expected.value.value {
            let mut comparison = Comparison { reader, result, book, session: &session, rules };
            spoken_of.push((month, comparison.month(table)));
        } else {
            reader.wrong_type::<()>(&expected.value, "table");
        }
    }
    spoken_of
}

/// What an author expects of a month, beside what the rules say.
struct Comparison<'a> {
    reader: &'a mut Reader,
    result: &'a MonthResult,
    book: &'a RuleBook,
    session: &'a Session<&'a RuleBook>,
    /// The book's rules, shared by all explanations once there is one.
    rules: &'a OnceCell<Arc<Rules>>,
}

impl<'a> Comparison<'a> {
    /// Every key that the author names; what is not named is not compared. What is named comes back.
    fn month(&mut self, expected: &Table) -> Vec<Figure> {
        let ids = &self.book.rules().ids;
        let mut spoken_of = Vec::new();
        for (key, node) in &expected.entries {
            match Key::named(&key.value) {
                Some(Key::BenefitsInclude) => self.includes(node, &mut spoken_of),
                Some(known) => {
                    let found = Found::of(known, self.result, ids);
                    spoken_of.extend(known.figure());
                    self.value(known, &key.value, node, &found, &mut spoken_of);
                }
                None => self.unknown(key, Key::names()),
            }
        }
        spoken_of
    }

    fn value(&mut self, key: Key, path: &str, node: &Node, found: &Found<'a>, spoken_of: &mut Vec<Figure>) {
        let (Value::Table(expected), Found::Table(fields)) = (&node.value, found) else {
            let same = found.is(node);
            self.expect(same, key.figure(), path, node, found);
            return;
        };
        let ids = &self.book.rules().ids;
        for (own, node) in &expected.entries {
            let figure = key.figure_of(&own.value, ids);
            if key.figure().is_none() {
                spoken_of.extend(figure);
            }
            match fields.iter().find(|(name, _)| *name == own.value) {
                Some((_, found)) => {
                    let same = found.is(node);
                    self.expect(same, figure, &format!("{path}.{}", own.value), node, found);
                }
                None => self.unknown(own, fields.iter().map(|(name, _)| *name).collect()),
            }
        }
    }

    fn unknown(&mut self, key: &Spanned<String>, mut known: Vec<&str>) {
        known.sort_unstable();
        let message = Message::UnknownKey { key: key.value.clone(), known: known.join(", ") };
        let place = self.reader.location(key.span);
        self.reader.found.push(Diagnostic::new(place, message).nearest(nearest(&key.value, known)));
    }

    fn includes(&mut self, node: &Node, spoken_of: &mut Vec<Figure>) {
        let ids = &self.book.rules().ids;
        let Value::Array(nodes) = &node.value else {
            self.reader.wrong_type::<()>(node, "array");
            return;
        };
        let benefits = Found::of(Key::Benefits, self.result, ids);
        for node in nodes {
            let id = if let Value::Text(id) = &node.value { ids.benefits.find(id) } else { None };
            let has = id.is_some_and(|id| self.result.benefits.contains(&id));
            let figure = id.map(Figure::Benefit);
            spoken_of.extend(figure);
            self.expect(has, figure, "benefits_include", node, &benefits);
        }
    }

    fn expect(&mut self, same: bool, figure: Option<Figure>, path: &str, node: &Node, found: &Found<'a>) {
        if same {
            return;
        }
        let explained = figure.and_then(|figure| self.explained(figure, node, found));
        let message = Message::ExampleDiffers {
            what: format!("{} {path}", self.result.month),
            expected: written(node),
            found: found.to_string(),
        };
        let place = self.reader.location(node.span);
        self.reader.found.push(Diagnostic::new(place, message).explained(explained));
    }

    /// How the rules come to a figure.
    fn explained(&self, figure: Figure, node: &Node, found: &Found<'a>) -> Option<Explained> {
        let ids = &self.book.rules().ids;
        // A tier has two trees, its being in force and its review; a currency has its balance and what is pending.
        let (what, place) = match figure {
            Figure::Tier => (What::Tier, 0),
            Figure::NextTier | Figure::Review => (What::Tier, 1),
            Figure::Metric(id) => (What::of(id), 0),
            Figure::Balance(id) | Figure::Earned(id) | Figure::Redeemed(id) | Figure::Expired(id) => {
                (What::of(id), 0)
            }
            Figure::Pending(id) => (What::of(id), 1),
            Figure::Segments => (ids.segments.find(found.differing(node)?).map(What::of)?, 0),
            Figure::Tasks => (ids.tasks.find(found.differing(node)?).map(What::of)?, 0),
            Figure::Benefits => (ids.benefits.find(found.differing(node)?).map(What::of)?, 0),
            Figure::Benefit(id) => (What::of(id), 0),
            Figure::Lines => return None,
        };
        let mut step = self.session.why(self.result.month, what).into_iter().nth(place)?;
        let part = match figure {
            Figure::Earned(_) => Some(Operation::Credited),
            Figure::Redeemed(_) => Some(Operation::Redeemed),
            Figure::Expired(_) => Some(Operation::Expired),
            _ => None,
        };
        if let Some(part) = part {
            step = step.inputs.into_iter().find(|input| input.operation == part)?;
        }
        let rules = self.rules.get_or_init(|| Arc::new(self.book.rules().clone()));
        Some(Explained::new(Arc::clone(rules), step))
    }
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
