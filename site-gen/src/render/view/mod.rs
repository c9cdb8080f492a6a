//! What a template is given: one struct for each template, and the small ones they share.
//!
//! A view is plain display data. Amounts, dates and rules are already in the page's language, links are already
//! relative to the page, and whatever may be absent is an `Option` or an empty list, which the template leaves
//! out together with its heading. Nothing here is computed and nothing is looked up: the stage that fills views knows the
//! catalogue, templates know views, and neither knows the other.
//!
//! A page kind is added by a struct here with its [`View`], a template of that name in the theme, and a pair of
//! fixtures in the tests, which fail while one of the three is missing.

mod benefit;
mod campaign;
mod compare;
mod earning;
mod example;
mod faq;
mod home;
mod news;
mod page;
mod partner;
mod reward;
mod segment;
mod shared;
mod simulator;
mod task;
mod term;
mod terms;
mod tier;

use serde::Serialize;

pub use benefit::{
    BenefitCard, BenefitCategory, BenefitGrant, BenefitView, BenefitsView, CategoryView, Layer, PoolNote,
};
pub use campaign::{CampaignCard, CampaignView, CampaignsView, Offer, Phase};
pub use compare::{CompareCell, CompareGroup, CompareRow, CompareView};
pub use earning::{Currency, EarnRule, PointsView};
pub use example::{Example, ExampleFact, ExampleMonth, ExamplesPart};
pub use faq::{FaqView, Question};
pub use home::{CategoryCard, HomeView};
pub use news::{NewsCard, NewsView, NoticeView};
pub use page::{NotFoundView, PageView};
pub use partner::{Partner, PartnersView};
pub use reward::{Reward, RewardCategory, RewardsView};
pub use segment::{SegmentCard, SegmentView, SegmentsView};
pub use shared::{
    Alternate, Day, Fact, FooterView, HeaderView, Html, Link, LinkGroup, NavItem, NextVersion, Page, Pager,
    Rule, Status, TierMark, TierValue, Timed, Version,
};
pub use simulator::SimulatorView;
pub use task::{TaskCard, TasksView};
pub use term::{GlossaryView, Term};
pub use terms::{Clause, TermsPart, TermsVersion, TermsView};
pub use tier::{GrantGroup, GrantLine, TierCard, TierView, TiersView};

/// A page of the site: data for one template, in one language.
pub trait View: Serialize {
    /// The template's file name within the theme's `templates/`.
    const TEMPLATE: &'static str;

    /// The language that the page's own words are taken in, BCP 47.
    fn locale(&self) -> &str;
}

/// Names the template of each view that carries a [`Page`].
macro_rules! views {
    ($($view:ty => $template:literal,)*) => {
        $(impl View for $view {
            const TEMPLATE: &'static str = $template;

            fn locale(&self) -> &str {
                &self.page.locale
            }
        })*
    };
}

views! {
    HomeView => "home.html",
    TiersView => "tiers.html",
    TierView => "tier.html",
    CompareView => "compare.html",
    BenefitsView => "benefits.html",
    BenefitView => "benefit.html",
    CategoryView => "category.html",
    PointsView => "points.html",
    RewardsView => "rewards.html",
    TasksView => "tasks.html",
    CampaignsView => "campaigns.html",
    CampaignView => "campaign.html",
    SegmentsView => "segments.html",
    SegmentView => "segment.html",
    PartnersView => "partners.html",
    FaqView => "faq.html",
    GlossaryView => "glossary.html",
    NewsView => "news.html",
    NoticeView => "notice.html",
    PageView => "page.html",
    TermsView => "terms.html",
    SimulatorView => "simulator.html",
    NotFoundView => "not-found.html",
}

/// What is left at an address that moved: sends the browser on, and says where to.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// The language of the page, BCP 47.
    pub locale: String,
    /// The new place.
    pub to: Link,
}

/// Names the template of each view that is no page with a frame.
macro_rules! frameless {
    ($($view:ty => $template:literal,)*) => {
        $(impl View for $view {
            const TEMPLATE: &'static str = $template;

            fn locale(&self) -> &str {
                &self.locale
            }
        })*
    };
}

frameless! {
    RedirectView => "redirect.html",
    HeaderView => "header.html",
    FooterView => "footer.html",
}
