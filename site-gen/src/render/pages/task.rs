//! Growth tasks. Of a hidden one nothing is said but that there is one.

use rulebook::model;

use super::super::address::{self, Route, Target};
use super::super::context::{Context, rule};
use super::super::live::phrase;
use super::super::view::{TaskCard, TasksView};
use super::{body, overview_frame};
use crate::catalogue::{Entry, NoExtra};
use crate::content::Kind;

/// The overview.
pub(super) fn view(context: &Context<'_>) -> TasksView {
    let item = |entry| TaskCard { body: body(context, entry), ..card(context, entry) };
    TasksView {
        page: overview_frame(context, "kind-tasks", "tasks-lead"),
        summary: Some(context.word("tasks-lead")),
        tasks: shown(context).map(item).collect(),
        hidden: hidden(context),
    }
}

/// A task that is shown, without its text, which the overview has.
pub(super) fn card(context: &Context<'_>, entry: &Entry<NoExtra>) -> TaskCard {
    let task: &model::Task = context.rule(&entry.key);
    let speaker = context.speaker();
    let texts = entry.texts(context.locale);
    let anchor = address::anchor(Kind::Task, &entry.key);
    TaskCard {
        href: context.href(Target { route: Route::Tasks, anchor: Some(anchor.clone()) }),
        id: anchor,
        name: texts.name.clone(),
        summary: texts.summary.clone(),
        rule: Some(rule(speaker.task_condition(context.version, task))),
        rewards: task.rewards.iter().map(|credit| speaker.amount(credit.currency, credit.amount)).collect(),
        repeat: Some(phrase(&speaker.task_repeat(task))),
        body: None,
    }
}

/// The tasks that may be named.
pub(super) fn shown<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Entry<NoExtra>> {
    context.edition.tasks.iter().filter(|task| !context.is_hidden_task(&task.key))
}

/// How many may not.
pub(super) fn hidden(context: &Context<'_>) -> usize {
    context.edition.tasks.len() - shown(context).count()
}
