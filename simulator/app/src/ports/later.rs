//! Work that can wait until what a customer did has been answered and painted.

use gloo_timers::callback::Timeout;

/// How long nothing else must have been done.
const PAUSE_IN_MILLISECONDS: u32 = 150;

/// Work that waits. Dropped before its time, it is never done.
pub struct Later {
    _timeout: Timeout,
}

impl Later {
    /// After a pause, in which the browser paints.
    pub fn new(work: impl FnOnce() + 'static) -> Self {
        Self { _timeout: Timeout::new(PAUSE_IN_MILLISECONDS, work) }
    }
}
