//! Campaigns in words.

use rulebook::Validity;
use rulebook::model::{Boost, Campaign, Gift, Version};

use crate::clause::Clause;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// A campaign in sentences: its days, its audience, its boosts and its gifts.
    pub fn campaign(self, version: &Version, campaign: &Campaign) -> Vec<Clause> {
        let days = self.date_range(campaign.from, campaign.to);
        let mut said = vec![Clause::leaf(self.message("campaign-days").with("days", days).say())];
        said.push(match &campaign.audience {
            Some(audience) => {
                let (line, list) = (self.message("campaign-for"), self.message("campaign-for-list"));
                self.conditioned(version, audience, line, list)
            }
            None => Clause::leaf(self.message("campaign-for-all").say()),
        });
        said.extend(campaign.boosts.iter().map(|boost| Clause::leaf(self.boost(version, boost))));
        let days = Validity { from: Some(campaign.from), to: Some(campaign.to) };
        if !campaign.boosts.is_empty() && time::shares_a_month(days) {
            said.push(Clause::leaf(self.message("boost-shared").say()));
        }
        said.extend(campaign.gifts.iter().map(|gift| self.gift(version, gift)));
        said
    }

    /// A gift of a campaign; a sentence.
    pub fn gift(self, version: &Version, gift: &Gift) -> Clause {
        let amount = self.amount(gift.credit.currency, gift.credit.amount);
        let message = |key| self.message(key).with("amount", amount.clone());
        match &gift.when {
            Some(when) => self.conditioned(version, when, message("gift-when"), message("gift-when-list")),
            None => Clause::leaf(message("gift").say()),
        }
    }

    /// A boost of a campaign; a sentence.
    pub fn boost(self, version: &Version, boost: &Boost) -> String {
        let rule = version.earn_rule(boost.earn);
        let message = self.message("boost").with("earn", self.name(boost.earn));
        let boosted = message.with("times", self.multiplier(boost.times)).say();
        match rule.and_then(|rule| self.cap(version, rule.currency, boost.cap.as_ref())) {
            Some(cap) => self.message("boost-cap").with("boost", boosted).with("cap", cap).say(),
            None => self.sentence(&boosted),
        }
    }
}
