//! `cargo run -p measure -- …`: writes large programmes and measures what they take.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use measure::scale::{self, Shape};
use measure::{compare, edit, timed};

#[derive(Parser)]
#[command(about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the sample programme made large
    Scale(Scale),
    /// Builds beside Hugo's on the same catalogue, checks and simulations
    Compare(Compare),
    /// How long `serve` takes to show an edit, beside Hugo's server
    Edit(Edit),
    /// Runs a program and prints what it took: microseconds, microseconds of processor, bytes
    #[command(name = timed::SUBCOMMAND, hide = true)]
    Timed {
        program: OsString,
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

#[derive(Args)]
struct Scale {
    #[command(flatten)]
    shape: ShapeArgs,
    /// The content folder to write; what is in it goes
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Writes the same catalogue as a Hugo site, too; what is in that folder goes
    #[arg(long, value_name = "DIR")]
    hugo: Option<PathBuf>,
}

#[derive(Args)]
struct Compare {
    #[command(flatten)]
    sizes: Sizes,
    /// How often everything is run; medians are shown
    #[arg(long, value_name = "N", default_value_t = 5)]
    rounds: usize,
    #[command(flatten)]
    programs: Programs,
}

#[derive(Args)]
struct Edit {
    #[command(flatten)]
    sizes: Sizes,
    /// How many edits of each kind; medians are shown
    #[arg(long, value_name = "N", default_value_t = 9)]
    edits: usize,
    #[command(flatten)]
    programs: Programs,
}

#[derive(Args)]
struct Sizes {
    /// One programme for each number of benefits
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_value = "1000,10000")]
    benefits: Vec<usize>,
}

#[derive(Args)]
struct Programs {
    /// The program to measure (default: this project's, built for release)
    #[arg(long, value_name = "PROGRAM")]
    site_gen: Option<PathBuf>,
    /// Hugo (default: the one on the path)
    #[arg(long, value_name = "PROGRAM")]
    hugo: Option<PathBuf>,
}

impl Sizes {
    fn shapes(&self) -> Vec<Shape> {
        let shape = |&benefits| Shape { benefits: Some(benefits), ..Shape::default() };
        self.benefits.iter().map(shape).collect()
    }
}

/// How many of each kind there are in all, the sample programme's own included
#[derive(Args)]
struct ShapeArgs {
    /// Benefits, with a page of 2 KB of prose in two languages
    #[arg(long, value_name = "N")]
    benefits: Option<usize>,
    /// Metrics, each a sum over the one before
    #[arg(long, value_name = "N")]
    metrics: Option<usize>,
    /// Earn rules
    #[arg(long, value_name = "N")]
    earn: Option<usize>,
    /// Tiers
    #[arg(long, value_name = "N")]
    tiers: Option<usize>,
    /// Tasks
    #[arg(long, value_name = "N")]
    tasks: Option<usize>,
    /// Overlays, one a month
    #[arg(long, value_name = "N")]
    overlays: Option<usize>,
}

impl From<&ShapeArgs> for Shape {
    fn from(arguments: &ShapeArgs) -> Self {
        let &ShapeArgs { benefits, metrics, earn, tiers, tasks, overlays } = arguments;
        Self { benefits, metrics, earn, tiers, tasks, overlays }
    }
}

fn main() -> ExitCode {
    let Cli { command } = Cli::parse();
    let done = match command {
        Command::Scale(arguments) => write(&arguments),
        Command::Compare(Compare { sizes, rounds, programs: Programs { site_gen, hugo } }) => {
            compare::compare(&compare::Options { shapes: sizes.shapes(), rounds, site_gen, hugo })
        }
        Command::Edit(Edit { sizes, edits, programs: Programs { site_gen, hugo } }) => {
            edit::edit(&edit::Options { shapes: sizes.shapes(), edits, site_gen, hugo })
        }
        Command::Timed { program, arguments } => timed::report(&program, &arguments).map_err(Into::into),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: &Scale) -> Result<(), Box<dyn std::error::Error>> {
    let shape = Shape::from(&arguments.shape);
    let files = scale::programme(&shape)?;
    scale::write(&files, &arguments.out)?;
    println!("{}: {} files", arguments.out.display(), files.len());
    if let Some(folder) = &arguments.hugo {
        let files = scale::hugo(&shape)?;
        scale::write(&files, folder)?;
        println!("{}: {} files", folder.display(), files.len());
    }
    Ok(())
}
