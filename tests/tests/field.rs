//! What people ran into with other programs of this kind, as inputs: `field/NAME/content`, with what is expected in
//! `note.md`. What is right today is asserted. What is not yet right is listed with the reason, and fails as soon as
//! it comes right, so that the list stays true.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use scraper::{Html, Selector};
use serde_json::Value;
use tests::html::Published;
use tests::site_gen::{run, run_build};

/// What the program makes of an input.
struct Outcome {
    diagnostics: Vec<Diagnostic>,
    /// The site, if there was no error.
    site: Option<Published>,
}

struct Diagnostic {
    error: bool,
    code: String,
    /// File and line.
    place: String,
    /// Message and hint, as `check` prints them.
    text: String,
}

/// Whether an expectation is met today.
enum Today {
    Met,
    /// Not yet, and why.
    NotYet(&'static str),
}

use Today::{Met, NotYet};

struct Expectation {
    input: &'static str,
    what: &'static str,
    holds: fn(&Outcome) -> bool,
    today: Today,
}

const fn expect(
    input: &'static str,
    what: &'static str,
    holds: fn(&Outcome) -> bool,
    today: Today,
) -> Expectation {
    Expectation { input, what, holds, today }
}

impl Outcome {
    fn of(content: &Path) -> Self {
        let arguments = ["check", "--format", "json", "--lang", "en", "--content"].map(OsStr::new);
        let run = run(arguments.into_iter().chain([content.as_os_str()]));
        let printed: Value = serde_json::from_str(&run.stdout)
            .unwrap_or_else(|error| panic!("{}: {error}: {run:?}", content.display()));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let diagnostic = |found: &Value| Diagnostic {
            error: found["severity"] == "error",
            code: text(&found["code"]),
            place: format!("{}:{}", text(&found["file"]), found["line"]),
            text: format!("{} {}", text(&found["message"]), text(&found["hint"])),
        };
        let diagnostics: Vec<_> =
            printed["diagnostics"].as_array().expect("a list").iter().map(diagnostic).collect();
        let errors = diagnostics.iter().any(|found| found.error);
        assert_eq!(run.status, if errors { 2 } else { 0 }, "{}: {run:?}", content.display());
        let site = (!errors).then(|| {
            let dir = tempfile::tempdir().expect("a temporary folder");
            let out = dir.path().join("site");
            let built = run_build(content, &out);
            assert_eq!(built.status, 0, "{}: {built:?}", content.display());
            Published::read(&out)
        });
        Self { diagnostics, site }
    }

    fn builds(&self) -> bool {
        self.site.is_some()
    }

    fn has_error(&self, code: &str, place: &str) -> bool {
        self.diagnostics.iter().any(|found| found.error && found.code == code && found.place == place)
    }

    fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|found| found.error).count()
    }

    /// Whether something is said of a place that holds a text.
    fn says(&self, place: &str, part: &str) -> bool {
        self.diagnostics.iter().any(|found| found.place == place && found.text.contains(part))
    }

    fn page(&self, path: &str) -> &str {
        let site = self.site.as_ref().unwrap_or_else(|| panic!("no site, so no {path}"));
        let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path}"));
        std::str::from_utf8(bytes).expect("pages are UTF-8")
    }

    /// How many elements of a page match a selector.
    fn count(&self, path: &str, selector: &str) -> usize {
        let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        Html::parse_document(self.page(path)).select(&selector).count()
    }

    /// The text of a page's main part.
    fn text(&self, path: &str) -> String {
        let selector = Selector::parse("main").expect("a selector");
        let html = Html::parse_document(self.page(path));
        html.select(&selector).flat_map(|main| main.text()).collect()
    }

    /// Whether no id of a page stands twice.
    fn unique_ids(&self, path: &str) -> bool {
        let html = Html::parse_document(self.page(path));
        let selector = Selector::parse("[id]").expect("a selector");
        let mut seen = BTreeSet::new();
        html.select(&selector).all(|element| seen.insert(element.attr("id").map(str::to_owned)))
    }
}

const A: &str = "page/a/index.html";

const EXPECTATIONS: &[Expectation] = &[
    expect("cjk-emphasis", "it builds", Outcome::builds, Met),
    expect(
        "cjk-emphasis",
        "marks between spaces and Latin letters mean what CommonMark says",
        |outcome| {
            outcome.page(A).contains("英文 <strong>bold</strong> text and a ** b ** c stay as they are.")
        },
        Met,
    ),
    expect(
        "cjk-emphasis",
        "marks between Chinese punctuation and Chinese letters are emphasis",
        |outcome| outcome.text(A).matches("**").count() == 2 && !outcome.text(A).contains("~~"),
        NotYet("CommonMark's rule of flanking marks asks for spaces, which Chinese does not write"),
    ),
    expect(
        "cjk-emphasis",
        "check warns of marks that stay in the text",
        |outcome| !outcome.diagnostics.is_empty(),
        NotYet("bodies are not checked for marks that mark nothing"),
    ),
    expect("fallback-language", "it builds", Outcome::builds, Met),
    expect(
        "fallback-language",
        "the English page shows the Chinese words where there are no others",
        |outcome| outcome.text("en/page/a/index.html").contains("只有中文的正文。"),
        Met,
    ),
    expect(
        "fallback-language",
        "the Chinese body of an English page is marked as Chinese",
        |outcome| outcome.count("en/page/a/index.html", "main [lang='zh-CN']") > 0,
        NotYet("views do not say in which language a fallback is"),
    ),
    expect("faq-about-tier", "it builds", Outcome::builds, Met),
    expect(
        "faq-about-tier",
        "the question is on the page of questions",
        |outcome| outcome.text("faq/index.html").contains("金卡怎样保住？"),
        Met,
    ),
    expect(
        "faq-about-tier",
        "the tier that a question is about shows it",
        |outcome| outcome.text("tier/gold/index.html").contains("金卡怎样保住？"),
        NotYet("only benefits show the questions about them"),
    ),
    expect(
        "faq-about-tier",
        "the segment that a question is about shows it",
        |outcome| outcome.text("segment/young/index.html").contains("金卡怎样保住？"),
        NotYet("only benefits show the questions about them"),
    ),
    expect("footnotes", "it builds", Outcome::builds, Met),
    expect(
        "footnotes",
        "the notes are on the page",
        |outcome| ["主。", "带空格。", "菜单。"].iter().all(|note| outcome.text(A).contains(note)),
        Met,
    ),
    expect(
        "footnotes",
        "notes of two questions do not share an id",
        |outcome| outcome.unique_ids("faq/index.html"),
        NotYet("a footnote's id is its label, on a page with several bodies, too"),
    ),
    expect(
        "footnotes",
        "a note's id is none of the theme's",
        |outcome| outcome.unique_ids(A),
        NotYet("a footnote's id is its label as it is"),
    ),
    expect(
        "footnotes",
        "no id holds a space",
        |outcome| outcome.count(A, "[id*=' ']") == 0,
        NotYet("a footnote's id is its label as it is"),
    ),
    expect(
        "footnotes",
        "a mark without a note is warned about",
        |outcome| outcome.says("pages/a.md:5", "nope"),
        NotYet("footnotes are not checked"),
    ),
    expect("heading-anchors", "it builds", Outcome::builds, Met),
    expect(
        "heading-anchors",
        "headings that say the same have ids of their own",
        |outcome| ["积分怎么算", "积分怎么算-1"].iter().all(|id| outcome.count(A, &format!("#{id}")) == 1),
        NotYet("headings of bodies have no ids"),
    ),
    expect(
        "heading-anchors",
        "an id written in HTML is kept",
        |outcome| outcome.count(A, "#own") == 1,
        NotYet("the cleaning of HTML removes ids"),
    ),
    expect(
        "live-value-places",
        "a live value that is none is an error",
        |outcome| outcome.diagnostics.iter().any(|found| found.error && found.place == "pages/a.md:8"),
        Met,
    ),
    expect(
        "live-value-places",
        "escaped braces are no live value",
        Outcome::builds,
        NotYet("live values are looked for in the text after escapes are resolved"),
    ),
    expect(
        "messages/key-after-table",
        "one error, at the key",
        |outcome| outcome.errors() == 1 && outcome.has_error("unknown-key", "benefits/c.md:8"),
        Met,
    ),
    expect(
        "messages/key-after-table",
        "the hint is to put the key above the table",
        |outcome| outcome.says("benefits/c.md:8", "above"),
        NotYet("the reader of a table does not know the keys of the table around it"),
    ),
    expect("messages/thousands-bare", "it is an error", |outcome| outcome.errors() > 0, Met),
    expect(
        "messages/thousands-bare",
        "the hint names a way to write thousands",
        |outcome| outcome.says("tiers/gold.md:5", "50万"),
        NotYet("the parser's own message is shown"),
    ),
    expect(
        "messages/upper-case-ending",
        "the file is warned about",
        |outcome| outcome.diagnostics.iter().any(|found| found.code == "stray-file"),
        Met,
    ),
    expect(
        "messages/upper-case-ending",
        "the ending is named",
        |outcome| outcome.diagnostics.iter().any(|found| found.text.contains("gold.md")),
        NotYet("endings are compared letter by letter"),
    ),
    expect("messages/yes-in-chinese", "it is an error", |outcome| outcome.errors() > 0, Met),
    expect(
        "messages/yes-in-chinese",
        "the hint is true or false",
        |outcome| outcome.says("tiers/gold.md:5", "true"),
        NotYet("a bare word is taken for a text without quotation marks, whatever the key takes"),
    ),
    expect("raw-html-images-links", "it builds", Outcome::builds, Met),
    expect(
        "raw-html-images-links",
        "a link that would run a script is removed",
        |outcome| !outcome.page(A).contains("javascript:"),
        Met,
    ),
    expect(
        "raw-html-images-links",
        "images of other sites are errors in HTML, too",
        |outcome| !outcome.builds(),
        NotYet("addresses in HTML are not looked at"),
    ),
];

fn root() -> PathBuf {
    tests::root().join("tests/field")
}

/// The name of every folder that has a `note.md`.
fn inputs(folder: &Path, name: &str) -> BTreeSet<String> {
    if folder.join("note.md").is_file() {
        return BTreeSet::from([name.to_owned()]);
    }
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let below = entries.map(|entry| entry.expect("a folder that can be read").path());
    below
        .filter(|path| path.is_dir())
        .flat_map(|path| {
            let own = path.file_name().and_then(OsStr::to_str).expect("a name of ours");
            let name = if name.is_empty() { own.to_owned() } else { format!("{name}/{own}") };
            inputs(&path, &name)
        })
        .collect()
}

#[test]
fn every_input_has_an_expectation() {
    let named: BTreeSet<String> =
        EXPECTATIONS.iter().map(|expectation| expectation.input.to_owned()).collect();
    assert_eq!(inputs(&root(), ""), named);
}

#[test]
fn what_is_right_stays_right_and_the_list_of_what_is_not_is_true() {
    let mut wrong = Vec::new();
    for input in inputs(&root(), "") {
        let outcome = Outcome::of(&root().join(&input).join("content"));
        for expectation in EXPECTATIONS.iter().filter(|expectation| expectation.input == input) {
            match (&expectation.today, (expectation.holds)(&outcome)) {
                (Met, true) | (NotYet(_), false) => {}
                (Met, false) => wrong.push(format!("{input}: no longer so: {}", expectation.what)),
                (NotYet(why), true) => {
                    wrong.push(format!("{input}: so by now, list it as met: {} ({why})", expectation.what));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
