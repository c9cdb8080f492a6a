//! The files in force in one version: those of the version before, with the files of its own layer laid over, by path.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::content::record::Reader;
use crate::content::value::Stretch;
use crate::content::{Doc, DocState, Entry, Kind, KindOf, Shelf};
use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message, Span, nearest};

/// Everything of one kind that is in force, in the order of files and of tables in them.
pub(crate) struct Merged<'a, T> {
    /// What is in force.
    pub(crate) all: Vec<Found<'a, T>>,
    /// Whether ids may be missing that the author thinks are there: a name that resolves to none is then not
    /// reported, because the reason already was.
    pub(crate) incomplete: bool,
    /// Whether it is required and there is none, which is reported once and for all.
    pub(crate) is_missing: bool,
    /// Indexes into `all`, by key.
    by_key: HashMap<&'a str, usize>,
    /// The files in force, each with the place of its layer.
    files: BTreeMap<&'a str, (usize, &'a Arc<Doc<T>>)>,
    /// The files that are drafts in some layer up to this one.
    draft_files: HashSet<&'a str>,
    /// Whether some layer up to this one has a file whose name is not usable.
    has_bad_names: bool,
}

/// The kinds that a programme cannot do without.
const REQUIRED: &[Kind] = &[Kind::Programme, Kind::Metric, Kind::Tier];

/// A record that is in force, with its translations.
pub(crate) struct Found<'a, T> {
    pub(crate) key: &'a str,
    /// Where its id stands, or its file.
    pub(crate) location: Location,
    /// `None` if it could not be read.
    pub(crate) record: Option<&'a T>,
    pub(crate) body: Option<&'a Stretch>,
    /// The place of the layer that its file is of.
    pub(crate) layer: usize,
    /// Its file.
    pub(crate) doc: &'a Arc<Doc<T>>,
    pub(crate) translations: BTreeMap<&'a str, Translation<'a, T>>,
}

/// A record's words in another language.
pub(crate) struct Translation<'a, T> {
    pub(crate) doc: &'a Arc<Doc<T>>,
    pub(crate) record: Option<&'a T>,
    pub(crate) body: Option<&'a Stretch>,
}

impl<T> Found<'_, T> {
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.location.file
    }

    /// The record of its translation to a locale.
    pub(crate) fn translated(&self, locale: &str) -> Option<&T> {
        self.translations.get(locale).and_then(|translation| translation.record)
    }

    /// A place in its file.
    pub(crate) fn at(&self, span: Span) -> Location {
        Location { file: Arc::clone(&self.location.file), span }
    }
}

impl<'a, T> Merged<'a, T> {
    pub(crate) fn find(&self, key: &str) -> Option<&Found<'a, T>> {
        self.by_key.get(key).map(|at| &self.all[*at])
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.all.iter().map(|found| found.key)
    }

    /// The records that could be read.
    pub(crate) fn read(&self) -> impl Iterator<Item = (&Found<'a, T>, &'a T)> {
        self.all.iter().filter_map(|found| found.record.map(|record| (found, record)))
    }
}

/// Lays the files of a layer over those that were in force before it. `layer` is its place.
pub(crate) fn merge<'a, T: KindOf>(
    before: Option<&Arc<Merged<'a, T>>>,
    shelf: &'a Shelf<T>,
    layer: usize,
    diagnostics: &mut Diagnostics,
) -> Arc<Merged<'a, T>> {
    if let Some(before) = before.filter(|_| shelf.has_nothing()) {
        return Arc::clone(before);
    }
    let mut files = before.map(|before| before.files.clone()).unwrap_or_default();
    let mut draft_files = before.map(|before| before.draft_files.clone()).unwrap_or_default();
    let mut removed = HashSet::new();
    for (path, doc) in &shelf.docs {
        match &doc.state {
            DocState::Draft => {
                draft_files.insert(path.as_str());
            }
            DocState::Removed(span) => {
                if layer > 0 && files.remove(path.as_str()).is_none() {
                    let nearest = nearest(path, files.keys().copied());
                    let location = Location { file: Arc::clone(&doc.file), span: *span };
                    let message = Message::NothingToRemove { path: path.clone() };
                    diagnostics.push(Diagnostic::new(location, message).nearest(nearest));
                }
                removed.insert(path.as_str());
            }
            DocState::Entries { .. } => {
                files.insert(path, (layer, doc));
            }
        }
    }
    if !removed.is_empty() {
        // The translations of a removed file go with it, but for those that this layer itself says after it.
        files.retain(|path, (of, doc)| {
            let is_later = *of == layer && *path > doc.original.as_str();
            doc.locale.is_none() || is_later || !removed.contains(doc.original.as_str())
        });
    }
    let has_bad_names = shelf.has_bad_names || before.is_some_and(|before| before.has_bad_names);
    let has_files = files.values().any(|(_, doc)| doc.locale.is_none());
    let is_missing = REQUIRED.contains(&T::KIND) && !has_files && !has_bad_names;
    let mut merged = Merged {
        all: Vec::with_capacity(files.len()),
        incomplete: has_bad_names || is_missing,
        is_missing,
        by_key: HashMap::with_capacity(files.len()),
        files: BTreeMap::new(),
        draft_files,
        has_bad_names,
    };
    let mut drafts = HashSet::new();
    for &(of, doc) in files.values().filter(|(_, doc)| doc.locale.is_none()) {
        merged.add(doc, of, &mut drafts, diagnostics);
    }
    let may_be_orphans = !(has_bad_names || is_missing);
    for &(of, doc) in files.values() {
        if let Some(locale) = &doc.locale {
            if files.contains_key(doc.original.as_str()) {
                merged.translate(doc, locale, of == layer, &drafts, diagnostics);
            } else if !merged.draft_files.contains(doc.original.as_str()) && may_be_orphans {
                let message = Message::OrphanTranslation { path: doc.original.clone() };
                diagnostics.push(Diagnostic::new(Location::file(Arc::clone(&doc.file)), message));
            }
        }
    }
    merged.files = files;
    Arc::new(merged)
}

impl<'a, T: KindOf> Merged<'a, T> {
    /// `drafts` takes the ids of drafts in a file of tables.
    fn add(
        &mut self,
        doc: &'a Arc<Doc<T>>,
        layer: usize,
        drafts: &mut HashSet<&'a str>,
        diagnostics: &mut Diagnostics,
    ) {
        let DocState::Entries { entries, drafts: own_drafts, incomplete } = &doc.state else { return };
        self.incomplete |= *incomplete;
        drafts.extend(own_drafts.iter().map(String::as_str));
        for Entry { id, record, body } in entries {
            let location = Location { file: Arc::clone(&doc.file), span: id.span };
            if let Some(other) = self.find(&id.value) {
                let message = Message::DuplicateId { kind: T::KIND, id: id.value.clone() };
                diagnostics.push(Diagnostic::new(location, message).related(other.location.clone()));
                continue;
            }
            self.by_key.insert(&id.value, self.all.len());
            self.all.push(Found {
                key: &id.value,
                location,
                record: record.as_ref(),
                body: body.as_ref(),
                layer,
                doc,
                translations: BTreeMap::new(),
            });
        }
    }

    /// `is_new`: the translation is of this very layer. An older one may have words for what is gone by now.
    fn translate(
        &mut self,
        doc: &'a Arc<Doc<T>>,
        locale: &'a str,
        is_new: bool,
        drafts: &HashSet<&'a str>,
        diagnostics: &mut Diagnostics,
    ) {
        let DocState::Entries { entries, .. } = &doc.state else { return };
        for Entry { id, record, body } in entries {
            if let Some(at) = self.by_key.get(id.value.as_str()) {
                let translation = Translation { doc, record: record.as_ref(), body: body.as_ref() };
                self.all[*at].translations.insert(locale, translation);
            } else if !self.incomplete && is_new && !drafts.contains(id.value.as_str()) {
                let nearest = nearest(&id.value, self.keys());
                let message = Message::UnknownId { kind: T::KIND, id: id.value.clone() };
                let diagnostic =
                    Diagnostic::new(Reader::new(Arc::clone(&doc.file)).location(id.span), message);
                diagnostics.push(diagnostic.nearest(nearest));
            }
        }
    }
}
