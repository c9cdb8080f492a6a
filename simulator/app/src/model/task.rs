//! Which tasks are achieved in which month of a run, and which stay open.

use rulebook::model::Task;
use rulebook::{AnyId, Line, Month, TaskId};

use super::state::Run;

/// The tasks of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Tasks<'a> {
    /// Each time that one is achieved, in that order.
    pub achieved: Vec<Achieved>,
    /// What was achieved neither before the run nor in it, by id.
    pub open: Vec<&'a Task>,
}

/// A task that is achieved.
#[derive(Clone, Debug, PartialEq)]
pub struct Achieved {
    /// In which month.
    pub month: Month,
    /// Which.
    pub task: TaskId,
    /// What it credits.
    pub rewards: Vec<Line>,
}

/// The tasks of a run; the open ones are those of a month's version.
pub fn tasks(run: &Run, month: usize) -> Tasks<'_> {
    let mut achieved = Vec::new();
    for result in run.months() {
        for &task in &result.tasks {
            let rewards = result.lines.iter().filter(|line| line.source == AnyId::Task(task));
            achieved.push(Achieved { month: result.month, task, rewards: rewards.copied().collect() });
        }
    }
    let all = run.months().get(month).map(|result| run.book().rules().versions[result.version].tasks.iter());
    let open =
        all.into_iter().flatten().filter(|task| !is_achieved(run, run.months().len(), task.id)).collect();
    Tasks { achieved, open }
}

/// Whether a task is achieved before a run or in it, up to one of its months.
pub fn is_achieved(run: &Run, month: usize, task: TaskId) -> bool {
    let mut months = run.months().iter().take(month + 1);
    run.customer().achieved.contains(&task) || months.any(|result| result.tasks.contains(&task))
}
