//! All that touches the browser. The other half is `boot.js`, which loads the app's data side by side with the app
//! and reads the clock.

pub mod events;
pub mod focus;
pub mod later;
#[cfg(target_arch = "wasm32")]
pub mod page;
