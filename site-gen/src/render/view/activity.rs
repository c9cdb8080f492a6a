//! What is on: campaigns and growth tasks.

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

/// `tasks.html`: growth tasks, each with an anchor.
#[derive(Clone, Debug, Serialize)]
pub struct TasksView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The tasks that are shown.
    pub tasks: Vec<TaskCard>,
    /// How many there are that nobody is told of.
    pub hidden: usize,
}

/// A growth task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskCard {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its place in the overview, relative to the page it is shown on.
    pub href: String,
    /// The task in a sentence.
    pub summary: Option<String>,
    /// What has to be done.
    pub rule: Option<Rule>,
    /// What is given, each in short: "500 积分".
    pub rewards: Vec<String>,
    /// How often: "一次", "每月一次".
    pub repeat: Option<String>,
    /// The author's text.
    pub body: Option<Html>,
}
