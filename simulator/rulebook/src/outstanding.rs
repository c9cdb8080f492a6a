//! What a run leaves for later months: credits that are delayed, and lots that expire.

use std::ops::Deref;

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::ids::{AnyId, CurrencyId};
use crate::number::{Number, Sum};
use crate::session::Session;

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

impl<B: Deref<Target = RuleBook>> Session<B> {
    /// What is outstanding at the end of a month of the run, counted from 0; nothing of a month outside it, nor of a
    /// currency that the month's version lacks, nor where a sum is out of range.
    pub fn outstanding(&self, month: usize) -> Outstanding {
        self.find_outstanding(month).unwrap_or_default()
    }

    fn find_outstanding(&self, month: usize) -> Option<Outstanding> {
        let state = self.state(month)?;
        let mut found = Outstanding::default();
        for (month, line) in state.delayed() {
            let arriving =
                Arriving { month, source: line.source, currency: line.currency, amount: line.amount };
            let alike = |other: &&mut Arriving| {
                (other.month, other.source, other.currency) == (month, line.source, line.currency)
            };
            match found.arriving.iter_mut().find(alike) {
                Some(other) => other.amount = other.amount.plus(line.amount).ok()?,
                None => found.arriving.push(arriving),
            }
        }
        for currency in &self.book().rules().versions[self.months()[month].version].currencies {
            let lots = state.lots(currency.id).filter_map(|lot| Some((lot.expires?, lot.amount)));
            let mut expiring: Vec<_> = lots.collect();
            expiring.sort_by_key(|&(month, _)| month);
            for lots in expiring.chunk_by(|(a, _), (b, _)| a == b) {
                let amount = lots.iter().map(|&(_, amount)| amount).collect::<Sum>().total().ok()?;
                found.expiring.push(Expiring { month: lots[0].0, currency: currency.id, amount });
            }
        }
        Some(found)
    }
}
