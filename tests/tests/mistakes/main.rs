//! Mistakes in content: each of `tests/mistakes/` gives exactly one error, at its place, in words; and whatever is
//! done to a programme, nothing panics.

mod base;
mod case;
mod shown;
mod sweep;

use std::collections::BTreeSet;
use std::fmt::Write;

use base::Base;
use case::Case;
use site_gen::diagnostics::{Message, Severity};

/// Every mistake of the folder is reported once, at its place.
#[test]
fn each_mistake_is_one_error_at_its_place() {
    let base = Base::read();
    let cases = Case::all();
    assert!(cases.len() >= 160, "only {} mistakes", cases.len());
    let mut wrong = String::new();
    for case in &cases {
        if let Err(why) = case.check(&base) {
            writeln!(wrong, "{}: {why}\n", case.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The base itself has no mistake, and each code has one.
#[test]
fn each_message_has_a_mistake() {
    let base = Base::read();
    let (found, sources) = base.check();
    assert_eq!(found.count(), (0, 0), "{}", shown::plain(&found, &sources));
    for customer in base::CUSTOMERS {
        let (found, sources) = base.check_customer(customer);
        assert_eq!(found.count(), (0, 0), "{}", shown::plain(&found, &sources));
    }
    let mut told: BTreeSet<String> = Case::all().iter().map(|case| case.code().to_owned()).collect();
    told.extend(OF_ARGUMENTS.map(str::to_owned));
    told.extend(OF_LIMITS.map(str::to_owned));
    let untold: Vec<_> =
        Message::CODES.iter().map(|(code, _)| *code).filter(|code| !told.contains(*code)).collect();
    assert_eq!(untold, [""; 0], "messages without a mistake");
    let unknown: Vec<_> =
        told.iter().filter(|told| !Message::CODES.iter().any(|(code, _)| code == told)).collect();
    assert_eq!(unknown, [""; 0], "mistakes without a message");
}

/// Mistakes not in files but in what a command is asked.
const OF_ARGUMENTS: [&str; 3] = ["not-a-balance", "day-outside", "average-negative"];

/// Mistakes of programmes too large for this folder (site-gen's own tests make some), and one that the other checks
/// leave no content to make.
const OF_LIMITS: [&str; 4] = ["too-many-ids", "too-many-versions", "rules-too-large", "invalid-rule"];

/// What a person reads of some of them, in each language; `BLESS=1` writes it down anew.
#[test]
fn mistakes_are_shown_as_written_down() {
    let (base, cases) = (Base::read(), Case::all());
    for language in ["en", "zh-CN", "zh-TW"] {
        let mut text = String::new();
        for name in SHOWN {
            let case =
                cases.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no mistake {name}"));
            writeln!(text, "# {name}\n\n{}", case.shown(&base, language)).unwrap();
        }
        shown::compare_or_bless(&format!("shown.{language}.txt"), &text);
    }
}

/// One of each family, with what is hard to show well: Chinese before the column, related places, long lines.
const SHOWN: [&str; 14] = [
    "bodies/same-twice-second-wrong",
    "conditions/misspelt-bound",
    "customers/json-missing-comma",
    "decimals/separator",
    "examples/rule-disagrees",
    "files/not-utf8",
    "metrics/circle",
    "metrics/two-sources",
    "others/alias-twice",
    "syntax/wide-comma",
    "tiers/by-tier-through-a-segment",
    "tiers/unclosed-bracket",
    "translations/rule",
    "versions/bad-folder",
];

/// Mistakes in different files are all told in one run.
#[test]
fn all_mistakes_are_told_in_one_run() {
    let mut base = Base::read();
    let names = [
        "metrics/misspelt-key",
        "currencies/decimals-too-many",
        "tiers/unclosed-bracket",
        "benefits/unknown-category",
        "tasks/missing-when",
        "campaigns/ends-before-start",
        "rewards/price-not-a-number",
        "translations/rule",
        "versions/bad-folder",
    ];
    let cases = Case::all();
    let mut expected = BTreeSet::new();
    for name in names {
        let case = cases.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no mistake {name}"));
        let at = case.apply(&mut base).expect("a mistake that can be made");
        let start = match at.rsplit_once('-') {
            Some((start, end)) if end.matches(':').count() == 1 => start,
            _ => &at,
        };
        expected.insert(format!("{start} {}", case.code()));
    }
    let (found, sources) = base.check();
    let errors = found.sorted().into_iter().filter(|found| found.severity() == Severity::Error);
    let told: BTreeSet<String> = errors
        .map(|found| format!("{} {}", case::place(found, &sources, false), found.message.code()))
        .collect();
    assert_eq!(told, expected, "{}", shown::plain(&found, &sources));
}
