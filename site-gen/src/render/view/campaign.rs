//! Campaigns: their phases, and what they offer.

use serde::Serialize;

use super::{Html, Page, Rule, Timed};

/// `campaigns.html`: all campaigns.
#[derive(Clone, Debug, Serialize)]
pub struct CampaignsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// Running first, then coming, then ended.
    pub campaigns: Vec<CampaignCard>,
}

/// A campaign in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CampaignCard {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The campaign in a sentence.
    pub summary: Option<String>,
    /// When it runs.
    pub when: Timed,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
}

/// A phase of a campaign.
#[derive(Clone, Debug, Serialize)]
pub struct Phase {
    /// Its name.
    pub name: String,
    /// When it runs.
    pub when: Timed,
}

/// `campaign.html`: one campaign.
#[derive(Clone, Debug, Serialize)]
pub struct CampaignView {
    /// What every page has.
    pub page: Page,
    /// The campaign in a sentence.
    pub summary: Option<String>,
    /// When it runs.
    pub when: Timed,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
    /// Who may take part; absent: everybody.
    pub audience: Option<Rule>,
    /// What is earned faster.
    pub boosts: Vec<Offer>,
    /// What is given.
    pub gifts: Vec<Offer>,
    /// The author's text.
    pub body: Option<Html>,
    /// Other campaigns.
    pub others: Vec<CampaignCard>,
}

/// Something that a campaign offers.
#[derive(Clone, Debug, Serialize)]
pub struct Offer {
    /// What, in short: "刷卡消费 3 倍积分".
    pub title: String,
    /// What has to be done for it.
    pub condition: Option<Rule>,
    /// The cap in words.
    pub cap: Option<String>,
}
