//! One layer of a programme: the base files, or those of an overlay, each parsed once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rulebook::Date;

use super::kinds::{
    Benefit, Campaign, Category, Currency, Earn, Example, Faq, Metric, News, Page, Partner, Pool, Programme,
    Reward, Segment, Task, Term, Tier,
};
use super::record::{Read, Reader, Record, head};
use super::value::{Spanned, Table, Value};
use crate::diagnostics::{Diagnostic, Diagnostics, Message, Place, Sources, Span, nearest};

/// How a kind is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One TOML file that is one record.
    File,
    /// One TOML file with a table for each id.
    Tables,
    /// A folder with a TOML file for each id.
    TomlFolder,
    /// A folder with a Markdown file for each id; `deep`: in folders of any depth.
    Markdown {
        /// Whether folders are free.
        deep: bool,
    },
}

/// A kind of content and where it is written.
pub trait KindOf: Record + Read + Clone + 'static {
    /// The word by which ids of the kind are named.
    const WORD: &'static str;
    /// The file or folder.
    const PATH: &'static str;
    /// How it is written.
    const FORM: Form;
}

/// All files of one kind in a layer, by their path in it.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    /// Path in the layer → file; translations are files of their own.
    pub docs: BTreeMap<String, Doc<T>>,
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
    pub body: Option<Spanned<String>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { docs: BTreeMap::new(), has_bad_names: false }
    }
}

macro_rules! layer {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $word:literal, $path:literal, $form:expr;)*) => {
        /// The files of one layer.
        #[derive(Clone, Debug, Default)]
        pub struct Layer {
            /// The date of an overlay; `None` for the base.
            pub version: Option<Date>,
            $($(#[$doc])* pub $field: Shelf<$type>,)*
            /// `assets/**`: path in `assets/` → bytes.
            pub assets: BTreeMap<String, Arc<[u8]>>,
        }

        $(impl KindOf for $type {
            const WORD: &'static str = $word;
            const PATH: &'static str = $path;
            const FORM: Form = $form;
        })*

        /// The files and folders of a programme.
        const NAMES: &[&str] = &[$($path,)* "assets", "versions"];

        impl Layer {
            /// Reads a file into the shelf that it belongs to, if it belongs to any.
            fn dispatch(&mut self, file: &mut File<'_>) -> bool {
                let base = self.version.is_none();
                $(self.$field.take(file, base) ||)* false
            }

            /// Takes note of a path that could not be read.
            pub(super) fn miss(&mut self, path: &str) {
                $(self.$field.miss(path);)*
            }
        }
    };
}

layer! {
    /// `programme.toml`
    programme: Programme = "programme", "programme.toml", Form::File;
    /// `metrics.toml`
    metrics: Metric = "metric", "metrics.toml", Form::Tables;
    /// `currencies.toml`
    currencies: Currency = "currency", "currencies.toml", Form::Tables;
    /// `categories.toml`
    categories: Category = "category", "categories.toml", Form::Tables;
    /// `earn.toml`
    earn: Earn = "earn", "earn.toml", Form::Tables;
    /// `pools.toml`
    pools: Pool = "pool", "pools.toml", Form::Tables;
    /// `glossary.toml`
    glossary: Term = "term", "glossary.toml", Form::Tables;
    /// `tiers/ID.md`
    tiers: Tier = "tier", "tiers", Form::Markdown { deep: false };
    /// `benefits/**/ID.md`
    benefits: Benefit = "benefit", "benefits", Form::Markdown { deep: true };
    /// `tasks/**/ID.md`
    tasks: Task = "task", "tasks", Form::Markdown { deep: true };
    /// `campaigns/**/ID.md`
    campaigns: Campaign = "campaign", "campaigns", Form::Markdown { deep: true };
    /// `rewards/**/ID.md`
    rewards: Reward = "reward", "rewards", Form::Markdown { deep: true };
    /// `segments/ID.md`
    segments: Segment = "segment", "segments", Form::Markdown { deep: false };
    /// `partners/ID.md`
    partners: Partner = "partner", "partners", Form::Markdown { deep: false };
    /// `faq/**/ID.md`
    faq: Faq = "faq", "faq", Form::Markdown { deep: true };
    /// `news/**/ID.md`
    news: News = "news", "news", Form::Markdown { deep: true };
    /// `pages/**/ID.md`
    pages: Page = "page", "pages", Form::Markdown { deep: true };
    /// `examples/ID.toml`
    examples: Example = "example", "examples", Form::TomlFolder;
}

/// A file on its way into a layer.
struct File<'a> {
    /// Path in the content folder.
    path: &'a str,
    /// Path in the layer.
    inner: &'a str,
    bytes: &'a Arc<[u8]>,
    drafts: bool,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Layer {
    pub(super) fn base() -> Self {
        Self::default()
    }

    pub(super) fn overlay(version: Option<Date>) -> Self {
        Self { version, ..Self::default() }
    }

    pub(super) fn read_file(
        &mut self,
        path: &str,
        inner: &str,
        bytes: &Arc<[u8]>,
        drafts: bool,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) {
        if let Some(asset) = inner.strip_prefix("assets/") {
            self.assets.insert(asset.to_owned(), Arc::clone(bytes));
            return;
        }
        let mut file = File { path, inner, bytes, drafts, sources, diagnostics };
        let tolerated = self.version.is_none() && path == "README.md";
        if !self.dispatch(&mut file) && !tolerated {
            let first = inner.split('/').next().unwrap_or(inner);
            let nearest = nearest(first, NAMES.iter().copied()).filter(|name| *name != first);
            let message = Message::StrayFile { path: path.to_owned() };
            diagnostics.push(Diagnostic::new(Place::file(path), message).nearest(nearest));
        }
    }
}

impl<T> Shelf<T> {
    /// Whether there is nothing but translations.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_bad_names && self.docs.values().all(|doc| doc.locale.is_some())
    }
}

impl<T: KindOf> Shelf<T> {
    /// Takes note of a file or folder that could not be read: what of the kind is in it is unknown.
    fn miss(&mut self, path: &str) {
        let inside = path.strip_prefix(T::PATH).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.has_bad_names |= inside;
    }

    /// Reads a file if it is of this kind.
    fn take(&mut self, file: &mut File<'_>, base: bool) -> bool {
        let Some(name) = Name::of::<T>(file.inner) else { return false };
        if matches!(T::FORM, Form::Markdown { .. } | Form::TomlFolder) && !is_id(&name.id) {
            self.has_bad_names = true;
            let message = Message::BadId { id: name.id };
            file.diagnostics.push(Diagnostic::new(Place::file(file.path), message));
            return true;
        }
        let state = file.read::<T>(&name, base);
        let doc = Doc { file: file.path.into(), locale: name.locale, original: name.original, state };
        self.docs.insert(file.inner.to_owned(), doc);
        true
    }
}

/// What a path says of a file.
struct Name {
    id: String,
    locale: Option<String>,
    original: String,
}

impl Name {
    fn of<T: KindOf>(path: &str) -> Option<Self> {
        let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
        let (extension, in_place) = match T::FORM {
            Form::File | Form::Tables => (".toml", folder.is_empty()),
            Form::TomlFolder => (".toml", folder == T::PATH),
            Form::Markdown { deep } => {
                let below = folder.strip_prefix(T::PATH).is_some_and(|rest| rest.starts_with('/'));
                (".md", folder == T::PATH || (deep && below))
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
        let original_file = format!("{id}{extension}");
        if matches!(T::FORM, Form::File | Form::Tables) && original_file != T::PATH {
            return None;
        }
        let original = if folder.is_empty() { original_file } else { format!("{folder}/{original_file}") };
        Some(Self { id: id.to_owned(), locale: locale.map(str::to_owned), original })
    }
}

/// Lower-case letters, digits and hyphens, starting with a letter.
pub(crate) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl File<'_> {
    fn read<T: KindOf>(&mut self, name: &Name, base: bool) -> DocState<T> {
        let unknown = || DocState::Entries {
            entries: match T::FORM {
                Form::Tables => Vec::new(),
                _ => vec![Entry {
                    id: Spanned::new(name.id.clone(), Span::default()),
                    record: None,
                    body: None,
                }],
            },
            drafts: Vec::new(),
            incomplete: true,
        };
        let Some((text, start)) = super::text_of(self.path, self.bytes, self.sources, self.diagnostics)
        else {
            return unknown();
        };
        let parts = match T::FORM {
            Form::Markdown { .. } => match front_matter(&text, start) {
                Ok(parts) => parts,
                Err((span, message)) => {
                    self.report(span, message);
                    return unknown();
                }
            },
            _ => Parts { toml: start..text.len(), body: None },
        };
        let (mut table, errors) = super::toml::parse(&text[parts.toml.clone()]);
        table.shift(parts.toml.start);
        let broken = Broken::new(&text[parts.toml.clone()], &errors);
        let is_broken = !errors.is_empty();
        for (span, message) in errors {
            self.report(span.shifted(parts.toml.start), message);
        }
        match self.removed(&table, base) {
            Ok(None) => {}
            Ok(Some(removed)) => return DocState::Removed(removed),
            Err(()) => return unknown(),
        }
        let body = parts.body.map(|body| Spanned::new(text[body.clone()].to_owned(), body));
        let mut reader = Reader::new(self.path.into());
        reader.translation = name.locale.is_some();
        reader.dates_as_text = T::FORM == Form::TomlFolder;
        let state = match T::FORM {
            Form::Tables => self.tables(&table, &broken, &mut reader),
            _ if self.is_draft(&table) => DocState::Draft,
            _ => {
                let span = head(&table, Span { start: parts.toml.start, end: parts.toml.start });
                let record = (!is_broken).then(|| T::read_table(&table, span, &mut reader));
                let entry = Entry { id: Spanned::new(name.id.clone(), Span::default()), record, body };
                DocState::Entries { entries: vec![entry], drafts: Vec::new(), incomplete: is_broken }
            }
        };
        self.diagnostics.extend(reader.found);
        state
    }

    fn tables<T: KindOf>(&mut self, table: &Table, broken: &Broken, reader: &mut Reader) -> DocState<T> {
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
                self.report(id.span, Message::BadId { id: id.value.clone() });
                incomplete = true;
            }
            let record = match &node.value {
                _ if broken.ids.contains(&id.value) => None,
                Value::Table(table) => Some(T::read_table(table, id.span, reader)),
                _ => reader.wrong_type(node, "table"),
            };
            entries.push(Entry { id: id.clone(), record: record.filter(|_| usable), body: None });
        }
        DocState::Entries { entries, drafts, incomplete }
    }

    /// Whether the file only removes the earlier one of its path; if it is wrong to, what is meant is unknown.
    fn removed(&mut self, table: &Table, base: bool) -> Result<Option<Span>, ()> {
        let Some((key, node)) = table.entries.iter().find(|(key, _)| key.value == "removed") else {
            return Ok(None);
        };
        match node.value {
            Value::Flag(true) => {}
            Value::Flag(false) => return Ok(None),
            _ => {
                let (expected, found) = ("boolean".to_owned(), node.value.kind().to_owned());
                self.report(node.span, Message::WrongType { expected, found });
                return Err(());
            }
        }
        if base {
            self.report(key.span, Message::RemovedInBase {});
            return Err(());
        }
        if let Some((other, _)) = table.entries.iter().find(|(other, _)| other.value != "removed") {
            self.report(other.span, Message::RemovedWithMore { key: other.value.clone() });
        }
        Ok(Some(key.span))
    }

    fn is_draft(&self, table: &Table) -> bool {
        !self.drafts && table.get("draft").is_some_and(|node| node.value == Value::Flag(true))
    }

    fn report(&mut self, span: Span, message: Message) {
        self.diagnostics.push(Diagnostic::new(Place { file: self.path.into(), span }, message));
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
