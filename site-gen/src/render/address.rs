//! Where things are: `/[LOCALE/]KIND/ID/`. A page's address is a value ([`Route`]) until a link is written: links are
//! relative, so that a site works under any path, but for those of the page that a server shows at any address.

use std::fmt;

use rulebook::Month;

use super::lists::{Lists, Numbered, Part};
use crate::content::Kind;

/// What a page shows, which decides its folder below the root of its locale. `K` is how ids are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route<K> {
    /// The home page.
    Home,
    /// The ladder.
    Tiers,
    /// One tier.
    Tier(K),
    /// The comparison matrix.
    Compare,
    /// The comparison matrix of one category, where the lists of benefits are split.
    CompareIn(Part<K>),
    /// All benefits.
    Benefits,
    /// The benefits of one category, where their lists are split.
    BenefitsIn(Part<K>),
    /// One benefit.
    Benefit(K),
    /// How currencies are earned.
    Points,
    /// The rewards mall.
    Rewards,
    /// Growth tasks.
    Tasks,
    /// All campaigns.
    Campaigns,
    /// One campaign.
    Campaign(K),
    /// All segments.
    Segments,
    /// One segment.
    Segment(K),
    /// All partners.
    Partners,
    /// All questions.
    Faq,
    /// The words of the programme.
    Glossary,
    /// All notices.
    News,
    /// One notice.
    Notice(K),
    /// The terms of the version in force.
    Terms,
    /// The terms of the version that is in force from a month on. Those of the version in force are at
    /// [`Route::Terms`] as well.
    TermsFrom(Month),
    /// The terms of benefits, where the lists of benefits are split.
    TermsOfBenefits {
        /// The first month of their version; none for the version in force.
        from: Option<Month>,
        /// Which page of them, from 1 on.
        page: usize,
    },
    /// The simulator.
    Simulator,
    /// A free page.
    Page(K),
    /// The page for an address that is none: a file, not a folder, which a server answers with at any depth.
    NotFound,
}

impl<K: AsRef<str>> Route<K> {
    /// This route with its id borrowed.
    pub fn borrowed(&self) -> Route<&str> {
        self.map(AsRef::as_ref)
    }

    /// The file of the page, below the root of its locale.
    pub fn file(&self) -> String {
        match self {
            Self::NotFound => "404.html".to_owned(),
            route => format!("{route}index.html"),
        }
    }
}

impl<K> Route<K> {
    /// This route with its id held in another way.
    fn map<'a, T>(&'a self, id: impl Fn(&'a K) -> T) -> Route<T> {
        match self {
            Self::Home => Route::Home,
            Self::Tiers => Route::Tiers,
            Self::Tier(tier) => Route::Tier(id(tier)),
            Self::Compare => Route::Compare,
            Self::CompareIn(part) => Route::CompareIn(part.map(id)),
            Self::Benefits => Route::Benefits,
            Self::BenefitsIn(part) => Route::BenefitsIn(part.map(id)),
            Self::Benefit(benefit) => Route::Benefit(id(benefit)),
            Self::Points => Route::Points,
            Self::Rewards => Route::Rewards,
            Self::Tasks => Route::Tasks,
            Self::Campaigns => Route::Campaigns,
            Self::Campaign(campaign) => Route::Campaign(id(campaign)),
            Self::Segments => Route::Segments,
            Self::Segment(segment) => Route::Segment(id(segment)),
            Self::Partners => Route::Partners,
            Self::Faq => Route::Faq,
            Self::Glossary => Route::Glossary,
            Self::News => Route::News,
            Self::Notice(notice) => Route::Notice(id(notice)),
            Self::Terms => Route::Terms,
            Self::TermsFrom(month) => Route::TermsFrom(*month),
            Self::TermsOfBenefits { from, page } => Route::TermsOfBenefits { from: *from, page: *page },
            Self::Simulator => Route::Simulator,
            Self::Page(page) => Route::Page(id(page)),
            Self::NotFound => Route::NotFound,
        }
    }

    /// The overview that the page is one of; the page itself, if it is an overview.
    pub fn overview(&self) -> Route<&'static str> {
        match self {
            Self::Home | Self::NotFound | Self::Page(_) => Route::Home,
            Self::Tiers | Self::Tier(_) => Route::Tiers,
            Self::Compare | Self::CompareIn(_) => Route::Compare,
            Self::Benefits | Self::BenefitsIn(_) | Self::Benefit(_) => Route::Benefits,
            Self::Points => Route::Points,
            Self::Rewards => Route::Rewards,
            Self::Tasks => Route::Tasks,
            Self::Campaigns | Self::Campaign(_) => Route::Campaigns,
            Self::Segments | Self::Segment(_) => Route::Segments,
            Self::Partners => Route::Partners,
            Self::Faq => Route::Faq,
            Self::Glossary => Route::Glossary,
            Self::News | Self::Notice(_) => Route::News,
            Self::Terms | Self::TermsFrom(_) | Self::TermsOfBenefits { .. } => Route::Terms,
            Self::Simulator => Route::Simulator,
        }
    }
}

impl Route<&str> {
    /// This route with its id owned, so that it outlives the entry that it was made from.
    pub fn owned(&self) -> Route<Box<str>> {
        self.map(|id| Box::from(*id))
    }
}

/// The folder below the root of the locale: `tier/gold/`; empty for the home page.
impl<K: AsRef<str>> fmt::Display for Route<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, id) = match self {
            Self::Home | Self::NotFound => return Ok(()),
            Self::Tiers => return f.write_str("tier/"),
            Self::Compare => return f.write_str("compare/"),
            Self::Benefits => return f.write_str("benefit/"),
            Self::Points => return f.write_str("points/"),
            Self::Rewards => return f.write_str("reward/"),
            Self::Tasks => return f.write_str("task/"),
            Self::Campaigns => return f.write_str("campaign/"),
            Self::Segments => return f.write_str("segment/"),
            Self::Partners => return f.write_str("partner/"),
            Self::Faq => return f.write_str("faq/"),
            Self::Glossary => return f.write_str("glossary/"),
            Self::News => return f.write_str("news/"),
            Self::Terms => return f.write_str("terms/"),
            Self::Simulator => return f.write_str("simulator/"),
            Self::TermsFrom(month) => return write!(f, "terms/{month}/"),
            Self::TermsOfBenefits { from, page } => {
                f.write_str("terms/")?;
                from.map_or(Ok(()), |month| write!(f, "{month}/"))?;
                return write!(f, "benefits/{}", Numbered(*page));
            }
            Self::CompareIn(part) => return write!(f, "compare/in/{part}"),
            // Benefits have no folders below theirs, so that one with the id `in` stands beside these.
            Self::BenefitsIn(part) => return write!(f, "benefit/in/{part}"),
            Self::Tier(id) => ("tier", id),
            Self::Benefit(id) => ("benefit", id),
            Self::Campaign(id) => ("campaign", id),
            Self::Segment(id) => ("segment", id),
            Self::Notice(id) => ("news", id),
            Self::Page(id) => ("page", id),
        };
        f.write_str(kind)?;
        f.write_str("/")?;
        f.write_str(id.as_ref())?;
        f.write_str("/")
    }
}

/// Where a link leads below the root of its locale: a page, or a thing on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// The page.
    pub route: Route<&'a str>,
    /// The anchor on it.
    pub anchor: Option<String>,
}

impl<'a> Target<'a> {
    fn on(route: Route<&'a str>, kind: Kind, id: &str) -> Self {
        Self { route, anchor: Some(anchor(kind, id)) }
    }
}

impl<'a> From<Route<&'a str>> for Target<'a> {
    fn from(route: Route<&'a str>) -> Self {
        Self { route, anchor: None }
    }
}

impl fmt::Display for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.route)?;
        match &self.anchor {
            Some(anchor) => write!(f, "#{anchor}"),
            None => Ok(()),
        }
    }
}

/// Where a thing is: on a page of its own, or at an anchor of its overview. `None` for a thing that is nowhere, and for
/// a category, whose page depends on what stands in it ([`category`], [`category_of_benefits`]).
pub fn of(kind: Kind, id: &str) -> Option<Target<'_>> {
    let on = |route| Target::on(route, kind, id);
    Some(match kind {
        Kind::Tier => Route::Tier(id).into(),
        Kind::Benefit => Route::Benefit(id).into(),
        Kind::Campaign => Route::Campaign(id).into(),
        Kind::Segment => Route::Segment(id).into(),
        Kind::News => Route::Notice(id).into(),
        Kind::Page => Route::Page(id).into(),
        Kind::Task => on(Route::Tasks),
        Kind::Reward => on(Route::Rewards),
        Kind::Partner => on(Route::Partners),
        Kind::Faq => on(Route::Faq),
        Kind::Currency | Kind::Earn => on(Route::Points),
        Kind::Term => on(Route::Glossary),
        Kind::Metric | Kind::Pool => on(Route::Terms),
        Kind::Programme | Kind::Category | Kind::Example => return None,
    })
}

/// Where a category of rewards is. An empty one is on no overview.
pub fn category(id: &str, rewards: bool) -> Target<'_> {
    if rewards { Target::on(Route::Rewards, Kind::Category, id) } else { Route::Home.into() }
}

/// Where a category of benefits is.
pub(super) fn category_of_benefits(id: &str, lists: Lists) -> Target<'_> {
    match lists {
        Lists::Whole => Target::on(Route::Benefits, Kind::Category, id),
        Lists::Split => Route::BenefitsIn(Part { category: Some(id), page: 1 }).into(),
    }
}

/// The anchor of a thing on its overview, and of its rule in the terms: kinds share pages, so it names the kind.
pub fn anchor(kind: Kind, id: &str) -> String {
    format!("{kind}-{id}")
}

/// The anchor of a part of the terms. No kind is called a part, so that no anchor of a thing begins like this.
pub fn part_anchor(part: &str) -> String {
    format!("part-{part}")
}

/// The prefix of a locale's pages: nothing for the default one.
pub fn prefix(locales: &[String], locale: &str) -> String {
    if locales.first().is_some_and(|default| default == locale) {
        String::new()
    } else {
        format!("{locale}/")
    }
}

/// The rule book that the simulator reads, from the site's root.
pub const RULE_BOOK: &str = "data/rule-book.bin";

/// A locale's names, which the simulator reads, from the site's root.
pub fn names(locale: &str) -> String {
    format!("data/names.{locale}.json")
}

/// The generated stylesheet with the tiers' colours, from the site's root.
pub const TIER_STYLES: &str = "tiers.css";

/// The sitemap, from the site's root.
pub const SITEMAP: &str = "sitemap.xml";

/// One of several sitemaps, counted from 0, from the site's root.
pub fn sitemap_part(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

/// The robots' rules, from the site's root.
pub const ROBOTS: &str = "robots.txt";

/// The feed of a locale's notices, from the locale's root.
pub const FEED: &str = "news/feed.xml";

/// What links of a page begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// They are relative to the page's folder, from the site's root.
    Relative(String),
    /// They are absolute: this is the path of the site's root, with a slash at its end.
    Absolute(String),
}

impl Base {
    /// The way to the site's root: `../` for each folder, or the root's path.
    pub fn root(&self) -> String {
        match self {
            Self::Relative(folder) => "../".repeat(folder.matches('/').count()),
            Self::Absolute(root) => root.clone(),
        }
    }

    /// The way to a target from the site's root.
    pub fn href(&self, target: &str) -> String {
        let (folder, anchor) =
            target.split_once('#').map_or((target, None), |(folder, anchor)| (folder, Some(anchor)));
        match (self, anchor) {
            (Self::Relative(here), Some(anchor)) if folder == here => format!("#{anchor}"),
            _ => {
                let mut way = self.root();
                way.push_str(target);
                if way.is_empty() { "./".to_owned() } else { way }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(page: &str, target: &str) -> String {
        Base::Relative(page.to_owned()).href(target)
    }

    #[test]
    fn links_are_relative_to_their_page() {
        assert_eq!(href("", ""), "./");
        assert_eq!(href("", "tier/gold/"), "tier/gold/");
        assert_eq!(href("en/tier/gold/", "en/"), "../../../en/");
        assert_eq!(href("tier/gold/", ""), "../../");
        assert_eq!(href("task/", "task/#task-first"), "#task-first");
        assert_eq!(href("terms/", "points/#earn-card"), "../points/#earn-card");
    }

    #[test]
    fn a_page_that_is_shown_anywhere_has_absolute_links() {
        let base = Base::Absolute("/club/".to_owned());
        assert_eq!(base.href(""), "/club/");
        assert_eq!(base.href("tier/"), "/club/tier/");
    }

    #[test]
    fn the_default_locale_has_no_prefix() {
        let locales = ["zh-CN".to_owned(), "en".to_owned()];
        assert_eq!(prefix(&locales, "zh-CN"), "");
        assert_eq!(prefix(&locales, "en"), "en/");
    }
}
