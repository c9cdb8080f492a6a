//! What can be wrong: each message once, with its code, its severity and its typed arguments. The wording stands
//! in `words/LANGUAGE.ftl` under the code.

use words::messages::FluentArgs;

use super::Severity::{self, Error, Warning};
use crate::content::Kind;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident { $($arg:ident: $type:ty),* } = $code:literal, $severity:ident;)*) => {
        /// What is wrong. Two messages that differ only in arguments are the same mistake at two places.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the arguments are named for what they are")]
        pub enum Message {
            $($(#[$doc])* $name { $($arg: $type),* },)*
        }

        impl Message {
            /// The stable code: what a script looks for, and the key of the wording.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// How bad it is.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => $severity,)*
                }
            }

            pub(super) fn args(&self) -> FluentArgs<'static> {
                let mut args = FluentArgs::new();
                match self {
                    $(Self::$name { $($arg),* } => {
                        $(args.set(stringify!($arg), $arg.to_string());)*
                    })*
                }
                args
            }

            /// Every code with the names of its arguments.
            pub const CODES: &[(&'static str, &[&'static str])] =
                &[$(($code, &[$(stringify!($arg)),*])),*];
        }
    };
}

macro_rules! problems {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(match self { $(Self::$variant => $word,)* })
            }
        }
    };
}

problems! {
    /// Why a text is no decimal.
    DecimalProblem {
        /// `1,000`
        Separator = "separator",
        /// `.5`, `5.`
        Point = "point",
        /// `1e3`
        Exponent = "exponent",
        /// `inf`, `nan`
        NotFinite = "not-finite",
        /// `0x10`
        Radix = "radix",
        /// More decimals than are kept.
        TooPrecise = "too-precise",
        /// Beyond 10^15.
        TooLarge = "too-large",
        /// Anything else.
        Malformed = "malformed",
    }
}

problems! {
    /// Why a file is no text.
    TextProblem {
        /// Not UTF-8.
        NotUtf8 = "not-utf8",
        /// Larger than 16 MiB.
        TooLarge = "too-large",
    }
}

problems! {
    /// What is wrong where a file is no TOML or JSON.
    SyntaxProblem {
        /// A bracket that is not closed.
        OpenBracket = "open-bracket",
        /// A bracket that closes nothing.
        StrayBracket = "stray-bracket",
        /// A text without its closing quotation mark.
        OpenText = "open-text",
        /// A full-width or typographic character in the place of an ASCII one.
        FullWidth = "full-width",
        /// A character that cannot be seen.
        Control = "control",
        /// A text without quotation marks.
        Unquoted = "unquoted",
        /// `012`
        LeadingZero = "leading-zero",
        /// `True`
        Boolean = "boolean",
        /// `key: value`
        Colon = "colon",
        /// A key without `=`.
        NoEquals = "no-equals",
        /// `key =`
        NoValue = "no-value",
        /// `= value`
        NoKey = "no-key",
        /// A key with a character that needs quotation marks.
        BadKey = "bad-key",
        /// `[1 2]`
        MissingComma = "missing-comma",
        /// `[1,, 2]`
        ExtraComma = "extra-comma",
        /// Something after the value.
        RestOfLine = "rest-of-line",
        /// Keys for what is a value already.
        TableTwice = "table-twice",
        /// A backslash that begins nothing.
        Escape = "escape",
        /// A comment where there are none.
        Comment = "comment",
        /// Anything else, in the parser's words.
        Other = "other",
    }
}

messages! {
    // Files
    MissingFile { path: String } = "missing-file", Error;
    UnreadableText { problem: TextProblem } = "unreadable-text", Error;
    StrayFile { path: String } = "stray-file", Warning;
    LinkOutside { path: String } = "link-outside", Error;
    BadId { id: String } = "bad-id", Error;
    DuplicateId { kind: Kind, id: String } = "duplicate-id", Error;
    BadVersionFolder { name: String } = "bad-version-folder", Error;
    VersionNotAfterBase { version: String, effective: String } = "version-not-after-base", Error;
    NothingToRemove { path: String } = "nothing-to-remove", Warning;
    RemovedWithMore { key: String } = "removed-with-more", Error;
    RemovedInBase {} = "removed-in-base", Error;
    OrphanTranslation { path: String } = "orphan-translation", Error;
    RuleInTranslation { key: String } = "rule-in-translation", Error;
    Untranslated { path: String, locale: String } = "untranslated", Warning;

    // Syntax
    NoFrontMatter {} = "no-front-matter", Error;
    OpenFrontMatter {} = "open-front-matter", Error;
    Syntax { problem: SyntaxProblem, text: String } = "syntax", Error;
    TooDeep { most: usize } = "too-deep", Error;
    DuplicateKey { key: String } = "duplicate-key", Error;

    // Shapes
    UnknownKey { key: String, known: String } = "unknown-key", Error;
    MissingKey { key: String } = "missing-key", Error;
    MissingName { key: String, id: String } = "missing-name", Warning;
    WrongType { expected: String, found: String } = "wrong-type", Error;
    BadDecimal { text: String, problem: DecimalProblem } = "bad-decimal", Error;
    BadChoice { text: String, known: String } = "bad-choice", Error;
    OutOfBounds { text: String, bounds: String } = "out-of-bounds", Error;
    BadDate { text: String } = "bad-date", Error;
    BadMonth { text: String } = "bad-month", Error;
    BadColour { text: String } = "bad-colour", Error;
    BadCurrencyCode { text: String } = "bad-currency-code", Error;
    BadLocale { text: String } = "bad-locale", Error;
    BadTimeZone { text: String } = "bad-time-zone", Error;
    BadUrl { text: String } = "bad-url", Error;
    BadHold { text: String } = "bad-hold", Error;
    BadAlias { text: String } = "bad-alias", Error;
    AliasTaken { text: String } = "alias-taken", Error;
    Empty { key: String } = "empty", Error;
    OneOf { keys: String } = "one-of", Error;
    NotTogether { key: String, other: String } = "not-together", Error;
    NeedsOther { key: String, other: String } = "needs-other", Error;

    // References
    UnknownId { kind: Kind, id: String } = "unknown-id", Error;
    NotInVersion { kind: Kind, id: String, version: String } = "not-in-version", Error;
    UnknownReference { reference: String } = "unknown-reference", Error;
    OpenReference {} = "open-reference", Error;
    BrokenLink { target: String } = "broken-link", Error;
    PathOutside { path: String } = "path-outside", Error;
    ScriptLink { target: String } = "script-link", Warning;

    // Programme and versions
    BadFormat { found: String } = "bad-format", Error;
    NotFirstOfMonth { date: String } = "not-first-of-month", Error;
    LocaleNotListed { locale: String } = "locale-not-listed", Error;
    TranslationNotListed { locale: String } = "translation-not-listed", Warning;
    DuplicateEntry { text: String } = "duplicate-entry", Error;
    EffectiveNotVersion { date: String, version: String } = "effective-not-version", Error;
    YearStartsChanged { base: String } = "year-starts-changed", Error;
    CurrencyChanged { base: String } = "currency-changed", Error;

    // Rules
    MetricSource { keys: String } = "metric-source", Error;
    NotANumber { metric: String } = "not-a-number", Error;
    NotAFlag { metric: String } = "not-a-flag", Error;
    NotADateFact { metric: String } = "not-a-date-fact", Error;
    DateHasNoSum { metric: String } = "date-has-no-sum", Error;
    UnitOfInputs { unit: String } = "unit-of-inputs", Error;
    UnitOfFacts {} = "unit-of-facts", Error;
    NotPoolable { metric: String } = "not-poolable", Error;
    Cycle { way: String } = "circle", Error;
    TooManyIds { kind: Kind, most: String } = "too-many-ids", Error;
    TooManyVersions { most: String } = "too-many-versions", Error;
    RulesTooLarge { most: String } = "rules-too-large", Error;
    InvalidRule { why: String } = "invalid-rule", Error;
    ConditionKind {} = "condition-kind", Error;
    Bounds {} = "bounds", Error;
    AlwaysHolds {} = "always-holds", Warning;
    NeverHolds {} = "never-holds", Warning;
    NoBaseTier { tier: String } = "no-base-tier", Error;
    SecondBaseTier { tier: String, base: String } = "second-base-tier", Error;
    BaseTierHold { tier: String } = "base-tier-hold", Error;
    DuplicateRank { rank: String, other: String } = "duplicate-rank", Error;
    TierByTier { way: String } = "tier-by-tier", Error;
    NoCurrency {} = "no-currency", Error;
    NotAscending { value: String } = "not-ascending", Error;
    BandsFromZero {} = "bands-from-zero", Error;
    TooManyDecimals { amount: String, currency: String, decimals: u32 } = "too-many-decimals", Error;
    EndsBeforeStart { from: String, to: String } = "ends-before-start", Error;
    PhaseOutside { from: String, to: String } = "phase-outside", Error;
    NotRedeemablePrice { currency: String } = "not-redeemable-price", Warning;

    // Customers
    NotAnInput { metric: String } = "not-an-input", Error;
    TooManyMembers { members: usize, most: u32 } = "too-many-members", Error;
    NoHousehold {} = "no-household", Error;
    NotPooled { metric: String } = "not-pooled", Error;
    NotBeforeStart { month: String, start: String } = "not-before-start", Error;
    ExpiredLot { month: String, end: String } = "expired-lot", Error;
    HeldWithoutTier {} = "held-without-tier", Error;
    OutsideRun { month: String } = "outside-run", Warning;
    /// The planner is asked about something else than a balance that is entered.
    NotABalance { id: String } = "not-a-balance", Error;
    /// The planner's day is before the customer's first month, or too long after it.
    DayOutside {} = "day-outside", Error;
    /// The planner's average is below 0.
    AverageNegative {} = "average-negative", Error;

    // Worked examples
    ExampleDiffers { what: String, expected: String, found: String } = "example-differs", Error;
    ExampleFails { error: String } = "example-fails", Error;
    NotInRun { month: String } = "not-in-run", Error;
}

impl Message {
    /// The kind and name of what is told to be missing or unfit here, while the mistake may as well be where it is
    /// declared.
    pub(super) fn named(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::UnknownId { kind, id } | Self::NotInVersion { kind, id, .. } => Some((kind.word(), id)),
            Self::NotANumber { metric }
            | Self::NotAFlag { metric }
            | Self::NotADateFact { metric }
            | Self::DateHasNoSum { metric } => Some((self.code(), metric)),
            Self::TranslationNotListed { locale } => Some((self.code(), locale)),
            _ => None,
        }
    }
}
