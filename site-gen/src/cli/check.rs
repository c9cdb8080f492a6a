//! `site-gen check`

use clap::{Args, ValueEnum};
use site_gen::diagnostics::print;

use super::terminal::Terminal;
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
        let programme = match terminal.programme(&self.content.path, self.drafts) {
            Ok(programme) => programme,
            Err(exit) => return exit,
        };
        let exit = match self.format {
            Format::Human => {
                terminal.diagnostics(&programme.diagnostics, &programme.sources);
                Exit::Done
            }
            Format::Json => {
                let json = print::json(&programme.diagnostics, &programme.sources, &terminal.wording);
                terminal.result(&json.to_string())
            }
        };
        if programme.diagnostics.has_errors() { Exit::Content } else { exit }
    }
}
