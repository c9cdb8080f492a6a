//! `site-gen explain`

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};
use answers::{Explanation, Said, Source};
use clap::Args;
use rulebook::explain::{NotAFigure, Step, What};
use rulebook::{AnyId, IdKind, Ids, Month};
use site_gen::catalogue::Catalogue;
use site_gen::diagnostics::{Message, Sources, nearest};
use site_gen::render::address;
use site_gen::render::names::names;
use words::{Names, Reason, Speaker};

use super::customer::{CustomerFile, Format, Opened};
use super::terminal::Terminal;
use super::{Exit, Language};

/// A condition that holds.
const MET: Style = AnsiColor::Green.on_default();
/// A condition that does not hold.
const UNMET: Style = AnsiColor::Red.on_default();
/// File and line of a rule.
const LOCATION: Style = Style::new().dimmed();

#[derive(Args)]
pub(super) struct Explain {
    #[command(flatten)]
    customer: CustomerFile,
    /// The month: 2026-03
    #[arg(long)]
    month: String,
    /// The figure: tier, or metric:ID, earn:ID, benefit:ID, currency:ID, task:ID, campaign:ID, segment:ID
    #[arg(long, value_name = "FIGURE")]
    what: String,
    /// The language of the explanation (default: that of messages, if the programme has it, else the programme's)
    #[arg(long, value_enum)]
    locale: Option<Language>,
}

impl Explain {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let opened = match self.customer.open(terminal) {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let (what, month) = match self.asked(terminal, &opened.catalogue.book.rules().ids) {
            Ok(asked) => asked,
            Err(exit) => return exit,
        };
        let format = self.customer.format;
        let session = match opened.session() {
            Ok(session) => session,
            Err(error) => return opened.failed(terminal, format, error),
        };
        let steps = session.why(month, what);
        if steps.is_empty() {
            let message = Message::NotInRun { month: month.to_string() };
            return format.mistake(terminal, ("--month", &self.month), message, None);
        }
        let teller = Teller::new(&opened, self.locale, terminal.asked, month);
        match format {
            Format::Json => terminal.result(&teller.json(month, &self.what, &steps)),
            Format::Table => {
                opened.warn(terminal);
                terminal.result(&teller.text(&steps, terminal.colours_results()))
            }
        }
    }

    /// Which figure of which month, or tells that there is none.
    fn asked(&self, terminal: &Terminal, ids: &Ids) -> Result<(What, Month), Exit> {
        let format = self.customer.format;
        let what = What::named(&self.what, ids).map_err(|error| {
            let what = ("--what", self.what.as_str());
            match error {
                NotAFigure::Kind(text) => {
                    let kind = text.split(':').next().unwrap_or_default();
                    let known = || ["tier"].into_iter().chain(What::KINDS.map(IdKind::name));
                    let nearest = nearest(kind, known());
                    let known = known().collect::<Vec<_>>().join(", ");
                    let message = Message::BadChoice { text: text.clone(), known };
                    format.mistake(terminal, what, message, nearest)
                }
                NotAFigure::Id { kind, id } => {
                    let nearest = nearest(&id, ids.of_kind(kind).into_iter().map(|(_, name)| name));
                    let message = Message::UnknownId { kind: kind.into(), id: id.clone() };
                    format.mistake(terminal, what, message, nearest)
                }
            }
        })?;
        let month = self.month.parse().map_err(|_| {
            let message = Message::BadMonth { text: self.month.clone() };
            format.mistake(terminal, ("--month", &self.month), message, None)
        })?;
        Ok((what, month))
    }
}

/// Tells explanations in a language, with the places of their rules.
struct Teller<'a> {
    catalogue: &'a Catalogue,
    sources: &'a Sources,
    language: words::Language,
    names: Names,
    /// The prefix of the locale's pages.
    prefix: String,
}

impl<'a> Teller<'a> {
    fn new(opened: &'a Opened, locale: Option<Language>, asked: Option<&str>, month: Month) -> Self {
        let Opened { catalogue, sources, .. } = opened;
        let locales = || catalogue.locales.iter().map(String::as_str);
        let locale = locale.map(Language::tag);
        let named = locale.or(asked).and_then(|tag| words::closest(tag, locales()));
        let named = named.unwrap_or(&catalogue.locales[0]);
        let names = names(catalogue, catalogue.book.version_at(month), named);
        let language = words::Language::of(locale.unwrap_or(named));
        let prefix = address::prefix(&catalogue.locales, named);
        Self { catalogue, sources, language, names, prefix }
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.language, self.catalogue.book.rules(), &self.names)
    }

    /// A tree by indentation, with the place of each rule where it is met first.
    fn text(&self, steps: &[Step], colour: bool) -> String {
        let mut lines = Vec::new();
        let mut placed = BTreeSet::new();
        for reason in self.speaker().reasons(steps) {
            self.lines(&reason, 0, colour, &mut placed, &mut lines);
        }
        lines.join("\n")
    }

    fn lines(
        &self,
        reason: &Reason,
        depth: usize,
        colour: bool,
        placed: &mut BTreeSet<String>,
        lines: &mut Vec<String>,
    ) {
        let location = reason.about.as_ref().and_then(|about| {
            let Source { file, line } = self.source(about.id, reason.month)?;
            let location = format!("{file}:{line}");
            placed.insert(location.clone()).then_some(location)
        });
        let text = match reason.holds {
            Some(true) if colour => format!("{MET}{}{MET:#}", reason.text),
            Some(false) if colour => format!("{UNMET}{}{UNMET:#}", reason.text),
            _ => reason.text.clone(),
        };
        let location = match location {
            Some(location) if colour => format!("  {LOCATION}{location}{LOCATION:#}"),
            Some(location) => format!("  [{location}]"),
            None => String::new(),
        };
        lines.push(format!("{}{text}{location}", "  ".repeat(depth)));
        reason.parts.iter().for_each(|part| self.lines(part, depth + 1, colour, placed, lines));
    }

    /// The file and the line of a rule in force in a month.
    fn source(&self, rule: AnyId, month: Month) -> Option<Source<'_>> {
        let location = self.catalogue.location(month, rule)?;
        let (line, _) = self.sources.position(&location.file, location.span.start);
        Some(Source { file: &location.file, line })
    }

    /// The steps as data, and what is said of them.
    fn json(&self, month: Month, what: &str, steps: &[Step]) -> String {
        let reasons = self.speaker().reasons(steps);
        let ids = &self.catalogue.book.rules().ids;
        let found = |id, month| self.found(id, month);
        answers::text(&Explanation {
            month,
            what,
            steps: steps.iter().map(|step| answers::Step::new(step, &found, ids)).collect(),
            said: reasons.iter().map(|reason| self.said(reason)).collect(),
        })
    }

    /// The line and the page of what a step is about.
    fn found(&self, id: AnyId, month: Month) -> answers::Place<'_> {
        let href = self.speaker().entry_of(id).and_then(|entry| entry.href.as_deref());
        answers::Place { source: self.source(id, month), address: href.map(|href| self.address(href)) }
    }

    fn said<'r>(&self, reason: &'r Reason) -> Said<'r> {
        let href = reason.about.as_ref().and_then(|about| about.href.as_deref());
        Said {
            text: &reason.text,
            holds: reason.holds,
            address: href.map(|href| self.address(href)),
            parts: reason.parts.iter().map(|part| self.said(part)).collect(),
        }
    }

    /// From the site's root.
    fn address(&self, href: &str) -> String {
        format!("{}{href}", self.prefix)
    }
}
