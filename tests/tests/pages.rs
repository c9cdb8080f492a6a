//! Every kind of page in a real browser: nothing that axe-core finds, no error in the console, no request to
//! elsewhere, nothing that sticks out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tests::browser::{Browser, DESKTOP, NARROW, PHONE, View};
use tests::html::Published;
use tests::programme::Programme;
use tests::server::Server;
use tests::site_gen::{build, sample_site_with_app};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| sample_site_with_app(env!("CARGO_TARGET_TMPDIR")));

/// Every kind of page that the theme has, as the templates name them in the class of the body.
fn kinds_of_theme() -> BTreeSet<String> {
    let templates = tests::root().join("themes/default/templates");
    fs::read_dir(templates)
        .expect("the theme has templates")
        .filter_map(|entry| fs::read_to_string(entry.expect("a folder that can be read").path()).ok())
        .filter_map(|text| Some(text.split_once("{% block kind %}")?.1.split_once('{')?.0.to_owned()))
        .collect()
}

/// One page of each kind in one language: kind → address below the site's.
fn one_of_each(locale: &str) -> BTreeMap<String, String> {
    let mut kinds = BTreeMap::new();
    for (path, text) in Published::read(&FOLDER).pages() {
        if path.starts_with("en/") != (locale == "en") {
            continue;
        }
        // Old addresses have no body to speak of.
        let Some((_, rest)) = text.split_once("page--") else { continue };
        let kind = rest.split(['"', ' ']).next().expect("split gives one part at least");
        kinds.entry(kind.to_owned()).or_insert_with(|| path.trim_end_matches("index.html").to_owned());
    }
    let expected = kinds_of_theme();
    assert!(expected.len() > 1 && kinds.keys().eq(&expected), "{kinds:?} are not all of {expected:?}");
    kinds
}

/// Waits until the simulator, if there is one, can be used.
fn settle(browser: &Browser) {
    browser.until("document.readyState === 'complete' && !document.querySelector('form fieldset[disabled]')");
}

fn look_for_barriers(locale: &str) {
    barriers_of(&FOLDER, one_of_each(locale));
}

/// `pages`: what to call each, and its address below the site's.
fn barriers_of(folder: &Path, pages: impl IntoIterator<Item = (String, String)>) {
    let (server, browser) = (Server::start(folder), Browser::start());
    let mut found = Vec::new();
    for (kind, path) in pages {
        browser.open(&format!("{}{path}", server.url()));
        settle(&browser);
        browser.assert_quiet(&server.url());
        for width in [PHONE, DESKTOP] {
            for dark in [false, true] {
                browser.view(View { width, dark });
                let barriers = browser.barriers();
                found.extend(
                    barriers.into_iter().map(|barrier| format!("{kind} at {width}, dark {dark}: {barrier}")),
                );
            }
        }
    }
    assert!(found.is_empty(), "{} barriers: {found:#?}", found.len());
}

#[test]
fn no_barriers_in_chinese() {
    look_for_barriers("zh-CN");
}

#[test]
fn no_barriers_in_english() {
    look_for_barriers("en");
}

/// Lists that are split over pages, and the pages that lead to them.
#[test]
fn no_barriers_in_long_lists() {
    let programme = Programme::large();
    build(&programme.content(), &programme.out());
    let pages = [
        "benefit/",
        "benefit/in/travel/2/",
        "compare/",
        "compare/in/travel/2/",
        "tier/gold/",
        "partner/",
        "terms/",
        "terms/benefits/2/",
        "en/benefit/in/_other/",
        "en/compare/in/travel/",
    ];
    barriers_of(&programme.out(), pages.map(|path| (path.to_owned(), path.to_owned())));
    let (server, browser) = (Server::start(&programme.out()), Browser::start());
    browser.view(View { width: NARROW, dark: false });
    let sticking_out = pages.into_iter().flat_map(|path| {
        browser.open(&format!("{}{path}", server.url()));
        browser.overflow().into_iter().map(move |element| format!("{path}: {element}"))
    });
    assert_eq!(sticking_out.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn nothing_sticks_out_of_a_narrow_window() {
    let (server, browser) = (Server::start(&FOLDER), Browser::start());
    browser.view(View { width: NARROW, dark: false });
    let mut found = Vec::new();
    for kind_of_type in ["usual", "large"] {
        // As the button for large type stores it.
        browser.open(&server.url());
        browser.script(&format!("localStorage.setItem('type', '{kind_of_type}')"));
        for locale in ["zh-CN", "en"] {
            for (kind, path) in one_of_each(locale) {
                browser.open(&format!("{}{path}", server.url()));
                settle(&browser);
                let overflow = browser.overflow().into_iter();
                found.extend(
                    overflow.map(|element| format!("{kind} in {locale}, {kind_of_type} type: {element}")),
                );
            }
        }
        assert_eq!(
            browser.script("return document.documentElement.dataset.type === 'large'"),
            kind_of_type == "large"
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn an_address_that_does_not_exist_says_so() {
    let (server, browser) = (Server::start(&FOLDER), Browser::start());
    browser.open(&format!("{}tier/none/at/all/", server.url()));
    assert_eq!(browser.count("h1"), 1);
    // Its links work from any depth.
    browser.click("header a");
    assert_eq!(browser.url(), server.url());
    let missing: Vec<_> = server.requests().into_iter().filter(|request| request.status != 200).collect();
    assert_eq!(missing.len(), 1, "{missing:?}");
}
