//! The rewards mall: what currencies buy.

use serde::Serialize;

use super::{Html, Link, Page, TierValue, Timed};

/// `rewards.html`: the rewards mall, each item with an anchor.
#[derive(Clone, Debug, Serialize)]
pub struct RewardsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The shelves.
    pub categories: Vec<RewardCategory>,
}

/// A shelf of the mall.
#[derive(Clone, Debug, Serialize)]
pub struct RewardCategory {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its icon, one of the theme's.
    pub icon: Option<String>,
    /// What is on it, in a sentence.
    pub description: Option<String>,
    /// The items.
    pub items: Vec<Reward>,
}

/// An item of the mall.
#[derive(Clone, Debug, Serialize)]
pub struct Reward {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its place in the overview, relative to the page it is shown on.
    pub href: String,
    /// The item in a sentence.
    pub summary: Option<String>,
    /// Its icon (that of its category), one of the theme's.
    pub icon: Option<String>,
    /// The price: "12,000 积分", cash included.
    pub price: String,
    /// Tiers' prices, where they differ.
    pub prices: Vec<TierValue>,
    /// What it is worth in money.
    pub worth: Option<String>,
    /// Who provides it.
    pub partner: Option<Link>,
    /// When it is to be had, if not always.
    pub when: Option<Timed>,
    /// The author's text.
    pub body: Option<Html>,
}
