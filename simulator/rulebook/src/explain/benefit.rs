//! Which benefits a customer has.

use super::Teller;
use super::step::{Figure, Operation, Step};
use crate::calendar::Validity;
use crate::ids::{AnyId, BenefitId};

impl Teller<'_> {
    pub(super) fn benefit(&mut self, at: usize, id: BenefitId) -> Step {
        let subject = AnyId::Benefit(id);
        let Some(benefit) = self.version(at).benefit(id) else {
            return self.absent(at, subject, Figure::Holds(false));
        };
        let now = self.month(at);
        let part = |operation, holds| Step::new(None, now, operation, Figure::Holds(holds));
        let mut inputs = Vec::new();
        if !benefit.validity.is_open() {
            let Validity { from, to } = benefit.validity;
            inputs.push(part(Operation::Available { from, to }, benefit.validity.days_in(now) > 0));
        }
        if let Some(grants) = &benefit.grants {
            let has = grants.get(self.rung(at)).is_some();
            inputs.push(part(Operation::Granted(self.result(at).tier), has));
        }
        inputs.extend(benefit.when.as_ref().map(|when| self.condition(at, when)));
        let has = self.result(at).benefits.contains(&id);
        Step::new(subject, now, Operation::Benefit, Figure::Holds(has)).of(inputs)
    }
}
