//! Leaves that no month can meet together, whatever is entered.

use super::ways::Way;
use crate::ids::MetricId;
use crate::model::{Bound, Condition, Side};
use crate::number::Number;

/// Whether some of a way's leaves exclude each other in themselves: a number that must be on both sides of a bound, a
/// flag that must be and not be, anything else beside its own negation. What excludes others only through the rules
/// behind the metrics is not seen.
pub(super) fn contradict(way: &Way) -> bool {
    let leaves = || way.iter().map(|need| &need.leaf);
    let (mut ranges, mut flags) = (Vec::<Range>::new(), Vec::<(MetricId, bool)>::new());
    for leaf in leaves() {
        match leaf {
            Condition::Number { metric, bounds } => {
                let range = Range::of(&mut ranges, *metric);
                bounds.iter().for_each(|bound| range.cut(*bound));
            }
            Condition::Flag { metric, is } if flags.contains(&(*metric, !is)) => return true,
            Condition::Flag { metric, is } => flags.push((*metric, *is)),
            Condition::Not(inner) if leaves().any(|other| *other == **inner) => return true,
            _ => (),
        }
    }
    ranges.iter().any(Range::is_empty)
}

/// The values that are left to a metric, both ends inclusive.
struct Range {
    metric: MetricId,
    low: Number,
    high: Number,
}

impl Range {
    fn of(all: &mut Vec<Self>, metric: MetricId) -> &mut Self {
        let at = all.iter().position(|range| range.metric == metric).unwrap_or_else(|| {
            all.push(Self { metric, low: Number::MAX.negative(), high: Number::MAX });
            all.len() - 1
        });
        &mut all[at]
    }

    /// Leaves no more than is on a bound's side.
    fn cut(&mut self, Bound { side, value }: Bound) {
        match side {
            Side::AtLeast => self.low = self.low.max(value),
            Side::Above => self.low = self.low.max(value.just_above()),
            Side::AtMost => self.high = self.high.min(value),
            Side::Below => self.high = self.high.min(value.just_below()),
        }
    }

    fn is_empty(&self) -> bool {
        self.low > self.high
    }
}
