//! The tier in the month that is shown, and what its next review comes to.

use rulebook::explain::What;
use yew::prelude::*;

use super::Shown;
use super::why::why;
use crate::model::timeline;

pub(super) fn tier(shown: Shown) -> Html {
    let Shown { setup, run, at, month, .. } = shown;
    let speaker = shown.speaker();
    let name = speaker.name(month.tier);
    let reviewed = timeline::next_review(run, at).map(|reviewed| {
        let version = &setup.book().rules().versions[reviewed.version];
        let review = speaker.review(version, reviewed).unwrap_or_default();
        setup.message("tier-review").with("month", speaker.month(reviewed.month)).with("review", review).say()
    });
    let change = if let Some((from, tier)) = timeline::next_change(run, at) {
        let message = setup.message("tier-change").with("month", speaker.month(from));
        message.with("tier", speaker.name(tier)).say()
    } else {
        let last = run.months().last().unwrap_or(month).month;
        setup.message("tier-no-change").with("tier", name).with("month", speaker.month(last)).say()
    };
    html! {
        <div class={classes!("sim-tier", format!("tier-{}", speaker.id(month.tier)))}>
            <p class="sim-tier__label">{ setup.message("tier-label").with("month", shown.name()).say() }</p>
            <p class="sim-tier__name">
                if let Some(href) = setup.href(month.tier) {
                    <a {href}>{ name }</a>
                } else {
                    { name }
                }
            </p>
            <p class="sim-tier__next">{ change }</p>
            if let Some(reviewed) = reviewed {
                <p class="sim-tier__note">{ reviewed }</p>
            }
            { why(shown, What::Tier, name) }
        </div>
    }
}
