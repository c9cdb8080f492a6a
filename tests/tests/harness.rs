//! The harness itself: a check that cannot fail checks nothing.

use std::fs;

use tests::browser::{Browser, NARROW, View};
use tests::server::{PATH, Server};

const GOOD: &str =
    "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=width=device-width>
    <title>Home</title><link rel=icon href=icon.svg><link rel=stylesheet href=a.css>
    <main><h1>Home</h1><p><a href=../benefits/>Benefits</a></main></html>";

fn folder(page: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("index.html"), page).unwrap();
    fs::write(dir.path().join("icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    fs::write(dir.path().join("a.css"), ".wide { width: 1000px }").unwrap();
    dir
}

#[test]
fn a_good_page_passes() {
    let folder = folder(GOOD);
    let (server, browser) = (Server::start(folder.path()), Browser::start());
    browser.open(&server.url());
    browser.view(View { width: NARROW, dark: true });
    browser.until("innerWidth === 360 && matchMedia('(prefers-color-scheme: dark)').matches");
    assert_eq!(browser.text("h1"), "Home");
    assert_eq!(browser.barriers(), [""; 0]);
    assert_eq!(browser.overflow(), [""; 0]);
    browser.assert_quiet(&server.url());
    assert!(server.requests().iter().all(|request| request.status == 200 && request.path.starts_with(PATH)));
}

#[test]
fn barriers_are_found() {
    let folder = folder("<!doctype html><title>x</title><img src=icon.svg><p class=wide>wide</p>");
    let (server, browser) = (Server::start(folder.path()), Browser::start());
    browser.open(&server.url());
    let barriers = browser.barriers().join("\n");
    for rule in ["html-has-lang", "image-alt"] {
        assert!(barriers.contains(rule), "{barriers}");
    }
    assert_eq!(browser.overflow(), [""; 0]);
}

#[test]
fn what_sticks_out_is_found() {
    let folder = folder(&GOOD.replace("<p>", "<p class=wide>"));
    let (server, browser) = (Server::start(folder.path()), Browser::start());
    browser.view(View { width: NARROW, dark: false });
    browser.open(&server.url());
    let overflow = browser.overflow();
    assert!(overflow.iter().any(|element| element.starts_with("P wide")), "{overflow:?}");
}

#[test]
#[should_panic(expected = "the console holds")]
fn an_inline_script_is_an_error_in_the_console() {
    let folder = folder(&GOOD.replace("<h1>", "<script>document.title = 'inline'</script><h1>"));
    let (server, browser) = (Server::start(folder.path()), Browser::start());
    browser.open(&server.url());
    browser.assert_quiet(&server.url());
}

#[test]
#[should_panic(expected = "requests leave the site")]
fn a_request_to_elsewhere_is_noticed() {
    let (here, elsewhere) = (folder(GOOD), folder(GOOD));
    let (server, other, browser) =
        (Server::start(here.path()), Server::start(elsewhere.path()), Browser::start());
    browser.open(&other.url());
    browser.open(&server.url());
    browser.assert_quiet(&server.url());
}
