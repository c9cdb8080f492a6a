//! Partners: merchants and suppliers.

use super::super::record::record;
use super::super::shapes::Text;
use super::super::value::Spanned;

record! {
    /// `partners/ID.md`
    pub struct Partner {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// What kind of partner it is.
        words kind: Text,
        /// Its own site.
        optional url: Text,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}
