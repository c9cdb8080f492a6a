//! A programme from its folder: reading and checking in one call, for every command.

use std::io;
use std::path::Path;

use crate::catalogue::{Catalogue, Checked, Internal, Kept};
use crate::content::{Content, Folder};
use crate::diagnostics::{Diagnostics, Sources};
use crate::render::bodies;

/// What came of a content folder.
pub struct Programme {
    /// The checked programme; `None` if there are errors.
    pub catalogue: Option<Catalogue>,
    /// The bank's own figures, which are checked and never published; `None` if there are errors.
    pub internal: Option<Internal>,
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
        if let Some(checked) = &checked {
            bodies::check(&checked.catalogue, &mut diagnostics);
        }
        let checked = checked.filter(|_| !diagnostics.has_errors());
        let (catalogue, internal) =
            checked.map(|Checked { catalogue, internal }| (catalogue, internal)).unzip();
        Self { catalogue, internal, diagnostics, sources: content.sources }
    }
}
