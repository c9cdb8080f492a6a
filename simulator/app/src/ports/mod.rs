//! The browser.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::Renderer;

use crate::components::{App, AppProps};

/// Takes over the form that the server rendered into `root`.
#[wasm_bindgen]
pub fn hydrate(root: Element, book: &str, _names: &str) {
    Renderer::<App>::with_root_and_props(root, AppProps { book: book.to_owned().into() }).hydrate();
}
