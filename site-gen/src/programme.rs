//! A programme from its folder: reading and checking in one call, for every command.

use std::io;
use std::path::{Path, PathBuf};

use crate::catalogue::{Catalogue, Checked, Internal, Kept};
use crate::content::{Changed, Content, Folder};
use crate::diagnostics::{Diagnostics, Sources};
use crate::render::bodies;
use crate::render::shared::Shared;

/// What came of a content folder.
pub struct Programme {
    /// The checked programme; `None` if there are errors.
    pub catalogue: Option<Catalogue>,
    /// The bank's own figures, which are checked and never published; `None` if there are errors.
    pub internal: Option<Internal>,
    /// What the pages of the programme share, as far as checking it has made it; `None` if there are errors.
    pub shared: Option<Shared>,
    /// All that was found.
    pub diagnostics: Diagnostics,
    /// The texts that diagnostics point into.
    pub sources: Sources,
}

impl Programme {
    /// Reads and checks a folder on disk; an error is one of the disk.
    pub fn from_disk(root: &Path, drafts: bool) -> io::Result<Self> {
        Ok(Self::new(&Folder::from_disk(root)?, drafts))
    }

    /// Reads and checks a folder in memory.
    pub fn new(folder: &Folder, drafts: bool) -> Self {
        let mut diagnostics = Diagnostics::default();
        let content = Content::read(folder, drafts, &mut diagnostics);
        let checked = Catalogue::check(&content, &mut Kept::default(), &mut diagnostics);
        let shared = checked.as_ref().map(|checked| bodies::check(&checked.catalogue, &mut diagnostics));
        Self::of(checked.zip(shared), diagnostics, content.sources)
    }

    fn of(checked: Option<(Checked, Shared)>, diagnostics: Diagnostics, sources: Sources) -> Self {
        let checked = checked.filter(|_| !diagnostics.has_errors());
        let (checked, shared) = checked.unzip();
        let (catalogue, internal) =
            checked.map(|Checked { catalogue, internal }| (catalogue, internal)).unzip();
        Self { catalogue, internal, shared, diagnostics, sources }
    }
}

/// A folder on disk that is read again and again. What has not changed is neither read, parsed nor checked again; what
/// comes out is the same as if it were.
pub struct Readings {
    root: PathBuf,
    drafts: bool,
    /// What was read last; nothing after an error of the disk.
    folder: Option<Folder>,
    content: Option<Content>,
    entries: Kept,
    bodies: bodies::Kept,
}

impl Readings {
    /// Nothing is read yet.
    pub fn new(root: PathBuf, drafts: bool) -> Self {
        let (entries, bodies) = (Kept::default(), bodies::Kept::default());
        Self { root, drafts, folder: None, content: None, entries, bodies }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Forgets what was read: the next reading is like the first.
    pub fn forget(&mut self) {
        *self = Self::new(std::mem::take(&mut self.root), self.drafts);
    }

    /// Reads and checks what has changed since the last time, or all at first; an error is one of the disk.
    pub fn read(&mut self, changed: &Changed) -> io::Result<Programme> {
        let folder = match (self.folder.take(), changed) {
            (Some(mut folder), Changed::Files(paths)) => {
                folder.read_again(&self.root, paths)?;
                folder
            }
            _ => Folder::from_disk(&self.root)?,
        };
        let mut diagnostics = Diagnostics::default();
        let content = Content::read_again(&folder, self.drafts, self.content.as_ref(), &mut diagnostics);
        let checked = Catalogue::check(&content, &mut self.entries, &mut diagnostics);
        let shared = (checked.as_ref())
            .map(|checked| bodies::check_again(&checked.catalogue, &mut self.bodies, &mut diagnostics));
        let sources = content.sources.clone();
        (self.folder, self.content) = (Some(folder), Some(content));
        Ok(Programme::of(checked.zip(shared), diagnostics, sources))
    }
}
