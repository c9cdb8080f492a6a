//! Builds the simulator for the browser and hands it to `src/embedded.rs`.
//!
//! The road: the wasm32 target, if it is missing → cargo for the package `simulator`, in a target directory of
//! its own → wasm-bindgen → three files and a Rust constant in `OUT_DIR`. ARCHITECTURE.md, "Decisions",
//! says why it is done here and not by a tool that must be installed.
//!
//! `SITE_GEN_SKIP_APP=1` embeds no app: for editors and quick checks of everything else.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

/// The triple that browsers run.
const TARGET: &str = "wasm32-unknown-unknown";
/// The profile in the root Cargo.toml: size before speed.
const PROFILE: &str = "wasm-release";
/// The switch that leaves the app out.
const SKIP: &str = "SITE_GEN_SKIP_APP";

/// Builds and embeds the app, or ends the build with what is wrong.
pub(crate) fn embed() {
    if let Err(error) = run() {
        eprintln!("\nerror: the simulator could not be built for the browser\n{error}\n");
        eprintln!("hint: {SKIP}=1 builds site-gen without it");
        std::process::exit(1);
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build/app.rs");
    println!("cargo::rerun-if-env-changed={SKIP}");
    if env::var_os(SKIP).is_some_and(|value| !value.is_empty() && value != "0") {
        fs::write(out.join("app.rs"), "None")?;
        return Ok(());
    }

    let workspace = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?)
        .parent()
        .ok_or("site-gen stands in a workspace")?
        .to_path_buf();
    let rustc = Rustc::ask()?;
    rustc.ensure_target()?;
    let built = build_wasm(&workspace, &nested_target_dir(&out)?, &rustc)?;
    watch(&workspace, &built.with_extension("d"))?;

    let boot = workspace.join("simulator/app/boot.js");
    println!("cargo::rerun-if-changed={}", boot.display());
    write(&bind(&built, &out)?, &fs::read(boot)?, &out)?;
    Ok(())
}

/// What the build must know of the compiler.
struct Rustc {
    command: String,
    sysroot: String,
    commit: String,
}

impl Rustc {
    fn ask() -> Result<Self, Box<dyn Error>> {
        let command = env::var("RUSTC")?;
        let sysroot = output(Command::new(&command).args(["--print", "sysroot"]))?;
        let version = output(Command::new(&command).arg("-vV"))?;
        let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
        Ok(Self { sysroot: sysroot.trim().to_owned(), commit: commit.to_owned(), command })
    }

    /// Adds the target with rustup where it is missing: toolchain files are not followed on every machine.
    fn ensure_target(&self) -> Result<(), Box<dyn Error>> {
        let libraries =
            output(Command::new(&self.command).args(["--print", "target-libdir", "--target", TARGET]))?;
        if Path::new(libraries.trim()).is_dir() {
            return Ok(());
        }
        let added = Command::new("rustup").args(["target", "add", TARGET]).stdout(std::io::stderr()).status();
        if added.is_ok_and(|status| status.success()) && Path::new(libraries.trim()).is_dir() {
            return Ok(());
        }
        Err(format!(
            "Rust's standard library for {TARGET} is not installed and could not be added.\n\
             With rustup: `rustup target add {TARGET}`. Without: install your system's package of it\n\
             (looked for in {}).",
            libraries.trim()
        )
        .into())
    }

    /// Flags that keep the paths of this machine out of the wasm: two machines build the same bytes.
    fn flags(&self, workspace: &Path) -> Result<String, Box<dyn Error>> {
        let cargo_home = match env::var_os("CARGO_HOME") {
            Some(home) => PathBuf::from(home),
            None => env::home_dir().ok_or("neither CARGO_HOME nor a home directory is set")?.join(".cargo"),
        };
        let remaps = [
            (cargo_home.display().to_string(), "/cargo".to_owned()),
            (format!("{}/lib/rustlib/src/rust", self.sysroot), format!("/rustc/{}", self.commit)),
            (workspace.display().to_string(), "/workspace".to_owned()),
        ];
        let flags: Vec<_> =
            remaps.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}")).collect();
        Ok(flags.join("\u{1f}"))
    }
}

/// A fixed folder beside what the outer cargo builds: no lock is shared with it, and debug, release and clippy
/// share the result. Cargo marks the folder that it makes with a tag; one that was there before it has none, and
/// then the app is built beside the profile's artefacts (`OUT_DIR` is `PROFILE/build/NAME/out`).
fn nested_target_dir(out: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let tagged = out.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    let outer = tagged.or_else(|| out.ancestors().nth(3)).ok_or("no folder above OUT_DIR")?;
    Ok(outer.join("app"))
}

/// Runs cargo for the app and returns the path of the wasm as the compiler leaves it.
fn build_wasm(workspace: &Path, target_dir: &Path, rustc: &Rustc) -> Result<PathBuf, Box<dyn Error>> {
    let mut cargo = Command::new(env::var("CARGO")?);
    cargo
        .current_dir(workspace)
        .args(["build", "--locked", "--package", "simulator", "--lib"])
        .args(["--target", TARGET, "--profile", PROFILE, "--target-dir"])
        .arg(target_dir);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(leaks) {
            cargo.env_remove(name);
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", rustc.flags(workspace)?);
    // Cargo reads this script's stdout; what the inner cargo says goes where errors go.
    if !cargo.stdout(std::io::stderr()).status()?.success() {
        return Err("cargo failed; its messages are above".into());
    }
    Ok(target_dir.join(TARGET).join(PROFILE).join("simulator.wasm"))
}

/// Whether a variable of the outer build would change the inner one: flags, wrappers, profiles, features and
/// what else cargo sets for build scripts. The network's settings and the job server stay.
fn leaks(name: &str) -> bool {
    const KEPT: [&str; 8] = [
        "CARGO_HOME",
        "CARGO_MAKEFLAGS",
        "CARGO_NET_",
        "CARGO_HTTP_",
        "CARGO_REGISTR",
        "CARGO_SOURCE_",
        "CARGO_TERM_",
        "CARGO_BUILD_JOBS",
    ];
    const OWN: [&str; 13] = [
        "RUSTFLAGS",
        "RUSTDOCFLAGS",
        "RUSTDOC",
        "CLIPPY_ARGS",
        "CLIPPY_CONF_DIR",
        "TARGET",
        "HOST",
        "PROFILE",
        "OPT_LEVEL",
        "DEBUG",
        "OUT_DIR",
        "NUM_JOBS",
        "__CARGO_DEFAULT_LIB_METADATA",
    ];
    let cargos = name.starts_with("CARGO_") && !KEPT.iter().any(|kept| name.starts_with(kept));
    cargos || OWN.contains(&name) || name.starts_with("RUSTC_") || name.starts_with("DEP_")
}

/// Has cargo run this script again when a source of the app changes, as the compiler listed them, or a manifest.
fn watch(workspace: &Path, dep_info: &Path) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(dep_info)?;
    let (_, sources) = text.split_once(": ").ok_or("the app's dep-info is not `target: sources`")?;
    // A space within a path is written `\ `.
    let sources = sources.lines().next().unwrap_or_default().replace("\\ ", "\0");
    for source in sources.split_whitespace() {
        println!("cargo::rerun-if-changed={}", workspace.join(source.replace('\0', " ")).display());
    }
    for manifest in ["", "simulator/app", "simulator/rulebook", "simulator/words"] {
        println!("cargo::rerun-if-changed={}", workspace.join(manifest).join("Cargo.toml").display());
    }
    println!("cargo::rerun-if-changed={}", workspace.join("Cargo.lock").display());
    Ok(())
}

/// The two halves that wasm-bindgen makes.
struct Bound {
    glue: Vec<u8>,
    wasm: Vec<u8>,
}

fn bind(built: &Path, out: &Path) -> Result<Bound, Box<dyn Error>> {
    let folder = out.join("bound");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(built)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output()?;
    let snippets = output.snippets().values().flatten().count() + output.local_modules().len();
    if snippets > 0 {
        return Err("a dependency of the app brings JavaScript of its own, which is not published".into());
    }
    output.emit(&folder)?;
    Ok(Bound {
        glue: fs::read(folder.join("simulator.js"))?,
        wasm: fs::read(folder.join("simulator_bg.wasm"))?,
    })
}

/// Writes the files and `app.rs`, an expression of type `Option<App>` for `src/embedded.rs`.
fn write(bound: &Bound, boot: &[u8], out: &Path) -> Result<(), Box<dyn Error>> {
    let files = [("boot.js", boot), ("simulator.js", &bound.glue), ("simulator.wasm", &bound.wasm)];
    let mut hash = Fnv::new();
    let mut list = String::new();
    for (name, bytes) in files {
        hash.write(name.as_bytes());
        hash.write(bytes);
        fs::write(out.join(name), bytes)?;
        writeln!(list, "({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")).as_slice()),")?;
    }
    let hash = hash.0;
    fs::write(out.join("app.rs"), format!("Some(App {{ hash: \"{hash:016x}\", files: &[\n{list}] }})"))?;
    Ok(())
}

/// FNV-1a: names a build of the app in its address; nothing depends on it being hard to forge.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// The stdout of a command that must succeed.
fn output(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("{command:?} failed\n{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
