//! Items of the rewards mall.

use rulebook::{CurrencyKey, Date};

use super::super::kind::{CategoryKey, PartnerKey};
use super::super::record::record;
use super::super::shapes::{Entries, NotNegative, Ref, Text};
use super::super::value::Spanned;

record! {
    /// `rewards/ID.md`
    pub struct Reward {
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
        /// In which its price is; the first redeemable one if absent.
        optional currency: Ref<CurrencyKey>,
        /// The price.
        required price: NotNegative,
        /// Prices by tier.
        optional prices: Entries<NotNegative>,
        /// Money paid besides.
        optional cash: NotNegative,
        /// Value to the customer.
        optional worth: NotNegative,
        /// Who supplies it.
        optional partner: Ref<PartnerKey>,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
        /// Never published.
        optional internal: RewardInternal,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// `[internal]` of a reward
    pub struct RewardInternal {
        /// The bank's cost of one.
        optional cost: NotNegative,
        /// How many there are.
        optional stock: NotNegative,
    }
}
