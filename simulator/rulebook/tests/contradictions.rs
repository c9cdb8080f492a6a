//! Programmes whose ways up are very many, or exclude one another: the search for them is bounded, and what it finds
//! before it ends is right.

use rulebook::model::{
    Bound, Condition, Fall, Hold, InputKind, Metric, MetricSource, Side, Take, Tier, Unit, Version, Window,
};
use rulebook::{
    Coverage, Customer, IdTable, Ids, MetricId, Month, Number, Obstacle, Paths, Period, RuleBook, Rules,
    Session, TierId, Work, YearStart,
};

fn start() -> Month {
    Month::new(2026, 1).expect("a month")
}

/// A programme of so many inputs, each with its average over some months, whose tiers above the base ask for conditions.
struct Programme {
    inputs: usize,
    ids: Ids,
}

impl Programme {
    fn new(inputs: usize, tiers: usize) -> Self {
        let names = |kind: &'static str, count: usize| (0..count).map(move |at| format!("{kind}-{at:02}"));
        let metrics = IdTable::new(names("average", inputs).chain(names("input", inputs)));
        Self { inputs, ids: Ids { metrics, tiers: IdTable::new(names("tier", tiers + 1)), ..Ids::default() } }
    }

    fn average(&self, at: usize) -> MetricId {
        self.ids.metrics.find(&format!("average-{at:02}")).expect("a metric")
    }

    fn input(&self, at: usize) -> MetricId {
        self.ids.metrics.find(&format!("input-{at:02}")).expect("a metric")
    }

    fn tier(&self, place: usize) -> TierId {
        self.ids.tiers.find(&format!("tier-{place:02}")).expect("a tier")
    }

    fn book(self, months: u32, qualify: Vec<Condition>) -> RuleBook {
        let metric = |id, source| Metric { id, unit: Unit::Count, effort: None, step: None, source };
        let metrics = (0..self.inputs).flat_map(|at| {
            let over = MetricSource::Over {
                metric: self.input(at),
                window: Window::Months { count: months, lag: 0 },
                skip_missing: false,
                take: Take::Average,
            };
            [metric(self.input(at), MetricSource::Input(InputKind::Flow)), metric(self.average(at), over)]
        });
        let tier = |(place, qualify): (usize, Option<Condition>)| Tier {
            id: self.tier(place),
            rank: u32::try_from(place).expect("few") + 1,
            qualify,
            keep: None,
            hold: Hold::None,
            grace: 0,
            fall: Fall::All,
        };
        let qualify = [None].into_iter().chain(qualify.into_iter().map(Some));
        let version = Version {
            metrics: metrics.collect(),
            ..Version::new(start(), Period::Month, qualify.enumerate().map(tier).collect())
        };
        let (currency, year_starts) = ("CNY".to_owned(), YearStart::JANUARY);
        RuleBook::new(Rules { currency, year_starts, ids: self.ids, versions: vec![version] })
            .expect("rules without a circle")
    }
}

fn bound(metric: MetricId, side: Side, value: u32) -> Condition {
    Condition::Number { metric, bounds: vec![Bound { side, value: Number::from(value) }] }
}

/// Any of two alternatives, each of two conditions, nested so deep; no two leaves are given the same number.
fn nested(depth: u32, next: &mut u32, leaf: &impl Fn(u32) -> Condition) -> Condition {
    if depth == 0 {
        *next += 1;
        return leaf(*next);
    }
    let mut both = || Condition::All((0..2).map(|_| nested(depth - 1, next, leaf)).collect());
    Condition::Any(vec![both(), both()])
}

/// The ways to the first tier above the base.
fn ways(book: &RuleBook, work: Work) -> Paths {
    let target = book.rules().versions[0].ladder[1].id;
    let session = Session::open(book, Customer::new(start(), 3)).expect("a run without an error");
    session.prospect_after_all().paths_within(target, work)
}

/// At least 5 of 12 averages over a year, for each of so many tiers more.
fn five_of_twelve(tiers: u32, most: Option<u32>) -> RuleBook {
    let programme = Programme::new(12, tiers as usize);
    let tier = |tier: u32| {
        let among = (0..12).map(|at| bound(programme.average(at), Side::AtLeast, 10 * tier));
        let enough = Condition::AtLeast { count: 5, among: among.collect() };
        let Some(most) = most else { return enough };
        let little = (0..12).map(|at| bound(programme.input(at), Side::AtMost, most));
        Condition::All(vec![enough, Condition::AtLeast { count: 8, among: little.collect() }])
    };
    let qualify = (1..=tiers).map(tier).collect();
    programme.book(12, qualify)
}

#[test]
fn alternatives_that_exclude_themselves_take_little_work() {
    let programme = Programme::new(1, 1);
    let (input, average) = (programme.input(0), programme.average(0));
    let leaf = |at: u32| match at % 2 {
        0 => bound(input, Side::AtLeast, 10 + at),
        _ => bound(input, Side::AtMost, 5),
    };
    let book = programme.book(3, vec![nested(4, &mut 0, &leaf)]);
    let paths = ways(&book, Work::conditions(20_000_000));
    assert_eq!((paths.coverage, paths.options.len()), (Coverage::Complete, 0));
    assert!(paths.impossible.iter().all(|obstacle| matches!(obstacle, Obstacle::NotTogether { .. })));

    // Only the rules say that these exclude each other, since what is entered is kept up.
    let programme = Programme::new(1, 1);
    let leaf = |at: u32| match at % 2 {
        0 => bound(average, Side::AtLeast, 10 + at),
        _ => bound(input, Side::AtMost, 5),
    };
    let book = programme.book(3, vec![nested(3, &mut 0, &leaf)]);
    let paths = ways(&book, Work::conditions(20_000_000));
    assert_eq!((paths.coverage, paths.options.len()), (Coverage::Complete, 0));
    assert_eq!(paths.impossible.len(), 128);
}

#[test]
fn a_search_that_is_ended_says_so_and_claims_no_more_than_it_saw() {
    let programme = Programme::new(6, 1);
    let leaf = |at: u32| {
        let at = at as usize % 6;
        match at % 2 {
            0 => bound(programme.average(at), Side::AtLeast, 10),
            _ => bound(programme.input(at - 1), Side::AtMost, 5),
        }
    };
    let qualify = nested(6, &mut 0, &leaf);
    let book = programme.book(3, vec![qualify]);
    for work in [1, 1_000, 100_000] {
        let paths = ways(&book, Work::conditions(work));
        assert_eq!((paths.coverage, paths.options.len()), (Coverage::Partial, 0), "{work}");
        assert!(!paths.impossible.contains(&Obstacle::NotInForce), "{work}");
    }

    let paths = ways(&five_of_twelve(30, Some(5)), Work::conditions(1_000_000));
    assert_eq!(paths.coverage, Coverage::Partial);
}

#[test]
fn what_was_found_before_the_end_of_a_search_is_right_and_the_same_each_time() {
    let book = five_of_twelve(3, None);
    let (few, more) = (ways(&book, Work::conditions(4_000_000)), ways(&book, Work::conditions(8_000_000)));
    assert_eq!((few.coverage, more.coverage), (Coverage::Partial, Coverage::Partial));
    assert!(!few.options.is_empty() && few.options.len() < more.options.len());
    assert_eq!(few, ways(&book, Work::conditions(4_000_000)));
    for option in &few.options {
        assert!(more.options.contains(option));
        let mut customer = Customer::new(start(), 3);
        for (later, change) in
            (3..27).flat_map(|later| option.changes.iter().map(move |change| (later, change)))
        {
            let inputs = customer.month.entry(start().plus(later)).or_default();
            inputs.insert(change.metric, change.to);
        }
        customer.months = u32::try_from(option.in_force.since(start())).expect("after the start") + 1;
        let months = book.simulate(&customer).expect("a run without an error");
        let first = months.iter().find(|month| month.tier != book.rules().versions[0].ladder[0].id);
        assert_eq!(first.map(|month| month.month), Some(option.in_force));
    }
}
