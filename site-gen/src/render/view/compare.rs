//! The comparison matrix: benefits × tiers.

use serde::Serialize;

use super::{CategoryCard, Page, Pager, TierMark};

/// `compare.html`: benefits × tiers.
#[derive(Clone, Debug, Serialize)]
pub struct CompareView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The columns, lowest first.
    pub tiers: Vec<TierMark>,
    /// The threshold of each tier in short, in the order of `tiers`; empty where there is none.
    pub thresholds: Vec<String>,
    /// The rows, by category; points' multipliers may be a group of their own.
    pub groups: Vec<CompareGroup>,
    /// Sentences under the table: pools, conditions.
    pub notes: Vec<String>,
    /// The categories with a matrix on pages of their own, where there are too many benefits for one matrix.
    pub categories: Vec<CategoryCard>,
    /// The pages before and after it, where a category's matrix is on several.
    pub pager: Option<Pager>,
}

/// Rows of the matrix under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct CompareGroup {
    /// The anchor.
    pub id: String,
    /// The heading.
    pub name: String,
    /// The icon, one of the theme's.
    pub icon: Option<String>,
    /// The rows.
    pub rows: Vec<CompareRow>,
}

/// One row of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRow {
    /// The benefit's name.
    pub name: String,
    /// Its page, or the section that explains it.
    pub href: Option<String>,
    /// What holds for all tiers: "限代发工资客户".
    pub note: Option<String>,
    /// A cell for each tier, in the order of the columns.
    pub cells: Vec<CompareCell>,
}

/// A cell of the matrix.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum CompareCell {
    /// The tier has none of it.
    None,
    /// The tier has it, and there is no more to say: a tick.
    Yes,
    /// The tier has this much of it.
    Text {
        /// How much.
        text: String,
        /// More than the tier before.
        raised: bool,
    },
}
