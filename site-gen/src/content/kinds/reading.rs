//! What is mostly text: partners, questions, notices, pages, terms of the field.

use rulebook::Date;

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
