//! Rendering on the server: what a page holds before the app runs, or where it cannot.

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

use crate::components::{App, AppProps};

/// The form as markup, to be put into the page's root element, where `hydrate` takes it over.
///
/// May be called from anywhere, an asynchronous task included: rendering has a thread of its own.
pub fn render(book: &str) -> String {
    let book = book.to_owned();
    let thread = std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().build().expect("a runtime without I/O needs nothing");
        let props = AppProps { book: book.into() };
        LocalSet::new().block_on(&runtime, LocalServerRenderer::<App>::with_props(props).render())
    });
    thread.join().expect("rendering does not panic")
}
