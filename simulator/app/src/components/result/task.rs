//! The tasks that are achieved in the run, month by month, and those that stay open.

use rulebook::AnyId;
use rulebook::model::Task;
use yew::prelude::*;

use super::Shown;
use crate::model::task::{self, Achieved};

pub(super) fn tasks(shown: Shown) -> Html {
    let Shown { setup, run, at, .. } = shown;
    let tasks = task::tasks(run, at);
    if tasks.achieved.is_empty() && tasks.open.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sim-tasks">
            <h3>{ setup.say("tasks-of-run") }</h3>
            if tasks.achieved.is_empty() {
                <p>{ setup.say("tasks-none") }</p>
            } else {
                <ul class="sim-list">{ for tasks.achieved.iter().map(|task| achieved(shown, task)) }</ul>
            }
            if !tasks.open.is_empty() {
                <h4>{ setup.say("tasks-open") }</h4>
                <ul class="sim-list">{ for tasks.open.iter().map(|task| open(shown, task)) }</ul>
            }
        </section>
    }
}

fn achieved(shown: Shown, achieved: &Achieved) -> Html {
    let speaker = shown.speaker();
    let rewards = achieved.rewards.iter().map(|line| speaker.amount(line.currency, line.amount));
    let href = shown.setup.href(achieved.task).filter(|_| !shown.conceals(achieved.task));
    html! {
        <li class="sim-list__item">
            { super::linked(&shown.source(AnyId::Task(achieved.task)), href) }
            <time class="sim-list__note" datetime={achieved.month.to_string()}>{ speaker.month(achieved.month) }</time>
            if !achieved.rewards.is_empty() {
                <span class="sim-list__value">{ speaker.listed_and(rewards) }</span>
            }
        </li>
    }
}

/// Of a hidden task only what may be said before it is achieved.
fn open(shown: Shown, task: &Task) -> Html {
    let (version, speaker) = (shown.version(), shown.speaker());
    if speaker.is_hidden(version, task.id) {
        return html! { <li class="sim-list__item">{ speaker.prose(&speaker.task(version, task)) }</li> };
    }
    html! {
        <li class="sim-list__item">
            { super::linked(speaker.name(task.id), shown.setup.href(task.id)) }
            <span class="sim-list__note">{ speaker.task_condition(version, task).sentence }</span>
            if !task.rewards.is_empty() {
                <span class="sim-list__value">{ speaker.credits(&task.rewards) }</span>
            }
        </li>
    }
}
