//! What is earned, by source, in a month and in the year; what is still to come of it, and what will be lost.

use rulebook::{AnyId, CurrencyId, Month, MonthResult, Number, RuleBook, Silent, Sum};

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
pub fn earned(book: &RuleBook, run: &Run, month: usize) -> Vec<Earned> {
    let Some(result) = run.months.get(month) else { return Vec::new() };
    let version = &book.rules().versions[result.version];
    version.currencies.iter().filter_map(|currency| of_currency(book, run, month, currency.id)).collect()
}

fn of_currency(book: &RuleBook, run: &Run, month: usize, currency: CurrencyId) -> Option<Earned> {
    let result = &run.months[month];
    let mut sums: Vec<(AnyId, Sum, Sum)> = Vec::new();
    for (at, other) in run.months.iter().enumerate() {
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
        run.months
            .iter()
            .filter_map(|month| month.accounts.iter().find(|account| account.currency == currency))
    };
    let account = result.accounts.iter().find(|account| account.currency == currency)?;
    let year = accounts().map(|account| account.earned).collect::<Sum>().total().ok()?;
    let worth = book.rules().versions[result.version].currency(currency)?.worth;
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

/// What the months up to one of the run leave for later ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outstanding {
    /// What is delayed, the earliest first; the lines of a source in a month are one.
    pub arriving: Vec<Arriving>,
    /// What is held and expires if it is not spent, by currency and month.
    pub expiring: Vec<Expiring>,
}

/// What is earned already and credited later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arriving {
    /// When it is credited.
    pub month: Month,
    /// Which rule, campaign or task earned it.
    pub source: AnyId,
    /// Of which currency.
    pub currency: CurrencyId,
    /// How much.
    pub amount: Number,
}

/// What is held and expires.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expiring {
    /// At the end of which month.
    pub month: Month,
    /// Of which currency.
    pub currency: CurrencyId,
    /// How much, if nothing is spent.
    pub amount: Number,
}

impl Outstanding {
    /// At the end of one of the run's months; nothing of a month outside it, nor of a currency that the month's
    /// version lacks.
    pub fn after(book: &RuleBook, run: &Run, month: usize) -> Self {
        Self::found(book, run, month).unwrap_or_default()
    }

    fn found(book: &RuleBook, run: &Run, month: usize) -> Option<Self> {
        let last = run.months.get(month)?;
        let customer = run.until(month)?;
        let (given, mut state) = book.open(&customer).ok()?;
        let mut result = MonthResult::new(customer.start, state.tier());
        for _ in 0..customer.months {
            book.step(&given, &mut state, &mut Silent, &mut result).ok()?;
        }
        let mut found = Self::default();
        for (month, line) in state.delayed() {
            let rulebook::Line { source, currency, amount } = line;
            let arriving = Arriving { month, source, currency, amount };
            let same = |other: &&mut Arriving| {
                (other.month, other.source, other.currency) == (month, source, currency)
            };
            if let Some(other) = found.arriving.iter_mut().find(same) {
                other.amount = [other.amount, amount].into_iter().collect::<Sum>().total().ok()?;
            } else {
                found.arriving.push(arriving);
            }
        }
        for currency in &book.rules().versions[last.version].currencies {
            let mut expiring: Vec<_> =
                state.lots(currency.id).filter_map(|lot| Some((lot.expires?, lot.amount))).collect();
            expiring.sort_by_key(|&(month, _)| month);
            for lots in expiring.chunk_by(|(a, _), (b, _)| a == b) {
                let amount = lots.iter().map(|&(_, amount)| amount).collect::<Sum>().total().ok()?;
                found.expiring.push(Expiring { month: lots[0].0, currency: currency.id, amount });
            }
        }
        Some(found)
    }
}
