//! What pages are filled from: one edition of the catalogue in one locale, on one day.

use std::cell::RefCell;
use std::collections::BTreeSet;

use fluent_bundle::FluentArgs;
use rulebook::model::Version;
use rulebook::{Date, Rules, Validity};
use words::{Clause, Language, Names, Speaker};

use super::address;
use super::names::{is_hidden, names};
use super::templates::Templates;
use super::view::{Day, Link, Rule, State, TierMark, Timed};
use super::words::WordsError;
use crate::catalogue::{Catalogue, Edition};

/// An edition in a locale.
pub struct Context<'a> {
    /// The whole catalogue.
    pub catalogue: &'a Catalogue,
    /// What the site shows.
    pub edition: &'a Edition,
    /// The figures behind it.
    pub version: &'a Version,
    /// BCP 47.
    pub locale: &'a str,
    /// The day on which the site is built, in the programme's time zone.
    pub today: Date,
    names: Names,
    language: Language,
    folders: BTreeSet<String>,
    theme: Option<&'a Templates>,
    /// Words that the theme lacks: told once all pages are filled.
    missing: RefCell<Option<WordsError>>,
}

impl<'a> Context<'a> {
    /// The version at a place of the rule book, in a locale. Without a theme it can say rules and find addresses, but
    /// fill no page.
    pub fn new(
        catalogue: &'a Catalogue,
        version: usize,
        locale: &'a str,
        today: Date,
        theme: Option<&'a Templates>,
    ) -> Self {
        let edition = &catalogue.editions[version];
        Self {
            catalogue,
            edition,
            version: &catalogue.book.rules().versions[version],
            locale,
            today,
            names: names(catalogue, version, locale),
            language: Language::of(locale),
            folders: folders(edition).union(&dated_terms(catalogue.book.rules())).cloned().collect(),
            theme,
            missing: RefCell::new(None),
        }
    }

    /// Another version, as seen from this one.
    #[must_use]
    pub fn at_version(&self, version: usize) -> Self {
        Self::new(self.catalogue, version, self.locale, self.today, self.theme)
    }

    /// All rules.
    pub fn rules(&self) -> &'a Rules {
        self.catalogue.book.rules()
    }

    /// Says rules in the page's language.
    pub fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.language, self.rules(), &self.names)
    }

    /// The names of this edition's things.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The prefix of this locale's pages.
    pub fn prefix(&self) -> String {
        address::prefix(&self.catalogue.locales, self.locale)
    }

    /// The pages of a locale, as folders below its root.
    pub fn folders(&self) -> &BTreeSet<String> {
        &self.folders
    }

    /// The way from a page (a folder below the locale's root) to an address below the locale's root.
    pub fn href(&self, page: &str, target: &str) -> String {
        let prefix = self.prefix();
        address::href(&format!("{prefix}{page}"), &format!("{prefix}{target}"))
    }

    /// A thing's name.
    pub fn name(&self, kind: &str, id: &str) -> String {
        self.names.get(kind, id).map_or_else(|| id.to_owned(), |name| name.name.clone())
    }

    /// A thing by name, linked from a page. `None` if it is nowhere, or may not be named.
    pub fn link(&self, page: &str, kind: &str, id: &str) -> Option<Link> {
        let name = self.names.get(kind, id).filter(|name| !name.hidden)?;
        let target = name.href.as_deref()?;
        Some(Link { text: name.name.clone(), href: self.href(page, target) })
    }

    /// A tier with its colour, linked from a page.
    pub fn tier_mark(&self, page: &str, id: &str) -> TierMark {
        let href = self.href(page, &format!("tier/{id}/"));
        TierMark { id: id.to_owned(), name: self.name("tier", id), href }
    }

    /// The tier at a place of the ladder, linked from a page.
    pub fn tier_at(&self, page: &str, place: usize) -> TierMark {
        self.tier_mark(page, &self.rules().ids.tiers[self.version.ladder[place].id])
    }

    /// Whether a task may not be named.
    pub fn is_hidden_task(&self, id: &str) -> bool {
        let task = self.edition.tasks.iter().find(|task| task.key == id);
        task.is_some_and(|task| is_hidden(&self.catalogue.book, task))
    }

    /// A day in the page's language.
    pub fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: self.speaker().date(date) }
    }

    /// When something is in force, if not always.
    pub fn timed(&self, validity: Validity) -> Option<Timed> {
        let text = self.speaker().validity(validity)?;
        let state = if validity.from.is_some_and(|from| self.today < from) {
            State::Coming
        } else if validity.to.is_some_and(|to| self.today > to) {
            State::Ended
        } else {
            State::Running
        };
        let (from, to) = (validity.from.map(|day| self.day(day)), validity.to.map(|day| self.day(day)));
        Some(Timed { from, to, text, state })
    }

    /// The theme's words for a key.
    pub fn word(&self, key: &str) -> String {
        self.say(key, &FluentArgs::new())
    }

    /// The theme's words for a key, with arguments.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let words = self.theme.map(|theme| theme.words(self.locale));
        let said = words.map_or_else(|| Ok(key.to_owned()), |words| words.say(key, args));
        said.unwrap_or_else(|error| {
            self.missing.borrow_mut().get_or_insert(error);
            key.to_owned()
        })
    }

    /// The theme's words for a key, with texts filled in.
    pub fn fill(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for &(name, text) in texts {
            args.set(name, text);
        }
        self.say(key, &args)
    }

    /// An icon that content asks for, if the theme has it.
    pub fn icon(&self, name: Option<&str>) -> Option<String> {
        name.filter(|name| self.theme.is_some_and(|theme| theme.has_icon(name))).map(str::to_owned)
    }

    /// Whether an overview is made: one without entries is neither made nor linked.
    pub fn has(&self, overview: &str) -> bool {
        self.folders.contains(overview)
    }

    /// An overview by its name, linked from a page, if it is made.
    pub fn overview(&self, page: &str, overview: &str, key: &str) -> Option<Link> {
        self.has(overview).then(|| Link { text: self.word(key), href: self.href(page, overview) })
    }

    /// The first word that the theme lacked.
    pub fn missing_word(&self) -> Option<WordsError> {
        self.missing.borrow().clone()
    }
}

/// A rule's clause as a view has it.
pub fn rule(clause: Clause) -> Rule {
    Rule { text: clause.text, parts: clause.parts.into_iter().map(rule).collect() }
}

/// The terms of each version; with one version there is nothing to tell apart.
fn dated_terms(rules: &Rules) -> BTreeSet<String> {
    let versions = rules.versions.iter().filter(|_| rules.versions.len() > 1);
    versions.map(|version| address::terms(version.from)).collect()
}

/// Every page of an edition, as folders below the locale's root. An overview without entries is not made.
fn folders(edition: &Edition) -> BTreeSet<String> {
    let overviews = [
        ("", true),
        ("tier/", true),
        ("compare/", !edition.benefits.is_empty()),
        ("benefit/", !edition.benefits.is_empty()),
        ("points/", !edition.currencies.is_empty()),
        ("reward/", !edition.rewards.is_empty()),
        ("task/", !edition.tasks.is_empty()),
        ("campaign/", !edition.campaigns.is_empty()),
        ("segment/", !edition.segments.is_empty()),
        ("partner/", !edition.partners.is_empty()),
        ("faq/", !edition.faq.is_empty()),
        ("glossary/", !edition.glossary.is_empty()),
        ("news/", !edition.news.is_empty()),
        ("terms/", true),
        ("simulator/", true),
    ];
    let made = overviews.iter().filter(|(_, made)| *made);
    let mut folders: BTreeSet<String> = made.map(|&(folder, _)| folder.to_owned()).collect();
    folders.extend(edition.tiers.iter().map(|entry| format!("tier/{}/", entry.key)));
    folders.extend(edition.benefits.iter().map(|entry| format!("benefit/{}/", entry.key)));
    folders.extend(edition.campaigns.iter().map(|entry| format!("campaign/{}/", entry.key)));
    folders.extend(edition.segments.iter().map(|entry| format!("segment/{}/", entry.key)));
    folders.extend(edition.news.iter().map(|entry| format!("news/{}/", entry.key)));
    folders.extend(edition.pages.iter().map(|entry| format!("page/{}/", entry.key)));
    folders
}
