//! Every text of a catalogue, checked: unknown references, broken links and images.

use std::collections::BTreeSet;

use super::context::Context;
use super::markdown;
use crate::catalogue::{Body, Catalogue, Edition};
use crate::diagnostics::Diagnostics;

/// Checks the bodies of all editions in all locales.
pub fn check(catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for version in 0..catalogue.editions.len() {
        for locale in &catalogue.locales {
            let today = catalogue.editions[version].from.first_day();
            let context = Context::new(catalogue, version, locale, today, None);
            for body in bodies(&catalogue.editions[version], locale) {
                // The same text under the same version says the same in every locale that falls back to it.
                if seen.insert((version, body.file.clone())) {
                    diagnostics.extend(markdown::render(&context, "", body).1);
                }
            }
        }
    }
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
