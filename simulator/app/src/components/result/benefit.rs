//! The benefits that the customer has, what the tier grants of each, and what that is worth.

use rulebook::explain::What;
use rulebook::model::Version;
use yew::prelude::*;

use super::{Shown, why};
use crate::model::worth::{self, Choice, Unlocked};
use crate::setup::Setup;

pub(super) fn benefits(shown: Shown) -> Html {
    let Shown { setup, run, at, .. } = shown;
    let benefits = worth::benefits(run, at);
    let list = |all: &[Unlocked]| list(shown, all);
    html! {
        <section class="sim-benefits">
            <h3>{ setup.say("benefits-title") }</h3>
            if benefits.given.is_empty() && benefits.pools.is_empty() {
                <p>{ setup.say("benefits-none") }</p>
            }
            { list(&benefits.given) }
            if let Some(year) = benefits.year {
                <p class="sim-benefits__total">
                    <span>{ setup.say("benefits-year") }</span>
                    <span>{ setup.speaker().money(year) }</span>
                </p>
            }
            { for benefits.pools.iter().map(|choice| html! {
                <>
                    <h4>{ pool_title(setup, shown.version(), choice) }</h4>
                    { list(&choice.benefits) }
                </>
            }) }
        </section>
    }
}

/// `生活权益任选：每年任选 2 项`.
fn pool_title(setup: &Setup, version: &Version, choice: &Choice) -> String {
    let speaker = setup.speaker();
    let pool = version.pool(choice.pool);
    let pick = pool.map_or_else(String::new, |pool| speaker.pick(pool, choice.pick));
    setup.message("pool-title").with("pool", speaker.name(choice.pool)).with("pick", pick).say()
}

/// The most benefits that a list names.
const MOST: usize = 60;

fn list(shown: Shown, all: &[Unlocked]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let mut all: Vec<_> = all.iter().collect();
    let (named, left) = super::cut(all.len(), MOST);
    if left > 0 {
        // What is worth most comes first where not everything is shown.
        all.sort_by_key(|unlocked| std::cmp::Reverse(unlocked.year));
        all.truncate(named);
    }
    html! {
        <>
            <ul class="sim-benefits__list">{ for all.into_iter().map(|unlocked| item(shown, unlocked)) }</ul>
            if left > 0 {
                <p class="sim-benefits__more">{ more(shown, left) }</p>
            }
        </>
    }
}

/// How many more there are, linked to the page of the tier, which leads to all of them.
fn more(shown: Shown, left: u32) -> Html {
    let text = shown.setup.message("benefits-more").count(left).say();
    super::linked(&text, shown.setup.href(shown.month.tier))
}

fn item(shown: Shown, unlocked: &Unlocked) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let name = speaker.name(unlocked.benefit);
    let grant = unlocked.grant.as_ref().map(|grant| speaker.grant(unlocked.benefit, shown.month.tier, grant));
    let year = unlocked.year.map(|year| setup.message("worth-year").with("worth", speaker.money(year)).say());
    let what = What::of(unlocked.benefit);
    let worth = year.or_else(|| speaker.use_worth(unlocked.grant.as_ref()?));
    html! {
        <li class="sim-benefits__item">
            <span>
                { super::linked(name, setup.href(unlocked.benefit)) }
                { " " }
                { why::button(shown, what, name) }
            </span>
            if let Some(grant) = grant {
                <span class="sim-benefits__grant">{ grant }</span>
            }
            if let Some(worth) = worth {
                <span class="sim-benefits__worth">{ worth }</span>
            }
            { why::reasons(shown, what) }
        </li>
    }
}
