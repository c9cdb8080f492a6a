//! The way to a tier: each alternative, and how far each of its conditions is met.

use rulebook::model::{Unit, Version};
use yew::prelude::*;

use super::Shown;
use crate::model::progress::{Part, Progress, Way};
use crate::setup::Setup;

/// `title` is the message of the title, which takes the tier.
pub(super) fn ways(shown: Shown, way: &Way, title: &'static str) -> Html {
    let (setup, version, speaker) = (shown.setup, shown.version(), shown.speaker());
    let title = setup.message(title).with("tier", speaker.name(way.tier)).say();
    let class = format!("sim-progress tier-{}", speaker.id(way.tier));
    let ways = way.progress.alternatives();
    html! {
        <section {class}>
            <h3>{ title }</h3>
            if let [only] = ways {
                <div class="sim-progress__way">{ steps(setup, version, only) }</div>
            } else {
                <p class="sim-progress__missing">{ setup.say("ways-any") }</p>
                <ol class="sim-progress__ways">
                    { for ways.iter().zip(1_u32..).map(|(way, number)| html! {
                        <li class={classes!("sim-progress__way", way.met.then_some("is-met"))}>
                            <p class="sim-progress__title">{ setup.message("way").count(number).say() }</p>
                            { steps(setup, version, way) }
                        </li>
                    }) }
                </ol>
            }
        </section>
    }
}

/// A condition with its parts, if it has any that can be told apart.
fn steps(setup: &Setup, version: &Version, progress: &Progress) -> Html {
    let parts =
        |parts: &[Progress]| -> Html { parts.iter().map(|part| steps(setup, version, part)).collect() };
    match &progress.part {
        Part::All(all) => parts(all),
        Part::Any(any) => choice(setup.say("ways-any"), progress.met, parts(any)),
        Part::AtLeast(count, among) => {
            let met = among.iter().filter(|part| part.met).count();
            let title = setup.message("ways-at-least").count(*count);
            let title = title.with("met", u32::try_from(met).unwrap_or(u32::MAX).to_string()).say();
            choice(title, progress.met, parts(among))
        }
        Part::Segment(_, within) => html! {
            <>
                { step(setup, version, progress) }
                if !progress.met {
                    <div class="sim-progress__within">{ steps(setup, version, within) }</div>
                }
            </>
        },
        _ => step(setup, version, progress),
    }
}

/// A condition in words, where it stands, and a bar if it has a lower bound.
fn step(setup: &Setup, version: &Version, progress: &Progress) -> Html {
    let condition = setup.speaker().condition(version, &progress.rule).sentence;
    let bar = progress.part.bar().map(|(value, max)| {
        html! { <progress value={value.to_string()} max={max.to_string()} aria-label={condition.clone()} /> }
    });
    html! {
        <div class={classes!("sim-progress__step", progress.met.then_some("is-met"))}>
            <span>{ &condition }</span>
            <span class="sim-progress__figure">{ figure(setup, version, progress) }</span>
            { bar }
        </div>
    }
}

/// Where a condition stands: what has been reached, or whether it holds.
fn figure(setup: &Setup, version: &Version, progress: &Progress) -> String {
    match (&progress.part, progress.met) {
        (Part::Number { metric, value, .. }, met) => {
            let unit = version.metric(*metric).map_or(Unit::Count, |metric| metric.unit);
            let value = setup.speaker().quantity(unit, *value);
            setup.message(if met { "figure-met" } else { "figure-now" }).with("value", value).say()
        }
        (_, true) => setup.say("met"),
        (_, false) => setup.say("not-met"),
    }
}

/// Parts of which some are enough.
fn choice(title: String, met: bool, parts: Html) -> Html {
    html! {
        <div class={classes!("sim-progress__choice", met.then_some("is-met"))}>
            <p class="sim-progress__missing">{ title }</p>
            { parts }
        </div>
    }
}
