//! From the [`Files`] of a site to a folder on disk, in such a way that what is published stays whole.
//!
//! [`Output::open`] finds the folder fit to be published into, and repairs what an interrupted run left;
//! a build calls it before its long work. [`Output::publish`] then makes the files of the new site one by one, on all
//! cores, compares each with the published one, and writes what differs into a staging folder *beside* the output, so
//! that no more pages are in memory than are worked on. When all files have been made, it swaps the two folders by
//! rename. Until the swap the old site is not touched, after it the new one is complete: there is no moment at which a
//! reader, a crash or a full disk finds half a site. If a file cannot be made, the staging folder is thrown away.
//!
//! Files that are equal to the published ones are hard-linked into the staging folder, so that they keep
//! their times and tools that copy by time have little to do. If nothing differs, nothing is touched.
//!
//! - `place`: which folders are refused, and the names beside the output
//! - `published`: what lies in the output
//! - `stage`: the comparison, and the staging folder
//! - `swap`: the exchange, and what the names left behind tell the next run
//! - `remove`: the site that is no longer needed
//! - `parallel`: many files at a time, for disks that are slow to answer
//! - `lock`: one publication into a folder at a time

mod error;
mod lock;
mod parallel;
mod place;
mod published;
mod remove;
mod stage;
mod swap;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

pub use error::{PublishError, Refusal, Unpublished};

use crate::site::Files;
use lock::Lock;
use place::Place;
use published::Published;
use stage::Staged;
use swap::Stop;

/// The file at the root of every published site by which a later build knows the folder as its own.
pub const MARKER: &str = ".site-gen";

/// What the marker says to a person who opens it. The same for every build, so that builds stay equal.
const MARKER_TEXT: &str =
    "This folder is written by site-gen. Every build replaces all of it: keep nothing of your own here.\n";

/// A folder that may be published into.
#[derive(Debug)]
pub struct Output {
    /// As it was given, for messages.
    given: PathBuf,
    sources: Vec<PathBuf>,
}

/// What a publication did, in files of the site (the marker is not counted).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// New files, and those whose bytes differ from before.
    pub written: usize,
    /// Files that were there already with the same bytes.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
}

impl Output {
    /// Checks that `out` may be published into, and finishes or undoes a swap that an earlier run left
    /// half done. `out` need not exist yet. `sources` are the folders that the site is made from (content,
    /// theme): an output that is one of them, inside one or around one is refused.
    pub fn open(out: &Path, sources: &[&Path]) -> Result<Self, PublishError> {
        let output =
            Self { given: out.to_owned(), sources: sources.iter().map(|&path| path.to_owned()).collect() };
        let place = output.place()?;
        if place.parent.is_dir() {
            let _lock = Lock::take(&place)?;
            swap::mend(&place, &mut |_| Ok(())).map_err(Stop::into_error)?;
        }
        place.check_occupant(&output.given)?;
        Ok(output)
    }

    /// Replaces the published site by `site`. On an error the old site is as it was.
    ///
    /// Waits while another process publishes into the same folder.
    pub fn publish<F: Files>(&self, site: &F) -> Result<Report, Unpublished<F::Error>> {
        self.publish_watched(site, &mut |_| Ok(())).map_err(|interruption| match interruption {
            Interruption::Site(error) => Unpublished::Site(error),
            Interruption::Stop(stop) => Unpublished::Folder(stop.into_error()),
        })
    }

    /// Like [`Self::publish`], but asks `watch` before every step, which may stop there (tests cut the run short
    /// with it).
    fn publish_watched<F: Files>(
        &self,
        site: &F,
        watch: swap::Watch<'_>,
    ) -> Result<Report, Interruption<F::Error>> {
        let place = self.place()?;
        place.make_parent()?;
        let _lock = Lock::take(&place)?;
        // Since `open` another run may have been killed, or somebody may have put files there.
        swap::mend(&place, watch)?;
        place.check_occupant(&self.given)?;
        let published = Published::read(&place.out)?;
        let done = match stage::fill(site, &published, &place, watch) {
            Ok(Staged::Nothing(report)) => return Ok(report),
            Ok(Staged::Site(report)) => match swap::swap(&place, watch) {
                Ok(()) => Ok(report),
                Err(stop) => Err(Interruption::Stop(stop)),
            },
            Err(interruption) => Err(interruption),
        };
        if matches!(done, Err(Interruption::Stop(Stop::Killed))) {
            return done;
        }
        // The site that was replaced goes, or what was staged in vain. That it lingers changes nothing about
        // what is published: the next run clears it away.
        if let Err(Stop::Killed) = swap::mend(&place, watch) {
            return Err(Interruption::Stop(Stop::Killed));
        }
        done
    }

    fn place(&self) -> Result<Place, PublishError> {
        Place::resolve(&self.given, &self.sources)
    }
}

/// Why a publication did not come to its end.
#[derive(Debug)]
enum Interruption<E> {
    /// A file of the site could not be made.
    Site(E),
    /// A step was not taken.
    Stop(Stop),
}

impl<E> From<Stop> for Interruption<E> {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl<E> From<PublishError> for Interruption<E> {
    fn from(error: PublishError) -> Self {
        Self::Stop(Stop::Failed(error))
    }
}
