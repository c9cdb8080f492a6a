//! `site-gen check`

use std::time::Instant;

use clap::{Args, ValueEnum};
use site_gen::diagnostics::print;

use super::terminal::{Terminal, seconds};
use super::{ContentFolder, Exit};

#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    content: ContentFolder,
    /// Check drafts, too
    #[arg(long)]
    drafts: bool,
    /// For a person, or for a program
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Check {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let start = Instant::now();
        let programme = self.content.find(terminal).and_then(|path| terminal.programme(&path, self.drafts));
        let programme = match programme {
            Ok(programme) => programme,
            Err(exit) => return exit,
        };
        let exit = match self.format {
            Format::Human => {
                terminal.diagnostics(&programme.diagnostics, &programme.sources);
                if programme.diagnostics.has_errors() {
                    return Exit::Content;
                }
                let files = terminal.count("files", programme.sources.len());
                let checked = terminal.say("checked").with("files", files);
                terminal.result(&checked.with("took", seconds(start.elapsed())).say())
            }
            Format::Json => {
                let json = print::json(&programme.diagnostics, &programme.sources, &terminal.wording);
                terminal.result(&json.to_string())
            }
        };
        if programme.diagnostics.has_errors() { Exit::Content } else { exit }
    }
}
