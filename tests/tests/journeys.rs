//! What people come for, done as they do it: in a browser, by what they see.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json};
use tests::browser::{Browser, PHONE, View};
use tests::programme::Programme;
use tests::server::Server;
use tests::site_gen::{Serving, run, sample_site};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| sample_site(env!("CARGO_TARGET_TMPDIR")));

/// The published sample programme, and a browser to look at it.
fn site() -> (Server, Browser) {
    (Server::start(&FOLDER), Browser::start())
}

/// The simulator, ready to be used.
fn open_simulator(server: &Server, browser: &Browser, locale: &str) {
    browser.open(&format!("{}{locale}simulator/", server.url()));
    browser.until(
        "document.querySelector('[data-app=ready]') && !document.querySelector('form fieldset[disabled]')",
    );
}

#[test]
fn from_home_to_a_benefit() {
    let (server, browser) = site();
    browser.view(View { width: PHONE, dark: false });
    browser.open(&server.url());
    browser.click("a.category-card[href$='category-travel']");
    assert_eq!(browser.url(), format!("{}benefit/#category-travel", server.url()));
    browser.click("a[href$='lounge/']");
    assert_eq!(browser.url(), format!("{}benefit/lounge/", server.url()));
    assert_eq!(browser.text("h1"), "机场贵宾厅");
    // Its grant to the gold tier, as the content has it.
    assert!(browser.text("main").contains("每年 6 次"), "{}", browser.text("main"));
    browser.assert_quiet(&server.url());
}

#[test]
fn the_language_switch_stays_on_the_page() {
    let (server, browser) = site();
    browser.open(&format!("{}tier/gold/", server.url()));
    let chinese = browser.text("h1");
    browser.click("a[hreflang=en]");
    assert_eq!(browser.url(), format!("{}en/tier/gold/", server.url()));
    assert_eq!(browser.script("return document.documentElement.lang"), "en");
    assert_ne!(browser.text("h1"), chinese);
    browser.click("a[hreflang=zh-CN]");
    assert_eq!(browser.url(), format!("{}tier/gold/", server.url()));
    assert_eq!(browser.text("h1"), chinese);
    browser.assert_quiet(&server.url());
}

/// Month and tier of each stop of the simulator's year.
const STOPS: &str = "[...document.querySelectorAll('.sim-timeline li')].map((stop) => [
    stop.querySelector('time').dateTime,
    [...stop.classList].find((name) => name.startsWith('tier-')).slice('tier-'.length),
])";

/// What `site-gen simulate` prints for a customer, as month and tier.
fn simulated(customer: &Path) -> Value {
    let content = tests::root().join("content");
    let run = run([
        OsStr::new("simulate"),
        customer.as_os_str(),
        OsStr::new("--content"),
        content.as_os_str(),
        OsStr::new("--format"),
        OsStr::new("json"),
    ]);
    assert_eq!(run.status, 0, "{run:?}");
    let result: Value = serde_json::from_str(&run.stdout).unwrap();
    let months = result["months"].as_array().unwrap();
    months.iter().map(|month| json!([month["month"], month["tier"]])).collect()
}

/// Types a customer into the simulator and compares their tiers over the year with the program's.
fn simulator_agrees(locale: &str) {
    let (server, browser) = site();
    open_simulator(&server, &browser, locale);
    let before = browser.script(&format!("return {STOPS}"));
    browser.fill("#sim-own-deposits", "120万");
    browser.fill("#sim-own-funds", "1,200,000.50");
    browser.fill("#sim-own-spend", "8000");
    browser.click("#sim-own-payroll");
    // As one types: nothing is sent, no button is pressed.
    browser.until(&format!("JSON.stringify({STOPS}) !== {:?}", before.to_string()));

    let dir = tempfile::tempdir().unwrap();
    let customer = dir.path().join("customer.json");
    let typed = json!({
        "start": before[0][0],
        "months": 12,
        "every": { "deposits": "1200000", "funds": "1200000.50", "spend": "8000", "payroll": true },
    });
    fs::write(&customer, typed.to_string()).unwrap();
    let expected = simulated(&customer);
    assert_eq!(browser.script(&format!("return {STOPS}")), expected);
    let tiers: Vec<_> = expected.as_array().unwrap().iter().map(|stop| &stop[1]).collect();
    assert!(tiers.iter().any(|tier| *tier != tiers[0]), "a year in which nothing happens: {tiers:?}");
    assert!(before.as_array().unwrap().iter().all(|stop| stop[1] == "classic"), "{before}");

    // The result that is shown is that of the year's first month, and another month's when it is pressed.
    let last = expected.as_array().unwrap().last().unwrap();
    browser.click(".sim-timeline li:last-child button");
    browser.until(&format!(
        "document.querySelector('.sim-tier').classList.contains('tier-{}')",
        last[1].as_str().unwrap()
    ));
    browser.assert_quiet(&server.url());
    assert!(
        server.requests().iter().all(|request| !request.path.contains("1200000")),
        "what was typed was sent"
    );
}

#[test]
fn the_simulator_agrees_with_the_program_in_chinese() {
    simulator_agrees("");
}

#[test]
fn the_simulator_agrees_with_the_program_in_english() {
    simulator_agrees("en/");
}

#[test]
fn a_bad_number_is_explained_beside_its_field() {
    let (server, browser) = site();
    open_simulator(&server, &browser, "en/");
    let before = browser.script(&format!("return {STOPS}"));
    browser.fill("#sim-own-deposits", "60万");
    browser.until(&format!("JSON.stringify({STOPS}) !== {:?}", before.to_string()));
    let good = browser.script(&format!("return {STOPS}"));
    browser.fill("#sim-own-deposits", "lots");
    browser.press("\t");
    browser.until("document.querySelector('#sim-own-deposits[aria-invalid=true]')");
    let field = "document.querySelector('#sim-own-deposits')";
    browser.until(&format!(
        "document.getElementById({field}.getAttribute('aria-describedby').split(' ')[0]).textContent"
    ));
    assert_eq!(browser.script(&format!("return {STOPS}")), good, "the last good result stays");
    assert_eq!(browser.barriers(), [""; 0]);
    browser.assert_quiet(&server.url());
}

#[test]
fn without_webassembly_the_simulator_leads_to_the_rules() {
    let (server, browser) = site();
    browser.devtools("Network.enable", json!({}));
    browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] }));
    browser.open(&format!("{}simulator/", server.url()));
    browser.until("!document.querySelector('[data-simulator-unsupported]').hidden");
    browser.click("[data-simulator-unsupported] a");
    assert_eq!(browser.count("h1"), 1);
    assert!(!browser.url().contains("simulator"), "{}", browser.url());
}

#[test]
fn without_scripts_the_site_is_whole() {
    let (server, browser) = site();
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.open(&server.url());
    browser.click("a.category-card[href$='category-travel']");
    browser.click("a[href$='lounge/']");
    assert_eq!(browser.text("h1"), "机场贵宾厅");
    browser.open(&format!("{}simulator/", server.url()));
    assert!(browser.count("noscript a") > 0 || browser.text("main").contains("WebAssembly"));
    browser.assert_quiet(&server.url());
}

const OVERLAY: &str = "[role=alertdialog]";

#[test]
fn a_mistake_under_serve_is_shown_until_it_is_mended() {
    let programme = Programme::sample();
    let (serving, browser) = (Serving::start(&programme.content(), None), Browser::start());
    let page = format!("{}tier/gold/", serving.url());
    browser.open(&page);
    browser.assert_quiet(&page);

    programme.edit("tiers/gold.md", "rank = 4", "rnak = 4");
    browser.until(&format!("document.querySelector('{OVERLAY}').open"));
    let report = browser.text(OVERLAY);
    for part in ["tiers/gold.md", ":2:", "rnak", "rank"] {
        assert!(report.contains(part), "{report}");
    }
    assert_eq!(browser.barriers(), [""; 0]);
    // The last good site is served meanwhile, with the mistake over every page.
    browser.open(serving.url());
    browser.until(&format!("document.querySelector('{OVERLAY}').open"));
    assert_eq!(browser.count("h1"), 1);
    browser.open(&page);
    browser.until(&format!("document.querySelector('{OVERLAY}').open"));

    programme.edit("tiers/gold.md", "rnak = 4", "rank = 4");
    browser.until(&format!("!document.querySelector('{OVERLAY}')"));
    // And a change of words is there without being asked for.
    programme.edit("tiers/gold.md", "name = \"金帆会员\"", "name = \"新金帆会员\"");
    browser.until("document.querySelector('h1').textContent.includes('新金帆会员')");
    browser.assert_quiet(&page);
}

#[test]
fn serve_starts_with_a_mistake_too() {
    let programme = Programme::sample();
    programme.edit("tiers/gold.md", "rank = 4", "rank = \"four\"");
    let (serving, browser) = (Serving::start(&programme.content(), None), Browser::start());
    browser.open(serving.url());
    browser.until(&format!("document.querySelector('{OVERLAY}').open"));
    assert!(browser.text(OVERLAY).contains("tiers/gold.md"));
    programme.edit("tiers/gold.md", "rank = \"four\"", "rank = 4");
    browser.until(&format!("document.querySelector('h1') && !document.querySelector('{OVERLAY}')"));
}

#[test]
fn a_change_of_the_theme_is_shown() {
    let programme = Programme::sample();
    let theme = programme.beside("theme");
    fs::create_dir_all(theme.join("styles")).unwrap();
    let tokens = fs::read_to_string(tests::root().join("themes/default/styles/tokens.css")).unwrap();
    fs::write(theme.join("styles/tokens.css"), &tokens).unwrap();
    let (serving, browser) = (Serving::start(&programme.content(), Some(&theme)), Browser::start());
    browser.open(serving.url());
    let changed = format!("{tokens}\n@layer tokens {{ :root {{ --of-this-test: here; }} }}\n");
    fs::write(theme.join("styles/tokens.css"), changed).unwrap();
    browser.until(
        "getComputedStyle(document.documentElement).getPropertyValue('--of-this-test').trim() === 'here'",
    );
    browser.assert_quiet(serving.url());
}
