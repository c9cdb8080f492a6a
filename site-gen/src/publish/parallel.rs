//! Many files at a time.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Some disks take milliseconds to write a file out or to give back the room of a folder, and can do many at a
/// time: a thousand folders are removed in 3 s one after another, in 0.3 s so. It is their patience that
/// counts, not the processor's cores.
const AT_ONCE: usize = 8;

/// Does something with each path, several at a time. The error is the last one.
pub(super) fn in_parallel<E: Send>(
    paths: Vec<PathBuf>,
    work: impl Fn(&Path) -> Result<(), E> + Sync,
) -> Result<(), E> {
    let threads = AT_ONCE.min(paths.len());
    let paths = Mutex::new(paths.into_iter());
    let next = || paths.lock().expect("nobody panics while taking a path").next();
    let result = Mutex::new(Ok(()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(path) = next() {
                    if let Err(error) = work(&path) {
                        *result.lock().expect("nobody panics while telling of an error") = Err(error);
                    }
                }
            });
        }
    });
    result.into_inner().expect("nobody panicked")
}
