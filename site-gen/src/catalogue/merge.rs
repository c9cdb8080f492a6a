//! The files in force in one version: the base with the overlays up to it laid over, by path.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::record::Reader;
use crate::content::value::Spanned;
use crate::content::{Content, Doc, DocState, Entry, KindOf, Layer, Shelf};
use crate::diagnostics::{Diagnostic, Diagnostics, Message, Place, Span, nearest};

/// Everything of one kind that is in force, in the order of files and of tables in them.
pub(crate) struct Merged<'a, T> {
    /// What is in force.
    pub(crate) all: Vec<Found<'a, T>>,
    /// Whether ids may be missing that the author thinks are there: a name that resolves to none is then not
    /// reported, because the reason already was.
    pub(crate) incomplete: bool,
    /// Whether it is required and there is none, which is reported once and for all.
    pub(crate) is_missing: bool,
    /// The ids of drafts in files of tables.
    drafts: Vec<&'a str>,
}

/// The files and folders that a programme cannot do without.
const REQUIRED: &[&str] = &["programme.toml", "metrics.toml", "tiers"];

/// A record that is in force, with its translations.
pub(crate) struct Found<'a, T> {
    pub(crate) key: &'a str,
    /// Where its id stands, or its file.
    pub(crate) place: Place,
    /// `None` if it could not be read.
    pub(crate) record: Option<&'a T>,
    pub(crate) body: Option<&'a Spanned<String>>,
    /// Whether its file is of the very layer of this version.
    pub(crate) is_new: bool,
    pub(crate) translations: BTreeMap<&'a str, Translation<'a, T>>,
}

/// A record's words in another language.
pub(crate) struct Translation<'a, T> {
    pub(crate) file: Arc<str>,
    pub(crate) record: Option<&'a T>,
    pub(crate) body: Option<&'a Spanned<String>>,
}

impl<T> Found<'_, T> {
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.place.file
    }

    /// A place in its file.
    pub(crate) fn at(&self, span: Span) -> Place {
        Place { file: Arc::clone(&self.place.file), span }
    }
}

impl<'a, T> Merged<'a, T> {
    pub(crate) fn find(&self, key: &str) -> Option<&Found<'a, T>> {
        self.all.iter().find(|found| found.key == key)
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.all.iter().map(|found| found.key)
    }

    /// The records that could be read.
    pub(crate) fn read(&self) -> impl Iterator<Item = (&Found<'a, T>, &'a T)> {
        self.all.iter().filter_map(|found| found.record.map(|record| (found, record)))
    }
}

/// Lays the layers up to `last` over one another.
pub(crate) fn merge<'a, T: KindOf>(
    content: &'a Content,
    last: usize,
    shelf: impl Fn(&'a Layer) -> &'a Shelf<T>,
    diagnostics: &mut Diagnostics,
) -> Merged<'a, T> {
    let mut files: BTreeMap<&str, (usize, &Doc<T>)> = BTreeMap::new();
    let mut incomplete = false;
    for (at, layer) in content.layers[..=last].iter().enumerate() {
        let shelf = shelf(layer);
        incomplete |= shelf.has_bad_names;
        for (path, doc) in &shelf.docs {
            match &doc.state {
                DocState::Draft => {}
                DocState::Removed(span) => {
                    if at > 0 && files.remove(path.as_str()).is_none() {
                        let nearest = nearest(path, files.keys().copied());
                        let place = Place { file: Arc::clone(&doc.file), span: *span };
                        let message = Message::NothingToRemove { path: path.clone() };
                        diagnostics.push(Diagnostic::new(place, message).nearest(nearest));
                    }
                    files.retain(|_, (_, other)| other.locale.is_none() || other.original != *path);
                }
                DocState::Entries { .. } => {
                    files.insert(path, (at, doc));
                }
            }
        }
    }
    let has_files = files.values().any(|(_, doc)| doc.locale.is_none());
    let is_missing = REQUIRED.contains(&T::PATH) && !has_files && !incomplete;
    incomplete |= is_missing;
    let mut merged = Merged { all: Vec::new(), incomplete, is_missing, drafts: Vec::new() };
    for &(at, doc) in files.values().filter(|(_, doc)| doc.locale.is_none()) {
        merged.add(doc, at == last, diagnostics);
    }
    let drafts = drafts(content, last, &shelf);
    for &(at, doc) in files.values() {
        if let Some(locale) = &doc.locale {
            if files.contains_key(doc.original.as_str()) {
                merged.translate(doc, locale, at == last, diagnostics);
            } else if !drafts.contains(&doc.original.as_str()) && !incomplete {
                let message = Message::OrphanTranslation { path: doc.original.clone() };
                diagnostics.push(Diagnostic::new(Place::file(Arc::clone(&doc.file)), message));
            }
        }
    }
    merged
}

/// The paths that are drafts in some layer.
fn drafts<'a, T: KindOf>(
    content: &'a Content,
    last: usize,
    shelf: &impl Fn(&'a Layer) -> &'a Shelf<T>,
) -> Vec<&'a str> {
    let docs = content.layers[..=last].iter().flat_map(|layer| &shelf(layer).docs);
    docs.filter(|(_, doc)| matches!(doc.state, DocState::Draft)).map(|(path, _)| path.as_str()).collect()
}

impl<'a, T: KindOf> Merged<'a, T> {
    fn add(&mut self, doc: &'a Doc<T>, is_new: bool, diagnostics: &mut Diagnostics) {
        let DocState::Entries { entries, drafts, incomplete } = &doc.state else { return };
        self.incomplete |= *incomplete;
        self.drafts.extend(drafts.iter().map(String::as_str));
        for Entry { id, record, body } in entries {
            let place = Place { file: Arc::clone(&doc.file), span: id.span };
            if let Some(other) = self.find(&id.value) {
                let message = Message::DuplicateId { kind: T::WORD, id: id.value.clone() };
                diagnostics.push(Diagnostic::new(place, message).related(other.place.clone()));
                continue;
            }
            self.all.push(Found {
                key: &id.value,
                place,
                record: record.as_ref(),
                body: body.as_ref(),
                is_new,
                translations: BTreeMap::new(),
            });
        }
    }

    /// `is_new`: the translation is of this very layer. An older one may have words for what is gone by now.
    fn translate(&mut self, doc: &'a Doc<T>, locale: &'a str, is_new: bool, diagnostics: &mut Diagnostics) {
        let DocState::Entries { entries, .. } = &doc.state else { return };
        for Entry { id, record, body } in entries {
            let file = Arc::clone(&doc.file);
            match self.all.iter_mut().find(|found| found.key == id.value) {
                Some(found) => {
                    let record = record.as_ref();
                    found.translations.insert(locale, Translation { file, record, body: body.as_ref() });
                }
                None if self.incomplete || !is_new || self.drafts.contains(&id.value.as_str()) => {}
                None => {
                    let nearest = nearest(&id.value, self.keys());
                    let message = Message::UnknownId { kind: T::WORD, id: id.value.clone() };
                    let diagnostic = Diagnostic::new(Reader::new(file).place(id.span), message);
                    diagnostics.push(diagnostic.nearest(nearest));
                }
            }
        }
    }
}
