//! A customer's file: a byte that names one of the project's programmes, then TOML or JSON.
//!
//! The last bytes of the file, from its end, choose whether to look for ways and which; a comment can hold any.

use rulebook::RuleBook;
use site_gen::catalogue::customer;
use site_gen::diagnostics::{Diagnostics, Sources, Wording, print};

use super::bytes::Bytes;
use super::{run, seeds, ways};

thread_local! {
    static BOOKS: Vec<RuleBook> = seeds::books();
    static WORDING: Wording = Wording::new("en");
}

/// How many bytes of the end choose.
const CHOOSING: usize = 10;

/// Reads the file; shows what is wrong, or runs the customer, and of every second one looks for the ways.
pub fn run(bytes: &[u8]) {
    let Some((place, text)) = bytes.split_first() else { return };
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    BOOKS.with(|books| {
        let book = &books[usize::from(*place) % books.len()];
        let read = customer::read("customer", text, book, &mut sources, &mut found);
        assert_eq!(read.is_none(), found.has_errors());
        WORDING.with(|wording| {
            print::human(&found, &sources, wording, false);
            print::json(&found, &sources, wording);
        });
        let Some(customer) = read else { return };
        let runs = run::run(book, &customer);
        let end: Vec<u8> = text.iter().rev().take(CHOOSING).copied().collect();
        let mut choices = Bytes::new(&end);
        if runs && choices.chance(2) {
            ways::look(book, &customer, &mut choices);
        }
    });
}
