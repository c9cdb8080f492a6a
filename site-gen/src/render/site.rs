//! All pages of a catalogue on a day, as a site in memory.

use std::collections::BTreeSet;

use rulebook::Date;

use super::colour::{Colour, tier_styles};
use super::context::Context;
use super::frame::TIER_STYLES;
use super::names::names;
use super::templates::{TemplateError, Templates};
use super::view::{Link, RedirectView, View};
use super::{address, feeds, pages};
use crate::catalogue::{Catalogue, Edition};
use crate::embedded::APP;
use crate::site::Site;

/// The folder of what the simulator reads: the rule book and a file of names for each locale.
pub const DATA: &str = "data";

/// Renders everything. `today` is the day of the build in the programme's time zone; the pages show the version in
/// force on it.
pub fn site(catalogue: &Catalogue, templates: &Templates, today: Date) -> Result<Site, TemplateError> {
    let version = catalogue.book.version_at(today.month());
    let edition = &catalogue.editions[version];
    let mut site = Site::default();
    for locale in &catalogue.locales {
        let context = Context::new(catalogue, version, locale, today, Some(templates));
        let mut writer = Writer { context: &context, templates, site: &mut site };
        pages::all(&mut writer)?;
        redirects(&mut writer, edition)?;
        if let Some(missing) = context.missing_word() {
            return Err(TemplateError::plain(missing.to_string()));
        }
        if let Some(feed) = feeds::feed(&context) {
            site.insert(format!("{}{}", context.prefix(), feeds::FEED), feed.into_bytes());
        }
        if let Some(sitemap) = feeds::sitemap(&context).filter(|_| context.prefix().is_empty()) {
            site.insert(feeds::SITEMAP, sitemap.into_bytes());
        }
        site.insert(names_file(locale), names(catalogue, version, locale).json());
    }
    let colours = edition
        .tiers
        .iter()
        .map(|tier| (tier.key.as_str(), tier.extra.colour.as_deref().and_then(Colour::parse)));
    site.insert(TIER_STYLES, tier_styles(colours).into_bytes());
    site.insert("robots.txt", feeds::robots(catalogue).into_bytes());
    site.insert(rule_book_file(), catalogue.book.to_wire());
    for (path, bytes) in &edition.assets {
        site.insert(format!("assets/{path}"), std::sync::Arc::clone(bytes));
    }
    for (path, bytes) in &templates.assets().files {
        site.insert(path.clone(), bytes.clone());
    }
    for (path, bytes) in APP.iter().flat_map(|app| app.files().collect::<Vec<_>>()) {
        site.insert(path, bytes);
    }
    Ok(site)
}

/// The rule book, from the site's root.
pub fn rule_book_file() -> String {
    format!("{DATA}/rule-book.bin")
}

/// A locale's names, from the site's root.
pub fn names_file(locale: &str) -> String {
    format!("{DATA}/names.{locale}.json")
}

/// Puts pages into a site.
pub struct Writer<'a, 'c> {
    /// What pages are filled from.
    pub context: &'a Context<'c>,
    /// What they are rendered with.
    pub templates: &'a Templates,
    site: &'a mut Site,
}

impl<'c> Writer<'_, 'c> {
    /// Renders a view as the page of a folder below the locale's root.
    pub fn page<V: View>(&mut self, folder: &str, view: &V) -> Result<(), TemplateError> {
        let path = format!("{}{folder}index.html", self.context.prefix());
        self.file(&path, view)
    }

    /// Renders a view as a file of its own, from the site's root.
    pub fn file<V: View>(&mut self, path: &str, view: &V) -> Result<(), TemplateError> {
        let html = self.templates.render(view)?;
        self.site.insert(path, html.into_bytes());
        Ok(())
    }

    /// What pages are filled from.
    pub fn context(&self) -> &Context<'c> {
        self.context
    }
}

/// A page at each former address that sends the browser on.
fn redirects(writer: &mut Writer<'_, '_>, edition: &Edition) -> Result<(), TemplateError> {
    let context = writer.context;
    let mut taken: BTreeSet<String> = context.folders().clone();
    let mut moved: Vec<(String, String, String)> = Vec::new();
    macro_rules! kinds {
        ($($kind:literal: $field:ident,)*) => {
            $(for entry in &edition.$field {
                let Some(target) = address::of(edition, $kind, &entry.key) else { continue };
                for alias in &entry.aliases {
                    moved.push((format!("{}/", alias.path), target.clone(), entry.name(context.locale).to_owned()));
                }
            })*
        };
    }
    kinds! {
        "metric": metrics, "currency": currencies, "category": categories, "earn": earn, "pool": pools,
        "term": glossary, "tier": tiers, "benefit": benefits, "task": tasks, "campaign": campaigns,
        "reward": rewards, "segment": segments, "partner": partners, "faq": faq, "news": news, "page": pages,
    }
    for (folder, target, text) in moved {
        // What is taken is reported by the checks.
        if taken.insert(folder.clone()) {
            let href = context.href(&folder, &target);
            let view = RedirectView { locale: context.locale.to_owned(), to: Link { text, href } };
            writer.page(&folder, &view)?;
        }
    }
    Ok(())
}
