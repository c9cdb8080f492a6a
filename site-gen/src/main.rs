//! The command line; each command has a module in `cli`.
//!
//! Only this binary prints; everything else returns values. Results go to stdout, diagnostics and progress to
//! stderr; with `--format json` result, error object or diagnostics are one JSON object on stdout.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
