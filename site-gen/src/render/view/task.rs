//! Growth tasks.

use serde::Serialize;

use super::{Html, Page, Rule};

/// `tasks.html`: growth tasks, each with an anchor.
#[derive(Clone, Debug, Serialize)]
pub struct TasksView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The tasks that are shown.
    pub tasks: Vec<TaskCard>,
    /// How many there are that nobody is told of.
    pub hidden: usize,
}

/// A growth task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskCard {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its place in the overview, relative to the page it is shown on.
    pub href: String,
    /// The task in a sentence.
    pub summary: Option<String>,
    /// What has to be done.
    pub rule: Option<Rule>,
    /// What is given, each in short: "500 积分".
    pub rewards: Vec<String>,
    /// How often: "一次", "每月一次".
    pub repeat: Option<String>,
    /// The author's text.
    pub body: Option<Html>,
}
