//! What maintainers run beside cargo itself, and what the tests need beside Rust.
//!
//! A crate without dependencies: `cargo test-all` must say within seconds what is missing, before anything else
//! is compiled. The browser tests find their browser through [`browser`].

pub mod browser;
