//! One publication into a folder at a time.

use std::fs::{self, File};

use same_file::Handle;

use super::PublishError;
use super::place::Place;

/// Held while a publication touches the output or what lies beside it. The system releases it when the
/// process ends, however it ends; the file is removed when the holder is done, so that nothing is left lying about.
#[derive(Debug)]
pub(super) struct Lock<'a> {
    place: &'a Place,
    _file: File,
}

impl<'a> Lock<'a> {
    /// Waits until nobody else holds it.
    pub(super) fn take(place: &'a Place) -> Result<Self, PublishError> {
        let failed = |error| PublishError::io("lock", &place.lock)(error);
        loop {
            let file =
                File::options().create(true).truncate(false).write(true).open(&place.lock).map_err(failed)?;
            file.lock().map_err(failed)?;
            // The holder before us removed the file: whoever comes now locks a new one, so ours counts no longer.
            let held = file.try_clone().and_then(Handle::from_file).map_err(failed)?;
            if Handle::from_path(&place.lock).is_ok_and(|now| now == held) {
                return Ok(Self { place, _file: file });
            }
        }
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // While it is still held: whoever waits for it sees that the file is another one, or none, and tries again.
        let _ = fs::remove_file(&self.place.lock);
    }
}
