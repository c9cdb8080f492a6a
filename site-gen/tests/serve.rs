//! The development server over real connections, with real files that change.
//!
//! Nothing waits by time: the server says when something has changed, and a limit on reading makes a server
//! that stays silent fail.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use site_gen::serve::{Built, Changed, DEFAULT_PORT, Options, ServeError, Server, Words};
use site_gen::site::Site;
use tempfile::TempDir;

/// After so long a server is taken for dead.
const LIMIT: Duration = Duration::from_secs(30);

/// Every file of a folder as a page of itself; one that holds the word "mistake" is one.
fn build(content: &Path) -> Built {
    fn walk(folder: &Path, prefix: &str, site: &mut Site) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{path}/"), site)?;
            } else {
                let text = fs::read_to_string(entry.path())?;
                if text.contains("mistake") {
                    return Err(std::io::Error::other(format!("{path}:1:1: <b>a mistake</b>")));
                }
                assert!(!text.contains("panic"), "a bug");
                site.insert(path, text.into_bytes());
            }
        }
        Ok(())
    }
    let mut site = Site::default();
    match walk(content, "", &mut site) {
        Ok(()) => Built::Good { site, notes: String::new() },
        Err(error) => Built::Bad { plain: error.to_string(), terminal: error.to_string() },
    }
}

/// A served folder.
struct Bank {
    dir: TempDir,
    server: Server,
}

impl Bank {
    fn new(files: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let content = dir.path().join("content");
        for (path, text) in files {
            let path = content.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let watch = vec![content.clone()];
        let server = Server::start(&options(Some(0), watch), move |_| build(&content), |_| {}).unwrap();
        Self { dir, server }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// Saves a file in one step: a build never sees half of it.
    fn write(&self, path: &str, text: &str) {
        let temporary = self.path("being-saved");
        fs::write(&temporary, text).unwrap();
        fs::rename(temporary, self.path("content").join(path)).unwrap();
    }

    fn request(&self, method: &str, path: &str, host: Option<&str>) -> Response {
        let authority = self.authority();
        let mut stream = connect(&authority);
        let host = host.unwrap_or(&authority);
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        Response { head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Response {
        self.request("GET", path, None)
    }

    fn authority(&self) -> String {
        self.server.url().trim_start_matches("http://").trim_end_matches('/').to_owned()
    }

    /// Listens as an open page does.
    fn listen(&self) -> Listener {
        let authority = self.authority();
        let mut stream = connect(&authority);
        write!(stream, "GET /_serve/events HTTP/1.1\r\nHost: {authority}\r\n\r\n").unwrap();
        Listener(BufReader::new(stream))
    }
}

fn options(port: Option<u16>, watch: Vec<PathBuf>) -> Options {
    Options { port, watch, words: Words::EN }
}

fn connect(authority: &str) -> TcpStream {
    let stream = TcpStream::connect(authority).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    stream
}

#[derive(Debug)]
struct Response {
    head: String,
    body: String,
}

impl Response {
    fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status")
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

struct Listener(BufReader<TcpStream>);

impl Listener {
    /// The next state that the server tells; nothing when it has ended.
    fn next(&mut self) -> Option<Value> {
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).unwrap());
            }
        }
    }

    /// Waits for a state like this.
    fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next().expect("the server goes on");
            if wanted(&state) {
                return state;
            }
        }
    }

    /// Waits until the site is good and another than `before`.
    fn until_new(&mut self, before: &Value) -> Value {
        self.until(|state| state["problem"].is_null() && state["version"] != before["version"])
    }

    /// Waits until an answer is like this; between two looks something must have changed.
    fn until_answer(&mut self, bank: &Bank, path: &str, wanted: impl Fn(&Response) -> bool) {
        while !wanted(&bank.get(path)) {
            self.next().expect("the server goes on");
        }
    }

    /// Waits until the first page begins so.
    fn until_home(&mut self, bank: &Bank, text: &str) {
        self.until_answer(bank, "/", |response| response.body.starts_with(text));
    }
}

#[test]
fn answers_as_a_web_server_does() {
    let bank = Bank::new(&[
        ("index.html", "<body>home</body>"),
        ("404.html", "<body>没有</body>"),
        ("en/404.html", "<body>nothing</body>"),
        ("en/index.html", "<body>home</body>"),
        ("site.css", "a {}"),
    ]);
    let home = bank.get("/");
    assert_eq!(home.status(), 200);
    assert_eq!(home.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(home.header("cache-control"), Some("no-store"));
    let policy = home.header("content-security-policy").unwrap();
    assert!(
        policy.starts_with(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src"
        )
    );
    assert!(home.body.starts_with("<body>home<script src=\"/_serve/live.js\" "), "{}", home.body);

    let style = bank.get("/site.css?v=1");
    assert_eq!((style.status(), style.body.as_str()), (200, "a {}"));

    let redirect = bank.get("/en?a=b");
    assert_eq!((redirect.status(), redirect.header("location")), (302, Some("/en/?a=b")));

    let missing = bank.get("/tier/none/");
    assert_eq!(missing.status(), 404);
    assert!(missing.body.contains("没有"));
    assert!(bank.get("/en/tier/none/").body.contains("nothing"));

    let head = bank.request("HEAD", "/site.css", None);
    assert_eq!((head.status(), head.header("content-length"), head.body.as_str()), (200, Some("4"), ""));
    assert_eq!(bank.request("POST", "/", None).status(), 405);
}

#[test]
fn the_live_part_comes_from_the_own_origin() {
    let bank = Bank::new(&[("index.html", "<body></body>")]);
    let script = bank.get("/_serve/live.js");
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert!(script.body.contains("EventSource"));
    assert_eq!(bank.get("/_serve/live.css").header("content-type"), Some("text/css; charset=utf-8"));
}

#[test]
fn refuses_names_that_are_not_this_machine_s() {
    let bank = Bank::new(&[("index.html", "draft")]);
    let response = bank.request("GET", "/", Some("attacker.example"));
    assert_eq!(response.status(), 403);
    assert!(!response.body.contains("draft"));
    assert!(response.header("content-security-policy").is_some());
    assert_eq!(bank.request("GET", "/", Some("localhost:1111")).status(), 200);
}

#[test]
fn a_change_is_built_and_told() {
    let bank = Bank::new(&[("index.html", "one")]);
    let mut page = bank.listen();
    let first = page.next().unwrap();
    assert!(first["problem"].is_null());
    bank.write("index.html", "two");
    page.until_new(&first);
    assert!(bank.get("/").body.starts_with("two"));
    // As other editors save: in place.
    fs::write(bank.path("content/index.html"), "three").unwrap();
    page.until_home(&bank, "three");
}

#[test]
fn a_mistake_is_told_while_the_last_good_site_is_served() {
    let bank = Bank::new(&[("index.html", "good")]);
    let mut page = bank.listen();
    let first = page.next().unwrap();
    bank.write("index.html", "a mistake");
    let broken = page.until(|state| !state["problem"].is_null());
    assert_eq!(broken["problem"]["report"], "index.html:1:1: <b>a mistake</b>");
    assert_eq!(broken["problem"]["heading"], Words::EN.heading);
    assert_eq!(broken["version"], first["version"]);
    assert!(bank.get("/").body.starts_with("good"));
    // A page that is opened now is told at once.
    assert_eq!(bank.listen().next().unwrap(), broken);

    bank.write("index.html", "good");
    page.until_new(&broken);
    assert!(bank.get("/").body.starts_with("good"));
}

#[test]
fn the_first_build_may_fail() {
    let bank = Bank::new(&[("index.html", "a mistake")]);
    let waiting = bank.get("/tier/");
    assert_eq!(waiting.status(), 503);
    assert!(waiting.body.contains("/_serve/live.js"), "{}", waiting.body);
    let mut page = bank.listen();
    let broken = page.next().unwrap();
    assert_eq!(broken["problem"]["stale"], Value::Null);
    bank.write("index.html", "good");
    page.until_new(&broken);
    assert_eq!(bank.get("/").status(), 200);
}

#[test]
fn a_bug_in_a_build_does_not_end_the_server() {
    let bank = Bank::new(&[("index.html", "good")]);
    let mut page = bank.listen();
    bank.write("index.html", "panic");
    let broken = page.until(|state| !state["problem"].is_null());
    assert!(broken["problem"]["report"].as_str().unwrap().ends_with("please report it: a bug"), "{broken}");
    bank.write("index.html", "better");
    page.until_new(&broken);
    assert!(bank.get("/").body.starts_with("better"));
}

#[test]
fn files_saved_by_rename_are_noticed() {
    let bank = Bank::new(&[("index.html", "one")]);
    let mut page = bank.listen();
    // As editors do, some with the temporary file beside, some with it elsewhere; more than once.
    for (text, temporary) in
        [("two", "content/.index.html.swp"), ("three", "elsewhere"), ("four", "elsewhere")]
    {
        fs::write(bank.path(temporary), text).unwrap();
        fs::rename(bank.path(temporary), bank.path("content/index.html")).unwrap();
        page.until_home(&bank, text);
    }
}

#[test]
fn whole_folders_may_come_move_and_go() {
    let bank = Bank::new(&[("index.html", "home")]);
    let mut page = bank.listen();
    let mut wait_for =
        |path: &str, status| page.until_answer(&bank, path, |response| response.status() == status);
    fs::create_dir_all(bank.path("outside/deep/er")).unwrap();
    fs::write(bank.path("outside/deep/er/a.html"), "a").unwrap();
    fs::rename(bank.path("outside"), bank.path("content/inside")).unwrap();
    wait_for("/inside/deep/er/a.html", 200);
    bank.write("inside/deep/er/b.html", "b");
    wait_for("/inside/deep/er/b.html", 200);
    fs::rename(bank.path("content/inside/deep"), bank.path("content/shallow")).unwrap();
    wait_for("/shallow/er/a.html", 200);
    bank.write("shallow/er/c.html", "c");
    wait_for("/shallow/er/c.html", 200);
    fs::remove_dir_all(bank.path("content/shallow")).unwrap();
    wait_for("/shallow/er/c.html", 404);
    fs::create_dir_all(bank.path("content/x/y/z")).unwrap();
    bank.write("x/y/z/d.html", "d");
    wait_for("/x/y/z/d.html", 200);
}

#[test]
fn the_watched_folder_may_be_missing_for_a_while() {
    let bank = Bank::new(&[("index.html", "one")]);
    let mut page = bank.listen();
    let first = page.next().unwrap();
    let (content, aside) = (bank.path("content"), bank.path("aside"));

    fs::rename(&content, &aside).unwrap();
    let broken = page.until(|state| !state["problem"].is_null());
    assert!(bank.get("/").body.starts_with("one"));
    // What happens to the folder that was moved away is no longer ours.
    fs::write(aside.join("index.html"), "two").unwrap();
    fs::rename(&aside, &content).unwrap();
    let second = page.until_new(&broken);
    assert_ne!(second["version"], first["version"]);
    assert!(bank.get("/").body.starts_with("two"));
    bank.write("index.html", "three");
    page.until_home(&bank, "three");

    // Removed and made anew: another folder by the same name. It goes at once: while its files go one by one, it is a
    // folder without a page, and may be built as one.
    fs::rename(&content, &aside).unwrap();
    page.until(|state| !state["problem"].is_null());
    assert!(bank.get("/").body.starts_with("three"));
    fs::create_dir(&content).unwrap();
    page.until_answer(&bank, "/", |response| response.status() == 404);
    bank.write("index.html", "four");
    page.until_home(&bank, "four");
}

#[cfg(unix)]
#[test]
fn a_link_may_be_turned_to_another_folder() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    for release in ["one", "two"] {
        fs::create_dir(dir.path().join(release)).unwrap();
        fs::write(dir.path().join(release).join("index.html"), release).unwrap();
    }
    let content = dir.path().join("content");
    symlink("one", &content).unwrap();
    let (watch, read) = (vec![content.clone()], content.clone());
    let server = Server::start(&options(Some(0), watch), move |_| build(&read), |_| {}).unwrap();
    let bank = Bank { dir, server };
    let mut page = bank.listen();
    fs::write(bank.path("one/index.html"), "changed").unwrap();
    page.until_home(&bank, "changed");
    symlink("two", bank.path("next")).unwrap();
    fs::rename(bank.path("next"), &content).unwrap();
    page.until_home(&bank, "two");
    fs::write(bank.path("two/index.html"), "three").unwrap();
    page.until_home(&bank, "three");
}

#[test]
fn takes_the_next_port_if_the_usual_one_is_taken() {
    // Whoever has it, this test or another program: it is taken.
    let _held = std::net::TcpListener::bind(("127.0.0.1", DEFAULT_PORT));
    let good = |_: &Changed| Built::Good { site: Site::default(), notes: String::new() };
    let server = Server::start(&options(None, Vec::new()), good, |_| {}).unwrap();
    assert_eq!(server.instead_of(), Some(DEFAULT_PORT));
    assert!(!server.url().contains(&format!(":{DEFAULT_PORT}/")));
}

#[test]
fn a_port_that_was_asked_for_is_not_replaced() {
    let held = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = held.local_addr().unwrap().port();
    let good = |_: &Changed| Built::Good { site: Site::default(), notes: String::new() };
    let error = Server::start(&options(Some(port), Vec::new()), good, |_| {}).unwrap_err();
    assert!(matches!(error, ServeError::Port { port: asked, .. } if asked == port), "{error}");
    assert!(error.to_string().starts_with(&format!("cannot serve on port {port}: ")));
}

#[test]
fn ends_at_once_though_pages_are_open() {
    let bank = Bank::new(&[("index.html", "home")]);
    let mut page = bank.listen();
    assert!(page.next().is_some());
    drop(bank);
    // What was told before the end may still be on its way.
    while page.next().is_some() {}
}
