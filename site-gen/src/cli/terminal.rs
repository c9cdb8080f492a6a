//! What is printed, where, and in which language.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use site_gen::diagnostics::{Diagnostics, Sources, Wording, print};
use site_gen::programme::Programme;

use super::Exit;

/// The two streams and their language.
pub(super) struct Terminal {
    /// BCP 47.
    pub(super) language: String,
    pub(super) wording: Wording,
    /// Whether diagnostics may be coloured: on a terminal, unless `NO_COLOR` is set.
    pub(super) colour: bool,
}

impl Terminal {
    pub(super) fn new(language: Option<&str>) -> Self {
        let language = language.map_or_else(language_of_environment, str::to_owned);
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colour = stderr().is_terminal() && !plain;
        Self { wording: Wording::new(&language), language, colour }
    }

    /// A result.
    pub(super) fn result(&self, text: &str) -> Exit {
        let mut out = stdout().lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| {
            if text.ends_with('\n') { out.flush() } else { out.write_all(b"\n").and_then(|()| out.flush()) }
        });
        if written.is_err() { Exit::InputOutput } else { Exit::Done }
    }

    /// Something to know that is no result.
    pub(super) fn note(&self, text: &str) {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        // Where nobody can read it, nothing is lost.
        let _ = write!(stderr().lock(), "{text}{end}");
    }

    /// A failure of input or output.
    pub(super) fn failure(&self, what: &str) -> Exit {
        let error = self.wording.word("error");
        self.note(&format!("{error}: {what}"));
        Exit::InputOutput
    }

    /// A path that cannot be read.
    pub(super) fn unreadable(&self, path: &Path, error: &std::io::Error) -> Exit {
        self.failure(&format!("{}: {error}", path.display()))
    }

    /// Diagnostics for a person.
    pub(super) fn diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources) {
        let text = print::human(diagnostics, sources, &self.wording, self.colour);
        if !text.is_empty() {
            self.note(&text);
        }
    }

    /// Reads and checks a content folder.
    pub(super) fn programme(&self, path: &Path, drafts: bool) -> Result<Programme, Exit> {
        Programme::from_disk(path, drafts).map_err(|error| self.unreadable(path, &error))
    }
}

/// Chinese where the environment speaks it, else English.
fn language_of_environment() -> String {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let language = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if language.to_lowercase().starts_with("zh") { "zh-CN".to_owned() } else { "en".to_owned() }
}
