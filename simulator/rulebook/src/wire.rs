//! The rule book as it is published beside the site: JSON with a version of its own, checked on reading.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::RuleBook;
use crate::model::Rules;

/// The version of the wire form that this crate writes and reads.
pub const WIRE_VERSION: u32 = 1;

/// Why a rule book was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// It has another version of the wire form.
    Version(u32),
    /// It cannot be read.
    Malformed(String),
    /// It can be read, but what it says cannot be.
    Invalid(&'static str),
}

#[derive(Serialize)]
struct Written<'a> {
    wire: u32,
    rules: &'a Rules,
}

#[derive(Deserialize)]
struct Versioned {
    wire: u32,
}

#[derive(Deserialize)]
struct Read {
    rules: Rules,
}

impl RuleBook {
    /// The wire form.
    pub fn to_wire(&self) -> Vec<u8> {
        let written = Written { wire: WIRE_VERSION, rules: self.rules() };
        serde_json::to_vec(&written).expect("a rule book has only strings as keys")
    }

    /// Reads the wire form; trusts nothing of it.
    pub fn from_wire(bytes: &[u8]) -> Result<Self, WireError> {
        let malformed = |error: serde_json::Error| WireError::Malformed(error.to_string());
        let Versioned { wire } = serde_json::from_slice(bytes).map_err(malformed)?;
        if wire != WIRE_VERSION {
            return Err(WireError::Version(wire));
        }
        let Read { rules } = serde_json::from_slice(bytes).map_err(malformed)?;
        crate::validate::validate(&rules).map_err(WireError::Invalid)?;
        Self::new(rules).map_err(|_| WireError::Invalid("rules that need each other in a circle"))
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
