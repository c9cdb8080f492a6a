//! `site-gen init`

use std::path::{Path, PathBuf};

use clap::Args;
use site_gen::init::{self, FILES, InitError};

use super::terminal::{Terminal, shown};
use super::{CONTENT, Exit};

#[derive(Args)]
pub(super) struct Init {
    /// The content folder to make: a new or empty one
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let folder = shown(&self.folder);
        match init::write(&self.folder) {
            Ok(()) => {}
            Err(InitError::NotEmpty) => {
                return terminal.failure(&terminal.say("not-empty").with("path", folder).say());
            }
            Err(InitError::Io { path, source }) => {
                let what = terminal.say("unwritable").with("path", shown(&path));
                return terminal.failure(&what.with("problem", source.to_string()).say());
            }
        }
        let mut text = terminal
            .say("begun")
            .with("path", folder)
            .with("files", terminal.count("files", FILES.len()))
            .say();
        for (command, what) in [("serve", "next-serve"), ("check", "next-check"), ("build", "next-build")] {
            let option = option(&self.folder);
            text.extend(["\n  site-gen ", command, &option, "  ", &terminal.say(what).say()]);
        }
        // The programme is written whether or not anybody reads this.
        let _ = terminal.result(&text);
        Exit::Done
    }
}

/// What names the folder to the other commands.
fn option(folder: &Path) -> String {
    let shown = shown(folder);
    if folder == Path::new(CONTENT) {
        String::new()
    } else if shown.contains(char::is_whitespace) {
        format!(" --content \"{shown}\"")
    } else {
        format!(" --content {shown}")
    }
}
