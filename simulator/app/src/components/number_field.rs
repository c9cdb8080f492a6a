//! A field for a number: typed as people type, or stepped by buttons and arrow keys.

use yew::prelude::*;

use super::use_setup;
use crate::model::Direction;
use crate::model::entry;
use crate::model::form::Field;
use crate::ports::events;
use crate::setup::Setup;

/// From here on an amount is said again in words beside the field.
const WORTH_SAYING: u32 = 10_000;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NumberFieldProps {
    /// The id in the page.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) hint: Option<AttrValue>,
    pub(super) field: Field,
    /// What was typed.
    pub(super) value: AttrValue,
    pub(super) error: Option<AttrValue>,
    pub(super) on_type: Callback<String>,
    pub(super) on_leave: Callback<()>,
    pub(super) on_step: Callback<Direction>,
}

#[component]
pub(super) fn NumberField(props: &NumberFieldProps) -> Html {
    let setup = use_setup();
    let NumberFieldProps { id, label, hint, field, value, error, .. } = props;
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let echo = echo(&setup, field, value);
    let described = [(error.is_some(), &error_id), (hint.is_some() || echo.is_some(), &hint_id)];
    let described: Vec<_> = described.into_iter().filter_map(|(is, id)| is.then_some(id.as_str())).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let oninput = props.on_type.reform(|event| events::typed(&event));
    let onblur = props.on_leave.reform(|_| ());
    let onkeydown = field.step.map(|_| {
        let on_step = props.on_step.clone();
        Callback::from(move |event| events::arrow(&event).into_iter().for_each(|step| on_step.emit(step)))
    });
    let unit = unit(&setup, field);
    html! {
        <div class="sim-field">
            <label class="sim-field__label" for={id}>{ label }</label>
            <div class="sim-field__control">
                <input
                    class="sim-field__input"
                    {id}
                    type="text"
                    inputmode={if field.decimals == 0 { "numeric" } else { "decimal" }}
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="0"
                    aria-invalid={error.as_ref().map(|_| "true")}
                    aria-describedby={described}
                    {value}
                    {oninput}
                    {onblur}
                    {onkeydown}
                />
                if let Some(unit) = unit {
                    <span class="sim-field__unit">{ unit }</span>
                }
                if let Some(step) = field.step {
                    { for [Direction::Down, Direction::Up].map(|direction| {
                        let (sign, key) = match direction {
                            Direction::Down => ("−", "step-down"),
                            Direction::Up => ("+", "step-up"),
                        };
                        let step = setup.speaker().quantity(field.unit, step);
                        let what = setup.message(key).with("label", label.as_str()).with("step", step).say();
                        let onclick = props.on_step.reform(move |_| direction);
                        html! {
                            <button type="button" class="sim-field__step" aria-label={what} {onclick}>{ sign }</button>
                        }
                    }) }
                }
            </div>
            <p class="sim-field__error" id={error_id} aria-live="polite">{ error.clone().unwrap_or_default() }</p>
            if hint.is_some() || echo.is_some() {
                <p class="sim-field__hint" id={hint_id}>
                    if let Some(echo) = echo {
                        <strong class="sim-field__echo">{ echo }</strong>
                        { " " }
                    }
                    { hint.clone().unwrap_or_default() }
                </p>
            }
        </div>
    }
}

/// A large amount as it was understood, for those who count zeros.
fn echo(setup: &Setup, field: &Field, text: &str) -> Option<String> {
    let number = entry::number(text, field.allowed()).ok()?;
    (number >= WORTH_SAYING.into()).then(|| {
        let amount = setup.speaker().quantity(field.unit, number);
        setup.message("echo").with("amount", amount).say()
    })
}

/// What stands behind the number.
fn unit(setup: &Setup, field: &Field) -> Option<String> {
    use rulebook::model::Unit;
    match field.unit {
        Unit::Money => {
            let currency = setup.book().rules().currency.as_str();
            Some(setup.message("unit-money").with("currency", currency).say())
        }
        Unit::Months => Some(setup.say("unit-months")),
        Unit::Years => Some(setup.say("unit-years")),
        Unit::Count | Unit::Flag | Unit::Date | Unit::Currency(_) => None,
    }
}
