//! The thread that builds the site, at first and after each change.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::board::{Board, Served};
use super::watch::{Change, Watcher};
use super::{Built, Changed, Event, ServeError};

/// Mistakes are shown when the files have been quiet for so long: editors save in several steps, and half a file mostly
/// is a mistake. A folder that came is looked at again after so long: its files may have come after it.
const QUIET: Duration = Duration::from_millis(50);

/// Mistakes are shown after so long even if the files are never quiet.
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
    /// A change, and how many there have been.
    Change(Change, u64),
    Stop,
}

/// Changes that are not built yet.
struct Pending {
    changed: Changed,
    /// How many changes there have been.
    seen: u64,
    /// Whether the watched folders have to be found again.
    roots: bool,
    /// Whether a folder came, whose files may come after it.
    look_again: bool,
    /// Whether this is the second look.
    is_second_look: bool,
}

impl Pending {
    fn nothing(seen: u64) -> Self {
        Self {
            changed: Changed::Files(BTreeSet::new()),
            seen,
            roots: false,
            look_again: false,
            is_second_look: false,
        }
    }

    fn everything(seen: u64) -> Self {
        Self { changed: Changed::Everything, ..Self::nothing(seen) }
    }

    fn second_look(seen: u64) -> Self {
        Self { is_second_look: true, ..Self::everything(seen) }
    }

    fn add(&mut self, change: Change, seen: u64) {
        self.seen = self.seen.max(seen);
        match (change, &mut self.changed) {
            (Change::File(path), Changed::Files(paths)) => drop(paths.insert(path)),
            (Change::File(_), Changed::Everything) => {}
            (change, _) => {
                self.changed = Changed::Everything;
                self.look_again = true;
                self.roots |= change == Change::Root;
            }
        }
    }
}

impl<S: Served + 'static, B: FnMut(&Changed) -> Built<S>, T: FnMut(Event)> Builder<B, T> {
    /// Begins to watch, so that no change during the first build is missed.
    pub(super) fn new(
        board: Arc<Board>,
        watch: &[PathBuf],
        build: B,
        mut tell: T,
    ) -> Result<Self, ServeError> {
        let (sender, receiver) = mpsc::channel();
        let (changes, notices) = (sender.clone(), Arc::clone(&board));
        let mut watcher = Watcher::new(watch, move |change| {
            let _ = changes.send(Message::Change(change, notices.notice()));
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
        let mut pending = Pending::everything(0);
        // Since when there have been mistakes that nobody has been shown.
        let mut mistaken: Option<Instant> = None;
        loop {
            if pending.roots {
                for (path, error) in self.watcher.follow() {
                    (self.tell)(Event::Unwatched { path, error: error.to_string() });
                }
            }
            let start = Instant::now();
            let built = self.build(&pending.changed);
            let took = start.elapsed();
            let (seen, look_again) = (pending.seen, pending.look_again);
            let next = match built {
                Built::Good { site, notes } => {
                    mistaken = None;
                    let files = site.paths().len();
                    self.board.good(Arc::new(site), seen);
                    if !pending.is_second_look {
                        (self.tell)(Event::Good { files, took, notes });
                    }
                    if look_again { self.quiet(Instant::now() + QUIET) } else { self.next(seen) }
                }
                Built::Bad { plain, terminal } => {
                    let since = *mistaken.get_or_insert_with(Instant::now);
                    match self.quiet((Instant::now() + QUIET).min(since + LONGEST)) {
                        Next::Quiet if !look_again => {
                            mistaken = None;
                            self.board.bad(plain, seen);
                            (self.tell)(Event::Bad { terminal, took });
                            self.next(seen)
                        }
                        // What comes next may mend what is half saved or half there: nobody is shown this.
                        next => next,
                    }
                }
            };
            pending = match next {
                Next::Changes(changes) => changes,
                Next::Quiet => Pending::second_look(seen),
                Next::Stop => return,
            };
        }
    }

    /// Waits for the next changes.
    fn next(&self, seen: u64) -> Next {
        match self.receiver.recv() {
            Ok(Message::Change(change, number)) => self.and_more(Pending::nothing(seen), change, number),
            Ok(Message::Stop) | Err(_) => Next::Stop,
        }
    }

    /// Like [`Self::next`], but not beyond a moment.
    fn quiet(&self, until: Instant) -> Next {
        match self.receiver.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(Message::Change(change, number)) => self.and_more(Pending::nothing(0), change, number),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => Next::Stop,
            Err(RecvTimeoutError::Timeout) => Next::Quiet,
        }
    }

    /// Takes up what else has been noticed by now.
    fn and_more(&self, mut pending: Pending, change: Change, number: u64) -> Next {
        pending.add(change, number);
        for message in self.receiver.try_iter() {
            match message {
                Message::Change(change, number) => pending.add(change, number),
                Message::Stop => return Next::Stop,
            }
        }
        Next::Changes(pending)
    }

    fn build(&mut self, changed: &Changed) -> Built<S> {
        // A panic is a bug of ours, but the product team's server outlives it: the next edit may avoid it.
        catch_unwind(AssertUnwindSafe(|| (self.build)(changed))).unwrap_or_else(|panic| bug(panic.as_ref()))
    }
}

/// What a builder waited for.
enum Next {
    Changes(Pending),
    /// Nothing changed in the meantime.
    Quiet,
    Stop,
}

fn bug<S>(panic: &(dyn Any + Send)) -> Built<S> {
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
