//! A rule book that the simulator would refuse is an error of the content, at the place of the first thing too many.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a file in the folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// A programme with so many tiers, input metrics beside the first, and overlays.
fn programme(tiers: usize, metrics: usize, overlays: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = folder.path();
    write(
        at,
        "programme.toml",
        "format = 1\nname = \"P\"\ncurrency = \"CNY\"\nlocale = \"en\"\neffective = 2026-01-01\n",
    );
    let mut text = "[aum]\nname = \"A\"\ninput = \"balance\"\n".to_owned();
    for metric in 0..metrics {
        write!(text, "[m{metric:05}]\nname = \"M\"\ninput = \"flow\"\n").expect("a string takes all");
    }
    write(at, "metrics.toml", &text);
    write(at, "tiers/t001.md", "+++\nrank = 1\nname = \"T\"\n+++\n");
    for rank in 2..=tiers {
        let qualify = format!("{{ metric = \"aum\", at_least = {rank} }}");
        let text = format!("+++\nrank = {rank}\nname = \"T\"\nqualify = {qualify}\n+++\n");
        write(at, &format!("tiers/t{rank:03}.md"), &text);
    }
    for overlay in 0..overlays {
        let (year, month) = (2027 + overlay / 12, overlay % 12 + 1);
        write(at, &format!("versions/{year}-{month:02}-01/glossary.toml"), "[term]\nname = \"T\"\n");
    }
    folder
}

/// The error codes of `check` with their places.
fn errors(content: &Path) -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_site-gen"))
        .args(["check", "--format", "json", "--content"])
        .arg(content)
        .output()
        .expect("site-gen runs");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    let all = json["diagnostics"].as_array().expect("a list");
    let errors = all.iter().filter(|diagnostic| diagnostic["severity"] == "error");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let errors: Vec<_> =
        errors.map(|diagnostic| (text(&diagnostic["code"]), text(&diagnostic["file"]))).collect();
    assert_eq!(output.status.code(), Some(if errors.is_empty() { 0 } else { 2 }));
    errors
}

#[test]
fn as_many_tiers_as_are_allowed() {
    assert_eq!(errors(programme(250, 0, 0).path()), []);
}

#[test]
fn one_tier_too_many() {
    let expected = [("too-many-ids".to_owned(), "tiers/t251.md".to_owned())];
    assert_eq!(errors(programme(251, 0, 0).path()), expected);
}

#[test]
fn one_metric_too_many() {
    let expected = [("too-many-ids".to_owned(), "metrics.toml".to_owned())];
    assert_eq!(errors(programme(2, 10_000, 0).path()), expected);
}

#[test]
fn one_version_too_many() {
    let expected = [("too-many-versions".to_owned(), "versions/2110-04-01".to_owned())];
    assert_eq!(errors(programme(2, 0, 1_000).path()), expected);
}
