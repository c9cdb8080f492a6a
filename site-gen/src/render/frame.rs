//! What every page has: head, header, footer.

use super::address;
use super::context::Context;
use super::view::{Alternate, Link, LinkGroup, NavItem, NextVersion, Page, Version};

/// The page's place and words, from which its frame is made.
pub struct Head {
    /// Its folder below the locale's root: `tier/gold/`; empty for the home page.
    pub folder: String,
    /// `<h1>` and `<title>`.
    pub title: String,
    /// One sentence.
    pub description: Option<String>,
    /// The overview that it is below: its folder and title.
    pub above: Option<(&'static str, String)>,
}

/// The main menu: the folder of each overview and the key of its name.
const NAV: &[(&str, &str)] = &[
    ("tier/", "kind-tiers"),
    ("benefit/", "kind-benefits"),
    ("points/", "kind-points"),
    ("campaign/", "kind-campaigns"),
    ("segment/", "kind-segments"),
];

/// The footer: groups of overviews.
const FOOTER: &[(&str, &[(&str, &str)])] = &[
    (
        "group-programme",
        &[
            ("tier/", "kind-tiers"),
            ("compare/", "kind-compare"),
            ("benefit/", "kind-benefits"),
            ("segment/", "kind-segments"),
            ("partner/", "kind-partners"),
        ],
    ),
    (
        "group-points",
        &[
            ("points/", "kind-points"),
            ("reward/", "kind-rewards"),
            ("task/", "kind-tasks"),
            ("campaign/", "kind-campaigns"),
        ],
    ),
    (
        "group-help",
        &[
            ("simulator/", "kind-simulator"),
            ("faq/", "kind-faq"),
            ("glossary/", "kind-glossary"),
            ("news/", "kind-news"),
        ],
    ),
];

impl Context<'_> {
    /// The frame of a page.
    pub fn page(&self, head: Head) -> Page {
        let Head { folder, title, description, above } = head;
        let home =
            Link { text: self.edition.programme.name(self.locale).to_owned(), href: self.href(&folder, "") };
        let mut crumbs = Vec::new();
        if !folder.is_empty() {
            crumbs.push(Link { text: self.word("home"), href: home.href.clone() });
            crumbs.extend(above.map(|(above, text)| Link { text, href: self.href(&folder, above) }));
        }
        let path = format!("{}{folder}", self.prefix());
        Page {
            root: address::root(&path),
            locale: self.locale.to_owned(),
            title,
            description,
            programme: home,
            canonical: self.absolute(&path),
            alternates: self.alternates(&path, &folder),
            nav: self.nav(&folder),
            simulator: Some(Link {
                text: self.word("kind-simulator"),
                href: self.href(&folder, "simulator/"),
            }),
            crumbs,
            footer: self.footer(&folder),
            version: self.version_note(&folder),
            zone: self.catalogue.time_zone.clone(),
            tier_styles: address::href(&path, TIER_STYLES),
        }
    }

    /// An address with the site's base, where the programme says it.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        let site = self.catalogue.site.as_deref()?;
        Some(format!("{}/{path}", site.trim_end_matches('/')))
    }

    /// The same page in every locale.
    fn alternates(&self, path: &str, folder: &str) -> Vec<Alternate> {
        let locales = &self.catalogue.locales;
        let alternate = |locale: &String| {
            let target = format!("{}{folder}", address::prefix(locales, locale));
            Alternate {
                locale: locale.clone(),
                name: own_name(locale).to_owned(),
                href: address::href(path, &target),
                absolute: self.absolute(&target),
                current: locale == self.locale,
            }
        };
        locales.iter().map(alternate).collect()
    }

    fn nav(&self, folder: &str) -> Vec<NavItem> {
        let item = |&(target, key): &(&str, &str)| NavItem {
            text: self.word(key),
            href: self.href(folder, target),
            current: folder.starts_with(target),
        };
        let overviews = NAV.iter().filter(|(target, _)| self.has(target)).map(item);
        let pages = self.edition.pages.iter().filter(|page| page.extra.menu).map(|page| {
            let target = format!("page/{}/", page.key);
            NavItem {
                text: page.name(self.locale).to_owned(),
                href: self.href(folder, &target),
                current: folder == target,
            }
        });
        overviews.chain(pages).collect()
    }

    fn footer(&self, folder: &str) -> Vec<LinkGroup> {
        let link =
            |&(target, key): &(&str, &str)| Link { text: self.word(key), href: self.href(folder, target) };
        let mut groups: Vec<LinkGroup> = (FOOTER.iter())
            .map(|(title, links)| LinkGroup {
                title: self.word(title),
                links: links.iter().filter(|(target, _)| self.has(target)).map(link).collect(),
            })
            .collect();
        let mut about = vec![link(&("terms/", "kind-terms"))];
        about.extend(self.edition.pages.iter().map(|page| Link {
            text: page.name(self.locale).to_owned(),
            href: self.href(folder, &format!("page/{}/", page.key)),
        }));
        groups.push(LinkGroup { title: self.word("group-about"), links: about });
        groups.retain(|group| !group.links.is_empty());
        groups
    }

    /// Which rules the page shows, and which are announced.
    pub(super) fn version_note(&self, folder: &str) -> Version {
        let versions = &self.rules().versions;
        let next = versions.iter().find(|version| version.from > self.version.from);
        let next = next.map(|next| NextVersion {
            from: self.day(next.from.first_day()),
            href: Some(self.href(folder, &address::terms(next.from))),
        });
        Version { from: self.day(self.version.from.first_day()), next }
    }
}

/// The generated stylesheet with the tiers' colours, from the site's root.
pub const TIER_STYLES: &str = "tiers.css";

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
