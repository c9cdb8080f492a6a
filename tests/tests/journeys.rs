//! What people come for, done as they do it: in a browser, by what they see.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json};
use tests::browser::{Browser, PHONE, View};
use tests::programme::Programme;
use tests::server::Server;
use tests::site_gen::{Serving, run, sample_site_with_app};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| sample_site_with_app(env!("CARGO_TARGET_TMPDIR")));

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

/// What a command prints of a customer under the sample programme.
fn told(command: &str, customer: &Path, more: &[&str]) -> Value {
    let content = tests::root().join("content");
    let arguments = [OsStr::new(command), customer.as_os_str(), OsStr::new("--content"), content.as_os_str()];
    let more = ["--format", "json"].iter().chain(more).map(OsStr::new);
    let run = run(arguments.into_iter().chain(more));
    assert_eq!(run.status, 0, "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// What `site-gen simulate` prints for a customer, as month and tier.
fn simulated(customer: &Path) -> Value {
    let result = told("simulate", customer, &[]);
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

/// That the ways up are found, for what stands in the form.
const WAYS_FOUND: &str = "document.querySelector('.sim-up[aria-busy=false]')";

#[test]
fn a_way_up_is_the_programs_and_leads_there_when_it_is_tried() {
    let (server, browser) = site();
    open_simulator(&server, &browser, "");
    browser.fill("#sim-own-deposits", "70万");
    browser.fill("#sim-own-spend", "2000");
    browser.until("document.querySelector('.sim-tier__next').textContent.includes('绿帆会员')");
    browser.until(WAYS_FOUND);
    let target = browser.script("return document.querySelector('#sim-aim').value");

    let dir = tempfile::tempdir().unwrap();
    let customer = dir.path().join("customer.json");
    let start = browser.script(&format!("return {STOPS}[0][0]"));
    // The ways are those from the month that is shown: the first.
    let typed = json!({ "start": start, "months": 1, "every": { "deposits": "700000", "spend": "2000" } });
    fs::write(&customer, typed.to_string()).unwrap();
    let paths = told("path", &customer, &["--to", target.as_str().unwrap()]);
    let options = paths["options"].as_array().unwrap();
    assert!(options.len() > 1, "{paths}");
    let in_force = "[...document.querySelectorAll('.sim-up__way time')].map((time) => time.dateTime)";
    let shown = browser.script(&format!("return {in_force}"));
    let shown = shown.as_array().unwrap();
    let expected: Vec<_> = options.iter().map(|option| option["in_force"].clone()).collect();
    assert_eq!(shown[..], expected[..shown.len()]);
    assert_eq!(browser.barriers(), [""; 0]);

    // Tried, its values stand in the form, the keyboard is where it can be undone, and undone they are gone.
    browser.click(".sim-up__way button");
    browser.until("document.activeElement.closest('.sim-up__tried')");
    let value = |change: &Value| {
        let field = format!("#sim-own-{}", change["metric"].as_str().unwrap());
        let field = format!("document.querySelector({field:?})");
        browser.script(&format!("return {field}.type === 'checkbox' ? {field}.checked : {field}.value"))
    };
    let changes = options[0]["changes"].as_array().unwrap();
    assert!(!changes.is_empty());
    changes.iter().for_each(|change| assert_eq!(value(change), change["to"]));
    browser.until(WAYS_FOUND);
    assert_eq!(browser.barriers(), [""; 0]);
    browser.press("\n");
    browser.until("!document.querySelector('.sim-up__tried')");
    assert_eq!(browser.script("return document.querySelector('#sim-own-deposits').value"), "70万");
    browser.assert_quiet(&server.url());
}

#[test]
fn a_figure_says_why() {
    let (server, browser) = site();
    browser.view(View { width: PHONE, dark: false });
    open_simulator(&server, &browser, "en/");
    browser.fill("#sim-own-deposits", "1,200,000");
    browser.until(WAYS_FOUND);
    browser.click(".sim-tier .sim-opener");
    browser.until("document.querySelector('.sim-tier .sim-opener[aria-expanded=true]')");
    let reasons = browser.text(".sim-tier .sim-reasons");
    assert!(reasons.contains("Classic"), "{reasons}");
    // The rules that it names lead to their pages.
    let address = browser.script("return document.querySelector('.sim-tier .sim-reasons a').href");
    assert!(address.as_str().unwrap().starts_with(&server.url()), "{address}");
    // Every other figure has its reasons, too, and they are those of the month that is shown.
    browser.click(".sim-timeline li:last-child button");
    browser.until("document.querySelectorAll('.sim-result .sim-opener').length > 10");
    browser.script("document.querySelectorAll('.sim-why').forEach((details) => { details.open = true; })");
    let closed = "document.querySelectorAll('.sim-result .sim-opener[aria-expanded=false]')";
    // One after the other: the same figure may stand in two places.
    while let left @ 1.. = browser.script(&format!("return {closed}.length")).as_u64().unwrap() {
        browser.script(&format!("{closed}[0].click()"));
        browser.until(&format!("{closed}.length < {left}"));
    }
    assert!(browser.count(".sim-reasons li li") > 10);
    assert_eq!(browser.barriers(), [""; 0]);
    assert_eq!(browser.overflow(), [""; 0]);
    browser.assert_quiet(&server.url());
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
