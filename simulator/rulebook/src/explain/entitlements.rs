//! Who belongs to what, what is achieved, which benefits a customer has.

use super::step::{Achieved, Figure, Operation, Step};
use super::{Aspect, Teller};
use crate::calendar::{MonthSpan, Validity};
use crate::ids::{AnyId, BenefitId, SegmentId, TaskId};
use crate::model::Task;
use crate::record::Event;

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

    /// Whether a task is achieved in a month, then its rewards.
    pub(super) fn task_and_rewards(&mut self, at: usize, id: TaskId) -> Vec<Step> {
        let subject = AnyId::Task(id);
        let Some(task) = self.version(at).task(id) else {
            return vec![self.absent(at, subject, Figure::Holds(false))];
        };
        let mut steps = vec![self.task(at, task)];
        let rewards = self.events(at).filter_map(|event| match *event {
            Event::Reward { task: of, place, amount } if of == id => Some((place, amount)),
            _ => None,
        });
        steps.extend(rewards.map(|(place, amount)| {
            let figure = Figure::amount(task.rewards[place].currency, amount);
            Step::new(subject, self.month(at), Operation::Reward, figure)
        }));
        steps
    }

    fn task(&mut self, at: usize, task: &Task) -> Step {
        let &Task { id, streak, repeat, .. } = task;
        let now = self.month(at);
        let looked_at = self.events(at).find_map(|event| match *event {
            Event::Task { task: of, in_a_row, achieved } if of == id => Some((in_a_row, achieved)),
            _ => None,
        });
        let (in_a_row, achieved) = looked_at.unwrap_or_default();
        let before = self.achieved_before(at, task);
        let operation = Operation::Task { streak, in_a_row, repeat, before };
        let first = now.plus(1 - i32::try_from(streak).unwrap_or(i32::MAX)).max(self.month(0));
        let mut months = Vec::new();
        for month in (MonthSpan { first, last: now }).months() {
            let Some(at) = self.at(month) else { continue };
            let task = self.version(at).task(id);
            months.push(match task {
                Some(task) => self.condition(at, &task.when),
                None => self.absent(at, None, Figure::Holds(false)),
            });
        }
        Step::new(AnyId::Task(id), now, operation, Figure::Holds(achieved)).of(months)
    }

    /// The achievement before a month that leaves no room for another in it.
    fn achieved_before(&self, at: usize, task: &Task) -> Option<Achieved> {
        let year = self.run.book.rules().year_starts;
        let months = self.run.months[..at].iter().rev();
        let mut months = months.filter(|month| month.tasks.contains(&task.id)).map(|month| month.month);
        match task.repeat {
            None if self.run.customer.achieved.contains(&task.id) => Some(Achieved::BeforeStart),
            None => months.next().map(Achieved::In),
            Some(period) => {
                let now = period.containing(self.month(at), year, 0);
                months.next().filter(|last| now.contains(*last)).map(Achieved::In)
            }
        }
    }

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
            let has = grants.0.get(self.place(at)).is_some_and(Option::is_some);
            inputs.push(part(Operation::Granted(self.result(at).tier), has));
        }
        inputs.extend(benefit.when.as_ref().map(|when| self.condition(at, when)));
        let has = self.result(at).benefits.contains(&id);
        Step::new(subject, now, Operation::Benefit, Figure::Holds(has)).of(inputs)
    }
}
