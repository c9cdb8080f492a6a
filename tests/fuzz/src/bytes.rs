//! Bytes as a source of choices.

use std::collections::BTreeMap;

use rulebook::model::{Unit, Version};
use rulebook::{Customer, Date, Id, IdTable, Inputs, Kind, Month, Number, PriorCredit, RuleBook, Value};

/// Numbers at which things change.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "0.01",
    "0.0000000001",
    "0.5",
    "12",
    "999.99",
    "300000",
    "1000000000",
    "999999999999999999.9999999999",
    "1000000000000000000",
    "-1000000000000000000",
];

/// Hands out bytes from the front; 0 when there are no more.
pub(crate) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `most`; 0 if that is 0.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        let wide = usize::from(self.byte());
        let wide = if most > 256 { wide << 8 | usize::from(self.byte()) } else { wide };
        wide.checked_rem(most).unwrap_or(0)
    }

    pub(crate) fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 1
    }

    pub(crate) fn number(&mut self) -> Number {
        let text = match self.below(3) {
            0 => return Number::from(u32::from(self.byte())),
            1 => NUMBERS[self.below(NUMBERS.len())].to_owned(),
            _ => {
                let units = u32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()]);
                format!("{}.{:02}", units / 100, units % 100)
            }
        };
        text.parse().expect("a number in range")
    }

    /// A month of some thirty years.
    fn month(&mut self) -> Month {
        let year = 2005 + i32::from(self.byte() % 32);
        Month::new(year, 1 + self.byte() % 12).expect("a month")
    }

    fn near(&mut self, month: Month) -> Month {
        month.plus(i32::from(self.byte().cast_signed()) / 4)
    }

    pub(crate) fn id<K: Kind>(&mut self, table: &IdTable<K>) -> Option<Id<K>> {
        let at = self.below(table.len());
        table.iter().nth(at).map(|(id, _)| id)
    }

    /// A customer, who as a rule fits the rule book.
    pub(crate) fn customer(&mut self, book: &RuleBook) -> Customer {
        let ids = &book.rules().ids;
        let first = book.rules().versions[0].from;
        let start = if self.chance(4) { self.month() } else { self.near(first) };
        let mut customer = Customer::new(start, 1 + u32::from(self.byte() % 24));
        let version = book.version(start);
        if self.chance(2) {
            customer.tier = self.id(&ids.tiers);
            customer.held_until = self.chance(2).then(|| self.near(start));
        }
        if self.chance(3) {
            customer.achieved.extend(self.id(&ids.tasks));
        }
        customer.lots = self.past(book, start);
        customer.earned = self.past(book, start);
        customer.every = self.inputs(version);
        for _ in 0..self.below(4) {
            let (month, inputs) = (self.near(start), self.inputs(version));
            customer.month.insert(month, inputs);
        }
        for _ in 0..self.below(4) {
            let month = self.near(start);
            let redeemed = self.id(&ids.currencies).map(|currency| (currency, self.number()));
            customer.redeem.insert(month, BTreeMap::from_iter(redeemed));
        }
        for _ in 0..self.below(3) {
            customer.members.push(self.inputs(version));
        }
        customer
    }

    fn past(&mut self, book: &RuleBook, start: Month) -> Vec<PriorCredit> {
        let mut all = Vec::new();
        for _ in 0..self.below(4) {
            if let Some(currency) = self.id(&book.rules().ids.currencies) {
                let month = start.plus(-1 - i32::from(self.byte()) / 4);
                all.push(PriorCredit { currency, month, amount: self.number() });
            }
        }
        all
    }

    fn inputs(&mut self, version: &Version) -> Inputs {
        let mut inputs = Inputs::new();
        for metric in &version.metrics {
            let value = match (self.below(16), metric.unit) {
                (0, _) => continue,
                (2, _) | (1, Unit::Date) => Value::Date(Some(self.date())),
                (3, Unit::Flag) | (1, _) => Value::Number(self.number()),
                (3, _) => Value::Flag(true),
                (_, Unit::Flag) => Value::Flag(self.chance(2)),
                (_, Unit::Date) => Value::Date(self.chance(2).then(|| self.date())),
                _ => Value::Number(self.number()),
            };
            inputs.insert(metric.id, value);
        }
        inputs
    }

    fn date(&mut self) -> Date {
        let month = self.month();
        Date::new(month.year(), month.number(), 1 + self.byte() % 28).expect("a day of any month")
    }
}
