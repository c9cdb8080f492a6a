//! `site-gen simulate`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use site_gen::catalogue::customer;
use site_gen::diagnostics::{Diagnostics, Sources, print};

use super::table::Narrator;
use super::terminal::Terminal;
use super::{ContentFolder, Exit};

#[derive(Args)]
pub(super) struct Simulate {
    /// The customer's file: TOML, or JSON of the same shape
    customer: PathBuf,
    #[command(flatten)]
    content: ContentFolder,
    /// For a person, or for a program
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
}

impl Simulate {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let bytes = match std::fs::read(&self.customer) {
            Ok(bytes) => bytes,
            Err(error) => return terminal.failure(&terminal.unreadable(&self.customer, &error)),
        };
        let programme = self.content.find(terminal).and_then(|path| terminal.programme(&path, false));
        let mut programme = match programme {
            Ok(programme) => programme,
            Err(exit) => return exit,
        };
        let Some(catalogue) = &programme.catalogue else {
            return self.refuse(terminal, &programme.diagnostics, &programme.sources);
        };
        let mut found = Diagnostics::default();
        let name = self.customer.display().to_string().replace('\\', "/");
        let customer = customer::read(&name, &bytes, &catalogue.book, &mut programme.sources, &mut found);
        let Some(customer) = customer else { return self.refuse(terminal, &found, &programme.sources) };
        let run = catalogue.book.simulate(&customer);
        let printed = match self.format {
            Format::Json => terminal.result(&catalogue.book.to_json(&run).to_string()),
            Format::Table => {
                terminal.diagnostics(&found, &programme.sources);
                let last = run.as_ref().ok().and_then(|months| months.last());
                let month = last.map_or(customer.start, |last| last.month);
                let narrator = Narrator::new(catalogue, terminal.asked, month);
                match &run {
                    Ok(months) => terminal.result(&narrator.run(months)),
                    Err(error) => terminal.failure(&narrator.error(error)),
                }
            }
        };
        if run.is_err() { Exit::Run } else { printed }
    }

    fn refuse(&self, terminal: &Terminal, diagnostics: &Diagnostics, sources: &Sources) -> Exit {
        match self.format {
            Format::Table => terminal.diagnostics(diagnostics, sources),
            Format::Json => {
                let json = print::json(diagnostics, sources, &terminal.wording);
                terminal.result(&json.to_string());
            }
        }
        Exit::Content
    }
}
