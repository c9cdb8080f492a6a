//! What comes out of what was entered, for the month that is shown.

mod benefits;
mod missing;
mod notes;
mod points;
mod tier;
mod timeline;
mod ways;
mod why;

use std::rc::Rc;

use rulebook::model::Version;
use rulebook::{MonthResult, RunError};
use words::Speaker;
use yew::prelude::*;

use super::use_setup;
use crate::model::{Action, Run, progress};
use crate::setup::Setup;

/// The id of the result in the page.
pub(super) const RESULT: &str = "sim-result";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultProps {
    pub(super) run: Rc<Run>,
    /// The month that is shown, from 0.
    pub(super) shown: usize,
    /// Whether it is the result of answers before those that stand in the form.
    pub(super) stale: bool,
    /// Why the answers that stand in the form have no result.
    pub(super) error: Option<RunError>,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn Result(props: &ResultProps) -> Html {
    let setup = use_setup();
    let ResultProps { run, shown, stale, error, act } = props;
    let error = error.map(|error| setup.speaker().run_error(&error));
    html! {
        <section class="sim-result" id={RESULT} aria-labelledby="sim-result-title">
            <h2 class="visually-hidden" id="sim-result-title">{ setup.say("result-title") }</h2>
            <div class="sim-result__trouble" aria-live="polite">
                if let Some(error) = error {
                    <p class="notice notice--warn">{ error }</p>
                }
                if *stale {
                    <p class="notice notice--warn">{ setup.say("result-stale") }</p>
                }
            </div>
            if let Some(month) = run.months.get(*shown) {
                { of_month(&Shown { setup: &setup, run, at: *shown, month }, act) }
            }
        </section>
    }
}

/// A month of a run and who speaks about it.
#[derive(Clone, Copy)]
struct Shown<'a> {
    setup: &'a Setup,
    run: &'a Run,
    /// Its place in the run, from 0.
    at: usize,
    month: &'a MonthResult,
}

impl<'a> Shown<'a> {
    fn version(self) -> &'a Version {
        &self.setup.book().rules().versions[self.month.version]
    }

    fn speaker(self) -> Speaker<'a> {
        self.setup.speaker()
    }

    /// The month in words.
    fn name(self) -> String {
        self.speaker().month(self.month.month)
    }
}

fn of_month(shown: &Shown, act: &Callback<Action>) -> Html {
    let standing = progress::standing(shown.setup.book(), shown.run, shown.at);
    let (next, keep) = standing.map_or((None, None), |standing| (standing.next, standing.keep));
    html! {
        <>
            { tier::tier(*shown) }
            { timeline::timeline(*shown, act) }
            if let Some(way) = keep {
                { ways::ways(*shown, &way, "keep-title") }
            }
            if let Some(way) = next {
                { ways::ways(*shown, &way, "next-title") }
                { missing::missing(*shown, &way) }
            } else {
                <p class="sim-progress__top">{ shown.setup.say("next-none") }</p>
            }
            { points::points(*shown) }
            { benefits::benefits(*shown) }
            { why::why(*shown) }
            { notes::notes(*shown) }
        </>
    }
}
