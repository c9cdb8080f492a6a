//! The campaigns that run in the months of a run, and what they bring.

use rulebook::{AnyId, CampaignId, CurrencyId, Date, Number, RuleBook, Sum};

use super::state::Run;

/// A campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Which.
    pub campaign: CampaignId,
    /// First day, as the latest of the run's versions has it.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// What it credits in the run, by currency.
    pub credited: Vec<(CurrencyId, Number)>,
    /// What is still to be credited at the end of the run, by currency.
    pub delayed: Vec<(CurrencyId, Number)>,
}

/// Every campaign that has a day in a month of the run, by first day. A sum out of range is left out.
pub fn running(run: &Run) -> Vec<Running> {
    let book = run.book();
    let mut all: Vec<Running> = Vec::new();
    for result in run.months() {
        for campaign in &book.rules().versions[result.version].campaigns {
            if campaign.from.month() > result.month || campaign.to.month() < result.month {
                continue;
            }
            let known = all.iter_mut().find(|running| running.campaign == campaign.id);
            if let Some(running) = known {
                (running.from, running.to) = (campaign.from, campaign.to);
            } else {
                let (from, to) = (campaign.from, campaign.to);
                let (credited, delayed) = (Vec::new(), Vec::new());
                all.push(Running { campaign: campaign.id, from, to, credited, delayed });
            }
        }
    }
    all.sort_by_key(|running| (running.from, running.to));
    let left = run.outstanding(run.months().len().saturating_sub(1));
    for running in &mut all {
        let source = AnyId::Campaign(running.campaign);
        let lines = run.months().iter().flat_map(|month| &month.lines);
        let credited = lines.filter(|line| line.source == source);
        running.credited = by_currency(book, credited.map(|line| (line.currency, line.amount)));
        let delayed = left.arriving.iter().filter(|arriving| arriving.source == source);
        running.delayed = by_currency(book, delayed.map(|arriving| (arriving.currency, arriving.amount)));
    }
    all
}

fn by_currency(
    book: &RuleBook,
    amounts: impl Iterator<Item = (CurrencyId, Number)>,
) -> Vec<(CurrencyId, Number)> {
    let mut sums = vec![Sum::default(); book.rules().ids.currencies.len()];
    amounts.for_each(|(currency, amount)| sums[currency.index()].add(amount));
    let ids = book.rules().ids.currencies.iter().map(|(id, _)| id);
    let totals = ids.zip(sums).filter_map(|(id, sum)| Some((id, sum.total().ok()?)));
    totals.filter(|(_, amount)| !amount.is_zero()).collect()
}
