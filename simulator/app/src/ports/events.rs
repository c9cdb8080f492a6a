//! What the browser's events say, and what is said back to its controls.

use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent, KeyboardEvent, SubmitEvent};
use yew::{NodeRef, TargetCast};

use crate::model::Direction;

/// The text of the field in which something was typed.
pub fn typed(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// Whether the box that was clicked is ticked now.
pub fn ticked(event: &Event) -> bool {
    event.target_unchecked_into::<HtmlInputElement>().checked()
}

/// The value that was chosen.
pub fn chosen(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

/// The arrow that was pressed, if it was one; the cursor then stays where it is.
pub fn arrow(event: &KeyboardEvent) -> Option<Direction> {
    let direction = match event.key().as_str() {
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        _ => return None,
    };
    event.prevent_default();
    Some(direction)
}

/// Keeps the browser from sending the form anywhere.
pub fn stay(event: &SubmitEvent) {
    event.prevent_default();
}

/// Has a `<select>` show a value: once a reader has chosen, its options' attributes no longer do.
pub fn select(control: &NodeRef, value: &str) {
    if let Some(control) = control.cast::<HtmlSelectElement>() {
        control.set_value(value);
    }
}
