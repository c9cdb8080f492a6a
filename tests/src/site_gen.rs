//! The program under test, run as its users run it.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::programme::Programme;

/// The outcome of a run.
#[derive(Debug)]
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Results.
    pub stdout: String,
    /// Diagnostics and progress.
    pub stderr: String,
}

/// Runs `site-gen` with these arguments, without colours and with nothing on its input.
pub fn run<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Run {
    ended(command(arguments))
}

/// Runs `site-gen` with these arguments in a working directory, to which relative paths belong; without colours and with
/// nothing on its input.
pub fn run_in<S: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = S>) -> Run {
    let mut command = command(arguments);
    command.current_dir(folder);
    ended(command)
}

/// The program's file.
pub fn program() -> &'static Path {
    &PROGRAM
}

/// Runs a command to its end.
pub fn ended(mut command: Command) -> Run {
    let output = command.output().expect("the program can be run");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run {
        status: output.status.code().expect("the program ends by itself"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Builds a site that must have no mistakes.
pub fn build(content: &Path, out: &Path) -> Run {
    let run = run_build(content, out);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    run
}

/// Builds a site as of [`TODAY`].
pub fn run_build(content: &Path, out: &Path) -> Run {
    run([
        OsStr::new("build"),
        OsStr::new("--content"),
        content.as_os_str(),
        OsStr::new("--out"),
        out.as_os_str(),
        OsStr::new("--today"),
        OsStr::new(TODAY),
    ])
}

/// The day of the tests: results must not depend on when they run. On it one of the sample programme's
/// campaigns is over, one is running and one has been announced.
pub const TODAY: &str = "2026-11-20";

/// The address at which the published sample programme believes itself to be: below the path at which the tests'
/// server has it.
pub const BASE: &str = "https://example.com/bank/benefits/";

/// The published sample programme with its simulator, to be looked at in a browser; otherwise like [`sample_site`].
///
/// # Panics
///
/// If `site-gen` was built without the simulator's app, which would not be looked at then.
pub fn sample_site_with_app(shared: &str) -> PathBuf {
    let out = sample_site(shared);
    assert!(
        out.join("app").is_dir(),
        "site-gen was built with SITE_GEN_SKIP_APP, but the tests need the app"
    );
    out
}

/// The published sample programme, in a folder that the tests share: what is equal already is not written again.
/// `shared` is the caller's `CARGO_TARGET_TMPDIR`.
pub fn sample_site(shared: &str) -> PathBuf {
    let out = Path::new(shared).join("sample-site");
    let programme = Programme::sample();
    programme.edit("programme.toml", "\"https://example.com/\"", &format!("{BASE:?}"));
    build(&programme.content(), &out);
    out
}

/// `site-gen serve`, running. Ends when dropped.
#[derive(Debug)]
pub struct Serving {
    child: Child,
    url: String,
}

impl Serving {
    /// Serves a folder on a free port, with a theme if one is named.
    pub fn start(content: &Path, theme: Option<&Path>) -> Self {
        let arguments = [OsStr::new("serve"), OsStr::new("--content"), content.as_os_str()];
        let theme = theme.map(|theme| [OsStr::new("--theme"), theme.as_os_str()]);
        let arguments = arguments.into_iter().chain(theme.into_iter().flatten());
        let arguments = arguments.chain(["--lang", "en", "--port", "0", "--today", TODAY].map(OsStr::new));
        let mut child = command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program can be run");
        let stdout = child.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(stdout).lines();
        let url = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                let start = line.find("http://127.0.0.1:")?;
                Some(line[start..].split_whitespace().next()?.to_owned())
            })
            .expect("serve prints its address");
        // A process that prints into a full pipe stops until the pipe is read.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url }
    }

    /// The address of the home page, with its last slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Presses Ctrl-C and returns the exit status.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> i32 {
        // The shell's own `kill`: the program of that name is not everywhere.
        let killed = Command::new("sh").arg("-c").arg(format!("kill -INT {}", self.child.id())).status();
        assert!(killed.is_ok_and(|status| status.success()), "no signal could be sent");
        let status = self.child.wait().expect("the program ends");
        status.code().expect("the program ends by itself")
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself, which is for the test to notice.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `site-gen` with these arguments, not yet started.
pub fn command<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(&*PROGRAM);
    command.args(arguments).env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// The program: the one that the variable `SITE_GEN` names, else this project's, built if need be.
///
/// Cargo gives a test the paths of its own package's programs only. The workspace is built as a whole here, with its tests, so
/// that what `cargo test` has compiled is used: without the features that the tests ask of shared dependencies, all would
/// be compiled once more, in the place of what the tests yet to run were compiled with.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    if let Some(program) = env::var_os("SITE_GEN") {
        return program.into();
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["build", "--workspace", "--tests", "--bin", "site-gen"])
        .args(["--message-format", "json", "--quiet"])
        .current_dir(super::root())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo can be run");
    assert!(output.status.success(), "site-gen does not compile");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "site-gen" && message["profile"]["test"] == false)
        .find_map(|message| Some(message["executable"].as_str()?.into()))
        .expect("cargo names the program that it built")
});
