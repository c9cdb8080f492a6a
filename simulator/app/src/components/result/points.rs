//! What is earned, by source: a table for each currency, with a month and the year.

use rulebook::Number;
use yew::prelude::*;

use super::Shown;
use crate::model::MONTHS;
use crate::model::points::{self, Earned};

pub(super) fn points(shown: Shown) -> Html {
    let setup = shown.setup;
    let earned = points::earned(setup.book(), shown.run, shown.at);
    let tables = earned.iter().filter(|earned| something(earned)).map(|earned| table(shown, earned));
    let tables: Vec<_> = tables.collect();
    html! {
        <section class="sim-points">
            <h3>{ setup.say("points-title") }</h3>
            if tables.is_empty() {
                <p>{ setup.say("points-none") }</p>
            }
            { for tables }
        </section>
    }
}

/// Whether there is anything to show of a currency.
fn something(earned: &Earned) -> bool {
    !earned.sources.is_empty()
        || [earned.balance, earned.pending, earned.expired_year].iter().any(|n| !n.is_zero())
}

fn table(shown: Shown, earned: &Earned) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let number = |number: Number| speaker.number(number);
    let row = |label: String, month: Number, year: Option<Number>| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                <td>{ number(month) }</td>
                <td>{ year.map(number) }</td>
            </tr>
        }
    };
    let some = |label: &'static str, month: Number, year: Option<Number>| {
        let any = !month.is_zero() || year.is_some_and(|year| !year.is_zero());
        any.then(|| row(setup.say(label), month, year))
    };
    let worth = earned.worth.filter(|worth| !worth.is_zero()).map(|worth| {
        let message = setup.message("points-worth").count(MONTHS);
        message.with("worth", speaker.money(worth)).say()
    });
    html! {
        <>
            <table>
                <caption>{ speaker.name(earned.currency) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ setup.say("points-source") }</th>
                        <th scope="col">{ shown.name() }</th>
                        <th scope="col">{ setup.message("points-year").count(MONTHS).say() }</th>
                    </tr>
                </thead>
                <tbody>
                    { for earned.sources.iter().map(|by| {
                        row(speaker.source(by.source).to_owned(), by.month, Some(by.year))
                    }) }
                </tbody>
                <tfoot>
                    { row(setup.say("points-earned"), earned.month, Some(earned.year)) }
                    { some("points-expired", earned.expired, Some(earned.expired_year)) }
                    { some("points-pending", earned.pending, None) }
                    { row(setup.say("points-balance"), earned.balance, None) }
                </tfoot>
            </table>
            if let Some(worth) = worth {
                <p class="sim-points__worth">{ worth }</p>
            }
        </>
    }
}
