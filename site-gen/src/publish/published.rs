//! What lies in the output folder.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::{MARKER, PublishError};

/// The files and folders of a published site, by path with `/`.
#[derive(Debug, Default)]
pub(super) struct Published {
    /// Without the marker.
    pub(super) files: HashSet<String>,
    pub(super) folders: BTreeSet<String>,
    /// How many there are of what no site has: links, devices, names that are not text.
    pub(super) strange: usize,
    pub(super) has_marker: bool,
}

/// Something in a folder.
enum Found {
    File(String),
    Folder(String),
    Strange,
}

impl Published {
    /// Reads the output folder; nothing lies in one that does not exist.
    pub(super) fn read(out: &Path) -> Result<Self, PublishError> {
        let mut published = Self::default();
        if !out.is_dir() {
            return Ok(published);
        }
        for found in walk(out, "")? {
            match found {
                Found::File(path) => drop(published.files.insert(path)),
                Found::Folder(path) => drop(published.folders.insert(path)),
                Found::Strange => published.strange += 1,
            }
        }
        published.has_marker = published.files.remove(MARKER);
        Ok(published)
    }
}

/// All that lies in a folder, at any depth.
fn walk(folder: &Path, prefix: &str) -> Result<Vec<Found>, PublishError> {
    let failed = |error| PublishError::io("read", folder)(error);
    let mut found = Vec::new();
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            found.push(Found::Strange);
            continue;
        };
        let path = format!("{prefix}{name}");
        if kind.is_dir() {
            folders.push((entry.path(), format!("{path}/")));
            found.push(Found::Folder(path));
        } else if kind.is_file() {
            found.push(Found::File(path));
        } else {
            found.push(Found::Strange);
        }
    }
    let below = folders.par_iter().map(|(folder, prefix)| walk(folder, prefix));
    for below in below.collect::<Result<Vec<_>, _>>()? {
        found.extend(below);
    }
    Ok(found)
}
