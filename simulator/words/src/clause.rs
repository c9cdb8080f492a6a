//! A rule in words that may have parts.

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
