//! Results as tables for a person.

use rulebook::{MonthResult, RunError};
use site_gen::catalogue::Catalogue;

pub(super) fn run(catalogue: &Catalogue, months: &[MonthResult]) -> String {
    let ids = &catalogue.book.rules().ids;
    months.iter().map(|month| format!("{} {}\n", month.month, &ids.tiers[month.tier])).collect()
}

pub(super) fn error(_catalogue: &Catalogue, error: RunError) -> String {
    format!("{error:?}")
}
