//! The files of the sample programme, and how many of each kind it has.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Files;

pub(super) struct Sample {
    pub(super) files: Files,
    pub(super) benefits: usize,
    pub(super) metrics: usize,
    pub(super) earn: usize,
    pub(super) tiers: usize,
    pub(super) tasks: usize,
    pub(super) overlays: usize,
}

impl Sample {
    pub(super) fn read() -> Self {
        let mut files = Files::new();
        let content = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content"));
        walk(content, "", &mut files);
        let in_folder = |folder: &str| {
            let pages = files.keys().filter(|path| path.starts_with(folder));
            pages
                .filter(|path| path.rsplit('/').next().is_some_and(|name| name.matches('.').count() == 1))
                .count()
        };
        let overlays: BTreeSet<_> =
            files.keys().filter_map(|path| path.strip_prefix("versions/")?.split('/').next()).collect();
        Self {
            benefits: in_folder("benefits/"),
            metrics: table(&files, "metrics.toml").len(),
            earn: table(&files, "earn.toml").len(),
            tiers: in_folder("tiers/"),
            tasks: in_folder("tasks/"),
            overlays: overlays.len(),
            files,
        }
    }

    /// The name of a thing that has a file of its own, in the language of a suffix (`""`, `".en"`).
    pub(super) fn name(&self, folder: &str, id: &str, suffix: &str) -> String {
        let path = format!("{folder}/{id}{suffix}.md");
        let text = text(&self.files, &path);
        let front = text.split("+++\n").nth(1).expect("a Markdown file has front matter");
        let front: toml::Table = front.parse().expect("the sample programme is right");
        front["name"].as_str().expect("a name is a text").to_owned()
    }

    /// The name of a category in the language of a suffix.
    pub(super) fn category(&self, id: &str, suffix: &str) -> String {
        let table = table(&self.files, &format!("categories{suffix}.toml"));
        table[id]["name"].as_str().expect("a name is a text").to_owned()
    }
}

pub(super) fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("the sample programme has {path}"));
    std::str::from_utf8(bytes).expect("the sample programme is UTF-8")
}

fn table(files: &Files, path: &str) -> toml::Table {
    text(files, path).parse().expect("the sample programme is right")
}

fn walk(folder: &Path, prefix: &str, files: &mut Files) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.expect("a folder that can be read");
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("a file that can be read"));
        }
    }
}
