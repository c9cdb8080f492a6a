//! A session: what it has evaluated once it gives again, and what it gives is what the engine would.

mod programmes;

use programmes::{Kind, bytes, case};
use proptest::prelude::ProptestConfig;
use proptest::{prop_assert, prop_assert_eq, proptest};
use rulebook::explain::What;
use rulebook::model::{InputKind, MetricSource};
use rulebook::{
    Customer, CustomerRow, InputColumn, MetricId, MonthResult, Number, RuleBook, Session, Silent, Today,
    Value,
};

/// The columns that say the same as a customer's maps.
fn columns(book: &RuleBook, customer: &Customer) -> Vec<(MetricId, Option<Value>, Vec<Option<Value>>)> {
    let metrics = book.rules().ids.metrics.iter().map(|(id, _)| id);
    let column = |metric: MetricId| {
        let month = |at: u32| {
            let month = customer.start.plus(i32::try_from(at).expect("few months"));
            customer.month.get(&month).and_then(|inputs| inputs.get(&metric)).copied()
        };
        (metric, customer.every.get(&metric).copied(), (0..customer.months).map(month).collect())
    };
    metrics.map(column).collect()
}

fn until(customer: &Customer, months: usize) -> Customer {
    Customer { months: u32::try_from(months).expect("few months"), ..customer.clone() }
}

/// A day of each month from the customer's first to some after the last, with a balance to raise.
fn questions(book: &RuleBook, customer: &Customer) -> Vec<Today> {
    let months = i32::try_from(customer.months).expect("few months");
    let day = |at: i32| customer.start.plus(at).first_day();
    let balance =
        |metric: &&rulebook::model::Metric| metric.source == MetricSource::Input(InputKind::Balance);
    let today = |at: i32| {
        let metric = book.version(day(at).month()).metrics.iter().find(balance)?.id;
        Some(Today { metric, day: day(at), average: Number::from(10) })
    };
    [0, months / 2, months, months + 2].into_iter().filter_map(today).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_state_of_any_month_goes_on_as_the_run_did(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let Ok(session) = Session::open(&book, customer.clone()) else { return Ok(()) };
        let (given, _) = book.open(&customer).expect("a customer of the rule book");
        let months = session.months();
        for at in 0..months.len() {
            let mut state = session.state(at).expect("a month of the run");
            let mut result = MonthResult::new(state.month(), state.tier());
            for expected in &months[at + 1..] {
                prop_assert_eq!(book.advance(&given, &mut state, &mut Silent, &mut result), Ok(()));
                prop_assert_eq!(&result, expected);
            }
        }
        prop_assert!(session.state(months.len()).is_none());
    }

    #[test]
    fn conditions_hold_of_a_result_as_they_hold_of_a_state(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let Ok(session) = Session::open(&book, customer) else { return Ok(()) };
        for (at, result) in session.months().iter().enumerate() {
            let (state, facts) = (session.state(at).expect("a month"), session.facts(at).expect("a month"));
            let version = &book.rules().versions[result.version];
            let whens = version.segments.iter().map(|segment| &segment.when);
            let tiers = version.ladder.iter().flat_map(|tier| tier.qualify.iter().chain(&tier.keep));
            for condition in whens.chain(version.tasks.iter().map(|task| &task.when)).chain(tiers) {
                prop_assert_eq!(condition.holds(&facts), condition.holds(&book.facts(&state)));
            }
            if let Some(review) = result.review {
                prop_assert_eq!(session.qualified(at), Some(review.qualified));
            }
        }
    }

    #[test]
    fn a_question_about_a_month_is_answered_as_if_no_later_one_were_known(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let Ok(session) = Session::open(&book, customer.clone()) else { return Ok(()) };
        let at = session.months().len() / 2;
        let until = until(&customer, at + 1);
        let prospect = session.prospect(at).expect("a month of the run");
        prop_assert_eq!(prospect.staying(), book.staying(&until));
        let target = book.rules().versions[0].ladder.last().expect("a tier").id;
        let paths = prospect.paths(target);
        prop_assert_eq!(&book.paths(&until, target).expect("a part of a run"), &paths);
        let short = Session::open(&book, until).expect("a part of a run");
        for option in paths.options.iter().take(10) {
            let alone = short.prospect_after_all().outlook(target, option);
            prop_assert_eq!(prospect.outlook(target, option), alone);
        }
        for today in questions(&book, &customer) {
            prop_assert_eq!(session.plan(target, today), book.plan(&customer, target, today));
        }
    }

    #[test]
    fn a_row_of_columns_opens_as_the_same_customer_does(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let columns = columns(&book, &customer);
        let inputs: Vec<_> = columns
            .iter()
            .map(|(metric, every, months)| InputColumn { metric: *metric, every: *every, months })
            .collect();
        let others: Vec<_> = customer.members.iter().flatten().map(|(&id, &value)| (id, value)).collect();
        let redeem = customer.redeem.iter();
        let redeem: Vec<_> = redeem
            .flat_map(|(&month, amounts)| amounts.iter().map(move |(&id, &amount)| (month, id, amount)))
            .collect();
        let row = CustomerRow {
            tier: customer.tier,
            held_until: customer.held_until,
            achieved: &customer.achieved,
            lots: &customer.lots,
            earned: &customer.earned,
            others: &others,
            redeem: &redeem,
            ..CustomerRow::new(customer.start, customer.months, &inputs)
        };
        // The buffers still hold the months of somebody else.
        let (mut given, mut state) = book.open(&Customer { months: 120, ..customer.clone() }).expect("a customer");
        let _ = book.advance_over(&given, &mut state);
        prop_assert_eq!(book.open_inputs(&row, &mut given, &mut state), Ok(()));
        let mut result = MonthResult::new(customer.start, state.tier());
        let months: Result<Vec<_>, _> = (0..customer.months)
            .map(|_| book.advance(&given, &mut state, &mut Silent, &mut result).map(|()| result.clone()))
            .collect();
        prop_assert_eq!(months, book.simulate(&customer));
    }
}

/// A programme with ways up, a year of a customer in it, and a tier above.
fn year() -> (RuleBook, Customer) {
    let seeds = (0..).map(|seed: u32| {
        let bytes: Vec<u8> =
            (0..900_u32).map(|at| (seed * 31 + at * at * 7 + at / 3).to_le_bytes()[0]).collect();
        case(Kind::Any, &bytes)
    });
    let fitting = seeds.map(|(book, customer)| (book, Customer { months: 12, tier: None, ..customer }));
    let has_ways = |(book, customer): &(RuleBook, Customer)| {
        let top = book.rules().versions[0].ladder.last().expect("a tier").id;
        book.paths(customer, top)
            .is_ok_and(|paths| paths.options.iter().any(|option| !option.changes.is_empty()))
    };
    fitting.into_iter().find(has_ways).expect("some programme has ways up")
}

#[test]
fn nothing_is_evaluated_twice_for_one_answer() {
    let (book, customer) = year();
    let target = book.rules().versions[0].ladder.last().expect("a tier").id;
    let session = Session::open(&book, customer.clone()).expect("a run");
    assert_eq!(session.evaluated(), 12, "the result");

    for at in 0..12 {
        let _ = (session.outstanding(at), session.qualified(at), session.facts(at));
    }
    assert_eq!(session.evaluated(), 12, "what is known takes nothing more");

    for _ in 0..3 {
        session.months().iter().for_each(|month| assert!(!session.why(month.month, What::Tier).is_empty()));
    }
    assert_eq!(session.evaluated(), 24, "all explanations take one more run");

    let prospect = session.prospect(5).expect("a month of the run");
    let before = session.evaluated();
    let staying = prospect.staying().expect("a month to come");
    let looked = session.evaluated() - before;
    assert!(looked >= 24 && (staying.falls.is_some() || looked == 24), "{looked}");

    // The months without a change are known by now; the search and one run for each option are left.
    let paths = prospect.paths(target);
    let found = session.evaluated();
    let [ref option, ..] = paths.options[..] else { panic!("no way") };
    assert!(!option.changes.is_empty());
    let outlook = prospect.outlook(target, option).expect("an outlook");
    let months_to = u64::try_from(option.in_force.since(prospect.first())).expect("in the future") + 1;
    let lasting =
        outlook.lasts.map_or(120, |last| u64::try_from(last.since(option.in_force)).expect("later") + 2);
    assert_eq!(
        session.evaluated() - found,
        months_to + lasting,
        "without a change, and back from the change"
    );
    let _ = prospect.outlook(target, option);
    assert_eq!(session.evaluated() - found, months_to + 2 * lasting, "the months without a change are kept");

    for today in questions(&book, &customer) {
        let before = session.evaluated();
        let plan = session.plan(target, today);
        let planned = session.evaluated() - before;
        let months = today.day.month().since(customer.start).clamp(0, 12);
        let alone = Session::open(&book, customer.clone()).expect("a run");
        assert_eq!(alone.plan(target, today), plan, "{months}");
        assert_eq!(alone.evaluated(), 12 + planned, "the months of the run are there");
    }
}
