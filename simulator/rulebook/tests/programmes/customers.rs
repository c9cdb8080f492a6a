//! Random customers of a rule book.

use rulebook::model::{MetricSource, Unit};
use rulebook::{Customer, Date, Inputs, Month, PriorCredit, RuleBook, Value};

use super::Dice;

pub(crate) fn customer(book: &RuleBook, dice: &mut Dice) -> Customer {
    let start: Month = "2026-02".parse().expect("a month");
    let (rules, version) = (book.rules(), book.version(start));
    let mut customer = Customer::new(start, 1 + u32::from(dice.roll(16)));
    let ladder: Vec<_> = version.ladder.iter().map(|tier| tier.id).collect();
    customer.tier = dice.maybe(|dice| dice.pick(&ladder));
    customer.held_until = dice.maybe(|dice| start.plus(i32::from(dice.roll(8))));
    let tasks: Vec<_> = rules.ids.tasks.iter().map(|(id, _)| id).collect();
    customer.achieved = if dice.one_in(3) { vec![dice.pick(&tasks)] } else { Vec::new() };
    let currencies: Vec<_> = version.currencies.iter().map(|currency| currency.id).collect();
    let past = |dice: &mut Dice| PriorCredit {
        currency: dice.pick(&currencies),
        month: start.plus(-1 - i32::from(dice.roll(5))),
        amount: dice.amount(),
    };
    customer.lots = dice.some(0, past);
    customer.earned = dice.some(0, past);
    customer.every = inputs(book, dice);
    for _ in 0..dice.roll(4) {
        let month = start.plus(i32::from(dice.roll(12)));
        customer.month.insert(month, inputs(book, dice));
    }
    for _ in 0..dice.roll(3) {
        let month = start.plus(i32::from(dice.roll(12)));
        customer.redeem.entry(month).or_default().insert(dice.pick(&currencies), dice.rate());
    }
    customer.members = dice.some(0, |dice| inputs(book, dice));
    customer
}

fn inputs(book: &RuleBook, dice: &mut Dice) -> Inputs {
    let metrics = book.rules().versions[0].metrics.iter();
    let metrics = metrics.filter(|metric| matches!(metric.source, MetricSource::Input(_)));
    let mut inputs = Inputs::new();
    for metric in metrics {
        if dice.roll(4) == 3 {
            continue;
        }
        let value = match metric.unit {
            Unit::Flag => Value::Flag(dice.flip()),
            Unit::Date => {
                Value::Date(Date::new(2020 + i32::from(dice.roll(8)), 1 + dice.roll(12), 1 + dice.roll(28)))
            }
            _ => Value::Number(dice.amount()),
        };
        inputs.insert(metric.id, value);
    }
    inputs
}
