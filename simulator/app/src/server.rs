//! Rendering on the server: what a page holds before the app runs, or where it cannot.

use rulebook::{Date, RuleBook};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use words::Names;
use yew::LocalServerRenderer;

use crate::components::{App, AppProps};
use crate::setup::Setup;

/// The empty form and its result as markup, to be put into the page's root element, where `hydrate` takes it
/// over. What they mean, [`Setup::new`] says; the page must carry the same `today` and `root` for the app.
///
/// May be called from anywhere, an asynchronous task included: rendering has a thread of its own.
pub fn render(book: &RuleBook, names: &Names, today: Date, root: &str) -> String {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let setup = Setup::new(book.clone(), names.clone(), today, root.to_owned());
            let renderer = LocalServerRenderer::<App>::with_props(AppProps::new(setup));
            let runtime = Builder::new_current_thread().build().expect("a runtime without I/O needs nothing");
            LocalSet::new().block_on(&runtime, renderer.render())
        });
        thread.join().expect("rendering does not panic")
    })
}
