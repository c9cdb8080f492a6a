//! One layer of a programme: the base files, or those of an overlay, each parsed once.

use std::collections::BTreeMap;
use std::sync::Arc;

use rulebook::{Date, Month};

use super::file::Parsed;
use super::folder::FileBytes;
use super::kind::{Kind, kinds};
use super::record::{Read, Record};
use super::value::{Spanned, Stretch};
use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message, Sources, Span};

/// A record of a kind of content.
pub trait KindOf: Record + Read + Clone + Send + Sync + 'static {
    /// The kind.
    const KIND: Kind;
}

/// All files of one kind in a layer, by their path in it. A file that did not change from one reading to the next is
/// the same allocation in both, so that whatever was worked out of it can be kept.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    /// Path in the layer → file; translations are files of their own.
    pub docs: BTreeMap<String, Arc<Doc<T>>>,
    /// Whether a file's name was not usable, so that an id may be missing that the author thinks is there.
    pub has_bad_names: bool,
}

/// A file of a kind.
#[derive(Clone, Debug)]
pub struct Doc<T> {
    /// Its path in the content folder.
    pub file: Arc<str>,
    /// The locale, if it is a translation.
    pub locale: Option<String>,
    /// The path in the layer of what it translates; its own, if it is no translation.
    pub original: String,
    /// What it holds.
    pub state: DocState<T>,
    /// What is wrong with it by itself.
    pub found: Vec<Diagnostic>,
    /// Its text, as far as it is one; `None` for a file that is too large.
    pub text: Option<Arc<str>>,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum DocState<T> {
    /// It removes the earlier file of its path.
    Removed(Span),
    /// It is a draft, and as if it were not there.
    Draft,
    /// Records by id.
    Entries {
        /// In the order of the file.
        entries: Vec<Entry<T>>,
        /// The ids of drafts, which are as if they were not there.
        drafts: Vec<String>,
        /// Whether the file could not be read to its end, so that ids may be missing.
        incomplete: bool,
    },
}

/// A record with its id.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The id and where it stands (for a file's own id: nowhere).
    pub id: Spanned<String>,
    /// The record; `None` if it could not be read, which was reported.
    pub record: Option<T>,
    /// The Markdown after the front matter.
    pub body: Option<Stretch>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { docs: BTreeMap::new(), has_bad_names: false }
    }
}

macro_rules! layer {
    ($($(#[$doc:meta])* $kind:ident $word:literal {
        record: $record:ident, shelf: $shelf:ident, $($rest:tt)*
    })*) => {
        /// The files of one layer.
        #[derive(Clone, Debug, Default)]
        pub struct Layer {
            /// The date of an overlay; `None` for the base.
            pub version: Option<Date>,
            $($(#[$doc])* pub $shelf: Shelf<super::kinds::$record>,)*
            /// `assets/**`: path in `assets/` → bytes.
            pub assets: BTreeMap<String, Arc<[u8]>>,
        }

        $(impl KindOf for super::kinds::$record {
            const KIND: Kind = Kind::$kind;
        })*

        impl Layer {
            /// Takes a file in. `file` is its path in the content folder, `path` that in the layer.
            pub(super) fn take(
                &mut self,
                file: &str,
                path: &str,
                bytes: &FileBytes,
                parsed: Parsed,
                sources: &mut Sources,
                diagnostics: &mut Diagnostics,
            ) {
                match parsed {
                    Parsed::Asset(asset) => {
                        self.assets.insert(asset, bytes.shared());
                    }
                    Parsed::Tolerated => {}
                    Parsed::Stray(found) => diagnostics.push(*found),
                    Parsed::BadName(kind, id) => {
                        diagnostics.push(Diagnostic::new(Location::file(file), Message::BadId { id }));
                        match kind {
                            $(Kind::$kind => self.$shelf.has_bad_names = true,)*
                        }
                    }
                    $(Parsed::$kind(doc) => self.$shelf.take(path, doc, sources, diagnostics),)*
                }
            }

            /// Takes note of a path that could not be read.
            pub(super) fn miss(&mut self, path: &str) {
                $(self.$shelf.miss(path, Kind::$kind);)*
            }
        }
    };
}

kinds!(layer);

impl Layer {
    pub(super) fn base() -> Self {
        Self::default()
    }

    pub(super) fn overlay(version: Option<Date>) -> Self {
        Self { version, ..Self::default() }
    }

    /// The month from which it is in force; `None` for the base.
    pub fn month(&self) -> Option<Month> {
        self.version.map(Date::month)
    }
}

impl<T> Shelf<T> {
    /// Whether there is nothing but translations.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_bad_names && self.docs.values().all(|doc| doc.locale.is_some())
    }

    /// Whether there is no file at all.
    pub(crate) fn has_nothing(&self) -> bool {
        !self.has_bad_names && self.docs.is_empty()
    }

    fn take(&mut self, path: &str, doc: Arc<Doc<T>>, sources: &mut Sources, diagnostics: &mut Diagnostics) {
        diagnostics.extend(doc.found.iter().cloned());
        if let Some(text) = &doc.text {
            sources.insert(Arc::clone(&doc.file), Arc::clone(text));
        }
        self.docs.insert(path.to_owned(), doc);
    }

    /// Takes note of a file or folder that could not be read: what of the kind is in it is unknown.
    fn miss(&mut self, path: &str, kind: Kind) {
        let inside =
            path.strip_prefix(kind.path()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.has_bad_names |= inside;
    }
}
