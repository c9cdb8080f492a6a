//! Fluent messages of one language: the one place where they are parsed and filled in.
//!
//! What is wrong with a message is a [`MessageError`], for the caller to pass on: a file that cannot be read, a key that is
//! not there, an argument that is missing.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::{FluentArgs, FluentValue};

/// The messages of one language.
pub struct Messages {
    /// The file of the messages, as errors name it.
    file: String,
    bundle: FluentBundle<FluentResource>,
}

/// Whether what is filled in stands between the marks [`Edges::MARKS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edges {
    /// What is filled in stands between the marks, for a caller who looks for its edges and takes the marks out.
    Marked,
    /// What is filled in stands without marks: the text can be shown as it is.
    Plain,
}

/// A mistake in a file of messages, or in their use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// The file is named after no language.
    Tag {
        /// The file.
        file: String,
    },
    /// Lines of the file cannot be read.
    Malformed {
        /// The file.
        file: String,
        /// Each line that cannot be read, counted from 1, with the reason.
        lines: Vec<(usize, String)>,
    },
    /// Keys stand twice in the file.
    Twice {
        /// The file.
        file: String,
        /// The parser's words for it.
        problem: String,
    },
    /// There is no message of that key.
    Missing {
        /// The file.
        file: String,
        /// The key.
        key: String,
    },
    /// Something in a message cannot be filled in.
    Unfilled {
        /// The file.
        file: String,
        /// The key of the message.
        key: String,
        /// What cannot be filled in, in the parser's words.
        problem: String,
    },
}

impl Edges {
    /// Opens and closes what was filled in: Unicode's first strong isolate, and its end.
    pub const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];
}

impl Messages {
    /// Parses the messages of a language, by its tag (BCP 47). `file` is what errors call the text.
    ///
    /// # Errors
    ///
    /// If the tag, a line or a key of the file is wrong.
    pub fn parse(file: &str, tag: &str, text: &str, edges: Edges) -> Result<Self, MessageError> {
        let language: LanguageIdentifier =
            tag.parse().map_err(|_| MessageError::Tag { file: file.to_owned() })?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(edges == Edges::Marked);
        bundle.add_resource(resource(file, text)?).map_err(|errors| MessageError::Twice {
            file: file.to_owned(),
            problem: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })?;
        Ok(Self { file: file.to_owned(), bundle })
    }

    /// Adds the messages of another file. Where both have a key, the new message takes the place of the old one.
    ///
    /// # Errors
    ///
    /// If a line of the file is wrong.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), MessageError> {
        self.bundle.add_resource_overriding(resource(file, text)?);
        Ok(())
    }

    /// The text of a message, with its arguments filled in.
    ///
    /// # Errors
    ///
    /// If there is no such message, or an argument that it names is not given.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, MessageError> {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let pattern =
            pattern.ok_or_else(|| MessageError::Missing { file: self.file.clone(), key: key.to_owned() })?;
        self.filled(key, |errors| self.bundle.format_pattern(pattern, Some(args), errors).into_owned())
    }

    /// The text of a message's attribute, `KEY.ATTRIBUTE`; none if the message has no such attribute.
    ///
    /// # Errors
    ///
    /// If an argument that it names is not given.
    pub fn attribute(
        &self,
        key: &str,
        attribute: &str,
        args: &FluentArgs<'_>,
    ) -> Result<Option<String>, MessageError> {
        let found = self.bundle.get_message(key).and_then(|message| message.get_attribute(attribute));
        let format = |errors: &mut Vec<_>, pattern| {
            self.bundle.format_pattern(pattern, Some(args), errors).into_owned()
        };
        found.map(|found| self.filled(key, |errors| format(errors, found.value()))).transpose()
    }

    fn filled(
        &self,
        key: &str,
        format: impl FnOnce(&mut Vec<FluentError>) -> String,
    ) -> Result<String, MessageError> {
        let mut errors = Vec::new();
        let text = format(&mut errors);
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(MessageError::Unfilled {
                file: self.file.clone(),
                key: key.to_owned(),
                problem: error.to_string(),
            }),
        }
    }
}

fn resource(file: &str, text: &str) -> Result<FluentResource, MessageError> {
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
        let lines = errors.iter().map(|error| (line(error.pos.start), error.to_string()));
        MessageError::Malformed { file: file.to_owned(), lines: lines.collect() }
    })
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag { file } => write!(f, "{file} is not named after a language"),
            Self::Malformed { file, lines } => {
                let lines: Vec<_> =
                    lines.iter().map(|(line, problem)| format!("{file}:{line}: {problem}")).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Twice { file, problem } => write!(f, "{file}: {problem}"),
            Self::Missing { file, key } => write!(f, "{file}: `{key}` is missing"),
            Self::Unfilled { file, key, problem } => write!(f, "{file}: `{key}` cannot be said: {problem}"),
        }
    }
}

impl std::error::Error for MessageError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Result<Messages, MessageError> {
        Messages::parse("words/en.ftl", "en", text, Edges::Plain)
    }

    #[test]
    fn a_mistake_in_a_file_names_its_lines() {
        let malformed = messages("a = A\nb\nc = { $\n").err().map(|error| error.to_string());
        let malformed = malformed.expect("two lines cannot be read");
        assert!(
            malformed.starts_with("words/en.ftl:2: ") && malformed.contains("\nwords/en.ftl:3: "),
            "{malformed}"
        );
        let twice = messages("a = A\na = B\n").err();
        assert!(matches!(twice, Some(MessageError::Twice { .. })), "{twice:?}");
        let tag = Messages::parse("words/_.ftl", "_", "", Edges::Plain).err();
        assert_eq!(tag, Some(MessageError::Tag { file: "words/_.ftl".to_owned() }));
    }

    #[test]
    fn a_missing_message_and_a_missing_argument_are_errors() {
        let messages = messages("a = A { $b }\n    .hint = H { $c }\n").expect("it is well formed");
        let mut args = FluentArgs::new();
        args.set("b", "B");
        assert_eq!(messages.say("a", &args).as_deref(), Ok("A B"));
        assert_eq!(messages.attribute("a", "other", &args), Ok(None));
        assert!(matches!(messages.attribute("a", "hint", &args), Err(MessageError::Unfilled { .. })));
        assert!(matches!(messages.say("a", &FluentArgs::new()), Err(MessageError::Unfilled { .. })));
        assert!(matches!(messages.say("b", &args), Err(MessageError::Missing { .. })));
    }

    #[test]
    fn added_messages_take_the_place_of_others() {
        let mut messages = messages("a = A\nb = B\n").expect("it is well formed");
        messages.add("own.ftl", "b = C\n").expect("it is well formed");
        let say = |key| messages.say(key, &FluentArgs::new());
        assert_eq!((say("a").as_deref(), say("b").as_deref()), (Ok("A"), Ok("C")));
        assert!(messages.add("own.ftl", "b").is_err());
    }
}
