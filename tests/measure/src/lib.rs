//! Large programmes to measure with, and comparisons that anybody can repeat.
//!
//! - [`scale`]: the sample programme with as many benefits, rules, tiers, tasks and overlays as are asked for, and the
//!   same catalogue as a Hugo site
//! - [`compare`]: builds beside Hugo's, checks and simulations, with what they take
//! - [`edit`]: from saving a file to the right page served, beside Hugo's server
//! - [`timed`]: what a child process takes
//! - [`programs`]: the programs that are measured

pub mod compare;
pub mod edit;
pub mod programs;
pub mod scale;
pub mod timed;
