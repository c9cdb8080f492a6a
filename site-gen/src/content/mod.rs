//! The content folder, read: every file parsed to spanned raw records, layer by layer (the base and each overlay),
//! with everything that is wrong with a file by itself. What files say about each other is the catalogue's to check.

pub(crate) mod condition;
pub(crate) mod decimal;
mod file;
mod folder;
pub(crate) mod json;
pub mod kind;
pub mod kinds;
mod layer;
pub mod record;
pub mod shapes;
mod syntax;
pub(crate) mod toml;
pub mod value;

pub use decimal::from_text as decimal;
pub use folder::{Changed, FileBytes, Folder};
pub(crate) use folder::{named, read_file};
pub use kind::{AnyKey, Form, KeyOf, Kind, Named};
pub use layer::{Doc, DocState, Entry, KindOf, Layer, Shelf};

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use rulebook::Date;

use file::File;

use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message, Sources, Span, TextProblem};

/// The largest file that is read.
const LARGEST: usize = 16 * 1024 * 1024;

/// A content folder, read.
pub struct Content {
    /// The base first, then the overlays in the order of their dates.
    pub layers: Vec<Layer>,
    /// The texts, for diagnostics to point into.
    pub sources: Sources,
    /// Whether drafts were taken in.
    drafts: bool,
}

impl Content {
    /// Reads a folder: what can be read of it, and all that is wrong with its files one by one. Drafts are as if
    /// they were not there, unless they are asked for.
    pub fn read(folder: &Folder, drafts: bool, diagnostics: &mut Diagnostics) -> Self {
        Self::read_again(folder, drafts, None, diagnostics)
    }

    /// Reads a folder once more: files that have the bytes that they had when `earlier` was read are not parsed again,
    /// their [`Doc`]s are the same allocations.
    pub fn read_again(
        folder: &Folder,
        drafts: bool,
        earlier: Option<&Self>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        diagnostics.extend(folder.problems.iter().cloned());
        let earlier = earlier.filter(|earlier| earlier.drafts == drafts);
        let earlier: HashMap<Option<Date>, &Layer> =
            earlier.iter().flat_map(|content| &content.layers).map(|layer| (layer.version, layer)).collect();
        let files: Vec<_> = folder.files.par_iter().collect();
        let parsed: Vec<_> = files
            .par_iter()
            .map(|&(path, bytes)| {
                let (version, inner) = layer_of(path)?;
                let file = File { path, inner, bytes, is_base: version.is_none(), drafts };
                Ok((path, version, inner, bytes, file.parse(earlier.get(&version).copied())))
            })
            .collect();
        let mut sources = Sources::default();
        let mut layers: BTreeMap<Option<Date>, Layer> = BTreeMap::from([(None, Layer::base())]);
        for file in parsed {
            match file {
                Ok((path, version, inner, bytes, parsed)) => {
                    let layer = layers.entry(version).or_insert_with(|| Layer::overlay(version));
                    layer.take(path, inner, bytes, parsed, &mut sources, diagnostics);
                }
                Err(BadVersion(name)) => {
                    let message = Message::BadVersionFolder { name: name.to_owned() };
                    diagnostics.push(Diagnostic::new(Location::file(format!("versions/{name}")), message));
                }
            }
        }
        for problem in &folder.problems {
            // What a link out of the folder, or a name that is no text, would have led to.
            let path = &*problem.at.file;
            match path.strip_prefix("versions/").and_then(|rest| rest.split_once('/')) {
                None => layers.entry(None).or_insert_with(Layer::base).miss(path),
                Some((name, inner)) => {
                    if let Some(layer) = layers.get_mut(&version_date(name)) {
                        layer.miss(inner);
                    }
                }
            }
        }
        Self { layers: layers.into_values().collect(), sources, drafts }
    }
}

/// The layer to which a path belongs, and the path in it.
fn layer_of(path: &str) -> Result<(Option<Date>, &str), BadVersion<'_>> {
    let Some(rest) = path.strip_prefix("versions/") else { return Ok((None, path)) };
    let (name, inner) = rest.split_once('/').unwrap_or((rest, ""));
    let date = version_date(name).filter(|_| !inner.is_empty());
    date.map(|date| (Some(date), inner)).ok_or(BadVersion(name))
}

/// The name of what stands in `versions/` and is no version.
struct BadVersion<'a>(&'a str);

fn version_date(name: &str) -> Option<Date> {
    let date: Date = name.parse().ok()?;
    (date.day() == 1).then_some(date)
}

/// A file's bytes as a text.
pub(crate) struct Text {
    /// As far as it is one; `None` for a file that is too large.
    pub(crate) valid: Option<Arc<str>>,
    /// Where it starts, after a byte order mark; `None` if it is not a text as a whole.
    pub(crate) start: Option<usize>,
    /// Why it is none.
    pub(crate) problem: Option<(Span, Message)>,
}

impl Text {
    pub(crate) fn read(file: &FileBytes) -> Self {
        let unreadable = |valid, span, problem| {
            let message = Message::UnreadableText { problem };
            Self { valid, start: None, problem: Some((span, message)) }
        };
        if file.as_bytes().len() > LARGEST {
            return unreadable(None, Span::default(), TextProblem::TooLarge);
        }
        match file {
            FileBytes::Text(text) => {
                let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
                Self { valid: Some(Arc::clone(text)), start: Some(start), problem: None }
            }
            FileBytes::Other(bytes) => {
                let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
                let at = valid.len();
                unreadable(Some(valid.into()), Span { start: at, end: at }, TextProblem::NotUtf8)
            }
        }
    }
}
