//! One file of a layer, parsed by itself: independent of all other files, so that files can be parsed side by side and
//! kept for as long as their bytes stay the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::folder::FileBytes;
use super::kind::{Form, Kind, kinds};
use super::layer::{Doc, DocState, Entry, KindOf, Layer, Shelf};
use super::record::{Reader, head};
use super::value::{Spanned, Stretch, Table, Value};
use crate::diagnostics::{Diagnostic, Location, Message, Span, nearest};

/// A file on its way into a layer.
pub(super) struct File<'a> {
    /// Path in the content folder.
    pub(super) path: &'a str,
    /// Path in the layer.
    pub(super) inner: &'a str,
    pub(super) bytes: &'a FileBytes,
    /// Whether it is of the base, not of an overlay.
    pub(super) is_base: bool,
    /// Whether drafts are taken in.
    pub(super) drafts: bool,
}

macro_rules! parsed {
    ($($(#[$doc:meta])* $kind:ident $word:literal {
        record: $record:ident, shelf: $shelf:ident, $($rest:tt)*
    })*) => {
        /// What a file is.
        pub(super) enum Parsed {
            /// One of `assets/`, by its path there.
            Asset(String),
            /// None of the programme's, without a warning.
            Tolerated,
            /// None of the programme's.
            Stray(Box<Diagnostic>),
            /// One of a kind, under a name that is no id.
            BadName(Kind, String),
            $($(#[$doc])* $kind(Arc<Doc<super::kinds::$record>>),)*
        }

        impl File<'_> {
            /// Parses it. What the same layer held in an earlier reading is kept, where it is the same.
            pub(super) fn parse(&self, earlier: Option<&Layer>) -> Parsed {
                if let Some(asset) = self.inner.strip_prefix("assets/") {
                    return Parsed::Asset(asset.to_owned());
                }
                $(if let Some(name) = Name::of(Kind::$kind, self.inner) {
                    return match self.doc(&name, earlier.map(|layer| &layer.$shelf)) {
                        Ok(doc) => Parsed::$kind(doc),
                        Err(BadId(id)) => Parsed::BadName(Kind::$kind, id),
                    };
                })*
                self.stray()
            }
        }
    };
}

kinds!(parsed);

impl File<'_> {
    fn stray(&self) -> Parsed {
        if self.is_base && self.path == "README.md" {
            return Parsed::Tolerated;
        }
        let first = self.inner.split('/').next().unwrap_or(self.inner);
        let known = Kind::ALL.iter().map(|kind| kind.path()).chain(["assets", "versions"]);
        let nearest = nearest(first, known).filter(|name| *name != first);
        let message = Message::StrayFile { path: self.path.to_owned() };
        Parsed::Stray(Box::new(Diagnostic::new(Location::file(self.path), message).nearest(nearest)))
    }

    fn doc<T: KindOf>(&self, name: &Name<'_>, earlier: Option<&Shelf<T>>) -> Result<Arc<Doc<T>>, BadId> {
        if T::KIND.form().is_folder() && !is_id(name.id) {
            return Err(BadId(name.id.to_owned()));
        }
        if let Some(same) = earlier.and_then(|shelf| shelf.docs.get(self.inner))
            && same.text.as_ref().is_some_and(|text| self.bytes.is(text))
        {
            return Ok(Arc::clone(same));
        }
        let mut reading = Reading::new(self, name);
        let state = reading.state::<T>();
        let Reading { reader, text, .. } = reading;
        Ok(Arc::new(Doc {
            file: Arc::clone(reader.file()),
            locale: name.locale.map(str::to_owned),
            original: name.original(),
            state,
            found: reader.found,
            text,
        }))
    }
}

/// A name that is no id.
struct BadId(String);

/// What a path says of a file.
struct Name<'a> {
    folder: &'a str,
    id: &'a str,
    locale: Option<&'a str>,
    extension: &'static str,
}

impl<'a> Name<'a> {
    fn of(kind: Kind, path: &'a str) -> Option<Self> {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let (form, at) = (kind.form(), kind.path());
        let extension = if form.has_body() { ".md" } else { ".toml" };
        let in_place = match form {
            Form::File | Form::Tables => folder.is_empty(),
            Form::TomlFolder | Form::Markdown => folder == at,
            Form::MarkdownTree => {
                folder.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
        };
        let stem = file.strip_suffix(extension).filter(|_| in_place)?;
        let (id, locale) = match stem.split_once('.') {
            None => (stem, None),
            Some((id, locale)) if locale.parse::<unic_langid::LanguageIdentifier>().is_ok() => {
                (id, Some(locale))
            }
            Some(_) => return None,
        };
        if !form.is_folder() && at.strip_suffix(extension) != Some(id) {
            return None;
        }
        Some(Self { folder, id, locale, extension })
    }

    /// The path in the layer of what is translated; its own path, if it is no translation.
    fn original(&self) -> String {
        let slash = if self.folder.is_empty() { "" } else { "/" };
        format!("{}{slash}{}{}", self.folder, self.id, self.extension)
    }
}

/// Lower-case letters, digits and hyphens, starting with a letter.
pub(crate) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A file while it is parsed.
struct Reading<'a> {
    id: &'a str,
    is_base: bool,
    drafts: bool,
    reader: Reader,
    text: Option<Arc<str>>,
    /// Where the text starts, after a byte order mark; `None` if it is no text.
    start: Option<usize>,
}

impl<'a> Reading<'a> {
    fn new(file: &File<'_>, name: &Name<'a>) -> Self {
        let mut reader = Reader::new(file.path.into());
        reader.translation = name.locale.is_some();
        let read = super::Text::read(file.bytes);
        if let Some((span, message)) = read.problem {
            reader.report(span, message);
        }
        Self {
            id: name.id,
            is_base: file.is_base,
            drafts: file.drafts,
            reader,
            text: read.valid,
            start: read.start,
        }
    }

    fn state<T: KindOf>(&mut self) -> DocState<T> {
        let Some((text, start)) = self.text.clone().zip(self.start) else { return self.unknown() };
        let form = T::KIND.form();
        let parts = if form.has_body() {
            match front_matter(&text, start) {
                Ok(parts) => parts,
                Err((span, message)) => {
                    self.reader.report(span, message);
                    return self.unknown();
                }
            }
        } else {
            Parts { toml: start..text.len(), body: None }
        };
        let (mut table, errors) = super::toml::parse(&text[parts.toml.clone()]);
        table.shift(parts.toml.start);
        let broken = Broken::new(&text[parts.toml.clone()], &errors);
        let is_broken = !errors.is_empty();
        for (span, message) in errors {
            self.reader.report(span.shifted(parts.toml.start), message);
        }
        match self.removed(&table) {
            Ok(None) => {}
            Ok(Some(removed)) => return DocState::Removed(removed),
            Err(()) => return self.unknown(),
        }
        self.reader.dates_as_text = form == Form::TomlFolder;
        if form == Form::Tables {
            return self.tables(&table, &broken);
        }
        if self.is_draft(&table) {
            return DocState::Draft;
        }
        let body = parts.body.map(|body| Stretch::new(Arc::clone(&text), body.into()));
        let span = head(&table, Span { start: parts.toml.start, end: parts.toml.start });
        let record = (!is_broken).then(|| T::read_table(&table, span, &mut self.reader));
        let entry = Entry { id: Spanned::new(self.id.to_owned(), Span::default()), record, body };
        DocState::Entries { entries: vec![entry], drafts: Vec::new(), incomplete: is_broken }
    }

    /// A file of which no more is known than its name.
    fn unknown<T: KindOf>(&self) -> DocState<T> {
        let id = || Spanned::new(self.id.to_owned(), Span::default());
        let entry = (T::KIND.form() != Form::Tables).then(|| Entry { id: id(), record: None, body: None });
        DocState::Entries { entries: entry.into_iter().collect(), drafts: Vec::new(), incomplete: true }
    }

    fn tables<T: KindOf>(&mut self, table: &Table, broken: &Broken) -> DocState<T> {
        let mut entries = Vec::new();
        let mut drafts = Vec::new();
        let mut incomplete = broken.lost;
        for (id, node) in &table.entries {
            if matches!(&node.value, Value::Table(table) if self.is_draft(table)) {
                drafts.push(id.value.clone());
                continue;
            }
            let usable = is_id(&id.value);
            if !usable {
                self.reader.report(id.span, Message::BadId { id: id.value.clone() });
                incomplete = true;
            }
            let record = match &node.value {
                _ if broken.ids.contains(&id.value) => None,
                Value::Table(table) => Some(T::read_table(table, id.span, &mut self.reader)),
                _ => self.reader.wrong_type(node, "table"),
            };
            entries.push(Entry { id: id.clone(), record: record.filter(|_| usable), body: None });
        }
        DocState::Entries { entries, drafts, incomplete }
    }

    /// Whether the file only removes the earlier one of its path; if it is wrong to, what is meant is unknown.
    fn removed(&mut self, table: &Table) -> Result<Option<Span>, ()> {
        let Some((key, node)) = table.entries.iter().find(|(key, _)| key.value == "removed") else {
            return Ok(None);
        };
        match node.value {
            Value::Flag(true) => {}
            Value::Flag(false) => return Ok(None),
            _ => {
                let (expected, found) = ("boolean".to_owned(), node.value.kind().to_owned());
                self.reader.report(node.span, Message::WrongType { expected, found });
                return Err(());
            }
        }
        if self.is_base {
            self.reader.report(key.span, Message::RemovedInBase {});
            return Err(());
        }
        if let Some((other, _)) = table.entries.iter().find(|(other, _)| other.value != "removed") {
            self.reader.report(other.span, Message::RemovedWithMore { key: other.value.clone() });
        }
        Ok(Some(key.span))
    }

    fn is_draft(&self, table: &Table) -> bool {
        !self.drafts && table.get("draft").is_some_and(|node| node.value == Value::Flag(true))
    }
}
/// What of a file of tables could not be read.
struct Broken {
    /// The tables in which there is a mistake of syntax.
    ids: BTreeSet<String>,
    /// Whether there may be tables that are not known of.
    lost: bool,
}

impl Broken {
    fn new(text: &str, errors: &[(Span, Message)]) -> Self {
        let mut broken = Self { ids: BTreeSet::new(), lost: false };
        if errors.is_empty() {
            return broken;
        }
        let sections = super::syntax::sections(text);
        for (span, _) in errors {
            let at = sections.partition_point(|section| section.start <= span.start).saturating_sub(1);
            let section = &text[sections[at].clone()];
            let line = section.lines().next().unwrap_or_default();
            let id = line
                .trim_start_matches('[')
                .split(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
            broken.ids.extend(id.take(1).filter(|_| line.starts_with('[')).map(str::to_owned));
            // The header itself is wrong, or what stands before the first one.
            let own_line = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
            let headers =
                text[own_line..span.end.max(own_line)].split('\n').any(|line| line.starts_with('['));
            // What is no key may have been a header.
            let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
            let is_key = text[own_line..line_end].contains('=');
            broken.lost |= headers || !is_key || !line.starts_with('[');
        }
        broken
    }
}

/// Where a Markdown file's parts stand.
struct Parts {
    toml: std::ops::Range<usize>,
    body: Option<std::ops::Range<usize>>,
}

/// Finds the front matter between two `+++` lines.
fn front_matter(text: &str, start: usize) -> Result<Parts, (Span, Message)> {
    let is_fence = |line: &str| line.trim_end() == "+++";
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if !is_fence(first) {
        let end = start + first.trim_end().len();
        return Err((Span { start, end }, Message::NoFrontMatter {}));
    }
    let from = start + first.len();
    let mut at = from;
    for line in lines {
        if is_fence(line) {
            return Ok(Parts { toml: from..at, body: Some(at + line.len()..text.len()) });
        }
        at += line.len();
    }
    Err((Span { start, end: start + 3 }, Message::OpenFrontMatter {}))
}
