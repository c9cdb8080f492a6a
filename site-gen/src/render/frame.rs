//! What every page has: head, header, footer. Header and footer are most of a small page, and the same for all pages that
//! lie equally deep in the same section, but for the links to the page in other languages: they are rendered once,
//! with a mark where such a link names the page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rulebook::Month;

use super::address::{self, Route};
use super::context::Context;
use super::templates::TemplateError;
use super::view::{
    Alternate, FooterView, HeaderView, Html, Link, LinkGroup, NavItem, NextVersion, Page, Version,
};

/// The page's words, from which its frame is made.
pub struct Head {
    /// `<h1>` and `<title>`.
    pub title: String,
    /// One sentence.
    pub description: Option<String>,
    /// The overview that it is below, and its title.
    pub above: Option<(Route<&'static str>, String)>,
}

type Overview = (Route<&'static str>, &'static str);

/// The main menu: each overview and the key of its name.
const NAV: &[Overview] = &[
    (Route::Tiers, "kind-tiers"),
    (Route::Benefits, "kind-benefits"),
    (Route::Points, "kind-points"),
    (Route::Campaigns, "kind-campaigns"),
    (Route::Segments, "kind-segments"),
];

/// The footer: groups of overviews.
const FOOTER: &[(&str, &[Overview])] = &[
    (
        "group-programme",
        &[
            (Route::Tiers, "kind-tiers"),
            (Route::Compare, "kind-compare"),
            (Route::Benefits, "kind-benefits"),
            (Route::Segments, "kind-segments"),
            (Route::Partners, "kind-partners"),
        ],
    ),
    (
        "group-points",
        &[
            (Route::Points, "kind-points"),
            (Route::Rewards, "kind-rewards"),
            (Route::Tasks, "kind-tasks"),
            (Route::Campaigns, "kind-campaigns"),
        ],
    ),
    (
        "group-help",
        &[
            (Route::Simulator, "kind-simulator"),
            (Route::Faq, "kind-faq"),
            (Route::Glossary, "kind-glossary"),
            (Route::News, "kind-news"),
        ],
    ),
];

impl Context<'_> {
    /// The frame of the page.
    pub fn page(&self, head: Head) -> Page {
        self.page_showing(head, self)
    }

    /// The frame of the page, which shows another version than that in force.
    pub(super) fn page_showing(&self, head: Head, shown: &Context<'_>) -> Page {
        let Head { title, description, above } = head;
        let programme = self.edition.programme.name(self.locale).to_owned();
        let home = Link { text: programme, href: self.href(Route::Home) };
        let (header, footer) = self.around(&home, shown);
        let mut crumbs = Vec::new();
        if !matches!(self.route, Route::Home | Route::NotFound) {
            crumbs.push(Link { text: self.word("home"), href: home.href.clone() });
            crumbs.extend(above.map(|(above, text)| Link { text, href: self.href(above) }));
        }
        Page {
            root: self.base.root(),
            locale: self.locale.to_owned(),
            title,
            description,
            programme: home,
            canonical: self.absolute(self.canonical()),
            alternates: self.alternates(&self.route.to_string()),
            simulator: Some(self.simulator()),
            crumbs,
            header,
            footer,
            zone: self.catalogue.time_zone.name().to_owned(),
            tier_styles: self.file(address::TIER_STYLES),
        }
    }

    fn simulator(&self) -> Link {
        Link { text: self.word("kind-simulator"), href: self.href(Route::Simulator) }
    }

    /// The header and the footer, taken from an earlier page where one like it was rendered.
    fn around(&self, home: &Link, shown: &Context<'_>) -> (Html, Html) {
        let key = Alike {
            locale: self.locale.to_owned(),
            root: self.base.root(),
            section: self.nav_route().map(|route| route.to_string()),
            version: shown.version.from,
        };
        let known = self.build.shared.frames.get(&key);
        let frame = known.map_or_else(|| self.render_frame(home, shown), Ok);
        match frame {
            Ok(frame) => {
                let folder = self.route.to_string();
                let around = (Html(frame.header.join(&folder)), Html(frame.footer.clone()));
                self.build.shared.frames.keep(key, frame);
                around
            }
            Err(error) => {
                self.fail(error);
                (Html::default(), Html::default())
            }
        }
    }

    fn render_frame(&self, programme: &Link, shown: &Context<'_>) -> Result<Arc<Frame>, TemplateError> {
        let Some(templates) = self.build.theme else { return Ok(Arc::default()) };
        // On the home page of the default language a link to itself has no folder to name.
        let folder = if self.route.to_string().is_empty() { "" } else { FOLDER };
        let header = templates.render(&HeaderView {
            locale: self.locale.to_owned(),
            programme: programme.clone(),
            alternates: self.alternates(folder),
            nav: self.nav(),
            simulator: Some(self.simulator()),
            version: shown.version_note(),
        })?;
        let footer = templates.render(&FooterView {
            locale: self.locale.to_owned(),
            programme: programme.clone(),
            groups: self.footer(),
            version: shown.version_note(),
        })?;
        Ok(Arc::new(Frame { header: header.split(FOLDER).map(str::to_owned).collect(), footer }))
    }

    /// The route at which the page's content is to be found: the terms in force are at two.
    fn canonical(&self) -> Route<&str> {
        match self.route {
            Route::TermsFrom(month) if month == self.version.from => Route::Terms,
            route => route,
        }
    }

    /// The absolute address of a page, where the programme says its site's and the page has one.
    fn absolute(&self, route: Route<&str>) -> Option<String> {
        self.absolute_in(self.locale, route)
    }

    fn absolute_in(&self, locale: &str, route: Route<&str>) -> Option<String> {
        let site = self.catalogue.site.as_deref().filter(|_| route != Route::NotFound)?;
        let prefix = address::prefix(&self.catalogue.locales, locale);
        Some(format!("{}/{prefix}{route}", site.trim_end_matches('/')))
    }

    /// The page in every locale, by its folder there.
    fn alternates(&self, folder: &str) -> Vec<Alternate> {
        let locales = &self.catalogue.locales;
        let alternate = |locale: &String| Alternate {
            locale: locale.clone(),
            name: own_name(locale).to_owned(),
            href: self.file(&format!("{}{folder}", address::prefix(locales, locale))),
            absolute: self.absolute_in(locale, self.route),
            current: locale == self.locale,
        };
        locales.iter().map(alternate).collect()
    }

    /// The entry of the menu under which the page is.
    fn nav_route(&self) -> Option<Route<&str>> {
        let overview = self.route.overview();
        match self.route {
            Route::Page(_) => Some(self.route),
            _ => NAV.iter().find(|(target, _)| *target == overview).map(|(target, _)| *target),
        }
    }

    fn nav(&self) -> Vec<NavItem> {
        let item = |&(target, key): &Overview| NavItem {
            text: self.word(key),
            href: self.href(target),
            current: self.route.overview() == target,
        };
        let overviews = NAV.iter().filter(|(target, _)| self.has(*target)).map(item);
        let pages = self.edition.pages.iter().filter(|page| page.extra.menu).map(|page| {
            let target = Route::Page(page.key.as_str());
            NavItem {
                text: page.name(self.locale).to_owned(),
                href: self.href(target),
                current: self.route == target,
            }
        });
        overviews.chain(pages).collect()
    }

    fn footer(&self) -> Vec<LinkGroup> {
        let link = |&(target, key): &Overview| Link { text: self.word(key), href: self.href(target) };
        let mut groups: Vec<LinkGroup> = (FOOTER.iter())
            .map(|(title, links)| LinkGroup {
                title: self.word(title),
                links: links.iter().filter(|(target, _)| self.has(*target)).map(link).collect(),
            })
            .collect();
        let mut about = vec![link(&(Route::Terms, "kind-terms"))];
        about.extend(self.edition.pages.iter().map(|page| Link {
            text: page.name(self.locale).to_owned(),
            href: self.href(Route::Page(&*page.key)),
        }));
        groups.push(LinkGroup { title: self.word("group-about"), links: about });
        groups.retain(|group| !group.links.is_empty());
        groups
    }

    /// Which rules the page shows, and which are announced.
    pub(super) fn version_note(&self) -> Version {
        let versions = &self.rules().versions;
        let next = versions.iter().find(|version| version.from > self.version.from);
        let next = next.map(|next| NextVersion {
            from: self.day(next.from.first_day()),
            href: Some(self.href(Route::TermsFrom(next.from))),
        });
        Version { from: self.day(self.version.from.first_day()), next }
    }
}

/// Stands for the page's folder in a header. No address has such a character.
const FOLDER: &str = "\u{e000}";

/// The header, cut where the page's folder is to stand, and the footer of pages that are alike.
#[derive(Debug, Default)]
struct Frame {
    header: Vec<String>,
    footer: String,
}

/// What pages with the same header and footer have in common.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Alike {
    locale: String,
    /// The way to the site's root.
    root: String,
    /// The entry of the menu that is current.
    section: Option<String>,
    /// The first month of the version that the page shows.
    version: Month,
}

/// The headers and footers that were rendered so far.
#[derive(Debug, Default)]
pub(super) struct Frames(Mutex<HashMap<Alike, Arc<Frame>>>);

impl Frames {
    fn get(&self, key: &Alike) -> Option<Arc<Frame>> {
        self.0.lock().expect("nobody panics while holding the frames").get(key).cloned()
    }

    fn keep(&self, key: Alike, frame: Arc<Frame>) {
        self.0.lock().expect("nobody panics while holding the frames").entry(key).or_insert(frame);
    }
}

/// A language's name in itself.
fn own_name(locale: &str) -> &str {
    const NAMES: &[(&str, &str)] = &[
        ("zh-CN", "简体中文"),
        ("zh-TW", "繁體中文"),
        ("zh-HK", "繁體中文（香港）"),
        ("zh-Hans", "简体中文"),
        ("zh-Hant", "繁體中文"),
        ("zh", "中文"),
        ("en", "English"),
        ("ja", "日本語"),
        ("ko", "한국어"),
        ("de", "Deutsch"),
        ("fr", "Français"),
        ("es", "Español"),
        ("pt", "Português"),
        ("ms", "Bahasa Melayu"),
        ("id", "Bahasa Indonesia"),
        ("th", "ไทย"),
        ("vi", "Tiếng Việt"),
    ];
    let language = locale.split('-').next().unwrap_or(locale);
    let exact = NAMES.iter().find(|(tag, _)| *tag == locale);
    exact.or_else(|| NAMES.iter().find(|(tag, _)| *tag == language)).map_or(locale, |(_, name)| name)
}
