//! What is earned, by source: a table for each currency, with a month and the year; when what is pending is credited,
//! and when what is held expires.

use rulebook::explain::What;
use rulebook::{Arriving, Expiring, Number, Outstanding};
use yew::prelude::*;

use super::{Shown, why};
use crate::model::MONTHS;
use crate::model::earning::{self, Earned};

pub(super) fn points(shown: Shown) -> Html {
    let setup = shown.setup;
    let earned = earning::earned(shown.run, shown.at);
    let outstanding = shown.run.outstanding(shown.at);
    let tables = earned.iter().filter(|earned| something(earned)).map(|earned| {
        html! {
            <>
                { table(shown, earned) }
                { later(shown, earned, &outstanding) }
            </>
        }
    });
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
    let row = |label: String, month: Number, year: Option<Number>, what: Option<What>| {
        let reasons = what.and_then(|what| why::reasons(shown, what));
        html! {
            <>
                <tr>
                    <th scope="row">
                        { &label }
                        { " " }
                        { what.map(|what| why::button(shown, what, &label)) }
                    </th>
                    <td>{ number(month) }</td>
                    <td>{ year.map(number) }</td>
                </tr>
                if let Some(reasons) = reasons {
                    <tr class="sim-points__reasons"><td colspan="3">{ reasons }</td></tr>
                }
            </>
        }
    };
    let some = |label: &'static str, month: Number, year: Option<Number>| {
        let any = !month.is_zero() || year.is_some_and(|year| !year.is_zero());
        any.then(|| row(setup.say(label), month, year, None))
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
                        let what = Some(What::of(by.source));
                        row(shown.source(by.source), by.month, Some(by.year), what)
                    }) }
                </tbody>
                <tfoot>
                    { row(setup.say("points-earned"), earned.month, Some(earned.year), None) }
                    { some("points-expired", earned.expired, Some(earned.expired_year)) }
                    { some("points-pending", earned.pending, None) }
                    { row(setup.say("points-balance"), earned.balance, None, Some(What::of(earned.currency))) }
                </tfoot>
            </table>
            if let Some(worth) = worth {
                <p class="sim-points__worth">{ worth }</p>
            }
        </>
    }
}

/// When what is pending at the end of the month is credited, and when what is held then expires.
fn later(shown: Shown, earned: &Earned, outstanding: &Outstanding) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let arriving = outstanding.arriving.iter().filter(|arriving| arriving.currency == earned.currency);
    let arriving = arriving.map(|Arriving { month, source, currency, amount }| {
        let message = setup.message("points-arriving").with("month", speaker.month(*month));
        let message = message.with("amount", speaker.amount(*currency, *amount));
        message.with("source", shown.source(*source)).say()
    });
    let expiring = outstanding.expiring.iter().filter(|expiring| expiring.currency == earned.currency);
    let expiring = expiring.map(|Expiring { month, currency, amount }| {
        let message = setup.message("points-expiring").with("month", speaker.month(*month));
        message.with("amount", speaker.amount(*currency, *amount)).say()
    });
    let (arriving, expiring): (Vec<_>, Vec<_>) = (arriving.collect(), expiring.collect());
    let list =
        |lines: &[String]| html! { <ul>{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul> };
    let name = shown.name();
    html! {
        <>
            if !arriving.is_empty() {
                <p class="sim-points__later">{ setup.message("points-arriving-title").with("month", name.clone()).say() }</p>
                { list(&arriving) }
            }
            if !expiring.is_empty() {
                <p class="sim-points__later">{ setup.message("points-expiring-title").with("month", name).say() }</p>
                { list(&expiring) }
            }
        </>
    }
}
