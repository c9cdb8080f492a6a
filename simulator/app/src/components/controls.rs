//! The controls that are no numbers: a box to tick, a day, a choice.

use yew::prelude::*;

use crate::ports::events;

/// The first day that can be entered, in browsers that heed it: a year of four digits.
const FIRST_DAY: &str = "1900-01-01";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FlagFieldProps {
    /// The id in the page.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) hint: Option<AttrValue>,
    pub(super) ticked: bool,
    pub(super) on_tick: Callback<bool>,
}

#[component]
pub(super) fn FlagField(props: &FlagFieldProps) -> Html {
    let FlagFieldProps { id, label, hint, ticked, on_tick } = props;
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let onchange = on_tick.reform(|event| events::ticked(&event));
    html! {
        <div class="sim-field sim-field--flag">
            <input {id} type="checkbox" checked={*ticked} aria-describedby={hint_id.clone()} {onchange} />
            <label class="sim-field__label" for={id}>{ label }</label>
            if let Some(hint) = hint {
                <p class="sim-field__hint" id={hint_id}>{ hint }</p>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DateFieldProps {
    /// The id in the page.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) hint: Option<AttrValue>,
    /// `2021-05-01`, or nothing.
    pub(super) value: AttrValue,
    pub(super) error: Option<AttrValue>,
    pub(super) on_type: Callback<String>,
}

#[component]
pub(super) fn DateField(props: &DateFieldProps) -> Html {
    let DateFieldProps { id, label, hint, value, error, on_type } = props;
    let (hint_id, error_id) = (hint.as_ref().map(|_| format!("{id}-hint")), format!("{id}-error"));
    let described = match (error, &hint_id) {
        (Some(_), Some(hint)) => Some(format!("{error_id} {hint}")),
        (Some(_), None) => Some(error_id.clone()),
        (None, hint) => hint.clone(),
    };
    let oninput = on_type.reform(|event| events::typed(&event));
    html! {
        <div class="sim-field">
            <label class="sim-field__label" for={id}>{ label }</label>
            <input
                class="sim-field__input"
                {id}
                type="date"
                min={FIRST_DAY}
                aria-invalid={error.as_ref().map(|_| "true")}
                aria-describedby={described}
                {value}
                {oninput}
            />
            <p class="sim-field__error" id={error_id} aria-live="polite">{ error.clone().unwrap_or_default() }</p>
            if let Some(hint) = hint {
                <p class="sim-field__hint" id={hint_id}>{ hint }</p>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChoiceFieldProps {
    /// The id in the page.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) hint: Option<AttrValue>,
    /// Value and label of each.
    pub(super) options: Vec<(String, String)>,
    /// The value of the one that is chosen.
    pub(super) chosen: AttrValue,
    pub(super) on_choose: Callback<String>,
}

#[component]
pub(super) fn ChoiceField(props: &ChoiceFieldProps) -> Html {
    let ChoiceFieldProps { id, label, hint, options, chosen, on_choose } = props;
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let control = use_node_ref();
    use_effect_with((chosen.clone(), options.clone()), {
        let control = control.clone();
        move |(chosen, _)| events::select(&control, chosen)
    });
    let onchange = on_choose.reform(|event| events::chosen(&event));
    html! {
        <div class="sim-field">
            <label class="sim-field__label" for={id}>{ label }</label>
            <select class="sim-field__input" {id} ref={control} aria-describedby={hint_id.clone()} {onchange}>
                { for options.iter().map(|(value, label)| html! {
                    <option value={value.clone()} selected={*value == **chosen}>{ label }</option>
                }) }
            </select>
            if let Some(hint) = hint {
                <p class="sim-field__hint" id={hint_id}>{ hint }</p>
            }
        </div>
    }
}
