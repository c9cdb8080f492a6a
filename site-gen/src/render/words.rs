//! The theme's own words, by language, from its Fluent files.
//!
//! Fluent's numbers are binary floating point: only counts go in as numbers, to choose a plural; amounts, rates and
//! dates go in as texts that are already formatted.

use std::collections::BTreeMap;

use words::messages::{Edges, FluentArgs, MessageError, Messages};

use super::theme::Theme;

/// Where a locale and its language have no words, these are used.
const LAST_RESORT: &str = "en";

/// The words of one language.
pub struct Words {
    locale: String,
    messages: Messages,
}

/// A theme's words in all its languages.
pub struct ThemeWords {
    by_locale: BTreeMap<String, Words>,
}

/// A mistake in the words of a theme, or in their use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// There is no file of the language that stands for all others.
    NoLastResort,
    /// A message cannot be read or said.
    Message(MessageError),
}

impl std::fmt::Display for WordsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoLastResort => write!(f, "the theme lacks words/{LAST_RESORT}.ftl"),
            Self::Message(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for WordsError {}

impl From<MessageError> for WordsError {
    fn from(error: MessageError) -> Self {
        Self::Message(error)
    }
}

impl ThemeWords {
    /// Parses all of a theme's words.
    pub fn load(theme: &Theme) -> Result<Self, WordsError> {
        let mut by_locale = BTreeMap::new();
        for (locale, text) in theme.texts("words", "ftl") {
            by_locale.insert(locale.to_owned(), Words::parse(locale, &text)?);
        }
        if !by_locale.contains_key(LAST_RESORT) {
            return Err(WordsError::NoLastResort);
        }
        Ok(Self { by_locale })
    }

    /// The words for a locale: its own, else the closest, else English.
    pub fn get(&self, locale: &str) -> &Words {
        // Templates ask for every word in the very language of their engine.
        self.by_locale.get(locale).unwrap_or_else(|| {
            let closest = words::closest(locale, self.locales()).unwrap_or(LAST_RESORT);
            &self.by_locale[closest]
        })
    }

    /// The languages that the theme speaks.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.by_locale.keys().map(String::as_str)
    }
}

impl Words {
    fn parse(locale: &str, text: &str) -> Result<Self, WordsError> {
        // Isolation marks would be in titles, in attributes and in what a reader copies.
        let messages = Messages::parse(&format!("words/{locale}.ftl"), locale, text, Edges::Plain)?;
        Ok(Self { locale: locale.to_owned(), messages })
    }

    /// The language of these words, BCP 47: that of their file.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// The text of a key, with its arguments filled in.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, WordsError> {
        Ok(self.messages.say(key, args)?)
    }

    /// The text of a key that takes no arguments.
    pub fn text(&self, key: &str) -> Result<String, WordsError> {
        self.say(key, &FluentArgs::new())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The keys of a Fluent file: what stands before ` =` at the start of a line.
    fn keys(text: &str) -> BTreeSet<String> {
        text.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key.to_owned())
            .collect()
    }

    #[test]
    fn every_language_has_every_word() {
        let theme = Theme::default();
        let by_locale: Vec<_> =
            theme.texts("words", "ftl").map(|(locale, text)| (locale, keys(&text))).collect();
        let all: BTreeSet<String> = by_locale.iter().flat_map(|(_, keys)| keys.iter().cloned()).collect();
        assert!(by_locale.len() >= 2 && !all.is_empty());
        for (locale, keys) in &by_locale {
            let missing: Vec<_> = all.difference(keys).collect();
            assert!(missing.is_empty(), "words/{locale}.ftl lacks {missing:?}");
        }
    }

    /// Also the keys in branches that no fixture takes.
    #[test]
    fn every_word_that_a_template_asks_for_exists() {
        let theme = Theme::default();
        let known: BTreeSet<String> = theme.texts("words", "ftl").flat_map(|(_, text)| keys(&text)).collect();
        let mut asked = 0;
        for (name, text) in theme.texts("templates", "html") {
            for key in text.split("t(key=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                // `state-` stands for `state-coming` and the like: the template adds the rest.
                let found = known.contains(key)
                    || key.ends_with('-') && known.iter().any(|word| word.starts_with(key));
                assert!(found, "templates/{name}.html asks for `{key}`");
                asked += 1;
            }
        }
        assert!(asked > 0, "no template asks for a word");
    }

    #[test]
    fn a_language_falls_back_to_its_own_kind_then_to_english() {
        let words = ThemeWords::load(&Theme::default()).expect("the default theme is whole");
        assert_eq!(words.get("zh-HK").locale, "zh-TW");
        assert_eq!(words.get("zh").locale, "zh-CN");
        assert_eq!(words.get("en-GB").locale, "en");
        assert_eq!(words.get("fr").locale, "en");
    }

    #[test]
    fn a_missing_word_names_its_file_and_key() {
        let words = ThemeWords::load(&Theme::default()).expect("the default theme is whole");
        let error = words.get("en").text("no-such-word").expect_err("there is none");
        assert_eq!(error.to_string(), "words/en.ftl: `no-such-word` is missing");
    }
}
