//! A rule in words that may have parts.

use crate::speaker::Speaker;

/// A rule in words, to any depth: as a line that leads to its parts, and as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What stands above the parts: without parts all there is, with parts a line that ends in a colon.
    pub text: String,
    /// What it is made of.
    pub parts: Vec<Clause>,
    /// The whole in one line, parts included.
    pub sentence: String,
}

impl Clause {
    /// A clause without parts.
    pub(crate) fn leaf(text: String) -> Self {
        Self { sentence: text.clone(), text, parts: Vec::new() }
    }
}

impl Speaker<'_> {
    /// Clauses, parts included, one after the other in a line.
    pub fn prose(self, clauses: &[Clause]) -> String {
        self.paragraph(clauses.iter().map(|clause| clause.sentence.clone()))
    }

    /// Sentences, one after the other in a line.
    pub fn paragraph(self, sentences: impl IntoIterator<Item = String>) -> String {
        self.joined("join-sentences", sentences)
    }

    /// A phrase as a sentence: with a full stop and, if the phrase is ours and not a name, a capital letter.
    pub(crate) fn sentence(self, phrase: &str) -> String {
        self.stopped(capitalised(phrase))
    }

    /// A phrase that starts with a name, as a sentence.
    pub(crate) fn stopped(self, phrase: String) -> String {
        self.message("sentence").with("text", phrase).say()
    }
}

/// A phrase with a capital letter.
pub(crate) fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
