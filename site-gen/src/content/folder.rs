//! The files of a content folder, in memory.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
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
        folder.read_dir(&real, &real, "")?;
        Ok(folder)
    }

    /// A folder from texts, for tests and for `init`.
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files =
            files.into_iter().map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).collect();
        Self { files, problems: Vec::new() }
    }

    fn read_dir(&mut self, root: &Path, dir: &Path, prefix: &str) -> io::Result<()> {
        let mut entries = fs::read_dir(dir)?.collect::<io::Result<Vec<_>>>()?;
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
                let inside = target.as_deref().is_some_and(|target| target.starts_with(root));
                // A link to a folder above itself would never end.
                let circular = target.as_deref().is_some_and(|target| on_disk.starts_with(target));
                if !inside || circular {
                    self.problem(&path, Message::LinkOutside { path: path.clone() });
                    continue;
                }
            }
            if on_disk.is_dir() {
                self.read_dir(root, &on_disk, &format!("{path}/"))?;
            } else {
                self.files.insert(path, fs::read(&on_disk)?.into());
            }
        }
        Ok(())
    }

    fn problem(&mut self, path: &str, message: Message) {
        self.problems.push(Diagnostic::new(Place::file(path), message));
    }
}
