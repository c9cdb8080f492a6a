//! A rendered site in memory: what `render` makes, `publish` writes and `serve` answers from.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Every file of a site by its path: relative, `/` between folders, no leading slash
/// (`index.html`, `en/tier/gold/index.html`, `styles/site.css`). Sorted, so that two builds of the same
/// input list the same files in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Path → bytes, as they are published.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

impl Site {
    /// Adds a file. Two files at one address are a bug of the renderer or an alias that the checks let through.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        let path = path.into();
        let before = self.files.insert(path.clone(), bytes.into());
        assert!(before.is_none(), "two files at {path}");
    }

    /// How many of the files are pages.
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|path| path.rsplit('.').next() == Some("html")).count()
    }
}
