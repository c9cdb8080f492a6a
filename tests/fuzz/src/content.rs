//! Files of a programme.
//!
//! A line `=== PATH` begins a file. Text before the first one that begins with `drafts` asks for drafts too.

use std::collections::BTreeMap;

use rulebook::model::{MetricSource, Unit};
use rulebook::{Customer, Number, RuleBook, Value};
use site_gen::content::{FileBytes, Folder};
use site_gen::diagnostics::{Wording, print};
use site_gen::programme::Programme;
use site_gen::render::rule_book;
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;

const FILE: &[u8] = b"=== ";

thread_local! {
    static WORDING: Wording = Wording::new("en");
    static TEMPLATES: Templates = Templates::load(&Theme::default()).expect("our own theme");
}

/// Reads and checks the files; shows what is wrong, or runs customers and says every rule.
pub fn run(bytes: &[u8]) {
    let drafts = bytes.starts_with(b"drafts");
    let programme = Programme::new(&Folder { files: files(bytes), problems: Vec::new() }, drafts);
    WORDING.with(|wording| {
        print::human(&programme.diagnostics, &programme.sources, wording, false);
        print::json(&programme.diagnostics, &programme.sources, wording);
    });
    assert_eq!(programme.catalogue.is_none(), programme.diagnostics.has_errors());
    let Some(catalogue) = programme.catalogue else { return };
    for customer in customers(&catalogue.book) {
        super::run::run(&catalogue.book, &customer);
    }
    let wire = catalogue.book.to_wire();
    assert_eq!(RuleBook::from_wire(&wire).as_ref(), Ok(&catalogue.book));
    TEMPLATES.with(|templates| {
        for locale in &catalogue.locales {
            if let Err(error) = rule_book::text(&catalogue, templates, locale) {
                panic!("{locale}: {error:?}");
            }
        }
    });
}

/// One without anything, one with everything.
fn customers(book: &RuleBook) -> [Customer; 2] {
    let first = &book.rules().versions[0];
    let mut rich = Customer::new(first.from, 24);
    for metric in &first.metrics {
        if matches!(metric.source, MetricSource::Input(_)) {
            let value = match metric.unit {
                Unit::Flag => Value::Flag(true),
                Unit::Date => Value::Date(Some(first.from.first_day())),
                _ => Value::Number(Number::from(123_456)),
            };
            rich.every.insert(metric.id, value);
        }
    }
    [Customer::new(first.from, 24), rich]
}

/// The files of an input, but for those of names that no folder can hold.
fn files(bytes: &[u8]) -> BTreeMap<String, FileBytes> {
    let mut files = BTreeMap::new();
    let mut current: Option<(String, Vec<u8>)> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(path) = line.strip_prefix(FILE) {
            files.extend(current.take().map(|(path, bytes)| (path, FileBytes::from(bytes))));
            let path = String::from_utf8_lossy(path.trim_ascii()).into_owned();
            let can_be = path.split('/').all(|name| !matches!(name, "" | "." | "..") && !name.contains('\0'));
            current = can_be.then(|| (path, Vec::new()));
        } else if let Some((_, bytes)) = &mut current {
            bytes.extend_from_slice(line);
        }
    }
    files.extend(current.map(|(path, bytes)| (path, FileBytes::from(bytes))));
    files
}

/// The input of which these are the files.
pub fn input(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut input = Vec::new();
    for (path, bytes) in files {
        input.extend_from_slice(FILE);
        input.extend_from_slice(path.as_bytes());
        input.push(b'\n');
        input.extend_from_slice(bytes);
        if !bytes.ends_with(b"\n") {
            input.push(b'\n');
        }
    }
    input
}
