//! The kinds of content, each declared once: the word that names it, where it is written and how, which fields hold
//! its words and former addresses, whether it has addresses on the site, and what may name it.
//!
//! Whatever goes through all kinds (layers, the files in force, what the site shows, names, former addresses, links)
//! is generated from [`kinds!`]. A new kind is a row here, its record in [`super::kinds`], its lowering in the
//! catalogue, its page and its address; `CONTRIBUTING.md` walks through it.

use std::fmt;
use std::str::FromStr;

use rulebook::{
    BenefitKey, CampaignKey, CurrencyKey, EarnKey, MetricKey, PoolKey, RewardKey, SegmentKey, TaskKey,
    TierKey,
};
use words::NameKind;

/// How a kind is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One TOML file that is one record.
    File,
    /// One TOML file with a table for each id.
    Tables,
    /// A folder with a TOML file for each id.
    TomlFolder,
    /// A folder with a Markdown file for each id.
    Markdown,
    /// A folder with a Markdown file for each id, in folders of any depth.
    MarkdownTree,
}

/// Where content may name the things of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// Nowhere.
    Never,
    /// In `about` of a question.
    InAbout,
    /// In `about` of a question, and as live values: `{{ tier.gold }}`.
    InTexts,
}

/// Hands the declarations of all kinds to a macro that generates something from them.
///
/// - `record` is the type that a file or table is read into, `shelf` the field for all of them wherever all kinds
///   stand side by side (a layer, the files in force, an edition).
/// - `written` is the file or folder, and its [`Form`].
/// - `words` are the fields for the name, then (in brackets) the summary and two longer texts, the first of which goes
///   before the second; `aliases` is the field of former addresses, if there are any.
/// - `keys` is the type that stands for the kind in a reference ([`super::shapes::Ref`]), if records refer to it.
/// - `extra` is what the site shows of it beside words (a type of [`crate::catalogue`]).
/// - `names` is the kind by which the things have names and addresses on the site ([`NameKind`]), if they have any, and `named`
///   a [`Named`].
macro_rules! kinds {
    ($generate:ident) => {
        $generate! {
            /// `programme.toml`
            Programme "programme" {
                record: Programme, shelf: programme, written: "programme.toml" File,
                words: name [summary], aliases: [], keys: [],
                extra: NoExtra, names: [], named: Never,
            }
            /// `metrics.toml`
            Metric "metric" {
                record: Metric, shelf: metrics, written: "metrics.toml" Tables,
                words: name [summary, text, description], aliases: [aliases], keys: [MetricKey],
                extra: NoExtra, names: [Metric], named: InTexts,
            }
            /// `currencies.toml`
            Currency "currency" {
                record: Currency, shelf: currencies, written: "currencies.toml" Tables,
                words: name [summary, text, description], aliases: [aliases], keys: [CurrencyKey],
                extra: NoExtra, names: [Currency], named: InTexts,
            }
            /// `categories.toml`
            Category "category" {
                record: Category, shelf: categories, written: "categories.toml" Tables,
                words: name [summary, text, description], aliases: [aliases], keys: [CategoryKey],
                extra: IconExtra, names: [Category], named: InTexts,
            }
            /// `earn.toml`
            Earn "earn" {
                record: Earn, shelf: earn, written: "earn.toml" Tables,
                words: name [summary, text, description], aliases: [aliases], keys: [EarnKey],
                extra: NoExtra, names: [Earn], named: InTexts,
            }
            /// `pools.toml`
            Pool "pool" {
                record: Pool, shelf: pools, written: "pools.toml" Tables,
                words: name [summary, text, description], aliases: [aliases], keys: [PoolKey],
                extra: NoExtra, names: [Pool], named: InTexts,
            }
            /// `glossary.toml`
            Term "term" {
                record: Term, shelf: glossary, written: "glossary.toml" Tables,
                words: name [summary, text, description], aliases: [aliases], keys: [],
                extra: IconExtra, names: [Term], named: InAbout,
            }
            /// `tiers/ID.md`
            Tier "tier" {
                record: Tier, shelf: tiers, written: "tiers" Markdown,
                words: name [summary, text, description], aliases: [aliases], keys: [TierKey],
                extra: TierExtra, names: [Tier], named: InTexts,
            }
            /// `benefits/**/ID.md`
            Benefit "benefit" {
                record: Benefit, shelf: benefits, written: "benefits" MarkdownTree,
                words: name [summary, text, description], aliases: [aliases], keys: [BenefitKey],
                extra: BenefitExtra, names: [Benefit], named: InTexts,
            }
            /// `tasks/**/ID.md`
            Task "task" {
                record: Task, shelf: tasks, written: "tasks" MarkdownTree,
                words: name [summary, text, description], aliases: [aliases], keys: [TaskKey],
                extra: NoExtra, names: [Task], named: InTexts,
            }
            /// `campaigns/**/ID.md`
            Campaign "campaign" {
                record: Campaign, shelf: campaigns, written: "campaigns" MarkdownTree,
                words: name [summary, text, description], aliases: [aliases], keys: [CampaignKey],
                extra: CampaignExtra, names: [Campaign], named: InTexts,
            }
            /// `rewards/**/ID.md`
            Reward "reward" {
                record: Reward, shelf: rewards, written: "rewards" MarkdownTree,
                words: name [summary, text, description], aliases: [aliases], keys: [RewardKey],
                extra: RewardExtra, names: [Reward], named: InTexts,
            }
            /// `segments/ID.md`
            Segment "segment" {
                record: Segment, shelf: segments, written: "segments" Markdown,
                words: name [summary, text, description], aliases: [aliases], keys: [SegmentKey],
                extra: NoExtra, names: [Segment], named: InTexts,
            }
            /// `partners/ID.md`
            Partner "partner" {
                record: Partner, shelf: partners, written: "partners" Markdown,
                words: name [summary, text, description], aliases: [aliases], keys: [PartnerKey],
                extra: PartnerExtra, names: [Partner], named: InTexts,
            }
            /// `faq/**/ID.md`
            Faq "faq" {
                record: Faq, shelf: faq, written: "faq" MarkdownTree,
                words: question [summary], aliases: [aliases], keys: [],
                extra: FaqExtra, names: [Faq], named: Never,
            }
            /// `news/**/ID.md`
            News "news" {
                record: News, shelf: news, written: "news" MarkdownTree,
                words: title [summary], aliases: [aliases], keys: [],
                extra: NewsExtra, names: [News], named: InAbout,
            }
            /// `pages/**/ID.md`
            Page "page" {
                record: Page, shelf: pages, written: "pages" MarkdownTree,
                words: title [summary], aliases: [aliases], keys: [],
                extra: PageExtra, names: [Page], named: InTexts,
            }
            /// `examples/ID.toml`
            Example "example" {
                record: Example, shelf: examples, written: "examples" TomlFolder,
                words: name [text, source], aliases: [], keys: [],
                extra: NoExtra, names: [], named: Never,
            }
        }
    };
}

pub(crate) use kinds;

/// A shelf of benefits or rewards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryKey {}

/// A merchant or supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerKey {}

/// A type that stands for a kind, in a reference or in an index of the rule book.
pub trait KeyOf {
    /// The kind.
    const KIND: Kind;
}

macro_rules! kind {
    ($($(#[$doc:meta])* $kind:ident $word:literal {
        record: $record:ident, shelf: $shelf:ident, written: $path:literal $form:ident,
        words: $name:ident [$($text:ident),*], aliases: [$($aliases:ident)?], keys: [$($key:ident)?],
        extra: $extra:ident, names: [$($names:ident)?], named: $named:ident,
    })*) => {
        /// A kind of content.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The word by which content, addresses and messages name it.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }

            /// The file or folder in which it is written.
            pub const fn path(self) -> &'static str {
                match self { $(Self::$kind => $path,)* }
            }

            /// How it is written.
            pub const fn form(self) -> Form {
                match self { $(Self::$kind => Form::$form,)* }
            }

            /// The kind by which its things have names and addresses on the site, if they have any; which addresses,
            /// `render::address::of` says.
            pub const fn names(self) -> Option<NameKind> {
                match self { $(Self::$kind => kind!(@names $($names)?),)* }
            }

            /// Where content may name it.
            pub const fn named(self) -> Named {
                match self { $(Self::$kind => Named::$named,)* }
            }
        }

        $($(impl KeyOf for $key {
            const KIND: Kind = Kind::$kind;
        })?)*
    };
    (@names $names:ident) => { Some(NameKind::$names) };
    (@names) => { None };
}

kinds!(kind);

impl Form {
    /// Whether a file has a body below its front matter.
    pub const fn has_body(self) -> bool {
        matches!(self, Self::Markdown | Self::MarkdownTree)
    }

    /// Whether the id of a record is the name of its file.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::TomlFolder | Self::Markdown | Self::MarkdownTree)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl From<rulebook::IdKind> for Kind {
    fn from(kind: rulebook::IdKind) -> Self {
        match kind {
            rulebook::IdKind::Metric => Self::Metric,
            rulebook::IdKind::Currency => Self::Currency,
            rulebook::IdKind::Tier => Self::Tier,
            rulebook::IdKind::Segment => Self::Segment,
            rulebook::IdKind::Task => Self::Task,
            rulebook::IdKind::Earn => Self::Earn,
            rulebook::IdKind::Campaign => Self::Campaign,
            rulebook::IdKind::Benefit => Self::Benefit,
            rulebook::IdKind::Pool => Self::Pool,
            rulebook::IdKind::Reward => Self::Reward,
        }
    }
}

/// A word that names no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKind;

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(word: &str) -> Result<Self, NotAKind> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word).ok_or(NotAKind)
    }
}

/// Something of the content: its kind and its id. Written `tier:gold`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyKey {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

impl AnyKey {
    /// The thing of a kind that has an id.
    pub fn new(kind: Kind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }
}

impl fmt::Display for AnyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl FromStr for AnyKey {
    type Err = NotAKind;

    fn from_str(text: &str) -> Result<Self, NotAKind> {
        let (kind, id) = text.split_once(':').ok_or(NotAKind)?;
        Ok(Self::new(kind.parse()?, id))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_word() {
        for &kind in Kind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
            let key = AnyKey::new(kind, "an-id");
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        assert_eq!("thing".parse::<Kind>(), Err(NotAKind));
        assert_eq!("tier".parse::<AnyKey>(), Err(NotAKind));
    }

    #[test]
    fn a_kind_is_named_by_its_word() {
        for &kind in Kind::ALL {
            let names = kind.names().map(|names| serde_json::to_value(names).expect("a word"));
            assert!(names.is_none_or(|names| names == kind.word()), "{kind}");
        }
    }

    #[test]
    fn no_two_kinds_share_a_word_or_a_path() {
        let words: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        let paths: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.path()).collect();
        assert_eq!((words.len(), paths.len()), (Kind::ALL.len(), Kind::ALL.len()));
    }
}
