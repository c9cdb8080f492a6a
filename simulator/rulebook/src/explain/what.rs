//! Which figure is asked about.

use crate::ids::{BenefitId, CampaignId, CurrencyId, EarnId, Id, IdTable, Ids, MetricId, SegmentId, TaskId};

/// What can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The tier in force, and its review.
    Tier,
    /// A metric's value.
    Metric(MetricId),
    /// Whether the customer is in a segment.
    Segment(SegmentId),
    /// Whether a task is achieved, and what it brings.
    Task(TaskId),
    /// Whether the customer has a benefit.
    Benefit(BenefitId),
    /// What an accrual rule credits and delays.
    Earn(EarnId),
    /// What a campaign credits and delays.
    Campaign(CampaignId),
    /// A currency's balance, and what of it is pending.
    Currency(CurrencyId),
}

/// A text that names no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAFigure {
    /// It does not begin with one of [`What::KINDS`].
    Kind(String),
    /// There is no such thing of that kind.
    Id {
        /// The kind.
        kind: &'static str,
        /// The word.
        id: String,
    },
}

impl What {
    /// The words with which a figure's name begins.
    pub const KINDS: [&'static str; 8] =
        ["tier", "metric", "segment", "task", "benefit", "earn", "campaign", "currency"];

    /// All ids of a kind.
    pub fn ids<'a>(kind: &str, ids: &'a Ids) -> Vec<&'a str> {
        fn all<K>(table: &IdTable<K>) -> Vec<&str> {
            table.iter().map(|(_, id)| id).collect()
        }
        match kind {
            "metric" => all(&ids.metrics),
            "segment" => all(&ids.segments),
            "task" => all(&ids.tasks),
            "benefit" => all(&ids.benefits),
            "earn" => all(&ids.earn),
            "campaign" => all(&ids.campaigns),
            "currency" => all(&ids.currencies),
            _ => Vec::new(),
        }
    }

    /// The figure that is named as sources and rules are: `tier`, `metric:aum`, `earn:card-spend`.
    pub fn named(text: &str, ids: &Ids) -> Result<Self, NotAFigure> {
        fn find<K>(kind: &'static str, table: &IdTable<K>, id: &str) -> Result<Id<K>, NotAFigure> {
            table.find(id).ok_or_else(|| NotAFigure::Id { kind, id: id.to_owned() })
        }
        match text.split_once(':') {
            None if text == "tier" => Ok(Self::Tier),
            Some(("metric", id)) => find("metric", &ids.metrics, id).map(Self::Metric),
            Some(("segment", id)) => find("segment", &ids.segments, id).map(Self::Segment),
            Some(("task", id)) => find("task", &ids.tasks, id).map(Self::Task),
            Some(("benefit", id)) => find("benefit", &ids.benefits, id).map(Self::Benefit),
            Some(("earn", id)) => find("earn", &ids.earn, id).map(Self::Earn),
            Some(("campaign", id)) => find("campaign", &ids.campaigns, id).map(Self::Campaign),
            Some(("currency", id)) => find("currency", &ids.currencies, id).map(Self::Currency),
            _ => Err(NotAFigure::Kind(text.to_owned())),
        }
    }
}
