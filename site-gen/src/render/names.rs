//! The names of an edition's things in a locale, with their addresses: the file that is published for the
//! simulator, and what rules are put into words with.

use std::collections::BTreeMap;

use rulebook::RuleBook;
use words::{Name, Names};

use super::address;
use crate::catalogue::{Catalogue, Edition, Entry};

/// The names under one version. Things that other versions have are named as well, without an address: a customer
/// may come across them in another month.
pub fn names(catalogue: &Catalogue, version: usize, locale: &str) -> Names {
    let edition = &catalogue.editions[version];
    let mut names = Names::new(locale, edition.programme.name(locale));
    for other in catalogue.editions.iter().filter(|other| !std::ptr::eq(*other, edition)) {
        add_all(&mut names, other, &catalogue.book, locale, |_, _| None);
    }
    add_all(&mut names, edition, &catalogue.book, locale, |kind, id| address::of(edition, kind, id));
    grants(&mut names, edition, locale);
    names
}

fn add_all(
    names: &mut Names,
    edition: &Edition,
    book: &RuleBook,
    locale: &str,
    href: impl Fn(&str, &str) -> Option<String>,
) {
    let mut add = |kind: &str, id: &str, words: &crate::catalogue::Words, hidden: bool| {
        // Of a hidden task nothing is said but that there is one.
        let text = words.summary.clone().or_else(|| words.text.clone()).filter(|_| !hidden);
        let href = if hidden { None } else { href(kind, id) };
        names.add(kind, id, Name { name: words.name.clone(), href, text, hidden });
    };
    macro_rules! kinds {
        ($($kind:literal: $field:ident,)*) => {
            $(for entry in &edition.$field {
                add($kind, &entry.key, entry.words(locale), false);
            })*
        };
    }
    kinds! {
        "metric": metrics,
        "currency": currencies,
        "category": categories,
        "earn": earn,
        "pool": pools,
        "term": glossary,
        "tier": tiers,
        "benefit": benefits,
        "campaign": campaigns,
        "reward": rewards,
        "segment": segments,
        "partner": partners,
        "faq": faq,
        "news": news,
        "page": pages,
    }
    for task in &edition.tasks {
        add("task", &task.key, task.words(locale), is_hidden(book, task));
    }
}

/// Whether any version hides a task.
pub fn is_hidden<X>(book: &RuleBook, task: &Entry<X>) -> bool {
    let id = book.rules().ids.tasks.find(&task.key);
    let mut tasks = book.rules().versions.iter().flat_map(|version| &version.tasks);
    tasks.any(|other| Some(other.id) == id && other.hidden)
}

/// The authors' wordings of grants, inherited upward as the grants are.
fn grants(names: &mut Names, edition: &Edition, locale: &str) {
    for benefit in &edition.benefits {
        let texts: &BTreeMap<String, String> = benefit.extra.grant_texts.get(locale);
        let mut inherited: Option<&String> = None;
        for tier in &edition.tiers {
            if benefit.extra.granted.contains(&tier.key) {
                inherited = texts.get(&tier.key);
            }
            if let Some(text) = inherited {
                names.add_grant(&benefit.key, &tier.key, text.clone());
            }
        }
    }
}
