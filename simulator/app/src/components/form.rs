//! The form: a group for each kind of input, the household, and where a customer starts.

use std::rc::Rc;

use rulebook::model::{InputKind, Unit};
use yew::prelude::*;

use super::controls::{DateField, FlagField};
use super::number_field::NumberField;
use super::start::Start;
use super::use_setup;
use crate::model::entry::EntryError;
use crate::model::form::{Field, FieldId};
use crate::model::{Action, State};
use crate::ports::events;
use crate::setup::Setup;

/// Properties of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    pub(super) state: Rc<State>,
    /// Whether it can be used yet.
    pub(super) enabled: bool,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let setup = use_setup();
    let FormProps { state, enabled, act } = props;
    let fields = |fields: &[Field]| -> Html { fields.iter().map(|&field| one(state, field, act)).collect() };
    let groups = state.form.groups.iter().map(|of_kind| {
        let (title, hint) = match of_kind.kind {
            InputKind::Balance => ("group-balance", "group-balance-hint"),
            InputKind::Flow => ("group-flow", "group-flow-hint"),
            InputKind::Fact => ("group-fact", "group-fact-hint"),
        };
        group(setup.say(title), setup.say(hint), fields(&of_kind.fields))
    });
    let clear = act.reform(|_| Action::Clear);
    html! {
        <form class="sim-form" autocomplete="off" novalidate=true onsubmit={|event| events::stay(&event)}>
            <fieldset disabled={!enabled}>
                <legend class="visually-hidden">{ setup.say("form-title") }</legend>
                { for groups }
                if !state.form.others.is_empty() {
                    <details class="sim-why">
                        <summary>{ setup.say("group-others") }</summary>
                        { group(
                            setup.say("group-others-title"),
                            setup.say("group-others-hint"),
                            fields(&state.form.others),
                        ) }
                    </details>
                }
                <details class="sim-why">
                    <summary>{ setup.say("group-start") }</summary>
                    <Start
                        form={state.form.clone()}
                        answers={state.answers.clone()}
                        opening={fields(&state.form.opening)}
                        tasks={fields(&state.form.tasks)}
                        {act}
                    />
                </details>
                <p><button type="button" class="button button--small" onclick={clear}>{ setup.say("clear") }</button></p>
            </fieldset>
        </form>
    }
}

/// A field and what it needs of the state.
fn one(state: &State, field: Field, act: &Callback<Action>) -> Html {
    let answers = &state.answers;
    let (text, ticked) = (answers.text(field.id).to_owned(), answers.ticked.contains(&field.id));
    html! { <Entry {field} {text} {ticked} problem={state.problem(field.id)} {act} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct EntryProps {
    field: Field,
    /// What stands in it.
    text: AttrValue,
    /// Whether it is ticked, if it is a box.
    ticked: bool,
    problem: Option<EntryError>,
    act: Callback<Action>,
}

/// One field, as its unit asks for.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let setup = use_setup();
    let EntryProps { field, text, ticked, problem, act } = props;
    let id = field.id;
    let (html_id, label, hint) = describe(&setup, id);
    let error = problem.map(|problem| explain(&setup, problem));
    let on_type = act.reform(move |text| Action::Type(id, text));
    match field.unit {
        Unit::Flag => {
            let on_tick = act.reform(move |is| Action::Tick(id, is));
            html! { <FlagField id={html_id} {label} {hint} {ticked} {on_tick} /> }
        }
        Unit::Date => html! { <DateField id={html_id} {label} {hint} value={text} {error} {on_type} /> },
        _ => html! {
            <NumberField
                id={html_id}
                {label}
                {hint}
                field={*field}
                value={text}
                {error}
                {on_type}
                on_leave={act.reform(move |()| Action::Leave(id))}
                on_step={act.reform(move |direction| Action::Step(id, direction))}
            />
        },
    }
}

/// The id in the page, the label and the hint of a field.
fn describe(setup: &Setup, id: FieldId) -> (String, String, Option<String>) {
    let speaker = setup.speaker();
    match id {
        FieldId::Own(metric) => {
            let hint = speaker.entry(metric).and_then(|entry| entry.text.clone());
            (format!("sim-own-{}", speaker.id(metric)), speaker.name(metric).to_owned(), hint)
        }
        FieldId::Others(metric) => {
            let label = setup.message("others-label").with("metric", speaker.name(metric)).say();
            (format!("sim-others-{}", speaker.id(metric)), label, None)
        }
        FieldId::Opening(currency) => {
            let name = speaker.name(currency);
            let label = setup.message("opening-label").with("currency", name).say();
            let hint = setup.message("opening-hint").with("currency", name).say();
            (format!("sim-opening-{}", speaker.id(currency)), label, Some(hint))
        }
        FieldId::Task(task) => {
            (format!("sim-task-{}", speaker.id(task)), speaker.name(task).to_owned(), None)
        }
    }
}

/// Why a text was refused, as a sentence.
fn explain(setup: &Setup, error: EntryError) -> AttrValue {
    let sentence = match error {
        EntryError::NotANumber => setup.say("error-not-a-number"),
        EntryError::Separators => setup.say("error-separators"),
        EntryError::Percent => setup.say("error-percent"),
        EntryError::Negative => setup.say("error-negative"),
        EntryError::Decimals(decimals) => setup.message("error-decimals").count(decimals).say(),
        EntryError::TooLarge => setup.say("error-too-large"),
        EntryError::NotADate => setup.say("error-not-a-date"),
    };
    sentence.into()
}

/// Fields under a title.
pub(super) fn group(title: String, hint: String, fields: Html) -> Html {
    html! {
        <fieldset class="sim-group">
            <legend>{ title }</legend>
            <p>{ hint }</p>
            <div class="sim-group__fields">{ fields }</div>
        </fieldset>
    }
}
