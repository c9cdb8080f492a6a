//! The simulator: a what-if calculator in the browser over a programme's rule book.
//!
//! [`model`] is the state and how actions change it, without Yew; [`components`] show it and emit actions;
//! [`ports`] is all that touches the browser. A page holds the form as [`render`] made it on the server, and
//! `boot.js` has `hydrate` bring it to life.

pub mod components;
pub mod model;
pub mod ports;
#[cfg(not(target_arch = "wasm32"))]
mod server;
pub mod setup;

#[cfg(not(target_arch = "wasm32"))]
pub use server::{Rendered, render};
