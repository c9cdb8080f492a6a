//! Each month of the run: the tier in force, what a review came to, and what was credited, expired and held.

use rulebook::{CurrencyId, MonthResult};
use yew::prelude::*;

use super::Shown;

pub(super) fn months(shown: Shown) -> Html {
    let setup = shown.setup;
    html! {
        <table class="sim-months">
            <caption class="visually-hidden">{ setup.say("months-title") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ setup.say("months-currency") }</th>
                    <th scope="col">{ setup.say("points-earned") }</th>
                    <th scope="col">{ setup.say("points-expired") }</th>
                    <th scope="col">{ setup.say("months-balance") }</th>
                </tr>
            </thead>
            { for shown.run.months().iter().map(|result| month(shown, result)) }
        </table>
    }
}

fn month(shown: Shown, result: &MonthResult) -> Html {
    let (setup, speaker) = (shown.setup, shown.speaker());
    let version = &setup.book().rules().versions[result.version];
    let accounts = version.currencies.iter().filter_map(|currency| {
        let account = result.accounts.iter().find(|account| account.currency == currency.id)?;
        let number = |number| speaker.number(number);
        moves(shown, currency.id).then(|| {
            html! {
                <tr>
                    <th scope="row">{ speaker.name(currency.id) }</th>
                    <td>{ number(account.earned) }</td>
                    <td>{ number(account.expired) }</td>
                    <td>{ number(account.balance) }</td>
                </tr>
            }
        })
    });
    html! {
        <tbody class={format!("tier-{}", speaker.id(result.tier))}>
            <tr>
                <th scope="rowgroup" colspan="4" class="sim-months__month">
                    <time datetime={result.month.to_string()}>{ speaker.month(result.month) }</time>
                    <strong>{ speaker.name(result.tier) }</strong>
                    if let Some(review) = speaker.review(version, result) {
                        <span class="sim-months__review">{ review }</span>
                    }
                </th>
            </tr>
            { for accounts }
        </tbody>
    }
}

/// Whether anything of a currency is there in the run.
fn moves(shown: Shown, currency: CurrencyId) -> bool {
    let accounts = shown.run.months().iter().flat_map(|month| &month.accounts);
    let mut of_currency = accounts.filter(|account| account.currency == currency);
    of_currency.any(|account| [account.earned, account.expired, account.balance].iter().any(|n| !n.is_zero()))
}
