//! What a child process takes: time, processor and memory.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// The subcommand by which this program runs another one on behalf of [`run`].
pub const SUBCOMMAND: &str = "timed";

/// What a process took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// From start to end.
    pub wall: Duration,
    /// On all cores together.
    pub cpu: Duration,
    /// The most memory that it had at a time, in bytes.
    pub peak: u64,
}

/// Runs a program to its end. Its output is thrown away, its errors are shown.
///
/// The system reports the memory of the largest child that there has been: each program is the only child of a process of
/// its own, which is this program with [`SUBCOMMAND`].
pub fn run<S: AsRef<OsStr>>(program: &Path, arguments: impl IntoIterator<Item = S>) -> io::Result<Taken> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(SUBCOMMAND).arg(program).args(arguments).stderr(Stdio::inherit());
    let output = command.output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<u64> = text.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    match figures[..] {
        [wall, cpu, peak] if output.status.success() => {
            Ok(Taken { wall: Duration::from_micros(wall), cpu: Duration::from_micros(cpu), peak })
        }
        _ => Err(io::Error::other(format!("{} did not do what it was asked for", program.display()))),
    }
}

/// The other side of [`run`]: runs a program and prints what it took.
pub fn report(program: &OsStr, arguments: &[impl AsRef<OsStr>]) -> io::Result<()> {
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let wall = start.elapsed();
    if !status.success() {
        return Err(io::Error::other(status.to_string()));
    }
    let (cpu, usage) = (children()?, getrusage(UsageWho::RUSAGE_CHILDREN)?);
    // Linux counts kibibytes, macOS bytes.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    println!("{} {} {}", wall.as_micros(), cpu.as_micros(), usage.max_rss() * unit);
    Ok(())
}

/// What all children of this process that have ended took of the processor, on all cores together.
pub fn children() -> io::Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(micros.unsigned_abs()))
}
