//! The content folder, read: every file parsed to spanned raw records, layer by layer (the base and each overlay),
//! with everything that is wrong with a file by itself. What files say about each other is the catalogue's to check.

pub(crate) mod condition;
mod decimal;
mod folder;
pub(crate) mod json;
pub mod kinds;
mod layer;
pub mod record;
pub mod shapes;
mod syntax;
pub(crate) mod toml;
pub mod value;

pub use decimal::from_text as decimal;
pub use folder::Folder;
pub(crate) use folder::{named, read_file};
pub use layer::{Doc, DocState, Entry, Form, KindOf, Layer, Shelf};

use std::collections::BTreeMap;
use std::sync::Arc;

use rulebook::{Date, Month};

use crate::diagnostics::{Diagnostic, Diagnostics, Message, Place, Sources, Span, TextProblem};

/// The largest file that is read.
const LARGEST: usize = 16 * 1024 * 1024;

/// A content folder, read.
pub struct Content {
    /// The base first, then the overlays in the order of their dates.
    pub layers: Vec<Layer>,
    /// The texts, for diagnostics to point into.
    pub sources: Sources,
}

impl Content {
    /// Reads a folder: what can be read of it, and all that is wrong with its files one by one. Drafts are as if
    /// they were not there, unless they are asked for.
    pub fn read(folder: &Folder, drafts: bool, diagnostics: &mut Diagnostics) -> Self {
        diagnostics.extend(folder.problems.iter().cloned());
        let mut sources = Sources::default();
        let mut layers: BTreeMap<Option<Date>, Layer> = BTreeMap::from([(None, Layer::base())]);
        for (path, bytes) in &folder.files {
            let (version, inner) = match path.strip_prefix("versions/") {
                None => (None, path.as_str()),
                Some(rest) => {
                    let (name, inner) = rest.split_once('/').unwrap_or((rest, ""));
                    let Some(date) = version_date(name).filter(|_| !inner.is_empty()) else {
                        let message = Message::BadVersionFolder { name: name.to_owned() };
                        diagnostics.push(Diagnostic::new(Place::file(format!("versions/{name}")), message));
                        continue;
                    };
                    (Some(date), inner)
                }
            };
            let layer = layers.entry(version).or_insert_with(|| Layer::overlay(version));
            layer.read_file(path, inner, bytes, drafts, &mut sources, diagnostics);
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
        Self { layers: layers.into_values().collect(), sources }
    }
}

fn version_date(name: &str) -> Option<Date> {
    let date: Date = name.parse().ok()?;
    (date.day() == 1).then_some(date)
}

impl Layer {
    /// The month from which it is in force; `None` for the base.
    pub fn month(&self) -> Option<Month> {
        self.version.map(Date::month)
    }
}

/// A file's text, without its byte order mark as far as reading is concerned: the returned offset is where it
/// starts.
pub(crate) fn text_of(
    path: &str,
    bytes: &Arc<[u8]>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(Arc<str>, usize)> {
    let file: Arc<str> = path.into();
    if bytes.len() > LARGEST {
        let message = Message::UnreadableText { problem: TextProblem::TooLarge };
        diagnostics.push(Diagnostic::new(Place::file(file), message));
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text: Arc<str> = text.into();
            sources.insert(file, Arc::clone(&text));
            let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            Some((text, start))
        }
        Err(error) => {
            let at = error.valid_up_to();
            let valid = String::from_utf8_lossy(&bytes[..at]).into_owned();
            sources.insert(Arc::clone(&file), valid.into());
            let message = Message::UnreadableText { problem: TextProblem::NotUtf8 };
            diagnostics.push(Diagnostic::new(Place { file, span: Span { start: at, end: at } }, message));
            None
        }
    }
}
