//! What holds of the ways up in every programme: the engine keeps what they promise, and nothing of it is too much.

mod programmes;

use programmes::{Kind, bytes, case};
use proptest::prelude::ProptestConfig;
use proptest::{prop_assert, prop_assert_eq, proptest};
use rulebook::model::Unit;
use rulebook::{Change, Customer, Month, MonthResult, Number, RuleBook, Silent, Value};

/// The tiers in force, month by month from the one after the customer's last to another, with inputs changed.
fn after(book: &RuleBook, customer: &Customer, changes: &[Change], until: Month) -> Vec<(Month, usize)> {
    let (mut given, mut state) = book.open(customer).expect("a customer of the rule book");
    let mut result = MonthResult::new(customer.start, state.tier());
    let mut in_force = Vec::new();
    let last = customer.start.plus(i32::try_from(customer.months).expect("few months") - 1);
    while state.month() <= until {
        if state.month() == last.plus(1) {
            given.go_steady();
            changes.iter().for_each(|change| given.set_every(change.metric, change.to));
        }
        let month = state.month();
        if book.advance(&given, &mut state, &mut Silent, &mut result).is_err() {
            break;
        }
        if month > last {
            in_force.push((month, state.rung()));
        }
    }
    in_force
}

/// A change by one step less.
fn less(book: &RuleBook, change: Change) -> Change {
    let (Value::Number(from), Value::Number(to)) = (change.from, change.to) else {
        return Change { to: change.from, ..change };
    };
    let metrics = book.rules().versions.iter().filter_map(|version| version.metric(change.metric));
    let metric = metrics.into_iter().next().expect("a metric of some version");
    let step = metric.step.unwrap_or(if metric.unit == Unit::Money { Number::CENT } else { Number::ONE });
    let less = if to > from { to.minus(step) } else { to.plus(step) };
    Change { to: Value::Number(less.expect("between two numbers")), ..change }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ways_up_are_sound_and_minimal(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        // From the foot of the ladder most ways lead up.
        let customer = Customer { tier: None, held_until: None, ..customer };
        // Where a later version names other tiers or steps, what is a step less is another question.
        if book.rules().versions.len() > 1 {
            return Ok(());
        }
        for tier in &book.rules().versions[0].ladder {
            let Ok(paths) = book.paths(&customer, tier.id) else { return Ok(()) };
            prop_assert!(!(paths.options.is_empty() && paths.impossible.is_empty()));
            prop_assert!(paths.options.is_sorted_by_key(|option| (option.effort, option.in_force)));
            let place = book.rules().versions[0].rung(tier.id).expect("of the ladder");
            for option in paths.options.iter().take(4) {
                let months = after(&book, &customer, &option.changes, option.in_force);
                let first = months.iter().find(|(_, in_force)| *in_force >= place);
                prop_assert_eq!(first.map(|(month, _)| *month), Some(option.in_force));
                for at in 0..option.changes.len() {
                    let mut changes = option.changes.clone();
                    changes[at] = less(&book, changes[at]);
                    let months = after(&book, &customer, &changes, option.in_force);
                    let then = months.last().filter(|(month, _)| *month == option.in_force);
                    prop_assert!(then.is_none_or(|(_, in_force)| *in_force < place), "{:?}", option);
                }
            }
        }
    }
}
