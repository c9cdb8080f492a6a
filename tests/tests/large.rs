//! A programme with so many benefits that a list of all of them would be too long for a page.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use tests::html::Published;
use tests::programme::{ADDED, Programme};
use tests::site_gen::{BASE, build};

/// A page with a hundred benefits is shorter than this; one with all of them would be longer.
const LONGEST: usize = 150_000;

static SITE: LazyLock<Published> = LazyLock::new(|| {
    let programme = Programme::large();
    build(&programme.content(), &programme.out());
    Published::read(&programme.out())
});

fn page(path: &str) -> &'static str {
    let found = SITE.pages().find(|(name, _)| *name == path);
    found.unwrap_or_else(|| panic!("there is no {path}")).1
}

#[test]
fn no_page_is_too_long() {
    let long: Vec<_> = SITE.pages().filter(|(_, text)| text.len() > LONGEST).collect();
    let long: Vec<_> = long.into_iter().map(|(path, text)| (path, text.len())).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_benefit_is_reached_from_the_home_page() {
    let reached = SITE.reachable();
    let added = (0..ADDED).map(|number| format!("benefit/added-{number}/index.html"));
    let missed: Vec<_> = added.filter(|path| !reached.contains(path)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn all_links_lead_somewhere() {
    let broken = SITE.broken_links(Some(BASE));
    assert!(broken.is_empty(), "{} broken links: {broken:#?}", broken.len());
}

#[test]
fn pages_of_a_category_are_chained_and_named() {
    let (first, second) = (page("benefit/in/travel/index.html"), page("benefit/in/travel/2/index.html"));
    assert!(first.contains("<link rel=\"next\" href=\"../../../benefit/in/travel/2/\">"));
    assert!(!first.contains("rel=\"prev\""));
    assert!(second.contains("<link rel=\"prev\" href=\"../../../../benefit/in/travel/\">"));
    assert!(second.contains("（第 2 页）</h1>"));
    assert!(page("benefit/in/_other/index.html").contains("礼遇0"));
    assert!(page("en/benefit/in/travel/2/index.html").contains(" – page 2</h1>"));
}

/// Each page of a list shows others, and together they show all.
#[test]
fn every_benefit_is_listed_once_and_has_its_terms() {
    let listed = |under: &str| {
        let pages = SITE.pages().filter(|(path, _)| path.starts_with(under));
        let mut all = Vec::new();
        for (_, text) in pages {
            let main = text.split("<main").nth(1).expect("a main part");
            all.extend(main.split("benefit/added-").skip(1).filter_map(|rest| rest.split('/').next()));
        }
        all
    };
    for under in ["benefit/in/", "compare/in/"] {
        let all = listed(under);
        assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (ADDED, ADDED), "{under}");
    }
    let terms = SITE.pages().filter(|(path, _)| path.starts_with("terms/benefits/"));
    let clauses: usize = terms.map(|(_, text)| text.matches(" id=\"benefit-added-").count()).sum();
    assert_eq!(clauses, ADDED);
}

#[test]
fn every_page_has_one_heading_a_title_and_its_own_address() {
    let mut addresses = BTreeSet::new();
    for (path, text) in SITE.pages().filter(|(path, _)| path.contains("/in/")) {
        assert_eq!(text.matches("<h1").count(), 1, "{path}");
        assert!(text.contains("<title>") && text.contains("<html lang=\""), "{path}");
        let address =
            text.split("<link rel=\"canonical\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert!(addresses.insert(address.unwrap_or_else(|| panic!("{path} has no address"))), "{path}");
    }
    assert!(!addresses.is_empty());
}
