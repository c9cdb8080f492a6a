//! A programme's folder in a place of its own, where a test may change it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::site_gen::BASE;

/// How many benefits the large programme has beside the sample's: more than two pages of one category, and some without a
/// category.
pub const ADDED: usize = 250;

/// A copy of a programme, and room beside it for what is made from it. Removed when dropped.
#[derive(Debug)]
pub struct Programme {
    dir: TempDir,
}

impl Programme {
    /// The sample programme.
    pub fn sample() -> Self {
        Self::copy_of(&super::root().join("content"))
    }

    /// The sample programme with so many benefits that their lists are split, at the address of the tests' server.
    pub fn large() -> Self {
        let programme = Self::sample();
        programme.edit("programme.toml", "\"https://example.com/\"", &format!("{BASE:?}"));
        for number in 0..ADDED {
            let mut text = format!("+++\nname = \"礼遇{number}\"\n");
            if number % 10 != 0 {
                text.push_str("category = \"travel\"\npartner = \"qian-lounge\"\n");
            }
            if number % 3 == 0 {
                text.push_str("when = { segment = \"payroll\" }\n");
            }
            let quota = number % 9 + 1;
            let _ = write!(text, "[tiers.gold]\nquota = {quota}\nper = \"year\"\n+++\n\n一段说明。\n");
            programme.write(&format!("benefits/travel/added-{number}.md"), &text);
        }
        programme
    }

    /// None yet: only the place for one.
    pub fn empty() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Any folder.
    pub fn copy_of(content: &Path) -> Self {
        let programme = Self::empty();
        copy(content, &programme.content());
        programme
    }

    /// The content folder.
    pub fn content(&self) -> PathBuf {
        self.beside("content")
    }

    /// Where the site is published.
    pub fn out(&self) -> PathBuf {
        self.beside("site")
    }

    /// A file or folder beside the content.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A file of the content.
    pub fn read(&self, path: &str) -> String {
        let path = self.content().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Saves a file of the content in one step, as careful editors do, so that half of it is never read.
    pub fn write(&self, path: &str, text: &str) {
        let temporary = self.beside("being-saved");
        fs::write(&temporary, text).expect("the temporary folder can be written");
        fs::rename(&temporary, self.content().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Replaces `from`, which must be there, by `to`.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, &text.replacen(from, to, 1));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("the temporary folder can be written");
    let entries = fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    for entry in entries {
        let entry = entry.expect("a folder that can be read");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a file that can be copied");
        }
    }
}
