//! Systematic changes of the base.
