//! The home page.

use serde::Serialize;

use super::{
    BenefitCard, CampaignCard, Currency, Html, Link, NewsCard, Page, Question, SegmentCard, TierCard,
};

/// `home.html`: what the programme is, where one stands in it, what is on.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page has; its title is the programme's name.
    pub page: Page,
    /// The programme in a sentence: the line under its name.
    pub summary: Option<String>,
    /// The author's text.
    pub body: Option<Html>,
    /// The ladder, lowest first.
    pub tiers: Vec<TierCard>,
    /// The comparison matrix, if there is anything to compare.
    pub compare: Option<Link>,
    /// The benefit categories.
    pub categories: Vec<CategoryCard>,
    /// A few benefits worth showing first.
    pub highlights: Vec<BenefitCard>,
    /// All benefits.
    pub all_benefits: Option<Link>,
    /// What can be earned, in short.
    pub currencies: Vec<Currency>,
    /// The points page.
    pub points: Option<Link>,
    /// Campaigns that run or are coming, then the latest that ended.
    pub campaigns: Vec<CampaignCard>,
    /// All campaigns.
    pub all_campaigns: Option<Link>,
    /// Lifecycle stages, in order.
    pub stages: Vec<SegmentCard>,
    /// The other segment zones.
    pub segments: Vec<SegmentCard>,
    /// All zones.
    pub all_segments: Option<Link>,
    /// The latest notices.
    pub news: Vec<NewsCard>,
    /// All notices.
    pub all_news: Option<Link>,
    /// A few questions.
    pub questions: Vec<Question>,
    /// All questions.
    pub all_questions: Option<Link>,
}

/// A benefit category in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CategoryCard {
    /// Its name, linked to its place in the overview.
    pub link: Link,
    /// Its icon, one of the theme's.
    pub icon: Option<String>,
    /// What is in it, in a sentence.
    pub description: Option<String>,
    /// How many benefits it has.
    pub benefits: usize,
}
