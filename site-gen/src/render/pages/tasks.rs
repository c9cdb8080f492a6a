//! Growth tasks. Of a hidden one nothing is said but that there is one.

use rulebook::model;

use super::super::address;
use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::live::phrase;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{TaskCard, TasksView};
use super::reading::body;
use super::rules;
use crate::catalogue::{Entry, NoExtra};

const FOLDER: &str = "task/";

/// The overview.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let item = |entry| TaskCard { body: body(context, FOLDER, entry), ..card(context, FOLDER, entry) };
    let view = TasksView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-tasks"),
            description: Some(context.word("tasks-lead")),
            above: None,
        }),
        summary: Some(context.word("tasks-lead")),
        tasks: shown(context).map(item).collect(),
        hidden: hidden(context),
    };
    writer.page(FOLDER, &view)
}

/// A task that is shown, without its text, which the overview has.
pub(super) fn card(context: &Context<'_>, page: &str, entry: &Entry<NoExtra>) -> TaskCard {
    let task: &model::Task = rules::of(context, &entry.key);
    let speaker = context.speaker();
    let words = entry.words(context.locale);
    let anchor = address::anchor("task", &entry.key);
    TaskCard {
        href: context.href(page, &format!("{FOLDER}#{anchor}")),
        id: anchor,
        name: words.name.clone(),
        summary: words.summary.clone(),
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
