//! What programs read: the sitemap, the robots' rules, and a feed of the notices. Addresses in them are absolute, so
//! the first and the last are made only where the programme says the address of its site.

use std::fmt::Write;

use super::address::{self, FEED, Route, SITEMAP};
use super::context::Context;
use super::markdown::escape;
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

/// Every page of every locale, with its translations.
pub fn sitemap(context: &Context<'_>) -> Option<String> {
    let catalogue = context.catalogue;
    let site = base(catalogue)?;
    let absolute = |locale: &str, folder: &str| {
        let prefix = address::prefix(&catalogue.locales, locale);
        escape(&format!("{site}/{prefix}{folder}")).into_owned()
    };
    let mut text = concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
        " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    )
    .to_owned();
    // The terms in force are at two addresses, of which `terms/` is the one to be found.
    let twice = Route::TermsFrom(context.version.from);
    for (folder, _) in context.index.routes.iter().filter(|(_, route)| route.borrowed() != twice) {
        for locale in &catalogue.locales {
            let _ = write!(text, "<url><loc>{}</loc>", absolute(locale, folder));
            for other in catalogue.locales.iter().filter(|_| catalogue.locales.len() > 1) {
                let href = absolute(other, folder);
                let _ = write!(
                    text,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\"/>",
                    escape(other),
                );
            }
            text.push_str("</url>\n");
        }
    }
    text.push_str("</urlset>\n");
    Some(text)
}

/// The notices of a locale as an Atom feed; none without notices.
pub fn feed(context: &Context<'_>) -> Option<String> {
    let site = base(context.catalogue)?;
    let newest = context.edition.news.first()?;
    let root = format!("{site}/{}", context.prefix());
    let moment = |date: rulebook::Date| moment(date, &context.catalogue.time_zone);
    let programme = xml(context.edition.programme.name(context.locale));
    let mut text = format!(
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{locale}\">\n",
            "<title>{programme} · {title}</title>\n",
            "<id>{root}news/</id>\n",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{root}{feed}\"/>\n",
            "<link rel=\"alternate\" type=\"text/html\" href=\"{root}news/\"/>\n",
            "<updated>{updated}</updated>\n",
            "<author><name>{programme}</name></author>\n",
        ),
        locale = escape(context.locale),
        programme = programme,
        title = xml(&context.word("kind-news")),
        root = escape(&root),
        feed = FEED,
        updated = moment(newest.extra.date),
    );
    for entry in &context.edition.news {
        let texts = entry.texts(context.locale);
        let address = escape(&format!("{root}news/{}/", entry.key)).into_owned();
        let _ = write!(
            text,
            "<entry><title>{}</title><id>{address}</id><link href=\"{address}\"/><updated>{}</updated>",
            xml(&texts.name),
            moment(entry.extra.date),
        );
        if let Some(summary) = &texts.summary {
            let _ = write!(text, "<summary>{}</summary>", xml(summary));
        }
        text.push_str("</entry>\n");
    }
    text.push_str("</feed>\n");
    Some(text)
}

/// The address of the site, without a slash at its end.
fn base(catalogue: &Catalogue) -> Option<&str> {
    catalogue.site.as_deref().map(|site| site.trim_end_matches('/'))
}

/// The start of a day in a time zone, as feeds write it.
fn moment(date: rulebook::Date, zone: &TimeZone) -> String {
    zone.start_of(date).to_string()
}

/// A text for XML, which has no way to write most control characters.
fn xml(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    escape(&text).into_owned()
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
        assert_eq!(xml("A & B <1>\u{1}"), "A &amp; B &lt;1&gt;");
    }
}
