//! What differs between the site and the folder, and the staging folder that is filled accordingly.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::parallel::in_parallel;
use super::place::Place;
use super::swap::{Step, Stop, Watch};
use super::{MARKER, MARKER_TEXT, PublishError, Report};
use crate::site::Site;

/// How a site differs from what is published.
pub(super) struct Difference<'a> {
    /// Files that are published already with the same bytes.
    same: BTreeSet<&'a str>,
    /// Files that are new or other than published.
    write: Vec<&'a str>,
    /// Published files that the site does not have.
    stale: usize,
    /// Whether there are folders too many, too few, or no marker.
    frame: bool,
}

impl<'a> Difference<'a> {
    /// Compares byte by byte: times and sizes lie.
    pub(super) fn find(site: &'a Site, out: &Path) -> Result<Self, PublishError> {
        let mut found = Found::default();
        if out.is_dir() {
            walk(out, "", &mut found)?;
        }
        let mut same = BTreeSet::new();
        let mut write = Vec::new();
        for (path, bytes) in &site.files {
            assert_plain(path);
            if found.files.contains(path) && is_equal(&out.join(path), bytes)? {
                same.insert(path.as_str());
            } else {
                write.push(path.as_str());
            }
        }
        let marker = found.files.remove(MARKER);
        let stale = found.strange + found.files.iter().filter(|&path| !site.files.contains_key(path)).count();
        let wanted: BTreeSet<&str> = site.files.keys().flat_map(|path| folders_of(path)).collect();
        let frame = !marker || !found.folders.iter().map(String::as_str).eq(wanted);
        Ok(Self { same, write, stale, frame })
    }

    /// Whether the site is published already, to the byte.
    pub(super) fn is_nothing(&self) -> bool {
        self.write.is_empty() && self.stale == 0 && !self.frame
    }

    pub(super) fn report(&self) -> Report {
        Report { written: self.write.len(), unchanged: self.same.len(), removed: self.stale }
    }
}

/// Fills the staging folder and sees to it that it is on the disk. The marker comes last: a staging folder
/// that has it is complete.
pub(super) fn write(
    site: &Site,
    difference: &Difference<'_>,
    place: &Place,
    watch: Watch<'_>,
) -> Result<(), Stop> {
    let stage = place.new.as_path();
    watch(Step::Stage)?;
    fs::create_dir(stage).map_err(PublishError::io("make the staging folder", stage))?;
    let folders: BTreeSet<&str> = site.files.keys().flat_map(|path| folders_of(path)).collect();
    for folder in folders {
        // Sorted: each comes after the one that it lies in. One that is there already was spelt differently.
        let path = stage.join(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
            made => made.map_err(PublishError::io("make the folder", &path))?,
        }
    }

    let mut fresh = Vec::new();
    for (path, bytes) in &site.files {
        watch(Step::File)?;
        let to = stage.join(path);
        if difference.same.contains(path.as_str()) {
            let from = place.out.join(path);
            if fs::hard_link(&from, &to).is_ok() {
                continue;
            }
            // No links on this disk, or no more of them to this file: a copy with the same time.
            let file = create(&to, path, bytes)?;
            if let Ok(time) = fs::metadata(&from).and_then(|data| data.modified()) {
                let _ = file.set_modified(time);
            }
        } else {
            create(&to, path, bytes)?;
        }
        fresh.push(to);
    }
    watch(Step::Flush)?;
    flush(fresh)?;
    watch(Step::Mark)?;
    let marker = stage.join(MARKER);
    create(&marker, MARKER, MARKER_TEXT.as_bytes())?
        .sync_all()
        .map_err(PublishError::io("write", &marker))?;
    if let Ok(before) = fs::metadata(&place.out) {
        // A mode that lets the web server in stays.
        let _ = fs::set_permissions(stage, before.permissions());
    }
    Ok(())
}

fn create(to: &Path, path: &str, bytes: &[u8]) -> Result<File, PublishError> {
    let mut file = File::create_new(to).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => PublishError::SameName { path: path.to_owned() },
        _ => PublishError::io("write", to)(error),
    })?;
    file.write_all(bytes).map_err(PublishError::io("write", to))?;
    Ok(file)
}

/// Waits until the new files are on the disk: after a power cut a renamed folder must not hold empty files.
fn flush(files: Vec<PathBuf>) -> Result<(), PublishError> {
    in_parallel(files, |path| {
        let file = File::options().append(true).open(path);
        file.and_then(|file| file.sync_all()).map_err(PublishError::io("write", path))
    })
}

/// What lies in a folder, by path with `/`.
#[derive(Default)]
struct Found {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    /// What no site has: links, devices, names that are not text.
    strange: usize,
}

fn walk(folder: &Path, prefix: &str, found: &mut Found) -> Result<(), PublishError> {
    let failed = |error| PublishError::io("read", folder)(error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            found.strange += 1;
            continue;
        };
        let path = format!("{prefix}{name}");
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
            found.folders.insert(path);
        } else if kind.is_file() {
            found.files.insert(path);
        } else {
            found.strange += 1;
        }
    }
    Ok(())
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
