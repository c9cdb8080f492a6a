//! The speaker: puts a rule book into words in one language, with the programme's names.

use rulebook::model::Version;
use rulebook::{AnyId, Id, RuleKind, Rules, TaskId};

use crate::language::{Language, Saying};
use crate::names::{Name, Names};

/// Says rules and results in a language, with a programme's names. Cheap to make and to copy.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    pub(crate) language: &'a Language,
    pub(crate) rules: &'a Rules,
    names: &'a Names,
}

impl<'a> Speaker<'a> {
    /// Speaks a language about rules. The language is best that of the names: [`Language::of`] their `locale`.
    pub fn new(language: &'a Language, rules: &'a Rules, names: &'a Names) -> Self {
        Self { language, rules, names }
    }

    /// The names that it uses.
    pub fn names(self) -> &'a Names {
        self.names
    }

    /// The author's word for a thing; empty for an index of another rule book.
    pub fn id<K: RuleKind>(self, id: Id<K>) -> &'a str {
        K::table(&self.rules.ids).get(id).unwrap_or_default()
    }

    /// What is published of a thing's name, if it has one.
    pub fn entry<K: RuleKind>(self, id: Id<K>) -> Option<&'a Name> {
        self.names.get(K::KIND.into(), self.id(id))
    }

    /// A thing's name, or its id where it has none. A hidden task's as well: before it is achieved, use
    /// [`Speaker::task_name`].
    pub fn name<K: RuleKind>(self, id: Id<K>) -> &'a str {
        self.entry(id).map_or_else(|| self.id(id), |entry| &entry.name)
    }

    /// A task's name in quotation marks; of a hidden one, that there is one.
    pub fn task_name(self, version: &Version, task: TaskId) -> String {
        if self.is_hidden(version, task) {
            self.message("task-hidden").say()
        } else {
            self.message("quoted").with("name", self.name(task)).say()
        }
    }

    /// Whether a task must not be named before it is achieved.
    pub fn is_hidden(self, version: &Version, task: TaskId) -> bool {
        let named_hidden = self.entry(task).is_some_and(|entry| entry.hidden);
        named_hidden || version.tasks.iter().any(|other| other.id == task && other.hidden)
    }

    /// The name of a thing of any kind, or its id where it has none. A hidden task's as well, as [`Speaker::name`].
    pub fn name_of(self, id: AnyId) -> &'a str {
        self.entry_of(id).map_or_else(|| self.rules.ids.get(id).unwrap_or_default(), |entry| &entry.name)
    }

    /// What is published of the name of a thing of any kind, if it has one.
    pub fn entry_of(self, id: AnyId) -> Option<&'a Name> {
        self.names.get(id.kind().into(), self.rules.ids.get(id)?)
    }

    pub(crate) fn message(self, key: &'static str) -> Saying<'a> {
        self.language.message(key)
    }

    /// "A、B、C", "A, B, C".
    pub(crate) fn listed(self, parts: impl IntoIterator<Item = String>) -> String {
        self.joined("join-comma", parts)
    }

    /// "A、B和C", "A, B and C".
    pub fn listed_and(self, parts: impl IntoIterator<Item = String>) -> String {
        let mut parts: Vec<_> = parts.into_iter().collect();
        let last = parts.pop().unwrap_or_default();
        if parts.is_empty() { last } else { self.joined("join-and", [self.listed(parts), last]) }
    }

    /// Parts with a message between two of them that takes `left` and `right`.
    pub(crate) fn joined(self, key: &'static str, parts: impl IntoIterator<Item = String>) -> String {
        let join = |left, right| self.message(key).with("left", left).with("right", right).say();
        parts.into_iter().reduce(join).unwrap_or_default()
    }
}
