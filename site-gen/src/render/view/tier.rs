//! The ladder: its overview, and one tier.

use serde::Serialize;

use super::{Fact, Html, Link, Page, PoolNote, Rule, TierMark, Timed};

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
