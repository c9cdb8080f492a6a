//! Segments: the stages of the lifecycle and the other zones, and a landing page for each.

use rulebook::model::{self, Bound, Condition, Side};
use rulebook::{MetricId, Number, SegmentId};

use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{SegmentCard, SegmentView, SegmentsView};
use super::reading::body;
use super::{benefits, campaigns, rules, tasks};
use crate::catalogue::{Entry, NoExtra};

const FOLDER: &str = "segment/";

/// The overview, and each zone.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let view = SegmentsView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-segments"),
            description: Some(context.word("segments-lead")),
            above: None,
        }),
        summary: Some(context.word("segments-lead")),
        stages: stages(context, FOLDER),
        segments: zones(context, FOLDER),
    };
    writer.page(FOLDER, &view)?;
    for entry in &context.edition.segments {
        let folder = format!("{FOLDER}{}/", entry.key);
        writer.page(&folder, &segment(context, &folder, entry))?;
    }
    Ok(())
}

/// A zone in a list.
pub(super) fn card(context: &Context<'_>, page: &str, entry: &Entry<NoExtra>) -> SegmentCard {
    let words = entry.words(context.locale);
    SegmentCard {
        name: words.name.clone(),
        href: context.href(page, &format!("{FOLDER}{}/", entry.key)),
        summary: words.summary.clone(),
    }
}

/// The stages of the lifecycle, in the order in which a customer passes through them.
pub(super) fn stages(context: &Context<'_>, page: &str) -> Vec<SegmentCard> {
    let found = |entry| -> &model::Segment { rules::of(context, entry) };
    let mut stages: Vec<_> =
        context.edition.segments.iter().filter(|entry| found(&entry.key).stage).collect();
    let conditions: Vec<_> = stages.iter().map(|entry| &found(&entry.key).when).collect();
    if let Some(metric) = road(&conditions) {
        stages.sort_by_key(|entry| starts(&found(&entry.key).when, metric));
    }
    stages.into_iter().map(|entry| card(context, page, entry)).collect()
}

/// The zones that are no stages.
pub(super) fn zones(context: &Context<'_>, page: &str) -> Vec<SegmentCard> {
    let is_zone = |entry: &&Entry<NoExtra>| !rules::of::<model::Segment>(context, &entry.key).stage;
    context.edition.segments.iter().filter(is_zone).map(|entry| card(context, page, entry)).collect()
}

fn segment(context: &Context<'_>, folder: &str, entry: &Entry<NoExtra>) -> SegmentView {
    let found: &model::Segment = rules::of(context, &entry.key);
    let edition = context.edition;
    let words = entry.words(context.locale);
    let named = |condition: &Option<Condition>| {
        condition.as_ref().is_some_and(|condition| is_for(condition, found.id))
    };
    let benefits = edition.benefits.iter().filter(|entry| {
        let benefit: &model::Benefit = rules::of(context, &entry.key);
        named(&benefit.when)
    });
    let earn = edition.earn.iter().filter(|entry| {
        let earn: &model::EarnRule = rules::of(context, &entry.key);
        named(&earn.when)
    });
    let tasks = tasks::shown(context).filter(|entry| {
        let task: &model::Task = rules::of(context, &entry.key);
        is_for(&task.when, found.id)
    });
    let campaigns = edition.campaigns.iter().filter(|entry| {
        let campaign: &model::Campaign = rules::of(context, &entry.key);
        named(&campaign.audience) || campaign.gifts.iter().any(|gift| named(&gift.when))
    });
    let mut others = zones(context, folder);
    others.retain(|other| other.href != context.href(folder, folder));
    SegmentView {
        page: context.page(Head {
            folder: folder.to_owned(),
            title: words.name.clone(),
            description: words.summary.clone(),
            above: Some((FOLDER, context.word("kind-segments"))),
        }),
        summary: words.summary.clone(),
        rule: Some(rule(context.speaker().segment(context.version, found))),
        stages: if found.stage { stages(context, folder) } else { Vec::new() },
        benefits: benefits.map(|entry| benefits::card(context, folder, entry)).collect(),
        earn: earn.filter_map(|entry| context.link(folder, "earn", &entry.key)).collect(),
        tasks: tasks.map(|entry| tasks::card(context, folder, entry)).collect(),
        campaigns: campaigns.map(|entry| campaigns::card(context, folder, entry)).collect(),
        body: body(context, folder, entry),
        others,
    }
}

/// Whether a condition asks for members of a segment, by itself or among others.
fn is_for(condition: &Condition, segment: SegmentId) -> bool {
    asks_for(condition, segment, true)
}

fn asks_for(condition: &Condition, segment: SegmentId, holds: bool) -> bool {
    match condition {
        Condition::Segment(named) => holds && *named == segment,
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { among: parts, .. } => {
            parts.iter().any(|part| asks_for(part, segment, holds))
        }
        Condition::Not(inner) => asks_for(inner, segment, !holds),
        Condition::Number { .. } | Condition::Flag { .. } | Condition::Task(_) | Condition::Tier(_) => false,
    }
}

/// The metric that all stages bound: the road that they divide. Stages without one stay as their files are.
fn road(stages: &[&Condition]) -> Option<MetricId> {
    let (first, rest) = stages.split_first()?;
    let bounded = |stage: &Condition| {
        let mut found = Vec::new();
        bounds(stage, &mut found);
        found.into_iter().map(|(metric, _)| metric).collect::<Vec<_>>()
    };
    let rest: Vec<_> = rest.iter().map(|stage| bounded(stage)).collect();
    bounded(first).into_iter().find(|metric| rest.iter().all(|others| others.contains(metric)))
}

/// From where on the road a stage is: the least lower bound; none stands at its beginning.
fn starts(stage: &Condition, metric: MetricId) -> Option<Number> {
    let mut found = Vec::new();
    bounds(stage, &mut found);
    let lower = |bound: &&Bound| matches!(bound.side, Side::AtLeast | Side::Above);
    let of_metric = found.into_iter().filter(|(other, _)| *other == metric);
    of_metric.map(|(_, bounds)| bounds.iter().filter(lower).map(|bound| bound.value).max()).min().flatten()
}

fn bounds<'a>(condition: &'a Condition, found: &mut Vec<(MetricId, &'a [Bound])>) {
    match condition {
        Condition::Number { metric, bounds } => found.push((*metric, bounds)),
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { among: parts, .. } => {
            parts.iter().for_each(|part| bounds(part, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use rulebook::{IdTable, MetricKey, SegmentKey};

    use super::*;

    fn segment(id: &str) -> SegmentId {
        IdTable::<SegmentKey>::new(["new", "old"].map(str::to_owned)).find(id).expect("it is in the table")
    }

    fn bounded(metric: &str, side: Side, value: u32) -> Condition {
        let metrics = IdTable::<MetricKey>::new(["activity", "tenure"].map(str::to_owned));
        let metric = metrics.find(metric).expect("it is in the table");
        Condition::Number { metric, bounds: vec![Bound { side, value: Number::from(value) }] }
    }

    #[test]
    fn a_condition_is_for_the_segments_that_it_asks_for() {
        let new = Condition::Segment(segment("new"));
        let not = |inner: &Condition| Condition::Not(Box::new(inner.clone()));
        let nested = Condition::All(vec![not(&Condition::Any(vec![])), Condition::Any(vec![new.clone()])]);
        assert!(is_for(&new, segment("new")) && !is_for(&new, segment("old")));
        assert!(is_for(&nested, segment("new")));
        assert!(is_for(&Condition::AtLeast { count: 1, among: vec![new.clone()] }, segment("new")));
        assert!(!is_for(&not(&nested), segment("new")), "those who are not in it");
        assert!(is_for(&not(&not(&new)), segment("new")));
    }

    #[test]
    fn stages_follow_the_metric_that_all_of_them_bound() {
        let first = bounded("tenure", Side::Below, 12);
        let last =
            Condition::All(vec![bounded("activity", Side::Below, 20), bounded("tenure", Side::AtLeast, 60)]);
        let middle = bounded("tenure", Side::AtLeast, 12);
        let metric = road(&[&last, &first, &middle]).expect("all bound the tenure");
        assert_eq!(starts(&first, metric), None);
        assert_eq!(starts(&middle, metric), Some(Number::from(12)));
        assert_eq!(starts(&last, metric), Some(Number::from(60)));
        assert_eq!(road(&[&first, &bounded("activity", Side::Below, 20)]), None);
    }
}
