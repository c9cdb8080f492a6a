//! Mistakes made everywhere in the base by rule: every key misspelt, every value of another type, every key and
//! every character left out, bytes thrown in at random. One mistake is one error at most, and nothing panics.

use std::fmt::Write;
use std::ops::Range;

use site_gen::diagnostics::Severity;
use toml::de::{DeTable, DeValue};

use super::base::{Base, CUSTOMERS};
use super::{case, shown};

/// Of so many characters, one is left out. All of them take minutes.
const SAMPLE: usize = 29;

/// A key of the base with its value.
struct Key {
    file: String,
    /// The keys from the top of the file down to this one.
    path: Vec<String>,
    name: Range<usize>,
    value: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Scalar,
    List,
    /// In braces.
    Inline,
    /// Under a header.
    Section,
}

/// What came of a change: the place and code of each error. A wrong rule may make several figures of an example
/// differ, each of which is reported: here that counts as one.
fn errors(base: &Base, file: &str) -> Vec<String> {
    let (found, sources) = if CUSTOMERS.contains(&file) { base.check_customer(file) } else { base.check() };
    // What is found can be shown.
    let (_, _) = (shown::plain(&found, &sources), shown::human(&found, &sources, "zh"));
    let mut errors: Vec<_> = (found.sorted().into_iter())
        .filter(|found| found.severity() == Severity::Error)
        .map(|found| format!("{} {}", case::place(found, &sources, false), found.message.code()))
        .collect();
    let mut differs = false;
    errors.retain(|error| !error.ends_with("example-differs") || !std::mem::replace(&mut differs, true));
    errors
}

fn replaced(base: &Base, file: &str, range: Range<usize>, by: &[u8]) -> Base {
    let mut base = base.clone();
    let bytes = base.files.get_mut(file).expect("a file of the base");
    bytes.splice(range, by.iter().copied());
    base
}

/// Every key of every file but JSON.
fn keys(base: &Base) -> Vec<Key> {
    let mut keys = Vec::new();
    for (file, bytes) in &base.files {
        let text = std::str::from_utf8(bytes).expect("the base is UTF-8");
        let front = match file.rsplit_once('.') {
            Some((_, "toml")) => 0..text.len(),
            Some((_, "md")) => 4..4 + text[4..].find("+++").expect("front matter"),
            _ => continue,
        };
        let table = DeTable::parse(&text[front.clone()]).unwrap_or_else(|error| panic!("{file}: {error}"));
        collect(file, text, front.start, &[], table.get_ref(), &mut keys);
    }
    assert!(keys.len() > 250, "only {} keys", keys.len());
    keys
}

fn collect(file: &str, text: &str, start: usize, path: &[String], table: &DeTable<'_>, keys: &mut Vec<Key>) {
    // A draft is as if it were not there.
    if table.get("draft").is_some_and(|draft| draft.get_ref().as_bool() == Some(true)) {
        return;
    }
    for (key, value) in table {
        let shifted = |range: Range<usize>| range.start + start..range.end + start;
        let path = [path, &[key.get_ref().to_string()]].concat();
        let (at, span) = (shifted(key.span()), shifted(value.span()));
        let opens = |c: char| text[span.clone()].starts_with(c);
        let kind = match value.get_ref() {
            DeValue::String(_) => Kind::Text,
            DeValue::Array(_) if text[..at.start].ends_with('[') => Kind::Section,
            DeValue::Array(_) => Kind::List,
            DeValue::Table(_) if opens('{') => Kind::Inline,
            DeValue::Table(_) => Kind::Section,
            _ => Kind::Scalar,
        };
        let known = Key { file: file.to_owned(), path: path.clone(), name: at, value: span, kind };
        keys.push(known);
        descend(file, text, start, &path, value.get_ref(), keys);
    }
}

fn descend(file: &str, text: &str, start: usize, path: &[String], value: &DeValue<'_>, keys: &mut Vec<Key>) {
    match value {
        DeValue::Table(inner) => collect(file, text, start, path, inner, keys),
        DeValue::Array(array) => {
            for value in array {
                descend(file, text, start, path, value.get_ref(), keys);
            }
        }
        _ => {}
    }
}

impl Key {
    /// Whether it declares an id that other files name: to change it is a mistake for each of them.
    fn declares(&self) -> bool {
        const TABLES: [&str; 6] = ["metrics.", "currencies.", "categories.", "earn.", "pools.", "glossary."];
        let file = self.file.rsplit_once('/').filter(|_| self.file.starts_with("versions/"));
        let file = file.map_or(&*self.file, |(_, file)| file);
        self.path.len() == 1 && TABLES.iter().any(|table| file.starts_with(table))
    }

    fn describe(&self, base: &Base) -> String {
        let before = String::from_utf8_lossy(&base.files[&self.file][..self.name.start]);
        format!("{}:{} {}", self.file, before.matches('\n').count() + 1, self.path.join("."))
    }
}

#[test]
fn every_misspelt_key_is_one_error() {
    let base = Base::read();
    let mut wrong = String::new();
    for key in keys(&base).iter().filter(|key| !key.declares()) {
        let told = errors(&replaced(&base, &key.file, key.name.end..key.name.end, b"x"), &key.file);
        let one = told.len() == 1
            && ["unknown-key", "unknown-id", "bad-month"].iter().any(|code| told[0].ends_with(code))
            && told[0].starts_with(&key.file);
        if !one {
            writeln!(wrong, "{}: {told:?}", key.describe(&base)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_misspelt_declaration_is_one_error_at_most() {
    let base = Base::read();
    let mut wrong = String::new();
    let keys = keys(&base);
    let declared: Vec<_> = keys.iter().filter(|key| key.declares()).collect();
    assert!(declared.len() > 20, "only {} declarations", declared.len());
    for key in declared {
        let told = errors(&replaced(&base, &key.file, key.name.end..key.name.end, b"x"), &key.file);
        if told.len() > 1 {
            writeln!(wrong, "{}: {told:?}", key.describe(&base)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_value_of_another_type_is_one_error() {
    let base = Base::read();
    let mut wrong = String::new();
    for key in keys(&base).iter().filter(|key| key.kind != Kind::Section) {
        let other = match key.kind {
            Kind::Text | Kind::Scalar => "[]",
            _ => "true",
        };
        let told = errors(&replaced(&base, &key.file, key.value.clone(), other.as_bytes()), &key.file);
        let expected = ["wrong-type", "rule-in-translation", "example-differs"];
        let one = told.len() == 1 && expected.iter().any(|code| told[0].ends_with(code));
        if !one {
            writeln!(wrong, "{}: {told:?}", key.describe(&base)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_key_left_out_is_one_error_at_most() {
    let base = Base::read();
    let mut wrong = String::new();
    for key in keys(&base).iter().filter(|key| key.kind != Kind::Section && !key.declares()) {
        let text = std::str::from_utf8(&base.files[&key.file]).expect("the base is UTF-8");
        let after = text[key.value.end..].strip_prefix(", ").map_or(0, |_| 2);
        let before = if after == 0 && text[..key.name.start].ends_with(", ") { 2 } else { 0 };
        let range = key.name.start - before..key.value.end + after;
        let told = errors(&replaced(&base, &key.file, range, b""), &key.file);
        if told.len() > 1 {
            writeln!(wrong, "{}: {told:?}", key.describe(&base)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_misspelt_word_is_one_error_at_most() {
    let base = Base::read();
    let mut wrong = String::new();
    for (file, bytes) in &base.files {
        let text = std::str::from_utf8(bytes).expect("the base is UTF-8");
        for (at, _) in text.match_indices('"').skip(1).step_by(2) {
            let told = errors(&replaced(&base, file, at..at, b"x"), file);
            if told.len() > 1 {
                writeln!(wrong, "{file} at {at}: {told:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn characters_left_out_are_one_error_at_most() {
    let base = Base::read();
    let mut wrong = String::new();
    for (file, bytes) in &base.files {
        let text = std::str::from_utf8(bytes).expect("the base is UTF-8");
        for (at, c) in text.char_indices().skip(seed(file)).step_by(SAMPLE) {
            let told = errors(&replaced(&base, file, at..at + c.len_utf8(), b""), file);
            if told.len() > 1 {
                let line = text[..at].matches('\n').count() + 1;
                let column = text[..at].chars().rev().take_while(|c| *c != '\n').count() + 1;
                writeln!(wrong, "{file}:{line}:{column} {c:?}: {told:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Another start in each file, always the same.
fn seed(file: &str) -> usize {
    file.bytes().map(usize::from).sum::<usize>() % SAMPLE
}

/// Bytes thrown in at random are mistakes or none, but nothing panics.
#[test]
fn nothing_panics_at_random_bytes() {
    let base = Base::read();
    let files: Vec<&String> = base.files.keys().collect();
    let mut random = Random(20_260_101);
    for _ in 0..600 {
        let file = files[random.below(files.len())];
        let mut broken = base.clone();
        for _ in 0..=random.below(3) {
            let length = broken.files[file].len();
            let at = random.below(length + 1);
            let end = (at + random.below(6)).min(length);
            let piece = PIECES[random.below(PIECES.len())];
            broken = replaced(&broken, file, at..end, piece);
        }
        if CUSTOMERS.contains(&file.as_str()) || !broken.files[file].is_empty() {
            errors(&broken, file);
        }
    }
}

/// What breaks things, or joins them anew.
const PIECES: &[&[u8]] = &[
    b"",
    b"\0",
    b"\xff",
    b"\xe9\x87",
    b"\n",
    b"\r",
    b"\r\n",
    b"\"",
    b"\"\"\"",
    b"'",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"}",
    b"{{",
    b"}}",
    b"=",
    b".",
    b",",
    b"#",
    b"+++",
    b"+++\n",
    b"-",
    b"0",
    b"99999999999999999999",
    b"1e999",
    b"-1",
    b"inf",
    b"2026-02-30",
    b"2026-12",
    b"true",
    b"gold",
    b"aum",
    b"removed = true\n",
    b"draft = true\n",
    b"\\",
    b"|",
    b"](",
    b"<script>",
    b"[^1]:",
    b"\xef\xbb\xbf",
    "，".as_bytes(),
    "万".as_bytes(),
    "\u{1f600}".as_bytes(),
    "\u{202e}".as_bytes(),
];

/// A generator of numbers that look random, the same in each run: splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % most.max(1) as u64).expect("below a usize")
    }
}

/// Whatever is large or deep is a mistake, or fine: nothing panics, overflows the stack or takes minutes.
#[test]
fn nothing_is_too_much() {
    let base = Base::read();
    let many = |piece: &str| piece.repeat(20_000);
    let tables = (0..5_000).map(|at| format!("[m{at}]\nname = ")).collect::<Vec<_>>().join("\n");
    let tomls = [
        String::new(),
        many("["),
        many("]"),
        many("{"),
        format!("a = {}", many("[")),
        format!("a = {}", many("{ not = ")),
        format!("a = {}{}", many("["), many("]")),
        format!("[{}a]", many("a.")),
        format!("{}a = 1", many("a.")),
        "[a]\n".repeat(5_000),
        "[[a]]\n".repeat(5_000),
        many("a = 1\n"),
        many("\""),
        many("\"\"\""),
        many("'"),
        many("="),
        many(","),
        many("\0"),
        many("\r"),
        many("，"),
        format!("a = {}", many("9")),
        format!("a = 0.{}", many("9")),
        format!("a = \"{}万\"", many("9")),
        format!("[a]\ninput = \"{}\"", many("长")),
        format!("[{}]\ninput = \"flow\"", many("a")),
        tables,
    ];
    let bodies = ["{{ ", "{{ a }}\n", "[", "![](", "*", "> ", "| a ", "<div>", "[^1]: ", "&amp;", "`", "- "];
    let check = |file: &str, text: String| {
        let mut broken = base.clone();
        broken.files.insert(file.to_owned(), text.into_bytes());
        errors(&broken, file);
    };
    for text in tomls {
        check("customer.toml", text.clone());
        check("customer.json", text.clone());
        check("programme.toml", text.clone());
        check("tiers/gold.md", format!("+++\n{text}\n+++\n"));
        check("metrics.toml", text);
    }
    for body in bodies {
        check("tiers/gold.md", format!("+++\nrank = 3\n+++\n{}", body.repeat(3_000)));
        check("pages/contact.md", format!("+++\ntitle = \"x\"\n+++\n{}", body.repeat(3_000)));
    }
}
