//! The whole simulator: form, result, and a summary that stays in view on a phone.

use std::rc::Rc;

use rulebook::Date;
use yew::prelude::*;

use super::form::Form;
use super::result::Result;
use super::summary::Summary;
use crate::model::{Action, State, update};
use crate::ports::later::Later;
use crate::setup::{Setup, SetupProvider};

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What it is given.
    pub setup: Setup,
    /// What day it is, where somebody knows.
    #[prop_or_default]
    pub now: Option<Date>,
    /// The form can be used.
    #[prop_or_default]
    pub on_ready: Callback<()>,
}

impl AppProps {
    /// On the day of the rendering, with nobody waiting.
    pub fn new(setup: Setup) -> Self {
        Self { setup, now: None, on_ready: Callback::noop() }
    }
}

/// The state where Yew keeps it.
#[derive(PartialEq)]
struct Store(Rc<State>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(update(State::clone(&self.0), action))))
    }
}

/// The whole simulator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer_eq({
        let setup = props.setup.clone();
        move || Store(Rc::new(State::new(setup.book().clone(), setup.today())))
    });
    let act = use_callback(store.dispatcher(), |action, store| store.dispatch(action));

    // The server's markup must be taken over as it is; what the browser knows better comes after.
    let alive = use_state_eq(|| false);
    use_effect_with((), {
        let (alive, act, now) = (alive.clone(), act.clone(), props.now);
        move |()| {
            now.into_iter().for_each(|now| act.emit(Action::Today(now)));
            alive.set(true);
        }
    });
    use_effect_with(*alive, {
        let on_ready = props.on_ready.clone();
        move |&alive| {
            if alive {
                on_ready.emit(());
            }
        }
    });

    let state = &store.0;
    let searching = *alive && state.is_searching();
    use_effect_with((searching, state.run.clone(), state.shown, state.aim), {
        let act = act.clone();
        move |&(searching, ..)| {
            let later = searching.then(|| Later::new(move || act.emit(Action::FindWays)));
            move || drop(later)
        }
    });
    html! {
        <SetupProvider context={props.setup.clone()}>
            <div class="sim">
                <Form state={state.clone()} enabled={*alive} act={&act} />
                <Result state={state.clone()} alive={*alive} act={&act} />
                <Summary run={state.run.clone()} shown={state.shown} />
            </div>
        </SetupProvider>
    }
}
