//! The tiers of the ladder.

use rulebook::model::Fall;

use super::super::condition::Condition;
use super::super::record::record;
use super::super::shapes::{Colour, HoldFor, Text, Whole, choices};
use super::super::value::Spanned;

record! {
    /// `tiers/ID.md`
    pub struct Tier {
        /// Its place; the lowest is the base tier.
        required rank: Whole<1, { u32::MAX }>,
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// Its accent.
        optional colour: Colour,
        /// Who rises to it.
        optional qualify: Condition,
        /// Who keeps it.
        optional keep: Condition,
        /// How long it is held.
        optional hold: HoldFor,
        /// Reviews that may be failed before falling.
        optional grace: Whole<0, { u32::MAX }>,
        /// Where one falls.
        optional fall: Fall,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}

choices! {
    Fall {
        "all" = Fall::All,
        "one" = Fall::One,
    }
}
