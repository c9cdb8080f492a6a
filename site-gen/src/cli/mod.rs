//! Arguments, exit codes, and the way to each command.

mod build;
mod check;
mod columns;
mod customer;
mod explain;
mod init;
mod make;
mod path;
mod plan;
mod serve;
mod simulate;
mod table;
mod terminal;
mod theme;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use terminal::{Terminal, shown};

/// Builds the site and the simulator of a membership programme from its content folder.
#[derive(Parser)]
#[command(version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The language of messages (default: that of the environment)
    #[arg(long, global = true, value_enum)]
    lang: Option<Language>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site and publish it into a folder
    Build(build::Build),
    /// Serve the site to a browser on this machine, and build it again whenever a file changes
    Serve(serve::Serve),
    /// Check the content and report every mistake in it
    Check(check::Check),
    /// Write a small programme to start from
    Init(init::Init),
    /// Run a customer's file through the rules, month by month
    Simulate(simulate::Simulate),
    /// Print the whole rule book in words
    Words(words::Words),
    /// Say what is the least that a customer must change to reach a tier
    Path(path::Path),
    /// Say what balance to keep from tomorrow on to qualify for a tier
    Plan(plan::Plan),
    /// Explain a figure of a customer's month: from which rule it comes, and from which values
    Explain(explain::Explain),
}

/// The content folder unless another is named.
const CONTENT: &str = "content";

/// The file by which a content folder is known.
const PROGRAMME: &str = "programme.toml";

/// Where the content is.
#[derive(Args)]
struct ContentFolder {
    /// The content folder
    #[arg(long = "content", value_name = "DIR", default_value = CONTENT)]
    path: PathBuf,
}

impl ContentFolder {
    /// The folder's path. If there is no such folder, prints that and returns the exit status.
    fn find(&self, terminal: &Terminal) -> Result<PathBuf, Exit> {
        if self.path.exists() {
            return Ok(self.path.clone());
        }
        // The working directory is the content folder itself.
        let inside = self.path == Path::new(CONTENT) && Path::new(PROGRAMME).is_file();
        let key = if inside { "content-is-here" } else { "no-content" };
        let what = terminal.say(key).with("path", shown(&self.path));
        Err(terminal.failure(&what.say()))
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    En,
    #[value(name = "zh-CN", aliases = ["zh", "zh-Hans"])]
    Simplified,
    #[value(name = "zh-TW", aliases = ["zh-HK", "zh-Hant"])]
    Traditional,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Done, warnings or not.
    Done = 0,
    /// An error of the run.
    Run = 1,
    /// Errors in the content or in the customer's file.
    Content = 2,
    /// Input or output that cannot be read or written.
    InputOutput = 3,
    /// Wrong usage.
    Usage = 64,
}

/// Parses the arguments and runs the command.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // If the stream is closed, there is no other place for the message.
            let _ = error.print();
            return Exit::from_usage(&error).into();
        }
    };
    let terminal = Terminal::new(arguments.lang.map(Language::tag));
    let exit = match arguments.command {
        Command::Build(build) => build.run(&terminal),
        Command::Serve(serve) => serve.run(terminal),
        Command::Init(init) => init.run(&terminal),
        Command::Check(check) => check.run(&terminal),
        Command::Simulate(simulate) => simulate.run(&terminal),
        Command::Words(words) => words.run(&terminal),
        Command::Path(path) => path.run(&terminal),
        Command::Plan(plan) => plan.run(&terminal),
        Command::Explain(explain) => explain.run(&terminal),
    };
    exit.into()
}

impl Language {
    /// Its tag, as the crate `words` knows it.
    fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Simplified => "zh-CN",
            Self::Traditional => "zh-TW",
        }
    }
}

impl Exit {
    /// Help and version are no mistakes.
    fn from_usage(error: &clap::Error) -> Self {
        if error.use_stderr() { Self::Usage } else { Self::Done }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;

    /// Each row of the README's table of commands starts with the name of the program and that of a command.
    #[test]
    fn the_readme_lists_every_command() {
        let readme = include_str!("../../../README.md");
        let rows = readme.lines().filter_map(|line| line.strip_prefix("| `site-gen "));
        let listed: Vec<_> = rows.filter_map(|row| row.split([' ', '`']).next()).collect();
        let command = Arguments::command();
        let known: BTreeSet<_> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(listed.len(), known.len(), "{listed:?}");
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), known);
    }
}
