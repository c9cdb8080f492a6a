//! The output folder: resolved, found fit, and the names of what may lie beside it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use same_file::is_same_file;

use super::{MARKER, PublishError, Refusal};

/// An output folder with links resolved, and the folders that a publication keeps beside it.
///
/// All of them lie in one parent folder, so that they are on one disk and a rename is one step.
#[derive(Debug)]
pub(super) struct Place {
    /// The published site.
    pub out: PathBuf,
    /// The site being prepared; after an exchange, the one that was replaced.
    pub new: PathBuf,
    /// The replaced site, set aside while the new one takes its place.
    pub old: PathBuf,
    /// What is being removed: never used again, whatever is left of it.
    pub gone: PathBuf,
    /// Held while somebody publishes.
    pub lock: PathBuf,
    /// The folder that holds all of these.
    pub parent: PathBuf,
}

impl Place {
    /// Resolves `given` and refuses it if it is one of `sources`, inside one or around one.
    pub(super) fn resolve(given: &Path, sources: &[PathBuf]) -> Result<Self, PublishError> {
        let refuse = |why| PublishError::Refused { out: given.to_owned(), why };
        let out = resolve(given).map_err(|error| match error.kind() {
            io::ErrorKind::NotADirectory => refuse(Refusal::NotAFolder(first_file_of(given))),
            _ => PublishError::io("find the output folder", given)(error),
        })?;
        for source in sources {
            // A source that does not exist is for whoever reads it to report.
            let Ok(real) = fs::canonicalize(source) else { continue };
            // Folders are compared by identity, not by name: the same folder may be reached by another
            // spelling where the disk ignores case, and through links and mounts.
            if same(&out, &real) {
                return Err(refuse(Refusal::IsSource(source.clone())));
            }
            if out.ancestors().skip(1).any(|above| same(above, &real)) {
                return Err(refuse(Refusal::InsideSource(source.clone())));
            }
            if real.ancestors().skip(1).any(|above| same(above, &out)) {
                return Err(refuse(Refusal::AroundSource(source.clone())));
            }
        }
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(refuse(Refusal::Root));
        };
        let beside = |what: &str| {
            let mut file = OsString::from(".");
            file.push(name);
            file.push(".site-gen-");
            file.push(what);
            parent.join(file)
        };
        Ok(Self {
            new: beside("new"),
            old: beside("old"),
            gone: beside("gone"),
            lock: beside("lock"),
            parent: parent.to_owned(),
            out,
        })
    }

    /// Makes the folder that the output and its companions lie in.
    pub(super) fn make_parent(&self) -> Result<(), PublishError> {
        fs::create_dir_all(&self.parent).map_err(PublishError::io("make the folder", &self.parent))
    }

    /// Refuses an output that holds what is not an earlier build. `given` is the output as it was given.
    pub(super) fn check_occupant(&self, given: &Path) -> Result<(), PublishError> {
        let refuse = |why| Err(PublishError::Refused { out: given.to_owned(), why });
        match fs::metadata(&self.out) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return if is_link(given) {
                    refuse(Refusal::LinkToNothing(self.out.clone()))
                } else {
                    Ok(())
                };
            }
            Err(error) => return Err(PublishError::io("read", &self.out)(error)),
            Ok(data) if !data.is_dir() => return refuse(Refusal::NotAFolder(given.to_owned())),
            Ok(_) => {}
        }
        if exists(&self.out.join(".git")) {
            return refuse(Refusal::Repository);
        }
        if is_ours(&self.out) || is_empty(&self.out).map_err(PublishError::io("read", &self.out))? {
            Ok(())
        } else {
            refuse(Refusal::NotOurs)
        }
    }
}

/// Whether anything, a dangling link included, has this name.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether the folder is a complete site of ours: the marker is the last file that is written.
pub(super) fn is_ours(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|data| data.is_file())
}

/// Whether it is a folder in which nothing lies.
pub(super) fn is_empty(folder: &Path) -> io::Result<bool> {
    Ok(fs::read_dir(folder)?.next().is_none())
}

fn same(a: &Path, b: &Path) -> bool {
    is_same_file(a, b).unwrap_or(false)
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink())
}

/// The absolute path without links, also of what does not exist (yet, or while a swap is half done: then a
/// link to the output leads nowhere).
fn resolve(path: &Path) -> io::Result<PathBuf> {
    // More links in a row than any system follows: a circle.
    const LINKS: usize = 40;
    // An empty path would be the working directory to `join` and nothing at all to the system.
    let mut path = if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    for _ in 0..LINKS {
        path = std::path::absolute(&path)?;
        match fs::canonicalize(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => return done,
        }
        let Some(parent) = path.parent() else { return Ok(path) };
        if let Ok(target) = fs::read_link(&path) {
            path = parent.join(target);
            continue;
        }
        let mut real = resolve(parent)?;
        match path.file_name() {
            Some(name) => real.push(name),
            // `missing/..`
            None => {
                real.pop();
            }
        }
        return Ok(real);
    }
    Err(io::Error::other("too many symbolic links in a row"))
}

/// The file that stands where a folder should be.
fn first_file_of(path: &Path) -> PathBuf {
    path.ancestors().find(|above| above.is_file()).unwrap_or(path).to_owned()
}
