//! Benefits: the overview by category, a category's own pages, and one benefit.

use serde::Serialize;

use super::{Fact, Html, Link, Page, Pager, Question, Rule, TierMark, Timed};

/// `benefits.html`: all benefits, by category.
#[derive(Clone, Debug, Serialize)]
pub struct BenefitsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The categories, each with an anchor.
    pub categories: Vec<BenefitCategory>,
    /// The comparison matrix, if there is anything to compare.
    pub compare: Option<Link>,
}

/// A category and its benefits.
#[derive(Clone, Debug, Serialize)]
pub struct BenefitCategory {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its icon, one of the theme's.
    pub icon: Option<String>,
    /// What is in it, in a sentence.
    pub description: Option<String>,
    /// The benefits: all of them, or the first few where `all` leads to the rest.
    pub benefits: Vec<BenefitCard>,
    /// The category's own page, where there are too many benefits for one list.
    pub all: Option<Link>,
}

/// `category.html`: a category's benefits on pages of their own, where there are too many for one list of all.
#[derive(Clone, Debug, Serialize)]
pub struct CategoryView {
    /// What every page has.
    pub page: Page,
    /// What is in it, in a sentence.
    pub summary: Option<String>,
    /// Its icon, one of the theme's.
    pub icon: Option<String>,
    /// How many benefits there are on all of its pages.
    pub count: usize,
    /// The benefits that this page lists.
    pub benefits: Vec<BenefitCard>,
    /// The pages before and after it; absent: there is only one.
    pub pager: Option<Pager>,
    /// Its comparison matrix.
    pub compare: Option<Link>,
}

/// For whom a benefit is: the three layers of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// For everybody.
    Basic,
    /// From the middle of the ladder.
    Advanced,
    /// At the top of the ladder.
    Exclusive,
}

/// A benefit in a list.
#[derive(Clone, Debug, Serialize)]
pub struct BenefitCard {
    /// Its name and page.
    pub link: Link,
    /// The benefit in a sentence.
    pub summary: Option<String>,
    /// Its icon (that of its category), one of the theme's.
    pub icon: Option<String>,
    /// Who has it, in short: "金帆会员及以上".
    pub who: String,
    /// The lowest tier that has it; absent: every tier has.
    pub from: Option<TierMark>,
    /// For whom it is.
    pub layer: Layer,
    /// What it is worth or how much there is, in short.
    pub worth: Option<String>,
    /// When it is available, if not always.
    pub when: Option<Timed>,
}

/// `benefit.html`: one benefit.
#[derive(Clone, Debug, Serialize)]
pub struct BenefitView {
    /// What every page has.
    pub page: Page,
    /// The benefit in a sentence.
    pub summary: Option<String>,
    /// Its category, linked to its place in the overview.
    pub category: Option<Link>,
    /// The category's icon, one of the theme's.
    pub icon: Option<String>,
    /// For whom it is.
    pub layer: Layer,
    /// What each tier has, lowest first, all tiers of the ladder. Empty: it does not depend on the tier.
    pub grants: Vec<BenefitGrant>,
    /// Who else must be asked, beside the tier.
    pub condition: Option<Rule>,
    /// When it is available, if not always.
    pub when: Option<Timed>,
    /// Where it is used: "手机银行", "网点".
    pub channels: Vec<String>,
    /// Who provides it, linked to its place in the overview.
    pub partner: Option<Link>,
    /// The pool it is chosen from.
    pub pool: Option<PoolNote>,
    /// Whatever else is worth a row.
    pub facts: Vec<Fact>,
    /// The author's text.
    pub body: Option<Html>,
    /// Questions about it.
    pub questions: Vec<Question>,
    /// Others of its category.
    pub related: Vec<BenefitCard>,
}

/// What a tier has of a benefit.
#[derive(Clone, Debug, Serialize)]
pub struct BenefitGrant {
    /// The tier.
    pub tier: TierMark,
    /// How much; absent: nothing.
    pub text: Option<String>,
    /// What that is worth to a customer: "约 ¥900 / 年".
    pub worth: Option<String>,
}

/// A pool from which a tier chooses.
#[derive(Clone, Debug, Serialize)]
pub struct PoolNote {
    /// Its name.
    pub name: String,
    /// How many may be chosen, in words: "金卡每年任选 2 项".
    pub text: String,
    /// The benefits in it.
    pub benefits: Vec<Link>,
}
