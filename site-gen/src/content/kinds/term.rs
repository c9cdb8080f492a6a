//! Terms of the glossary.

use super::super::record::record;
use super::super::shapes::Text;
use super::super::value::Spanned;

record! {
    /// A table of `glossary.toml`
    pub struct Term {
        /// The term.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// The name of an icon.
        optional icon: Text,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }
}
