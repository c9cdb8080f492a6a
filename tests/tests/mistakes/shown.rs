//! What a person reads of a mistake.

use std::fs;

use site_gen::diagnostics::{Diagnostics, Sources, Wording, print};

use super::base;

/// As on a terminal without colours.
pub(crate) fn human(found: &Diagnostics, sources: &Sources, language: &str) -> String {
    print::human(found, sources, &Wording::new(language), false)
}

/// In English.
pub(crate) fn plain(found: &Diagnostics, sources: &Sources) -> String {
    human(found, sources, "en")
}

/// Compares a text with the one written down beside the mistakes; with `BLESS=1`, writes it down.
pub(crate) fn compare_or_bless(name: &str, text: &str) {
    let path = base::folder().join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).expect("the snapshot can be written");
        return;
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    assert!(before == text, "{name} differs; look at it with BLESS=1 and `git diff`:\n{text}");
}
