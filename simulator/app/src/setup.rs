//! What the simulator is given once and never changes: the rules, the names and the language.

use std::fmt;
use std::rc::Rc;

use rulebook::{Date, RuleBook, WireError};
use words::{Language, Names, NamesError, OwnMessages, Saying, Speaker};
use yew::prelude::ContextProvider;

/// The app's own words.
const MESSAGES: OwnMessages = OwnMessages {
    simplified: include_str!("../words/zh-CN.ftl"),
    traditional: include_str!("../words/zh-TW.ftl"),
    english: include_str!("../words/en.ftl"),
};

/// What the simulator is given. Cheap to clone; equal to its clones only.
#[derive(Clone)]
pub struct Setup(Rc<Parts>);

struct Parts {
    book: Rc<RuleBook>,
    names: Names,
    language: Language,
    today: Date,
    root: String,
}

/// Why the simulator cannot start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupError {
    /// The rule book was refused.
    RuleBook(WireError),
    /// The file of names was refused.
    Names(NamesError),
    /// The page was rendered on no day that there is.
    Today,
}

impl Setup {
    /// What a page is rendered with. `today` is the day of the rendering, of which the first month is taken until
    /// the reader's clock is asked; `root` leads from the page to the root of its locale, to which the names'
    /// addresses are relative (`../`).
    pub fn new(book: RuleBook, names: Names, today: Date, root: String) -> Self {
        let language = Language::of(&names.locale).with_messages(&MESSAGES);
        Self(Rc::new(Parts { book: Rc::new(book), names, language, today, root }))
    }

    /// What a page is rendered with, read from the published files: the rule book in its wire form and a file of names.
    pub fn read(book: &[u8], names: &[u8], today: &str, root: String) -> Result<Self, SetupError> {
        let book = RuleBook::from_wire(book).map_err(SetupError::RuleBook)?;
        let names = Names::parse(names).map_err(SetupError::Names)?;
        let today = today.parse().map_err(|_| SetupError::Today)?;
        Ok(Self::new(book, names, today, root))
    }

    /// The rules.
    pub fn book(&self) -> &Rc<RuleBook> {
        &self.0.book
    }

    /// The day of the rendering.
    pub fn today(&self) -> Date {
        self.0.today
    }

    /// One of the app's own messages.
    pub fn message(&self, key: &'static str) -> Saying<'_> {
        self.0.language.message(key)
    }

    /// One of the app's own messages that has nothing to fill in.
    pub fn say(&self, key: &'static str) -> String {
        self.message(key).say()
    }

    /// Who says rules and figures.
    pub fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.0.language, self.0.book.rules(), &self.0.names)
    }

    /// The address of a thing's page, from this page.
    pub fn href<K: rulebook::RuleKind>(&self, id: rulebook::Id<K>) -> Option<String> {
        self.speaker().entry(id)?.href.as_ref().map(|href| self.address(href))
    }

    /// An address from this page, of one relative to the root of the locale, as names have them.
    pub fn address(&self, href: &str) -> String {
        format!("{}{href}", self.0.root)
    }
}

/// Tells the published files of one build from those of another: FNV-1a, for nobody has a reason to forge it.
pub fn fingerprint(book: &[u8], names: &[u8]) -> String {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
    let hash = book.iter().chain(names).fold(START, step);
    format!("{hash:016x}")
}

impl PartialEq for Setup {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Hands the setup to all components below.
pub(crate) type SetupProvider = ContextProvider<Setup>;

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RuleBook(error) => error.fmt(f),
            Self::Names(error) => error.fmt(f),
            Self::Today => f.write_str("the page carries no day"),
        }
    }
}

impl std::error::Error for SetupError {}
