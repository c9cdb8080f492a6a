//! The ladder: all tiers, and a page for each.

use std::cmp::Reverse;

use rulebook::Number;
use rulebook::model::{Condition, Tier};
use words::Run;

use super::super::address::Route;
use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::grants;
use super::super::view::{Fact, GrantGroup, GrantLine, PoolNote, TierCard, TierMark, TierView, TiersView};
use super::shelves::{Benefit, shelves};
use super::{benefit, body, overview_frame};

/// How many of its benefits a tier's card names.
const HIGHLIGHTS: usize = 3;

/// The overview.
pub(super) fn overview(context: &Context<'_>) -> TiersView {
    TiersView {
        page: overview_frame(context, "kind-tiers", "tiers-lead"),
        summary: Some(context.word("tiers-lead")),
        tiers: cards(context),
        facts: facts(context),
        compare: context.overview(Route::Compare, "compare-open"),
    }
}

/// The ladder, lowest first.
pub(super) fn cards(context: &Context<'_>) -> Vec<TierCard> {
    (0..context.edition.tiers.len()).map(|rung| card(context, rung)).collect()
}

/// The tier on a rung of the ladder, in a list.
fn card(context: &Context<'_>, rung: usize) -> TierCard {
    let entry = &context.edition.tiers[rung];
    let all = had(context, rung);
    TierCard {
        tier: context.tier_mark(&entry.key),
        summary: entry.texts(context.locale).summary.clone(),
        ways: ways(context, &context.version.ladder[rung]),
        benefits: all.len(),
        highlights: highlights(context, rung, all),
    }
}

/// The tiers by name, lowest first.
pub(super) fn marks(context: &Context<'_>) -> Vec<TierMark> {
    (0..context.version.ladder.len()).map(|rung| context.tier_at(rung)).collect()
}

/// The ways to qualify, each in a line; none for the base tier.
pub(super) fn ways(context: &Context<'_>, tier: &Tier) -> Vec<String> {
    let mut found = Vec::new();
    tier.qualify.iter().for_each(|qualify| alternatives(qualify, &mut found));
    let speaker = context.speaker();
    found.into_iter().map(|way| speaker.condition(context.version, way).sentence).collect()
}

/// What any of is enough.
fn alternatives<'a>(condition: &'a Condition, found: &mut Vec<&'a Condition>) {
    match condition {
        Condition::Any(parts) | Condition::AtLeast { count: 1, among: parts } if !parts.is_empty() => {
            parts.iter().for_each(|part| alternatives(part, found));
        }
        way => found.push(way),
    }
}

/// What a tier has on the day of the build, or will have.
fn had<'a>(context: &Context<'a>, rung: usize) -> Vec<Benefit<'a>> {
    let all = shelves(context).flat_map(|shelf| shelf.benefits().collect::<Vec<_>>());
    all.filter(|benefit| grants::has(benefit.rule, rung) && !benefit.is_over(context)).collect()
}

/// What is best worth naming of it: first what the tier below has not, or less of, then what is worth most.
fn highlights(context: &Context<'_>, rung: usize, mut had: Vec<Benefit<'_>>) -> Vec<String> {
    had.sort_by_key(|benefit| {
        let grants = benefit.rule.grants.as_ref();
        let worth: Option<Number> = grants.and_then(|grants| grants.get(rung)?.worth);
        (!grants::is_raised(benefit.rule, rung), benefit.rule.when.is_some(), Reverse(worth))
    });
    let line = |benefit: &Benefit<'_>| {
        let name = benefit.entry.name(context.locale);
        match grants::worded(context, benefit.rule, rung) {
            Some(grant) => context.fill("benefit-line", &[("benefit", name), ("grant", &grant)]),
            None => name.to_owned(),
        }
    };
    had.iter().take(HIGHLIGHTS).map(line).collect()
}

/// What holds for the whole ladder.
fn facts(context: &Context<'_>) -> Vec<Fact> {
    let (version, speaker) = (context.version, context.speaker());
    let mut facts = vec![fact(context, "fact-review", speaker.review_cadence(version))];
    let by_tier = |said: &dyn Fn(&Tier) -> String| {
        let runs = Run::of(version.ladder.iter().skip(1).map(said));
        if let [run] = &runs[..] {
            return run.value.clone();
        }
        let run = |run: &Run<String>| {
            let tiers = speaker.tiers(version, &(run.rungs.start + 1..run.rungs.end + 1));
            context.fill("tier-value", &[("tiers", &tiers), ("value", &run.value)])
        };
        runs.iter().map(run).collect::<Vec<_>>().join(&context.word("list-separator"))
    };
    if version.ladder.len() > 1 {
        facts.push(fact(context, "fact-hold", by_tier(&|tier| speaker.hold(tier.hold))));
        facts.push(fact(context, "fact-grace", by_tier(&|tier| speaker.grace(tier.grace))));
    }
    facts.extend(speaker.household(version).map(|text| fact(context, "fact-household", text)));
    facts.extend(speaker.programme_year().map(|text| fact(context, "fact-year", text)));
    facts
}

fn fact(context: &Context<'_>, label: &str, value: String) -> Fact {
    Fact { label: context.word(label), value }
}

/// The tier on a rung of the ladder.
pub(super) fn tier(context: &Context<'_>, rung: usize) -> TierView {
    let entry = &context.edition.tiers[rung];
    let (version, speaker) = (context.version, context.speaker());
    let texts = entry.texts(context.locale);
    let found = &version.ladder[rung];
    let is_base = found.qualify.is_none();
    let facts = [
        fact(context, "fact-hold", speaker.hold(found.hold)),
        fact(context, "fact-grace", speaker.grace(found.grace)),
        fact(context, "fact-fall", speaker.fall(version, found)),
    ];
    TierView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: Some((Route::Tiers, context.word("kind-tiers"))),
        }),
        tier: context.tier_at(rung),
        summary: texts.summary.clone(),
        ladder: marks(context),
        qualify: found.qualify.as_ref().map(|_| rule(speaker.qualify(version, found))),
        keep: found.keep.as_ref().and_then(|_| speaker.keep(version, found)).map(rule),
        facts: facts.into_iter().filter(|_| !is_base).collect(),
        grants: granted(context, rung),
        multipliers: multipliers(context, rung),
        pools: pools(context, rung),
        body: body(context, entry),
        lower: rung.checked_sub(1).map(|lower| context.tier_at(lower)),
        higher: (rung + 1 < version.ladder.len()).then(|| context.tier_at(rung + 1)),
        compare: context.overview(Route::Compare, "compare-open"),
    }
}

/// What a tier has, by category.
fn granted(context: &Context<'_>, rung: usize) -> Vec<GrantGroup> {
    let line = |benefit: Benefit<'_>| {
        Some(GrantLine {
            benefit: benefit::link(context, benefit.entry),
            grant: grants::text(context, benefit.rule, rung)?,
            raised: grants::is_raised(benefit.rule, rung),
            when: context.timed(benefit.rule.validity),
        })
    };
    let groups = shelves(context).map(|shelf| {
        let granted: Vec<_> = shelf.benefits().filter(|benefit| grants::has(benefit.rule, rung)).collect();
        GrantGroup {
            name: shelf.name(),
            icon: shelf.icon(),
            all: shelf.all("tier-grants-all", granted.len()),
            grants: granted.into_iter().take(context.index.lists.preview()).filter_map(line).collect(),
        }
    });
    groups.filter(|group| !group.grants.is_empty()).collect()
}

/// The accrual rules that give the tier more than once.
fn multipliers(context: &Context<'_>, rung: usize) -> Vec<Fact> {
    let rules = context.version.earn.iter();
    let of = |rule: &rulebook::model::EarnRule| Some((rule.id, *rule.times.get(rung)?));
    rules
        .filter_map(of)
        .filter(|(_, times)| *times != Number::ONE)
        .map(|(id, times)| Fact {
            label: context.speaker().name(id).to_owned(),
            value: context.speaker().multiplier(times),
        })
        .collect()
}

/// What may be chosen, and from what.
fn pools(context: &Context<'_>, rung: usize) -> Vec<PoolNote> {
    let speaker = context.speaker();
    let note = |pool: &rulebook::model::Pool| {
        let pick = pool.pick.get(rung).copied().filter(|&pick| pick > 0)?;
        Some(PoolNote {
            name: speaker.name(pool.id).to_owned(),
            text: speaker.pick(pool, pick),
            benefits: benefit::of_pool(context, pool, |benefit| grants::has(benefit, rung)),
        })
    };
    context.version.pools.iter().filter_map(note).collect()
}
