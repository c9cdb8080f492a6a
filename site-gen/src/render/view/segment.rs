//! Segments: the stages of the lifecycle and the other zones.

use serde::Serialize;

use super::{BenefitCard, CampaignCard, Html, Link, Page, Rule, TaskCard};

/// `segments.html`: lifecycle stages as a row, then the other zones.
#[derive(Clone, Debug, Serialize)]
pub struct SegmentsView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// Lifecycle stages, in order.
    pub stages: Vec<SegmentCard>,
    /// The other zones.
    pub segments: Vec<SegmentCard>,
}

/// A zone in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SegmentCard {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// For whom, in a sentence.
    pub summary: Option<String>,
}

/// `segment.html`: the landing page of a customer group.
#[derive(Clone, Debug, Serialize)]
pub struct SegmentView {
    /// What every page has.
    pub page: Page,
    /// For whom, in a sentence.
    pub summary: Option<String>,
    /// Who belongs to it.
    pub rule: Option<Rule>,
    /// Its place in the lifecycle: all stages, in order, with this one among them. Empty: it is no stage.
    pub stages: Vec<SegmentCard>,
    /// Benefits for it: all of them, or the first few.
    pub benefits: Vec<BenefitCard>,
    /// The overview of benefits, where not all of them are shown here.
    pub all_benefits: Option<Link>,
    /// Accrual rules for it.
    pub earn: Vec<Link>,
    /// Tasks for it.
    pub tasks: Vec<TaskCard>,
    /// Campaigns for it.
    pub campaigns: Vec<CampaignCard>,
    /// The author's text.
    pub body: Option<Html>,
    /// The other zones.
    pub others: Vec<SegmentCard>,
}
