//! What is seen.

use yew::prelude::*;

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The rule book's wire form.
    pub book: AttrValue,
}

/// The whole simulator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let ready = use_state(|| false);
    {
        let ready = ready.clone();
        use_effect_with((), move |()| ready.set(true));
    }
    html! { <form class="sim" autocomplete="off"><fieldset disabled={!*ready}>{ props.book.len() }</fieldset></form> }
}
