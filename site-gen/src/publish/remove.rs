//! Removing a site that is no longer needed.

use std::fs;
use std::io;
use std::path::Path;

use super::parallel::in_parallel;

/// Removes a folder and all that lies in it, without following links.
pub(super) fn remove_tree(folder: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    let mut levels = vec![vec![folder.to_owned()]];
    while let Some(level) = levels.last().filter(|level| !level.is_empty()) {
        let mut below = Vec::new();
        for folder in level {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                // A link to a folder is no folder.
                if entry.file_type()?.is_dir() {
                    below.push(entry.path());
                } else {
                    files.push(entry.path());
                }
            }
        }
        levels.push(below);
    }
    in_parallel(files, |file| fs::remove_file(file))?;
    for level in levels.into_iter().rev() {
        in_parallel(level, |folder| fs::remove_dir(folder))?;
    }
    Ok(())
}
