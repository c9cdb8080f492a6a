//! Tables with known keys. Each kind's fields are declared once, by [`record!`]; reading, unknown keys with their
//! nearest names, what a translation may hold, and the description of the format derive from that.

use std::sync::Arc;

use super::value::{Node, Spanned, Table, Value};
use crate::diagnostics::{Diagnostic, Location, Message, Span, nearest};

/// Reads values of one file and collects what is wrong with them.
pub struct Reader {
    file: Arc<str>,
    /// What was found.
    pub found: Vec<Diagnostic>,
    /// In a translation only words may stand, and nothing is required.
    pub translation: bool,
    /// In a customer's file dates may be strings.
    pub dates_as_text: bool,
    /// How many conditions are open.
    pub(super) depth: usize,
}

/// A value that can be read from a node. What is wrong is reported; `None` says that something was.
pub trait Read: Sized {
    /// What is expected here: the key of its name in the diagnostics' words.
    const EXPECTED: &'static str;
    /// Whether there are words in it, so that a translation may hold it.
    const HOLDS_WORDS: bool = false;

    /// Reads it.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// A field of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Field<T> {
    /// It was not given.
    #[default]
    Absent,
    /// It was given, but what was given is wrong, which was reported.
    Broken,
    /// It was given.
    Given(Spanned<T>),
}

/// A table with known keys.
pub trait Record: Sized {
    /// Its keys.
    const FIELDS: &'static [FieldInfo];

    /// Reads it from a table that stands at `span`.
    fn read_table(table: &Table, span: Span, reader: &mut Reader) -> Self;
}

/// What is known of a field.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    /// The key.
    pub name: &'static str,
    /// Whether it must be given, may be, or is words that a translation may hold.
    pub class: Class,
    /// What is expected: the key of its name in the diagnostics' words.
    pub expected: &'static str,
    /// What it means.
    pub doc: &'static str,
}

/// Whether a field must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It must be given.
    Required,
    /// It may be given.
    Optional,
    /// It may be given, and translated.
    Words,
}

impl<T> Field<T> {
    /// The value, if it was given.
    pub fn get(&self) -> Option<&T> {
        self.spanned().map(|spanned| &spanned.value)
    }

    /// The value with its place, if it was given.
    pub fn spanned(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Given(spanned) => Some(spanned),
            Self::Absent | Self::Broken => None,
        }
    }

    /// Where it stands, if it was given.
    pub fn span(&self) -> Option<Span> {
        self.spanned().map(|spanned| spanned.span)
    }

    /// Whether it was not given, not even wrongly.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether it was given, be it wrongly.
    pub fn is_present(&self) -> bool {
        !self.is_absent()
    }
}

/// Whether a field was given, by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Not at all.
    Absent,
    /// Wrongly.
    Broken,
    /// Rightly.
    Given,
}

/// Whether a field that was given wrongly has a name that is one letter away from an absent one's: `step` and
/// `steps`.
pub(crate) fn is_taken_for_another(states: &[(&str, Presence)]) -> bool {
    let named = |state| states.iter().filter(move |(_, other)| *other == state).map(|(name, _)| *name);
    named(Presence::Broken)
        .any(|broken| named(Presence::Absent).any(|absent| strsim::damerau_levenshtein(broken, absent) == 1))
}

impl<T> Field<T> {
    pub(crate) fn presence(&self) -> Presence {
        match self {
            Self::Absent => Presence::Absent,
            Self::Broken => Presence::Broken,
            Self::Given(_) => Presence::Given,
        }
    }
}

impl<T: Clone> Field<T> {
    /// The value, or what stands for it where it is absent.
    pub fn or(&self, default: T) -> T {
        self.get().cloned().unwrap_or(default)
    }

    /// The value.
    pub fn cloned(&self) -> Option<T> {
        self.get().cloned()
    }
}

impl Reader {
    /// A reader of a file.
    pub fn new(file: Arc<str>) -> Self {
        Self { file, found: Vec::new(), translation: false, dates_as_text: false, depth: 0 }
    }

    /// The file that is read.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// A place in the file.
    pub fn location(&self, span: Span) -> Location {
        Location { file: Arc::clone(&self.file), span }
    }

    /// Reports a mistake.
    pub fn report(&mut self, span: Span, message: Message) {
        let location = self.location(span);
        self.found.push(Diagnostic::new(location, message));
    }

    /// Reports that something else was expected.
    pub fn wrong_type<T>(&mut self, node: &Node, expected: &str) -> Option<T> {
        let (expected, found) = (expected.to_owned(), node.value.kind().to_owned());
        self.report(node.span, Message::WrongType { expected, found });
        None
    }

    /// Reports a key that is not known here.
    pub fn unknown_key(&mut self, key: &Spanned<String>, known: impl Iterator<Item = &'static str> + Clone) {
        let message = Message::UnknownKey {
            key: key.value.clone(),
            known: known.clone().collect::<Vec<_>>().join(", "),
        };
        let location = self.location(key.span);
        self.found.push(Diagnostic::new(location, message).nearest(nearest(&key.value, known)));
    }

    /// Reads a field; in a translation, only words.
    #[doc(hidden)]
    pub fn field<T: Read>(&mut self, class: Class, key: &Spanned<String>, node: &Node) -> Field<T> {
        if self.translation && class != Class::Words && !T::HOLDS_WORDS {
            self.report(key.span, Message::RuleInTranslation { key: key.value.clone() });
            return Field::Broken;
        }
        T::read(node, self).map_or(Field::Broken, |value| Field::Given(Spanned { value, span: node.span }))
    }

    /// Reports what is required and absent.
    #[doc(hidden)]
    pub fn required<T>(&mut self, field: &Field<T>, info: FieldInfo, span: Span) {
        if info.class == Class::Required && !self.translation && field.is_absent() {
            self.report(span, Message::MissingKey { key: info.name.to_owned() });
        }
    }
}

/// Where a table's mistakes are shown that have no text of their own: its first key.
pub(crate) fn head(table: &Table, span: Span) -> Span {
    table.entries.first().map_or(span, |(key, _)| key.span)
}

/// Declares a table with known keys: `required`, `optional`, or `words` (which a translation may hold).
macro_rules! record {
    ($($(#[doc = $doc:literal])* $vis:vis struct $name:ident {
        $($(#[doc = $field_doc:literal])* $class:ident $field:ident : $type:ty,)*
    })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        $vis struct $name {
            /// Where it stands.
            pub span: $crate::diagnostics::Span,
            /// Whether it has a key that is not known, so that what seems to be missing may be that.
            pub has_unknown: bool,
            $($(#[doc = $field_doc])* pub $field: $crate::content::record::Field<$type>,)*
        }

        impl $crate::content::record::Record for $name {
            const FIELDS: &'static [$crate::content::record::FieldInfo] = &[
                $($crate::content::record::FieldInfo {
                    name: stringify!($field),
                    class: $crate::content::record::record!(@class $class),
                    expected: <$type as $crate::content::record::Read>::EXPECTED,
                    doc: concat!($($field_doc),*),
                },)*
            ];

            fn read_table(
                table: &$crate::content::value::Table,
                span: $crate::diagnostics::Span,
                reader: &mut $crate::content::record::Reader,
            ) -> Self {
                let mut record = Self { span, ..Self::default() };
                for (key, node) in &table.entries {
                    match key.value.as_str() {
                        $(stringify!($field) => {
                            let class = $crate::content::record::record!(@class $class);
                            record.$field = reader.field(class, key, node);
                        })*
                        _ => {
                            record.has_unknown = true;
                            reader.unknown_key(key, Self::FIELDS.iter().map(|field| field.name));
                        }
                    }
                }
                // A key with something wrong may be another one that was misspelt.
                let states = [$((stringify!($field), record.$field.presence())),*];
                record.has_unknown |= $crate::content::record::is_taken_for_another(&states);
                if !record.has_unknown {
                    let mut infos = Self::FIELDS.iter();
                    $(reader.required(&record.$field, *infos.next().expect("a field"), span);)*
                    let _ = infos;
                }
                record
            }
        }

        impl $crate::content::record::Read for $name {
            const EXPECTED: &'static str = "table";
            const HOLDS_WORDS: bool = $($crate::content::record::record!(@words $class) ||)* false;

            fn read(
                node: &$crate::content::value::Node,
                reader: &mut $crate::content::record::Reader,
            ) -> Option<Self> {
                use $crate::content::record::{Record, head};
                match &node.value {
                    $crate::content::value::Value::Table(table) => {
                        Some(Self::read_table(table, head(table, node.span), reader))
                    }
                    _ => reader.wrong_type(node, Self::EXPECTED),
                }
            }
        }
    )*};
    (@class required) => { $crate::content::record::Class::Required };
    (@class optional) => { $crate::content::record::Class::Optional };
    (@class words) => { $crate::content::record::Class::Words };
    (@words required) => { false };
    (@words optional) => { false };
    (@words words) => { true };
}

pub(crate) use record;

impl<T: Read> Read for Box<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const HOLDS_WORDS: bool = T::HOLDS_WORDS;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Self::new)
    }
}

impl<T: Read> Read for Vec<Spanned<T>> {
    const EXPECTED: &'static str = "array";
    const HOLDS_WORDS: bool = T::HOLDS_WORDS;

    /// What of the list could be read; a list with a broken entry is broken.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Array(nodes) = &node.value else { return reader.wrong_type(node, Self::EXPECTED) };
        let read: Vec<_> = nodes
            .iter()
            .map(|node| T::read(node, reader).map(|value| Spanned { value, span: node.span }))
            .collect();
        read.into_iter().collect()
    }
}
