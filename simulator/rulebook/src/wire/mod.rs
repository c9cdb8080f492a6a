//! The rule book as it is published beside the site: a mark, the version of the form, and the rules as postcard
//! writes them, each version as what it changes of the one before. Everything is checked on reading.
//!
//! The bytes follow the model field by field, so any change of the model is a new version of the form.

mod changes;

use std::fmt;

use crate::invalid::{MOST_BYTES, NotARuleBook};
use crate::model::Rules;
use changes::Changes;

/// The version of the wire form that this crate writes and reads.
pub const WIRE_VERSION: u16 = 3;

/// What a rule book begins with; the version follows, in two bytes, the lower one first.
const MARK: &[u8; 4] = b"RULE";

/// Why a rule book was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// It has another version of the wire form.
    Version(u16),
    /// It cannot be read.
    Malformed(String),
    /// It can be read, but what it says cannot be.
    Invalid(NotARuleBook),
}

impl Rules {
    /// Whether the wire form of these rules is within the bounds of what is read: its length, and what its versions
    /// keep of those before them.
    pub(crate) fn fit_the_wire(&self) -> bool {
        let changes = Changes::of(self);
        let size = postcard::serialize_with_flavor(&changes, postcard::ser_flavors::Size::default());
        size.is_ok_and(|size| size <= MOST_BYTES) && changes::fits(&changes, self)
    }

    /// The wire form of these rules. It can be read as a rule book if they can be made one, and if its versions do not
    /// keep too much of those before them.
    pub fn to_wire(&self) -> Vec<u8> {
        let mut wire = [&MARK[..], &WIRE_VERSION.to_le_bytes()].concat();
        wire.extend(postcard::to_allocvec(&Changes::of(self)).expect("all lengths of the model are known"));
        wire
    }

    /// Reads the wire form of rules that need not be a rule book; trusts nothing of it.
    pub(crate) fn from_wire(bytes: &[u8]) -> Result<Self, WireError> {
        let malformed = |why: &str| WireError::Malformed(why.to_owned());
        let rest = bytes.strip_prefix(MARK).ok_or_else(|| malformed("it does not begin as one"))?;
        let (version, rest) = rest.split_first_chunk().ok_or_else(|| malformed("it has no version"))?;
        let version = u16::from_le_bytes(*version);
        if version != WIRE_VERSION {
            return Err(WireError::Version(version));
        }
        if rest.len() > MOST_BYTES {
            return Err(malformed("it is too large"));
        }
        let (changes, after): (Changes<'_>, _) =
            postcard::take_from_bytes(rest).map_err(|error| malformed(&error.to_string()))?;
        if !after.is_empty() {
            return Err(malformed("something comes after it"));
        }
        changes.rules().map_err(|unreadable| malformed(unreadable.why()))
    }
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(wire) => write!(f, "a rule book of wire version {wire}; this reads {WIRE_VERSION}"),
            Self::Malformed(error) => write!(f, "not a rule book: {error}"),
            Self::Invalid(what) => write!(f, "a rule book that cannot be: {what}"),
        }
    }
}

impl std::error::Error for WireError {}
