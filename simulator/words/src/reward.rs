//! Rewards of the mall in words.

use rulebook::Number;
use rulebook::model::{Reward, Version};

use crate::clause::Clause;
use crate::ladder::Run;
use crate::speaker::Speaker;

impl Speaker<'_> {
    /// A reward's price where no tier has its own; a phrase: `12,000 积分 + 99 元`.
    pub fn price(self, reward: &Reward) -> String {
        self.price_of(reward, reward.price)
    }

    /// A reward's price for the tier on a rung of the ladder.
    pub fn price_at(self, reward: &Reward, rung: usize) -> String {
        self.price_of(reward, reward.prices.get(rung).copied().unwrap_or(reward.price))
    }

    /// A reward's prices by tier, where they differ; a phrase.
    pub fn prices(self, version: &Version, reward: &Reward) -> Option<String> {
        let runs = Run::of(reward.prices.iter().map(|price| *price.unwrap_or(&reward.price)));
        let differ = runs.iter().any(|run| run.value != reward.price);
        differ.then(|| self.by_tier(version, "tier-grant", &runs, |price| self.price_of(reward, *price)))
    }

    /// A reward in sentences: its price, or its prices by tier, and its days.
    pub fn reward(self, version: &Version, reward: &Reward) -> Vec<Clause> {
        let prices = self.prices(version, reward).unwrap_or_else(|| self.price(reward));
        let mut said = vec![Clause::leaf(self.stopped(prices))];
        if let Some(validity) = self.validity(reward.validity) {
            said.push(Clause::leaf(self.message("reward-valid").with("validity", validity).say()));
        }
        said
    }

    fn price_of(self, reward: &Reward, price: Number) -> String {
        let points = self.amount(reward.currency, price);
        match (price.is_zero(), reward.cash.is_zero()) {
            (_, true) => points,
            (true, false) => self.money(reward.cash),
            (false, false) => self
                .message("price-and-cash")
                .with("price", points)
                .with("cash", self.money(reward.cash))
                .say(),
        }
    }
}
