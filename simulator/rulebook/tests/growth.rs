//! The work of making, writing and reading a rule book grows in a straight line with what it holds: four times as much
//! takes at most five times as many allocations and as many bytes of them. What walks through a list for each entry of
//! another allocates nothing; so time is compared, too. Not with a limit, which would depend on the machine, but as a
//! ratio of two sizes that are measured in turns: a straight line comes to about 4, a square to about 16.

use std::hint::black_box;
use std::time::{Duration, Instant};

use rulebook::model::{
    Benefit, Boost, Bound, ByTier, Campaign, Cap, CapPeriod, Condition, Credit, Currency, EarnRule, Fall,
    Hold, Household, InputKind, Listed, Metric, MetricSource, Part, Pool, Segment, Side, Task, Tier, Unit,
    Version, Window, Yield,
};
use rulebook::{
    Customer, IdKind, Ids, MetricId, Month, Number, Period, Rounding, RuleBook, Rules, Validity, Value,
    YearStart,
};

/// How much larger the larger of two sizes is, and how much more work it may be by allocations and by time.
const TIMES: usize = 4;
const MOST_ALLOCATIONS: u64 = 5;
const MOST_TIME: u32 = 9;

/// How often each size is measured, and how often at most, where the ratio is too large.
const ROUNDS: usize = 5;
const MOST_ROUNDS: usize = 50;

/// How many there are of everything, of tiers, and of versions.
#[derive(Clone, Copy)]
struct Size {
    all: usize,
    tiers: usize,
    versions: i32,
}

/// With more of everything but tiers and versions.
fn more_of_everything(times: usize) -> Size {
    Size { all: 150 * times, tiers: 5, versions: 2 }
}

/// With more versions, each of which changes little.
fn more_versions(times: usize) -> Size {
    Size { all: 100, tiers: 5, versions: i32::try_from(3 * times).expect("few") }
}

/// With more tiers.
fn more_tiers(times: usize) -> Size {
    Size { all: 100, tiers: 15 * times, versions: 2 }
}

/// What there is more of, and the size with so many times as much of it.
type Growth = (&'static str, fn(usize) -> Size);

const WAYS_TO_GROW: [Growth; 3] =
    [("everything", more_of_everything), ("versions", more_versions), ("tiers", more_tiers)];

#[test]
fn a_rule_book_is_made_in_time_that_grows_with_it() {
    for (what, size) in WAYS_TO_GROW {
        let [small, large] = [1, TIMES].map(|times| rules(size(times)));
        compare(what, &[small, large], |rules| {
            drop(RuleBook::new(rules.clone()).expect("rules in order"));
        });
    }
}

#[test]
fn a_rule_book_is_written_and_read_in_time_that_grows_with_it() {
    for (what, size) in WAYS_TO_GROW {
        let [small, large] =
            [1, TIMES].map(|times| RuleBook::new(rules(size(times))).expect("rules in order"));
        compare(what, &[small, large], |book| {
            drop(RuleBook::from_wire(&book.to_wire()).expect("what was written can be read"));
        });
    }
}

#[test]
fn a_year_is_run_in_time_that_grows_with_the_rules() {
    let [small, large] =
        [1, TIMES].map(|times| RuleBook::new(rules(more_of_everything(times))).expect("rules in order"));
    let mut customer = Customer::new(start(), 12);
    let input = small.rules().ids.metrics.iter().next().expect("an input").0;
    customer.every.insert(input, Value::Number(Number::from(5_000)));
    compare("everything", &[small, large], |book| {
        drop(book.simulate(&customer).expect("a run without errors"));
    });
}

#[test]
fn a_cycle_is_found_in_time_that_grows_with_it() {
    // Metrics that each need the one before, and the first the last.
    let rules = |times| {
        let mut rules = rules(Size { all: 300 * times, tiers: 2, versions: 1 });
        let version = &mut rules.versions[0];
        let mut metrics = version.metrics.to_vec();
        let last = metrics.last().expect("metrics").id;
        metrics[0].source = MetricSource::Sum(vec![part(last)]);
        version.metrics = metrics.into();
        rules
    };
    compare("metrics", &[1, TIMES].map(rules), |rules| {
        drop(RuleBook::new(rules.clone()).expect_err("a cycle"));
    });
}

/// Asserts that work on the larger of two things grows with it.
fn compare<T>(what: &str, things: &[T; 2], work: impl Fn(&T)) {
    let [small, large] = [&things[0], &things[1]].map(|thing| allocation_counter::measure(|| work(thing)));
    let allocations = [(small.count_total, large.count_total), (small.bytes_total, large.bytes_total)];
    for (small, large) in allocations {
        assert!(large <= MOST_ALLOCATIONS * small, "{what}: {small} grow to {large}");
    }
    // On a busy machine a single run says little; the least of several comes near to the work itself.
    let mut least = [Duration::MAX; 2];
    for round in 1.. {
        for (thing, least) in things.iter().zip(&mut least) {
            let begun = Instant::now();
            work(black_box(thing));
            *least = begun.elapsed().min(*least);
        }
        let [small, large] = least;
        if round >= ROUNDS && large <= small * MOST_TIME {
            break;
        }
        assert!(round < MOST_ROUNDS, "{what}: {small:?} grow to {large:?}");
    }
}

fn start() -> Month {
    "2026-01".parse().expect("a month")
}

fn part(metric: MetricId) -> Part {
    Part { metric, weight: Number::ONE, up_to: None }
}

fn rules(size: Size) -> Rules {
    let ids = Ids::new(|kind| {
        let count = match kind {
            IdKind::Currency => 3,
            IdKind::Tier => size.tiers,
            IdKind::Reward => 0,
            _ => size.all,
        };
        (0..count).map(|at| format!("r-{at:05}"))
    });
    let versions = (0..size.versions).map(|at| version(&ids, at)).collect();
    Rules { currency: "CNY".to_owned(), year_starts: YearStart::JANUARY, ids, versions }
}

/// A version of the month after so many others.
fn version(ids: &Ids, after: i32) -> Version {
    let metrics: Vec<_> = ids.metrics.iter().map(|(id, _)| id).collect();
    let any = |at: usize| metrics[at % (metrics.len() - 2)];
    let currencies: Vec<_> = ids.currencies.iter().map(|(id, _)| id).collect();
    let credited = |at: usize| currencies[at % currencies.len()];
    let rules: Vec<_> = ids.earn.iter().map(|(id, _)| id).collect();
    let tiers = ids.tiers.len();
    let metric = |at: usize| Metric {
        id: metrics[at],
        unit: Unit::Money,
        effort: None,
        step: None,
        source: match at {
            0 => MetricSource::Input(InputKind::Balance),
            // What tiers build on, at last, is all that credits.
            _ if at == metrics.len() - 1 => {
                MetricSource::Earned { currency: currencies[0], window: Window::Months { count: 3, lag: 0 } }
            }
            _ => MetricSource::Sum(vec![part(metrics[at - 1])]),
        },
    };
    let tier = |(at, (id, _)): (usize, _)| Tier {
        id,
        rank: number(at + 1),
        qualify: (at > 0).then(|| at_least(metrics[metrics.len() - 1], at * 1000)),
        keep: None,
        hold: Hold::None,
        grace: 0,
        fall: Fall::All,
    };
    let segment = |(at, (id, _)): (usize, _)| Segment { id, when: at_least(any(at), at), stage: false };
    let task = |(at, (id, _)): (usize, _)| Task {
        id,
        // The first of them changes from version to version.
        when: at_least(any(at), if at == 0 { usize::try_from(after).expect("not negative") } else { at }),
        streak: 1,
        repeat: None,
        hidden: false,
        rewards: vec![Credit { currency: credited(at), amount: Number::from(5) }],
    };
    let cap = || Cap {
        amount: ByTier::new(tiers, |_| Some(Number::from(100))),
        per: CapPeriod::Period(Period::Year),
    };
    let earn = |(at, (id, _)): (usize, _)| EarnRule {
        id,
        currency: credited(at),
        yields: Yield::Gives { of: any(at), every: Number::from(20), gives: Number::ONE, full: true },
        each: Period::Month,
        delay: 0,
        times: ByTier::new(tiers, |_| None),
        cap: Some(cap()),
        when: None,
        validity: Validity::default(),
    };
    let campaign = |(at, (id, _)): (usize, _)| Campaign {
        id,
        from: start().first_day(),
        to: start().plus(24).first_day(),
        audience: None,
        boosts: vec![Boost { earn: rules[at], times: Number::from(2), cap: None }],
        gifts: Vec::new(),
    };
    let benefit =
        |(id, _)| Benefit { id, when: None, validity: Validity::default(), pool: None, grants: None };
    let currency = |id| Currency {
        id,
        decimals: 0,
        round: Rounding::Down,
        redeemable: true,
        expire: None,
        cap: None,
        worth: None,
    };
    Version {
        from: start().plus(after),
        review: Period::Month,
        household: Some(Household { pool: vec![metrics[0]], members: 2 }),
        metrics: (0..metrics.len()).map(metric).collect(),
        currencies: currencies.iter().copied().map(currency).collect(),
        segments: ids.segments.iter().enumerate().map(segment).collect(),
        tasks: ids.tasks.iter().enumerate().map(task).collect(),
        earn: ids.earn.iter().enumerate().map(earn).collect(),
        campaigns: ids.campaigns.iter().enumerate().map(campaign).collect(),
        ladder: ids.tiers.iter().enumerate().map(tier).collect(),
        benefits: ids.benefits.iter().map(benefit).collect(),
        pools: ids
            .pools
            .iter()
            .map(|(id, _)| Pool { id, pick: ByTier::new(tiers, |_| Some(1)), per: None })
            .collect(),
        rewards: Listed::default(),
    }
}

fn at_least(metric: MetricId, amount: usize) -> Condition {
    let value = Number::from(number(amount));
    Condition::Number { metric, bounds: vec![Bound { side: Side::AtLeast, value }] }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("small")
}
