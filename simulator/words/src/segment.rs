//! Segments in words.

use rulebook::model::{Segment, Version};

use crate::clause::Clause;
use crate::speaker::Speaker;

impl Speaker<'_> {
    /// Which customers are in a segment; a sentence.
    pub fn segment(self, version: &Version, segment: &Segment) -> Clause {
        let message = |key| self.message(key).with("segment", self.name(segment.id));
        self.conditioned(version, &segment.when, message("segment-when"), message("segment-when-list"))
    }
}
