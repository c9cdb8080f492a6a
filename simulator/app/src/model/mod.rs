//! What the simulator knows and works out, without Yew and without a browser: [`State`], [`Action`] and
//! [`update`], and the views of a run that components show. Every figure in them is the engine's, or a sum,
//! difference or product of the engine's in its own arithmetic.

pub mod answers;
pub mod campaign;
pub mod earning;
pub mod entry;
pub mod form;
pub mod progress;
pub mod state;
pub mod task;
pub mod timeline;
pub mod ways;
pub mod worth;

pub use state::{Action, Direction, MONTHS, Opened, Run, State, update};
