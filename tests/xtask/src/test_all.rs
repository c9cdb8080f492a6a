//! `cargo test-all`: checks and tests everything.
//!
//! First the tools are looked for, and added where that is possible; then come the format, the lints
//! (natively, and for the browser), the dependencies (`cargo deny`, where it is installed) and all tests.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use xtask::browser::{Browser, Missing};

/// What the simulator runs on in the browser.
const WASM: &str = "wasm32-unknown-unknown";

/// Crates that also run in the browser.
const IN_BROWSER: [&str; 5] = ["rulebook", "words", "simulator", "answers", "conformance-wasm"];

/// Leaves the simulator's app out of `site-gen`: for editors, not for tests.
const SKIP_APP: &str = "SITE_GEN_SKIP_APP";

/// Runs every step until one fails. The error says which one, or what is missing.
pub(crate) fn run() -> Result<(), String> {
    if env::var_os(SKIP_APP).is_some() {
        return Err(format!("{SKIP_APP} is set, but the tests need the simulator's app: unset it"));
    }
    // This crate's folder is two below the root, wherever the command was called.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    env::set_current_dir(&root).map_err(|error| format!("{}: {error}", root.display()))?;
    find_browser().map_err(|missing| missing.to_string())?;
    find_component("rustfmt", "fmt")?;
    find_component("clippy", "clippy")?;
    find_wasm_target()?;

    let deny_warnings = ["--", "--deny", "warnings"];
    step(cargo().args(["fmt", "--all", "--check"]))?;
    step(cargo().args(["clippy", "--workspace", "--all-targets", "--locked"]).args(deny_warnings))?;
    let packages = IN_BROWSER.iter().flat_map(|package| ["--package", package]);
    step(cargo().args(["clippy", "--target", WASM, "--locked"]).args(packages).args(deny_warnings))?;
    check_dependencies()?;
    step(cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}

/// Asks `cargo deny`, where it is installed, whether the dependencies are allowed (`deny.toml`). The advisories need
/// a database that is kept elsewhere: without a way to it they are left out, and a line says so.
fn check_dependencies() -> Result<(), String> {
    if output(cargo().args(["deny", "--version"])).is_none() {
        eprintln!("\nThe dependencies are not checked: `cargo install cargo-deny --locked` gives the tool.");
        return Ok(());
    }
    step(cargo().args(["deny", "--locked", "check", "bans", "licenses", "sources"]))?;
    if output(cargo().args(["deny", "--locked", "fetch", "db"])).is_none() {
        eprintln!("\nAdvisories are not checked: their database cannot be reached.");
        return Ok(());
    }
    step(cargo().args(["deny", "--locked", "--offline", "check", "advisories"]))
}

fn find_browser() -> Result<(), Missing> {
    let Err(missing) = Browser::find() else { return Ok(()) };
    // Ubuntu's packages of these names only point to snaps.
    let debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    if matches!(missing, Missing::Versions { .. }) || !debian {
        return Err(missing);
    }
    let installed = as_root("apt-get", &["update"])
        && as_root(
            "apt-get",
            &["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"],
        );
    if installed { Browser::find().map(|_| ()) } else { Err(missing) }
}

/// Runs a command as the administrator, if we are one or may become one without being asked for a password.
fn as_root(program: &str, arguments: &[&str]) -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = if root {
        Command::new(program)
    } else {
        let mut command = Command::new("sudo");
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        command
    };
    step(command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments)).is_ok()
}

fn find_component(component: &str, subcommand: &str) -> Result<(), String> {
    if output(cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    step(Command::new("rustup").args(["component", "add", component])).map_err(|error| {
        format!("{error}\nThe tests need `cargo {subcommand}`. Install the component {component} of Rust.")
    })
}

fn find_wasm_target() -> Result<(), String> {
    let there = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(folder.trim()).is_dir());
    if there {
        return Ok(());
    }
    step(Command::new("rustup").args(["target", "add", WASM])).map_err(|error| {
        format!("{error}\nThe simulator needs the target {WASM} of Rust. Install it with your Rust.")
    })
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What a command prints; nothing if it fails.
fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Shows a command and runs it.
fn step(command: &mut Command) -> Result<(), String> {
    let words: Vec<_> = [command.get_program()]
        .into_iter()
        .map(|program| Path::new(program).file_stem().unwrap_or(program))
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    let shown = words.join(" ");
    eprintln!("\n$ {shown}");
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` failed: {status}")),
        Err(error) => Err(format!("`{shown}` could not be run: {error}")),
    }
}
