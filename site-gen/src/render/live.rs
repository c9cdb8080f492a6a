//! Live values: `{{ tier.gold.qualify }}` in a body becomes what the rules say, in the page's language, so that
//! prose cannot go stale. What a reference means is decided here, for checks and pages alike.

use rulebook::model::{Benefit, Campaign, Condition, Currency, EarnRule, Pool, Reward, Side, Task, Tier};
use rulebook::{IdTable, MetricId};

use super::context::Context;
use crate::content::{Kind, Named};
use crate::diagnostics::nearest;

/// The kinds that can be named.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.named() == Named::InTexts)
}

/// The kind of a word, if it can be named.
fn kind(word: &str) -> Option<Kind> {
    kinds().find(|kind| kind.word() == word)
}

/// What a reference stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Live {
    /// A name with the address of its page, if it has one.
    Name {
        /// The name.
        text: String,
        /// Relative to the page.
        href: Option<String>,
    },
    /// A value in words.
    Text(String),
}

impl Live {
    /// The words alone.
    pub fn text(&self) -> &str {
        match self {
            Self::Name { text, .. } | Self::Text(text) => text,
        }
    }
}

/// A reference that stands for nothing, with the nearest one that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The nearest.
    pub nearest: Option<String>,
}

/// What a reference stands for on the page of a context.
pub fn resolve(context: &Context<'_>, reference: &str) -> Result<Live, Unknown> {
    let parts: Vec<&str> = reference.split('.').map(str::trim).collect();
    Resolver { context }.resolve(&parts).ok_or_else(|| Unknown { nearest: nearest_to(context, &parts) })
}

struct Resolver<'a> {
    context: &'a Context<'a>,
}

impl Resolver<'_> {
    fn resolve(&self, parts: &[&str]) -> Option<Live> {
        let speaker = self.context.speaker();
        match *parts {
            ["programme", "name"] => {
                Some(Live::Text(self.context.edition.programme.name(self.context.locale).into()))
            }
            ["programme", "effective"] => {
                Some(Live::Text(speaker.date(self.context.version.from.first_day())))
            }
            [word, id] => self.name(kind(word)?, id),
            [word, id, ref rest @ ..] => self.value(kind(word)?, id, rest).map(Live::Text),
            _ => None,
        }
    }

    fn name(&self, kind: Kind, id: &str) -> Option<Live> {
        if !self.in_edition(kind, id) {
            return None;
        }
        if kind == Kind::Task && self.context.is_hidden_task(id) {
            let task = self.context.rules().ids.tasks.find(id)?;
            return Some(Live::Text(self.context.speaker().task_name(self.context.version, task)));
        }
        let text = self.context.name(kind, id);
        let href = self.context.link(kind, id).map(|link| link.href);
        Some(Live::Name { text, href })
    }

    /// Whether this version has it: names of other versions' things have no address.
    fn in_edition(&self, kind: Kind, id: &str) -> bool {
        let name = self.context.find_name(kind, id);
        name.is_some_and(|name| name.href.is_some() || name.hidden)
    }

    fn value(&self, kind: Kind, id: &str, rest: &[&str]) -> Option<String> {
        let (version, ids, speaker) =
            (self.context.version, &self.context.rules().ids, self.context.speaker());
        match (kind, rest) {
            (Kind::Tier, [what]) => {
                let tier = &version.ladder[version.rung(ids.tiers.find(id)?)?];
                match *what {
                    "qualify" => Some(match &tier.qualify {
                        Some(qualify) => speaker.condition(version, qualify).sentence,
                        None => phrase(&speaker.qualify(version, tier).sentence),
                    }),
                    "keep" => {
                        let keep = tier.keep.as_ref().or(tier.qualify.as_ref())?;
                        Some(speaker.condition(version, keep).sentence)
                    }
                    "hold" => Some(speaker.hold(tier.hold)),
                    "grace" => Some(speaker.grace(tier.grace)),
                    _ => None,
                }
            }
            (Kind::Tier, ["qualify", metric]) => {
                let tier = &version.ladder[version.rung(ids.tiers.find(id)?)?];
                self.threshold(tier, ids.metrics.find(metric)?)
            }
            (Kind::Benefit, [tier]) => {
                let rung = version.rung(ids.tiers.find(tier)?)?;
                let found: &Benefit = self.context.find_rule(id)?;
                let grant = found.grants.as_ref()?.get(rung)?;
                Some(speaker.grant(found.id, version.ladder[rung].id, grant))
            }
            (Kind::Earn, [what]) => {
                let rule: &EarnRule = self.context.find_rule(id)?;
                match *what {
                    "rule" => Some(phrase(&speaker.earn_rule(version, rule))),
                    "cap" => speaker.cap(version, rule.currency, rule.cap.as_ref()),
                    _ => None,
                }
            }
            (Kind::Currency, ["expire"]) => {
                Some(speaker.expiry(self.context.find_rule::<Currency>(id)?.expire))
            }
            (Kind::Task, ["rewards"]) if !self.context.is_hidden_task(id) => {
                let task: &Task = self.context.find_rule(id)?;
                Some(speaker.credits(&task.rewards))
            }
            (Kind::Campaign, [end]) => {
                let campaign: &Campaign = self.context.find_rule(id)?;
                match *end {
                    "from" => Some(speaker.date(campaign.from)),
                    "to" => Some(speaker.date(campaign.to)),
                    _ => None,
                }
            }
            (Kind::Reward, ["price", tier @ ..]) => {
                let reward: &Reward = self.context.find_rule(id)?;
                match tier {
                    [] => Some(speaker.price(reward)),
                    [tier] => Some(speaker.price_at(reward, version.rung(ids.tiers.find(tier)?)?)),
                    _ => None,
                }
            }
            (Kind::Pool, ["pick", tier]) => {
                let pool: &Pool = self.context.find_rule(id)?;
                let pick = *pool.pick.get(version.rung(ids.tiers.find(tier)?)?)?;
                Some(speaker.pick(pool, pick))
            }
            _ => None,
        }
    }

    /// The threshold of a metric in a tier's qualification.
    fn threshold(&self, tier: &Tier, metric: MetricId) -> Option<String> {
        let value = threshold(tier.qualify.as_ref()?, metric)?;
        Some(self.context.speaker().threshold(self.context.version, metric, value))
    }
}

/// The first lower bound of a metric in a condition; the first upper one, if there is no lower.
fn threshold(condition: &Condition, metric: MetricId) -> Option<rulebook::Number> {
    let mut bounds = Vec::new();
    collect_bounds(condition, metric, &mut bounds);
    let lower = |side: &Side| matches!(side, Side::AtLeast | Side::Above);
    bounds.iter().find(|(side, _)| lower(side)).or(bounds.first()).map(|&(_, value)| value)
}

fn collect_bounds(condition: &Condition, metric: MetricId, found: &mut Vec<(Side, rulebook::Number)>) {
    match condition {
        Condition::Number { metric: other, bounds } if *other == metric => {
            found.extend(bounds.iter().map(|bound| (bound.side, bound.value)));
        }
        Condition::All(inner) | Condition::Any(inner) | Condition::AtLeast { among: inner, .. } => {
            inner.iter().for_each(|condition| collect_bounds(condition, metric, found));
        }
        Condition::Not(inner) => collect_bounds(inner, metric, found),
        _ => {}
    }
}

/// A sentence without its full stop, to stand within another.
pub(super) fn phrase(sentence: &str) -> String {
    sentence.trim_end_matches(['。', '.']).to_owned()
}

fn nearest_to(context: &Context<'_>, parts: &[&str]) -> Option<String> {
    let [word, rest @ ..] = parts else { return None };
    if *word == "programme" {
        return nearest(rest.first()?, ["name", "effective"]).map(|near| format!("programme.{near}"));
    }
    let Some(kind) = kind(word) else {
        let near = nearest(word, kinds().map(Kind::word).chain(["programme"]))?;
        return Some(format!("{near}.{}", rest.join(".")));
    };
    let (id, rest) = rest.split_first()?;
    let ids = context.names().kinds.get(&kind.names()?)?;
    if !ids.contains_key(*id) {
        let near = nearest(id, ids.keys().map(String::as_str))?;
        return Some([&[*word, near][..], rest].concat().join("."));
    }
    let tiers = || names_of(&context.rules().ids.tiers);
    let properties: Vec<&str> = match (kind, rest.len()) {
        (Kind::Tier, 1) => vec!["qualify", "keep", "hold", "grace"],
        (Kind::Tier, 2) => names_of(&context.rules().ids.metrics),
        (Kind::Benefit, 1) => tiers(),
        (Kind::Earn, 1) => vec!["rule", "cap"],
        (Kind::Currency, 1) => vec!["expire"],
        (Kind::Task, 1) => vec!["rewards"],
        (Kind::Campaign, 1) => vec!["from", "to"],
        (Kind::Reward, 1) => vec!["price"],
        (Kind::Pool, 1) => vec!["pick"],
        (Kind::Reward | Kind::Pool, 2) => tiers(),
        _ => Vec::new(),
    };
    let (last, before) = rest.split_last()?;
    let near = nearest(last, properties).filter(|near| near != last)?;
    Some([&[*word, *id][..], before, &[near]].concat().join("."))
}

fn names_of<K>(table: &IdTable<K>) -> Vec<&str> {
    table.iter().map(|(_, id)| id).collect()
}
