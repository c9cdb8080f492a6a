//! Every text of a catalogue, checked: unknown references, broken links and images; and former addresses that are
//! taken.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::address::Route;
use super::context::Context;
use super::markdown;
use super::shared::{Build, Shared};
use crate::catalogue::{Body, Catalogue, Edition};
use crate::diagnostics::{Diagnostic, Diagnostics, Message};

/// Folders of the site that are no pages.
const RESERVED: &[&str] = &["_theme", "app", "assets", "data", "index.html", "tiers.css"];

/// How many bodies are checked in one go.
const AT_ONCE: usize = 64;

/// Checks the bodies of all editions in all locales, several at a time.
pub fn check(catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let shared = Shared::new(catalogue);
    let mut seen = HashSet::new();
    for (version, edition) in catalogue.editions.iter().enumerate() {
        let build = Build { catalogue, shared: &shared, today: edition.from.first_day(), theme: None };
        for locale in &catalogue.locales {
            let context = || build.context(version, locale, Route::Home);
            check_aliases(catalogue, &context(), edition, diagnostics);
            // The same text under the same version says the same in every locale that falls back to it.
            let mut bodies = bodies(edition, locale);
            bodies.retain(|body| seen.insert((version, Arc::clone(&body.file))));
            let found = bodies.par_chunks(AT_ONCE).map(|bodies| {
                let context = context();
                bodies.iter().flat_map(|body| markdown::check(&context, body)).collect::<Vec<_>>()
            });
            diagnostics.extend(found.collect::<Vec<_>>().into_iter().flatten());
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
    for alias in edition.all().flat_map(|entry| entry.aliases) {
        let first = alias.path.split('/').next().unwrap_or_default();
        let reserved = RESERVED.contains(&first) || catalogue.locales.iter().any(|locale| locale == first);
        let page = context.has_folder(&format!("{}/", alias.path));
        let other = !seen.insert(alias.path.as_str());
        if reserved || page || other {
            let message = Message::AliasTaken { text: alias.path.clone() };
            diagnostics.push(Diagnostic::new(alias.place.clone(), message));
        }
    }
}

fn bodies<'a>(edition: &'a Edition, locale: &str) -> Vec<&'a Body> {
    edition.all().filter_map(|entry| entry.words.get(locale).body.as_ref()).collect()
}
