//! A customer's file: a byte that names one of the project's programmes, then TOML or JSON.

use rulebook::RuleBook;
use site_gen::catalogue::customer;
use site_gen::diagnostics::{Diagnostics, Sources, Wording, print};

use super::seeds;

thread_local! {
    static BOOKS: Vec<RuleBook> = seeds::books();
    static WORDING: Wording = Wording::new("en");
}

/// Reads the file; shows what is wrong, or runs the customer.
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
        if let Some(customer) = read {
            super::run::run(book, &customer);
        }
    });
}
