//! What tiers build on: the part of the rules that is enough to know a customer's tiers, month after month.

use std::collections::{HashMap, HashSet};

use crate::ids::{AnyId, CampaignId, CurrencyId, EarnId, TaskId};
use crate::model::Version;
use crate::needs::{Need, Needs};

/// What is evaluated of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
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
        let mut credits = None;
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
                        let credits = credits.get_or_insert_with(|| Credits::new(versions));
                        all.waiting.extend(credits.needs_of(currency));
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

/// What credits each currency, in any version.
#[derive(Default)]
struct Credits {
    /// By currency.
    givers: HashMap<CurrencyId, Vec<Giver>>,
    /// By currency: the tasks with rewards in it.
    tasks: HashMap<CurrencyId, Vec<TaskId>>,
    /// What a giver gives, in one version or another.
    currencies: HashMap<Giver, Vec<CurrencyId>>,
}

impl Credits {
    fn new(versions: &[Version]) -> Self {
        let mut all = Self::default();
        for version in versions {
            for (giver, currency) in givers(version) {
                let gives = all.currencies.entry(giver).or_default();
                // The caps of one giver are in few currencies, in most programmes in one.
                if !gives.contains(&currency) {
                    gives.push(currency);
                    all.givers.entry(currency).or_default().push(giver);
                }
            }
            for task in &version.tasks {
                for reward in &task.rewards {
                    let tasks = all.tasks.entry(reward.currency).or_default();
                    // A version's tasks are looked at one after the other.
                    if tasks.last() != Some(&task.id) {
                        tasks.push(task.id);
                    }
                }
            }
        }
        all
    }

    /// What credits a currency, and the currencies that these rules give in another version: their caps count
    /// them, too.
    fn needs_of(&self, currency: CurrencyId) -> impl Iterator<Item = Need> {
        let givers = self.givers.get(&currency).into_iter().flatten();
        let tasks = self.tasks.get(&currency).into_iter().flatten();
        let rules = givers.clone().map(|giver| match *giver {
            Giver::Rule(id) => AnyId::Earn(id),
            Giver::Boost(id, _) | Giver::Gift(id, _) => AnyId::Campaign(id),
        });
        let tied = givers.flat_map(|giver| &self.currencies[giver]);
        let rules = rules.chain(tasks.map(|&task| AnyId::Task(task))).map(Need::Rule);
        rules.chain(tied.map(|&currency| Need::Credits(currency)))
    }
}
