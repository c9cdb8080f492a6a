//! Addresses, headers, and the news to open pages.

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State as Given};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::Words;
use super::answer::{Answer, answer};
use super::board::{Board, State, hash};

/// What a browser may do with a page: the same as a bank's server would allow, so that what breaks there
/// breaks here.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const LIVE_JS: &str = include_str!("live.js");
const LIVE_CSS: &str = include_str!("live.css");

/// A browser that lost the server looks for it after so long.
const RETRY: Duration = Duration::from_millis(500);

#[derive(Clone)]
struct Context {
    board: Arc<Board>,
    words: Words,
}

/// Answers until the board is closed.
pub(super) async fn run(listener: TcpListener, board: Arc<Board>, words: Words) {
    let mut closed = board.subscribe();
    let router = Router::new()
        .route("/_serve/live.js", get(async || file("live.js", LIVE_JS)))
        .route("/_serve/live.css", get(async || file("live.css", LIVE_CSS)))
        .route("/_serve/events", get(events))
        .fallback_service(get(page).with_state(Context { board: Arc::clone(&board), words: words.clone() }))
        .layer(middleware::from_fn(guard))
        .with_state(Context { board, words });
    let served = axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            // An error means that the board is gone, which is an end, too.
            let _ = closed.wait_for(|state| state.closed).await;
        })
        .await;
    // axum's server retries what fails; it has no error to give.
    debug_assert!(served.is_ok());
}

/// Refuses requests by other names than this machine's own: a page elsewhere whose name is turned to 127.0.0.1
/// could otherwise read drafts. Adds the headers that all answers have.
async fn guard(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let mut response = if host.is_some_and(is_local) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This server answers to 127.0.0.1 and localhost only.\n").into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    name == "127.0.0.1" || name == "[::1]" || name.eq_ignore_ascii_case("localhost")
}

async fn page(Given(context): Given<Context>, uri: Uri) -> Response {
    let state = context.board.current().await;
    let Some(site) = &state.site else {
        let html = waiting(&state, &context.words);
        return (StatusCode::SERVICE_UNAVAILABLE, file("index.html", html)).into_response();
    };
    match answer(&**site, uri.path()) {
        Answer::File(path) => made(context, state, path).await,
        Answer::AddSlash => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            let location = format!("{}/{query}", uri.path());
            // Not for ever: the page may become a file.
            (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
        }
        Answer::NotFound(Some(path)) => {
            (StatusCode::NOT_FOUND, made(context, state, path).await).into_response()
        }
        Answer::NotFound(None) => (StatusCode::NOT_FOUND, "Not found.\n").into_response(),
    }
}

/// A file that the site has, made now. If it cannot be, the page shows why.
async fn made(context: Context, state: Arc<State>, path: String) -> Response {
    let (of, wanted) = (Arc::clone(&state), path.clone());
    match blocking(move || bytes(&of, &wanted).map(|bytes| with_version(&of, &wanted, bytes))).await {
        Ok((bytes, Some(version))) => file(&path, with_live(&bytes, &version)),
        Ok((bytes, None)) => file(&path, bytes),
        Err(problem) => {
            context.board.mistaken(&state.version, &problem);
            let html = waiting(&state, &context.words);
            (StatusCode::SERVICE_UNAVAILABLE, file("index.html", html)).into_response()
        }
    }
}

/// Works something out where that keeps no other request waiting. A panic is a bug of ours; it is told as a mistake.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, String> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(format!("site-gen failed on this page, please report it: {error}")))
}

fn bytes(state: &State, path: &str) -> Result<Vec<u8>, String> {
    let made = state.site.as_ref().and_then(|site| site.file(path));
    made.ok_or_else(|| format!("{path} is gone"))?.map(Cow::into_owned)
}

/// A page with the name of what is shown there: its text, and what it takes in. Other files have none.
fn with_version(state: &State, path: &str, bytes: Vec<u8>) -> (Vec<u8>, Option<String>) {
    let version = is_html(path).then(|| format!("{:x}-{:x}", hash([&bytes]), state.resources()));
    (bytes, version)
}

/// Which page a browser shows.
#[derive(Deserialize)]
struct Watched {
    page: Option<String>,
}

/// Tells an open page which version of it is served and what is wrong, now and whenever it changes. Who does not say which
/// page it is hears of every change.
async fn events(
    Given(context): Given<Context>,
    Query(Watched { page }): Query<Watched>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + Send> {
    let words = context.words;
    let news = WatchStream::new(context.board.subscribe())
        .take_while(|state| !state.closed)
        .filter(|state| state.built)
        .then(move |state| news(state, page.clone(), words.clone()))
        .map(|news| Ok(Event::default().event("state").retry(RETRY).data(news)));
    Sse::new(news).keep_alive(KeepAlive::default())
}

async fn news(state: Arc<State>, page: Option<String>, words: Words) -> String {
    let of = Arc::clone(&state);
    let version = blocking(move || version(&of, page.as_deref())).await;
    let found = version.as_ref().err();
    let problem = state.problem.as_ref().or(found).map(|report| {
        json!({
            "lang": words.lang,
            "heading": words.heading,
            "stale": state.site.as_ref().map(|_| words.stale),
            "report": report,
            "dismiss": words.dismiss,
        })
    });
    json!({ "version": version.unwrap_or_default(), "problem": problem }).to_string()
}

/// The version of what is shown at an address.
fn version(state: &State, page: Option<&str>) -> Result<String, String> {
    let file = page.zip(state.site.as_ref()).and_then(|(page, site)| match answer(&**site, page) {
        Answer::File(path) | Answer::NotFound(Some(path)) => Some(path),
        Answer::AddSlash | Answer::NotFound(None) => None,
    });
    let Some(path) = file else { return Ok(state.version.clone()) };
    let (_, version) = with_version(state, &path, bytes(state, &path)?);
    Ok(version.unwrap_or_else(|| state.version.clone()))
}

fn file(path: &str, body: impl Into<Body>) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    // Whatever is text is UTF-8 here; mime_guess does not say so.
    let kind = if kind.type_() == "text" {
        format!("{}; charset=utf-8", kind.essence_str())
    } else {
        kind.to_string()
    };
    ([(header::CONTENT_TYPE, kind)], body.into()).into_response()
}

fn is_html(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension == "html")
}

/// The script that keeps the page up to date. `version` names what the page shows.
fn live(version: &str) -> String {
    format!("<script src=\"/_serve/live.js\" data-version=\"{version}\" defer></script>")
}

/// The page with the live script before the end of its body.
fn with_live(page: &[u8], version: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at =
        page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    [&page[..at], live(version).as_bytes(), &page[at..]].concat()
}

/// The page while there is no site yet; the live script puts the mistakes over it.
fn waiting(state: &State, words: &Words) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<body>{}</body>\n</html>\n",
        words.lang,
        words.heading,
        live(&state.version)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_s_own_names_are_local() {
        for host in ["127.0.0.1", "127.0.0.1:1111", "localhost:80", "LocalHost", "[::1]", "[::1]:1111"] {
            assert!(is_local(host), "{host}");
        }
        for host in
            ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:1111", "10.0.0.1", "::1"]
        {
            assert!(!is_local(host), "{host}");
        }
    }

    #[test]
    fn the_live_script_stands_at_the_end_of_the_body() {
        let tag = live("7");
        let page = |page: &str| String::from_utf8(with_live(page.as_bytes(), "7")).unwrap();
        assert_eq!(page("<body>a</body></html>"), format!("<body>a{tag}</body></html>"));
        assert_eq!(page("a</BODY>"), format!("a{tag}</BODY>"));
        assert_eq!(page("<!-- </body> --><p>a</body>"), format!("<!-- </body> --><p>a{tag}</body>"));
        assert_eq!(page("<p>a"), format!("<p>a{tag}"));
    }

    #[test]
    fn kinds_are_what_browsers_insist_on() {
        let kind = |path| {
            let response = file(path, "");
            response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned()
        };
        for (path, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("app/boot.js", "text/javascript; charset=utf-8"),
            ("app/app.wasm", "application/wasm"),
            ("app.webmanifest", "application/manifest+json"),
            ("rules.json", "application/json"),
            ("feed.xml", "text/xml; charset=utf-8"),
            ("logo.svg", "image/svg+xml"),
            ("a.ics", "text/calendar; charset=utf-8"),
            ("a.woff2", "font/woff2"),
            ("a.txt", "text/plain; charset=utf-8"),
            ("a.unknown-kind", "application/octet-stream"),
        ] {
            assert_eq!(kind(path), expected, "{path}");
        }
    }
}
