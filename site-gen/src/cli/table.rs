//! Results as tables for a person.

use rulebook::{MonthResult, RunError};
use site_gen::catalogue::Catalogue;

pub(super) fn run(catalogue: &Catalogue, months: &[MonthResult], _language: &str) -> String {
    let ids = &catalogue.book.rules().ids;
    months.iter().map(|month| format!("{} {}\n", month.month, &ids.tiers[month.tier])).collect()
}

pub(super) fn error(_catalogue: &Catalogue, error: RunError, _language: &str) -> String {
    format!("{error:?}")
}
