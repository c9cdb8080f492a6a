//! Rendering on the server: what a page holds before the app runs, or where it cannot.

use rulebook::{Date, RuleBook};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use words::Names;
use yew::LocalServerRenderer;

use crate::components::{App, AppProps};
use crate::setup::{Setup, fingerprint};

/// What a page's root element is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The empty form and its result as markup: the root element's content.
    pub markup: String,
    /// For the root element's `data-fingerprint`: of the published files that the markup was made from. The app
    /// takes the markup over only if it was given the same files, and else makes its own.
    pub fingerprint: String,
}

/// Renders what the app takes over in the browser. What the arguments mean, [`Setup::new`] says; the page must
/// carry the same `today` and `root` for the app.
///
/// May be called from anywhere, an asynchronous task included: rendering has a thread of its own.
pub fn render(book: &RuleBook, names: &Names, today: Date, root: &str) -> Rendered {
    let fingerprint = fingerprint(&book.to_wire(), &names.json());
    let markup = std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let setup = Setup::new(book.clone(), names.clone(), today, root.to_owned());
            let renderer = LocalServerRenderer::<App>::with_props(AppProps::new(setup));
            let runtime = Builder::new_current_thread().build().expect("a runtime without I/O needs nothing");
            LocalSet::new().block_on(&runtime, renderer.render())
        });
        thread.join().expect("rendering does not panic")
    });
    Rendered { markup, fingerprint }
}
