//! What is missing for the next tier, in words.

use rulebook::Value;
use rulebook::model::{Side, Version};
use yew::prelude::*;

use super::Shown;
use crate::model::progress::{self, Part, Progress, Way};
use crate::setup::Setup;

pub(super) fn missing(shown: Shown, way: &Way) -> Html {
    let (setup, version) = (shown.setup, shown.version());
    let ways = way.progress.alternatives();
    let words = |way: &Progress| -> Vec<String> {
        way.missing().into_iter().map(|part| phrase(setup, version, &part)).collect()
    };
    let title = setup.message("missing-title").with("tier", setup.speaker().name(way.tier)).say();
    html! {
        <section class="sim-missing">
            <h3>{ title }</h3>
            if let [only] = ways {
                <ul>{ for words(only).into_iter().map(|missing| html! { <li>{ missing }</li> }) }</ul>
            } else {
                <ul>
                    { for ways.iter().zip(1_u32..).map(|(way, number)| {
                        let parts = words(way).into_iter().reduce(|left, right| {
                            setup.message("missing-and").with("left", left).with("right", right).say()
                        });
                        let message = setup.message("missing-way").count(number);
                        html! { <li>{ message.with("missing", parts.unwrap_or_default()).say() }</li> }
                    }) }
                </ul>
            }
        </section>
    }
}

/// Something that is missing, as a phrase.
fn phrase(setup: &Setup, version: &Version, missing: &progress::Missing) -> String {
    match missing {
        progress::Missing::One(part) => one(setup, version, part),
        progress::Missing::Choice { needed, of } => {
            let join =
                |left, right| setup.message("missing-or").with("left", left).with("right", right).say();
            let parts = of.iter().map(|part| one(setup, version, part)).reduce(join).unwrap_or_default();
            let needed = u32::try_from(*needed).unwrap_or(u32::MAX);
            setup.message("missing-choice").count(needed).with("parts", parts).say()
        }
    }
}

fn one(setup: &Setup, version: &Version, progress: &Progress) -> String {
    let speaker = setup.speaker();
    match &progress.part {
        Part::Number { metric, bound, gap, .. } => {
            let gap = match version.metric(*metric) {
                Some(metric) => speaker.value(metric, Value::Number(*gap)),
                None => speaker.number(*gap),
            };
            let key = match bound.side {
                Side::AtLeast => "missing-at-least",
                Side::Above => "missing-above",
                Side::AtMost => "missing-at-most",
                Side::Below => "missing-below",
            };
            let message = setup.message(key).with("metric", speaker.name(*metric));
            message.with("gap", gap).say()
        }
        _ => speaker.condition(version, &progress.rule).sentence,
    }
}
