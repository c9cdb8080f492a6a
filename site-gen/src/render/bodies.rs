//! Every text of a catalogue, checked: unknown references, broken links and images; and former addresses that are
//! taken.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use rulebook::Rules;

use super::address::Route;
use super::context::Context;
use super::markdown;
use super::shared::{Build, Shared};
use crate::catalogue::{Alias, Body, Catalogue, Edition};
use crate::content::Kind;
use crate::content::value::Stretch;
use crate::diagnostics::{Diagnostic, Diagnostics, Message};

/// Folders of the site that are no pages.
const RESERVED: &[&str] = &["_theme", "app", "assets", "data", "index.html", "tiers.css"];

/// How many bodies are checked in one go.
const AT_ONCE: usize = 64;

/// What was found in the bodies of a catalogue when they were checked last.
#[derive(Default)]
pub struct Kept {
    referable: Option<Referable>,
    /// By version and file: the text, and what is wrong with it.
    found: HashMap<(usize, Arc<str>), (Stretch, Vec<Diagnostic>)>,
    /// By version.
    aliases: HashMap<usize, (Vec<Alias>, Vec<Diagnostic>)>,
}

/// All that a body can refer to beside itself. While it is the same, what is wrong with a body is the same.
struct Referable {
    rules: Rules,
    locales: Vec<String>,
    site: Option<String>,
    /// By version.
    editions: Vec<Things>,
}

/// What there is in a version.
struct Things {
    entries: Vec<(Kind, String)>,
    /// Paths of assets.
    assets: Vec<String>,
}

impl Referable {
    fn of(catalogue: &Catalogue) -> Self {
        Self {
            rules: catalogue.book.rules().clone(),
            locales: catalogue.locales.clone(),
            site: catalogue.site.clone(),
            editions: catalogue.editions.iter().map(Things::of).collect(),
        }
    }

    fn is_of(&self, catalogue: &Catalogue) -> bool {
        self.editions.len() == catalogue.editions.len()
            && self.locales == catalogue.locales
            && self.site == catalogue.site
            && self.editions.iter().zip(&catalogue.editions).all(|(things, edition)| things.are_of(edition))
            && self.rules == *catalogue.book.rules()
    }
}

impl Things {
    fn of(edition: &Edition) -> Self {
        Self {
            entries: edition.all().map(|entry| (entry.kind, entry.key.to_owned())).collect(),
            assets: edition.assets.keys().cloned().collect(),
        }
    }

    fn are_of(&self, edition: &Edition) -> bool {
        let entries = self.entries.iter().map(|(kind, key)| (*kind, key.as_str()));
        entries.eq(edition.all().map(|entry| (entry.kind, entry.key)))
            && self.assets.iter().eq(edition.assets.keys())
    }
}

/// Checks the bodies of all editions in all locales, several at a time. What was made of the catalogue to do so is what its
/// pages share.
pub fn check(catalogue: &Catalogue, diagnostics: &mut Diagnostics) -> Shared {
    check_with(catalogue, &mut Kept::default(), diagnostics)
}

/// Reports the mistakes of all bodies, but does not read a body again that is as it was when `kept` was filled, and that can still
/// refer to what it could then.
pub fn check_again(catalogue: &Catalogue, kept: &mut Kept, diagnostics: &mut Diagnostics) -> Shared {
    if !kept.referable.as_ref().is_some_and(|referable| referable.is_of(catalogue)) {
        *kept = Kept { referable: Some(Referable::of(catalogue)), ..Kept::default() };
    }
    check_with(catalogue, kept, diagnostics)
}

fn check_with(catalogue: &Catalogue, kept: &mut Kept, diagnostics: &mut Diagnostics) -> Shared {
    let shared = Shared::new(catalogue);
    let mut seen = HashSet::new();
    for (version, edition) in catalogue.editions.iter().enumerate() {
        let build = Build { catalogue, shared: &shared, today: edition.from.first_day(), theme: None };
        for locale in &catalogue.locales {
            let context = || build.context(version, locale, Route::Home);
            check_aliases(catalogue, context, version, kept, diagnostics);
            // A text of a version says the same in every locale that falls back to it, so that it is checked once.
            let mut bodies = bodies(edition, locale);
            bodies.retain(|body| seen.insert((version, &body.file)));
            let is_kept = |body: &&&Body| {
                let known = kept.found.get(&(version, Arc::clone(&body.file)));
                known.is_some_and(|(text, _)| text.is_same(&body.markdown))
            };
            let fresh: Vec<&Body> = bodies.iter().filter(|body| !is_kept(body)).copied().collect();
            let found = fresh.par_chunks(AT_ONCE).map(|bodies| {
                let context = context();
                let check = |body: &&Body| {
                    let found: Vec<_> = markdown::check(&context, body).into_iter().collect();
                    ((version, Arc::clone(&body.file)), (body.markdown.clone(), found))
                };
                bodies.iter().map(check).collect::<Vec<_>>()
            });
            let found: Vec<_> = found.collect();
            kept.found.extend(found.into_iter().flatten());
            for body in bodies {
                let known = kept.found.get(&(version, Arc::clone(&body.file)));
                diagnostics.extend(known.into_iter().flat_map(|(_, found)| found).cloned());
            }
        }
    }
    shared
}

/// Former addresses that are something else's address.
fn check_aliases<'a>(
    catalogue: &Catalogue,
    context: impl Fn() -> Context<'a>,
    version: usize,
    kept: &mut Kept,
    diagnostics: &mut Diagnostics,
) {
    let aliases: Vec<&Alias> = catalogue.editions[version].all().flat_map(|entry| entry.aliases).collect();
    if let Some((_, found)) =
        kept.aliases.get(&version).filter(|(known, _)| known.iter().eq(aliases.iter().copied()))
    {
        diagnostics.extend(found.iter().cloned());
        return;
    }
    let context = context();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for alias in &aliases {
        let first = alias.path.split('/').next().unwrap_or_default();
        let reserved = RESERVED.contains(&first) || catalogue.locales.iter().any(|locale| locale == first);
        let page = context.has_folder(&format!("{}/", alias.path));
        let other = !seen.insert(alias.path.as_str());
        if reserved || page || other {
            let message = Message::AliasTaken { text: alias.path.clone() };
            found.push(Diagnostic::new(alias.location.clone(), message));
        }
    }
    diagnostics.extend(found.iter().cloned());
    kept.aliases.insert(version, (aliases.into_iter().cloned().collect(), found));
}

fn bodies<'a>(edition: &'a Edition, locale: &str) -> Vec<&'a Body> {
    edition.all().filter_map(|entry| entry.texts.get(locale).body.as_ref()).collect()
}
