//! What is served now, and which changes it does not hold yet.

use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use crate::site::Files;

/// So long at most a request waits for changes that go on and on; then it is answered from what is there.
const LONGEST: Duration = Duration::from_secs(1);

/// The files of a site, each made when it is asked for. What cannot be made is a report of mistakes.
pub(super) trait Served: Send + Sync {
    /// The paths of all files.
    fn paths(&self) -> Vec<&str>;
    /// A file's bytes.
    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, String>>;
    /// Whether there is such a file.
    fn has(&self, path: &str) -> bool;
}

impl<S: Files<Error: ToString> + Send> Served for S {
    fn paths(&self) -> Vec<&str> {
        Files::paths(self)
    }

    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, String>> {
        Files::file(self, path).map(|bytes| bytes.map_err(|error| error.to_string()))
    }

    fn has(&self, path: &str) -> bool {
        Files::has(self, path)
    }
}

/// The state of the server, replaced as a whole and seen by all requests and open pages.
pub(super) struct Board {
    sender: watch::Sender<Arc<State>>,
    /// How many changes of files have been noticed.
    noticed: AtomicU64,
    /// Tells one run of the server from another: pages left open since then load again.
    run: String,
}

/// One moment of the server.
#[derive(Clone, Default)]
pub(super) struct State {
    /// Names the site that is served. Differs from one run of the server to the next.
    pub(super) version: String,
    /// The last good site.
    pub(super) site: Option<Arc<dyn Served>>,
    /// The mistakes, as plain text, since the last good site.
    pub(super) problem: Option<String>,
    /// Whether a build has been done.
    pub(super) built: bool,
    /// Whether the server is ending.
    pub(super) closed: bool,
    /// How many of the changes that were noticed are in it.
    seen: u64,
    count: u64,
    resources: Arc<OnceLock<u64>>,
}

impl Board {
    pub(super) fn new() -> Self {
        let start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let run = format!("{:x}", start.as_millis());
        let state = State { version: format!("{run}-0"), ..State::default() };
        Self { sender: watch::Sender::new(Arc::new(state)), noticed: AtomicU64::new(0), run }
    }

    /// Takes note of a change of files, from which on no request is answered without it. Returns how many there have been.
    pub(super) fn notice(&self) -> u64 {
        self.noticed.fetch_add(1, Ordering::AcqRel) + 1
    }

    /// Serves `site`, which holds the first `seen` changes, from now on.
    pub(super) fn good(&self, site: Arc<dyn Served>, seen: u64) {
        self.change(|state| {
            state.count += 1;
            state.version = format!("{}-{}", self.run, state.count);
            state.site = Some(site);
            state.problem = None;
            state.resources = Arc::default();
            state.built = true;
            state.seen = seen;
        });
    }

    /// Shows mistakes, which the first `seen` changes have led to, over the site that is served.
    pub(super) fn bad(&self, problem: String, seen: u64) {
        self.change(|state| {
            state.problem = Some(problem);
            state.built = true;
            state.seen = seen;
        });
    }

    /// Shows a mistake that was found when a page was made, unless another site is served by now.
    pub(super) fn mistaken(&self, version: &str, problem: &str) {
        if self.subscribe().borrow().version == version {
            self.change(|state| state.problem = Some(problem.to_owned()));
        }
    }

    /// Ends everything that waits for changes.
    pub(super) fn close(&self) {
        self.change(|state| state.closed = true);
    }

    /// Sees the state now and as it changes.
    pub(super) fn subscribe(&self) -> watch::Receiver<Arc<State>> {
        self.sender.subscribe()
    }

    /// The state with all changes that have been noticed, once there is something to show.
    pub(super) async fn current(&self) -> Arc<State> {
        let wanted = self.noticed.load(Ordering::Acquire);
        let mut receiver = self.subscribe();
        let current = receiver.wait_for(|state| state.closed || (state.built && state.seen >= wanted));
        if let Ok(state) = tokio::time::timeout(LONGEST, current).await {
            return Arc::clone(&state.expect("the board outlives its readers"));
        }
        let state = receiver.wait_for(|state| state.closed || state.built).await;
        Arc::clone(&state.expect("the board outlives its readers"))
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        self.sender.send_modify(|state| {
            let mut next = State::clone(state);
            change(&mut next);
            *state = Arc::new(next);
        });
    }
}

impl fmt::Debug for Board {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Board").field("run", &self.run).finish_non_exhaustive()
    }
}

impl State {
    /// A number for what pages show beside their own text: styles, pictures. Worked out once, when a page is asked for.
    /// Scripts are named by their contents in the text of a page, and so is what the simulator reads.
    pub(super) fn resources(&self) -> u64 {
        *self.resources.get_or_init(|| {
            let Some(site) = &self.site else { return 0 };
            let shown = |path: &&str| path.starts_with("assets/") || path.rsplit('.').next() == Some("css");
            let paths = site.paths().into_iter().filter(shown);
            hash(paths.filter_map(|path| Some((path, site.file(path)?.ok()?))))
        })
    }
}

/// A number for some values, the same within one run of the server.
pub(super) fn hash<T: std::hash::Hash>(values: impl IntoIterator<Item = T>) -> u64 {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    values.into_iter().for_each(|value| value.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Site;

    fn site(text: &str) -> Arc<dyn Served> {
        let mut site = Site::default();
        site.insert("index.html", text.as_bytes());
        Arc::new(site)
    }

    fn home(state: &State) -> String {
        let site = state.site.as_ref().expect("a site");
        String::from_utf8(site.file("index.html").unwrap().unwrap().into_owned()).unwrap()
    }

    #[tokio::test]
    async fn mistakes_leave_the_last_good_site() {
        let board = Board::new();
        board.good(site("a"), 0);
        let first = board.current().await;
        board.bad("a mistake".to_owned(), 0);
        let broken = board.current().await;
        assert_eq!((broken.version.as_str(), home(&broken).as_str()), (first.version.as_str(), "a"));
        assert_eq!(broken.problem.as_deref(), Some("a mistake"));
        board.good(site("b"), 0);
        let mended = board.current().await;
        assert_ne!(mended.version, first.version);
        assert_eq!((mended.problem.as_deref(), home(&mended).as_str()), (None, "b"));
    }

    #[tokio::test]
    async fn a_request_after_a_change_waits_for_it() {
        let board = Arc::new(Board::new());
        board.good(site("old"), 0);
        let change = board.notice();
        let asked = tokio::spawn({
            let board = Arc::clone(&board);
            async move { home(&*board.current().await) }
        });
        tokio::task::yield_now().await;
        assert!(!asked.is_finished());
        board.good(site("new"), change);
        assert_eq!(asked.await.unwrap(), "new");
    }

    #[tokio::test(start_paused = true)]
    async fn changes_without_end_are_not_waited_for_for_ever() {
        let board = Board::new();
        board.good(site("old"), 0);
        board.notice();
        assert_eq!(home(&*board.current().await), "old");
    }
}
