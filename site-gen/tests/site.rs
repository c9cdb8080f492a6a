//! The sample programme as a whole site: what is where, and what is nowhere.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use site_gen::catalogue::Catalogue;
use site_gen::content::Folder;
use site_gen::programme::Programme;
use site_gen::render::site::{Plan, site};
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;
use site_gen::site::{Files, Site};

static TEMPLATES: LazyLock<Templates> =
    LazyLock::new(|| Templates::load(&Theme::default()).unwrap_or_else(|error| panic!("{error}")));

static SAMPLE: LazyLock<Catalogue> = LazyLock::new(|| {
    let content = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content"));
    let programme = Programme::from_disk(content, false).expect("the sample programme can be read");
    programme.catalogue.expect("the sample programme has no errors")
});

fn sample_on(today: &str) -> Site {
    site(&SAMPLE, &TEMPLATES, today.parse().expect("a day")).unwrap_or_else(|error| panic!("{error}"))
}

fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).expect("pages are UTF-8")
}

/// The sitemap lists every page that shows something, the terms in force at one of their two addresses.
#[test]
fn the_sitemap_lists_what_there_is() {
    let site = sample_on("2026-11-21");
    let map = text(&site, "sitemap.xml");
    let listed = map.split("<loc>https://example.com/").skip(1);
    let listed: BTreeSet<String> =
        listed.filter_map(|rest| rest.split("</loc>").next()).map(str::to_owned).collect();
    let pages: BTreeSet<String> = (site.files.keys())
        .filter(|path| path.ends_with("index.html") && !text(&site, path).contains("http-equiv=\"refresh\""))
        .filter_map(|path| path.strip_suffix("index.html"))
        .filter(|folder| !folder.ends_with("terms/2026-01/"))
        .map(str::to_owned)
        .collect();
    assert!(pages.len() > 100, "the sample programme has many pages");
    assert_eq!(listed, pages);
}
/// Search engines read no more than 50,000 addresses of one file.
#[test]
fn a_sitemap_that_would_be_too_long_is_split() {
    let locales: Vec<String> = ('A'..='E')
        .flat_map(|first| ('A'..='T').map(move |second| format!("en-{first}{second}")))
        .chain(["en".to_owned()])
        .collect();
    let programme = format!(
        "format = 1\nname = \"P\"\ncurrency = \"CNY\"\nlocale = \"en\"\nlocales = {locales:?}\n\
         effective = 2026-01-01\nsite = \"https://example.com/\"\n"
    );
    let tier = "+++\nrank = 1\nname = \"T\"\n+++\n";
    let metrics = "[aum]\nname = \"A\"\ninput = \"balance\"\n";
    let pages: Vec<_> = (0..500).map(|number| format!("pages/p{number}.md")).collect();
    let files = [("programme.toml", programme.as_str()), ("metrics.toml", metrics), ("tiers/t.md", tier)];
    let pages = pages.iter().map(|path| (path.as_str(), "+++\ntitle = \"P\"\n+++\nText.\n"));
    let programme = Programme::new(&Folder::from_texts(files.into_iter().chain(pages)), false);
    assert!(!programme.diagnostics.has_errors(), "{:?}", programme.diagnostics);
    let catalogue = programme.catalogue.expect("no errors");
    let shared = programme.shared.expect("no errors");
    let plan = Plan::new(&catalogue, shared, &*TEMPLATES, "2026-11-21".parse().expect("a day"));
    let file = |path: &str| {
        let bytes = plan.file(path).unwrap_or_else(|| panic!("there is no {path}"));
        String::from_utf8(bytes.expect("no mistake in the theme").into_owned()).expect("UTF-8")
    };
    let index = file("sitemap.xml");
    let parts = ["sitemap-1.xml", "sitemap-2.xml"];
    for part in parts {
        assert!(index.contains(&format!("<loc>https://example.com/{part}</loc>")), "{index}");
    }
    assert_eq!(index.matches("<loc>").count(), parts.len());
    let addresses = parts.map(|part| file(part).matches("<url>").count());
    assert_eq!(addresses[0], 50_000);
    let pages = plan.paths().iter().filter(|path| path.ends_with("index.html")).count();
    assert_eq!(addresses.iter().sum::<usize>(), pages);
}

/// A change can be read before it applies, and what it changed afterwards.
#[test]
fn every_version_has_its_terms() {
    let before = sample_on("2026-11-21");
    let after = sample_on("2027-02-01");
    for path in ["terms/2026-01/index.html", "terms/2027-01/index.html"] {
        let main = |site| text(site, path).split("<main").nth(1).expect("a main part").to_owned();
        assert_eq!(parts(&main(&before)), parts(&main(&after)), "{path}");
    }
    assert_eq!(parts(text(&before, "terms/index.html")), parts(text(&before, "terms/2026-01/index.html")));
    assert_eq!(parts(text(&after, "terms/index.html")), parts(text(&after, "terms/2027-01/index.html")));
    assert_ne!(parts(text(&before, "terms/index.html")), parts(text(&after, "terms/index.html")));
}

/// The parts of the terms, without what stands around them.
fn parts(html: &str) -> &str {
    let start = html.find("<section class=\"terms__part\"").expect("terms have parts");
    html[start..].split("</main>").next().expect("a first half")
}

/// All in the terms in force; in later ones those that reach into them. Each stands once, and the rules lead to it.
#[test]
fn worked_examples_are_published_with_the_terms() {
    let site = sample_on("2026-06-15");
    let examples = |path: &str| -> Vec<String> {
        let starts = text(&site, path).split("<article class=\"example\" id=\"").skip(1);
        starts.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    for folder in ["", "en/"] {
        let all = examples(&format!("{folder}terms/index.html"));
        assert_eq!(all.len(), SAMPLE.examples.len(), "{folder}");
        assert!(all.len() >= 12);
        let later = examples(&format!("{folder}terms/2027-01/index.html"));
        assert!(later.contains(&"example-family-over-new-year".to_owned()), "{later:?}");
        assert!(!later.contains(&"example-oldest-points-first".to_owned()), "{later:?}");
        let terms = text(&site, &format!("{folder}terms/index.html"));
        for example in &all {
            assert!(terms.contains(&format!("<a href=\"#{example}\">")), "no rule leads to {example}");
        }
    }
}

#[test]
fn an_expired_notice_is_kept_and_marked() {
    let (listed, title) = ("news/index.html", "会员规则调整公告");
    let page = "news/rules-2027/index.html";
    let before = sample_on("2027-03-31");
    assert!(text(&before, listed).contains(title));
    assert!(text(&before, page).contains("data-shown-after=\"2027-03-31\" hidden"));
    let after = sample_on("2027-04-01");
    assert!(!text(&after, listed).contains(title));
    assert!(text(&after, page).contains("data-shown-after=\"2027-03-31\">"));
}

#[test]
fn programs_find_the_pages_and_the_notices() {
    let site = sample_on("2026-11-21");
    assert!(text(&site, "robots.txt").ends_with("Sitemap: https://example.com/sitemap.xml\n"));
    let map = text(&site, "sitemap.xml");
    assert!(map.contains("<loc>https://example.com/en/points/</loc>"));
    assert!(!map.contains("terms/2026-01/") && map.contains("terms/2027-01/"));
    assert!(text(&site, "news/feed.xml").contains("<id>https://example.com/news/rules-2027/</id>"));
    assert!(text(&site, "en/news/feed.xml").contains("xml:lang=\"en\""));
}
