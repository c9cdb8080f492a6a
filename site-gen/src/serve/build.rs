//! The thread that builds the site, at first and after each change.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::board::Board;
use super::watch::{Change, Watcher};
use super::{Built, Event, ServeError};

/// A build starts when the files have been quiet for so long: editors save in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// A build starts after so long even if the files are never quiet.
const LONGEST: Duration = Duration::from_secs(1);

pub(super) struct Builder<B, T> {
    board: Arc<Board>,
    build: B,
    tell: T,
    watcher: Watcher,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
}

/// Ends the thread.
#[derive(Debug)]
pub(super) struct Stop(Sender<Message>);

impl Stop {
    pub(super) fn stop(self) {
        // The thread may have ended by itself.
        let _ = self.0.send(Message::Stop);
    }
}

#[derive(Debug)]
enum Message {
    Change(Change),
    Stop,
}

impl<B: FnMut() -> Built, T: FnMut(Event)> Builder<B, T> {
    /// Begins to watch, so that no change during the first build is missed.
    pub(super) fn new(
        board: Arc<Board>,
        watch: &[PathBuf],
        build: B,
        mut tell: T,
    ) -> Result<Self, ServeError> {
        let (sender, receiver) = mpsc::channel();
        let changes = sender.clone();
        let mut watcher = Watcher::new(watch, move |change| {
            let _ = changes.send(Message::Change(change));
        })
        .map_err(ServeError::Watch)?;
        for (path, error) in watcher.follow() {
            tell(Event::Unwatched { path, error: error.to_string() });
        }
        Ok(Self { board, build, tell, watcher, sender, receiver })
    }

    pub(super) fn stop(&self) -> Stop {
        Stop(self.sender.clone())
    }

    /// Builds, and builds again after each change, until told to stop.
    pub(super) fn run(mut self) {
        self.build();
        while let Some(change) = self.next_change() {
            if change == Change::Root {
                for (path, error) in self.watcher.follow() {
                    (self.tell)(Event::Unwatched { path, error: error.to_string() });
                }
            }
            self.build();
        }
    }

    /// Waits for a change, and for quiet after it. Nothing when told to stop.
    fn next_change(&self) -> Option<Change> {
        let Ok(Message::Change(mut change)) = self.receiver.recv() else { return None };
        let deadline = Instant::now() + LONGEST;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.receiver.recv_timeout(QUIET.min(left)) {
                Ok(Message::Change(more)) => change = change.max(more),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => return Some(change),
            }
            if left.is_zero() {
                return Some(change);
            }
        }
    }

    fn build(&mut self) {
        let start = Instant::now();
        // A panic is a bug of ours, but the product team's server outlives it: the next edit may avoid it.
        let built =
            catch_unwind(AssertUnwindSafe(&mut self.build)).unwrap_or_else(|panic| bug(panic.as_ref()));
        let took = start.elapsed();
        match built {
            Built::Good { site, notes } => {
                let files = site.files.len();
                self.board.good(site);
                (self.tell)(Event::Good { files, took, notes });
            }
            Built::Bad { plain, terminal } => {
                self.board.bad(plain);
                (self.tell)(Event::Bad { terminal, took });
            }
        }
    }
}

fn bug(panic: &(dyn Any + Send)) -> Built {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let report = format!(
        "site-gen failed on this content. This is a mistake in the program, please report it: {message}"
    );
    Built::Bad { plain: report.clone(), terminal: report }
}
