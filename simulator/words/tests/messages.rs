//! The Fluent files: all languages have the same messages, each can be said, and the code asks for no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// Each message's text by its key.
type Messages = BTreeMap<String, String>;

fn files(folder: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let read = |path: std::path::PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        Some((name, fs::read_to_string(path).ok()?))
    };
    let files: BTreeMap<_, _> = fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| read(entry.expect("it can be read").path()))
        .collect();
    assert!(!files.is_empty());
    files
}

fn messages(file: &str) -> Messages {
    let mut messages = Messages::new();
    let mut key = String::new();
    for line in file.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            line.split_once(" =").expect("a message").0.clone_into(&mut key);
            let twice = messages.insert(key.clone(), String::new());
            assert!(twice.is_none(), "{key} stands twice");
        }
        if !line.starts_with('#') && !key.is_empty() {
            messages.get_mut(&key).expect("just put in").push_str(line);
        }
    }
    messages
}

/// The names after each `$`; those before `->` only, if asked for.
fn variables(text: &str, selectors: bool) -> BTreeSet<&str> {
    let name =
        |rest: &str| rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let all = text.split('$').skip(1).map(|rest| rest.split_at(name(rest)));
    all.filter(|(_, after)| !selectors || after.trim_start().starts_with("->"))
        .map(|(name, _)| name)
        .collect()
}

/// The names of variants.
fn variants(text: &str) -> BTreeSet<&str> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(variant, _)| variant).collect()
}

#[test]
fn all_languages_have_the_same_messages() {
    let files = files("locales");
    assert!(files.len() >= 2);
    let keys: Vec<BTreeSet<String>> =
        files.values().map(|file| messages(file).into_keys().collect()).collect();
    let all: BTreeSet<_> = keys.iter().flatten().cloned().collect();
    for (locale, keys) in files.keys().zip(&keys) {
        let missing: Vec<_> = all.difference(keys).collect();
        assert!(missing.is_empty(), "{locale}.ftl lacks {missing:?}");
    }
}

#[test]
fn every_message_can_be_said_in_each_of_its_forms() {
    for (locale, file) in files("locales") {
        let resource = FluentResource::try_new(file.clone()).expect("it has no mistakes");
        let mut bundle = FluentBundle::new(vec![locale.parse().expect("a language tag")]);
        bundle.add_resource(resource).expect("no message stands twice");
        for (key, text) in messages(&file) {
            let pattern =
                bundle.get_message(&key).and_then(|message| message.value()).expect("it has a text");
            let selectors: Vec<_> = variables(&text, true).into_iter().collect();
            let variants: Vec<_> = variants(&text).into_iter().chain(["2", "other"]).collect();
            let forms = variants.len().pow(u32::try_from(selectors.len()).expect("few"));
            for form in 0..forms {
                let mut args = FluentArgs::new();
                variables(&text, false).into_iter().for_each(|name| args.set(name, "…"));
                let mut rest = form;
                for selector in &selectors {
                    let variant = variants[rest % variants.len()];
                    rest /= variants.len();
                    match variant.parse::<u32>() {
                        Ok(number) => args.set(*selector, number),
                        Err(_) => args.set(*selector, FluentValue::from(variant)),
                    }
                }
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(errors.is_empty() && !said.trim().is_empty(), "{locale} {key}: {said} {errors:?}");
            }
        }
    }
}

#[test]
fn the_code_asks_for_every_message_and_for_no_other() {
    let code: String =
        ["src", "src/explanation"].into_iter().flat_map(|folder| files(folder).into_values()).collect();
    let known = messages(&files("locales")["en"]);
    for key in known.keys() {
        assert!(code.contains(&format!("\"{key}\"")), "nothing asks for {key}");
    }
    let mut asked = 0;
    for call in ["message(", "joined("] {
        for rest in code.split(call).skip(1) {
            if let Some((key, _)) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'))
            {
                assert!(known.contains_key(key), "{key} is no message");
                asked += 1;
            }
        }
    }
    assert!(asked > 50, "only {asked} messages are asked for");
}
