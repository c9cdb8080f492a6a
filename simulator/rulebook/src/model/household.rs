//! The household: what is added up over its members.

use serde::{Deserialize, Serialize};

use crate::ids::MetricId;

/// Whose inputs are added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// The input metrics that are pooled.
    pub pool: Vec<MetricId>,
    /// The largest household, the customer included.
    pub members: u32,
}
