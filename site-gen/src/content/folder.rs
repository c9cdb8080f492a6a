//! The files of a content folder, in memory.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Message, Place};

/// Every file of a folder by its path (relative, with `/`), and what could not be taken in.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Path → bytes.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// Links that lead out of the folder.
    pub problems: Vec<Diagnostic>,
}

impl Folder {
    /// Reads a folder from disk. Names that begin with a dot are passed over; an error is one of the disk.
    pub fn from_disk(root: &Path) -> io::Result<Self> {
        let mut folder = Self::default();
        let real = root.canonicalize()?;
        folder.read_dir(&real, "", &mut vec![real.clone()])?;
        Ok(folder)
    }

    /// A folder from texts, for tests and for `init`.
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files =
            files.into_iter().map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).collect();
        Self { files, problems: Vec::new() }
    }

    /// `way`: the folders that lead here, the content folder first, without links.
    fn read_dir(&mut self, dir: &Path, prefix: &str, way: &mut Vec<PathBuf>) -> io::Result<()> {
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
            if entry.file_type()?.is_symlink() {
                let target = on_disk.canonicalize().ok();
                let inside = target.as_deref().is_some_and(|target| target.starts_with(&way[0]));
                // A link to a folder above itself would never end.
                let circular = target.as_ref().is_some_and(|target| way.contains(target));
                if !inside || circular {
                    self.problem(&path, Message::LinkOutside { path: path.clone() });
                    continue;
                }
            }
            if on_disk.is_dir() {
                way.push(on_disk.canonicalize().map_err(|error| named(&path, &error))?);
                self.read_dir(&on_disk, &format!("{path}/"), way)?;
                way.pop();
            } else if let Some(bytes) = read_file(&on_disk).map_err(|error| named(&path, &error))? {
                self.files.insert(path, bytes.into());
            }
        }
        Ok(())
    }

    fn problem(&mut self, path: &str, message: Message) {
        self.problems.push(Diagnostic::new(Place::file(path), message));
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
