//! The development server: a site whose pages are made when they are asked for, read again when its sources change.
//!
//! Nothing is written to disk. A build thread watches the sources, reads what changed, and puts the site on the
//! [`Board`]; requests are answered from whatever stands there, so that no page is half old and half new. A request that
//! comes after a change was noticed waits until the change is built. Pages are not kept: making one takes less time than
//! finding out whether a kept one is still right. An open page loads again if its bytes, or styles and pictures of the
//! site, are other than when it was loaded.
//!
//! A mistake does not take the site down: the last good one goes on being served, and every open page shows
//! the mistake over itself until it is mended.
//!
//! - `board`: what is served now
//! - `build`: the thread that builds
//! - `watch`: which changes to files concern us
//! - `answer`: which file a request gets
//! - `http`: addresses, headers, live reload
//! - `live.js`, `live.css`: the part in the browser; a published site has neither

mod answer;
mod board;
mod build;
mod http;
mod watch;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;

pub use crate::content::Changed;
use crate::site::{Files, Site};
use board::Board;
use build::Builder;

/// The port unless another is asked for.
pub const DEFAULT_PORT: u16 = 1111;

/// How many ports after the default one are tried if it is taken.
const MORE_PORTS: u16 = 50;

/// How long connections may take to end when the server stops.
const PATIENCE: Duration = Duration::from_millis(500);

/// What to serve and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port: `None` for [`DEFAULT_PORT`] or the next one that is free, `Some(0)` for any free one.
    pub port: Option<u16>,
    /// The folders and files that the site is made from: a change in them builds it again. They may be
    /// missing for a while.
    pub watch: Vec<PathBuf>,
    /// The words over a page with mistakes.
    pub words: Words,
}

/// What the browser says about mistakes, in the product team's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The language of these words and of the report (BCP 47).
    pub lang: &'static str,
    /// Above the report.
    pub heading: &'static str,
    /// Below it, while an older site is served.
    pub stale: &'static str,
    /// On the button that closes it.
    pub dismiss: &'static str,
}

impl Words {
    /// The words of a language that the command line speaks; English for any other.
    pub fn of(tag: &str) -> Self {
        let known = [Self::SIMPLIFIED, Self::TRADITIONAL].into_iter().find(|words| words.lang == tag);
        known.unwrap_or(Self::EN)
    }

    /// Simplified Chinese.
    const SIMPLIFIED: Self = Self {
        lang: "zh-CN",
        heading: "内容有误，网站未更新",
        stale: "当前显示的是上一次成功生成的页面。改正并保存后，页面会自动刷新。",
        dismiss: "暂时关闭",
    };
    /// Traditional Chinese.
    const TRADITIONAL: Self = Self {
        lang: "zh-TW",
        heading: "內容有誤，網站未更新",
        stale: "目前顯示的是上一次成功產生的頁面。修正並儲存後，頁面會自動重新整理。",
        dismiss: "暫時關閉",
    };
    /// English.
    pub const EN: Self = Self {
        lang: "en",
        heading: "The content has mistakes: the site was not updated",
        stale: "You see the last good pages. They reload as soon as the mistakes are mended and saved.",
        dismiss: "Close for now",
    };
}

/// What a build came to.
#[derive(Debug)]
pub enum Built<S = Site> {
    /// A site.
    Good {
        /// To be served from now on.
        site: S,
        /// Warnings and the like, for the terminal.
        notes: String,
    },
    /// Mistakes in the content, or sources that cannot be read.
    Bad {
        /// The mistakes as plain text, for the browser.
        plain: String,
        /// The mistakes as the terminal shows them.
        terminal: String,
    },
}

/// What the server has to say; the command line prints it.
#[derive(Debug)]
pub enum Event {
    /// Pages can be asked for.
    Listening {
        /// The address to open.
        url: String,
        /// The port that was wanted but taken.
        instead_of: Option<u16>,
    },
    /// A site was built and is served.
    Good {
        /// How many files it has.
        files: usize,
        /// How long it took.
        took: Duration,
        /// What the build noted.
        notes: String,
    },
    /// The build found mistakes; the last good site is still served.
    Bad {
        /// The mistakes as the terminal shows them.
        terminal: String,
        /// How long it took.
        took: Duration,
    },
    /// Changes in this folder may go unnoticed.
    Unwatched {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        error: String,
    },
}

/// Why the server cannot run.
#[derive(Debug)]
pub enum ServeError {
    /// The port cannot be had.
    Port {
        /// Which one.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// Files cannot be watched at all.
    Watch(notify::Error),
    /// The system gives no threads or no signals.
    System(io::Error),
}

/// A running server. It stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    instead_of: Option<u16>,
    board: Arc<Board>,
    builder: Option<(build::Stop, JoinHandle<()>)>,
    runtime: Option<Runtime>,
}

/// Serves until the user presses Ctrl-C or the system asks the process to end.
///
/// `build` runs once at first and again after each change, on a thread of its own; `tell` hears what is to be
/// printed. A file that cannot be made is a mistake, which its error reports as plain text.
pub fn serve<S: Files<Error: ToString> + Send + 'static>(
    options: &Options,
    build: impl FnMut(&Changed) -> Built<S> + Send + 'static,
    tell: impl FnMut(Event) + Send + 'static,
) -> Result<(), ServeError> {
    let (server, ends) = Server::start_with(options, build, tell, Ends::listen)?;
    server.runtime().block_on(ends.come());
    Ok(())
}

impl Server {
    /// Starts a server and returns at once; a request that comes before the first build is done waits for it.
    pub fn start<S: Files<Error: ToString> + Send + 'static>(
        options: &Options,
        build: impl FnMut(&Changed) -> Built<S> + Send + 'static,
        tell: impl FnMut(Event) + Send + 'static,
    ) -> Result<Self, ServeError> {
        Ok(Self::start_with(options, build, tell, || Ok(()))?.0)
    }

    /// Like [`Self::start`], but calls `first`, where signals can be listened to, before anybody is told of the server.
    fn start_with<T, S: Files<Error: ToString> + Send + 'static>(
        options: &Options,
        build: impl FnMut(&Changed) -> Built<S> + Send + 'static,
        mut tell: impl FnMut(Event) + Send + 'static,
        first: impl FnOnce() -> io::Result<T>,
    ) -> Result<(Self, T), ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(ServeError::System)?;
        let (listener, instead_of) = runtime.block_on(listen(options.port))?;
        let address = listener.local_addr().map_err(ServeError::System)?;
        let first = runtime.block_on(async { first() }).map_err(ServeError::System)?;
        let board = Arc::new(Board::new());
        runtime.spawn(http::run(listener, Arc::clone(&board), options.words.clone()));
        tell(Event::Listening { url: url(address), instead_of });
        let builder = Builder::new(Arc::clone(&board), &options.watch, build, tell)?;
        let stop = builder.stop();
        let thread = std::thread::Builder::new()
            .name("build".to_owned())
            .spawn(move || builder.run())
            .map_err(ServeError::System)?;
        let server =
            Self { address, instead_of, board, builder: Some((stop, thread)), runtime: Some(runtime) };
        Ok((server, first))
    }

    /// The address to open in a browser.
    pub fn url(&self) -> String {
        url(self.address)
    }

    /// The port that was wanted but taken.
    pub fn instead_of(&self) -> Option<u16> {
        self.instead_of
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("the runtime stays until the server is dropped")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ends the streams to the browsers, and with them the server.
        self.board.close();
        if let Some((stop, thread)) = self.builder.take() {
            stop.stop();
            // A build that is under way is not waited for: Ctrl-C ends at once.
            drop(thread);
        }
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(PATIENCE);
        }
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, source } => write!(f, "cannot serve on port {port}: {source}"),
            Self::Watch(error) => write!(f, "cannot watch for changes: {error}"),
            Self::System(error) => write!(f, "cannot start the server: {error}"),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Port { source, .. } | Self::System(source) => Some(source),
            Self::Watch(error) => Some(error),
        }
    }
}

fn url(address: SocketAddr) -> String {
    format!("http://{address}/")
}

/// The listener, and the default port if that was taken.
async fn listen(port: Option<u16>) -> Result<(TcpListener, Option<u16>), ServeError> {
    let bind = async |port| {
        TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|source| ServeError::Port { port, source })
    };
    if let Some(port) = port {
        return Ok((bind(port).await?, None));
    }
    let taken = match bind(DEFAULT_PORT).await {
        Ok(listener) => return Ok((listener, None)),
        Err(error) => error,
    };
    for port in DEFAULT_PORT + 1..=DEFAULT_PORT + MORE_PORTS {
        if let Ok(listener) = bind(port).await {
            return Ok((listener, Some(DEFAULT_PORT)));
        }
    }
    Err(taken)
}

/// The ways in which the process is asked to end.
#[cfg(unix)]
struct Ends {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Ends {
    /// From here on they no longer kill the process.
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits for one.
    async fn come(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(windows)]
struct Ends(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Ends {
    fn listen() -> io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn come(mut self) {
        let _ = self.0.recv().await;
    }
}
