//! What the tests of the whole product are made with. The tests themselves are in `tests/`.
//!
//! They treat the product as its users do: files go in, the program runs, a folder or a server comes out, a
//! browser looks at it.
//!
//! - [`programme`]: a programme's folder to build from, and to break
//! - [`site_gen`]: the program
//! - [`server`]: a published folder on a web server as strict as a bank's
//! - [`browser`]: a real Chromium that notices errors and foreign requests
//! - [`customers`]: customers for the benchmarks in `benches/`
//! - [`wasm`]: the rules by themselves, for a browser
//! - [`html`]: the published pages, parsed; links

pub mod browser;
pub mod customers;
pub mod html;
pub mod programme;
pub mod server;
pub mod site_gen;
pub mod wasm;

use std::path::{Path, PathBuf};

/// The folder of the whole project.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().expect("the tests lie in the project").to_owned()
}
