//! Growth tasks and achievements.

use serde::{Deserialize, Serialize};

use super::{Condition, Credit};
use crate::calendar::Period;
use crate::ids::TaskId;

/// A growth task or achievement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What must hold.
    pub when: Condition,
    /// In how many consecutive months; from 1.
    pub streak: u32,
    /// At most once in each such period; once for all, if absent.
    pub repeat: Option<Period>,
    /// Whether it is shown only once achieved.
    pub hidden: bool,
    /// What is credited for it.
    pub rewards: Vec<Credit>,
}
