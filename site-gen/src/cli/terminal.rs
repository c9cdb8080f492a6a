//! What is printed, where, and in which language.

use std::io::{self, IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use site_gen::diagnostics::{Diagnostics, Sources, Wording, print};
use site_gen::programme::Programme;
use site_gen::publish::{PublishError, Refusal};
use unicode_width::UnicodeWidthStr;
use words::{Language, OwnMessages, Saying};

use super::Exit;

/// The command line's own words.
const WORDS: OwnMessages = OwnMessages {
    simplified: include_str!("words/zh-CN.ftl"),
    traditional: include_str!("words/zh-TW.ftl"),
    english: include_str!("words/en.ftl"),
};

/// The two streams and their language.
pub(super) struct Terminal {
    /// Of diagnostics.
    pub(super) wording: Wording,
    /// Whether diagnostics may be coloured: on a terminal, unless `NO_COLOR` is set.
    pub(super) colour: bool,
    /// Whether `NO_COLOR` is set.
    plain: bool,
    /// The language that was asked for, if one was.
    pub(super) asked: Option<&'static str>,
    language: Language,
    /// Whether progress is shown: on a terminal.
    progress: bool,
    /// How wide the line of progress is that stands there now.
    width: AtomicUsize,
}

impl Terminal {
    pub(super) fn new(asked: Option<&'static str>) -> Self {
        let language = speak(asked.unwrap_or(&sys_locale::get_locale().unwrap_or_default()));
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let terminal = stderr().is_terminal();
        Self {
            wording: Wording::new(language.tag()),
            asked,
            colour: terminal && !plain,
            plain,
            language,
            progress: terminal,
            width: AtomicUsize::new(0),
        }
    }

    /// The language that it speaks.
    pub(super) fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// Whether results may be coloured: on a terminal, unless `NO_COLOR` is set.
    pub(super) fn colours_results(&self) -> bool {
        !self.plain && stdout().is_terminal()
    }

    /// Words of the command line.
    pub(super) fn say(&self, key: &'static str) -> Saying<'_> {
        self.language.message(key)
    }

    /// A number of things.
    pub(super) fn count(&self, key: &'static str, count: usize) -> String {
        self.say(key).count(u32::try_from(count).unwrap_or(u32::MAX)).say()
    }

    /// A result.
    pub(super) fn result(&self, text: &str) -> Exit {
        self.clear();
        let mut out = stdout().lock();
        let end = if text.ends_with('\n') { "" } else { "\n" };
        match write!(out, "{text}{end}").and_then(|()| out.flush()) {
            Ok(()) => Exit::Done,
            // The reader, such as `head`, closed it on purpose: that is no failure to report.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::InputOutput,
            Err(error) => self.failure(&error.to_string()),
        }
    }

    /// Something to know that is no result.
    pub(super) fn note(&self, text: &str) {
        self.clear();
        let end = if text.ends_with('\n') { "" } else { "\n" };
        // If standard error is closed, there is no other place for it.
        let _ = write!(stderr().lock(), "{text}{end}");
    }

    /// Prints a warning.
    pub(super) fn warning(&self, what: &str) {
        self.note(&self.say("warning").with("what", what).say());
    }

    /// What is being done, in a line that the next one replaces.
    pub(super) fn progress(&self, text: &str) {
        if self.progress {
            let width = text.width();
            let rest = " ".repeat(self.width.swap(width, Ordering::Relaxed).saturating_sub(width));
            let _ = write!(stderr().lock(), "\r{text}{rest}");
        }
    }

    /// Takes the line of progress away, if there is one.
    fn clear(&self) {
        if self.width.load(Ordering::Relaxed) > 0 {
            self.progress("");
            let _ = write!(stderr().lock(), "\r");
        }
    }

    /// A failure, in a line.
    pub(super) fn failed(&self, what: &str) -> String {
        self.say("failure").with("what", what).say()
    }

    /// Prints a failure of input or output, and returns its exit status.
    pub(super) fn failure(&self, what: &str) -> Exit {
        self.note(&self.failed(what));
        Exit::InputOutput
    }

    /// That a path cannot be read.
    pub(super) fn unreadable(&self, path: &Path, error: &io::Error) -> String {
        self.say("unreadable").with("path", shown(path)).with("problem", error.to_string()).say()
    }

    /// Why nothing was published.
    pub(super) fn unpublished(&self, error: &PublishError) -> String {
        let PublishError::Refused { out, why } = error else { return error.to_string() };
        let why = match why {
            Refusal::NotOurs => self.say("out-not-ours"),
            Refusal::Repository => self.say("out-repository"),
            Refusal::IsSource(source) => self.say("out-is-source").with("source", shown(source)),
            Refusal::InsideSource(source) => self.say("out-inside-source").with("source", shown(source)),
            Refusal::AroundSource(source) => self.say("out-around-source").with("source", shown(source)),
            Refusal::NotAFolder(path) => self.say("out-not-a-folder").with("path", shown(path)),
            Refusal::LinkToNothing(path) => self.say("out-link-to-nothing").with("path", shown(path)),
            Refusal::Root => self.say("out-root"),
        };
        self.say("out-refused").with("out", shown(out)).with("why", why.say()).say()
    }

    /// Diagnostics in words.
    pub(super) fn mistakes(&self, diagnostics: &Diagnostics, sources: &Sources, colour: bool) -> String {
        print::human(diagnostics, sources, &self.wording, colour)
    }

    /// Diagnostics for a person.
    pub(super) fn diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources) {
        let text = self.mistakes(diagnostics, sources, self.colour);
        if !text.is_empty() {
            self.note(&text);
        }
    }

    /// Reads and checks a content folder.
    pub(super) fn programme(&self, path: &Path, drafts: bool) -> Result<Programme, Exit> {
        Programme::from_disk(path, drafts).map_err(|error| self.failure(&self.unreadable(path, &error)))
    }
}

/// The words of a language.
pub(super) fn speak(language: &str) -> Language {
    Language::of(language).with_messages(&WORDS)
}

/// A path as it was given.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A length of time: `0.42`.
pub(super) fn seconds(took: Duration) -> String {
    format!("{:.2}", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Each message with what is filled in.
    fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((start, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                key = start;
            }
            let filled = line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next());
            // A count chooses a form in languages that have forms.
            messages.entry(key).or_default().extend(filled.filter(|name| *name != "count"));
        }
        messages
    }

    #[test]
    fn all_languages_say_the_same() {
        let OwnMessages { simplified, traditional, english } = WORDS;
        let first = messages(english);
        assert!(first.len() > 40);
        [simplified, traditional].map(messages).iter().for_each(|other| assert_eq!(*other, first));
        Language::tags().for_each(|tag| assert_eq!(speak(tag).tag(), tag, "its words can be read"));
    }
}
