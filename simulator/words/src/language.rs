//! The languages that are spoken, and how a message of one becomes a text.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rulebook::Number;
use unic_langid::LanguageIdentifier;

use crate::digits::{Digits, NumberFormat, Scale};

/// Every language: its words and its way of writing numbers. The first of a language also stands for those of its
/// regions that are not here; the last stands for all others.
static LOCALES: [Locale; 2] = [
    Locale {
        tag: "zh-CN",
        messages: include_str!("../locales/zh-CN.ftl"),
        numbers: NumberFormat {
            group: ",",
            point: ".",
            scales: &[
                Scale { power: 8, word: "亿", decimals: 2 },
                Scale { power: 4, word: "万", decimals: 0 },
            ],
        },
    },
    Locale {
        tag: "en",
        messages: include_str!("../locales/en.ftl"),
        numbers: NumberFormat { group: ",", point: ".", scales: &[] },
    },
];

/// Opens and closes what Fluent filled in; see [`spaced`].
const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A language with its messages parsed. To be made once and kept.
pub struct Language {
    locale: &'static Locale,
    bundle: FluentBundle<FluentResource>,
}

/// A language as it is compiled in.
struct Locale {
    tag: &'static str,
    messages: &'static str,
    numbers: NumberFormat,
}

/// A message that is about to be said, with what is filled in.
pub struct Saying<'a> {
    language: &'a Language,
    key: &'static str,
    args: FluentArgs<'a>,
}

impl Language {
    /// The language of a tag (BCP 47), else one of the same language, else English.
    pub fn of(tag: &str) -> Self {
        let locale = nearest(tag);
        // What is compiled in has no mistakes (a test sees to it), and what can be read of it is used anyway.
        let resource = FluentResource::try_new(locale.messages.to_owned()).unwrap_or_else(|(read, _)| read);
        let tag = locale.tag.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.add_resource_overriding(resource);
        Self { locale, bundle }
    }

    /// The tags of all languages.
    pub fn tags() -> impl Iterator<Item = &'static str> {
        LOCALES.iter().map(|locale| locale.tag)
    }

    /// Its tag.
    pub fn tag(&self) -> &'static str {
        self.locale.tag
    }

    pub(crate) fn numbers(&self) -> &'static NumberFormat {
        &self.locale.numbers
    }

    /// The same language with more messages, a Fluent file, for those who say things of their own beside the
    /// rules: the simulator. Where both have a key, the new message takes its place.
    #[must_use]
    pub fn with_messages(mut self, messages: &str) -> Self {
        let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(read, _)| read);
        self.bundle.add_resource_overriding(resource);
        self
    }

    /// A message by its key, which is said itself if there is no such message.
    pub fn message(&self, key: &'static str) -> Saying<'_> {
        Saying { language: self, key, args: FluentArgs::new() }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        match self.bundle.get_message(key).and_then(|message| message.value()) {
            Some(pattern) => self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned(),
            None => key.to_owned(),
        }
    }
}

impl Saying<'_> {
    /// Fills in a text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.args.set(name, FluentValue::String(text.into().into()));
        self
    }

    /// Fills in a count: as `count`, to choose a form, and as `n`, to be shown.
    #[must_use]
    pub fn count(self, count: u32) -> Self {
        self.number(Number::from(count))
    }

    /// The same for a number, which chooses a form only if it is a small whole one.
    #[must_use]
    pub fn number(mut self, number: Number) -> Self {
        let chooses = match number.to_string().parse::<u32>() {
            Ok(count) => FluentValue::from(count),
            Err(_) => FluentValue::from("many"),
        };
        self.args.set("count", chooses);
        let text = Digits::of(number).write(self.language.numbers());
        self.with("n", text)
    }

    /// Fills in a number that only chooses a form.
    #[must_use]
    pub fn choice(mut self, name: &'static str, count: u32) -> Self {
        self.args.set(name, FluentValue::from(count));
        self
    }

    /// The text.
    pub fn say(self) -> String {
        spaced(&self.language.format(self.key, &self.args))
    }

    /// The text, without spaces between what was filled in and what stands around it: for dates.
    pub fn say_tight(self) -> String {
        self.language.format(self.key, &self.args).replace(MARKS, "")
    }
}

fn nearest(tag: &str) -> &'static Locale {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let whole = |locale: &&Locale| locale.tag.eq_ignore_ascii_case(tag);
    let same = |locale: &&Locale| language(locale.tag) == language(tag);
    LOCALES.iter().find(whole).or_else(|| LOCALES.iter().find(same)).unwrap_or(&LOCALES[LOCALES.len() - 1])
}

/// Sets a space where Chinese characters meet Latin letters or digits at an edge of what was filled in, as Chinese
/// typography asks for: 每年 2 次, but a name that the author wrote stays as it is. Fluent's isolation marks show
/// the edges; none of them is left.
fn spaced(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    let mut last = None;
    let mut edge = false;
    for c in marked.chars() {
        if MARKS.contains(&c) {
            edge = true;
            continue;
        }
        if edge && last.is_some_and(|last| meet(last, c)) {
            text.push(' ');
        }
        text.push(c);
        (last, edge) = (Some(c), false);
    }
    text
}

fn meet(left: char, right: char) -> bool {
    let han =
        |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    let latin = |c: char| c.is_alphanumeric() && !han(c) && !('\u{2e80}'..='\u{d7ff}').contains(&c);
    (han(left) && (latin(right) || right == '-')) || ((latin(left) || left == '%') && han(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_not_there_is_replaced_by_the_nearest() {
        for (asked, given) in [
            ("zh-CN", "zh-CN"),
            ("ZH-cn", "zh-CN"),
            ("zh-HK", "zh-CN"),
            ("zh", "zh-CN"),
            ("en-GB", "en"),
            ("fr", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::of(asked).tag(), given, "{asked}");
        }
    }

    #[test]
    fn spaces_stand_at_the_edges_of_what_was_filled_in() {
        assert_eq!(spaced("达到\u{2068}300\u{2069}\u{2068}万\u{2069}元"), "达到 300 万元");
        assert_eq!(spaced("达到\u{2068}3\u{2069}\u{2068}\u{2069}元"), "达到 3 元");
        assert_eq!(spaced("购买\u{2068}5G套餐\u{2069}，即可"), "购买 5G套餐，即可");
        assert_eq!(spaced("（\u{2068}20%\u{2069}）"), "（20%）");
    }
}
