//! Messages in the reader's language.

use words::messages::{Edges, FluentArgs, MessageError, Messages};

use super::{Diagnostic, Severity};

/// The words by language; the last for all that are not here.
const WORDS: [(&str, &str); 3] = [
    ("zh-CN", include_str!("words/zh-CN.ftl")),
    ("zh-TW", include_str!("words/zh-TW.ftl")),
    ("en", include_str!("words/en.ftl")),
];

/// The words of one language.
pub struct Wording {
    tag: &'static str,
    messages: Messages,
}

impl Wording {
    /// The closest to a language, else English.
    pub fn new(language: &str) -> Self {
        let closest = words::closest(language, WORDS.map(|(tag, _)| tag));
        let known = WORDS.iter().find(|(tag, _)| Some(*tag) == closest);
        let (tag, text) = *known.unwrap_or(&WORDS[WORDS.len() - 1]);
        Self { tag, messages: must(Messages::parse(&format!("words/{tag}.ftl"), tag, text, Edges::Plain)) }
    }

    /// The language's tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The one sentence that stands alone.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.text(diagnostic.message.code(), &diagnostic.message.args())
    }

    /// What to do about it.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        must(self.messages.attribute(diagnostic.message.code(), "hint", &diagnostic.message.args()))
    }

    /// “Did you mean …?”
    pub fn nearest(&self, diagnostic: &Diagnostic) -> Option<String> {
        let mut args = FluentArgs::new();
        args.set("nearest", diagnostic.nearest.clone()?);
        Some(self.text("nearest", &args))
    }

    /// How many errors and warnings there are.
    pub fn summary(&self, errors: usize, warnings: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("errors", errors);
        args.set("warnings", warnings);
        self.text("summary", &args)
    }

    /// `error` or `warning`.
    pub fn severity(&self, severity: Severity) -> String {
        let key = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        self.word(key)
    }

    /// A word without arguments.
    pub fn word(&self, key: &str) -> String {
        self.text(key, &FluentArgs::new())
    }

    fn text(&self, key: &str, args: &FluentArgs<'_>) -> String {
        must(self.messages.say(key, args))
    }
}

/// The words are compiled in, and a test says each of them in every language: what fails here is a bug.
fn must<T>(said: Result<T, MessageError>) -> T {
    said.unwrap_or_else(|error| panic!("{error}"))
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;
    use crate::diagnostics::Message;

    /// Everything that the code above asks for, with every argument that it gives; a message that is missing, or names
    /// another argument, is a panic.
    #[test]
    fn every_message_has_its_words_in_all_languages() {
        assert_eq!(WORDS.map(|(tag, _)| tag).to_vec(), Language::tags().collect::<Vec<_>>());
        for (language, _) in WORDS {
            let wording = Wording::new(language);
            for (code, names) in Message::CODES {
                let mut args = FluentArgs::new();
                names.iter().for_each(|name| args.set(*name, "malformed"));
                assert!(!wording.text(code, &args).is_empty(), "{language}: {code}");
                must(wording.messages.attribute(code, "hint", &args));
            }
            for word in ["error", "warning", "help", "note", "why"] {
                assert!(!wording.word(word).is_empty(), "{language}: {word}");
            }
            let mut args = FluentArgs::new();
            args.set("nearest", "gold");
            assert!(wording.text("nearest", &args).contains("gold"), "{language}");
            assert!(wording.summary(2, 3).contains('2'), "{language}");
        }
    }
}
