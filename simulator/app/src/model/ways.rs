//! The ways up from the month that is shown, and what becomes of the tier in force.

use rulebook::{Change, Outlook, Paths, RuleBook, Staying, TierId};

use super::form::{FieldId, Form};
use super::progress;
use super::state::Run;

/// How many ways are shown before more are asked for.
pub const EASIEST: usize = 4;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// To a higher tier; none from the highest.
    pub up: Option<Up>,
    /// What becomes of the tier in force, and what keeps it; none of the base tier.
    pub staying: Option<Staying>,
}

/// The ways to a higher tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Up {
    /// The ways.
    pub paths: Paths,
    /// What comes of each of the ways, as far as it was asked for.
    pub outlooks: Vec<Option<Outlook>>,
}

/// The tiers above the one that is in force after one of a run's months, the lowest first.
pub fn above(book: &RuleBook, run: &Run, month: usize) -> Vec<TierId> {
    let Some(result) = run.months.get(month) else { return Vec::new() };
    let ladder = &book.rules().versions[result.version].ladder;
    let above = ladder.iter().skip_while(|tier| tier.id != result.next_tier).skip(1);
    above.map(|tier| tier.id).collect()
}

/// Which of the tiers above is asked about: the one wanted, else the next to be reached, else the highest.
pub fn target(above: &[TierId], aim: Option<TierId>, next: Option<TierId>) -> Option<TierId> {
    aim.filter(|aim| above.contains(aim)).or(next).or(above.last().copied())
}

/// The ways from one of a run's months on, whose figures are those of the run. `aim` is the tier wanted. Nothing for
/// a month outside the run.
pub fn find(book: &RuleBook, run: &Run, month: usize, aim: Option<TierId>) -> Option<Ways> {
    let customer = run.until(month)?;
    let next = progress::standing(book, run, month)?.next.map(|way| way.tier);
    let up = match target(&above(book, run, month), aim, next) {
        None => None,
        Some(target) => {
            let paths = book.paths(&customer, target).ok()?;
            Some(Up { paths, outlooks: Vec::new() }.with_outlooks(book, run, month, EASIEST))
        }
    };
    let staying = book.staying(&customer).ok()?;
    let base = book.version(run.customer.start.plus(i32::try_from(month).ok()? + 1)).ladder[0].id;
    let staying = (staying.tier != base).then_some(staying);
    Some(Ways { up, staying })
}

impl Up {
    /// With what comes of the first so many ways.
    #[must_use]
    pub fn with_outlooks(mut self, book: &RuleBook, run: &Run, month: usize, ways: usize) -> Self {
        let known = self.outlooks.len();
        if let Some(customer) = run.until(month) {
            let options = self.paths.options.iter().take(ways).skip(known);
            let outlooks = options.map(|option| book.outlook(&customer, self.paths.target, option));
            self.outlooks.extend(outlooks);
        }
        self
    }
}

/// Whether all of an option's changes can be entered.
pub fn can_be_tried(form: &Form, changes: &[Change]) -> bool {
    let asked = |change: &Change| form.field(FieldId::Own(change.metric)).is_some();
    !changes.is_empty() && changes.iter().all(asked)
}
