//! The names of an edition's things in a locale, with their addresses: the file that is published for the
//! simulator, and what rules are put into words with.

use std::collections::{BTreeMap, BTreeSet};

use rulebook::{Rules, TaskId};
use words::{Name, Names};

use super::address;
use super::lists::Lists;
use super::shared::{Build, Shared};
use crate::catalogue::{AnyEntry, Catalogue, Edition};
use crate::content::Kind;

/// The names under one version. Things that other versions have are named as well, without an address: a customer
/// may come across them in another month.
pub fn names(catalogue: &Catalogue, version: usize, locale: &str) -> Names {
    let shared = Shared::new(catalogue);
    let today = catalogue.editions[version].from.first_day();
    Build { catalogue, shared: &shared, today, theme: None }.names(version, locale).clone()
}

/// The names of all versions' things, the latest of each, without addresses.
pub(super) fn anywhere(build: Build<'_>, locale: &str) -> Names {
    let mut names = Names::new(locale, "");
    for edition in &build.catalogue.editions {
        add_all(&mut names, edition, build.shared, locale, |_, _| None);
    }
    names
}

/// The names under one version, laid over those of all versions.
pub(super) fn of_version(build: Build<'_>, version: usize, anywhere: &Names) -> Names {
    let edition = &build.catalogue.editions[version];
    let locale = &anywhere.locale;
    let mut names = Names { programme: edition.programme.name(locale).to_owned(), ..anywhere.clone() };
    let benefits = edition.benefits.iter().filter_map(|entry| entry.extra.category.as_deref());
    let rewards = edition.rewards.iter().filter_map(|entry| entry.extra.category.as_deref());
    let lists = Lists::of(edition.benefits.len());
    let shelves = Shelves { benefits: benefits.collect(), rewards: rewards.collect(), lists };
    add_all(&mut names, edition, build.shared, locale, |kind, id| shelves.address(kind, id));
    grants(&mut names, edition, locale);
    names
}

/// The categories that are shown, by the overview they are on.
struct Shelves<'a> {
    benefits: BTreeSet<&'a str>,
    rewards: BTreeSet<&'a str>,
    lists: Lists,
}

impl Shelves<'_> {
    /// Where a thing is, below the root of its locale.
    fn address(&self, kind: Kind, id: &str) -> Option<String> {
        let target = match kind {
            Kind::Category if self.benefits.contains(id) => address::category_of_benefits(id, self.lists),
            Kind::Category => address::category(id, self.rewards.contains(id)),
            _ => address::of(kind, id)?,
        };
        Some(target.to_string())
    }
}

fn add_all(
    names: &mut Names,
    edition: &Edition,
    shared: &Shared,
    locale: &str,
    href: impl Fn(Kind, &str) -> Option<String>,
) {
    for AnyEntry { kind, key, texts, .. } in edition.all() {
        let Some(named) = kind.names() else { continue };
        let texts = texts.get(locale);
        let hidden = kind == Kind::Task && shared.hides(key);
        // Only the hints beside figures and tasks are said outside of pages. Of a hidden task nothing is said but that
        // there is one.
        let is_said = matches!(kind, Kind::Metric | Kind::Task) && !hidden;
        let text = texts.summary.clone().or_else(|| texts.text.clone()).filter(|_| is_said);
        let href = if hidden { None } else { href(kind, key) };
        names.add(named, key, Name { name: texts.name.clone(), href, text, hidden });
    }
}

/// The tasks that any version hides.
pub(super) fn hidden(rules: &Rules) -> impl Iterator<Item = TaskId> {
    let tasks = rules.versions.iter().flat_map(|version| &version.tasks);
    tasks.filter(|task| task.hidden).map(|task| task.id)
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
