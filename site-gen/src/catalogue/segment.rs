//! Customer groups.

use rulebook::model;

use super::merge::Found;
use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::Segment;

impl Scope<'_> {
    pub(crate) fn segment(
        &mut self,
        found: &Found<'_, Segment>,
        record: &Segment,
    ) -> Lowered<model::Segment> {
        let Segment { when, stage, .. } = record;
        let when = self.condition(when.get().ok_or(Reported)?, found.file())?;
        Ok(model::Segment {
            id: self.ids.segments.find(found.key).ok_or(Reported)?,
            when,
            stage: stage.or(false),
        })
    }
}
