//! The JSON that the command line prints, as types: for each answer a structure that is made of what the rule book gives
//! and borrows from it. Ids are in the author's words, decimals are texts, what is not there is `null`.
//!
//! A structure is declared in the order that reads best; [`text`] writes the keys in alphabetical order.

mod explanation;
mod failure;
mod months;
mod operation;
mod paths;
mod plan;
mod value;

use serde::Serialize;

pub use explanation::{Explanation, Place, Said, Source, Step};
pub use failure::Failure;
pub use months::{Figures, Months};
pub use paths::Paths;
pub use plan::Plan;

/// An answer as it is printed: on one line, its keys in alphabetical order.
///
/// ```
/// use answers::{Failure, text};
/// use rulebook::{CustomerError, Ids, RunError};
///
/// let error = RunError::Customer(CustomerError::Months);
/// assert_eq!(
///     text(&Failure::new(&error, &Ids::default())),
///     r#"{"because":"a run of no month or of more than 120","error":"customer"}"#,
/// );
/// ```
pub fn text(answer: &impl Serialize) -> String {
    let mut answer = serde_json::to_value(answer).expect("answers have only texts as keys");
    // A feature of the library keeps the order in which keys were written, and any crate in a build may turn it on.
    answer.sort_all_objects();
    answer.to_string()
}
