//! What the server renders, and the app's own words.

use std::collections::BTreeSet;

use rulebook::RuleBook;
use words::{Name, NameKind, Names};

const WORDS: [(&str, &str); 3] = [
    ("zh-CN", include_str!("../words/zh-CN.ftl")),
    ("zh-TW", include_str!("../words/zh-TW.ftl")),
    ("en", include_str!("../words/en.ftl")),
];

/// The keys of a Fluent file.
fn keys(messages: &'static str) -> BTreeSet<&'static str> {
    let key = |line: &'static str| line.split_once(" =").map(|(key, _)| key);
    let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    messages.lines().filter(starts).filter_map(key).collect()
}

fn rendered(locale: &str) -> String {
    let rules = serde_json::from_str(include_str!("programme.json")).expect("the programme can be read");
    let book = RuleBook::new(rules).expect("no rules need each other");
    let mut names = Names::new(locale, "Voyage");
    names.add(
        NameKind::Tier,
        "basic",
        Name { href: Some("tiers/basic/".into()), ..Name::new("Classic & Co") },
    );
    names.add(NameKind::Task, "secret", Name { hidden: true, ..Name::new("Lighthouse keeper") });
    simulator::render(&book, &names, "2026-01-15".parse().expect("a day"), "../").markup
}

#[test]
fn every_language_has_every_message() {
    assert_eq!(WORDS.map(|(tag, _)| tag).to_vec(), words::Language::tags().collect::<Vec<_>>());
    let [first, others @ ..] = WORDS.map(|(_, messages)| keys(messages));
    assert!(first.len() > 50);
    others.iter().for_each(|other| assert_eq!(*other, first));
}

#[test]
fn no_message_is_missing_or_unused() {
    let sources =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/components")).expect("components");
    let results =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/components/result")).expect("results");
    let files =
        sources.chain(results).map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    let source: String = files.map(|path| std::fs::read_to_string(path).expect("a source")).collect();
    for key in keys(WORDS[1].1) {
        assert!(source.contains(&format!("\"{key}\"")), "nobody says {key}");
    }
    for said in source.split("say(\"").chain(source.split("message(\"")).skip(1) {
        let key = said.split('"').next().expect("a part");
        let looks_like_one = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(!looks_like_one || keys(WORDS[1].1).contains(key), "there is no message {key}");
    }
    for (locale, _) in WORDS {
        let page = rendered(locale);
        for key in keys(WORDS[1].1).iter().filter(|key| key.contains('-')) {
            assert!(!page.contains(&format!(">{key}<")), "{locale} has no message {key}");
        }
    }
}

#[test]
fn the_form_waits_for_the_app() {
    let page = rendered("en");
    assert!(page.contains("<fieldset disabled"), "{page}");
    assert!(page.contains("autocomplete=\"off\""));
    assert!(page.contains("id=\"sim-own-deposits\""));
    assert!(page.contains("Tier in January 2026"));
}

#[test]
fn names_are_escaped_and_linked_from_the_page() {
    let page = rendered("en");
    assert!(page.contains("Classic &amp; Co"));
    assert!(page.contains("href=\"../tiers/basic/\""));
}

#[test]
fn nothing_is_told_of_a_hidden_task() {
    for (locale, _) in WORDS {
        let page = rendered(locale);
        assert!(!page.contains("Lighthouse keeper") && !page.contains("secret"), "{page}");
    }
}

#[test]
fn nothing_is_styled_inline() {
    let page = rendered("zh-CN");
    assert!(!page.contains("style=") && !page.contains("<script") && !page.contains(" onclick"));
}

#[test]
fn it_renders_the_same_each_time_and_within_a_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    assert_eq!(runtime.block_on(async { rendered("en") }), rendered("en"));
}
