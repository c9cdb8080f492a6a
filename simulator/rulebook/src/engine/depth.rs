//! What tiers build on: the part of the rules that is enough to know a customer's tiers, month after month.

use std::collections::HashSet;

use crate::ids::{AnyId, CampaignId, CurrencyId, EarnId};
use crate::model::Version;
use crate::needs::{Need, Needs};

/// What is evaluated of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// Everything.
    Full,
    /// What tiers build on.
    Tiers,
}

/// All that the ladders of all versions need, directly or not, in this month or one before.
#[derive(Default)]
pub(super) struct TierNeeds {
    members: HashSet<AnyId>,
    currencies: HashSet<CurrencyId>,
    waiting: Vec<Need>,
}

impl TierNeeds {
    pub(super) fn new(versions: &[Version]) -> Self {
        let mut all = Self::default();
        for version in versions {
            let conditions = version.ladder.iter().flat_map(|tier| tier.qualify.iter().chain(&tier.keep));
            let mut needs = Needs { version, lagging: true, found: |need| all.waiting.push(need) };
            conditions.for_each(|condition| needs.of_condition(condition));
        }
        // A window, a streak or an achievement may reach back into another version.
        while let Some(need) = all.waiting.pop() {
            match need {
                Need::Rule(member) => {
                    if all.members.insert(member) {
                        for version in versions {
                            let found = |need| all.waiting.push(need);
                            Needs { version, lagging: true, found }.of(member);
                        }
                    }
                }
                Need::Credits(currency) => {
                    if all.currencies.insert(currency) {
                        let members = versions.iter().flat_map(|version| crediting(version, currency));
                        all.waiting.extend(members.map(Need::Rule));
                        all.waiting.extend(tied(versions, currency).map(Need::Credits));
                    }
                }
            }
        }
        all
    }

    pub(super) fn rule(&self, member: AnyId) -> bool {
        self.members.contains(&member)
    }

    pub(super) fn currency(&self, currency: CurrencyId) -> bool {
        self.currencies.contains(&currency)
    }
}

/// Something that remembers, from version to version, what it has given.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Giver {
    Rule(EarnId),
    /// By its place in the campaign.
    Boost(CampaignId, usize),
    Gift(CampaignId, usize),
}

/// Everything of a version that gives, with the currency.
fn givers(version: &Version) -> impl Iterator<Item = (Giver, CurrencyId)> {
    let rules = version.earn.iter().map(|rule| (Giver::Rule(rule.id), rule.currency));
    let campaigns = version.campaigns.iter().flat_map(|campaign| {
        let boosts = campaign.boosts.iter().enumerate().filter_map(|(place, boost)| {
            let rule = version.earn_rule(boost.earn)?;
            Some((Giver::Boost(campaign.id, place), rule.currency))
        });
        let gifts = campaign.gifts.iter().enumerate();
        let gifts = gifts.map(|(place, gift)| (Giver::Gift(campaign.id, place), gift.credit.currency));
        boosts.chain(gifts)
    });
    rules.chain(campaigns)
}

/// What credits a currency.
fn crediting(version: &Version, currency: CurrencyId) -> impl Iterator<Item = AnyId> {
    let tasks = version.tasks.iter();
    let tasks = tasks.filter(move |task| task.rewards.iter().any(|reward| reward.currency == currency));
    let givers = givers(version).filter(move |giver| giver.1 == currency);
    let givers = givers.map(|(giver, _)| match giver {
        Giver::Rule(id) => AnyId::Earn(id),
        Giver::Boost(id, _) | Giver::Gift(id, _) => AnyId::Campaign(id),
    });
    givers.chain(tasks.map(|task| AnyId::Task(task.id)))
}

/// The currencies that what credits this one gives in another version: its caps count them, too.
fn tied(versions: &[Version], currency: CurrencyId) -> impl Iterator<Item = CurrencyId> {
    let all = || versions.iter().flat_map(givers);
    let giving: HashSet<_> = all().filter(|giver| giver.1 == currency).map(|giver| giver.0).collect();
    all().filter(move |giver| giving.contains(&giver.0)).map(|giver| giver.1)
}
