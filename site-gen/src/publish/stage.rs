//! The comparison of the site with the output, and the staging folder that is filled accordingly.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::parallel::in_parallel;
use super::place::Place;
use super::published::Published;
use super::swap::{Step, Stop, Watch};
use super::{Interruption, MARKER, MARKER_TEXT, PublishError, Report};
use crate::site::Files;

/// What filling the staging folder came to.
pub(super) enum Staged {
    /// The site is published already, to the byte: there is no staging folder.
    Nothing(Report),
    /// The staging folder holds the whole site.
    Site(Report),
}

/// Makes all files and stages the site if it differs from what is published. The marker comes last: a staging folder that
/// has it is complete.
///
/// Files that differ are written as soon as they are made, since they are not kept in memory. The error is that of the
/// first file by path, whichever thread came upon one first.
pub(super) fn fill<F: Files>(
    site: &F,
    published: &Published,
    place: &Place,
    watch: Watch<'_>,
) -> Result<Staged, Interruption<F::Error>> {
    let paths = site.paths();
    paths.iter().for_each(|path| assert_plain(path));
    let stage = Stage::new(place, watch);
    let other = Mutex::new(BTreeSet::new());
    first_error(&paths, |path| {
        let bytes =
            site.file(path).expect("a site has the files that it lists").map_err(Interruption::Site)?;
        // Byte by byte: times and sizes lie.
        if !published.files.contains(path) || !is_equal(&place.out.join(path), &bytes)? {
            stage.write(path, &bytes)?;
            lock(&other).insert(path);
        }
        Ok(())
    })?;
    let other = other.into_inner().unwrap_or_else(PoisonError::into_inner);

    let same: Vec<_> = paths.iter().copied().filter(|path| !other.contains(path)).collect();
    let stale = published.files.len() - paths.iter().filter(|&&path| published.files.contains(path)).count();
    let report = Report { written: other.len(), unchanged: same.len(), removed: published.strange + stale };
    let folders: BTreeSet<_> = paths.iter().flat_map(|path| folders_of(path)).collect();
    let frame = published.has_marker && published.folders.iter().map(String::as_str).eq(folders);
    if frame && (report.written, report.removed) == (0, 0) {
        return Ok(Staged::Nothing(report));
    }
    first_error(&same, |path| Ok(stage.take_over(path)?))?;
    stage.complete()?;
    Ok(Staged::Site(report))
}

/// Does something with each path, on all cores. What comes after an error is left out.
fn first_error<'a, E: Send>(
    paths: &[&'a str],
    work: impl Fn(&'a str) -> Result<(), Interruption<E>> + Sync,
) -> Result<(), Interruption<E>> {
    paths.par_iter().map(|&path| work(path)).find_first(Result::is_err).unwrap_or(Ok(()))
}

/// The staging folder, made when the first file goes into it.
struct Stage<'a> {
    place: &'a Place,
    watch: Mutex<Watch<'a>>,
    is_made: Mutex<bool>,
    /// Files that are not on the disk yet.
    fresh: Mutex<Vec<PathBuf>>,
}

impl<'a> Stage<'a> {
    fn new(place: &'a Place, watch: Watch<'a>) -> Self {
        let (is_made, fresh) = (Mutex::new(false), Mutex::new(Vec::new()));
        Self { place, watch: Mutex::new(watch), is_made, fresh }
    }

    fn step(&self, step: Step) -> Result<(), Stop> {
        lock(&self.watch)(step)
    }

    fn make(&self) -> Result<(), Stop> {
        let mut is_made = lock(&self.is_made);
        if !*is_made {
            self.step(Step::Stage)?;
            let folder = &self.place.new;
            fs::create_dir(folder).map_err(PublishError::io("make the staging folder", folder))?;
            *is_made = true;
        }
        Ok(())
    }

    /// Stages a file that is new or differs from the published one.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Stop> {
        self.make()?;
        self.step(Step::File)?;
        let to = self.place.new.join(path);
        create(&to, path, bytes)?;
        lock(&self.fresh).push(to);
        Ok(())
    }

    /// Stages a file that is published already with the same bytes.
    fn take_over(&self, path: &str) -> Result<(), Stop> {
        self.make()?;
        self.step(Step::File)?;
        let (from, to) = (self.place.out.join(path), self.place.new.join(path));
        if in_folder(&to, || fs::hard_link(&from, &to)).is_ok() {
            return Ok(());
        }
        // No links on this disk, or no more of them to this file: a copy with the same time.
        let bytes = fs::read(&from).map_err(PublishError::io("read", &from))?;
        let file = create(&to, path, &bytes)?;
        if let Ok(time) = fs::metadata(&from).and_then(|data| data.modified()) {
            let _ = file.set_modified(time);
        }
        lock(&self.fresh).push(to);
        Ok(())
    }

    /// Sees to it that everything is on the disk, and adds the marker.
    fn complete(self) -> Result<(), Stop> {
        self.make()?;
        self.step(Step::Flush)?;
        let stage = &self.place.new;
        flush(stage, std::mem::take(&mut *lock(&self.fresh)))?;
        self.step(Step::Mark)?;
        let marker = stage.join(MARKER);
        create(&marker, MARKER, MARKER_TEXT.as_bytes())?
            .sync_all()
            .map_err(PublishError::io("write", &marker))?;
        if let Ok(before) = fs::metadata(&self.place.out) {
            // A mode that lets the web server in stays.
            let _ = fs::set_permissions(stage, before.permissions());
        }
        Ok(())
    }
}

/// A thread that panicked has left nothing half done behind these locks, and its panic ends the publication.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn create(to: &Path, path: &str, bytes: &[u8]) -> Result<File, PublishError> {
    let mut file = in_folder(to, || File::create_new(to)).map_err(|error| match error.kind() {
        // A file or a folder of the path is there already, and was spelt differently.
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            PublishError::SameName { path: path.to_owned() }
        }
        _ => PublishError::io("write", to)(error),
    })?;
    file.write_all(bytes).map_err(PublishError::io("write", to))?;
    Ok(file)
}

/// Makes something at a path, and the folders above it if they are not there yet.
fn in_folder<T>(to: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), to.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// From so many files on, the whole disk is flushed at once: each file by itself waits for the disk's journal.
#[cfg(any(target_os = "linux", target_os = "android"))]
const MANY: usize = 64;

/// Waits until the new files are on the disk: after a power cut a renamed folder must not hold empty files.
fn flush(stage: &Path, files: Vec<PathBuf>) -> Result<(), PublishError> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if files.len() >= MANY && File::open(stage).is_ok_and(|stage| rustix::fs::syncfs(stage).is_ok()) {
        return Ok(());
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let _ = stage;
    in_parallel(files, |path| {
        let file = File::options().append(true).open(path);
        file.and_then(|file| file.sync_all()).map_err(PublishError::io("write", path))
    })
}

fn is_equal(path: &Path, bytes: &[u8]) -> Result<bool, PublishError> {
    let failed = |error| PublishError::io("read", path)(error);
    let length = fs::metadata(path).map_err(failed)?.len();
    Ok(length == bytes.len() as u64 && fs::read(path).map_err(failed)? == bytes)
}

/// The folders that a path lies in, the outermost first: `a/b/c.html` → `a`, `a/b`.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// A path that leads out of the site would be a bug of the renderer, and a dangerous one.
fn assert_plain(path: &str) {
    let plain = !path.contains(['\\', '\0'])
        && path != MARKER
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    assert!(plain, "{path:?} is no path inside a site");
}
