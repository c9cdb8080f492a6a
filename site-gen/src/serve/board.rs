//! What is served now.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use crate::site::Site;

/// The state of the server, replaced as a whole and seen by all requests and open pages.
#[derive(Debug)]
pub(super) struct Board {
    sender: watch::Sender<Arc<State>>,
}

/// One moment of the server.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// Names the site that is served: a page that was made from another one has to be loaded again. Differs
    /// from one run of the server to the next.
    pub(super) version: String,
    /// The last good site.
    pub(super) site: Option<Arc<Site>>,
    /// The mistakes, as plain text, since the last good site.
    pub(super) problem: Option<String>,
    /// Whether a build has been done.
    pub(super) built: bool,
    /// Whether the server is ending.
    pub(super) closed: bool,
    count: u64,
}

impl Board {
    pub(super) fn new() -> Self {
        Self { sender: watch::Sender::new(Arc::new(State { version: version(0), ..State::default() })) }
    }

    /// Serves `site` from now on.
    pub(super) fn good(&self, site: Site) {
        self.change(|state| {
            let same = state.problem.is_none() && state.site.as_deref() == Some(&site);
            if !same {
                state.count += 1;
                state.version = version(state.count);
                state.site = Some(Arc::new(site));
                state.problem = None;
            }
            state.built = true;
        });
    }

    /// Shows mistakes over the site that is served.
    pub(super) fn bad(&self, problem: String) {
        self.change(|state| {
            state.problem = Some(problem);
            state.built = true;
        });
    }

    /// Ends everything that waits for changes.
    pub(super) fn close(&self) {
        self.change(|state| state.closed = true);
    }

    /// Sees the state now and as it changes.
    pub(super) fn subscribe(&self) -> watch::Receiver<Arc<State>> {
        self.sender.subscribe()
    }

    /// The state once there is something to show.
    pub(super) async fn built(&self) -> Arc<State> {
        let mut receiver = self.subscribe();
        let state = receiver.wait_for(|state| state.built || state.closed).await;
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

/// The time tells one run of the server from another: pages left open since then load again.
fn version(count: u64) -> String {
    let start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{:x}-{count}", start.as_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(text: &str) -> Site {
        let mut site = Site::default();
        site.insert("index.html", text.as_bytes());
        site
    }

    #[tokio::test]
    async fn an_equal_site_is_no_change_but_a_mended_one_is() {
        let board = Board::new();
        let version = |board: &Board| board.subscribe().borrow().version.clone();
        board.good(site("a"));
        let first = version(&board);
        board.good(site("a"));
        assert_eq!(version(&board), first);
        board.bad("a mistake".to_owned());
        assert_eq!(version(&board), first, "the last good site stays");
        assert_eq!(board.built().await.site.as_deref(), Some(&site("a")));
        board.good(site("a"));
        assert_ne!(version(&board), first, "the page under the mistake loads again");
        assert_eq!(board.built().await.problem, None);
    }
}
