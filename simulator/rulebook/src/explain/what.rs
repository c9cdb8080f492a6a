//! Which figure is asked about.

use crate::ids::{AnyId, IdKind, Ids, UnknownId};

/// What can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The tier in force, and its review.
    Tier,
    /// The figures of an id, of one of [`What::KINDS`]; an id of another kind has none.
    ///
    /// Of a metric its value, of a segment whether the customer is in it, of a task whether it is achieved and what
    /// it credits, of a benefit whether the customer has it, of an accrual rule or a campaign what it credits and
    /// delays, of a currency its balance and what of it is pending.
    Of(AnyId),
}

/// A text that names no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAFigure {
    /// It is neither `tier` nor begins with one of [`What::KINDS`].
    Kind(String),
    /// There is no such thing of that kind.
    Id {
        /// The kind.
        kind: IdKind,
        /// The word.
        id: String,
    },
}

impl What {
    /// The kinds of ids that have figures.
    pub const KINDS: [IdKind; 7] = [
        IdKind::Metric,
        IdKind::Segment,
        IdKind::Task,
        IdKind::Benefit,
        IdKind::Earn,
        IdKind::Campaign,
        IdKind::Currency,
    ];

    /// The figures of an id.
    pub fn of(id: impl Into<AnyId>) -> Self {
        Self::Of(id.into())
    }

    /// The figure that is named as sources and rules are: `tier`, `metric:aum`, `earn:card-spend`.
    ///
    /// # Errors
    ///
    /// The text names no kind that has figures, or no id of its kind.
    pub fn named(text: &str, ids: &Ids) -> Result<Self, NotAFigure> {
        let no_kind = || NotAFigure::Kind(text.to_owned());
        if text == "tier" {
            return Ok(Self::Tier);
        }
        let has_figures = |kind| if Self::KINDS.contains(&kind) { Ok(kind) } else { Err(no_kind()) };
        match ids.parse(text) {
            Ok(id) => has_figures(id.kind()).map(|_| Self::Of(id)),
            // A word alone names nothing, whether or not it is a kind's.
            Err(UnknownId::Id { kind, id }) if text.contains(':') => {
                Err(NotAFigure::Id { kind: has_figures(kind)?, id })
            }
            Err(_) => Err(no_kind()),
        }
    }
}
