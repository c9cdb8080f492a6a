//! All files of a catalogue's site on a day, each made when it is asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use rayon::prelude::*;
use rulebook::Date;

use super::address::{self, Base, Route};
use super::colour::tier_styles;
use super::context::Context;
use super::shared::{Build, Shared};
use super::templates::{TemplateError, Templates};
use super::view::{Link, RedirectView};
use super::{feeds, pages};
use crate::catalogue::Catalogue;
use crate::embedded::APP;
use crate::site::{Files, Site};

/// What each file of a site is. Nothing is rendered until a file is asked for. `C` and `T` are how the catalogue and
/// the theme are held.
pub struct Plan<C, T> {
    catalogue: C,
    templates: T,
    shared: Shared,
    today: Date,
    version: usize,
    files: BTreeMap<String, File>,
}

/// What a file is. Locales are places in the programme's list.
enum File {
    Page {
        locale: usize,
        route: Route<Box<str>>,
    },
    /// A former address, which sends the browser on.
    Moved(RedirectView),
    Names {
        locale: usize,
    },
    Feed {
        locale: usize,
    },
    /// One of the sitemaps, counted from 0.
    Sitemap(usize),
    /// The index of so many sitemaps.
    SitemapIndex(usize),
    Robots,
    TierStyles,
    RuleBook,
    Asset(Arc<[u8]>),
    /// One of the theme's, under the same path.
    Theme,
    App(&'static [u8]),
}

/// Renders everything. `today` is the day of the build in the programme's time zone; the pages show the version in
/// force on it.
pub fn site(catalogue: &Catalogue, templates: &Templates, today: Date) -> Result<Site, TemplateError> {
    Plan::new(catalogue, Shared::new(catalogue), templates, today).rendered()
}

impl<C: Deref<Target = Catalogue>, T: Deref<Target = Templates>> Plan<C, T> {
    /// Lists the files. `shared` was made of this very catalogue; `today` is the day of the build in the programme's time
    /// zone, and the pages show the version in force on it.
    pub fn new(catalogue: C, shared: Shared, templates: T, today: Date) -> Self {
        let version = catalogue.book.version_at(today.month());
        let mut plan = Self { catalogue, templates, shared, today, version, files: BTreeMap::new() };
        plan.list();
        plan
    }

    fn list(&mut self) {
        let mut files = Vec::new();
        let edition = &self.catalogue.editions[self.version];
        for (locale, tag) in self.catalogue.locales.iter().enumerate() {
            let prefix = address::prefix(&self.catalogue.locales, tag);
            let routes = self.build().index(self.version).routes.values().cloned();
            files.extend(
                routes
                    .chain([Route::NotFound])
                    .map(|route| (format!("{prefix}{}", route.file()), File::Page { locale, route })),
            );
            files.extend(self.moved(tag));
            if self.catalogue.site.is_some() && !edition.news.is_empty() {
                files.push((format!("{prefix}{}", address::FEED), File::Feed { locale }));
            }
            files.push((address::names(tag), File::Names { locale }));
        }
        if self.catalogue.site.is_some() {
            match feeds::sitemaps(&self.context(0, Route::Home)) {
                1 => files.push((address::SITEMAP.to_owned(), File::Sitemap(0))),
                parts => {
                    files.push((address::SITEMAP.to_owned(), File::SitemapIndex(parts)));
                    files.extend((0..parts).map(|part| (address::sitemap_part(part), File::Sitemap(part))));
                }
            }
        }
        files.push((address::TIER_STYLES.to_owned(), File::TierStyles));
        files.push((address::ROBOTS.to_owned(), File::Robots));
        files.push((address::RULE_BOOK.to_owned(), File::RuleBook));
        let assets = edition.assets.iter();
        files.extend(assets.map(|(path, bytes)| (format!("assets/{path}"), File::Asset(Arc::clone(bytes)))));
        files.extend(self.templates.assets().files.keys().map(|path| (path.clone(), File::Theme)));
        let app = APP.iter().flat_map(|app| app.files().collect::<Vec<_>>());
        files.extend(app.map(|(path, bytes)| (path, File::App(bytes))));
        for (path, file) in files {
            // Two files at one address are a bug or an alias that the checks let through.
            assert!(!self.files.contains_key(&path), "two files at {path}");
            self.files.insert(path, file);
        }
    }

    /// The folder of the theme's files, named by a hash of them.
    pub fn theme_folder(&self) -> &str {
        &self.templates.assets().folder
    }

    /// How many of the files are pages.
    pub fn pages(&self) -> usize {
        self.files.values().filter(|file| matches!(file, File::Page { .. } | File::Moved(_))).count()
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    fn build(&self) -> Build<'_> {
        Build {
            catalogue: &self.catalogue,
            shared: &self.shared,
            today: self.today,
            theme: Some(&self.templates),
        }
    }

    fn context<'a>(&'a self, locale: usize, route: Route<&'a str>) -> Context<'a> {
        self.build().context(self.version, &self.catalogue.locales[locale], route)
    }

    fn bytes(&self, path: &str, file: &File) -> Result<Vec<u8>, TemplateError> {
        Ok(match file {
            File::Page { locale, route } => {
                let context = self.context(*locale, route.borrowed());
                pages::render(&context, &self.templates)?.into_bytes()
            }
            File::Moved(view) => self.templates.render(view)?.into_bytes(),
            File::Names { locale } => {
                self.build().names(self.version, &self.catalogue.locales[*locale]).json()
            }
            File::Feed { locale } => {
                let context = self.context(*locale, Route::News);
                let feed = feeds::feed(&context).unwrap_or_default();
                match context.failure() {
                    Some(failure) => return Err(failure.clone()),
                    None => feed.into_bytes(),
                }
            }
            File::Sitemap(part) => {
                feeds::sitemap(&self.context(0, Route::Home), *part).unwrap_or_default().into_bytes()
            }
            File::SitemapIndex(parts) => {
                feeds::sitemap_index(&self.catalogue, *parts).unwrap_or_default().into_bytes()
            }
            File::Robots => feeds::robots(&self.catalogue).into_bytes(),
            File::TierStyles => {
                let tiers = &self.catalogue.editions[self.version].tiers;
                let colours = tiers.iter().map(|tier| (tier.key.as_str(), tier.extra.colour));
                tier_styles(self.templates.surfaces(), colours).into_bytes()
            }
            File::RuleBook => self.catalogue.book.to_wire(),
            File::Asset(bytes) => bytes.to_vec(),
            File::Theme => self.templates.assets().files[path].clone(),
            File::App(bytes) => bytes.to_vec(),
        })
    }

    /// A page at each former address that sends the browser on.
    fn moved(&self, locale: &str) -> Vec<(String, File)> {
        let build = self.build();
        let edition = &self.catalogue.editions[self.version];
        let names = build.names(self.version, locale);
        let prefix = address::prefix(&self.catalogue.locales, locale);
        let mut moved = BTreeMap::new();
        for entry in edition.all().filter(|entry| !entry.aliases.is_empty()) {
            let name = entry.kind.names().and_then(|kind| names.get(kind, entry.key));
            let href = name.and_then(|name| name.href.as_deref());
            let Some(target) = href else { continue };
            for alias in entry.aliases {
                let folder = format!("{}/", alias.path);
                // What is taken is reported by the checks.
                if !build.index(self.version).routes.contains_key(&folder) {
                    let folder = format!("{prefix}{folder}");
                    let href = Base::Relative(folder.clone()).href(&format!("{prefix}{target}"));
                    let to = Link { text: entry.texts.get(locale).name.clone(), href };
                    let view = RedirectView { locale: locale.to_owned(), to };
                    moved.entry(format!("{folder}index.html")).or_insert(File::Moved(view));
                }
            }
        }
        moved.into_iter().collect()
    }
}

impl<C, T> Plan<C, T>
where
    C: Deref<Target = Catalogue> + Sync,
    T: Deref<Target = Templates> + Sync,
{
    /// Renders everything.
    pub fn rendered(&self) -> Result<Site, TemplateError> {
        let file = |(path, file): (&String, &File)| Ok((path.clone(), Arc::from(self.bytes(path, file)?)));
        Ok(Site { files: self.files.par_iter().map(file).collect::<Result<_, TemplateError>>()? })
    }
}

impl<C, T> Files for Plan<C, T>
where
    C: Deref<Target = Catalogue> + Sync,
    T: Deref<Target = Templates> + Sync,
{
    type Error = TemplateError;

    fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, TemplateError>> {
        let file = self.files.get(path)?;
        Some(match file {
            File::Asset(bytes) => Ok(Cow::Borrowed(bytes)),
            File::App(bytes) => Ok(Cow::Borrowed(bytes)),
            File::Theme => Ok(Cow::Borrowed(&self.templates.assets().files[path])),
            file => self.bytes(path, file).map(Cow::Owned),
        })
    }
}
