//! The rules by themselves as WebAssembly, for a browser.

use std::path::Path;
use std::process::{Command, Stdio};

use wasm_bindgen_cli_support::Bindgen;

/// Builds the rules for the browser, as the app is built, into a folder; `temporary` is where cargo may keep what it
/// makes on the way.
///
/// # Panics
///
/// If the rules do not compile.
pub fn build(out: &Path, temporary: &Path) {
    const TARGET: &str = "wasm32-unknown-unknown";
    const PROFILE: &str = "wasm-release";
    let target_dir = temporary.join("wasm");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--package", "conformance-wasm"])
        .args(["--target", TARGET, "--profile", PROFILE, "--target-dir"])
        .arg(&target_dir)
        .current_dir(crate::root())
        .stdin(Stdio::null())
        .status()
        .expect("cargo can be run");
    assert!(status.success(), "the rules do not compile for {TARGET}");
    let built = target_dir.join(TARGET).join(PROFILE).join("conformance_wasm.wasm");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(built).web(true).unwrap().typescript(false).generate(out).unwrap();
}
