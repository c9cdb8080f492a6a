//! Every kind of page in a real browser: nothing that axe-core finds, no error in the console, no request to
//! elsewhere, nothing that sticks out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use tests::browser::{Browser, DESKTOP, NARROW, PHONE, View};
use tests::html::Published;
use tests::server::Server;
use tests::site_gen::sample_site;

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| sample_site(env!("CARGO_TARGET_TMPDIR")));

/// Kinds of pages that the sample programme has, as the class of the body names them.
const KINDS: usize = 20;

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
    assert!(kinds.len() >= KINDS, "too few kinds of pages: {kinds:?}");
    kinds
}

/// Waits until the simulator, if there is one, can be used.
fn settle(browser: &Browser) {
    browser.until("document.readyState === 'complete' && !document.querySelector('form fieldset[disabled]')");
}

fn look_for_barriers(locale: &str) {
    let (server, browser) = (Server::start(&FOLDER), Browser::start());
    let mut found = Vec::new();
    for (kind, path) in one_of_each(locale) {
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

#[test]
fn nothing_sticks_out_of_a_narrow_window() {
    let (server, browser) = (Server::start(&FOLDER), Browser::start());
    browser.view(View { width: NARROW, dark: false });
    let mut found = Vec::new();
    for locale in ["zh-CN", "en"] {
        for (kind, path) in one_of_each(locale) {
            browser.open(&format!("{}{path}", server.url()));
            settle(&browser);
            found.extend(
                browser.overflow().into_iter().map(|element| format!("{kind} in {locale}: {element}")),
            );
        }
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
