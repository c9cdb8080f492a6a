//! The ladder: overview, one tier, and the comparison of all.

use serde::Serialize;

use super::{CategoryCard, Fact, Html, Link, Page, Pager, PoolNote, Rule, TierMark, Timed};

/// `tiers.html`: the ladder, and how one rises and falls on it.
#[derive(Clone, Debug, Serialize)]
pub struct TiersView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// Lowest first.
    pub tiers: Vec<TierCard>,
    /// Review, hold, grace, household: what holds for all tiers.
    pub facts: Vec<Fact>,
    /// The comparison matrix, if there is anything to compare.
    pub compare: Option<Link>,
}

/// A tier in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TierCard {
    /// Name, page and colour.
    pub tier: TierMark,
    /// The tier in a sentence.
    pub summary: Option<String>,
    /// The ways to qualify, each in a short line; one is enough. Empty for the base tier.
    pub ways: Vec<String>,
    /// How many benefits it has.
    pub benefits: usize,
    /// A few of them, in short: "机场贵宾厅 每年 6 次".
    pub highlights: Vec<String>,
}

/// `tier.html`: one tier.
#[derive(Clone, Debug, Serialize)]
pub struct TierView {
    /// What every page has.
    pub page: Page,
    /// The tier itself.
    pub tier: TierMark,
    /// The tier in a sentence.
    pub summary: Option<String>,
    /// The whole ladder, lowest first.
    pub ladder: Vec<TierMark>,
    /// Who qualifies; absent for the base tier, to which everybody belongs.
    pub qualify: Option<Rule>,
    /// Who keeps it, where that differs.
    pub keep: Option<Rule>,
    /// Hold, grace, how one falls.
    pub facts: Vec<Fact>,
    /// What it grants, by category.
    pub grants: Vec<GrantGroup>,
    /// Points: what is multiplied, and by how much.
    pub multipliers: Vec<Fact>,
    /// How many benefits may be chosen from which pool.
    pub pools: Vec<PoolNote>,
    /// The author's text.
    pub body: Option<Html>,
    /// The tier below.
    pub lower: Option<TierMark>,
    /// The tier above.
    pub higher: Option<TierMark>,
    /// The comparison matrix, if there is anything to compare.
    pub compare: Option<Link>,
}

/// A tier's benefits of one category.
#[derive(Clone, Debug, Serialize)]
pub struct GrantGroup {
    /// The category's name.
    pub name: String,
    /// The category's icon, one of the theme's.
    pub icon: Option<String>,
    /// The grants: all of them, or the first few where `all` leads to the rest.
    pub grants: Vec<GrantLine>,
    /// The category's own page, by how many of its benefits the tier has, where there are too many for one list.
    pub all: Option<Link>,
}

/// What a tier grants of one benefit.
#[derive(Clone, Debug, Serialize)]
pub struct GrantLine {
    /// The benefit.
    pub benefit: Link,
    /// How much: "每年 6 次".
    pub grant: String,
    /// The tier below has it not, or less of it.
    pub raised: bool,
    /// When it is available, if not always.
    pub when: Option<Timed>,
}

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
