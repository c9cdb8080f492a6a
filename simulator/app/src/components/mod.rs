//! What is seen. Components take the smallest properties and emit named [`crate::model::Action`]s; what is given
//! once ([`crate::setup::Setup`]) comes to them as context. What always changes together is one component, made
//! of functions: each further component costs the reader some kilobytes.

mod app;
mod controls;
mod form;
mod number_field;
mod result;
mod start;
mod summary;

pub use app::{App, AppProps};

use yew::prelude::{hook, use_context};

use crate::setup::Setup;

/// What the simulator was given.
#[hook]
fn use_setup() -> Setup {
    use_context::<Setup>().expect("the app provides it to all components")
}
