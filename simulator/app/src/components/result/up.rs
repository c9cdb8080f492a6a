//! The ways up, what becomes of the tier in force, and what keeps it. They take a moment to find: until then what was
//! found before keeps its place, but is not shown.

use rulebook::model::Version;
use rulebook::{BenefitId, Coverage, Obstacle, Outlook, PathOption, Staying, TierId};
use yew::prelude::*;

use super::Shown;
use crate::components::controls::ChoiceField;
use crate::model::ways::{self, EASIEST, Up, Ways};
use crate::model::{Action, Opened};

/// Where the keyboard goes when a way is tried, and when that is undone.
#[derive(Clone, PartialEq)]
pub(super) struct Places {
    pub(super) title: NodeRef,
    pub(super) undo: NodeRef,
}

/// `next` is the next tier to be reached.
pub(super) fn up(shown: Shown, next: Option<TierId>, places: &Places) -> Html {
    let Shown { setup, state, run, at, .. } = shown;
    let above = ways::above(run, at);
    let target = ways::target(&above, state.aim, next);
    let waiting = state.is_searching();
    if !waiting && state.ways.is_none() {
        return Html::default();
    }
    let found = state.ways.as_ref().map(|found| html! {
        <div class={classes!("sim-up__found", waiting.then_some("is-waiting"))} aria-hidden={waiting.then_some("true")}>
            { ways_found(shown, found) }
        </div>
    });
    html! {
        <section class="sim-up" aria-labelledby="sim-up-title" aria-busy={waiting.to_string()}>
            <h3 id="sim-up-title" tabindex="-1" ref={places.title.clone()}>{ setup.say("up-title") }</h3>
            if state.before.is_some() {
                { tried(shown, places) }
            }
            if let (Some(target), true) = (target, above.len() > 1) {
                { choice(shown, &above, target) }
            }
            <div class="sim-up__answer">
                { found }
                if waiting {
                    <p class="sim-up__searching">{ setup.say("up-searching") }</p>
                }
            </div>
        </section>
    }
}

/// That a way has been entered, and the way back.
fn tried(shown: Shown, places: &Places) -> Html {
    let setup = shown.setup;
    let start = shown.speaker().month(shown.run.customer().start);
    html! {
        <div class="sim-up__tried">
            <p id="sim-up-tried">{ setup.message("up-tried").with("month", start).say() }</p>
            <button
                type="button"
                class="button button--small"
                ref={places.undo.clone()}
                aria-describedby="sim-up-tried"
                onclick={shown.act.reform(|_| Action::Undo)}
            >
                { setup.say("up-undo") }
            </button>
        </div>
    }
}

/// Which tier is asked about.
fn choice(shown: Shown, above: &[TierId], target: TierId) -> Html {
    let Shown { setup, act, .. } = shown;
    let speaker = shown.speaker();
    let options = above.iter().map(|&tier| (speaker.id(tier).to_owned(), speaker.name(tier).to_owned()));
    let on_choose = {
        let (setup, act) = (setup.clone(), act.clone());
        Callback::from(move |id: String| {
            let tier = setup.book().rules().ids.tiers.find(&id);
            tier.into_iter().for_each(|tier| act.emit(Action::AimAt(tier)));
        })
    };
    html! {
        <ChoiceField
            id="sim-aim"
            label={setup.say("up-target")}
            options={options.collect::<Vec<_>>()}
            chosen={speaker.id(target).to_owned()}
            {on_choose}
        />
    }
}

fn ways_found(shown: Shown, found: &Ways) -> Html {
    html! {
        <>
            if let Some(up) = &found.up {
                { ways_up(shown, up) }
            } else {
                <p>{ shown.setup.say("next-none") }</p>
            }
            if let Some(staying) = &found.staying {
                { staying_here(shown, staying) }
            }
        </>
    }
}

fn ways_up(shown: Shown, up: &Up) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let paths = &up.paths;
    let tier = speaker.name(paths.target);
    let said = match &paths.options[..] {
        [] => {
            let none = match paths.coverage {
                Coverage::Complete => "up-none",
                Coverage::Partial => "up-none-found",
            };
            setup.message(none).with("tier", tier).say()
        }
        [only] if only.changes.is_empty() => {
            let month = speaker.month(only.in_force);
            setup.message("up-nothing").with("tier", tier).with("month", month).say()
        }
        options => {
            let count = u32::try_from(options.len()).unwrap_or(u32::MAX);
            let message = setup.message("up-from").with("tier", tier).count(count);
            message.with("month", speaker.month(paths.from)).say()
        }
    };
    let way = |number: u32, option: &PathOption| {
        let outlook = up.outlooks.get(number as usize - 1).and_then(Option::as_ref);
        let facts = facts(shown, paths.target, option, outlook);
        way(shown, option, facts, setup.message("up-try").count(number).say())
    };
    html! {
        <>
            <p>{ said }</p>
            { easiest(shown, Opened::MoreWays, &paths.options, way) }
            { partial(shown, paths.coverage) }
            { obstacles(shown, "up-impossible", &paths.impossible, paths.options.is_empty()) }
        </>
    }
}

fn staying_here(shown: Shown, staying: &Staying) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let way = |number: u32, option: &PathOption| {
        way(shown, option, Html::default(), setup.message("staying-try").count(number).say())
    };
    let from = speaker.month(shown.month.month.plus(1));
    let keep = setup.message("staying-keep").with("tier", speaker.name(staying.tier)).with("month", from);
    html! {
        <section class="sim-up__staying">
            <h4>{ setup.say("staying-title") }</h4>
            <p>{ speaker.staying(staying) }</p>
            if !staying.options.is_empty() {
                <p>{ keep.say() }</p>
                { easiest(shown, Opened::MoreToStay, &staying.options, way) }
            }
            { partial(shown, staying.coverage) }
            { obstacles(shown, "staying-impossible", &staying.impossible, staying.options.is_empty()) }
        </section>
    }
}

/// The easiest ways, counted from 1, and a button that shows the others. Nothing where there is none, or nothing need change.
fn easiest(
    shown: Shown,
    opened: Opened,
    options: &[PathOption],
    way: impl Fn(u32, &PathOption) -> Html,
) -> Html {
    if options.iter().all(|option| option.changes.is_empty()) {
        return Html::default();
    }
    let setup = shown.setup;
    let all = shown.state.is_open(opened);
    let more = u32::try_from(options.len().saturating_sub(EASIEST)).unwrap_or(u32::MAX);
    let label = if all { setup.say("up-fewer") } else { setup.message("up-more").count(more).say() };
    let most = if all { usize::MAX } else { EASIEST };
    let ways = (1..).zip(options).take(most).map(|(number, option)| way(number, option));
    html! {
        <>
            <ol class="sim-up__ways">{ for ways }</ol>
            if more > 0 {
                { super::opener(shown, opened, "sim-opener--list", html! { label }) }
            }
        </>
    }
}

/// A way: what must change, the outlook once it has changed, and a button that enters the change.
fn way(shown: Shown, option: &PathOption, facts: Html, label: String) -> Html {
    let Shown { state, act, .. } = shown;
    let version = shown.setup.book().version(option.in_force);
    let changes = option.changes.iter().map(|change| shown.speaker().change(version, change));
    let can_be_tried = ways::can_be_tried(&state.form, &option.changes);
    let onclick = {
        let (act, changes) = (act.clone(), option.changes.clone());
        Callback::from(move |_| act.emit(Action::Try(changes.clone())))
    };
    html! {
        <li class="sim-up__way">
            <ul class="sim-up__changes">{ for changes.map(|change| html! { <li>{ change }</li> }) }</ul>
            { facts }
            if can_be_tried {
                <button type="button" class="button button--quiet button--small" {onclick}>{ label }</button>
            }
        </li>
    }
}

/// When a way leads where, for how long, and what that brings.
fn facts(shown: Shown, target: TierId, option: &PathOption, outlook: Option<&Outlook>) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let higher = outlook.map(|outlook| outlook.tier).filter(|&tier| tier != target);
    let in_force = speaker.month(option.in_force);
    let in_force = match higher {
        None => in_force,
        Some(tier) => {
            setup.message("up-higher").with("month", in_force).with("tier", speaker.name(tier)).say()
        }
    };
    let in_force = html! { <time datetime={option.in_force.to_string()}>{ in_force }</time> };
    let lasts = outlook.map(|outlook| match outlook.lasts {
        Some(month) => setup.message("up-lasts-until").with("month", speaker.month(month)).say(),
        None => setup.say("up-lasts-long"),
    });
    let worth = outlook.and_then(|outlook| outlook.gain.worth).filter(|worth| worth.is_positive());
    let version = setup.book().version(option.in_force);
    let benefits = outlook.map_or(&[][..], |outlook| &outlook.gain.benefits);
    html! {
        <dl class="sim-up__facts">
            { fact(setup.say("up-in-force"), in_force) }
            if let Some(lasts) = lasts {
                { fact(setup.say("up-lasts"), html! { lasts }) }
            }
            if let Some(worth) = worth {
                { fact(setup.say("up-worth"), html! { speaker.money(worth) }) }
            }
            if !benefits.is_empty() {
                { fact(setup.say("up-benefits"), new_benefits(shown, version, benefits)) }
            }
        </dl>
    }
}

/// The most new benefits that a way names.
const MOST_NAMED: usize = 24;

fn new_benefits(shown: Shown, version: &Version, benefits: &[BenefitId]) -> Html {
    let setup = shown.setup;
    let (named, left) = super::cut(benefits.len(), MOST_NAMED);
    let names = benefits[..named].iter().map(|&id| {
        let name = shown.speaker().name(id);
        if version.benefit(id).is_some_and(|benefit| benefit.pool.is_some()) {
            setup.message("up-from-pool").with("benefit", name).say()
        } else {
            name.to_owned()
        }
    });
    html! {
        <>
            { shown.speaker().listed_and(names) }
            if left > 0 {
                <br />
                { setup.message("benefits-more").count(left).say() }
            }
        </>
    }
}

fn fact(label: String, value: Html) -> Html {
    html! { <div><dt>{ label }</dt><dd>{ value }</dd></div> }
}

/// That there may be more ways than were found.
fn partial(shown: Shown, coverage: Coverage) -> Html {
    match coverage {
        Coverage::Complete => Html::default(),
        Coverage::Partial => html! { <p>{ shown.setup.say("up-partial") }</p> },
    }
}

/// What no input can change; `open` where it is all that there is to say.
fn obstacles(shown: Shown, title: &'static str, obstacles: &[Obstacle], open: bool) -> Html {
    if obstacles.is_empty() {
        return Html::default();
    }
    let said = obstacles.iter().map(|obstacle| shown.speaker().obstacle(obstacle));
    html! {
        <details class="sim-why" {open}>
            <summary>{ shown.setup.say(title) }</summary>
            <ul>{ for said.map(|obstacle| html! { <li>{ obstacle }</li> }) }</ul>
        </details>
    }
}
