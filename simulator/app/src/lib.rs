//! The simulator: a what-if calculator in the browser over a programme's rule book.
//!
//! `model` is the state and how actions change it, without Yew; `components` show it; `ports` is all that touches
//! the browser. A page holds the form as [`render`] made it on the server, and `hydrate` brings it to life.

pub mod components;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod ports;

#[cfg(not(target_arch = "wasm32"))]
mod server;
#[cfg(not(target_arch = "wasm32"))]
pub use server::render;
