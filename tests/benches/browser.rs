//! The rules in a browser: the customer of `evaluation` again and again, a thousand customers in a row, and the ways to
//! each tier for a newcomer at the foot of the ladder, from whom most ways lead up. Medians, beside a floor.

use std::fs;
use std::path::Path;

use serde_json::json;
use tests::browser::Browser;
use tests::customers::{customers, newcomer, sample};
use tests::server::Server;

/// Times every measure in turn, several rounds, and keeps the medians, in microseconds.
const SCRIPT: &str = "import init, { Bench } from './conformance_wasm.js';
    await init({ module_or_path: 'conformance_wasm_bg.wasm' });
    const book = new Uint8Array(await (await fetch('book.bin')).arrayBuffer());
    const { customers, newcomer, tiers } = await (await fetch('inputs.json')).json();
    const [many, one, low] = [customers, [customers[1]], [newcomer]].map((all) => new Bench(book, all));
    const again = (work) => (times) => { for (let i = 0; i < times; i += 1) work(); };
    const measures = {
        'floor: a product for each figure of a month': [20000, (times) => one.products(times)],
        'a year': [1000, again(() => one.runs())],
        'a year, of a thousand customers in a row': [1, (times) => many.runs(), customers.length],
        'reading the rule book': [50, again(() => new Bench(book, []).free())],
    };
    for (const tier of tiers) {
        measures[`a newcomer’s ways to ${tier}`] = [3, again(() => low.paths(tier))];
    }
    const samples = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
    for (let round = 0; round < 15; round += 1) {
        for (const [name, [times, run, each = 1]] of Object.entries(measures)) {
            const start = performance.now();
            run(times);
            samples[name].push((performance.now() - start) * 1000 / times / each);
        }
    }
    window.results = Object.entries(samples).map(([name, all]) => [name, all.sort((a, b) => a - b)[7]]);";

const PAGE: &[u8] =
    b"<!doctype html><html lang=en><title>Rules</title><script type=module src=run.js></script></html>";

fn main() {
    let book = sample();
    let wire = |customer: &rulebook::Customer| serde_json::to_string(customer).expect("plain data");
    let all: Vec<_> = customers(&book, 1_000).iter().map(wire).collect();
    let tiers: Vec<_> = book.rules().ids.tiers.iter().map(|(_, id)| id.to_owned()).collect();
    let inputs = json!({ "customers": all, "newcomer": wire(&newcomer(&book)), "tiers": tiers });

    let dir = tempfile::tempdir().expect("a folder");
    tests::wasm::build(dir.path(), Path::new(env!("CARGO_TARGET_TMPDIR")));
    let write = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("a file");
    write("inputs.json", inputs.to_string().as_bytes());
    write("book.bin", &book.to_wire());
    write("run.js", SCRIPT.as_bytes());
    write("index.html", PAGE);

    let (server, browser) = (Server::start(dir.path()), Browser::start());
    browser.open(&server.url());
    browser.until("Array.isArray(window.results)");
    let results = browser.script("return window.results");
    let results: Vec<(String, f64)> = serde_json::from_value(results).expect("a list of medians");
    let floor = results.iter().find(|(name, _)| name.starts_with("floor")).map_or(1.0, |(_, time)| *time);
    for (name, time) in results {
        println!("{time:>12.2} µs {:>10.1} × floor  {name}", time / floor);
    }
}
