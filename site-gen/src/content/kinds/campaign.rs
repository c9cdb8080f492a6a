//! Campaigns.

use rulebook::{CurrencyKey, Date, EarnKey};

use super::super::condition::Condition;
use super::super::record::record;
use super::super::shapes::{AtLeastOne, NotNegative, Ref, Text};
use super::super::value::Spanned;
use super::earning::Cap;

record! {
    /// `campaigns/ID.md`
    pub struct Campaign {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// First day.
        required from: Date,
        /// Last day.
        required to: Date,
        /// Its phases.
        optional phases: Vec<Spanned<Phase>>,
        /// Whom it is for.
        optional audience: Condition,
        /// More of what a rule yields.
        optional boosts: Vec<Spanned<Boost>>,
        /// Given once.
        optional gifts: Vec<Spanned<Gift>>,
        /// Never published.
        optional internal: CampaignInternal,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// A phase of a campaign
    pub struct Phase {
        /// Its name.
        words name: Text,
        /// First day.
        optional from: Date,
        /// Last day.
        optional to: Date,
    }

    /// A boost of a campaign
    pub struct Boost {
        /// The rule.
        required earn: Ref<EarnKey>,
        /// So many times as much.
        required times: AtLeastOne,
        /// Its own cap.
        optional cap: Cap,
    }

    /// A gift of a campaign
    pub struct Gift {
        /// Who gets it.
        optional when: Condition,
        /// The currency; the first if absent.
        optional currency: Ref<CurrencyKey>,
        /// How much.
        required amount: NotNegative,
    }

    /// `[internal]` of a campaign
    pub struct CampaignInternal {
        /// What it may cost.
        optional budget: NotNegative,
    }
}
