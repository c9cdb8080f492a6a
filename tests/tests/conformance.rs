//! What must come out of the rules: each case is a folder with content, a customer and the expected result.
//!
//! `conformance/cases` holds one rule each, worked out by hand (`why.md`). `conformance/mixed` holds programmes that mix
//! everything; their results come from an implementation that shares no code with this one. The program runs all
//! of them natively, and a browser runs them once more as WebAssembly.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use site_gen::catalogue::customer;
use site_gen::diagnostics::Diagnostics;
use site_gen::programme::Programme;
use tests::browser::Browser;
use tests::server::Server;
use tests::site_gen::run;

#[derive(Debug)]
struct Case {
    name: String,
    content: PathBuf,
    customer: PathBuf,
    expected: Value,
}

impl Case {
    fn new(name: String, content: PathBuf, customer: PathBuf, expected: &Path) -> Self {
        let text = fs::read(expected).unwrap_or_else(|error| panic!("{}: {error}", expected.display()));
        let expected = serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        Self { name, content, customer, expected }
    }

    /// Whether the content is at fault and cannot be run at all.
    fn is_circle(&self) -> bool {
        self.expected["error"] == "circle"
    }
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    let name =
        |path: &Path| path.file_stem().and_then(OsStr::to_str).expect("a name that is text").to_owned();
    let by_hand = folders(&root.join("cases")).into_iter().map(|folder| {
        let in_folder = |file| folder.join(file);
        Case::new(
            name(&folder),
            in_folder("content"),
            in_folder("customer.toml"),
            &in_folder("expected.json"),
        )
    });
    let mixed = folders(&root.join("mixed")).into_iter().flat_map(|folder| {
        let case = |customer: PathBuf| {
            let (programme, own) = (name(&folder), name(&customer));
            let expected = folder.join("expected").join(&own).with_extension("json");
            Case::new(format!("{programme}/{own}"), folder.join("content"), customer, &expected)
        };
        folders(&folder.join("customers")).into_iter().map(case).collect::<Vec<_>>()
    });
    by_hand.chain(mixed).collect()
}

/// Panics with the cases that came out differently.
fn assert_none(differing: &BTreeMap<String, String>) {
    let list: Vec<_> = differing.iter().map(|(name, how)| format!("\n{name}: {how}")).collect();
    assert!(list.is_empty(), "{} cases differ:{}", list.len(), list.concat());
}

#[test]
fn natively() {
    let mut differing = BTreeMap::new();
    for case in cases() {
        let arguments = [
            OsStr::new("simulate"),
            case.customer.as_os_str(),
            OsStr::new("--content"),
            case.content.as_os_str(),
            OsStr::new("--format"),
            OsStr::new("json"),
        ];
        let run = run(arguments);
        let printed: Value = serde_json::from_str(&run.stdout).unwrap_or_default();
        let errors = printed["diagnostics"].as_array().into_iter().flatten();
        let same = if case.is_circle() {
            let ways: Vec<_> =
                errors.filter(|error| error["code"] == "circle").map(|error| &error["way"]).collect();
            run.status == 2 && ways == [&case.expected["way"]]
        } else {
            run.status == i32::from(!case.expected["error"].is_null()) && printed == case.expected
        };
        if !same {
            differing.insert(case.name, format!("exit status {}, {printed}, {}", run.status, run.stderr));
        }
    }
    assert_none(&differing);
}

#[test]
fn as_webassembly_in_a_browser() {
    let cases: Vec<_> = cases().into_iter().filter(|case| !case.is_circle()).collect();
    let dir = tempfile::tempdir().unwrap();
    tests::wasm::build(dir.path(), Path::new(env!("CARGO_TARGET_TMPDIR")));
    let inputs: Vec<_> = cases.iter().map(inputs).collect();
    fs::write(dir.path().join("inputs.json"), json!(inputs).to_string()).unwrap();
    let page = "<!doctype html><html lang=en><title>Rules</title>\
                <script type=module src=run.js></script></html>";
    fs::write(dir.path().join("index.html"), page).unwrap();
    let script = "import init, { simulate } from './conformance_wasm.js';
        await init({ module_or_path: 'conformance_wasm_bg.wasm' });
        const inputs = await (await fetch('inputs.json')).json();
        window.results = inputs.map(({ book, customer }) => simulate(Uint8Array.from(book), customer));";
    fs::write(dir.path().join("run.js"), script).unwrap();

    let (server, browser) = (Server::start(dir.path()), Browser::start());
    browser.open(&server.url());
    browser.until("Array.isArray(window.results)");
    let results = browser.script("return window.results");
    let results = results.as_array().expect("a list");
    assert_eq!(results.len(), cases.len());
    let mut differing = BTreeMap::new();
    for (case, result) in cases.iter().zip(results) {
        let text = result.as_str().expect("a text");
        if serde_json::from_str::<Value>(text).ok().as_ref() != Some(&case.expected) {
            differing.insert(case.name.clone(), text.to_owned());
        }
    }
    assert_none(&differing);
}

/// A case in the wire forms that the browser reads.
fn inputs(case: &Case) -> Value {
    let mut programme = Programme::from_disk(&case.content, false).expect("a folder that can be read");
    let catalogue = programme.catalogue.unwrap_or_else(|| panic!("{} has mistakes", case.name));
    let bytes = fs::read(&case.customer).expect("a customer that can be read");
    let mut found = Diagnostics::default();
    let customer = customer::read("customer", &bytes, &catalogue.book, &mut programme.sources, &mut found)
        .unwrap_or_else(|| panic!("the customer of {} has mistakes", case.name));
    let book = catalogue.book.to_wire();
    json!({ "book": book, "customer": serde_json::to_string(&customer).expect("plain data") })
}
