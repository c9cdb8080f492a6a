//! The languages that are spoken, and how a message of one becomes a text.

use std::collections::HashMap;
use std::sync::{OnceLock, RwLock};

use rulebook::Number;
use rulebook::model::Extent;

use crate::digits::{Digits, NumberFormat, Scale};
use crate::messages::{Edges, FluentArgs, FluentValue, MessageError, Messages};

/// Every language: its words and its way of writing numbers. Which one stands for a tag that is not here says
/// [`closest`]; the last stands for all others.
static LOCALES: [Locale; 3] = [
    Locale {
        tag: "zh-CN",
        messages: include_str!("../locales/zh-CN.ftl"),
        own: |own| own.simplified,
        numbers: NumberFormat {
            group: ",",
            point: ".",
            scales: &[
                Scale { power: 8, word: "亿", decimals: 2 },
                Scale { power: 4, word: "万", decimals: 0 },
            ],
        },
        measures: &[
            ("笔数", "笔"),
            ("次数", "次"),
            ("天数", "天"),
            ("人数", "人"),
            ("户数", "户"),
            ("张数", "张"),
            ("件数", "件"),
            ("个数", "个"),
            ("项数", "项"),
            ("份数", "份"),
            ("期数", "期"),
            ("类数", "类"),
            ("种数", "种"),
            ("分数", "分"),
            ("月数", "个月"),
            ("种类", "种"),
            ("分", "分"),
        ],
        plural: "",
        alike: &[],
    },
    Locale {
        tag: "zh-TW",
        messages: include_str!("../locales/zh-TW.ftl"),
        own: |own| own.traditional,
        numbers: NumberFormat {
            group: ",",
            point: ".",
            scales: &[
                Scale { power: 8, word: "億", decimals: 2 },
                Scale { power: 4, word: "萬", decimals: 0 },
            ],
        },
        measures: &[
            ("筆數", "筆"),
            ("次數", "次"),
            ("天數", "天"),
            ("人數", "人"),
            ("戶數", "戶"),
            ("張數", "張"),
            ("件數", "件"),
            ("個數", "個"),
            ("項數", "項"),
            ("份數", "份"),
            ("期數", "期"),
            ("類數", "類"),
            ("種數", "種"),
            ("分數", "分"),
            ("月數", "個月"),
            ("種類", "種"),
            ("分", "分"),
        ],
        plural: "",
        alike: &[],
    },
    Locale {
        tag: "en",
        messages: include_str!("../locales/en.ftl"),
        own: |own| own.english,
        numbers: NumberFormat { group: ",", point: ".", scales: &[] },
        measures: &[],
        plural: "s",
        alike: &["ss", "us", "is", "os", "ies"],
    },
];

/// A language with its messages parsed. To be made once and kept.
pub struct Language {
    locale: &'static Locale,
    messages: Messages,
    /// The first message that could not be said.
    unsaid: OnceLock<MessageError>,
    /// What has been said of extents, by the currency in which a rule book's amounts are: a programme grants the same few over
    /// and over.
    pub(crate) extents: RwLock<HashMap<String, HashMap<Extent, String>>>,
}

/// Messages of a crate's own, one Fluent file for each language of this crate.
#[derive(Clone, Copy, Debug)]
pub struct OwnMessages {
    /// `zh-CN`
    pub simplified: &'static str,
    /// `zh-TW`
    pub traditional: &'static str,
    /// `en`
    pub english: &'static str,
}

/// A language as it is compiled in.
struct Locale {
    tag: &'static str,
    messages: &'static str,
    /// Which of a crate's own messages are in this language.
    own: fn(&OwnMessages) -> &'static str,
    numbers: NumberFormat,
    /// What names of counts end in, and the measure word that such a count takes; the longer endings first.
    measures: &'static [(&'static str, &'static str)],
    /// What a name of many ends in; one of them is named without it, unless its name ends in one of `alike`.
    plural: &'static str,
    /// Endings of names that are the same for one and many.
    alike: &'static [&'static str],
}

/// A message that is about to be said, with what is filled in.
pub struct Saying<'a> {
    language: &'a Language,
    key: &'static str,
    args: FluentArgs<'a>,
}

impl Language {
    /// The language of a tag (BCP 47), else the [`closest`], else English.
    pub fn of(tag: &str) -> Self {
        let locale = nearest(tag);
        let file = format!("locales/{}.ftl", locale.tag);
        let messages = Messages::parse(&file, locale.tag, locale.messages, Edges::Marked);
        let messages = messages.unwrap_or_else(|error| panic!("{error}, though a test reads it"));
        Self { locale, messages, unsaid: OnceLock::new(), extents: RwLock::default() }
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

    /// The measure word for a count by its name; empty where there is none.
    pub(crate) fn measure(&self, name: &str) -> &'static str {
        let found = self.locale.measures.iter().find(|(ending, _)| name.ends_with(ending));
        found.map_or("", |(_, measure)| measure)
    }

    /// What one is called of something that authors name for many: `Point` of `Points`. A name that is not formed
    /// by the rule stays as it is.
    pub(crate) fn one_of<'n>(&self, name: &'n str) -> &'n str {
        let is_alike = self.locale.alike.iter().any(|ending| name.ends_with(ending));
        if is_alike { name } else { name.strip_suffix(self.locale.plural).unwrap_or(name) }
    }

    /// This language with a caller's own messages beside those about rules: the simulator's, the command line's. Where both
    /// have a key, the caller's message takes the place of the other.
    ///
    /// # Panics
    ///
    /// If the messages are malformed: they are compiled in.
    #[must_use]
    pub fn with_messages(mut self, own: &OwnMessages) -> Self {
        let file = format!("own messages in {}", self.locale.tag);
        let added = self.messages.add(&file, (self.locale.own)(own));
        added.unwrap_or_else(|error| panic!("{error}"));
        self
    }

    /// A message by its key.
    pub fn message(&self, key: &'static str) -> Saying<'_> {
        Saying { language: self, key, args: FluentArgs::new() }
    }

    /// The first message that could not be said since this language was made: it was not there, or was not given an
    /// argument. In its place stood its key. That is a mistake in the code, at which tests stop: with debug assertions it
    /// is a panic.
    pub fn unsaid(&self) -> Option<&MessageError> {
        self.unsaid.get()
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.messages.say(key, args).unwrap_or_else(|error| {
            debug_assert!(false, "{error}");
            self.unsaid.get_or_init(|| error);
            key.to_owned()
        })
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

    /// Fills in a number: as `count`, to choose a form if it is a small whole one, and as `n`, to be shown.
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
        self.language.format(self.key, &self.args).replace(Edges::MARKS, "")
    }
}

fn nearest(tag: &str) -> &'static Locale {
    let found = closest(tag, Language::tags());
    let locale = LOCALES.iter().find(|locale| Some(locale.tag) == found);
    locale.unwrap_or(&LOCALES[LOCALES.len() - 1])
}

/// Which of the tags that there are comes closest to one that is asked for (BCP 47; letters in either case, `_` as
/// well as `-`): itself, else one of its language in its script, else one of its language. Of several that are as
/// close, the first.
///
/// Chinese is written in two scripts: `zh-HK`, `zh-MO` and `zh-Hant` are read by who reads `zh-TW`, and all other
/// Chinese by who reads `zh-CN`.
pub fn closest<'a>(asked: &str, there: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let asked = normal(asked);
    let mut found: Option<(u8, &str)> = None;
    for tag in there {
        let other = normal(tag);
        let closeness = match () {
            () if other == asked => 3,
            () if language(&other) != language(&asked) => continue,
            () if is_traditional(&other) == is_traditional(&asked) => 2,
            () => 1,
        };
        if found.is_none_or(|(best, _)| closeness > best) {
            found = Some((closeness, tag));
        }
    }
    found.map(|(_, tag)| tag)
}

/// A tag without what follows the language of an environment: `zh_TW.UTF-8`, `de_DE@euro`.
fn normal(tag: &str) -> String {
    let tag = tag.split(['.', '@']).next().unwrap_or_default();
    tag.replace('_', "-").to_ascii_lowercase()
}

fn language(normal: &str) -> &str {
    normal.split('-').next().unwrap_or_default()
}

/// Whether Chinese is written in its traditional characters: as its script says, else its region.
fn is_traditional(normal: &str) -> bool {
    let mut parts = normal.split('-').skip(1);
    let script = normal.split('-').skip(1).find(|part| matches!(*part, "hans" | "hant"));
    match script {
        Some(script) => script == "hant",
        None => language(normal) == "zh" && parts.any(|part| matches!(part, "tw" | "hk" | "mo")),
    }
}

/// Sets a space where Chinese characters meet Latin letters or digits at an edge of what was filled in, as Chinese
/// typography asks for: 每年 2 次, but a name that the author wrote stays as it is. Fluent's isolation marks show
/// the edges; none of them is left.
fn spaced(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    let mut last = None;
    let mut edge = false;
    for c in marked.chars() {
        if Edges::MARKS.contains(&c) {
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
            ("zh", "zh-CN"),
            ("zh-SG", "zh-CN"),
            ("zh-Hans", "zh-CN"),
            ("zh-Hans-HK", "zh-CN"),
            ("zh-TW", "zh-TW"),
            ("zh_TW.UTF-8", "zh-TW"),
            ("zh-HK", "zh-TW"),
            ("zh-MO", "zh-TW"),
            ("zh-Hant", "zh-TW"),
            ("zh-Hant-SG", "zh-TW"),
            ("en-US", "en"),
            ("en-GB", "en"),
            ("fr", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::of(asked).tag(), given, "{asked}");
        }
    }

    #[test]
    fn what_is_closest_depends_on_what_there_is() {
        assert_eq!(closest("zh-HK", ["en", "zh-CN"]), Some("zh-CN"));
        assert_eq!(closest("zh-HK", ["zh-CN", "zh-TW", "zh-hk"]), Some("zh-hk"));
        assert_eq!(closest("en", ["en-GB", "en-US"]), Some("en-GB"));
        assert_eq!(closest("fr", ["en", "zh-CN"]), None);
    }

    #[test]
    fn spaces_stand_at_the_edges_of_what_was_filled_in() {
        assert_eq!(spaced("达到\u{2068}300\u{2069}\u{2068}万\u{2069}元"), "达到 300 万元");
        assert_eq!(spaced("达到\u{2068}3\u{2069}\u{2068}\u{2069}元"), "达到 3 元");
        assert_eq!(spaced("购买\u{2068}5G套餐\u{2069}，即可"), "购买 5G套餐，即可");
        assert_eq!(spaced("（\u{2068}20%\u{2069}）"), "（20%）");
    }
}
