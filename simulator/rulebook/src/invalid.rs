//! Why rules are not a rule book.

use std::fmt;

use crate::ids::{AnyId, IdKind};
use crate::order::Cycle;

/// The most ids of a kind other than tiers, over all versions.
pub const MOST_IDS: usize = 10_000;
/// The most tiers over all versions: the engine keeps a row of figures for each of them.
pub const MOST_TIERS: usize = 250;
/// The most versions, the base included.
pub const MOST_VERSIONS: usize = 1_000;
/// The largest published rule book, in bytes of the wire form.
pub const MOST_BYTES: usize = 16 << 20;

/// Why rules are not a rule book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotARuleBook {
    /// They break an invariant.
    Invalid(Invalid),
    /// Some of them need each other.
    Cycle(Cycle),
}

/// An invariant that rules break: the first that is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// In which version, by its index; none where it concerns all of them.
    pub version: Option<usize>,
    /// In which rule; none where it concerns the version or the rule book as a whole. Of too many ids, the first
    /// one beyond the limit.
    pub rule: Option<AnyId>,
    /// Which invariant.
    pub why: Why,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)*) => {
        /// The invariants of a rule book, each named by what breaks it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Why {
            /// More ids of a kind than `most`.
            TooManyIds {
                /// The kind.
                kind: IdKind,
                /// [`MOST_TIERS`] or [`MOST_IDS`].
                most: usize,
            },
            /// More versions than [`MOST_VERSIONS`].
            TooManyVersions,
            $($(#[$doc])* $variant,)*
        }

        impl fmt::Display for Why {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::TooManyIds { kind, most } => {
                        write!(f, "more than {most} ids of kind {}", kind.name())
                    }
                    Self::TooManyVersions => write!(f, "more than {MOST_VERSIONS} versions"),
                    $(Self::$variant => f.write_str($text),)*
                }
            }
        }
    };
}

reasons! {
    /// The wire form is longer than [`MOST_BYTES`], or its versions repeat more than 32 MiB of those before them.
    TooLarge = "the rule book is too large to be published",
    /// The programme's currency is not an ISO 4217 code.
    NoCurrencyCode = "the programme's currency is not a code of three capital letters",
    /// There is no version.
    NoVersion = "there is no version",
    /// Versions are not strictly ascending by their first month.
    VersionsOutOfOrder = "versions are not ascending",
    /// A table of ids is not sorted, or has one twice.
    IdsOutOfOrder = "a table of ids is not ascending",
    /// An id is not in its table.
    IdNotInTable = "an id is not in its table",
    /// Two rules of a version have the same id.
    IdTwice = "an id stands twice",
    /// Campaigns are not sorted by id.
    CampaignsOutOfOrder = "campaigns are not ascending by id",
    /// The ladder has no tier.
    NoTier = "there is no tier",
    /// The ladder is not strictly ascending by rank.
    RanksOutOfOrder = "tiers are not ascending by rank",
    /// The base tier has a qualification.
    BaseTierQualifies = "the base tier has a qualification",
    /// A tier other than the base tier has no qualification.
    NoQualification = "a tier other than the base tier has no qualification",
    /// A hold is longer than 120 months.
    HoldTooLong = "a hold is longer than 120 months",
    /// The step of a metric is not above 0.
    StepNotPositive = "the step of a metric is not above 0",
    /// A derived metric has the unit of a flag or of a date.
    DerivedNotNumber = "a derived metric is not a number",
    /// A choice of the greatest or least has no parts.
    NoParts = "a choice has no parts",
    /// A table of steps has no rows.
    NoRows = "a table has no rows",
    /// A table of steps is not strictly ascending.
    RowsOutOfOrder = "the rows of a table are not ascending",
    /// A date is a part of a sum.
    DateAsPart = "a date is a part of a sum",
    /// A streak is not 1 to 120 months.
    StreakOutOfRange = "a streak is not 1 to 120 months",
    /// `every` of a rule is not above 0.
    EveryNotPositive = "`every` of a rule is not above 0",
    /// Bands are not strictly ascending.
    BandsOutOfOrder = "bands are not ascending",
    /// A rule by bands has none.
    NoBands = "there are no bands",
    /// The first band does not begin at 0.
    BandsNotFromZero = "bands do not begin at 0",
    /// A delay is longer than 120 months.
    DelayTooLong = "a delay is longer than 120 months",
    /// An accrual rule is capped by campaign.
    CampaignCapOnRule = "an accrual rule has a cap by campaign",
    /// A campaign ends before it starts.
    EndsBeforeStart = "a campaign ends before it starts",
    /// A boost multiplies by less than 1.
    BoostBelowOne = "a boost multiplies by less than 1",
    /// Conditions nest deeper than [`crate::model::DEEPEST_CONDITION`].
    ConditionTooDeep = "conditions nest too deep",
    /// A condition on a number has no bound, or more than two.
    BoundsCount = "a number has no bound or more than two",
    /// A table by tier has not one entry for each tier of its version.
    TableNotOfLadder = "a table by tier does not fit the ladder",
    /// A metric is a number, flag or date where another of these is needed.
    WrongSort = "a metric is not of the needed sort",
    /// A currency has more than 6 decimals.
    TooManyDecimals = "a currency has more than 6 decimals",
    /// An expiry is longer than 1200 months.
    ExpiryTooLong = "an expiry is longer than 1200 months",
    /// An amount is below 0.
    Negative = "an amount is below 0",
    /// A window has no month, or is longer or lags more than 120 months.
    WindowTooLong = "a window is not 1 to 120 months, or lags more",
}

impl From<Cycle> for NotARuleBook {
    fn from(cycle: Cycle) -> Self {
        Self::Cycle(cycle)
    }
}

impl From<Invalid> for NotARuleBook {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl fmt::Display for NotARuleBook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(Invalid { version, rule, why }) => {
                write!(f, "{why}")?;
                if let Some(rule) = rule {
                    write!(f, " ({} {})", rule.kind().name(), rule.index())?;
                }
                version.map_or(Ok(()), |version| write!(f, " in version {version}"))
            }
            Self::Cycle(cycle) => write!(f, "rules need each other in version {}", cycle.version),
        }
    }
}

impl std::error::Error for NotARuleBook {}
