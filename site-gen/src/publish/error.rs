//! Why a site could not be published.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was published. The old site, if there is one, is whole.
#[derive(Debug)]
pub enum PublishError {
    /// The output folder is not one that may be replaced.
    Refused {
        /// The output folder, as it was given.
        out: PathBuf,
        /// What speaks against it.
        why: Refusal,
    },
    /// Reading or writing failed.
    Io {
        /// What was being done, as the end of "could not …".
        doing: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Two files of the site cannot lie beside one another here: on this disk their names are the same.
    SameName {
        /// The address of the second file.
        path: String,
    },
}

/// Why there is no new site. The old one, if there is one, is whole.
#[derive(Debug)]
pub enum Unpublished<E> {
    /// A file of the site could not be made.
    Site(E),
    /// The files could not be published.
    Folder(PublishError),
}

/// Why an output folder is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It holds files, and no marker says that they are an earlier build.
    NotOurs,
    /// It holds a version-control folder, whose history would be lost.
    Repository,
    /// It is the folder that the site is made from.
    IsSource(PathBuf),
    /// It lies inside a folder that the site is made from.
    InsideSource(PathBuf),
    /// A folder that the site is made from lies inside it.
    AroundSource(PathBuf),
    /// It, or a folder on the way to it, is a file.
    NotAFolder(PathBuf),
    /// It is a symbolic link to a folder that does not exist.
    LinkToNothing(PathBuf),
    /// It is the root of a file system: nothing can be prepared beside it.
    Root,
}

impl PublishError {
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { doing, path: path.to_owned(), source }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { out, why } => write!(f, "cannot publish into {}: {why}", out.display()),
            Self::Io { doing, path, source } => {
                write!(f, "could not {doing} {}: {source}", path.display())?;
                match source.kind() {
                    io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => f.write_str(
                        "; a folder that is mounted by itself cannot be swapped: publish into a folder inside it",
                    ),
                    _ => Ok(()),
                }
            }
            Self::SameName { path } => write!(
                f,
                "the site has two files that are the same to this disk, which does not tell capitals from small \
                 letters or one accent from another: {path}"
            ),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str(
                "it holds files that were not made by site-gen. Choose an empty folder, or empty this one",
            ),
            Self::Repository => f.write_str(
                "it holds a `.git` of its own, which would be lost. Choose another folder and copy the site from there",
            ),
            Self::IsSource(source) => write!(f, "it is the folder {} that the site is made from", source.display()),
            Self::InsideSource(source) => {
                write!(f, "it lies inside {}, which the site is made from", source.display())
            }
            Self::AroundSource(source) => {
                write!(f, "{}, which the site is made from, lies inside it and would be lost", source.display())
            }
            Self::NotAFolder(path) => write!(f, "{} is a file", path.display()),
            Self::LinkToNothing(path) => {
                write!(f, "it is a link to {}, which does not exist. Make that folder first", path.display())
            }
            Self::Root => f.write_str("nothing can be prepared beside it. Choose a folder inside it"),
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Refused { .. } | Self::SameName { .. } => None,
        }
    }
}
