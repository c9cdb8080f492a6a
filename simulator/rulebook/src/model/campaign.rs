//! Campaigns: what is earned faster, and what is given, for a time.

use serde::{Deserialize, Serialize};

use super::{Cap, Condition, Credit};
use crate::calendar::Date;
use crate::ids::{CampaignId, EarnId};
use crate::number::Number;

/// A campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Whom it is for; everybody, if absent.
    pub audience: Option<Condition>,
    /// More of what a rule yields.
    pub boosts: Vec<Boost>,
    /// Given once.
    pub gifts: Vec<Gift>,
}

/// More of what a rule yields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boost {
    /// The rule.
    pub earn: EarnId,
    /// So many times as much; at least 1.
    pub times: Number,
    /// Its own cap.
    pub cap: Option<Cap>,
}

/// A credit in the first month of the campaign in which the audience and `when` hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gift {
    /// Who gets it; the whole audience, if absent.
    pub when: Option<Condition>,
    /// What is given.
    pub credit: Credit,
}
