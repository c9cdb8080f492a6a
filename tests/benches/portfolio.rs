//! A hundred thousand customers in a row, each another: one pass, and what it allocates.

use std::time::{Duration, Instant};

use allocation_counter::{AllocationInfo, measure};
use rulebook::{Customer, MonthResult, RuleBook};
use tests::customers::{customers, empty, sample};

const CUSTOMERS: u32 = 100_000;

fn main() {
    let book = sample();
    let all = customers(&book, CUSTOMERS as usize);
    let nobodies = vec![Customer::new(all[0].start, 12); CUSTOMERS as usize];
    let (floor, _) = pass(&empty(), &nobodies);
    let (time, allocations) = pass(&book, &all);
    println!("{CUSTOMERS} customers, a year each");
    println!("  without rules (floor)  {:>9.3?} a customer", floor / CUSTOMERS);
    println!("  the sample             {:>9.3?} a customer", time / CUSTOMERS);
    println!(
        "  allocations            {} in all, {} bytes",
        allocations.count_total, allocations.bytes_total
    );
}

/// How long all customers take, once the buffers have grown with the first, and what is allocated meanwhile.
fn pass(book: &RuleBook, customers: &[Customer]) -> (Duration, AllocationInfo) {
    let first = &customers[0];
    let mut buffers = book.open(first).expect("a customer of the rule book");
    let mut result = MonthResult::new(first.start, buffers.1.tier());
    book.last_month(first, &mut buffers, &mut result).expect("a run without an error");
    let mut time = Duration::ZERO;
    let allocations = measure(|| {
        let start = Instant::now();
        for customer in customers {
            book.last_month(customer, &mut buffers, &mut result).expect("a run without an error");
        }
        time = start.elapsed();
    });
    (time, allocations)
}
