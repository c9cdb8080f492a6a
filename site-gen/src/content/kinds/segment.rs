//! Customer groups.

use super::super::condition::Condition;
use super::super::record::record;
use super::super::shapes::Text;
use super::super::value::Spanned;

record! {
    /// `segments/ID.md`
    pub struct Segment {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// Who is in it.
        required when: Condition,
        /// Whether it is a stage of the lifecycle.
        optional stage: bool,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}
