//! What a page is filled from: one edition of the catalogue in one locale, on one day, seen from the page.

use std::cell::OnceCell;
use std::rc::Rc;

use rulebook::model::Version;
use rulebook::{Date, Rules, Validity};
use words::messages::FluentArgs;
use words::{Clause, Language, Name, Names, Speaker};

use super::address::{self, Base, Route, Target};
use super::rules::Ruled;
use super::shared::{Build, Index};
use super::templates::{TemplateError, Templates};
use super::view::{Day, Link, Rule, Status, TierMark, Timed};
use crate::catalogue::{Catalogue, Edition};
use crate::content::Kind;

/// An edition in a locale, seen from a page.
pub struct Context<'a> {
    /// The whole catalogue.
    pub catalogue: &'a Catalogue,
    /// What the site shows.
    pub edition: &'a Edition,
    /// The figures behind it.
    pub version: &'a Version,
    /// BCP 47.
    pub locale: &'a str,
    /// The page.
    pub route: Route<&'a str>,
    /// The day on which the site is built, in the programme's time zone.
    pub today: Date,
    pub(super) build: Build<'a>,
    pub(super) index: &'a Index,
    /// What links of the page begin with.
    pub(super) base: Base,
    prefix: String,
    names: &'a Names,
    language: &'a Language,
    theme: Option<&'a Templates>,
    /// The first mistake of the theme that was met.
    failure: Rc<OnceCell<TemplateError>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(build: Build<'a>, version: usize, locale: &'a str, route: Route<&'a str>) -> Self {
        let Build { catalogue, today, theme, .. } = build;
        let prefix = address::prefix(&catalogue.locales, locale);
        let base = match route {
            Route::NotFound => Base::Absolute(base_path(catalogue)),
            _ => Base::Relative(format!("{prefix}{route}")),
        };
        Self {
            catalogue,
            edition: &catalogue.editions[version],
            version: &catalogue.book.rules().versions[version],
            locale,
            route,
            today,
            build,
            index: build.index(version),
            base,
            prefix,
            names: build.names(version, locale),
            language: build.language(locale),
            theme,
            failure: Rc::default(),
        }
    }

    /// Another version, as seen from the same page.
    #[must_use]
    pub fn at_version(&self, version: usize) -> Self {
        let failure = Rc::clone(&self.failure);
        Self { failure, ..Self::new(self.build, version, self.locale, self.route) }
    }

    /// All rules.
    pub fn rules(&self) -> &'a Rules {
        self.catalogue.book.rules()
    }

    /// The rule of an entry, by its id.
    pub(super) fn rule<R: Ruled>(&self, key: &str) -> &'a R {
        self.index.rules.of(self.rules(), self.version, key)
    }

    /// The rule of an id, if the version has one.
    pub(super) fn find_rule<R: Ruled>(&self, id: &str) -> Option<&'a R> {
        self.index.rules.find(self.rules(), self.version, id)
    }

    /// Says rules in the page's language.
    pub fn speaker(&self) -> Speaker<'a> {
        Speaker::new(self.language, self.rules(), self.names)
    }

    /// The names of this edition's things.
    pub fn names(&self) -> &'a Names {
        self.names
    }

    /// The prefix of this locale's pages.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether there is a page in a folder below the root of the locale.
    pub fn has_folder(&self, folder: &str) -> bool {
        self.index.routes.contains_key(folder)
    }

    /// The way from the page to another one, or to a thing on it.
    pub fn href<'t>(&self, target: impl Into<Target<'t>>) -> String {
        self.href_below(&target.into().to_string())
    }

    /// The way from the page to an address below the root of the locale.
    pub(super) fn href_below(&self, target: &str) -> String {
        self.base.href(&format!("{}{target}", self.prefix))
    }

    /// The way from the page to a file, from the site's root.
    pub fn file(&self, path: &str) -> String {
        self.base.href(path)
    }

    /// A thing's name.
    pub fn name(&self, kind: Kind, id: &str) -> String {
        self.find_name(kind, id).map_or_else(|| id.to_owned(), |name| name.name.clone())
    }

    /// What is published of a thing's name, if it has one.
    pub(super) fn find_name(&self, kind: Kind, id: &str) -> Option<&'a Name> {
        self.names.get(kind.names()?, id)
    }

    /// A thing by name, linked from the page. `None` if it is nowhere, or may not be named.
    pub fn link(&self, kind: Kind, id: &str) -> Option<Link> {
        let name = self.find_name(kind, id).filter(|name| !name.hidden)?;
        let target = name.href.as_deref()?;
        Some(Link { text: name.name.clone(), href: self.href_below(target) })
    }

    /// A tier with its colour, linked from the page.
    pub fn tier_mark(&self, id: &str) -> TierMark {
        TierMark { id: id.to_owned(), name: self.name(Kind::Tier, id), href: self.href(Route::Tier(id)) }
    }

    /// The tier on a rung of the ladder, linked from the page.
    pub fn tier_at(&self, rung: usize) -> TierMark {
        self.tier_mark(&self.rules().ids.tiers[self.version.ladder[rung].id])
    }

    /// Whether a task may not be named.
    pub fn is_hidden_task(&self, id: &str) -> bool {
        self.build.shared.hides(id)
    }

    /// A day in the page's language.
    pub fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: self.speaker().date(date) }
    }

    /// When something is in force, if not always.
    pub fn timed(&self, validity: Validity) -> Option<Timed> {
        let text = self.speaker().validity(validity)?;
        let status = self.status(validity);
        let (from, to) = (validity.from.map(|day| self.day(day)), validity.to.map(|day| self.day(day)));
        Some(Timed { from, to, text, state: status })
    }

    /// Where something dated stands on the day of the build.
    pub fn status(&self, validity: Validity) -> Status {
        if validity.from.is_some_and(|from| self.today < from) {
            Status::Coming
        } else if validity.to.is_some_and(|to| self.today > to) {
            Status::Ended
        } else {
            Status::Running
        }
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
            self.fail(TemplateError::plain(error.to_string()));
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

    /// The theme's words for a key, with a count.
    pub fn count(&self, key: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", count);
        self.say(key, &args)
    }

    /// An icon that content asks for, if the theme has it.
    pub fn icon(&self, name: Option<&str>) -> Option<String> {
        name.filter(|name| self.theme.is_some_and(|theme| theme.has_icon(name))).map(str::to_owned)
    }

    /// Whether an overview is made: one without entries is neither made nor linked.
    pub fn has(&self, overview: Route<&str>) -> bool {
        self.has_folder(&overview.to_string())
    }

    /// An overview by its name, linked from the page, if it is made.
    pub fn overview(&self, overview: Route<&str>, key: &str) -> Option<Link> {
        self.has(overview).then(|| Link { text: self.word(key), href: self.href(overview) })
    }

    pub(super) fn fail(&self, error: TemplateError) {
        self.failure.get_or_init(|| error);
    }

    /// The first mistake that was met while the page was filled: a word that the theme lacks, a template of the frame that
    /// cannot be rendered, or a message about rules that cannot be said.
    pub fn failure(&self) -> Option<&TemplateError> {
        if let Some(error) = self.language.unsaid() {
            self.fail(TemplateError::plain(error.to_string()));
        }
        self.failure.get()
    }
}

/// A rule's clause as a view has it.
pub fn rule(clause: Clause) -> Rule {
    Rule { text: clause.text, parts: clause.parts.into_iter().map(rule).collect() }
}

/// The path of the site's base address; the server's root, where the programme does not say it.
fn base_path(catalogue: &Catalogue) -> String {
    let site = catalogue.site.as_deref().unwrap_or_default();
    let path = site.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.trim_end_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}
