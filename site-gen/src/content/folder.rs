//! The files of a content folder, in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Location, Message};

/// What has changed in a folder since it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// These files or folders, by their paths with links resolved: they were written, came or went.
    Files(BTreeSet<PathBuf>),
    /// It is not known what.
    Everything,
}

/// What a file holds. A text is kept once: what is parsed of it, and diagnostics, share the allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileBytes {
    /// UTF-8.
    Text(Arc<str>),
    /// Anything else.
    Other(Arc<[u8]>),
}

impl FileBytes {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Other(bytes) => bytes,
        }
    }

    /// Whether it holds a text. A text that was taken from it is not compared byte by byte.
    pub(crate) fn is(&self, text: &Arc<str>) -> bool {
        match self {
            Self::Text(own) => Arc::ptr_eq(own, text) || own == text,
            Self::Other(bytes) => **bytes == *text.as_bytes(),
        }
    }

    /// The bytes, shared with this value.
    pub fn shared(&self) -> Arc<[u8]> {
        match self {
            Self::Text(text) => Arc::from(Arc::clone(text)),
            Self::Other(bytes) => Arc::clone(bytes),
        }
    }
}

impl From<Vec<u8>> for FileBytes {
    fn from(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text(text.into()),
            Err(error) => Self::Other(error.into_bytes().into()),
        }
    }
}

impl From<&str> for FileBytes {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

/// Every file of a folder by its path (relative, with `/`), and what could not be taken in.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Path → what the file holds.
    pub files: BTreeMap<String, FileBytes>,
    /// Links that lead out of the folder.
    pub problems: Vec<Diagnostic>,
}

impl Folder {
    /// Reads a folder from disk. Names that begin with a dot are passed over; an error is one of the disk.
    pub fn from_disk(root: &Path) -> io::Result<Self> {
        let mut folder = Self::default();
        let real = root.canonicalize()?;
        let mut found = Vec::new();
        folder.list(&real, "", &mut vec![real.clone()], &mut found)?;
        let read = found.into_par_iter().filter_map(|(path, on_disk)| {
            let bytes = read_file(&on_disk).map_err(|error| named(&path, &error)).transpose()?;
            Some(bytes.map(|bytes| (path, FileBytes::from(bytes))))
        });
        folder.files = read.collect::<io::Result<Vec<_>>>()?.into_iter().collect();
        Ok(folder)
    }

    /// Reads again what has changed: files and folders by their paths with links resolved. All is read again if links or
    /// new folders are among them, since a link leads to files of which no path tells.
    pub fn read_again(&mut self, root: &Path, changed: &BTreeSet<PathBuf>) -> io::Result<()> {
        let real = root.canonicalize()?;
        for path in changed.iter().filter(|path| path.starts_with(&real)) {
            if !self.problems.is_empty() || !self.read_file_again(&real, path)? {
                *self = Self::from_disk(root)?;
                return Ok(());
            }
        }
        Ok(())
    }

    /// Reads a file again, or forgets what is gone. `false` if more than that has happened.
    fn read_file_again(&mut self, real: &Path, path: &Path) -> io::Result<bool> {
        let inside = path.strip_prefix(real).ok().and_then(Path::to_str).filter(|inside| !inside.is_empty());
        let Some(inside) = inside.map(|inside| inside.replace(std::path::MAIN_SEPARATOR, "/")) else {
            return Ok(false);
        };
        if inside.split('/').any(|name| name.starts_with('.')) {
            return Ok(true);
        }
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let below = format!("{inside}/");
                self.files.retain(|path, _| *path != inside && !path.starts_with(&below));
                Ok(true)
            }
            // A link on the way to it, or in its place, may have been turned.
            Ok(data) if data.is_file() && fs::canonicalize(path).is_ok_and(|real| real == path) => {
                match read_file(path).map_err(|error| named(&inside, &error))? {
                    Some(bytes) => self.files.insert(inside, bytes.into()),
                    None => self.files.remove(&inside),
                };
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// A folder from texts, for tests and for `init`.
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), FileBytes::from(text))).collect();
        Self { files, problems: Vec::new() }
    }

    /// Lists the files of a folder and of those below it: path, and where it is on disk. `way`: the folders that lead here,
    /// the content folder first, without links.
    fn list(
        &mut self,
        dir: &Path,
        prefix: &str,
        way: &mut Vec<PathBuf>,
        found: &mut Vec<(String, PathBuf)>,
    ) -> io::Result<()> {
        let entries = fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = entries.map_err(|error| named(prefix, &error))?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let path = format!("{prefix}{}", name.to_string_lossy());
                self.problem(&path, Message::BadId { id: path.clone() });
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            let on_disk = entry.path();
            let kind = entry.file_type()?;
            if kind.is_symlink() {
                let target = on_disk.canonicalize().ok();
                let inside = target.as_deref().is_some_and(|target| target.starts_with(&way[0]));
                // A link to a folder above itself would never end.
                let circular = target.as_ref().is_some_and(|target| way.contains(target));
                if !inside || circular {
                    self.problem(&path, Message::LinkOutside { path: path.clone() });
                    continue;
                }
            }
            if kind.is_dir() || (kind.is_symlink() && on_disk.is_dir()) {
                way.push(on_disk.canonicalize().map_err(|error| named(&path, &error))?);
                self.list(&on_disk, &format!("{path}/"), way, found)?;
                way.pop();
            } else {
                found.push((path, on_disk));
            }
        }
        Ok(())
    }

    fn problem(&mut self, path: &str, message: Message) {
        self.problems.push(Diagnostic::new(Location::file(path), message));
    }
}

/// A file's bytes. `None` for what is gone since its folder was listed, as an editor's temporary files are, and for
/// what is no file, such as a pipe.
pub(crate) fn read_file(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let bytes = fs::metadata(path).and_then(|data| data.is_file().then(|| fs::read(path)).transpose());
    match bytes {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        done => done,
    }
}

/// An error that says where below the folder it happened.
pub(crate) fn named(path: &str, error: &io::Error) -> io::Error {
    let what = if path.is_empty() { error.to_string() } else { format!("{path}: {error}") };
    io::Error::new(error.kind(), what)
}
