//! The way to a tier: each alternative, and how far each of its conditions is met.

use rulebook::Value;
use rulebook::explain::What;
use rulebook::model::Version;
use yew::prelude::*;

use super::{Shown, why};
use crate::model::progress::{Part, Progress, Way};
use crate::setup::Setup;

/// `title` is the message of the title, which takes the tier.
pub(super) fn ways(shown: Shown, way: &Way, title: &'static str) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let title = setup.message(title).with("tier", speaker.name(way.tier)).say();
    let class = format!("sim-progress tier-{}", speaker.id(way.tier));
    let ways = way.progress.alternatives();
    html! {
        <section {class}>
            <h3>{ title }</h3>
            if let [only] = ways {
                <div class="sim-progress__way">{ steps(shown, only) }</div>
            } else {
                <p class="sim-progress__missing">{ setup.say("ways-any") }</p>
                <ol class="sim-progress__ways">
                    { for ways.iter().zip(1_u32..).map(|(way, number)| html! {
                        <li class={classes!("sim-progress__way", way.met.then_some("is-met"))}>
                            <p class="sim-progress__title">{ setup.message("way").count(number).say() }</p>
                            { steps(shown, way) }
                        </li>
                    }) }
                </ol>
            }
        </section>
    }
}

/// A condition with its parts, if it has any that can be told apart.
fn steps(shown: Shown, progress: &Progress) -> Html {
    let setup = shown.setup;
    let parts = |parts: &[Progress]| -> Html { parts.iter().map(|part| steps(shown, part)).collect() };
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
                { step(shown, progress) }
                if !progress.met {
                    <div class="sim-progress__within">{ steps(shown, within) }</div>
                }
            </>
        },
        _ => step(shown, progress),
    }
}

/// A condition in words, where it stands, and a bar if it has a lower bound.
fn step(shown: Shown, progress: &Progress) -> Html {
    let (setup, version) = (shown.setup, shown.version());
    let condition = setup.speaker().condition(version, &progress.rule).sentence;
    let bar = progress.part.bar().map(|(value, max)| {
        html! { <progress value={value.to_string()} max={max.to_string()} aria-label={condition.clone()} /> }
    });
    let what = figure_of(progress);
    html! {
        <div class={classes!("sim-progress__step", progress.met.then_some("is-met"))}>
            <span>
                { &condition }
                { " " }
                { what.map(|what| why::button(shown, what, &condition)) }
            </span>
            <span class="sim-progress__figure">{ figure(setup, version, progress) }</span>
            { bar }
            { what.and_then(|what| why::reasons(shown, what)) }
        </div>
    }
}

/// The figure that a condition is about.
fn figure_of(progress: &Progress) -> Option<What> {
    match progress.part {
        Part::Number { metric, .. } | Part::Flag { metric, .. } => Some(What::of(metric)),
        Part::Segment(segment, _) => Some(What::of(segment)),
        Part::Task(task) => task.map(What::of),
        Part::Tier(_) => Some(What::Tier),
        Part::All(_) | Part::Any(_) | Part::AtLeast(..) | Part::Not(_) => None,
    }
}

/// Where a condition stands: what has been reached, or whether it holds.
fn figure(setup: &Setup, version: &Version, progress: &Progress) -> String {
    match (&progress.part, progress.met) {
        (Part::Number { metric, value, .. }, met) => {
            let speaker = setup.speaker();
            let value = match version.metric(*metric) {
                Some(metric) => speaker.value(metric, Value::Number(*value)),
                None => speaker.number(*value),
            };
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
