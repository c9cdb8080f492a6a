//! Mistakes in content, as data: what is wrong, where, what was expected, and the nearest valid name. They are
//! collected, never thrown; [`print`] puts them into the reader's language.

mod explained;
mod message;
pub mod print;
mod wording;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use explained::Explained;
pub use message::{DecimalProblem, Message, SyntaxProblem, TextProblem};
pub use wording::Wording;

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A place in a file of the content folder, or in a customer's file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Relative to the content folder, with `/`.
    pub file: Arc<str>,
    /// Where in it. A mistake without a line (a missing file) has the empty span at 0.
    pub span: Span,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// It is built all the same.
    Warning,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub message: Message,
    /// Where.
    pub at: Location,
    /// The nearest valid name, where a name was wrong.
    pub nearest: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<Location>,
    /// Where a figure is not as expected: how the rules come to it.
    pub explained: Option<Explained>,
}

/// All that was found, in the order in which it was found, nothing twice.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// A mistake of a file that several versions share is one mistake.
    seen: BTreeSet<(&'static str, Location)>,
    /// Where in `all` stands what is wrong with something that is named in several places.
    named: BTreeMap<(&'static str, String), usize>,
}

/// The texts of the files that diagnostics point into.
#[derive(Clone, Debug, Default)]
pub struct Sources(BTreeMap<Arc<str>, Source>);

#[derive(Clone, Debug)]
struct Source {
    text: Arc<str>,
    /// The first byte of each line, found when it is first asked for.
    lines: OnceLock<Vec<usize>>,
}

impl Source {
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let after = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        })
    }
}

impl Span {
    /// As a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Moved by so many bytes.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl Location {
    /// A place without a line.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), span: Span::default() }
    }
}

impl Diagnostic {
    /// A mistake at a place.
    pub fn new(at: Location, message: Message) -> Self {
        Self { message, at, nearest: None, related: Vec::new(), explained: None }
    }

    /// With the nearest valid name.
    #[must_use]
    pub fn nearest(mut self, nearest: Option<impl Into<String>>) -> Self {
        self.nearest = nearest.map(Into::into);
        self
    }

    /// With how the rules come to what they come to.
    #[must_use]
    pub fn explained(mut self, explained: Option<Explained>) -> Self {
        self.explained = explained;
        self
    }

    /// With another place that has to do with it.
    #[must_use]
    pub fn related(mut self, location: Location) -> Self {
        self.related.push(location);
        self
    }

    /// Its severity.
    pub fn severity(&self) -> Severity {
        self.message.severity()
    }
}

impl Diagnostics {
    /// Adds a mistake, unless the same one stands at the same place already. Where the mistake may as well be in what
    /// is named, all places that name it are one mistake, told at the first of them.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if !self.seen.insert((diagnostic.message.code(), diagnostic.at.clone())) {
            return;
        }
        let named = diagnostic.message.named().map(|(kind, name)| (kind, name.to_owned()));
        let Some(named) = named else { return self.all.push(diagnostic) };
        match self.named.entry(named) {
            Entry::Vacant(first) => {
                first.insert(self.all.len());
                self.all.push(diagnostic);
            }
            Entry::Occupied(told) => {
                let told = &mut self.all[*told.get()];
                if diagnostic.at < told.at {
                    std::mem::swap(&mut diagnostic, told);
                    told.related.append(&mut diagnostic.related);
                }
                told.related.push(diagnostic.at);
                told.related.sort();
            }
        }
    }

    /// Adds several.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// How many errors and how many warnings.
    pub fn count(&self) -> (usize, usize) {
        let errors = self.all.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
        (errors, self.all.len() - errors)
    }

    /// Ordered by file and place, errors and warnings together.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.all.iter().collect();
        sorted.sort_by(|a, b| a.at.cmp(&b.at));
        sorted
    }
}

impl Sources {
    /// Adds a file's text.
    pub fn insert(&mut self, file: Arc<str>, text: Arc<str>) {
        self.0.insert(file, Source { text, lines: OnceLock::new() });
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A file's text; empty for one that could not be read.
    pub fn text(&self, file: &str) -> &str {
        self.0.get(file).map_or("", |source| &source.text)
    }

    /// The line in which a byte stands, from 1, and where the line begins.
    fn line(&self, file: &str, byte: usize) -> (usize, usize) {
        let lines = self.0.get(file).map_or(&[0][..], Source::lines);
        let line = lines.partition_point(|start| *start <= byte).max(1);
        (line, lines[line - 1])
    }

    /// Line and column of a byte, from 1; a column is a character. A byte order mark does not count.
    pub fn position(&self, file: &str, byte: usize) -> (usize, usize) {
        let text = self.text(file);
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let (line, start) = self.line(file, byte);
        let column = text[start..byte].trim_start_matches('\u{feff}').chars().count() + 1;
        (line, column)
    }
}

/// The nearest of some names to a word that is none of them, if any is near.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |name: &'a str| (strsim::damerau_levenshtein(word, name), name);
    let (distance, name) = names.into_iter().map(distance).min()?;
    let length = word.chars().count().max(name.chars().count());
    (distance * 2 <= length.max(3)).then_some(name)
}
