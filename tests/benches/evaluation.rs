//! One customer of the sample programme, again and again, beside its floor: a run without rules,
//! and bare additions.

use std::hint::black_box;

use criterion::Criterion;
use rulebook::{Customer, MonthResult, Number, RuleBook, Session, Sum};
use tests::customers::{customers, empty, sample};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    evaluation(&mut criterion);
    criterion.final_summary();
}

fn evaluation(criterion: &mut Criterion) {
    let book = sample();
    let customer = &customers(&book, 2)[1];
    let mut group = criterion.benchmark_group("evaluation");

    let amount = Number::from(300_000);
    group.bench_function("floor: a thousand additions", |bencher| {
        bencher.iter(|| (0..1_000).map(|_| black_box(amount)).collect::<Sum>());
    });
    let empty = empty();
    let nobody = Customer::new(customer.start, 12);
    group.bench_function("floor: a year without rules", |bencher| year(bencher, &empty, &nobody));

    group.bench_function("a year", |bencher| year(bencher, &book, customer));
    group.bench_function("a year, all months kept", |bencher| bencher.iter(|| book.simulate(customer)));
    group.bench_function("a year, kept as a session", |bencher| {
        bencher.iter(|| Session::open(&book, customer.clone()));
    });
    group.bench_function("two years, tiers only", |bencher| {
        let (given, opening) = book.open(customer).expect("a customer of the sample");
        let mut state = opening.clone();
        bencher.iter(|| {
            state.clone_from(&opening);
            (0..24).try_for_each(|_| book.advance_tiers(&given, &mut state))
        });
    });

    let wire = book.to_wire();
    group.bench_function("reading the wire form", |bencher| bencher.iter(|| RuleBook::from_wire(&wire)));
    group.finish();
}

/// Into buffers, as a portfolio is run.
fn year(bencher: &mut criterion::Bencher, book: &RuleBook, customer: &Customer) {
    let mut buffers = book.open(customer).expect("a customer of the rule book");
    let mut result = MonthResult::new(customer.start, buffers.1.tier());
    bencher.iter(|| book.last_month(black_box(customer), &mut buffers, &mut result));
}
