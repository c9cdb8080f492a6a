//! What the benchmarks evaluate: the sample programme, and customers who differ.

use std::path::Path;

use rulebook::model::{Fall, Hold, MetricSource, Tier, Unit, Version};
use rulebook::{Customer, Date, IdTable, Ids, Month, Number, Period, RuleBook, Rules, Value, YearStart};
use site_gen::programme::Programme;

/// The rule book of the sample programme.
pub fn sample() -> RuleBook {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let programme = Programme::from_disk(&content, false).expect("the sample can be read");
    programme.catalogue.expect("the sample has no mistakes").book
}

/// A rule book of one tier and nothing else: what a run takes by itself.
pub fn empty() -> RuleBook {
    let tiers = IdTable::new(["base".to_owned()]);
    let base = Tier {
        id: tiers.find("base").expect("the only tier"),
        rank: 1,
        qualify: None,
        keep: None,
        hold: Hold::None,
        grace: 0,
        fall: Fall::All,
    };
    let version = Version::new(start(), Period::Month, vec![base].into());
    let ids = Ids { tiers, ..Ids::default() };
    let (currency, year_starts) = ("CNY".to_owned(), YearStart::JANUARY);
    RuleBook::new(Rules { currency, year_starts, ids, versions: vec![version] })
        .expect("nothing needs anything")
}

/// A customer with some money and little else, three months old.
pub fn newcomer(book: &RuleBook) -> Customer {
    let mut customer = Customer::new(start(), 3);
    for (metric, value) in [("deposits", 300_000), ("funds", 50_000), ("spend", 3_000)] {
        let metric = book.rules().ids.metrics.find(metric).expect("an input of the sample");
        customer.every.insert(metric, Value::Number(Number::from(value)));
    }
    customer
}

/// So many customers, each another, with a year before them: any tier, any flag, any value up to a million.
pub fn customers(book: &RuleBook, count: usize) -> Vec<Customer> {
    let mut chance = Chance(1);
    (0..count).map(|_| customer(book, &mut chance)).collect()
}

fn customer(book: &RuleBook, chance: &mut Chance) -> Customer {
    let mut customer = Customer::new(start(), 12);
    let version = book.version(customer.start);
    let tier = chance.below(u32::try_from(version.ladder.len()).expect("few tiers"));
    customer.tier = version.ladder.get(tier as usize).map(|tier| tier.id);
    let inputs = version.metrics.iter().filter(|metric| matches!(metric.source, MetricSource::Input(_)));
    for metric in inputs {
        let value = match metric.unit {
            Unit::Flag => Value::Flag(chance.below(2) == 1),
            Unit::Date => {
                Value::Date(Date::new(2015, 1 + u8::try_from(chance.below(12)).expect("a month"), 9))
            }
            Unit::Money => Value::Number(money(chance)),
            Unit::Count | Unit::Months | Unit::Years | Unit::Currency(_) => {
                Value::Number(Number::from(chance.below(30)))
            }
        };
        customer.every.insert(metric.id, value);
    }
    customer
}

fn money(chance: &mut Chance) -> Number {
    let text = format!("{}.{:02}", chance.below(1_000_000), chance.below(100));
    text.parse().expect("an amount")
}

fn start() -> Month {
    Month::new(2026, 1).expect("a month")
}

/// Numbers that look random and are the same in every run (a multiplicative generator of Lehmer's).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        u32::try_from(self.0 % u64::from(end)).expect("below a number of 32 bits")
    }
}
