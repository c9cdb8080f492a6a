//! The command line; each command has a module in `cli`.
//!
//! Only this binary prints; everything else returns values. Results go to stdout, diagnostics and progress to
//! stderr; with `--format json` result, error object or diagnostics are one JSON object on stdout.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Pages are made of many small texts on several threads, which the system's allocator hands out one thread at a time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
