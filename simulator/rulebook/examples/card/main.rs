//! Runs a customer through the small programme that the documentation of this crate comes back to.

mod programme;

use programme::{customer, rules};
use rulebook::{Number, RuleBook};

fn main() {
    let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    let customer = customer(&book.rules().ids, 60_000);
    let months = book.simulate(&customer).expect("a run without an error");
    // The review at the end of January finds the balance; from February on, points are doubled.
    let points: Vec<_> = months.iter().map(|month| month.accounts[0].earned).collect();
    assert_eq!(points, [25, 50, 50].map(Number::from));
}
