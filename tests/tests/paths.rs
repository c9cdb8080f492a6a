//! Ways up. Those of `conformance/paths` are worked out by hand, with plans, one rule in each. On programmes that mix
//! everything each way is sound and as short as can be, and none is missing that one input alone would give; what is
//! asked there is the full evaluation of a customer's file, never the search itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rulebook::model::{MetricSource, Unit};
use rulebook::{
    Change, Customer, Inputs, MetricId, Month, MonthResult, Number, Obstacle, PathOption, RuleBook, TierId,
    Today, Value,
};
use serde_json::{Value as Json, json};
use site_gen::catalogue::customer;
use site_gen::diagnostics::Diagnostics;
use site_gen::programme::Programme;

/// How many months are looked at.
const HORIZON: i32 = 24;

/// A customer of a programme.
struct Case {
    name: String,
    book: RuleBook,
    customer: Customer,
}

impl Case {
    /// The months after the customer's last, with inputs changed from then on; fewer if the run ends in an error.
    fn after(&self, changes: &Inputs, until: Month) -> Vec<MonthResult> {
        let last = self.last();
        let mut customer = self.customer.clone();
        customer.month.retain(|month, _| *month <= last);
        customer.redeem.retain(|month, _| *month <= last);
        let mut month = last.plus(1);
        while month <= until {
            customer.month.insert(month, changes.clone());
            month = month.plus(1);
        }
        for months in (self.customer.months..=u32::try_from(until.since(customer.start)).unwrap() + 1).rev() {
            customer.months = months;
            if let Ok(results) = self.book.simulate(&customer) {
                return results.into_iter().filter(|result| result.month > last).collect();
            }
        }
        Vec::new()
    }

    fn last(&self) -> Month {
        self.customer.start.plus(i32::try_from(self.customer.months).unwrap() - 1)
    }

    /// The first month in which a tier is in force that is as good as the target.
    fn first(&self, changes: &Inputs, target: TierId, until: Month) -> Option<Month> {
        let results = self.after(changes, until);
        let reached = |result: &&MonthResult| {
            let version = &self.book.rules().versions[result.version];
            version.rung(result.tier) >= version.rung(target) && version.rung(target).is_some()
        };
        results.iter().find(reached).map(|result| result.month)
    }

    fn step(&self, metric: MetricId) -> Number {
        let metric = self.book.version(self.last().plus(1)).metric(metric).expect("a metric of this version");
        metric.step.unwrap_or(if metric.unit == Unit::Money { Number::CENT } else { Number::ONE })
    }
}

/// Every customer of the mixed programmes that all stay in one version, and of some that change it.
fn cases() -> Vec<Case> {
    let folders = sorted(&root().join("mixed"));
    let read = |folder: &PathBuf| read(&folder.join("content"), &sorted(&folder.join("customers")));
    let mut cases: Vec<_> = folders.iter().flat_map(read).collect();
    cases.retain(|case| case.book.simulate(&case.customer).is_ok());
    assert!(!cases.is_empty(), "no case");
    cases
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance")
}

fn read(content: &Path, customers: &[PathBuf]) -> Vec<Case> {
    let mut programme = Programme::from_disk(content, false).expect("a folder");
    let book = programme.catalogue.unwrap_or_else(|| panic!("{} has mistakes", content.display())).book;
    let customers = customers.iter().map(|file| {
        let name = file.display().to_string();
        let bytes = fs::read(file).expect("a customer that can be read");
        let mut found = Diagnostics::default();
        let customer = customer::read("customer", &bytes, &book, &mut programme.sources, &mut found);
        let customer = customer.unwrap_or_else(|| panic!("{name} has mistakes"));
        Case { name, book: book.clone(), customer }
    });
    customers.collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn inputs(changes: &[Change]) -> Inputs {
    changes.iter().map(|change| (change.metric, change.to)).collect()
}

/// A change one step nearer to what the customer has.
fn less(change: &Change, step: Number) -> Value {
    match (change.from, change.to) {
        (Value::Number(from), Value::Number(to)) => {
            let less = if to > from { to.minus(step) } else { to.plus(step) };
            Value::Number(less.expect("between two numbers"))
        }
        (from, _) => from,
    }
}

/// What the command line prints of a case worked out by hand, as far as it is expected: of what is impossible, how much.
fn answer(case: &Case, expected: &Json) -> Json {
    let text = |value: &Json| value.as_str().expect("a text").to_owned();
    let ids = &case.book.rules().ids;
    let target = ids.tiers.find(&text(&expected["to"])).expect("a tier");
    let plan = &expected["plan"];
    if plan.is_null() {
        let paths = case.book.paths(&case.customer, target).expect("a run without an error");
        let staying = case.book.staying(&case.customer).expect("a run without an error");
        let answer = answers::Paths::new(&paths, &[], &staying, |_| String::new(), ids);
        let answer = serde_json::to_value(answer).expect("plain data");
        json!({ "to": answer["target"], "options": answer["options"], "impossible": paths.impossible.len() })
    } else {
        let today = Today {
            metric: ids.metrics.find(&text(&plan["metric"])).expect("a metric"),
            day: text(&plan["day"]).parse().expect("a date"),
            average: text(&plan["average"]).parse().expect("a number"),
        };
        let found = case.book.plan(&case.customer, target, today).expect("a plan");
        let answer = answers::Plan::new(&found, |_| String::new(), ids);
        let answer = serde_json::to_value(answer).expect("plain data");
        json!({ "to": answer["target"], "plan": plan, "by": answer["by"], "impossible": found.impossible.len() })
    }
}

#[test]
fn what_is_worked_out_by_hand_comes_out() {
    let folders = sorted(&root().join("paths"));
    assert!(!folders.is_empty(), "no case");
    let differing = folders.iter().filter_map(|folder| {
        let [case] = &read(&folder.join("content"), &[folder.join("customer.toml")])[..] else {
            unreachable!()
        };
        let expected = fs::read(folder.join("expected.json")).expect("what is expected");
        let expected = serde_json::from_slice(&expected).expect("JSON");
        let answer = answer(case, &expected);
        (answer != expected).then(|| format!("{}\nexpected {expected:#}\ncame out {answer:#}\n", case.name))
    });
    let differing: Vec<_> = differing.collect();
    assert!(differing.is_empty(), "{}", differing.concat());
}

#[test]
fn every_option_is_sound_and_none_is_longer_than_it_must_be() {
    let (mut options, mut empty) = (0, 0);
    for case in cases() {
        let version = case.book.version(case.last().plus(1));
        for tier in &version.ladder {
            let paths = case.book.paths(&case.customer, tier.id).expect("a run without an error");
            let what = |option: &PathOption| format!("{} to {:?}: {option:?}", case.name, tier.id);
            assert!(
                !(paths.options.is_empty() && paths.impossible.is_empty()),
                "{} to {:?}: nothing is said",
                case.name,
                tier.id
            );
            empty += u32::from(paths.options.is_empty());
            assert!(
                paths.options.is_sorted_by_key(|option| (option.effort, option.in_force)),
                "{}",
                case.name
            );
            for (place, option) in paths.options.iter().enumerate() {
                options += 1;
                assert!(
                    paths.options[..place].iter().all(|other| other.changes != option.changes),
                    "{} stands twice",
                    what(option)
                );
                let changes = inputs(&option.changes);
                assert_eq!(
                    case.first(&changes, tier.id, option.in_force),
                    Some(option.in_force),
                    "{}",
                    what(option)
                );
                for change in &option.changes {
                    let mut fewer = changes.clone();
                    fewer.insert(change.metric, less(change, case.step(change.metric)));
                    let then = case.after(&fewer, option.in_force).pop();
                    let version = case.book.version(option.in_force);
                    let in_force = then.is_some_and(|then| {
                        then.month == option.in_force && version.rung(then.tier) >= version.rung(tier.id)
                    });
                    assert!(!in_force, "{} takes too much of {:?}", what(option), change.metric);
                }
            }
        }
    }
    assert!(options > 50 && empty > 0, "{options} options, {empty} tiers without one");
}

/// If raising one number alone reaches the tier, an option raises that number, by no more than is needed.
#[test]
fn no_way_over_one_input_is_missing() {
    let mut compared = 0;
    for case in cases() {
        let version = case.book.version(case.last().plus(1));
        let end = case.last().plus(HORIZON);
        let target = version.ladder.last().expect("a tier").id;
        let paths = case.book.paths(&case.customer, target).expect("a run without an error");
        for metric in version.metrics.iter().filter(|metric| matches!(metric.source, MetricSource::Input(_)))
        {
            if matches!(metric.unit, Unit::Flag | Unit::Date) {
                continue;
            }
            let from = case.customer.every.get(&metric.id).map_or(Number::ZERO, |value| value.number());
            let step = case.step(metric.id);
            let at = |steps: u32| {
                let value = Value::Number(from.plus(Number::from(steps).product(step).unwrap()).unwrap());
                case.first(&BTreeMap::from([(metric.id, value)]), target, end).is_some()
            };
            let Some(reached) = (0..30).map(|power| 1_u32 << power).find(|&steps| at(steps)) else {
                continue;
            };
            let (mut low, mut high) = (reached / 2, reached);
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if at(middle) { high = middle } else { low = middle }
            }
            let effort = Number::from(high).product(metric.effort.unwrap_or(Number::ONE)).unwrap();
            let alone = |option: &&PathOption| {
                option.changes.iter().all(|change| change.metric == metric.id) && option.effort <= effort
            };
            assert!(
                paths.options.iter().any(|option| alone(&option)),
                "{} to {target:?}: {high} steps of {:?} would do; {:?}",
                case.name,
                metric.id,
                paths.options
            );
            compared += 1;
        }
        assert!(!paths.impossible.contains(&Obstacle::NoSuchTier), "{}", case.name);
    }
    assert!(compared > 20, "{compared} compared");
}
