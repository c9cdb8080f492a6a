//! Why a figure is what it is: a button beside it, and what it opens.

use rulebook::explain::What;
use words::Reason;
use yew::prelude::*;

use super::Shown;
use crate::model::Opened;
use crate::setup::Setup;

/// What opens the reasons of a figure, whose name tells those who hear the page of which.
pub(super) fn button(shown: Shown, what: What, name: &str) -> Html {
    let label = html! {
        <>
            { shown.setup.say("why") }
            <span class="visually-hidden">{ " " }{ name }</span>
        </>
    };
    super::opener(shown, Opened::Why(what), "sim-opener--why", label)
}

/// The reasons, if they are open.
pub(super) fn reasons(shown: Shown, what: What) -> Option<Html> {
    if !shown.state.is_open(Opened::Why(what)) {
        return None;
    }
    let reasons = shown.speaker().reasons(&shown.run.why(shown.month.month, what));
    Some(html! { <div class="sim-reasons">{ list(shown.setup, &reasons) }</div> })
}

/// Both, where they stand one after the other.
pub(super) fn why(shown: Shown, what: What, name: &str) -> Html {
    html! {
        <>
            { button(shown, what, name) }
            { reasons(shown, what) }
        </>
    }
}

fn list(setup: &Setup, reasons: &[Reason]) -> Html {
    html! { <ul>{ for reasons.iter().map(|reason| item(setup, reason)) }</ul> }
}

fn item(setup: &Setup, reason: &Reason) -> Html {
    let class = reason.holds.map(|holds| if holds { "is-met" } else { "is-missed" });
    html! {
        <li {class}>
            { text(setup, reason) }
            if !reason.parts.is_empty() {
                { list(setup, &reason.parts) }
            }
        </li>
    }
}

/// The line, with the name of what it is about leading to its page.
fn text(setup: &Setup, reason: &Reason) -> Html {
    let linked = reason.about.as_ref().and_then(|about| {
        let (before, after) = reason.text.split_once(&about.name)?;
        Some((before, about.name.as_str(), setup.address(about.href.as_ref()?), after))
    });
    match linked {
        Some((before, name, href, after)) => html! { <>{ before }<a {href}>{ name }</a>{ after }</> },
        None => html! { &reason.text },
    }
}
