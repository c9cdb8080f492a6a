//! The rules as WebAssembly by themselves: `tests/tests/conformance.rs` runs the same cases in it as natively, and
//! `tests/benches/browser.rs` measures them.

use answers::{Failure, Months};
use rulebook::{Customer, MonthResult, Number, RuleBook, RunInputs, State};
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
    let ids = &book.rules().ids;
    Ok(match book.simulate(&customer) {
        Ok(months) => answers::text(&Months::new(&months, ids)),
        Err(error) => answers::text(&Failure::new(&error, ids)),
    })
}

/// Customers who are evaluated again and again.
#[wasm_bindgen]
pub struct Bench {
    book: RuleBook,
    customers: Vec<Customer>,
    /// What one customer after the other is run in.
    buffers: Option<((RunInputs, State), MonthResult)>,
}

#[wasm_bindgen]
impl Bench {
    /// Reads a rule book and customers, as [`simulate`] does.
    ///
    /// # Errors
    ///
    /// What cannot be read, or does not fit.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen passes lists of texts by value only")]
    pub fn new(book: &[u8], customers: Vec<String>) -> Result<Self, JsError> {
        let book = RuleBook::from_wire(book)?;
        let customers = customers.iter().map(|customer| serde_json::from_str(customer));
        let customers: Vec<Customer> = customers.collect::<Result<_, _>>()?;
        let buffers = match customers.first() {
            Some(customer) => {
                let buffers = book.open(customer)?;
                let result = MonthResult::new(customer.start, buffers.1.tier());
                Some((buffers, result))
            }
            None => None,
        };
        Ok(Self { book, customers, buffers })
    }

    /// Runs each customer through all months, keeping the last.
    pub fn runs(&mut self) {
        let Some((buffers, result)) = &mut self.buffers else { return };
        for customer in &self.customers {
            // A customer whom chance gave more to redeem than there is ends early.
            let _ = self.book.last_month(customer, buffers, result);
        }
    }

    /// The floor: a product for each figure of the last month, so many times.
    pub fn products(&self, times: u32) -> bool {
        let mut product = Number::ONE;
        for _ in 0..times {
            for (_, value) in self.buffers.iter().flat_map(|(_, result)| &result.metrics) {
                product = product.product(Number::ONE.max(value.number())).unwrap_or(Number::ONE);
            }
        }
        product.is_positive()
    }

    /// Looks for each customer's ways to a tier; says how many there are.
    ///
    /// # Errors
    ///
    /// A tier that there is not.
    pub fn paths(&self, tier: &str) -> Result<usize, JsError> {
        let tier = self.book.rules().ids.tiers.find(tier).ok_or_else(|| JsError::new("no such tier"))?;
        let paths = self.customers.iter().filter_map(|customer| self.book.paths(customer, tier).ok());
        Ok(paths.map(|paths| paths.options.len()).sum())
    }
}
