//! What views share: the frame of a page, links, dates, rules in words.

use serde::Serialize;

/// HTML that is written into the page as it is. Only the stage that renders and sanitises Markdown makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// A text with an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// The address, relative to the page it stands on.
    pub href: String,
}

/// A calendar day of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// `2026-03-01`, for the `datetime` attribute and the script.
    pub iso: String,
    /// As the page's language writes it.
    pub text: String,
}

/// A label and its value: a row of a list of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// How much, how long, when.
    pub value: String,
}

/// Where something dated stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its first day is still ahead.
    Coming,
    /// The day is within it.
    Running,
    /// Its last day is over.
    Ended,
}

/// Something that runs for a time. The state is that of the day of the build; the theme's script renews it on the
/// day of the reader, in the programme's time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timed {
    /// First day; absent: since ever.
    pub from: Option<Day>,
    /// Last day, inclusive; absent: until further notice.
    pub to: Option<Day>,
    /// First and last day in words: "2026年3月10日 – 4月20日".
    pub text: String,
    /// Whether it has begun or ended on the day of the build.
    pub state: Status,
}

/// A rule in words. A condition with parts is a sentence that ends in a colon, followed by them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// The sentence.
    pub text: String,
    /// What it is made of, to any depth.
    pub parts: Vec<Rule>,
}

/// A tier by name, with the colour that `tier-ID` of the generated stylesheet gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TierMark {
    /// The tier's id, in the class `tier-ID`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
}

/// What a tier has of something that differs by tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TierValue {
    /// Whose.
    pub tier: TierMark,
    /// How much: "1.5 倍", "10,800 积分".
    pub text: String,
}

/// What every page has: its head, header and footer.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// The way from the page to the site's root: empty there, else as many `../` as the page is deep.
    pub root: String,
    /// The page's language, BCP 47.
    pub locale: String,
    /// `<h1>` and, with the programme's name, `<title>`. The home page's is the programme's name.
    pub title: String,
    /// For search engines and previews; one sentence.
    pub description: Option<String>,
    /// The programme's name, linked to the home page of this language.
    pub programme: Link,
    /// The page's absolute address, where the programme says its site's.
    pub canonical: Option<String>,
    /// Where the page is in every language, that of the page included. One entry: no switch is shown.
    pub alternates: Vec<Alternate>,
    /// The simulator.
    pub simulator: Option<Link>,
    /// The way down from the home page, without the page itself. Empty: none is shown.
    pub crumbs: Vec<Link>,
    /// The rendered [`HeaderView`].
    pub header: Html,
    /// The rendered [`FooterView`].
    pub footer: Html,
    /// IANA name of the programme's time zone, in which the script reckons days.
    pub zone: String,
    /// The generated stylesheet with the tiers' colours ([`crate::render::colour::tier_styles`]), relative.
    pub tier_styles: String,
}

/// `header.html`: the top of pages that lie equally deep in the same section.
#[derive(Clone, Debug, Serialize)]
pub struct HeaderView {
    /// The language, BCP 47.
    pub locale: String,
    /// The programme's name, linked to the home page of this language.
    pub programme: Link,
    /// Where the page is in every language, that of the page included. One entry: no switch is shown.
    pub alternates: Vec<Alternate>,
    /// The main menu.
    pub nav: Vec<NavItem>,
    /// The simulator, which the header offers apart from the menu.
    pub simulator: Option<Link>,
    /// The rules that the page shows.
    pub version: Version,
}

/// `footer.html`: the foot of pages that lie equally deep.
#[derive(Clone, Debug, Serialize)]
pub struct FooterView {
    /// The language, BCP 47.
    pub locale: String,
    /// The programme's name, linked to the home page of this language.
    pub programme: Link,
    /// The lists of links: all overviews, the terms, contact, privacy, feedback.
    pub groups: Vec<LinkGroup>,
    /// The rules that the page shows.
    pub version: Version,
}

/// The page in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// BCP 47.
    pub locale: String,
    /// The language's name in itself: "简体中文", "English".
    pub name: String,
    /// The address, relative.
    pub href: String,
    /// The absolute address for `hreflang`, which must be; absent where the site's base is unknown.
    pub absolute: Option<String>,
    /// It is the language of this page.
    pub current: bool,
}

/// An entry of the main menu.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// The words.
    pub text: String,
    /// The address, relative.
    pub href: String,
    /// The page is this one, or below it.
    pub current: bool,
}

/// A titled list of links.
#[derive(Clone, Debug, Serialize)]
pub struct LinkGroup {
    /// Its title.
    pub title: String,
    /// The links.
    pub links: Vec<Link>,
}

/// The version of the rules that a page was made from.
#[derive(Clone, Debug, Serialize)]
pub struct Version {
    /// In force since.
    pub from: Day,
    /// What follows, if it is already known.
    pub next: Option<NextVersion>,
}

/// A version of the rules that is announced. From its first day on the page says that it shows the rules before.
#[derive(Clone, Debug, Serialize)]
pub struct NextVersion {
    /// In force from.
    pub from: Day,
    /// Where the change is described: a notice, or the terms.
    pub href: Option<String>,
}

/// Where a page of a list stands among the list's pages.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    /// Which page this is, from 1 on.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}
