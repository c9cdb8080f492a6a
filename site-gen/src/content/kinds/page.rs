//! Free pages.

use super::super::record::record;
use super::super::shapes::Text;
use super::super::value::Spanned;

record! {
    /// `pages/ID.md`
    pub struct Page {
        /// Its title.
        words title: Text,
        /// One sentence about it.
        words summary: Text,
        /// Whether it stands in the menu.
        optional menu: bool,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}
