//! A real Chromium, which notices what a user would not: errors in the console, requests to elsewhere.
//!
//! Nothing here waits by time: [`Browser::until`] asks the page itself to say when something is so, and gives up
//! after [`LIMIT`].

use std::future::Future;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{
    By, ChromiumLikeCapabilities, DesiredCapabilities, Key, LoggingPrefsLogLevel, WebDriver, WebElement,
};
use tokio::runtime::Runtime;
use url::Url;

/// After so long something that should happen is taken not to.
pub const LIMIT: Duration = Duration::from_mins(1);

/// What finds barriers in a page; see `vendor/README.md`.
const AXE: &str = include_str!("../vendor/axe-core/axe.min.js");

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Whether the system is set to dark colours.
    pub dark: bool,
}

/// A small phone, a usual phone and a desktop.
pub const NARROW: u32 = 360;
/// See [`NARROW`].
pub const PHONE: u32 = 390;
/// See [`NARROW`].
pub const DESKTOP: u32 = 1440;

/// A browser with a profile of its own. Ends when dropped.
#[derive(Debug)]
pub struct Browser {
    runtime: Runtime,
    session: Option<WebDriver>,
    // In this order: the browser ends before its profile is removed.
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser. Panics with what to install if there is none.
    pub fn start() -> Self {
        let programs = xtask::browser::Browser::find().unwrap_or_else(|missing| panic!("{missing}"));
        let driver = Driver::start(&programs);
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut wanted = DesiredCapabilities::chrome();
        let made = (|| {
            wanted.set_binary(&programs.chromium.to_string_lossy())?;
            for argument in [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--force-prefers-reduced-motion",
                &format!("--user-data-dir={}", profile.path().display()),
            ] {
                wanted.add_arg(argument)?;
            }
            wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
            wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)
        })();
        made.expect("plain capabilities");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let session = runtime
            .block_on(WebDriver::new(&driver.url(), wanted))
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        let browser = Self { runtime, session: Some(session), _driver: driver, _profile: profile };
        browser.run(browser.session().set_script_timeout(LIMIT));
        browser.view(View { width: DESKTOP, dark: false });
        browser
    }

    /// Changes how pages are looked at, also the one that is open.
    pub fn view(&self, view: View) {
        let phone = view.width < 600;
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": view.width, "height": 900, "deviceScaleFactor": 1, "mobile": phone }),
        );
        let scheme = if view.dark { "dark" } else { "light" };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        );
        // The page is drawn anew, and what fades from one colour to the other has done so.
        self.run(self.session().execute_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));",
            Vec::new(),
        ));
        self.until("document.getAnimations().every(({ playState }) => playState !== 'running')");
    }

    /// Opens an address and waits until it is loaded.
    pub fn open(&self, url: &str) {
        self.run(self.session().goto(url));
    }

    /// The address that is open.
    pub fn url(&self) -> String {
        self.run(self.session().current_url()).into()
    }

    /// Clicks on the first element that a CSS selector finds, as a person would: it must be visible.
    pub fn click(&self, selector: &str) {
        let element = self.find(selector);
        self.run(element.scroll_into_view());
        self.run(element.click());
    }

    /// Replaces what stands in a field.
    pub fn fill(&self, selector: &str, text: &str) {
        let element = self.find(selector);
        self.run(element.send_keys(Key::Control + "a"));
        self.run(element.send_keys(text));
    }

    /// Presses keys where the focus is.
    pub fn press(&self, keys: &str) {
        let element = self.run(self.session().active_element());
        self.run(element.send_keys(keys));
    }

    /// The text of the first element that a CSS selector finds, as it is shown.
    pub fn text(&self, selector: &str) -> String {
        let element = self.find(selector);
        self.run(element.text())
    }

    /// How many elements a CSS selector finds.
    pub fn count(&self, selector: &str) -> usize {
        self.run(self.session().find_all(By::Css(selector))).len()
    }

    /// Runs a script in the page and returns what it returns.
    pub fn script(&self, script: &str) -> Value {
        self.run(self.session().execute(script, Vec::new())).json().clone()
    }

    /// Waits until an expression is true in the page, also over reloads.
    pub fn until(&self, expression: &str) {
        let script = format!(
            "const done = arguments[0];
             const look = () => {{
               let so = false;
               try {{ so = {expression}; }} catch {{ /* not there yet */ }}
               if (so) done(true); else requestAnimationFrame(look);
             }};
             look();"
        );
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            // The page may be left while the script waits: then the next page is asked.
            let so = self.runtime.block_on(self.session().execute_async(script.as_str(), Vec::new()));
            if so.is_ok_and(|so| *so.json() == Value::Bool(true)) {
                return;
            }
        }
        panic!(
            "{}: not so after {LIMIT:?}: {expression}; the console holds {:#?}",
            self.url(),
            self.console()
        );
    }

    /// What the console holds since it was last asked.
    pub fn console(&self) -> Vec<String> {
        let entries = self.run(self.session().browser_log());
        entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// Every request over the network since this was last asked.
    pub fn requests(&self) -> Vec<String> {
        let entries = self.run(self.session().get_log("performance"));
        entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok())
            .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|entry| Some(entry["message"]["params"]["request"]["url"].as_str()?.to_owned()))
            // The browser's own pages are not.
            .filter(|url| ["http", "ws"].iter().any(|scheme| url.starts_with(scheme)))
            .collect()
    }

    /// Asserts that since the last time nothing was written to the console and no request left the origin of `url`.
    #[track_caller]
    pub fn assert_quiet(&self, url: &str) {
        let console = self.console();
        assert!(console.is_empty(), "{}: the console holds {console:#?}", self.url());
        let origin = Url::parse(url).expect("an address").origin();
        let requests = self.requests();
        assert!(!requests.is_empty(), "the browser no longer says what it requests");
        let foreign: Vec<_> = requests
            .iter()
            .filter(|request| Url::parse(request).is_ok_and(|request| request.origin() != origin))
            .collect();
        assert!(foreign.is_empty(), "{}: requests leave the site: {foreign:#?}", self.url());
    }

    /// What axe-core finds in the page that is open.
    pub fn barriers(&self) -> Vec<String> {
        self.script(AXE);
        let script = "const done = arguments[0];
            axe.run(document, { resultTypes: ['violations'] }).then(
              ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
                nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary}`))),
              (error) => done([`axe-core failed: ${error}`]));";
        let found = self.run(self.session().execute_async(script, Vec::new()));
        found.convert().expect("a list of texts")
    }

    /// Elements that stick out of the window to the side, if the page can be scrolled there.
    pub fn overflow(&self) -> Vec<String> {
        let found = self.run(self.session().execute(
            "const width = document.documentElement.clientWidth;
             if (document.documentElement.scrollWidth <= width) return [];
             return [...document.body.querySelectorAll('*')]
               .filter((element) => element.getBoundingClientRect().right > width + 0.5)
               .map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`)
               .concat(`scrolls to ${document.documentElement.scrollWidth} of ${width}`);",
            Vec::new(),
        ));
        found.convert().expect("a list of texts")
    }

    /// A picture of the window, to look at when something is wrong.
    pub fn screenshot(&self) -> Vec<u8> {
        self.run(self.session().screenshot_as_png())
    }

    /// Gives the browser an order that no user can give.
    pub fn devtools(&self, command: &str, parameters: Value) {
        self.run(self.session().cdp().send_raw(command, parameters));
    }

    fn find(&self, selector: &str) -> WebElement {
        let found = self.runtime.block_on(self.session().find(By::Css(selector)));
        found.unwrap_or_else(|error| panic!("{}: no {selector}: {error}", self.url()))
    }

    fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the session stays until the browser is dropped")
    }

    #[track_caller]
    fn run<T>(&self, step: impl Future<Output = thirtyfour::error::WebDriverResult<T>>) -> T {
        self.runtime.block_on(step).unwrap_or_else(|error| panic!("the browser failed: {error}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // It may be the browser that failed; the driver ends what is left of it.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}

/// ChromeDriver on a port of its own.
#[derive(Debug)]
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    fn start(programs: &xtask::browser::Browser) -> Self {
        let mut child = Command::new(&programs.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", programs.driver.display()));
        let stdout = child.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(stdout).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.rsplit_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
            })
            .expect("the driver says on which port it listens");
        // A process that prints into a full pipe stops until the pipe is read.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the driver to end with its browsers. Killed, it would leave them running.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(LIMIT))?;
        write!(
            stream,
            "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.ask_to_end().is_err() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}
