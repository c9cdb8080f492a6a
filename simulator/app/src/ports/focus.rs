//! Where the keyboard is.

use web_sys::HtmlElement;
use yew::NodeRef;

/// Takes it to an element.
pub fn go_to(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // An element that cannot be reached leaves it where it is.
        let _ = element.focus();
    }
}

/// Takes it to an element if it is nowhere: what it was on is gone.
pub fn go_to_if_lost(element: &NodeRef) {
    let document = web_sys::window().and_then(|window| window.document());
    let lost = document.is_some_and(|document| {
        let body = document.body();
        document.active_element().is_none_or(|active| body.is_some_and(|body| *body == active))
    });
    if lost {
        go_to(element);
    }
}
