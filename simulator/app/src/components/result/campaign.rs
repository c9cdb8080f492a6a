//! The campaigns that run in the months of the run, and what they credit.

use rulebook::{CurrencyId, Number};
use yew::prelude::*;

use super::Shown;
use crate::model::campaign::{self, Running};

pub(super) fn campaigns(shown: Shown) -> Html {
    let setup = shown.setup;
    let running = campaign::running(shown.run);
    if running.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sim-campaigns">
            <h3>{ setup.say("campaigns-title") }</h3>
            <ul class="sim-list">{ for running.iter().map(|campaign| item(shown, campaign)) }</ul>
        </section>
    }
}

fn item(shown: Shown, running: &Running) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let amounts = |amounts: &[(CurrencyId, Number)]| {
        speaker.listed_and(amounts.iter().map(|&(currency, amount)| speaker.amount(currency, amount)))
    };
    let nothing = running.credited.is_empty() && running.delayed.is_empty();
    html! {
        <li class="sim-list__item">
            { super::linked(speaker.name(running.campaign), setup.href(running.campaign)) }
            <span class="sim-list__note">{ speaker.date_range(running.from, running.to) }</span>
            if nothing {
                <span class="sim-list__value">{ setup.say("campaign-nothing") }</span>
            }
            if !running.credited.is_empty() {
                <span class="sim-list__value">{ amounts(&running.credited) }</span>
            }
            if !running.delayed.is_empty() {
                <span class="sim-list__value">
                    { setup.message("campaign-delayed").with("amounts", amounts(&running.delayed)).say() }
                </span>
            }
        </li>
    }
}
