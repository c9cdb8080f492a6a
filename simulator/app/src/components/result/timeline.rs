//! The year month by month: which tier is in force. A month that is pressed is the one that is shown.

use yew::prelude::*;

use super::{Shown, months};
use crate::model::timeline::{self, Stop};
use crate::model::{Action, Opened};
use crate::setup::Setup;

pub(super) fn timeline(shown: Shown) -> Html {
    let Shown { setup, state, run, at: place, act, .. } = shown;
    let in_full = Opened::Months;
    let title = setup.say("months-title");
    let stops = timeline::stops(run);
    html! {
        <section class="sim-timeline" aria-labelledby="sim-timeline-title">
            <h3 id="sim-timeline-title">{ setup.say("timeline-title") }</h3>
            <p class="sim-timeline__hint">{ setup.say("timeline-hint") }</p>
            <ol>
                { for stops.iter().enumerate().map(|(at, stop)| {
                    month(setup, stop, at == place, act.reform(move |_| Action::Show(at)))
                }) }
            </ol>
            { super::opener(shown, in_full, "sim-opener--list", html! { title }) }
            if state.is_open(in_full) {
                { months::months(shown) }
            }
        </section>
    }
}

fn month(setup: &Setup, stop: &Stop, shown: bool, onclick: Callback<MouseEvent>) -> Html {
    let speaker = setup.speaker();
    let month = stop.month;
    let short = setup.message("month-short").choice("month", u32::from(month.number())).say_tight();
    let year = (month.number() == 1).then(|| month.year().to_string());
    let class = classes!(format!("tier-{}", speaker.id(stop.tier)), stop.changed.then_some("is-changed"));
    html! {
        <li {class}>
            <button type="button" class="sim-timeline__month" aria-pressed={shown.to_string()} {onclick}>
                <time datetime={month.to_string()}>
                    { short }
                    if let Some(year) = year {
                        { " " }
                        <span class="sim-timeline__year">{ year }</span>
                    }
                </time>
                <span>{ speaker.name(stop.tier) }</span>
            </button>
        </li>
    }
}
