//! The fuzz targets without a fuzzer: over the seeds, and over the inputs of `fuzz/regressions`, which the fuzzer found or
//! which lie at a limit.
//!
//! `SEED=1` writes the seeds to `fuzz/corpus/`, where the fuzzer begins.

#[path = "../fuzz/src/lib.rs"]
pub mod targets;

use std::fs;
use std::path::Path;

use targets::{content, customer, seeds, wire};

fn target(name: &str, seeds: &[Vec<u8>], run: impl Fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    assert!(seeds.len() > 60, "only {} seeds", seeds.len());
    if std::env::var_os("SEED").is_some() {
        let corpus = fuzz.join("corpus").join(name);
        fs::create_dir_all(&corpus).expect("the corpus can be written");
        for (at, seed) in seeds.iter().enumerate() {
            fs::write(corpus.join(format!("seed-{at:03}")), seed).expect("the corpus can be written");
        }
    }
    seeds.iter().for_each(|seed| run(seed));
    let folder = fuzz.join("regressions").join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths: Vec<_> = entries.map(|entry| entry.expect("a folder that can be read").path()).collect();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    for path in paths {
        eprintln!("{}", path.display());
        run(&fs::read(&path).expect("a file that can be read"));
    }
}

#[test]
fn content_is_checked_without_a_panic() {
    target("content", &seeds::contents(), content::run);
}

#[test]
fn a_rule_book_is_read_without_a_panic() {
    target("wire", &seeds::wires(), wire::run);
}

#[test]
fn a_customer_is_run_without_a_panic() {
    target("customer", &seeds::customers(), customer::run);
}
