//! Segments: the stages of the lifecycle and the other zones, and a landing page for each.

use rulebook::model::{self, Bound, Condition, Side};
use rulebook::{MetricId, Number};

use super::super::address::Route;
use super::super::context::{Context, rule};
use super::super::frame::Head;
use super::super::shared::Asking;
use super::super::view::{SegmentCard, SegmentView, SegmentsView};
use super::{benefit, body, campaign, overview_frame, task};
use crate::catalogue::{Entry, NoExtra};
use crate::content::Kind;

/// The overview.
pub(super) fn overview(context: &Context<'_>) -> SegmentsView {
    SegmentsView {
        page: overview_frame(context, "kind-segments", "segments-lead"),
        summary: Some(context.word("segments-lead")),
        stages: stages(context),
        segments: zones(context),
    }
}

/// A zone in a list.
pub(super) fn card(context: &Context<'_>, entry: &Entry<NoExtra>) -> SegmentCard {
    let texts = entry.texts(context.locale);
    SegmentCard {
        name: texts.name.clone(),
        href: context.href(Route::Segment(&*entry.key)),
        summary: texts.summary.clone(),
    }
}

/// The stages of the lifecycle, in the order in which a customer passes through them.
pub(super) fn stages(context: &Context<'_>) -> Vec<SegmentCard> {
    let found = |entry: &Entry<NoExtra>| -> &model::Segment { context.rule(&entry.key) };
    let mut stages: Vec<_> = of_stage(context, true).collect();
    let conditions: Vec<_> = stages.iter().map(|entry| &found(entry).when).collect();
    if let Some(metric) = road(&conditions) {
        stages.sort_by_cached_key(|entry| starts(&found(entry).when, metric));
    }
    stages.into_iter().map(|entry| card(context, entry)).collect()
}

/// The zones that are no stages.
pub(super) fn zones(context: &Context<'_>) -> Vec<SegmentCard> {
    of_stage(context, false).map(|entry| card(context, entry)).collect()
}

/// The segments that are stages of the lifecycle, or those that are none.
fn of_stage<'a>(context: &Context<'a>, stage: bool) -> impl Iterator<Item = &'a Entry<NoExtra>> {
    let is_stage = |entry: &Entry<NoExtra>| context.rule::<model::Segment>(&entry.key).stage;
    context.edition.segments.iter().filter(move |entry| is_stage(entry) == stage)
}

/// One zone.
pub(super) fn segment(context: &Context<'_>, entry: &Entry<NoExtra>) -> SegmentView {
    let found: &model::Segment = context.rule(&entry.key);
    let edition = context.edition;
    let texts = entry.texts(context.locale);
    let none = Asking::default();
    let asking = context.index.asking.get(&found.id).unwrap_or(&none);
    let preview = context.index.lists.preview();
    let benefits = asking.benefits.iter().take(preview).map(|place| &edition.benefits[*place]);
    let earn = asking.earn.iter().map(|place| &edition.earn[*place]);
    let tasks = asking.tasks.iter().map(|place| &edition.tasks[*place]);
    let tasks = tasks.filter(|task| !context.is_hidden_task(&task.key));
    let campaigns = asking.campaigns.iter().map(|place| &edition.campaigns[*place]);
    let is_other = |other: &&Entry<NoExtra>| other.key != entry.key;
    SegmentView {
        page: context.page(Head {
            title: texts.name.clone(),
            description: texts.summary.clone(),
            above: Some((Route::Segments, context.word("kind-segments"))),
        }),
        summary: texts.summary.clone(),
        rule: Some(rule(context.speaker().segment(context.version, found))),
        stages: if found.stage { stages(context) } else { Vec::new() },
        benefits: benefits.map(|entry| benefit::card(context, entry)).collect(),
        all_benefits: (asking.benefits.len() > preview)
            .then(|| context.overview(Route::Benefits, "all-benefits"))
            .flatten(),
        earn: earn.filter_map(|entry| context.link(Kind::Earn, &entry.key)).collect(),
        tasks: tasks.map(|entry| task::card(context, entry)).collect(),
        campaigns: campaigns.map(|entry| campaign::card(context, entry)).collect(),
        body: body(context, entry),
        others: of_stage(context, false).filter(is_other).map(|other| card(context, other)).collect(),
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
    use rulebook::{IdTable, MetricKey};

    use super::*;

    fn bounded(metric: &str, side: Side, value: u32) -> Condition {
        let metrics = IdTable::<MetricKey>::new(["activity", "tenure"].map(str::to_owned));
        let metric = metrics.find(metric).expect("it is in the table");
        Condition::Number { metric, bounds: vec![Bound { side, value: Number::from(value) }] }
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
