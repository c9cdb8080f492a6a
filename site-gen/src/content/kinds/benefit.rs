//! Benefits: their shelves, their pools, and what each tier has of them.

use rulebook::{Date, Period, PoolKey};

use super::super::condition::Condition;
use super::super::kind::{CategoryKey, PartnerKey};
use super::super::record::{Read, Reader, record};
use super::super::shapes::{Entries, NotNegative, Ref, Share, Text, Whole};
use super::super::value::{Node, Spanned, Value};

record! {
    /// A table of `categories.toml`
    pub struct Category {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What is on it.
        words text: Text,
        /// What is on it.
        words description: Text,
        /// The name of an icon.
        optional icon: Text,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// A table of `pools.toml`
    pub struct Pool {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// How many may be chosen, by tier.
        optional pick: Entries<Whole<0, { u32::MAX }>>,
        /// In each.
        optional per: Period,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
    }

    /// `benefits/ID.md`
    pub struct Benefit {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// The shelf that it stands on.
        optional category: Ref<CategoryKey>,
        /// Where it can be used.
        optional channels: Vec<Spanned<Text>>,
        /// Who supplies it.
        optional partner: Ref<PartnerKey>,
        /// Who has it, beside the tier.
        optional when: Condition,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
        /// The pool that it is chosen from.
        optional pool: Ref<PoolKey>,
        /// What each tier has of it.
        optional tiers: Entries<Grant>,
        /// Never published.
        optional internal: BenefitInternal,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `[tiers.ID]` of a benefit
    pub struct Grant {
        /// So many uses, or `"unlimited"`.
        optional quota: Quota,
        /// In each.
        optional per: Period,
        /// Value of one use to the customer.
        optional worth: NotNegative,
        /// Uses a year to reckon with where there is no quota.
        optional expected: NotNegative,
        /// A share off the price.
        optional discount: Share,
        /// Money.
        optional amount: NotNegative,
        /// A rate.
        optional rate: NotNegative,
        /// Wording for the table's cell.
        words text: Text,
        /// Whether the inheritance ends here.
        optional withdrawn: bool,
    }

    /// `[internal]` of a benefit
    pub struct BenefitInternal {
        /// The bank's cost of one use.
        optional cost: NotNegative,
        /// The share of the grant that is used.
        optional take_up: Share,
    }
}

/// So many uses, or as many as one likes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quota {
    /// So many.
    Uses(NotNegative),
    /// `"unlimited"`
    Unlimited,
}

impl Read for Quota {
    const EXPECTED: &'static str = "quota";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "unlimited" => Some(Self::Unlimited),
            Value::Text(text) if !text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) => {
                super::super::shapes::choice(node, reader, &[("unlimited", Self::Unlimited)])
            }
            Value::Number(_) | Value::Text(_) => NotNegative::read(node, reader).map(Self::Uses),
            _ => reader.wrong_type(node, Self::EXPECTED),
        }
    }
}
