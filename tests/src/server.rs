//! A published folder on a web server as a bank would set it up: static files, a strict policy, below a path
//! of its own.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// What pages may do: nothing inline, nothing from elsewhere.
pub const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// The path below which the site lies: links must work anywhere.
pub const PATH: &str = "/bank/benefits/";

/// A running server. Ends when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: Log,
    runtime: Option<Runtime>,
}

type Log = Arc<Mutex<Vec<Request>>>;

/// A request that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path as it was asked for.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

impl Server {
    /// Serves a folder on a free port.
    pub fn start(folder: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a thread for the server");
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
        let address = listener.local_addr().expect("the port has a number");
        let requests = Log::default();
        let state = (folder.to_owned(), Arc::clone(&requests));
        let router = Router::new().fallback(answer).with_state(state);
        runtime.spawn(async { axum::serve(listener, router).await });
        Self { address, requests, runtime: Some(runtime) }
    }

    /// The address of the home page.
    pub fn url(&self) -> String {
        format!("http://{}{PATH}", self.address)
    }

    /// What was asked for so far.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no request panics").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn answer(State((folder, log)): State<(PathBuf, Log)>, uri: Uri, headers: HeaderMap) -> Response {
    let mut response = find(&folder, uri.path());
    let host = headers.get(header::HOST).map(|host| String::from_utf8_lossy(host.as_bytes()).into_owned());
    let path = format!("{}{}", host.filter(|host| !host.starts_with("127.")).unwrap_or_default(), uri);
    log.lock().expect("no request panics").push(Request { path, status: response.status().as_u16() });
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (HeaderName::from_static("x-content-type-options"), "nosniff"),
    ] {
        response.headers_mut().insert(name, value.parse().expect("a plain header"));
    }
    response
}

fn find(folder: &Path, path: &str) -> Response {
    let Some(inside) = path.strip_prefix(PATH) else { return StatusCode::NOT_FOUND.into_response() };
    let inside = percent_decode_str(inside).decode_utf8_lossy();
    assert!(!inside.split('/').any(|part| part == ".."), "a browser resolves {path} by itself");
    let mut file = folder.join(&*inside);
    if file.is_dir() {
        if !path.ends_with('/') {
            return (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, format!("{path}/"))]).into_response();
        }
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind(&file))], bytes).into_response(),
        Err(_) => match fs::read(folder.join("404.html")) {
            Ok(page) => (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page)
                .into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        },
    }
}

/// The kinds that a site may have; a file of another kind is a surprise that a test should see.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("bin") => "application/octet-stream",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("xml") => "application/xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        other => panic!("{}: which content type has {other:?}?", file.display()),
    }
}
