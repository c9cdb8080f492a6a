//! What programs read: the sitemap, the robots' rules, and a feed of the notices. Addresses in them are absolute, so
//! the first and the last are made only where the programme says the address of its site.

use std::fmt::Write as _;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

use super::address::{self, FEED, Route, SITEMAP};
use super::context::Context;
use crate::catalogue::Catalogue;
use crate::content::shapes::TimeZone;

/// Where robots may go: everywhere.
pub fn robots(catalogue: &Catalogue) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(site) = base(catalogue) {
        let _ = writeln!(text, "Sitemap: {site}/{SITEMAP}");
    }
    text
}

/// The most addresses that a sitemap may hold, by its protocol.
pub const MOST_ADDRESSES: usize = 50_000;

/// Every page of every locale, by locale and folder below its root.
fn addresses<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    // The terms in force are at two addresses, of which `terms/` is the one to be found.
    let twice = Route::TermsFrom(context.version.from);
    let folders = context.index.routes.iter().filter(move |(_, route)| route.borrowed() != twice);
    let locales = &context.catalogue.locales;
    folders.flat_map(move |(folder, _)| locales.iter().map(|locale| (locale.as_str(), folder.as_str())))
}

/// How many sitemaps it takes to hold every address.
pub fn sitemaps(context: &Context<'_>) -> usize {
    addresses(context).count().div_ceil(MOST_ADDRESSES)
}

/// One of the sitemaps, counted from 0: pages with their translations.
pub fn sitemap(context: &Context<'_>, part: usize) -> Option<String> {
    let catalogue = context.catalogue;
    let site = base(catalogue)?;
    let absolute = |locale: &str, folder: &str| {
        let prefix = address::prefix(&catalogue.locales, locale);
        format!("{site}/{prefix}{folder}")
    };
    let url = |xml: &mut Xml, locale: &str, folder: &str| {
        xml.text("loc", &absolute(locale, folder))?;
        for other in catalogue.locales.iter().filter(|_| catalogue.locales.len() > 1) {
            let href = absolute(other, folder);
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", other), ("href", &href)])?;
        }
        Ok(())
    };
    let schemas = [("xmlns", SITEMAPS), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    Some(Xml::document("urlset", &schemas, |xml| {
        for (locale, folder) in addresses(context).skip(part * MOST_ADDRESSES).take(MOST_ADDRESSES) {
            xml.element("url", &[], |xml| url(xml, locale, folder))?;
            xml.line()?;
        }
        Ok(())
    }))
}

/// The index of so many sitemaps.
pub fn sitemap_index(catalogue: &Catalogue, parts: usize) -> Option<String> {
    let site = base(catalogue)?;
    Some(Xml::document("sitemapindex", &[("xmlns", SITEMAPS)], |xml| {
        for part in 0..parts {
            let address = format!("{site}/{}", address::sitemap_part(part));
            xml.element("sitemap", &[], |xml| xml.text("loc", &address))?;
            xml.line()?;
        }
        Ok(())
    }))
}

/// The schema of sitemaps and of their index.
const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The notices of a locale as an Atom feed; none without notices.
pub fn feed(context: &Context<'_>) -> Option<String> {
    let site = base(context.catalogue)?;
    let newest = context.edition.news.first()?;
    let root = format!("{site}/{}", context.prefix());
    let moment = |date: rulebook::Date| moment(date, &context.catalogue.time_zone);
    let programme = context.edition.programme.name(context.locale);
    let news = format!("{root}news/");
    let schema = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", context.locale)];
    Some(Xml::document("feed", &schema, |xml| {
        xml.text("title", &format!("{programme} · {}", context.word("kind-news")))?;
        xml.line()?;
        xml.text("id", &news)?;
        xml.line()?;
        let own = format!("{root}{FEED}");
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)])?;
        xml.line()?;
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &news)])?;
        xml.line()?;
        xml.text("updated", &moment(newest.extra.date))?;
        xml.line()?;
        xml.element("author", &[], |xml| xml.text("name", programme))?;
        xml.line()?;
        for entry in &context.edition.news {
            let texts = entry.texts(context.locale);
            let address = format!("{news}{}/", entry.key);
            xml.element("entry", &[], |xml| {
                xml.text("title", &texts.name)?;
                xml.text("id", &address)?;
                xml.empty("link", &[("href", &address)])?;
                xml.text("updated", &moment(entry.extra.date))?;
                texts.summary.iter().try_for_each(|summary| xml.text("summary", summary))
            })?;
            xml.line()?;
        }
        Ok(())
    }))
}

/// The address of the site, without a slash at its end.
fn base(catalogue: &Catalogue) -> Option<&str> {
    catalogue.site.as_deref().map(|site| site.trim_end_matches('/'))
}

/// The start of a day in a time zone, as feeds write it.
fn moment(date: rulebook::Date, zone: &TimeZone) -> String {
    zone.start_of(date).to_string()
}

/// An XML document that is being written. Lines end where [`Xml::line`] ends them.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole document with its root element.
    fn document(
        root: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> String {
        let mut xml = Self(Writer::new(Vec::new()));
        let write = |xml: &mut Self| {
            xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
            xml.line()?;
            xml.element(root, attributes, |xml| {
                xml.line()?;
                content(xml)
            })?;
            xml.line()
        };
        write(&mut xml).expect("memory takes what is written");
        String::from_utf8(xml.0.into_inner()).expect("texts are UTF-8")
    }

    /// An element with what stands in it.
    fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        let end = start.to_end().into_owned();
        self.0.write_event(Event::Start(start))?;
        content(self)?;
        self.0.write_event(Event::End(end))
    }

    /// An element with nothing in it.
    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let element = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Empty(element))
    }

    /// An element with a text, without the control characters that XML has no way to write.
    fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        self.element(name, &[], |xml| xml.0.write_event(Event::Text(BytesText::new(&text))))
    }

    /// Ends a line.
    fn line(&mut self) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::from_escaped("\n")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_starts_in_its_time_zone() {
        let zone = |name: &str| -> TimeZone { name.parse().expect("a time zone") };
        let day = "2026-11-16".parse().expect("a day");
        assert_eq!(moment(day, &zone("Asia/Shanghai")), "2026-11-15T16:00:00Z");
        assert_eq!(moment(day, &zone("UTC")), "2026-11-16T00:00:00Z");
    }

    #[test]
    fn texts_are_escaped() {
        let document =
            Xml::document("feed", &[("title", "\"A\" & B")], |xml| xml.text("t", "A & B <1>\u{1}"));
        assert!(document.contains("title=\"&quot;A&quot; &amp; B\""), "{document}");
        assert!(document.contains("<t>A &amp; B &lt;1&gt;</t>"), "{document}");
    }
}
