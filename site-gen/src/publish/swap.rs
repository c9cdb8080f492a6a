//! The exchange of the old site for the new one, and its repair.
//!
//! The names beside the output tell how far a run came. `new` counts as complete only with its marker.
//!
//! | output | beside it | what happened | what the next run does |
//! | --- | --- | --- | --- |
//! | there | – | nothing | nothing |
//! | there | `new` | stopped while staging, or after the atomic exchange | removes `new` |
//! | – | `new` | stopped while staging the very first site | removes `new` |
//! | – | `new` complete, `old` | stopped between the two renames | finishes: `new` becomes the output |
//! | – | `old` | the new site was lost on the way | undoes: `old` becomes the output |
//! | there | `old` | stopped after the second rename | removes `old` |
//! | any | `gone` | stopped while removing | removes the rest |
//!
//! Whatever is to be removed is renamed to `gone` first, so that a folder that is half removed is never
//! mistaken for a site.

use std::fs;
use std::path::Path;

use super::PublishError;
use super::place::{Place, exists, is_empty, is_ours};
use super::remove::remove_tree;

/// A step that a publication is about to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Make the staging folder.
    Stage,
    /// Link or write one file.
    File,
    /// Wait for the disk.
    Flush,
    /// Mark the staging folder as complete.
    Mark,
    /// Exchange output and staging folder in one step, where the system can.
    Exchange,
    /// Rename the output out of the way.
    SetAside,
    /// Rename the staging folder to the output.
    MoveIn,
    /// Rename what is no longer needed to `gone`.
    Discard,
    /// Remove `gone`.
    Remove,
}

/// Why a publication stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// Something failed: what was begun is undone.
    Failed(PublishError),
    /// As if the process had been killed: nothing is undone. Only tests stop so.
    Killed,
}

impl Stop {
    /// What went wrong in a run that nobody cuts short.
    pub(super) fn into_error(self) -> PublishError {
        match self {
            Self::Failed(error) => error,
            Self::Killed => unreachable!("only tests cut a run short"),
        }
    }
}

impl From<PublishError> for Stop {
    fn from(error: PublishError) -> Self {
        Self::Failed(error)
    }
}

/// Sees each step before it is taken.
pub(super) type Watch<'a> = &'a mut (dyn FnMut(Step) -> Result<(), Stop> + Send);

/// Puts the staging folder in the place of the output.
pub(super) fn swap(place: &Place, watch: Watch<'_>) -> Result<(), Stop> {
    if !exists(&place.out) {
        watch(Step::MoveIn)?;
        rename(&place.new, &place.out)?;
    } else if !try_exchange(place, watch)? {
        watch(Step::SetAside)?;
        rename(&place.out, &place.old)?;
        let moved = watch(Step::MoveIn).and_then(|()| Ok(rename(&place.new, &place.out)?));
        if let Err(Stop::Failed(_)) = moved {
            let _ = rename(&place.old, &place.out);
        }
        moved?;
    }
    flush_names(&place.parent);
    Ok(())
}

/// Finishes or undoes what an earlier run, or this one, left half done, as the table above says.
pub(super) fn mend(place: &Place, watch: Watch<'_>) -> Result<(), Stop> {
    if exists(&place.old) {
        // An empty folder in the output's place, made by whoever could not find it, stands in the way of the site.
        if is_empty(&place.out).unwrap_or(false) {
            fs::remove_dir(&place.out).map_err(PublishError::io("replace", &place.out))?;
        }
        if !exists(&place.out) {
            watch(Step::MoveIn)?;
            let finished = is_ours(&place.new) && rename(&place.new, &place.out).is_ok();
            if !finished {
                rename(&place.old, &place.out)?;
            }
            flush_names(&place.parent);
        }
    }
    // Files that are not ours have taken the output's place: it will be refused, and what may be the only
    // copy of the site stays until somebody has looked.
    let foreign = exists(&place.out) && !is_ours(&place.out);
    clear(place, watch)?;
    if exists(&place.new) {
        discard(&place.new, place, watch)?;
    }
    if exists(&place.old) && !foreign {
        discard(&place.old, place, watch)?;
    }
    Ok(())
}

fn discard(path: &Path, place: &Place, watch: Watch<'_>) -> Result<(), Stop> {
    watch(Step::Discard)?;
    rename(path, &place.gone)?;
    clear(place, watch)
}

fn clear(place: &Place, watch: Watch<'_>) -> Result<(), Stop> {
    if exists(&place.gone) {
        watch(Step::Remove)?;
        remove_tree(&place.gone).map_err(PublishError::io("remove", &place.gone))?;
    }
    Ok(())
}

fn rename(from: &Path, to: &Path) -> Result<(), PublishError> {
    fs::rename(from, to).map_err(PublishError::io("swap in the new site at", to))
}

/// One step instead of two, where the system can: then there is no moment without a site.
fn try_exchange(place: &Place, watch: Watch<'_>) -> Result<bool, Stop> {
    match watch(Step::Exchange) {
        Ok(()) => Ok(exchange(&place.new, &place.out)),
        Err(Stop::Failed(_)) => Ok(false),
        Err(killed @ Stop::Killed) => Err(killed),
    }
}

/// Exchanges two folders. `false` where the system or the file system cannot: then nothing has happened.
fn exchange(a: &Path, b: &Path) -> bool {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    {
        let _ = (a, b);
        false
    }
}

/// Asks that the renames reach the disk. Where a folder cannot be flushed, the order of renames is kept all the same.
fn flush_names(folder: &Path) {
    #[cfg(unix)]
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}
