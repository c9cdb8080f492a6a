//! The wire form says what a version changes, and no small one takes room without bound.

use rulebook::model::{
    Bound, Condition, Fall, Hold, InputKind, Listed, Metric, MetricSource, Segment, Side, Tier, Unit, Version,
};
use rulebook::{
    Id, IdTable, Ids, MetricId, Month, Number, Period, RuleBook, Rules, SegmentId, WireError, YearStart,
};

/// Rules with metrics of steps, each of so many rows, and segments, in so many versions that are the same.
fn rules(rows: u32, versions: i32) -> Rules {
    let ids = Ids {
        metrics: table(&["a-input", "b-steps"]),
        tiers: table(&["base"]),
        segments: table(&["one", "three", "two"]),
        ..Ids::default()
    };
    let metric = |id, source| Metric { id, unit: Unit::Count, effort: None, step: None, source };
    let input = id(&ids.metrics, "a-input");
    let row = |at| (Number::from(1_000_000_000 + at), Number::from(2_000_000_000 + at));
    let steps = MetricSource::Steps { metric: input, table: (0..rows).map(row).collect() };
    let base = Tier {
        id: id(&ids.tiers, "base"),
        rank: 1,
        qualify: None,
        keep: None,
        hold: Hold::None,
        grace: 0,
        fall: Fall::All,
    };
    let version = Version {
        metrics: Listed::from(vec![
            metric(input, MetricSource::Input(InputKind::Flow)),
            metric(id(&ids.metrics, "b-steps"), steps),
        ]),
        segments: ids.segments.iter().map(|(id, _)| segment(id, input, 1)).collect(),
        ..Version::new(start(), Period::Month, Listed::from(vec![base]))
    };
    let versions = (0..versions).map(|at| Version { from: start().plus(at), ..version.clone() });
    let versions = versions.collect();
    Rules { currency: "CNY".to_owned(), year_starts: YearStart::JANUARY, ids, versions }
}

fn segment(id: SegmentId, metric: MetricId, at_least: u32) -> Segment {
    let bounds = vec![Bound { side: Side::AtLeast, value: Number::from(at_least) }];
    Segment { id, when: Condition::Number { metric, bounds }, stage: false }
}

fn table<K>(ids: &[&str]) -> IdTable<K> {
    IdTable::new(ids.iter().map(|&id| id.to_owned()))
}

fn id<K>(table: &IdTable<K>, id: &str) -> Id<K> {
    table.find(id).expect(id)
}

fn start() -> Month {
    "2000-01".parse().expect("a month")
}

fn read_again(rules: &Rules) {
    let book = RuleBook::from_wire(&rules.to_wire()).expect("rules in order");
    assert_eq!(book.rules(), rules);
}

#[test]
fn a_version_that_changes_nothing_takes_few_bytes() {
    let one = rules(1_000, 1).to_wire().len();
    let ten = rules(1_000, 10);
    read_again(&ten);
    let more = ten.to_wire().len() - one;
    assert!(more <= 9 * 32, "{more} bytes for nine versions");
}

#[test]
fn entries_are_kept_wherever_they_stand() {
    let mut rules = rules(1, 7);
    let first = rules.versions[0].segments.to_vec();
    let input = rules.versions[0].metrics[0].id;
    let changed = segment(first[1].id, input, 2);
    let lists = [
        vec![first[2].clone(), first[0].clone(), first[1].clone()],
        vec![first[0].clone(), first[2].clone()],
        vec![first[0].clone(), changed.clone(), first[2].clone()],
        vec![],
        vec![changed],
        first,
    ];
    for (version, list) in rules.versions[1..].iter_mut().zip(lists) {
        version.segments = list.into();
    }
    read_again(&rules);
}

#[test]
fn versions_keep_no_more_than_there_is_room_for() {
    let rules = rules(2_000, 999);
    let wire = rules.to_wire();
    assert!(wire.len() < 100_000, "{} bytes", wire.len());
    assert!(matches!(RuleBook::from_wire(&wire), Err(WireError::Malformed(_))));
}
