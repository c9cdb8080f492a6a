//! Who belongs to a segment.

use super::step::{Figure, Operation, Step};
use super::{Aspect, Teller};
use crate::ids::{AnyId, SegmentId};

impl Teller<'_> {
    pub(super) fn segment(&mut self, at: usize, id: SegmentId) -> Step {
        let subject = AnyId::Segment(id);
        let Some(segment) = self.version(at).segment(id) else {
            return self.absent(at, subject, Figure::Holds(false));
        };
        let holds = Figure::Holds(self.result(at).segments.contains(&id));
        let step = Step::new(subject, self.month(at), Operation::Segment, holds);
        self.once(step, Aspect::Value, |teller, step| {
            step.inputs.push(teller.condition(at, &segment.when));
        })
    }
}
