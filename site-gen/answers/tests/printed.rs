//! Every form of an answer, as it is printed: other programs read it, so that whatever changes here is a change to them.
//! After reading what changed, `BLESS=1 cargo test -p answers` writes it down anew.

use std::fmt::Write;
use std::path::Path;

use answers::{Explanation, Failure, Months, Place, Said, Source, text};
use rulebook::explain::{Achieved, Capped, Days, Figure, Given, Nothing, Operation, Reviewed, Since, Step};
use rulebook::model::{Banding, Basis, Bound, CapPeriod, Condition, Fall, Hold, Side, Take, Unit, Window};
use rulebook::{
    Account, AnyId, Change, Coverage, CustomerError, Date, Gain, Id, IdTable, Ids, Keep, Line, Month,
    MonthResult, Number, Obstacle, Outcome, Outlook, PathOption, Paths, Period, Plan, Review, Rounding,
    RunError, Staying, Value,
};

fn ids() -> Ids {
    Ids::new(|kind| ["a", "b"].map(|which| format!("{which}-{}", kind.name())))
}

/// The first of a kind, or the second.
fn id<K>(table: &IdTable<K>, at: usize) -> Id<K> {
    table.iter().nth(at).expect("two of each kind").0
}

fn n(text: &str) -> Number {
    text.parse().expect("a number")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn printed(answers: impl IntoIterator<Item = String>) -> String {
    answers.into_iter().fold(String::new(), |mut all, answer| {
        writeln!(all, "{answer}").expect("a text takes all");
        all
    })
}

/// Compares what is printed with what is written down in `tests/printed/NAME.txt`, or writes it down anew.
fn compare_or_bless(name: &str, printed: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/printed/{name}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, printed).expect("the file can be written");
    }
    let written = std::fs::read_to_string(&file).expect("the file is there");
    let differs = printed.lines().zip(written.lines()).find(|(printed, written)| printed != written);
    assert!(differs.is_none() && printed == written, "printed and written down: {differs:?}");
}

#[test]
fn months() {
    let ids = ids();
    let (month, next) = (month("2026-12"), month("2027-01"));
    let bare = MonthResult::new(month, id(&ids.tiers, 0));
    let account = |at, earned: &str| Account {
        currency: id(&ids.currencies, at),
        earned: n(earned),
        pending: n("20"),
        redeemed: n("3"),
        expired: n("0.5"),
        balance: n("1000000000000000000"),
    };
    let line =
        |source: AnyId, amount: &str| Line { source, currency: id(&ids.currencies, 0), amount: n(amount) };
    let rich = MonthResult {
        metrics: vec![
            (id(&ids.metrics, 0), Value::Number(n("-12.50"))),
            (id(&ids.metrics, 1), Value::Date(Some(day("2024-02-29")))),
        ],
        segments: vec![id(&ids.segments, 0), id(&ids.segments, 1)],
        tasks: vec![id(&ids.tasks, 1)],
        lines: vec![line(id(&ids.earn, 0).into(), "1.25"), line(id(&ids.campaigns, 1).into(), "7")],
        accounts: vec![account(0, "8.25"), account(1, "0")],
        benefits: vec![id(&ids.benefits, 0)],
        review: Some(Review {
            qualified: id(&ids.tiers, 1),
            outcome: Outcome::Upgrade,
            failures: 2,
            held_until: Some(next),
        }),
        next_tier: id(&ids.tiers, 1),
        ..bare.clone()
    };
    let flags = MonthResult {
        month: next,
        metrics: vec![(id(&ids.metrics, 0), Value::Flag(true)), (id(&ids.metrics, 1), Value::Date(None))],
        review: Some(Review {
            qualified: id(&ids.tiers, 0),
            outcome: Outcome::Held,
            failures: 0,
            held_until: None,
        }),
        ..bare.clone()
    };
    compare_or_bless(
        "months",
        &printed([text(&Months::new(&[], &ids)), text(&Months::new(&[rich, flags, bare], &ids))]),
    );
}

#[test]
fn failures() {
    let ids = ids();
    let (month, currency) = (month("2026-12"), id(&ids.currencies, 1));
    let errors = [
        RunError::Customer(CustomerError::TooMuch),
        RunError::Insufficient { month, currency, shortfall: n("0.01") },
        RunError::NotRedeemable { month, currency },
        RunError::Overflow { rule: id(&ids.metrics, 0).into(), month },
    ];
    compare_or_bless("failures", &printed(errors.iter().map(|error| text(&Failure::new(error, &ids)))));
}

#[test]
fn paths() {
    let ids = ids();
    let change = |at, from, to| Change { metric: id(&ids.metrics, at), from, to };
    let option = |changes| PathOption { changes, effort: n("1.5"), in_force: month("2027-01") };
    let number = |value| Value::Number(n(value));
    let options = vec![
        option(vec![
            change(0, number("0"), number("100.25")),
            change(1, Value::Flag(false), Value::Flag(true)),
        ]),
        option(Vec::new()),
    ];
    let of = |condition: Condition| Obstacle::Fixed { version: month("2026-01"), condition };
    let paths = Paths {
        target: id(&ids.tiers, 1),
        from: month("2027-01"),
        options: options.clone(),
        impossible: vec![Obstacle::NoSuchTier, of(Condition::Segment(id(&ids.segments, 0)))],
        coverage: Coverage::Complete,
    };
    let gain = Gain { benefits: vec![id(&ids.benefits, 0), id(&ids.benefits, 1)], worth: Some(n("12")) };
    let outlooks = [
        Some(Outlook { tier: id(&ids.tiers, 1), lasts: Some(month("2027-06")), gain }),
        Some(Outlook { tier: id(&ids.tiers, 1), lasts: None, gain: Gain::default() }),
        None,
    ];
    let stays = Staying {
        tier: id(&ids.tiers, 0),
        falls: None,
        options: Vec::new(),
        impossible: Vec::new(),
        coverage: Coverage::Complete,
    };
    let falls = Staying {
        falls: Some((month("2027-03"), id(&ids.tiers, 0))),
        options,
        impossible: vec![Obstacle::NotInForce],
        coverage: Coverage::Partial,
        ..stays.clone()
    };
    let because = |obstacle: &Obstacle| match obstacle {
        Obstacle::NoSuchTier => "no such tier".to_owned(),
        _ => "a \"reason\"".to_owned(),
    };
    let nothing =
        Paths { options: Vec::new(), impossible: Vec::new(), coverage: Coverage::Partial, ..paths.clone() };
    compare_or_bless(
        "paths",
        &printed([
            text(&answers::Paths::new(&paths, &outlooks, &falls, because, &ids)),
            text(&answers::Paths::new(&nothing, &[], &stays, because, &ids)),
        ]),
    );
}

#[test]
fn plans() {
    let ids = ids();
    let keep = Keep { month: month("2026-12"), from_tomorrow: n("120000.01"), deposit_today: n("0") };
    let target = id(&ids.tiers, 1);
    let plan = Plan { target, by: vec![keep], impossible: vec![month("2027-03")] };
    let nothing = Plan { target, by: Vec::new(), impossible: Vec::new() };
    let because = |month: Month| format!("not by {month}");
    compare_or_bless(
        "plans",
        &printed([&plan, &nothing].map(|plan| text(&answers::Plan::new(plan, because, &ids)))),
    );
}

#[test]
fn explanations() {
    let ids = ids();
    let step = |operation| Step {
        subject: Some(id(&ids.earn, 0).into()),
        month: month("2026-12"),
        operation,
        result: Figure::Holds(true),
        inputs: Vec::new(),
    };
    let units = [Unit::Money, Unit::Count, Unit::Flag, Unit::Months, Unit::Years];
    let figures = units.map(|unit| Figure::Value(Value::Number(n("12.50")), unit)).into_iter().chain([
        Figure::Value(Value::Flag(false), Unit::Flag),
        Figure::Value(Value::Date(Some(day("2024-02-29"))), Unit::Date),
        Figure::Value(Value::Date(None), Unit::Date),
        Figure::Value(Value::Number(n("1")), Unit::Currency(id(&ids.currencies, 1))),
        Figure::Tier(id(&ids.tiers, 1)),
    ]);
    let parts = figures.map(|result| Step { result, subject: None, ..step(Operation::Sum) });
    let tree = Step { inputs: parts.collect(), ..step(Operation::Greatest) };
    let nowhere = |_: AnyId, _: Month| Place::default();
    let steps = operations(&ids).into_iter().map(step);
    let steps = steps.map(|step| text(&answers::Step::new(&step, &nowhere, &ids)));
    let place = |_: AnyId, _: Month| Place {
        source: Some(Source { file: "earn.toml", line: 3 }),
        address: Some("earn/#a".to_owned()),
    };
    let part = Said { text: "so", holds: None, address: None, parts: Vec::new() };
    let said = Said { text: "and so", holds: Some(true), address: Some("a/".to_owned()), parts: vec![part] };
    let whole = text(&Explanation {
        month: month("2026-12"),
        what: "earn:a-earn",
        steps: vec![answers::Step::new(&tree, &place, &ids)],
        said: vec![said],
    });
    compare_or_bless("explanations", &printed(steps.chain([whole])));
}

/// Each operation, with each of the forms that it has.
#[expect(clippy::too_many_lines, reason = "one line for each operation")]
fn operations(ids: &Ids) -> Vec<Operation> {
    let (metric, tier) = (id(&ids.metrics, 0), id(&ids.tiers, 1));
    let source: AnyId = id(&ids.earn, 0).into();
    let (at, later) = (month("2026-11"), month("2027-02"));
    let (from, to) = (Some(day("2026-11-05")), Some(day("2026-12-31")));
    let bound = |side| Bound { side, value: n("0.5") };
    let months = Window::Months { count: 12, lag: 1 };
    let over = |take, average| Operation::Over { metric, window: months, take, average };
    let days = Days { days: 10, of: 31 };
    let row = |value| Some((n("1"), n(value)));
    let capped = |per, is_cut| Capped { cap: n("100"), left: n("2.5"), per, is_cut };
    let reviewed = |outcome, fall, held| Reviewed {
        tier,
        qualified: id(&ids.tiers, 0),
        outcome,
        held_before: held,
        held_after: held,
        failures_before: 1,
        failures_after: 2,
        grace: 3,
        fall,
        hold: Hold::YearEnd,
    };
    let task = |repeat, before| Operation::Task { streak: 3, in_a_row: 2, repeat, before };
    vec![
        Operation::Absent,
        Operation::Seen,
        Operation::Deeper,
        Operation::Given(Given::Month),
        Operation::Given(Given::Every),
        Operation::Given(Given::Not),
        Operation::Pooled,
        Operation::Member(2),
        Operation::Sum,
        Operation::Greatest,
        Operation::Least,
        Operation::Part { weight: n("-0.5"), up_to: None, is_cut: false },
        Operation::Part { weight: n("1"), up_to: Some(n("20")), is_cut: true },
        over(Take::Average, Some((Some(n("36.6")), 12))),
        over(Take::DailyAverage, Some((None, 365))),
        over(Take::Total, None),
        over(Take::Highest, None),
        over(Take::Lowest, None),
        Operation::BeforeStart { skipped: true },
        Operation::Steps { row: None, next: row("5") },
        Operation::Steps { row: row("7"), next: None },
        Operation::Count,
        Operation::Earned(Window::Period { period: Period::HalfYear, lag: 0 }),
        Operation::Held,
        Operation::Since(from),
        Operation::Since(None),
        Operation::Bounds {
            metric,
            bounds: [Side::AtLeast, Side::Above, Side::AtMost, Side::Below].map(bound).into(),
        },
        Operation::Flag { metric, is: false },
        Operation::InSegment(id(&ids.segments, 1)),
        Operation::Achieved(id(&ids.tasks, 0), None),
        Operation::Achieved(id(&ids.tasks, 0), Some(Achieved::BeforeStart)),
        Operation::Achieved(id(&ids.tasks, 0), Some(Achieved::In(at))),
        Operation::InTier { asked: tier, in_force: id(&ids.tiers, 0) },
        Operation::All,
        Operation::Any,
        Operation::Not,
        Operation::AtLeast(2),
        Operation::Segment,
        task(None, None),
        task(Some(Period::Quarter), Some(Achieved::BeforeStart)),
        task(Some(Period::Year), Some(Achieved::In(at))),
        Operation::Reward,
        Operation::Accrued { due: later },
        Operation::Nothing(Nothing::NotInForce { from, to: None }),
        Operation::Nothing(Nothing::NotTheEnd(Period::Month)),
        Operation::Nothing(Nothing::Condition),
        Operation::Nothing(Nothing::Audience),
        Operation::Nothing(Nothing::NoRule(id(&ids.earn, 1))),
        Operation::Nothing(Nothing::GivenIn(at)),
        Operation::Gives { of: metric, every: n("20"), gives: n("1"), full: true, days },
        Operation::Gives { of: metric, every: n("20"), gives: n("1"), full: false, days },
        Operation::Rate { of: metric, rate: n("0.0125"), basis: Basis::Month, days },
        Operation::Bands { of: metric, banding: Banding::Marginal, basis: Basis::Year, days, whole: n("31") },
        Operation::Bands { of: metric, banding: Banding::Whole, basis: Basis::Month, days, whole: n("31") },
        Operation::Band { from: n("0"), part: (n("50"), Unit::Money), rate: n("0.01") },
        Operation::Fixed,
        Operation::NotPositive(metric),
        Operation::Times { tier, times: n("1.5") },
        Operation::Boost { times: n("2"), days },
        Operation::Rounded { decimals: 2, rounding: Rounding::Down },
        Operation::Rounded { decimals: 0, rounding: Rounding::Up },
        Operation::Rounded { decimals: 0, rounding: Rounding::HalfUp },
        Operation::Rounded { decimals: 0, rounding: Rounding::HalfEven },
        Operation::Cap(capped(CapPeriod::Period(Period::Quarter), true)),
        Operation::Cap(capped(CapPeriod::Campaign, false)),
        Operation::CurrencyCap(capped(CapPeriod::Period(Period::Year), false)),
        Operation::Gift,
        Operation::Arrived { source, earned: at, lost: true },
        Operation::Balance,
        Operation::Opening,
        Operation::Credited,
        Operation::Line(source),
        Operation::Redeemed,
        Operation::Expired,
        Operation::Lot { credited: at, expires: Some(later) },
        Operation::Lot { credited: at, expires: None },
        Operation::Pending,
        Operation::Delayed { source, earned: at, due: later },
        Operation::History,
        Operation::CreditedIn,
        Operation::Benefit,
        Operation::Available { from: None, to },
        Operation::Granted(tier),
        Operation::InForce(Since::Opening),
        Operation::InForce(Since::Base),
        Operation::InForce(Since::Review(at)),
        Operation::InForce(Since::Version(tier)),
        Operation::Review(reviewed(Outcome::Kept, Fall::All, None)),
        Operation::Review(reviewed(Outcome::Grace, Fall::One, Some(later))),
        Operation::Review(reviewed(Outcome::Downgrade, Fall::All, None)),
        Operation::NoReview { per: Period::Year, next: later },
        Operation::Qualify,
        Operation::Keep,
    ]
}
