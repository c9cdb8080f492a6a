//! What commands about one customer have in common: the customer's file and the programme it is run through.

use std::path::PathBuf;

use answers::Failure;
use clap::{Args, ValueEnum};
use rulebook::{Customer, Id, IdTable, RuleBook, RunError, Session};
use site_gen::catalogue::{Catalogue, customer};
use site_gen::content::KeyOf;
use site_gen::diagnostics::{Diagnostic, Diagnostics, Location, Message, Sources, Span, nearest, print};

use super::table::Narrator;
use super::terminal::Terminal;
use super::{ContentFolder, Exit};

/// Whose file, under which programme.
#[derive(Args)]
pub(super) struct CustomerFile {
    /// The customer's file: TOML, or JSON of the same shape
    customer: PathBuf,
    #[command(flatten)]
    content: ContentFolder,
    /// For a person, or for a program
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
}

/// A customer and the programme.
pub(super) struct Opened {
    pub(super) catalogue: Catalogue,
    pub(super) customer: Customer,
    /// Warnings about the customer's file.
    found: Diagnostics,
    pub(super) sources: Sources,
}

impl CustomerFile {
    /// Reads both, or tells what is wrong with them.
    pub(super) fn open(&self, terminal: &Terminal) -> Result<Opened, Exit> {
        let bytes = std::fs::read(&self.customer)
            .map_err(|error| terminal.failure(&terminal.unreadable(&self.customer, &error)))?;
        let path = self.content.find(terminal)?;
        let mut programme = terminal.programme(&path, false)?;
        let Some(catalogue) = programme.catalogue else {
            return Err(self.refuse(terminal, &programme.diagnostics, &programme.sources));
        };
        let mut found = Diagnostics::default();
        let name = self.customer.display().to_string().replace('\\', "/");
        let customer = customer::read(&name, &bytes, &catalogue.book, &mut programme.sources, &mut found);
        match customer {
            Some(customer) => Ok(Opened { catalogue, customer, found, sources: programme.sources }),
            None => Err(self.refuse(terminal, &found, &programme.sources)),
        }
    }

    fn refuse(&self, terminal: &Terminal, diagnostics: &Diagnostics, sources: &Sources) -> Exit {
        self.format.refuse(terminal, diagnostics, sources)
    }
}

impl Format {
    fn refuse(self, terminal: &Terminal, diagnostics: &Diagnostics, sources: &Sources) -> Exit {
        match self {
            Self::Table => terminal.diagnostics(diagnostics, sources),
            Self::Json => {
                let json = print::json(diagnostics, sources, &terminal.wording);
                terminal.result(&json.to_string());
            }
        }
        Exit::Content
    }

    /// Tells what is wrong with an argument, as with any text that was written.
    pub(super) fn mistake(
        self,
        terminal: &Terminal,
        (argument, text): (&str, &str),
        message: Message,
        nearest: Option<&str>,
    ) -> Exit {
        let (mut diagnostics, mut sources) = (Diagnostics::default(), Sources::default());
        sources.insert(argument.into(), text.into());
        let span = Span { start: 0, end: text.len() };
        let location = Location { span, ..Location::file(argument) };
        diagnostics.push(Diagnostic::new(location, message).nearest(nearest));
        self.refuse(terminal, &diagnostics, &sources)
    }

    /// The thing that an argument names, or tells that there is none.
    pub(super) fn find<K: KeyOf>(
        self,
        terminal: &Terminal,
        (argument, id): (&str, &str),
        table: &IdTable<K>,
    ) -> Result<Id<K>, Exit> {
        table.find(id).ok_or_else(|| {
            let message = Message::UnknownId { kind: K::KIND, id: id.to_owned() };
            let nearest = nearest(id, table.iter().map(|(_, id)| id));
            self.mistake(terminal, (argument, id), message, nearest)
        })
    }
}

impl Opened {
    /// The customer's run, to be asked about.
    pub(super) fn session(&self) -> Result<Session<&RuleBook>, RunError> {
        Session::open(&self.catalogue.book, self.customer.clone())
    }

    /// Tells a person what is doubtful about the customer's file.
    pub(super) fn warn(&self, terminal: &Terminal) {
        terminal.diagnostics(&self.found, &self.sources);
    }

    /// Tells why the customer's own run has no result.
    pub(super) fn failed(&self, terminal: &Terminal, format: Format, error: RunError) -> Exit {
        match format {
            Format::Json => {
                terminal.result(&answers::text(&Failure::new(&error, &self.catalogue.book.rules().ids)));
            }
            Format::Table => {
                self.warn(terminal);
                let narrator = Narrator::new(&self.catalogue, terminal.asked, self.customer.start);
                terminal.failure(&narrator.error(&error));
            }
        }
        Exit::Run
    }
}
