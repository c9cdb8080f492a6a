//! A whole rule book in words, compared with what is written down in `tests/said`, one file a language. After
//! reading what changed, `BLESS=1 cargo test -p words` writes it down anew.

mod common;

use std::fmt::Write as _;

use common::Book;
use rulebook::RuleBook;
use words::{Clause, Language, Names, Speaker};

#[test]
fn a_whole_rule_book_is_said_as_written_down() {
    for locale in Language::tags() {
        let said = whole(locale, &common::names(locale));
        let hidden = ["守灯人", "守燈人", "Keeper of the light"];
        assert!(hidden.iter().all(|name| !said.contains(name)), "a hidden task is named");
        common::compare_or_bless("said", locale, &said);
    }
}

#[test]
fn what_has_no_name_is_called_by_its_id() {
    let said = whole("en", &Names::new("en", ""));
    assert!(said.contains("aum-quarter of at least CNY 3,000,000"));
    assert!(!said.contains("lighthouse ") && said.contains("a hidden achievement"));
}

#[test]
fn the_rule_book_of_the_tests_can_be() {
    let book = RuleBook::new(Book::new().rules()).expect("no circle");
    RuleBook::from_wire(&book.to_wire()).expect("a rule book that can be");
}

/// All that can be said of the rule book.
fn whole(locale: &str, names: &Names) -> String {
    let (language, rules) = (Language::of(locale), Book::new().rules());
    let version = &rules.versions[0];
    let speaker = Speaker::new(&language, &rules, names);
    let mut text = String::new();
    let mut part = |kind: &str, id: &str, clauses: &[Clause]| {
        writeln!(text, "\n## {kind} {id}").expect("a string takes all");
        clauses.iter().for_each(|clause| print(&mut text, clause, 0));
        let whole = speaker.prose(clauses);
        writeln!(text, "= {whole}").expect("a string takes all");
    };
    for metric in &version.metrics {
        part("metric", speaker.id(metric.id), &[speaker.metric(version, metric)]);
    }
    for currency in &version.currencies {
        part("currency", speaker.id(currency.id), &speaker.currency(currency));
    }
    for rule in &version.earn {
        part("earn", speaker.id(rule.id), &speaker.earn(version, rule));
    }
    for tier in &version.ladder {
        part("tier", speaker.id(tier.id), &speaker.tier(version, tier));
    }
    for segment in &version.segments {
        part("segment", speaker.id(segment.id), &[speaker.segment(version, segment)]);
    }
    for task in &version.tasks {
        part("task", if task.hidden { "hidden" } else { speaker.id(task.id) }, &speaker.task(version, task));
    }
    for campaign in &version.campaigns {
        part("campaign", speaker.id(campaign.id), &speaker.campaign(version, campaign));
    }
    for benefit in &version.benefits {
        part("benefit", speaker.id(benefit.id), &speaker.benefit(version, benefit));
    }
    for reward in &version.rewards {
        part("reward", speaker.id(reward.id), &speaker.reward(version, reward));
    }
    writeln!(text, "\n## the rest").expect("a string takes all");
    let pools = version.pools.iter().map(|pool| speaker.pool(version, pool));
    let rest = [speaker.review_cadence(version)].into_iter().chain(speaker.household(version)).chain(pools);
    rest.for_each(|said| writeln!(text, "{said}").expect("a string takes all"));
    text
}

fn print(text: &mut String, clause: &Clause, depth: usize) {
    writeln!(text, "{:indent$}- {}", "", clause.text, indent = depth * 2).expect("a string takes all");
    clause.parts.iter().for_each(|part| print(text, part, depth + 1));
}
