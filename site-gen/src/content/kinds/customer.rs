//! Customers and worked examples.

use rulebook::{TaskKey, TierKey};

use super::super::record::{Read, Reader, record};
use super::super::shapes::{Entries, NotNegative, Raw, Ref, Text, Whole};
use super::super::value::{Node, Spanned, Value};

record! {
    /// A customer's file
    pub struct Customer {
        /// First month.
        required start: rulebook::Month,
        /// How many months to run.
        required months: Whole<1, 120>,
        /// The tier in force in the first month.
        optional tier: Ref<TierKey>,
        /// The last month of that tier's hold.
        optional held_until: rulebook::Month,
        /// Tasks achieved before the start.
        optional achieved: Vec<Spanned<Ref<TaskKey>>>,
        /// Opening balances.
        optional lots: Entries<Vec<Spanned<PastAmount>>>,
        /// Credited before the start; counts for `earned` metrics only.
        optional earned: Entries<Vec<Spanned<PastAmount>>>,
        /// Input metrics, the same in every month.
        optional every: Entries<Raw>,
        /// What differs in one month.
        optional month: Entries<Entries<Raw>>,
        /// What is spent in a month.
        optional redeem: Entries<Entries<NotNegative>>,
        /// The other members of the household.
        optional members: Vec<Spanned<Entries<Raw>>>,
    }

    /// `examples/ID.toml`
    pub struct Example {
        /// Its name.
        words name: Text,
        /// What it shows.
        words text: Text,
        /// Where it comes from.
        words source: Text,
        /// What must come out, by month.
        optional expect: Entries<Raw>,
        /// First month.
        required start: rulebook::Month,
        /// How many months to run.
        required months: Whole<1, 120>,
        /// The tier in force in the first month.
        optional tier: Ref<TierKey>,
        /// The last month of that tier's hold.
        optional held_until: rulebook::Month,
        /// Tasks achieved before the start.
        optional achieved: Vec<Spanned<Ref<TaskKey>>>,
        /// Opening balances.
        optional lots: Entries<Vec<Spanned<PastAmount>>>,
        /// Credited before the start; counts for `earned` metrics only.
        optional earned: Entries<Vec<Spanned<PastAmount>>>,
        /// Input metrics, the same in every month.
        optional every: Entries<Raw>,
        /// What differs in one month.
        optional month: Entries<Entries<Raw>>,
        /// What is spent in a month.
        optional redeem: Entries<Entries<NotNegative>>,
        /// The other members of the household.
        optional members: Vec<Spanned<Entries<Raw>>>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }
}

impl Example {
    /// The customer that it is about.
    pub fn customer(&self) -> Customer {
        let Self { span, has_unknown, start, months, tier, held_until, achieved, lots, earned, .. } =
            self.clone();
        let Self { every, month, redeem, members, .. } = self.clone();
        Customer {
            span,
            has_unknown,
            start,
            months,
            tier,
            held_until,
            achieved,
            lots,
            earned,
            every,
            month,
            redeem,
            members,
        }
    }
}

/// An amount of a month before the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastAmount(pub rulebook::Month, pub NotNegative);

impl Read for PastAmount {
    const EXPECTED: &'static str = "past-amount";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Array(nodes) if nodes.len() == 2 => {
                let month = rulebook::Month::read(&nodes[0], reader);
                let amount = NotNegative::read(&nodes[1], reader);
                Some(Self(month?, amount?))
            }
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}
