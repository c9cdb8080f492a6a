//! `programme.toml`.

use rulebook::model::Fall;
use rulebook::{Date, MetricKey, Period};

use super::super::record::record;
use super::super::shapes::{HoldFor, Ref, Text, TimeZone, Whole};
use super::super::value::Spanned;

record! {
    /// `programme.toml`
    pub struct Programme {
        /// The version of the content format: 1.
        required format: Whole<0, { u32::MAX }>,
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// The programme's money, an ISO 4217 code.
        required currency: Text,
        /// The default locale, BCP 47.
        required locale: Text,
        /// All locales; the default one if absent.
        optional locales: Vec<Spanned<Text>>,
        /// First day of these rules; a month's first.
        required effective: Date,
        /// Tiers are reviewed at the end of each such period.
        optional review: Period,
        /// The programme's days are days there; IANA.
        optional time_zone: TimeZone,
        /// The month in which the programme's year starts.
        optional year_starts: Whole<1, 12>,
        /// Default for tiers.
        optional hold: HoldFor,
        /// Default for tiers.
        optional grace: Whole<0, { u32::MAX }>,
        /// Default for tiers.
        optional fall: Fall,
        /// Base address of the published site.
        optional site: Text,
        /// Pooling over a household.
        optional household: Household,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `[household]` of `programme.toml`
    pub struct Household {
        /// Input metrics that are added up over the members.
        required pool: Vec<Spanned<Ref<MetricKey>>>,
        /// At most, the customer included.
        required members: Whole<1, { u32::MAX }>,
    }
}
