//! Notices.

use rulebook::Date;

use super::super::record::record;
use super::super::shapes::Text;
use super::super::value::Spanned;

record! {
    /// `news/ID.md`
    pub struct News {
        /// Its title.
        words title: Text,
        /// One sentence about it.
        words summary: Text,
        /// When it was published.
        required date: Date,
        /// The last day on which it is shown.
        optional expires: Date,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}
