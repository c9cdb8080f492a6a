//! The files of a site: what `render` makes, `publish` writes and `serve` answers from.
//!
//! A path is relative, with `/` between folders and no leading slash (`index.html`, `en/tier/gold/index.html`,
//! `styles/site.css`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

/// The files of a site, each of which is made when it is asked for, so that no more of them are in memory than are
/// worked on. Several threads may ask at a time.
pub trait Files: Sync {
    /// Why a file cannot be made.
    type Error: Send;

    /// The path of every file, sorted, so that two builds of the same input list the same files in the same order.
    fn paths(&self) -> Vec<&str>;

    /// The bytes of a file as they are published, made anew for each call. `None` if the site has no such file.
    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, Self::Error>>;

    /// Whether the site has a file, which is not made for it.
    fn has(&self, path: &str) -> bool;
}

/// A site whose files are all in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Path → bytes, as they are published.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

impl Files for Site {
    type Error = Infallible;

    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, Infallible>> {
        self.files.get(path).map(|bytes| Ok(Cow::Borrowed(&**bytes)))
    }

    fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }
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
