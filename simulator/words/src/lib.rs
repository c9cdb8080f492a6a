//! Rules and results in sentences, by language.
//!
//! A [`Speaker`] says what a rule book holds, with the names that a programme gives to its things ([`Names`]) and
//! in a [`Language`]. Site, simulator and command line all speak through it, so that they say the same.
//!
//! Every figure is said to its last digit, never rounded. Fluent's own numbers are binary floating point: only
//! counts go in as numbers, to choose a plural; whatever is shown goes in as a text that is already formatted.
//!
//! A *phrase* has no full stop and can stand in a table's cell or after a colon; a *sentence* has one. Rules that
//! have parts come as [`Clause`]s, which can be printed as a nested list or in one line.
//!
//! A thing without a name is called by its id, a language that is not there is replaced by the nearest one. A message that
//! cannot be said is a mistake in the code: [`Language::unsaid`].
//!
//! To add a language, add its file under `locales/` and its entry to the table in `language.rs`.

mod benefit;
mod campaign;
mod clause;
mod condition;
mod currency;
mod digits;
mod earning;
mod explanation;
mod ladder;
mod language;
pub mod messages;
mod metric;
mod names;
mod outcomes;
mod paths;
mod quantities;
mod reward;
mod segment;
mod speaker;
mod task;
mod tier;
mod time;

pub use clause::Clause;
pub use explanation::{About, Reason};
pub use ladder::Run;
pub use language::{Language, OwnMessages, Saying, closest};
pub use names::{Name, NameKind, Names, NamesError};
pub use speaker::Speaker;
