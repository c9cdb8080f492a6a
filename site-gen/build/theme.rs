//! Writes the table of the default theme's files, `theme.rs` in `OUT_DIR`, which `render::theme` includes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the theme, seen from this crate.
const THEME: &str = "../themes/default";

pub(crate) fn embed() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join(THEME);
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    assert!(!files.is_empty(), "no theme at {THEME}");

    let mut table = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&root).expect("collected below the root");
        let name = name.to_str().expect("a theme's names are UTF-8").replace('\\', "/");
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", file.display().to_string())
            .expect("a string grows");
    }
    table.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("theme.rs");
    fs::write(out, table).expect("OUT_DIR can be written");
}

/// A folder is watched as a whole, so that a file that is added is noticed too.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder).expect("the theme can be read") {
        let path = entry.expect("the theme can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
