//! Which changes to files concern the site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A file in a watched folder was written, came or went.
    File(PathBuf),
    /// More than single files changed, or it is not known what: all is read again. Files that came with a folder may not
    /// have been noticed yet.
    Folder,
    /// A watched folder itself came, went or was replaced: the system watches the old one, if any.
    Root,
}

/// Watches folders through being removed, renamed and replaced.
pub(super) struct Watcher {
    roots: Vec<PathBuf>,
    inner: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
}

impl Watcher {
    /// Reports changes of `roots`, folders or files, to `report`. Watching begins with [`Self::follow`].
    pub(super) fn new(
        roots: &[PathBuf],
        report: impl Fn(Change) + Send + 'static,
    ) -> Result<Self, notify::Error> {
        let roots = roots.iter().map(|root| resolve_parent(root)).collect::<Result<Vec<_>, _>>()?;
        let concerned = roots.clone();
        let inner = notify::recommended_watcher(move |event: Result<notify::Event, notify::Error>| {
            // An error means that events may have been lost.
            match event {
                Ok(event) => concern(&event, &concerned).into_iter().for_each(&report),
                Err(_) => report(Change::Root),
            }
        })?;
        Ok(Self { roots, inner, watched: BTreeSet::new() })
    }

    /// Watches what is there now: each root, and the folder above it, in which the root may go and come.
    /// Returns what cannot be watched.
    pub(super) fn follow(&mut self) -> Vec<(PathBuf, notify::Error)> {
        for path in std::mem::take(&mut self.watched) {
            // It may be gone already.
            let _ = self.inner.unwatch(&path);
        }
        let mut failed = Vec::new();
        let mut trees = BTreeSet::new();
        let mut folders = BTreeSet::new();
        for root in &self.roots {
            if let Some(parent) = root.ancestors().skip(1).find(|above| above.is_dir()) {
                folders.insert(parent.to_owned());
            }
            if let Ok(real) = fs::canonicalize(root) {
                trees.insert(real);
            }
        }
        // A folder inside a tree is watched with it; watching it once more by itself would take its subfolders out.
        folders.retain(|folder| !trees.iter().any(|tree| folder.starts_with(tree)));
        let trees = trees.into_iter().map(|path| (path, RecursiveMode::Recursive));
        let folders = folders.into_iter().map(|path| (path, RecursiveMode::NonRecursive));
        for (path, mode) in folders.chain(trees) {
            match self.inner.watch(&path, mode) {
                Ok(()) => {
                    self.watched.insert(path);
                }
                // It went just now: its parent reports when it comes back.
                Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                Err(error) => failed.push((path, error)),
            }
        }
        failed
    }
}

/// What an event says about `roots`.
fn concern(event: &notify::Event, roots: &[PathBuf]) -> Vec<Change> {
    if event.need_rescan() {
        return vec![Change::Root];
    }
    match event.kind {
        // Reading, which a build does, is no change.
        EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write) => return Vec::new(),
        _ => {}
    }
    let kind = event.kind;
    event.paths.iter().filter_map(|path| concern_of(kind, path, roots)).collect()
}

fn concern_of(kind: EventKind, path: &Path, roots: &[PathBuf]) -> Option<Change> {
    let mut is_inside = false;
    for root in roots {
        if root.starts_with(path) {
            // The folder above is there for this alone; that somebody touches it means nothing.
            let structural = !matches!(kind, EventKind::Modify(notify::event::ModifyKind::Metadata(_)));
            if structural || path == *root {
                return Some(Change::Root);
            }
        } else if path.starts_with(root)
            || fs::canonicalize(root).is_ok_and(|real| real != *root && path.starts_with(real))
        {
            is_inside = true;
        }
    }
    // A folder brings files of which no event may tell; a link may be one.
    let is_file = || fs::symlink_metadata(path).map_or(true, |data| data.is_file());
    is_inside.then(|| if is_file() { Change::File(path.to_owned()) } else { Change::Folder })
}

/// The absolute path with links resolved in all but the last part: as events name it, and yet a link that
/// is turned to another folder is noticed.
fn resolve_parent(path: &Path) -> Result<PathBuf, notify::Error> {
    let path = std::path::absolute(path).map_err(notify::Error::io)?;
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return fs::canonicalize(&path).map_err(notify::Error::io);
    };
    Ok(fs::canonicalize(parent).map_or_else(|_| path.clone(), |parent| parent.join(name)))
}
