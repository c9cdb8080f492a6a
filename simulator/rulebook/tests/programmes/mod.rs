//! Random programmes and customers. They are thrown with [`Dice`]: a list of bytes, of which each choice takes one, so that
//! a failing case shrinks byte by byte, and so that a fuzzer may throw them, too.

mod customers;
mod rules;

pub(crate) use customers::customer;
pub(crate) use rules::{Kind, rules};

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use rulebook::{Customer, Number, RuleBook};

/// Where random choices come from; when it is used up, every choice is the first.
pub(crate) struct Dice<'a>(std::slice::Iter<'a, u8>);

impl<'a> Dice<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes.iter())
    }

    /// One of 0 to `sides` − 1.
    pub(crate) fn roll(&mut self, sides: u8) -> u8 {
        self.0.next().map_or(0, |byte| byte % sides)
    }

    pub(crate) fn flip(&mut self) -> bool {
        self.roll(2) == 1
    }

    pub(crate) fn one_in(&mut self, times: u8) -> bool {
        self.roll(times) == 1
    }

    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let sides = u8::try_from(choices.len()).expect("few choices");
        choices[usize::from(self.roll(sides))]
    }

    /// Up to three of something.
    pub(crate) fn some<T>(&mut self, least: u8, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = least + self.roll(4 - least);
        (0..count).map(|_| make(self)).collect()
    }

    pub(crate) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flip().then(|| make(self))
    }

    /// 0 to 510.1, with few decimals.
    pub(crate) fn amount(&mut self) -> Number {
        let (whole, tenths) = (u32::from(self.roll(255)) * 2, self.roll(3));
        number(&format!("{whole}.{tenths}"))
    }

    /// A number of few thousandths.
    pub(crate) fn rate(&mut self) -> Number {
        number(&format!("0.{:03}", self.roll(200)))
    }
}

pub(crate) fn number(text: &str) -> Number {
    text.parse().expect("a number")
}

/// Bytes to throw.
pub(crate) fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..900)
}

/// A rule book and a customer of it.
pub(crate) fn case(kind: Kind, bytes: &[u8]) -> (RuleBook, Customer) {
    let mut dice = Dice::new(bytes);
    let book = RuleBook::new(rules(kind, &mut dice)).expect("rules that need only earlier ones");
    let customer = customer(&book, &mut dice);
    (book, customer)
}
