//! Questions and their answers.

use super::super::record::record;
use super::super::shapes::Text;
use super::super::value::Spanned;

record! {
    /// `faq/ID.md`
    pub struct Faq {
        /// The question.
        words question: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it is about: `"tier:gold"`.
        optional about: Vec<Spanned<Text>>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}
