//! A theme: templates, styles, scripts, icons and words in one folder.
//!
//! ```text
//! templates/*.html             a page each; templates/components/*.html hold Tera components
//! styles/LAYER.css             reset, tokens, base, layout, print
//! styles/components/NAME.css   one file a component, named like its partial
//! scripts/*.js                 ES modules; main.js is loaded by every page
//! static/*                     published as it is: the icon of the browser's tab, images, fonts
//! icons/NAME.svg               what `icon` in content and in templates may name
//! words/LOCALE.ftl             the theme's own words
//! ```
//!
//! The default theme is in the binary. A theme of a bank's own is laid over it, so it holds only the files that
//! differ.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use crate::content::{named, read_file};

/// The default theme's files, by path.
const DEFAULT: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// The styles before the components' and after them, in the order of the layers.
const STYLES_BEFORE: &[&str] = &["layers", "reset", "tokens", "base", "layout"];
const STYLES_AFTER: &[&str] = &["print"];

/// A theme's files in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Default for Theme {
    fn default() -> Self {
        let files = DEFAULT.iter().map(|&(path, bytes)| (path.to_owned(), Cow::Borrowed(bytes))).collect();
        Self { files }
    }
}

impl Theme {
    /// The default theme with the files of a folder laid over it.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut theme = Self::default();
        theme.overlay(folder, "")?;
        Ok(theme)
    }

    /// Takes in a folder; hidden files (an editor's, version control's) are no part of a theme.
    fn overlay(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder).map_err(|error| named(prefix, &error))? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            let path = format!("{prefix}{name}");
            if entry.path().is_dir() {
                self.overlay(&entry.path(), &format!("{path}/"))?;
            } else if let Some(bytes) = read_file(&entry.path()).map_err(|error| named(&path, &error))? {
                self.files.insert(path, Cow::Owned(bytes));
            }
        }
        Ok(())
    }

    /// The text files of a folder with an extension: name without either → text. What is not UTF-8 is shown with
    /// replacement characters rather than refused: it can only be a comment or a mistake that is seen at once.
    pub(crate) fn texts<'a>(
        &'a self,
        folder: &'a str,
        extension: &'a str,
    ) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
        self.files.iter().filter_map(move |(path, bytes)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let name = name.strip_suffix(extension)?.strip_suffix('.')?;
            Some((name, String::from_utf8_lossy(bytes)))
        })
    }

    /// A text file by its path.
    pub(crate) fn text(&self, path: &str) -> Option<Cow<'_, str>> {
        self.files.get(path).map(|bytes| String::from_utf8_lossy(bytes))
    }

    /// What a site made with this theme publishes beside its pages.
    pub fn assets(&self) -> Assets {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        files.insert("site.css".to_owned(), self.stylesheet().into_bytes());
        for (name, script) in self.texts("scripts", "js") {
            files.insert(format!("{name}.js"), script.into_owned().into_bytes());
        }
        if let Some(licence) = self.files.get("icons/LICENSE") {
            files.insert("icons-licence.txt".to_owned(), licence.to_vec());
        }
        // The icon in the browser's tab, and whatever images and fonts a theme's styles refer to.
        for (path, bytes) in &self.files {
            if let Some(name) = path.strip_prefix("static/") {
                files.insert(name.to_owned(), bytes.to_vec());
            }
        }
        let folder = format!("_theme/{}", digest(&files));
        Assets {
            files: files.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes)).collect(),
            folder,
        }
    }

    /// All styles as one file: a phone on a slow line fetches once, and the layers' order stands in one place.
    fn stylesheet(&self) -> String {
        let styles: BTreeMap<&str, Cow<'_, str>> = self.texts("styles", "css").collect();
        let components = styles.keys().copied().filter(|name| name.contains('/'));
        let order = STYLES_BEFORE.iter().copied().chain(components).chain(STYLES_AFTER.iter().copied());
        let mut sheet = String::new();
        for text in order.filter_map(|name| styles.get(name)) {
            sheet.push_str(text.trim_end());
            sheet.push_str("\n\n");
        }
        sheet
    }
}

/// A theme's public files.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The folder they are in, below the site's root. Its name carries a digest of them all, so that a server may let
    /// browsers keep them for ever, while modules import each other by plain names.
    pub folder: String,
    /// Path below the site's root → bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// FNV-1a over names and contents: a name for a cache, not a defence; the same on every machine.
fn digest(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for (name, bytes) in files {
        for byte in name.bytes().chain([0]).chain(bytes.iter().copied()).chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:010x}", hash >> 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_changes_the_folder_of_the_assets() {
        let theme = Theme::default();
        let mut other = theme.clone();
        other.files.insert("scripts/extra.js".to_owned(), Cow::Borrowed(b"export {};"));
        assert_eq!(theme.assets().folder, Theme::default().assets().folder);
        assert_ne!(theme.assets().folder, other.assets().folder);
    }

    #[test]
    fn every_style_is_in_a_layer_and_only_tokens_name_colours() {
        let theme = Theme::default();
        for (name, text) in theme.texts("styles", "css") {
            assert!(text.contains("@layer"), "{name}: no layer");
            assert!(!text.contains("!important"), "{name}: !important");
            let colours = ["rgb(", "hsl(", "oklch(", "light-dark("].iter().any(|word| text.contains(word));
            let hex = text
                .split('#')
                .skip(1)
                .any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
            assert!(name == "tokens" || !(colours || hex), "{name}: a colour outside tokens");
        }
    }
}
