//! The page that holds the simulator.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::Element;
use yew::{Callback, Renderer};

use crate::components::{App, AppProps};
use crate::setup::{Setup, fingerprint};

/// Takes over the form that the server rendered into `root`, which carries the day (`data-today`) and the way to
/// the locale's root (`data-root`) with which it did, and the fingerprint of the files that it had. `book` and
/// `names` are the published files, `now` is today. A page that a cache has kept may be older than the files, or
/// newer; its form is then made anew.
///
/// # Errors
///
/// Files that this build of the app cannot read.
#[wasm_bindgen]
pub fn hydrate(root: Element, book: &[u8], names: &str, now: &str) -> Result<(), JsError> {
    let attribute = |name| root.get_attribute(name).unwrap_or_default();
    let same = attribute("data-fingerprint") == fingerprint(book, names.as_bytes());
    let setup = Setup::read(book, names.as_bytes(), &attribute("data-today"), attribute("data-root"))
        .map_err(|error| JsError::new(&error.to_string()))?;
    let mut props = AppProps::new(setup);
    props.now = now.parse().ok();
    props.on_ready = {
        let root = root.clone();
        Callback::from(move |()| {
            // It can only fail for a name that is no attribute's.
            let _ = root.set_attribute("data-app", "ready");
        })
    };
    let renderer = Renderer::<App>::with_root_and_props(root, props);
    if same {
        renderer.hydrate();
    } else {
        renderer.render();
    }
    Ok(())
}
