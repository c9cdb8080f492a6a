//! Points and other currencies, and how they are earned.

use serde::Serialize;

use super::{CampaignCard, Fact, Link, Page, Reward, Rule, TaskCard, TierMark, TierValue, Timed};

/// `points.html`: how each currency is earned and spent.
#[derive(Clone, Debug, Serialize)]
pub struct PointsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The tiers, lowest first: columns of the multipliers.
    pub tiers: Vec<TierMark>,
    /// The currencies, in the order of their file.
    pub currencies: Vec<Currency>,
    /// Some rewards, cheapest first.
    pub rewards: Vec<Reward>,
    /// All rewards.
    pub all_rewards: Option<Link>,
    /// Some tasks.
    pub tasks: Vec<TaskCard>,
    /// All tasks.
    pub all_tasks: Option<Link>,
    /// How many tasks there are that nobody is told of.
    pub hidden_tasks: usize,
    /// Campaigns that run or are coming.
    pub campaigns: Vec<CampaignCard>,
}

/// A currency and its accrual rules.
#[derive(Clone, Debug, Serialize)]
pub struct Currency {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The currency in a sentence.
    pub summary: Option<String>,
    /// Worth, cap, expiry.
    pub facts: Vec<Fact>,
    /// The ways to earn it.
    pub earn: Vec<EarnRule>,
}

/// A way to earn a currency.
#[derive(Clone, Debug, Serialize)]
pub struct EarnRule {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The rule in words: "每消费满 20 元得 1 积分".
    pub text: String,
    /// The bands of a graduated rate, each in words.
    pub bands: Vec<String>,
    /// Tiers' multipliers, in the order of the ladder; empty: the same for all.
    pub times: Vec<TierValue>,
    /// The cap in words.
    pub cap: Option<String>,
    /// Who earns it.
    pub condition: Option<Rule>,
    /// When it is in force, if not always.
    pub when: Option<Timed>,
}
