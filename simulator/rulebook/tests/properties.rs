//! What holds for every programme and every customer.

mod programmes;

use programmes::{Kind, bytes, case};
use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert, prop_assert_eq, proptest};
use rulebook::{
    Accrual, Customer, Event, Inputs, Journal, Line, MonthResult, Number, RuleBook, RunError, Silent, Sum,
    Value,
};

/// All months, or those before an error.
fn months(book: &RuleBook, customer: &Customer) -> Vec<MonthResult> {
    let (given, mut state) = book.open(customer).expect("a customer of the rule book");
    let mut result = MonthResult::new(customer.start, state.tier());
    let step = |_| book.advance(&given, &mut state, &mut Silent, &mut result).ok().map(|()| result.clone());
    (0..customer.months).map_while(step).collect()
}

fn sum(numbers: impl IntoIterator<Item = Number>) -> Number {
    numbers.into_iter().collect::<Sum>().total().expect("a sum in range")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rule_book_survives_the_wire(bytes in bytes()) {
        let (book, _) = case(Kind::Any, &bytes);
        prop_assert_eq!(RuleBook::from_wire(&book.to_wire()), Ok(book));
    }

    #[test]
    fn a_changed_wire_form_is_refused_or_evaluated(
        bytes in bytes(),
        changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 1..4),
    ) {
        let (book, customer) = case(Kind::Any, &bytes);
        let mut wire = book.to_wire();
        for (at, byte) in changes {
            let at = 6 + usize::from(at) % (wire.len() - 6);
            wire[at] = byte;
        }
        if let Ok(book) = RuleBook::from_wire(&wire) {
            let _ = book.simulate(&customer);
        }
    }

    #[test]
    fn lots_and_credits_come_to_the_balance(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let (given, mut state) = book.open(&customer).expect("a customer of the rule book");
        let mut result = MonthResult::new(customer.start, state.tier());
        let opening = |currency| sum(customer.lots.iter().filter(|lot| lot.currency == currency).map(|lot| lot.amount));
        let mut credited = vec![Sum::default(); book.rules().ids.currencies.len()];
        for _ in 0..customer.months {
            if book.advance(&given, &mut state, &mut Silent, &mut result).is_err() {
                break;
            }
            for account in &result.accounts {
                let lots = sum(state.lots(account.currency).map(|lot| lot.amount));
                prop_assert_eq!(lots, account.balance);
                let lines = result.lines.iter().filter(|line| line.currency == account.currency);
                prop_assert_eq!(sum(lines.map(|line| line.amount)), account.earned);
                let all = &mut credited[account.currency.index()];
                all.add(account.earned);
                all.subtract(account.redeemed);
                all.subtract(account.expired);
                let mut total = *all;
                total.add(opening(account.currency));
                prop_assert_eq!(total.total(), Ok(account.balance));
            }
        }
    }

    #[test]
    fn what_is_delayed_is_credited_when_it_is_said_to_be(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let (given, mut state) = book.open(&customer).expect("a customer of the rule book");
        let mut result = MonthResult::new(customer.start, state.tier());
        let mut due: Vec<Line> = Vec::new();
        for _ in 0..customer.months {
            if book.advance(&given, &mut state, &mut Silent, &mut result).is_err() {
                break;
            }
            let version = &book.rules().versions[result.version];
            let mut lines = result.lines.iter();
            for line in due.iter().filter(|line| version.currency(line.currency).is_some()) {
                prop_assert!(lines.any(|credited| credited == line));
            }
            let delayed: Vec<_> = state.delayed().collect();
            prop_assert!(delayed.is_sorted_by_key(|&(month, _)| month));
            for account in &result.accounts {
                let of_currency = delayed.iter().filter(|(_, line)| line.currency == account.currency);
                prop_assert_eq!(sum(of_currency.map(|(_, line)| line.amount)), account.pending);
            }
            let next = delayed.iter().filter(|&&(month, _)| month == state.month());
            due = next.map(|&(_, line)| line).collect();
        }
    }

    #[test]
    fn a_life_goes_on_from_any_month(bytes in bytes(), stop in 0..16_u32) {
        let (book, customer) = case(Kind::Any, &bytes);
        let months = months(&book, &customer);
        let (given, mut state) = book.open(&customer).expect("a customer of the rule book");
        let mut result = MonthResult::new(customer.start, state.tier());
        let stop = stop.min(u32::try_from(months.len()).expect("few months"));
        for _ in 0..stop {
            prop_assert!(book.advance(&given, &mut state, &mut Silent, &mut result).is_ok());
        }
        // A state that another customer has left behind is taken over as a whole.
        let mut other = Customer { tier: None, lots: Vec::new(), ..customer.clone() };
        other.every.clear();
        let (_, mut saved) = book.open(&other).expect("a customer of the rule book");
        let _ = book.advance(&given, &mut saved, &mut Silent, &mut result);
        saved.clone_from(&state);
        for expected in &months[stop as usize..] {
            prop_assert!(book.advance(&given, &mut saved, &mut Silent, &mut result).is_ok());
            prop_assert_eq!(&result, expected);
        }
    }

    #[test]
    fn tiers_come_out_the_same_without_the_rest(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let (given, mut full) = book.open(&customer).expect("a customer of the rule book");
        let mut tiers = full.clone();
        let mut result = MonthResult::new(customer.start, full.tier());
        for _ in 0..customer.months {
            if book.advance(&given, &mut full, &mut Silent, &mut result).is_err() {
                break;
            }
            prop_assert_eq!(book.advance_tiers(&given, &mut tiers), Ok(()));
            prop_assert_eq!(tiers.tier(), full.tier());
            prop_assert_eq!(tiers.held_until(), full.held_until());
            prop_assert_eq!(tiers.failures(), full.failures());
            prop_assert_eq!(book.qualified(&tiers), book.qualified(&full));
        }
    }

    #[test]
    fn a_buffer_gives_the_last_month(bytes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let mut buffers = book.open(&customer).expect("a customer of the rule book");
        let mut result = MonthResult::new(customer.start, buffers.1.tier());
        let last = book.last_month(&customer, &mut buffers, &mut result);
        match book.simulate(&customer) {
            Ok(months) => prop_assert_eq!(Some(&result), months.last()),
            Err(error) => prop_assert_eq!(last, Err(error)),
        }
    }

    #[test]
    fn more_of_an_input_is_never_worth_less(bytes in bytes(), which in any::<u8>(), more in 0..400_u32) {
        let (book, customer) = case(Kind::Ascending, &bytes);
        let mut richer = customer.clone();
        add(&mut richer.every, &book, which, more);
        // What a month says for itself must not be less than before, either.
        richer.month.values_mut().for_each(|inputs| add_where_given(inputs, &book, which, more));
        let (poor, rich) = (journal(&book, &customer), journal(&book, &richer));
        for (at, (poor, rich)) in poor.iter().zip(&rich).enumerate() {
            prop_assert!(rich.qualified >= poor.qualified, "month {at}");
            if rich.place < poor.place {
                // Who rose earlier may also have fallen earlier: then another multiplier counts.
                continue;
            }
            for (by, amount) in &poor.yields {
                let same = rich.yields.iter().find(|(other, _)| other == by);
                prop_assert!(same.is_some_and(|(_, more)| more >= amount), "month {at}: {by:?}");
            }
        }
    }

    #[test]
    fn no_customer_makes_it_panic(bytes in bytes(), extremes in bytes()) {
        let (book, customer) = case(Kind::Any, &bytes);
        let mut dice = programmes::Dice::new(&extremes);
        let mut json = serde_json::to_value(&customer).expect("plain data");
        spoil(&mut json, &mut dice);
        if let Ok(customer) = serde_json::from_value::<Customer>(json) {
            let _ = book.simulate(&customer);
        }
    }
}

/// A month's qualification, tier and yields before caps.
struct Month {
    qualified: usize,
    place: usize,
    yields: Vec<(Accrual, Number)>,
}

fn journal(book: &RuleBook, customer: &Customer) -> Vec<Month> {
    let (given, mut state) = book.open(customer).expect("a customer of the rule book");
    let mut result = MonthResult::new(customer.start, state.tier());
    let mut months = Vec::new();
    for _ in 0..customer.months {
        let mut journal = Journal::default();
        if book.advance(&given, &mut state, &mut journal, &mut result).is_err() {
            break;
        }
        let yields = journal.of(result.month).filter_map(|event| match event {
            Event::Yielded(yielded) => Some((yielded.by, yielded.amount)),
            _ => None,
        });
        let place = book.version(result.month).rung(result.tier).expect("a tier of the version");
        months.push(Month { qualified: book.qualified(&state), place, yields: yields.collect() });
    }
    months
}

/// More of one of the inputs in every month; a flag is set.
fn add(inputs: &mut Inputs, book: &RuleBook, which: u8, more: u32) {
    let metric = book.rules().ids.metrics.iter().nth(usize::from(which) % 4).expect("four inputs").0;
    let is_flag = book.rules().versions[0]
        .metric(metric)
        .is_some_and(|metric| metric.unit == rulebook::model::Unit::Flag);
    let zero = if is_flag { Value::Flag(false) } else { Value::Number(Number::ZERO) };
    inputs.entry(metric).or_insert(zero);
    add_where_given(inputs, book, which, more);
}

fn add_where_given(inputs: &mut Inputs, book: &RuleBook, which: u8, more: u32) {
    let metric = book.rules().ids.metrics.iter().nth(usize::from(which) % 4).expect("four inputs").0;
    match inputs.get_mut(&metric) {
        Some(Value::Number(number)) => *number = number.plus(Number::from(more)).expect("a small number"),
        Some(Value::Flag(flag)) => *flag = true,
        _ => {}
    }
}

/// Puts what nobody would enter in place of some of what is there.
fn spoil(json: &mut serde_json::Value, dice: &mut programmes::Dice) {
    use serde_json::{Value, json};
    match json {
        Value::Array(list) => list.iter_mut().for_each(|entry| spoil(entry, dice)),
        Value::Object(fields) => fields.values_mut().for_each(|entry| spoil(entry, dice)),
        Value::Number(_) if dice.one_in(6) => {
            *json = json!(dice.pick(&[0_u32, 1, 7, 40, 120, 121, u32::MAX]));
        }
        Value::String(_) if dice.one_in(4) => {
            let texts =
                ["1000000000000000000", "-1000000000000000000", "0.0000000001", "9999-12", "0001-01", "-1"];
            *json = json!(dice.pick(&texts));
        }
        _ => {}
    }
}

#[test]
fn an_id_of_another_rule_book_is_refused() {
    let (book, mut customer) = case(Kind::Any, &[]);
    customer.every.insert(serde_json::from_str("4000000000").expect("an id"), Value::Flag(true));
    assert!(matches!(book.simulate(&customer), Err(RunError::Customer(_))));
}
