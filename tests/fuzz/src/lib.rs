//! What is done with the bytes that a fuzzer makes up. The targets in `fuzz_targets/` only call it; the tests of the
//! whole run it over the seeds and over `regressions/`, without a fuzzer.
//!
//! - [`content`]: files of a programme
//! - [`wire`]: a rule book as it is published, and a customer of it
//! - [`customer`]: a customer's file
//! - [`seeds`]: what to begin with: the project's own programmes and customers

#![forbid(unsafe_code)]

mod bytes;
pub mod content;
pub mod customer;
mod edit;
mod run;
pub mod seeds;
mod ways;
pub mod wire;
