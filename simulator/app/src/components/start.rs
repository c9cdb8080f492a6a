//! Where a customer starts: the first month, the tier in it, what is held and what was done before.

use std::rc::Rc;

use rulebook::Month;
use yew::prelude::*;

use super::controls::ChoiceField;
use super::form::group;
use super::use_setup;
use crate::model::Action;
use crate::model::answers::Answers;
use crate::model::form::Form;

/// How many months before today's the first one may be, and after.
const AROUND: i32 = 12;
/// For how many months from the first a tier may be said to be held.
const HOLDS: i32 = 36;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StartProps {
    pub(super) form: Rc<Form>,
    pub(super) answers: Answers,
    pub(super) act: Callback<Action>,
    /// The fields of the opening balances.
    pub(super) opening: Html,
    /// The boxes of the tasks.
    pub(super) tasks: Html,
}

#[component]
pub(super) fn Start(props: &StartProps) -> Html {
    let setup = use_setup();
    let StartProps { form, answers, act, opening, tasks } = props;
    let speaker = setup.speaker();
    let spoken = |month: Month| (month.to_string(), speaker.month(month));

    let tiers = form.tiers.iter().map(|&tier| (speaker.id(tier).to_owned(), speaker.name(tier).to_owned()));
    let base = form.tiers.first().copied();
    let tier = answers.tier.filter(|tier| form.tiers.contains(tier)).or(base);
    let on_tier = {
        let setup = setup.clone();
        act.reform(move |id: String| Action::StartIn(setup.book().rules().ids.tiers.find(&id)))
    };

    let not_held = (String::new(), setup.say("held-none"));
    let held = (0..HOLDS).map(|months| spoken(answers.start.plus(months)));
    let on_held = act.reform(|month: String| Action::HeldUntil(month.parse().ok()));

    let around = setup.today().month();
    let mut starts: Vec<_> = (-AROUND..=AROUND).map(|months| around.plus(months)).collect();
    // A page may have been rendered long ago.
    if !starts.contains(&answers.start) {
        starts.push(answers.start);
    }
    let starts: Vec<_> = starts.into_iter().map(spoken).collect();
    let on_start = {
        let today = setup.today();
        act.reform(move |month: String| Action::StartAt(month.parse().unwrap_or(today.month())))
    };

    let is_base = tier == base;
    let fields = html! {
        <>
            <ChoiceField
                id="sim-tier"
                label={setup.say("start-tier")}
                options={tiers.collect::<Vec<_>>()}
                chosen={tier.map(|tier| speaker.id(tier).to_owned()).unwrap_or_default()}
                on_choose={on_tier}
            />
            if !is_base {
                <ChoiceField
                    id="sim-held-until"
                    label={setup.say("start-held")}
                    options={std::iter::once(not_held).chain(held).collect::<Vec<_>>()}
                    chosen={answers.held_until.map(|month| month.to_string()).unwrap_or_default()}
                    on_choose={on_held}
                />
            }
            <ChoiceField
                id="sim-start"
                label={setup.say("start-month")}
                options={starts}
                chosen={answers.start.to_string()}
                on_choose={on_start}
            />
            { opening.clone() }
        </>
    };
    html! {
        <>
            { group(setup.say("start-title"), setup.say("start-hint"), fields) }
            if !form.tasks.is_empty() {
                { group(setup.say("tasks-title"), setup.say("tasks-hint"), tasks.clone()) }
            }
        </>
    }
}
