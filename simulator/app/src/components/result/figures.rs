//! Where the figures come from.

use rulebook::Value;
use rulebook::explain::What;
use rulebook::model::{Metric, MetricSource};
use yew::prelude::*;

use super::Shown;
use super::why::why;

/// What is worked out from the inputs, and how; segments.
pub(super) fn figures(shown: Shown) -> Html {
    let Shown { setup, month, .. } = shown;
    let speaker = shown.speaker();
    let segments = month.segments.iter().map(|&id| {
        html! {
            <li>
                { super::linked(speaker.name(id), setup.href(id)) }
                { why(shown, What::of(id), speaker.name(id)) }
            </li>
        }
    });
    html! {
        <details class="sim-why">
            <summary>{ setup.message("why-title").with("month", shown.name()).say() }</summary>
            <dl class="sim-why__metrics">{ for metrics(shown) }</dl>
            if !month.segments.is_empty() {
                <p>{ setup.say("why-segments") }</p>
                <ul>{ for segments }</ul>
            }
        </details>
    }
}

/// The metrics that are worked out, in the order of the rule book.
fn metrics(shown: Shown) -> Vec<Html> {
    let (version, month, speaker) = (shown.version(), shown.month, shown.speaker());
    let derived = version.metrics.iter().filter(|metric| !matches!(metric.source, MetricSource::Input(_)));
    let value =
        |id| month.metrics.iter().find(|&&(other, _)| other == id).map(|&(_, value): &(_, Value)| value);
    let entry = |metric: &Metric| {
        let value = speaker.value(metric, value(metric.id)?);
        Some(html! {
            <div>
                <dt>{ speaker.name(metric.id) }</dt>
                <dd>
                    <strong>{ value }</strong>
                    { " " }
                    <span class="sim-why__rule">{ speaker.metric(version, metric).sentence }</span>
                    { why(shown, What::of(metric.id), speaker.name(metric.id)) }
                </dd>
            </div>
        })
    };
    derived.filter_map(entry).collect()
}
