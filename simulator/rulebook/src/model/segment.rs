//! Segments: customer groups.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::ids::SegmentId;

/// A customer group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Its id.
    pub id: SegmentId,
    /// Who is in it.
    pub when: Condition,
    /// Whether it is a stage of the lifecycle.
    pub stage: bool,
}
