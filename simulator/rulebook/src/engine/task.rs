//! Step 4: which tasks are achieved.

use crate::calendar::{Month, MonthSpan};
use crate::ids::{Ids, TaskId};

/// What is known of each task, by its index.
#[derive(Debug)]
pub(super) struct Tasks {
    /// Whether it is achieved, this month or before.
    achieved: Vec<bool>,
    progress: Vec<TaskProgress>,
    /// Achieved this month, in that order.
    now: Vec<TaskId>,
}

#[derive(Clone, Copy, Debug, Default)]
struct TaskProgress {
    /// The last month of the run in which it was.
    last: Option<Month>,
    /// How many months up to now `when` has held that no achievement has used.
    unused: u32,
}

/// How far a task has come.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    /// The months up to now in which `when` has held, those that are used only now included.
    pub(super) in_a_row: u32,
    /// Whether it is achieved now.
    pub(super) achieved: bool,
}

impl Tasks {
    pub(super) fn new(ids: &Ids) -> Self {
        let count = ids.tasks.len();
        Self { achieved: vec![false; count], progress: vec![TaskProgress::default(); count], now: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.achieved.fill(false);
        self.progress.fill(TaskProgress::default());
        self.now.clear();
    }

    /// Counts a task as achieved before the first month.
    pub(super) fn achieve_before(&mut self, task: TaskId) {
        self.achieved[task.index()] = true;
    }

    pub(super) fn open_month(&mut self) {
        self.now.clear();
    }

    /// Looks at a task that can be achieved once for all, or once in a period, the present one of which is given.
    pub(super) fn evaluate(
        &mut self,
        task: TaskId,
        holds: bool,
        streak: u32,
        period: Option<MonthSpan>,
        month: Month,
    ) -> Progress {
        let state = &mut self.progress[task.index()];
        state.unused = if holds { state.unused + 1 } else { 0 };
        let open = match period {
            None => !self.achieved[task.index()],
            Some(period) => state.last.is_none_or(|last| !period.contains(last)),
        };
        let in_a_row = state.unused;
        let achieved = open && in_a_row >= streak;
        if achieved {
            self.achieved[task.index()] = true;
            state.last = Some(month);
            state.unused = 0;
            self.now.push(task);
        }
        Progress { in_a_row, achieved }
    }

    /// A month whose version lacks a task breaks its streak.
    pub(super) fn break_streaks(&mut self, lacking: &[TaskId]) {
        lacking.iter().for_each(|task| self.progress[task.index()].unused = 0);
    }

    /// By task.
    pub(super) fn achieved(&self) -> &[bool] {
        &self.achieved
    }

    pub(super) fn in_order_of_achievement(&self) -> &[TaskId] {
        &self.now
    }

    /// By id.
    pub(super) fn achieved_this_month(&self, tasks: &mut Vec<TaskId>) {
        tasks.clone_from(&self.now);
        tasks.sort_unstable();
    }
}

impl Clone for Tasks {
    fn clone(&self) -> Self {
        let Self { achieved, progress, now } = self;
        Self { achieved: achieved.clone(), progress: progress.clone(), now: now.clone() }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { achieved, progress, now } = self;
        achieved.clone_from(&other.achieved);
        progress.clone_from(&other.progress);
        now.clone_from(&other.now);
    }
}
