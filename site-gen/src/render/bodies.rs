//! Every text of a catalogue, checked: unknown references, broken links and images; and former addresses that are
//! taken.

use std::collections::BTreeSet;

use super::context::Context;
use super::markdown;
use crate::catalogue::{Body, Catalogue, Edition};
use crate::diagnostics::{Diagnostic, Diagnostics, Message};

/// Folders of the site that are no pages.
const RESERVED: &[&str] = &["_theme", "app", "assets", "data", "index.html", "tiers.css"];

/// Checks the bodies of all editions in all locales.
pub fn check(catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for version in 0..catalogue.editions.len() {
        for locale in &catalogue.locales {
            let today = catalogue.editions[version].from.first_day();
            let context = Context::new(catalogue, version, locale, today, None);
            check_aliases(catalogue, &context, &catalogue.editions[version], diagnostics);
            for body in bodies(&catalogue.editions[version], locale) {
                // The same text under the same version says the same in every locale that falls back to it.
                if seen.insert((version, body.file.clone())) {
                    diagnostics.extend(markdown::render(&context, "", body).1);
                }
            }
        }
    }
}

/// Former addresses that are something else's address.
fn check_aliases(
    catalogue: &Catalogue,
    context: &Context<'_>,
    edition: &Edition,
    diagnostics: &mut Diagnostics,
) {
    let mut seen = BTreeSet::new();
    macro_rules! kinds {
        ($($field:ident),*) => {
            $(for alias in edition.$field.iter().flat_map(|entry| &entry.aliases) {
                let first = alias.path.split('/').next().unwrap_or_default();
                let reserved = RESERVED.contains(&first) || catalogue.locales.iter().any(|locale| locale == first);
                let page = context.folders().contains(&format!("{}/", alias.path));
                let other = !seen.insert(alias.path.as_str());
                if reserved || page || other {
                    let message = Message::AliasTaken { text: alias.path.clone() };
                    diagnostics.push(Diagnostic::new(alias.place.clone(), message));
                }
            })*
        };
    }
    kinds!(
        metrics, currencies, categories, earn, pools, glossary, tiers, benefits, tasks, campaigns, rewards,
        segments, partners, faq, news, pages
    );
}

fn bodies<'a>(edition: &'a Edition, locale: &'a str) -> Vec<&'a Body> {
    let mut bodies = Vec::new();
    macro_rules! kinds {
        ($($field:ident),*) => {
            $(bodies.extend(edition.$field.iter().filter_map(|entry| entry.words(locale).body.as_ref()));)*
        };
    }
    kinds!(tiers, benefits, tasks, campaigns, rewards, segments, partners, faq, news, pages);
    bodies
}
