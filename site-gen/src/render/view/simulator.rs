//! The simulator's page.

use serde::Serialize;

use super::{Html, Link, Page};

/// `simulator.html`: the app, rendered on the server, and what its boot script needs.
#[derive(Clone, Debug, Serialize)]
pub struct SimulatorView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The app as the server rendered it; the boot script hydrates it.
    pub app: Html,
    /// The boot script, an ES module, relative; absent in a binary that was built without the app.
    pub boot: Option<String>,
    /// What the boot script reads from the `data-…` attributes of the app's element, by name without the `data-`:
    /// addresses of the rule book, of the names for this language.
    pub data: Vec<(String, String)>,
    /// Where a reader without WebAssembly finds the rules.
    pub rules: Vec<Link>,
}
