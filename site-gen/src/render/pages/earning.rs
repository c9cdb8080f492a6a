//! Points: how each currency is earned, and what it buys.

use rulebook::Number;
use rulebook::model::{self, Yield};

use super::super::address::{self, Route};
use super::super::context::{Context, rule};
use super::super::view::{Currency, EarnRule, Fact, PointsView, Status, TierValue};
use super::{campaign, overview_frame, reward, task};
use crate::catalogue::{Entry, NoExtra};
use crate::content::Kind;

/// How many rewards and tasks the page shows; all of them are a link away.
const SOME: usize = 6;

/// The overview of all currencies.
pub(super) fn view(context: &Context<'_>) -> PointsView {
    let shown: Vec<_> = task::shown(context).collect();
    let on = |state: Status| state != Status::Ended;
    PointsView {
        page: overview_frame(context, "kind-points", "points-lead"),
        summary: Some(context.word("points-lead")),
        tiers: (0..context.version.ladder.len()).map(|rung| context.tier_at(rung)).collect(),
        currencies: context.edition.currencies.iter().map(|entry| currency(context, entry)).collect(),
        rewards: reward::cheapest(context, SOME),
        all_rewards: context.overview(Route::Rewards, "points-all-rewards"),
        tasks: shown.iter().take(SOME).map(|entry| task::card(context, entry)).collect(),
        all_tasks: context.overview(Route::Tasks, "points-all-tasks"),
        hidden_tasks: task::hidden(context),
        campaigns: campaign::cards(context).into_iter().filter(|card| on(card.when.state)).collect(),
    }
}

/// A currency with the ways to earn it.
pub(super) fn currency(context: &Context<'_>, entry: &Entry<NoExtra>) -> Currency {
    let found: &model::Currency = context.rule(&entry.key);
    let texts = entry.texts(context.locale);
    let earn = context.edition.earn.iter().filter(|earn| {
        let rule: &model::EarnRule = context.rule(&earn.key);
        rule.currency == found.id
    });
    Currency {
        id: address::anchor(Kind::Currency, &entry.key),
        name: texts.name.clone(),
        summary: texts.summary.clone().or_else(|| texts.text.clone()),
        facts: facts(context, found),
        earn: earn.map(|earn| earn_rule(context, &earn.key)).collect(),
    }
}

/// A way to earn a currency, by its id.
pub(super) fn earn_rule(context: &Context<'_>, id: &str) -> EarnRule {
    let found: &model::EarnRule = context.rule(id);
    let (version, speaker) = (context.version, context.speaker());
    let yields = speaker.yields(version, found);
    let mut text = vec![yields.text];
    text.extend(speaker.cadence(found));
    text.extend(speaker.delay(found));
    let bands = match &found.yields {
        Yield::Bands { .. } => yields.parts.into_iter().map(|part| part.text).collect(),
        _ => Vec::new(),
    };
    let times = speaker.times(version, &found.times).map(|_| {
        let at = |rung| found.times.get(rung).copied().unwrap_or(Number::ONE);
        let value = |rung| TierValue { tier: context.tier_at(rung), text: speaker.multiplier(at(rung)) };
        (0..version.ladder.len()).map(value).collect()
    });
    EarnRule {
        id: address::anchor(Kind::Earn, id),
        name: context.name(Kind::Earn, id),
        text: speaker.paragraph(text),
        bands,
        times: times.unwrap_or_default(),
        cap: speaker.cap(version, found.currency, found.cap.as_ref()),
        condition: found.when.as_ref().map(|when| rule(speaker.condition(version, when))),
        when: context.timed(found.validity),
    }
}

/// What a currency is worth, how long it lasts, how much of it there may be.
fn facts(context: &Context<'_>, currency: &model::Currency) -> Vec<Fact> {
    let speaker = context.speaker();
    let fact = |key: &str, value: String| Fact { label: context.word(key), value };
    let mut facts = Vec::new();
    if let Some(worth) = currency.worth {
        let unit = speaker.amount(currency.id, Number::ONE);
        let texts = [("unit", &*unit), ("money", &speaker.money(worth))];
        facts.push(fact("currency-worth", context.fill("currency-worth-value", &texts)));
    }
    let redeemable = if currency.redeemable { "currency-redeemable" } else { "currency-not-redeemable" };
    facts.push(fact("currency-use", context.word(redeemable)));
    facts.push(fact("currency-expiry", speaker.expiry(currency.expire)));
    facts.extend(speaker.currency_cap(currency).map(|cap| fact("points-cap", cap)));
    facts
}
