//! Large programmes to measure with, and comparisons that anybody can repeat.
//!
//! - [`scale`]: the sample programme with as many benefits, rules, tiers, tasks and overlays as are asked for, and the
//!   same catalogue as a Hugo site

pub mod scale;
