//! What comes out of what was entered, for the month that is shown.

mod benefit;
mod campaign;
mod earning;
mod figures;
mod missing;
mod months;
mod notes;
mod task;
mod tier;
mod timeline;
mod up;
mod ways;
mod why;

use std::rc::Rc;

use rulebook::model::Version;
use rulebook::{AnyId, MonthResult, TaskId};
use words::Speaker;
use yew::prelude::*;

use super::use_setup;
use crate::model::{Action, Opened, Run, State, progress, task::is_achieved};
use crate::ports::focus;
use crate::setup::Setup;

/// The id of the result in the page.
pub(super) const RESULT: &str = "sim-result";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultProps {
    pub(super) state: Rc<State>,
    /// Whether the app runs, so that what takes a moment can be waited for.
    pub(super) alive: bool,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn Result(props: &ResultProps) -> Html {
    let setup = use_setup();
    let state = &props.state;
    let places = up::Places { title: use_node_ref(), undo: use_node_ref() };
    use_effect_with(state.before.is_some(), {
        let places = places.clone();
        move |&tried| {
            // The button that was pressed is gone, now and when it is undone.
            if tried {
                focus::go_to(&places.undo);
            }
            move || {
                if tried {
                    focus::go_to_if_lost(&places.title);
                }
            }
        }
    });
    let error = state.run_error.map(|error| setup.speaker().run_error(&error));
    html! {
        <section class="sim-result" id={RESULT} aria-labelledby="sim-result-title">
            <h2 class="visually-hidden" id="sim-result-title">{ setup.say("result-title") }</h2>
            <div class="sim-result__trouble" aria-live="polite">
                if let Some(error) = error {
                    <p class="notice notice--warn">{ error }</p>
                }
                if state.is_stale() {
                    <p class="notice notice--warn">{ setup.say("result-stale") }</p>
                }
            </div>
            if let Some(run) = &state.run {
                { of_month(&setup, run, props, &places) }
            }
        </section>
    }
}

/// A month of a run and who speaks about it.
#[derive(Clone, Copy)]
struct Shown<'a> {
    setup: &'a Setup,
    state: &'a State,
    run: &'a Run,
    /// Its place in the run, from 0.
    at: usize,
    month: &'a MonthResult,
    act: &'a Callback<Action>,
}

impl<'a> Shown<'a> {
    fn version(self) -> &'a Version {
        &self.setup.book().rules().versions[self.month.version]
    }

    fn speaker(self) -> Speaker<'a> {
        self.setup.speaker()
    }

    /// What credits something, by name; a hidden task's is not said in a month before it is achieved.
    fn source(self, source: AnyId) -> String {
        match source {
            AnyId::Task(task) if self.conceals(task) => self.setup.say("task-concealed"),
            _ => self.speaker().name_of(source).to_owned(),
        }
    }

    /// Whether a task is hidden, and not achieved up to the month.
    fn conceals(self, task: TaskId) -> bool {
        self.speaker().is_hidden(self.version(), task) && !is_achieved(self.run, self.at, task)
    }

    /// The month in words.
    fn name(self) -> String {
        self.speaker().month(self.month.month)
    }
}

fn of_month(
    setup: &Setup,
    run: &Run,
    ResultProps { state, alive, act }: &ResultProps,
    places: &up::Places,
) -> Html {
    let at = state.shown;
    let Some(month) = run.months().get(at) else { return Html::default() };
    let shown = Shown { setup, state, run, at, month, act };
    let standing = progress::standing(run, at);
    let (next, keep) = standing.map_or((None, None), |standing| (standing.next, standing.keep));
    html! {
        <>
            { tier::tier(shown) }
            { timeline::timeline(shown) }
            if let Some(way) = keep {
                { ways::ways(shown, &way, "keep-title") }
            }
            if let Some(way) = &next {
                { ways::ways(shown, way, "next-title") }
                { missing::missing(shown, way) }
            } else {
                <p class="sim-progress__top">{ setup.say("next-none") }</p>
            }
            if *alive {
                { up::up(shown, next.map(|way| way.tier), places) }
            }
            { earning::points(shown) }
            { task::tasks(shown) }
            { campaign::campaigns(shown) }
            { benefit::benefits(shown) }
            { figures::figures(shown) }
            { notes::notes(shown) }
        </>
    }
}

/// A button that opens something after it, or closes it.
fn opener(shown: Shown, what: Opened, class: &'static str, label: Html) -> Html {
    let onclick = shown.act.reform(move |_| Action::Toggle(what));
    let open = shown.state.is_open(what).to_string();
    html! {
        <button type="button" class={classes!("sim-opener", class)} aria-expanded={open} {onclick}>{ label }</button>
    }
}

/// How many entries of a list are shown, and how many are left: a list of more than `most` is cut to half of that, since
/// nobody reads it here, and drawing it would keep each entry in the form waiting.
fn cut(length: usize, most: usize) -> (usize, u32) {
    let shown = if length > most { most / 2 } else { length };
    (shown, u32::try_from(length - shown).unwrap_or(u32::MAX))
}

/// A name, with the address of its page if it has one.
fn linked(name: &str, href: Option<String>) -> Html {
    match href {
        Some(href) => html! { <a {href}>{ name }</a> },
        None => html! { <span>{ name }</span> },
    }
}
