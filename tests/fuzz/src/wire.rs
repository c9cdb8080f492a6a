//! A rule book as it is published, and a customer of it.
//!
//! An input that begins as the wire form does is one, up to its last two bytes: they say how many bytes before them
//! belong to the customer. Any other input names in its first byte one of the project's rule books and then says how
//! to change it, as JSON, since bytes changed at random would mostly not get past the decoder; what is left is the
//! customer.

use rulebook::{RuleBook, Rules};
use serde_json::Value as Json;

use super::bytes::Bytes;
use super::edit::edit;
use super::seeds;

thread_local! {
    static BOOKS: Vec<Json> = seeds::books().iter().map(rules).collect();
}

fn rules(book: &RuleBook) -> Json {
    serde_json::to_value(book.rules()).expect("rules have only strings as keys")
}

/// Reads the rule book; if it can be, it is the same written and read again, and a customer can be run.
pub fn run(bytes: &[u8]) {
    let Some((wire, mut rest)) = (if bytes.starts_with(b"RULE") { raw(bytes) } else { changed(bytes) })
    else {
        return;
    };
    let Ok(book) = RuleBook::from_wire(&wire) else { return };
    let written = book.to_wire();
    let again = RuleBook::from_wire(&written).expect("what was written can be read");
    assert_eq!(again, book);
    assert_eq!(again.to_wire(), written);
    super::run::run(&book, &rest.customer(&book));
}

fn raw(bytes: &[u8]) -> Option<(Vec<u8>, Bytes<'_>)> {
    let (bytes, length) = bytes.split_last_chunk()?;
    let customer = usize::from(u16::from_le_bytes(*length)).min(bytes.len());
    let (wire, customer) = bytes.split_at(bytes.len() - customer);
    Some((wire.to_owned(), Bytes::new(customer)))
}

fn changed(bytes: &[u8]) -> Option<(Vec<u8>, Bytes<'_>)> {
    let mut rest = Bytes::new(bytes);
    let mut rules = BOOKS.with(|books| books[rest.below(books.len())].clone());
    edit(&mut rules, &mut rest);
    let rules: Rules = serde_json::from_value(rules).ok()?;
    Some((rules.to_wire(), rest))
}

/// An input of a rule book and of what says who the customer is.
pub fn input(book: &RuleBook, customer: &[u8]) -> Vec<u8> {
    let length = u16::try_from(customer.len()).expect("few bytes");
    [&book.to_wire(), customer, &length.to_le_bytes()].concat()
}
