//! `cargo run -p measure -- …`: writes large programmes and measures what they take.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use measure::scale::{self, Shape};

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
