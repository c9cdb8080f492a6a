//! What an evaluation tells whoever wants to know why. The engine calls a [`Recorder`] at every figure that it
//! settles; [`Silent`] listens to nothing and costs nothing.

use crate::calendar::Month;
use crate::customer::Value;
use crate::ids::MetricId;
use crate::number::Number;
use crate::result::{Review, Source};

/// Listens to an evaluation. Every method does nothing unless it is overridden.
pub trait Recorder {
    /// A metric was evaluated.
    fn metric(&mut self, month: Month, metric: MetricId, value: Value) {
        let _ = (month, metric, value);
    }

    /// A rule or a boost yielded an amount, of which so much is credited (now or later) after rounding and caps.
    fn yielded(&mut self, month: Month, source: Source, amount: Number, credited: Number) {
        let _ = (month, source, amount, credited);
    }

    /// The tier was reviewed.
    fn reviewed(&mut self, month: Month, review: &Review) {
        let _ = (month, review);
    }
}

/// Listens to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Recorder for Silent {}
