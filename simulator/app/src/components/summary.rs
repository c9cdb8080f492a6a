//! The result in one line: in view on a phone, where it leads to the whole result, and told to those who hear the
//! page.

use std::rc::Rc;

use rulebook::Number;
use yew::prelude::*;

use super::result::RESULT;
use super::use_setup;
use crate::model::{Run, earning, timeline};
use crate::setup::Setup;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SummaryProps {
    pub(super) run: Option<Rc<Run>>,
    /// The month that is shown, from 0.
    pub(super) shown: usize,
}

#[component]
pub(super) fn Summary(props: &SummaryProps) -> Html {
    let setup = use_setup();
    let SummaryProps { run, shown } = props;
    let speaker = setup.speaker();
    let Some(run) = run else { return Html::default() };
    let Some(month) = run.months().get(*shown) else { return Html::default() };
    let tier = speaker.name(month.tier);
    let change = timeline::next_change(run, *shown).map(|(from, next)| {
        setup
            .message("summary-change")
            .with("month", speaker.month(from))
            .with("tier", speaker.name(next))
            .say()
    });
    let earned = earned(&setup, run, *shown);
    let parts: Vec<_> = change.into_iter().chain(earned).collect();
    let heard = setup.message("summary").with("month", speaker.month(month.month)).with("tier", tier).say();
    let heard = std::iter::once(heard)
        .chain(parts.iter().cloned())
        .reduce(|left, right| setup.message("summary-and").with("left", left).with("right", right).say());
    html! {
        <>
            <p class="visually-hidden" role="status">{ heard }</p>
            <a class={classes!("sim-summary", format!("tier-{}", speaker.id(month.tier)))} href={format!("#{RESULT}")}>
                <strong>{ tier }</strong>
                <span>{ for parts.iter().map(|part| html! { <span class="sim-summary__part">{ part }</span> }) }</span>
            </a>
        </>
    }
}

/// What the month earns of the first currency that can be redeemed.
fn earned(setup: &Setup, run: &Run, shown: usize) -> Option<String> {
    let version = &setup.book().rules().versions[run.months()[shown].version];
    let currency = version.currencies.iter().find(|currency| currency.redeemable)?.id;
    let earned = earning::earned(run, shown);
    let month = earned.iter().find(|earned| earned.currency == currency)?.month;
    (month > Number::ZERO).then(|| {
        setup.message("summary-earned").with("amount", setup.speaker().amount(currency, month)).say()
    })
}
