//! The rules as WebAssembly by themselves: `tests/tests/conformance.rs` runs the same cases in it as natively.

use rulebook::{Customer, RuleBook};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The result of a run, as `site-gen simulate --format json` prints it. `book` is the wire form of a rule book,
/// `customer` that of a customer.
///
/// # Errors
///
/// Wire forms that cannot be read.
#[wasm_bindgen]
pub fn simulate(book: &[u8], customer: &str) -> Result<String, JsError> {
    let book = RuleBook::from_wire(book)?;
    let customer: Customer = serde_json::from_str(customer)?;
    Ok(book.to_json(&book.simulate(&customer)).to_string())
}
