//! The ways up from the month that is shown, and what becomes of the tier in force.

use rulebook::{Change, Outlook, Paths, Prospect, Staying, TierId, Work};

use super::form::{FieldId, Form};
use super::progress;
use super::state::Run;

/// How many ways are shown before more are asked for.
pub const EASIEST: usize = 4;

/// How much work each of the two searches may be: a browser is slower than the command line, and nobody waits for long.
const WORK: Work = Work::conditions(100_000_000);

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
pub fn above(run: &Run, month: usize) -> Vec<TierId> {
    let Some(result) = run.months().get(month) else { return Vec::new() };
    let ladder = &run.book().rules().versions[result.version].ladder;
    let above = ladder.iter().skip_while(|tier| tier.id != result.next_tier).skip(1);
    above.map(|tier| tier.id).collect()
}

/// Which of the tiers above is asked about: the one wanted, else the next to be reached, else the highest.
pub fn target(above: &[TierId], aim: Option<TierId>, next: Option<TierId>) -> Option<TierId> {
    aim.filter(|aim| above.contains(aim)).or(next).or(above.last().copied())
}

/// The ways from one of a run's months on, whose figures are those of the run, with the outlooks of the first so many.
/// `aim` is the tier wanted. Nothing for a month outside the run.
pub fn find(run: &Run, month: usize, aim: Option<TierId>, outlooks: usize) -> Option<Ways> {
    let prospect = run.prospect(month)?;
    let next = progress::standing(run, month)?.next.map(|way| way.tier);
    let up = target(&above(run, month), aim, next).map(|target| {
        let paths = prospect.paths_within(target, WORK);
        Up { paths, outlooks: Vec::new() }.with_outlooks(&prospect, outlooks)
    });
    let staying = prospect.staying_within(WORK).ok()?;
    let base = run.book().version(prospect.first()).ladder[0].id;
    let staying = (staying.tier != base).then_some(staying);
    Some(Ways { up, staying })
}

impl Up {
    /// These ways, with the outlooks of the first so many of them.
    #[must_use]
    pub fn with_outlooks(mut self, prospect: &Prospect<'_>, ways: usize) -> Self {
        let known = self.outlooks.len();
        let options = self.paths.options.iter().take(ways).skip(known);
        self.outlooks.extend(options.map(|option| prospect.outlook(self.paths.target, option)));
        self
    }
}

/// Whether all of an option's changes can be entered.
pub fn can_be_tried(form: &Form, changes: &[Change]) -> bool {
    let asked = |change: &Change| form.field(FieldId::Own(change.metric)).is_some();
    !changes.is_empty() && changes.iter().all(asked)
}
