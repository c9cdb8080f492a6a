//! A customer's run, and what holds of every one.

use std::collections::BTreeMap;

use answers::{Failure, Months};
use rulebook::explain::What;
use rulebook::{CurrencyId, Customer, MonthResult, Number, RuleBook, Session, Sum};

/// Runs a customer; an error is as good as a result. Whether there was none.
pub(crate) fn run(book: &RuleBook, customer: &Customer) -> bool {
    let ids = &book.rules().ids;
    let months = match book.simulate(customer) {
        Ok(months) => months,
        Err(error) => {
            answers::text(&Failure::new(&error, ids));
            return false;
        }
    };
    answers::text(&Months::new(&months, ids));
    assert_eq!(months.len(), customer.months as usize);
    add_up(customer, &months);
    let pairs = months.windows(2);
    for pair in pairs.filter(|pair| pair[0].version == pair[1].version) {
        assert_eq!(pair[0].next_tier, pair[1].tier, "{}: the next month's tier", pair[0].month);
    }
    other_ways(book, customer, &months);
    true
}

/// What is credited and neither redeemed nor expired is held.
fn add_up(customer: &Customer, months: &[MonthResult]) {
    let mut held: BTreeMap<CurrencyId, Sum> = BTreeMap::new();
    for lot in &customer.lots {
        held.entry(lot.currency).or_default().add(lot.amount);
    }
    for month in months {
        for account in &month.accounts {
            let held = held.entry(account.currency).or_default();
            held.add(account.earned);
            held.subtract(account.redeemed);
            held.subtract(account.expired);
            assert_eq!(held.total(), Ok(account.balance), "{}: what is held", month.month);
            let others = [account.earned, account.redeemed, account.expired, account.pending];
            let negative = others.into_iter().chain([account.balance]).find(|amount| *amount < Number::ZERO);
            assert_eq!(negative, None, "{}: less than nothing", month.month);
        }
        assert!(month.lines.iter().all(|line| line.amount.is_positive()), "{}: an empty line", month.month);
    }
}

/// The other ways to the result come to the same one, and all of the last month can be explained.
fn other_ways(book: &RuleBook, customer: &Customer, months: &[MonthResult]) {
    let last = months.last().expect("at least one month");
    let mut opened = book.open(customer).expect("the customer was run before");
    let mut buffer = MonthResult::new(customer.start, last.tier);
    assert_eq!(book.last_month(customer, &mut opened, &mut buffer), Ok(()));
    assert_eq!(&buffer, last);
    let session = Session::open(book, customer.clone()).expect("the customer was run before");
    assert_eq!(session.months(), months);
    let ids = &book.rules().ids;
    let of_kinds = What::KINDS.into_iter().flat_map(|kind| ids.of_kind(kind));
    let figures = std::iter::once(What::Tier).chain(of_kinds.map(|(id, _)| What::Of(id)));
    for figure in figures {
        session.why(last.month, figure);
    }
}
