//! A small complete programme to start from, carried in the binary.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("programme/", $path)))),*]
    };
}
/// Every file of the programme by its path in the content folder.
pub const FILES: &[(&str, &str)] = files![
    "programme.toml",
    "programme.en.toml",
    "metrics.toml",
    "metrics.en.toml",
    "currencies.toml",
    "currencies.en.toml",
    "categories.toml",
    "categories.en.toml",
    "earn.toml",
    "earn.en.toml",
    "tiers/classic.md",
    "tiers/classic.en.md",
    "tiers/silver.md",
    "tiers/silver.en.md",
    "tiers/gold.md",
    "tiers/gold.en.md",
    "benefits/hotline.md",
    "benefits/hotline.en.md",
    "benefits/transfer-fee.md",
    "benefits/transfer-fee.en.md",
    "benefits/lounge.md",
    "benefits/lounge.en.md",
    "pages/contact.md",
    "pages/contact.en.md",
    "examples/first-rise.toml",
    "examples/first-rise.en.toml",
];

/// Why no programme was written.
#[derive(Debug)]
pub enum InitError {
    /// The folder holds something already, which stays as it is.
    NotEmpty,
    /// Reading or writing failed.
    Io {
        /// With which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Writes the programme into a folder that is new or empty.
pub fn write(folder: &Path) -> Result<(), InitError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| InitError::Io { path, source }
    };
    fs::create_dir_all(folder).map_err(io(folder))?;
    if fs::read_dir(folder).map_err(io(folder))?.next().is_some() {
        return Err(InitError::NotEmpty);
    }
    for (path, text) in FILES {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(io(parent))?;
        }
        // Never over a file that came in the meantime.
        File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(io(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::content::Folder;
    use crate::programme::Programme;

    #[test]
    fn every_file_of_the_folder_is_carried() {
        let on_disk = Folder::from_disk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/init/programme"));
        let on_disk: BTreeSet<_> = on_disk.unwrap().files.into_keys().collect();
        assert_eq!(on_disk, FILES.iter().map(|(path, _)| (*path).to_owned()).collect());
    }

    #[test]
    fn it_has_no_mistakes_and_nothing_doubtful() {
        let programme = Programme::new(&Folder::from_texts(FILES.iter().copied()), true);
        assert!(programme.catalogue.is_some());
        assert_eq!(programme.diagnostics.count(), (0, 0));
    }

    #[test]
    fn a_folder_that_holds_something_stays_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("notes"), "mine").unwrap();
        assert!(matches!(write(dir.path()), Err(InitError::NotEmpty)));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
