//! Messages in the reader's language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

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
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// The closest to a language, else English.
    pub fn new(language: &str) -> Self {
        let closest = words::closest(language, WORDS.map(|(tag, _)| tag));
        let known = WORDS.iter().find(|(tag, _)| Some(*tag) == closest);
        let (locale, text) = *known.unwrap_or(&WORDS[WORDS.len() - 1]);
        let tag = locale;
        let locale: LanguageIdentifier = locale.parse().expect("a locale of ours");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(text.to_owned());
        bundle.add_resource(resource.expect("words of ours are well formed")).expect("no word stands twice");
        Self { tag, bundle }
    }

    /// The language's tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The one sentence that stands alone.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let args = diagnostic.message.args();
        self.text(diagnostic.message.code(), None, &args)
            .unwrap_or_else(|| diagnostic.message.code().to_owned())
    }

    /// What to do about it.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let args = diagnostic.message.args();
        self.text(diagnostic.message.code(), Some("hint"), &args)
    }

    /// “Did you mean …?”
    pub fn nearest(&self, diagnostic: &Diagnostic) -> Option<String> {
        let mut args = FluentArgs::new();
        args.set("nearest", diagnostic.nearest.clone()?);
        self.text("nearest", None, &args)
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
        self.text(key, None, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
    }

    /// A text with arguments, or one of its attributes.
    pub fn text(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut problems = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut problems).into_owned();
        problems.is_empty().then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Message;

    #[test]
    fn every_message_has_its_words_in_all_languages() {
        for (language, _) in WORDS {
            let wording = Wording::new(language);
            for (code, names) in Message::CODES {
                let mut args = FluentArgs::new();
                names.iter().for_each(|name| args.set(*name, "malformed"));
                assert!(wording.text(code, None, &args).is_some(), "{language}: {code}");
                let hint = wording.bundle.get_message(code).and_then(|message| message.get_attribute("hint"));
                if hint.is_some() {
                    assert!(wording.text(code, Some("hint"), &args).is_some(), "{language}: {code}.hint");
                }
            }
        }
    }
}
