//! The published pages, parsed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use percent_encoding::percent_decode_str;
use scraper::{Html, Selector};
use url::Url;

/// A published site on disk: every file by its path with `/`.
#[derive(Debug)]
pub struct Published {
    /// Path → bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Elements and their attributes that hold an address.
const ADDRESSES: &[(&str, &str)] = &[
    ("[href]", "href"),
    ("[src]", "src"),
    ("[poster]", "poster"),
    ("form[action]", "action"),
    ("object[data]", "data"),
    ("[cite]", "cite"),
];

impl Published {
    /// Reads a whole folder.
    pub fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        walk(folder, "", &mut files);
        assert!(!files.is_empty(), "{} is empty", folder.display());
        Self { files }
    }

    /// Every page with its text.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter(|(path, _)| has_extension(path, "html")).map(|(path, bytes)| {
            (path.as_str(), std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}")))
        })
    }

    /// Links inside the site that lead nowhere, as `PAGE: LINK: what is wrong`. `base` is the address at which
    /// the site calls itself published, if it does: addresses that begin with it are inside, too, and pages for
    /// what does not exist, which are shown at any address, link from there.
    pub fn broken_links(&self, base: Option<&str>) -> Vec<String> {
        // Any address does; below a path, so that a link that starts from the root is found out.
        let home = Url::parse("http://site.invalid/below/a/path/").expect("an address");
        let pages: BTreeMap<_, _> = self.pages().map(|(path, text)| (path, Page::parse(text))).collect();
        let mut broken = Vec::new();
        for (&path, page) in &pages {
            let file = home.join(path).expect("a path joins an address");
            let shown = match base {
                Some(base) if path.ends_with("404.html") => {
                    let missing = Url::parse(base).and_then(|base| base.join("no/such/page/"));
                    missing.expect("an address")
                }
                _ => file.clone(),
            };
            for link in &page.links {
                // Within the page it does not matter where that is shown.
                let own = if link.starts_with('#') { &file } else { &shown };
                if let Err(why) = self.check(link, own, &home, base, &pages) {
                    broken.push(format!("{path}: {link}: {why}"));
                }
            }
        }
        for (path, bytes) in self.files.iter().filter(|(path, _)| has_extension(path, "css")) {
            let own = home.join(path).expect("a path joins an address");
            for link in css_links(&String::from_utf8_lossy(bytes)) {
                if let Err(why) = self.check(&link, &own, &home, base, &pages) {
                    broken.push(format!("{path}: {link}: {why}"));
                }
            }
        }
        broken
    }

    fn check(
        &self,
        link: &str,
        own: &Url,
        home: &Url,
        base: Option<&str>,
        pages: &BTreeMap<&str, Page>,
    ) -> Result<(), String> {
        let Some((file, fragment)) = inside(link, own, home, base)? else { return Ok(()) };
        if !self.files.contains_key(&file) {
            return Err(format!("there is no {file}"));
        }
        let Some(fragment) = fragment else { return Ok(()) };
        // A fragment of an SVG file names a part of the drawing, which is not looked at.
        match pages.get(file.as_str()) {
            Some(page) if !page.ids.contains(&fragment) => Err(format!("{file} has no #{fragment}")),
            _ => Ok(()),
        }
    }

    /// The files that a reader comes to from the home page by following links, over any number of pages.
    pub fn reachable(&self) -> BTreeSet<String> {
        let home = Url::parse("http://site.invalid/").expect("an address");
        let mut reached = BTreeSet::new();
        let mut waiting = vec!["index.html".to_owned()];
        while let Some(path) = waiting.pop() {
            if !reached.insert(path.clone()) || !has_extension(&path, "html") {
                continue;
            }
            let text = self.files.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
            let own = home.join(&path).expect("a path joins an address");
            for link in text.map(|text| Page::parse(&text).links).unwrap_or_default() {
                if let Ok(Some((file, _))) = inside(&link, &own, &home, None) {
                    waiting.push(file);
                }
            }
        }
        reached
    }
}

/// The file inside the site that a link on a page leads to, and the fragment in it. None for a link that leads
/// elsewhere.
fn inside(
    link: &str,
    own: &Url,
    home: &Url,
    base: Option<&str>,
) -> Result<Option<(String, Option<String>)>, String> {
    let url = own.join(link).map_err(|error| error.to_string())?;
    if ["mailto", "tel", "data"].contains(&url.scheme()) {
        return Ok(None);
    }
    let inside = match base.and_then(|base| url.as_str().strip_prefix(base)) {
        Some(inside) => inside.to_owned(),
        None if url.origin() != home.origin() => return Ok(None),
        None => url
            .as_str()
            .strip_prefix(home.as_str())
            .ok_or("it leaves the site, whose links must be relative")?
            .to_owned(),
    };
    let path = inside.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().map_err(|error| error.to_string())?;
    let file =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into_owned() };
    let Some(fragment) = url.fragment().filter(|fragment| !fragment.is_empty()) else {
        return Ok(Some((file, None)));
    };
    let fragment = percent_decode_str(fragment).decode_utf8().map_err(|error| error.to_string())?;
    Ok(Some((file, Some(fragment.into_owned()))))
}

/// What matters of a page for links.
#[derive(Debug)]
struct Page {
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
}

impl Page {
    fn parse(text: &str) -> Self {
        let html = Html::parse_document(text);
        let all = |selector: &str, attribute: &str| {
            let selector = Selector::parse(selector).expect("a selector");
            let values: Vec<_> = html
                .select(&selector)
                .filter_map(|element| element.attr(attribute))
                .map(str::to_owned)
                .collect();
            values
        };
        let ids = all("[id]", "id").into_iter().collect();
        let mut links: BTreeSet<_> =
            ADDRESSES.iter().flat_map(|(selector, attribute)| all(selector, attribute)).collect();
        for set in all("[srcset]", "srcset") {
            links.extend(
                set.split(',').filter_map(|candidate| candidate.split_whitespace().next()).map(str::to_owned),
            );
        }
        Self { ids, links }
    }
}

fn css_links(text: &str) -> impl Iterator<Item = String> {
    text.split("url(").skip(1).filter_map(|rest| {
        let inside = rest.split(')').next()?;
        Some(inside.trim_matches(['"', '\'', ' ']).to_owned())
    })
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, found)| found == extension)
}

fn walk(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.expect("a folder that can be read");
        let name = entry.file_name().into_string().expect("a name that is text");
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("a file that can be read"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Published {
        let file = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_owned());
        Published { files: files.iter().map(file).collect() }
    }

    #[test]
    fn links_that_lead_somewhere_are_not_broken() {
        let site = site(&[
            (
                "index.html",
                "<a id=top href=tier/gold/#概述>a</a><a href='#top'></a><img src=a.svg srcset='a.svg 2x'>",
            ),
            ("tier/gold/index.html", "<p id='概述'><a href=../../>home</a><a href='../../?q=1'></a>"),
            ("a.svg", ""),
            ("a.css", "a { background: url('a.svg') }"),
        ]);
        assert_eq!(site.broken_links(None), [""; 0]);
    }

    #[test]
    fn a_page_for_what_does_not_exist_links_from_anywhere() {
        let site = site(&[
            ("404.html", "<a href='/below/tier/'></a><a href=tier/></a><a href='#top' id=top></a>"),
            ("tier/index.html", ""),
        ]);
        let broken = site.broken_links(Some("https://bank.example/below/"));
        assert_eq!(broken, ["404.html: tier/: there is no no/such/page/tier/index.html"]);
    }

    #[test]
    fn links_that_lead_nowhere_are_found() {
        let links = [
            ("none/", "there is no none/index.html"),
            ("/tier/", "it leaves the site, whose links must be relative"),
            ("../", "it leaves the site, whose links must be relative"),
            ("#none", "index.html has no #none"),
            ("tier", "there is no tier"),
            ("https://bank.example/site/none", "there is no none"),
        ];
        for (link, why) in links {
            let page = format!("<a href='{link}'></a><a href='https://elsewhere.example/'></a>");
            let site = site(&[("index.html", &page), ("tier/index.html", "")]);
            let broken = site.broken_links(Some("https://bank.example/site/"));
            assert_eq!(broken, [format!("index.html: {link}: {why}")]);
        }
    }
}
