//! The ways to a tier.

use rulebook::{Change, Coverage, Ids, Month, Number, Obstacle, Outlook, PathOption, Staying};
use serde::Serialize;

use crate::value::{Value, names};

/// What `path` answers: the ways to a tier, what comes of each, and what becomes of the present tier.
#[derive(Serialize)]
pub struct Paths<'a> {
    target: &'a str,
    #[serde(flatten)]
    ways: Ways<'a>,
    /// Of the options, in their order.
    outlook: Vec<Option<Ahead<'a>>>,
    staying: Stays<'a>,
}

#[derive(Serialize)]
struct Ways<'a> {
    options: Vec<Way<'a>>,
    impossible: Vec<Impossible>,
    /// Whether all alternatives were looked at.
    complete: bool,
}

#[derive(Serialize)]
struct Way<'a> {
    changes: Vec<Move<'a>>,
    effort: Number,
    in_force: Month,
}

#[derive(Serialize)]
struct Move<'a> {
    metric: &'a str,
    from: Value,
    to: Value,
}

#[derive(Serialize)]
struct Impossible {
    because: String,
}

#[derive(Serialize)]
struct Ahead<'a> {
    tier: &'a str,
    lasts_until: Option<Month>,
    benefits: Vec<&'a str>,
    worth_a_year: Option<Number>,
}

#[derive(Serialize)]
struct Stays<'a> {
    tier: &'a str,
    falls: Option<Falls<'a>>,
    #[serde(flatten)]
    ways: Ways<'a>,
}

#[derive(Serialize)]
struct Falls<'a> {
    month: Month,
    to: &'a str,
}

impl<'a> Paths<'a> {
    /// Ways, the outlooks of their options in the same order, and what staying takes; each obstacle as `because` says it.
    pub fn new(
        paths: &rulebook::Paths,
        outlooks: &[Option<Outlook>],
        staying: &Staying,
        because: impl Fn(&Obstacle) -> String,
        ids: &'a Ids,
    ) -> Self {
        let ways = |options: &[PathOption], impossible: &[Obstacle], coverage| Ways {
            options: options.iter().map(|option| Way::new(option, ids)).collect(),
            impossible: impossible.iter().map(|obstacle| Impossible { because: because(obstacle) }).collect(),
            complete: coverage == Coverage::Complete,
        };
        let outlook = outlooks.iter().map(|outlook| outlook.as_ref().map(|outlook| Ahead::new(outlook, ids)));
        Self {
            target: &ids.tiers[paths.target],
            ways: ways(&paths.options, &paths.impossible, paths.coverage),
            outlook: outlook.collect(),
            staying: Stays {
                tier: &ids.tiers[staying.tier],
                falls: staying.falls.map(|(month, to)| Falls { month, to: &ids.tiers[to] }),
                ways: ways(&staying.options, &staying.impossible, staying.coverage),
            },
        }
    }
}

impl<'a> Way<'a> {
    fn new(option: &PathOption, ids: &'a Ids) -> Self {
        let changes = option.changes.iter().map(|&Change { metric, from, to }| Move {
            metric: &ids.metrics[metric],
            from: from.into(),
            to: to.into(),
        });
        Self { changes: changes.collect(), effort: option.effort, in_force: option.in_force }
    }
}

impl<'a> Ahead<'a> {
    fn new(outlook: &Outlook, ids: &'a Ids) -> Self {
        Self {
            tier: &ids.tiers[outlook.tier],
            lasts_until: outlook.lasts,
            benefits: names(&ids.benefits, &outlook.gain.benefits),
            worth_a_year: outlook.gain.worth,
        }
    }
}
