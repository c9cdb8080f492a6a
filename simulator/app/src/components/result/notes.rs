//! What the figures take for granted.

use yew::prelude::*;

use super::Shown;
use crate::model::{MONTHS, timeline};

pub(super) fn notes(shown: Shown) -> Html {
    let Shown { setup, run, .. } = shown;
    let speaker = shown.speaker();
    let start = speaker.month(run.customer().start);
    let changes = timeline::rule_changes(run).into_iter();
    let changes =
        changes.map(|month| setup.message("note-version").with("month", speaker.month(month)).say());
    let notes = [
        setup.message("note-steady").count(MONTHS).with("month", start.clone()).say(),
        setup.message("note-start").with("month", start).say(),
        setup.say("note-rules"),
        setup.say("note-private"),
    ];
    html! {
        <section class="sim-notes">
            <h3>{ setup.say("notes-title") }</h3>
            <ul>{ for changes.chain(notes).map(|note| html! { <li>{ note }</li> }) }</ul>
        </section>
    }
}
