//! What is earned, by source, in a month and in the year.

use rulebook::{AnyId, CurrencyId, Number, Sum};

use super::state::Run;

/// A currency in a month and over the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Earned {
    /// Which currency.
    pub currency: CurrencyId,
    /// What credited it, in the order of first credit.
    pub sources: Vec<BySource>,
    /// In the month, all sources together.
    pub month: Number,
    /// Over the run, all sources together.
    pub year: Number,
    /// Held at the end of the month.
    pub balance: Number,
    /// Delayed at the end of the month.
    pub pending: Number,
    /// Expires at the end of the month.
    pub expired: Number,
    /// Expires within the run.
    pub expired_year: Number,
    /// What the year's is worth in the programme's money, if the currency has a worth.
    pub worth: Option<Number>,
}

/// One source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BySource {
    /// Which rule, campaign or task.
    pub source: AnyId,
    /// In the month.
    pub month: Number,
    /// Over the run.
    pub year: Number,
}

/// Every currency of the month's version, in the order of the file. A sum out of range leaves its currency out.
pub fn earned(run: &Run, month: usize) -> Vec<Earned> {
    let Some(result) = run.months().get(month) else { return Vec::new() };
    let version = &run.book().rules().versions[result.version];
    version.currencies.iter().filter_map(|currency| of_currency(run, month, currency.id)).collect()
}

fn of_currency(run: &Run, month: usize, currency: CurrencyId) -> Option<Earned> {
    let result = &run.months()[month];
    let mut sums: Vec<(AnyId, Sum, Sum)> = Vec::new();
    for (at, other) in run.months().iter().enumerate() {
        for line in other.lines.iter().filter(|line| line.currency == currency) {
            let place = sums.iter().position(|&(source, ..)| source == line.source).unwrap_or_else(|| {
                sums.push((line.source, Sum::default(), Sum::default()));
                sums.len() - 1
            });
            let (_, in_month, in_year) = &mut sums[place];
            in_year.add(line.amount);
            if at == month {
                in_month.add(line.amount);
            }
        }
    }
    let source = |(source, month, year): (AnyId, Sum, Sum)| {
        Some(BySource { source, month: month.total().ok()?, year: year.total().ok()? })
    };
    let accounts = || {
        run.months()
            .iter()
            .filter_map(|month| month.accounts.iter().find(|account| account.currency == currency))
    };
    let account = result.accounts.iter().find(|account| account.currency == currency)?;
    let year = accounts().map(|account| account.earned).collect::<Sum>().total().ok()?;
    let worth = run.book().rules().versions[result.version].currency(currency)?.worth;
    Some(Earned {
        currency,
        sources: sums.into_iter().map(source).collect::<Option<_>>()?,
        month: account.earned,
        year,
        balance: account.balance,
        pending: account.pending,
        expired: account.expired,
        expired_year: accounts().map(|account| account.expired).collect::<Sum>().total().ok()?,
        worth: worth.and_then(|worth| year.product(worth).ok()),
    })
}
