//! What the program takes grows in a straight line with the programme: four times as many benefits take at most five times
//! as long to check, to build and to simulate a customer with, and come to a rule book at most five times as large. Time is
//! that of the processor, and a ratio of runs that are made in turns, not a limit, which would depend on the machine.
#![cfg(unix)]

use std::fs;
use std::time::Duration;

use measure::scale::{self, Shape};
use measure::timed;
use tests::site_gen;

/// The smaller programme: large enough that what every programme takes does not count.
const BENEFITS: usize = 200;
/// How much larger the larger one is.
const TIMES: usize = 4;
/// How much more it may take.
const MOST: u32 = 5;
/// How often a ratio that is too large is looked at again: the least of several runs is nearest to the work itself.
const ROUNDS: usize = 5;

const CUSTOMER: &str = "start = \"2026-03\"\nmonths = 12\n[every]\ndeposits = \"60万\"\nspend = 8000\n";

/// A programme on disk.
struct Subject {
    folder: tempfile::TempDir,
}

impl Subject {
    fn new(benefits: usize) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let shape = Shape { benefits: Some(benefits), ..Shape::default() };
        let files = scale::programme(&shape).expect("more than the sample has");
        scale::write(&files, &folder.path().join("content")).expect("the folder takes files");
        fs::write(folder.path().join("customer.toml"), CUSTOMER).expect("the folder takes files");
        Self { folder }
    }

    fn run(&self, arguments: &[&str]) {
        let run = site_gen::run_in(self.folder.path(), arguments);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }

    fn time(&self, arguments: &[&str]) -> Duration {
        let processor = || timed::children().expect("the system counts");
        let before = processor();
        self.run(arguments);
        processor().saturating_sub(before)
    }

    fn published(&self, path: &str) -> u64 {
        let file = self.folder.path().join("site").join(path);
        fs::metadata(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).len()
    }
}

/// All in one test: tests that run side by side would be counted as each other's children.
#[test]
fn a_programme_takes_time_and_room_that_grow_with_it() {
    let subjects = [BENEFITS, BENEFITS * TIMES].map(Subject::new);
    for arguments in [
        &["check", "--content", "content"][..],
        &["build", "--content", "content", "--out", "site", "--today", site_gen::TODAY],
        &["simulate", "customer.toml", "--content", "content"],
    ] {
        let mut least = [Duration::MAX; 2];
        for round in 1.. {
            for (subject, least) in subjects.iter().zip(&mut least) {
                if arguments[0] == "build" {
                    let _ = fs::remove_dir_all(subject.folder.path().join("site"));
                }
                *least = subject.time(arguments).min(*least);
            }
            if least[1] <= least[0] * MOST {
                break;
            }
            assert!(round < ROUNDS, "{}: {:?} grow to {:?}", arguments[0], least[0], least[1]);
        }
    }
    for path in ["data/rule-book.bin", "data/names.zh-CN.json", "sitemap.xml"] {
        let [small, large] = subjects.each_ref().map(|subject| subject.published(path));
        assert!(large <= small * u64::from(MOST), "{path}: {small} bytes grow to {large}");
    }
    // What every visitor loads does not grow with the programme at all.
    for path in ["index.html", "benefit/index.html", "compare/index.html", "simulator/index.html"] {
        let [small, large] = subjects.each_ref().map(|subject| subject.published(path));
        assert!(large <= small * 11 / 10, "{path}: {small} bytes grow to {large}");
    }
}
