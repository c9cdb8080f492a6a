//! The result as the JSON that `site-gen simulate --format json` prints.

use serde_json::{Map, Value as Json, json};

use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::Value;
use crate::ids::{Id, IdTable, Ids};
use crate::number::Number;
use crate::path::{Change, Coverage, Obstacle, Outlook, PathOption, Paths, Staying};
use crate::plan::{Keep, Plan};
use crate::result::{Account, Line, MonthResult, Outcome, Review, RunError};

impl RuleBook {
    /// A run's result or its error, with ids in words and decimals as strings.
    pub fn to_json(&self, run: &Result<Vec<MonthResult>, RunError>) -> Json {
        let ids = &self.rules().ids;
        match run {
            Ok(months) => {
                json!({ "months": months.iter().map(|month| month_json(ids, month)).collect::<Vec<_>>() })
            }
            Err(error) => error_json(ids, error),
        }
    }
}

impl RuleBook {
    /// The answer to "how do I get there?", each obstacle in words: `{"target", "options", "impossible", "complete",
    /// "outlook", "staying"}`. The outlooks are those of the options, in their order.
    pub fn paths_json(
        &self,
        paths: &Paths,
        outlooks: &[Option<Outlook>],
        staying: &Staying,
        because: impl Fn(&Obstacle) -> String,
    ) -> Json {
        let ids = &self.rules().ids;
        let options = |options: &[PathOption]| -> Vec<Json> {
            options.iter().map(|option| option_json(ids, option)).collect()
        };
        let impossible = |obstacles: &[Obstacle]| -> Vec<Json> {
            obstacles.iter().map(|obstacle| json!({ "because": because(obstacle) })).collect()
        };
        json!({
            "target": ids.tiers[paths.target],
            "options": options(&paths.options),
            "impossible": impossible(&paths.impossible),
            "complete": paths.coverage == Coverage::Complete,
            "outlook": outlooks.iter().map(|outlook| outlook_json(ids, outlook.as_ref())).collect::<Vec<_>>(),
            "staying": {
                "tier": ids.tiers[staying.tier],
                "falls": staying.falls.map(|(month, to)| {
                    json!({ "month": month.to_string(), "to": ids.tiers[to] })
                }),
                "options": options(&staying.options),
                "impossible": impossible(&staying.impossible),
                "complete": staying.coverage == Coverage::Complete,
            },
        })
    }

    /// A deposit plan, each month that no balance serves in words: `{"target", "by", "impossible"}`.
    pub fn plan_json(&self, plan: &Plan, because: impl Fn(Month) -> String) -> Json {
        let by = |keep: &Keep| {
            json!({
                "month": keep.month.to_string(),
                "keep_from_tomorrow": text(keep.from_tomorrow),
                "deposit_today": text(keep.deposit_today),
            })
        };
        let impossible = |&month: &Month| json!({ "month": month.to_string(), "because": because(month) });
        json!({
            "target": self.rules().ids.tiers[plan.target],
            "by": plan.by.iter().map(by).collect::<Vec<_>>(),
            "impossible": plan.impossible.iter().map(impossible).collect::<Vec<_>>(),
        })
    }
}

impl Outcome {
    /// As results name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upgrade => "rise",
            Self::Held => "held",
            Self::Kept => "kept",
            Self::Grace => "grace",
            Self::Downgrade => "fall",
        }
    }
}

fn month_json(ids: &Ids, result: &MonthResult) -> Json {
    let metrics: Map<_, _> =
        result.metrics.iter().map(|&(id, value)| (ids.metrics[id].to_owned(), value_json(value))).collect();
    let account = |figure: fn(&Account) -> Number| -> Json {
        let figures = result.accounts.iter();
        let figures =
            figures.map(|account| (ids.currencies[account.currency].to_owned(), text(figure(account))));
        Json::Object(figures.collect())
    };
    json!({
        "month": result.month.to_string(),
        "tier": ids.tiers[result.tier],
        "metrics": metrics,
        "segments": names(&ids.segments, &result.segments),
        "tasks": names(&ids.tasks, &result.tasks),
        "lines": result.lines.iter().map(|line| line_json(ids, line)).collect::<Vec<_>>(),
        "earned": account(|account| account.earned),
        "pending": account(|account| account.pending),
        "redeemed": account(|account| account.redeemed),
        "expired": account(|account| account.expired),
        "balance": account(|account| account.balance),
        "benefits": names(&ids.benefits, &result.benefits),
        "review": result.review.as_ref().map(|review| review_json(ids, review)),
        "next_tier": ids.tiers[result.next_tier],
    })
}

fn option_json(ids: &Ids, option: &PathOption) -> Json {
    let change = |change: &Change| {
        json!({
            "metric": ids.metrics[change.metric],
            "from": value_json(change.from),
            "to": value_json(change.to),
        })
    };
    json!({
        "changes": option.changes.iter().map(change).collect::<Vec<_>>(),
        "effort": text(option.effort),
        "in_force": option.in_force.to_string(),
    })
}

fn outlook_json(ids: &Ids, outlook: Option<&Outlook>) -> Json {
    outlook.map_or(Json::Null, |outlook| {
        json!({
            "tier": ids.tiers[outlook.tier],
            "lasts_until": outlook.lasts.map(|month| month.to_string()),
            "benefits": names(&ids.benefits, &outlook.gain.benefits),
            "worth_a_year": outlook.gain.worth.map(text),
        })
    })
}

fn line_json(ids: &Ids, line: &Line) -> Json {
    json!({
        "source": line.source.display(ids).to_string(),
        "currency": ids.currencies[line.currency],
        "amount": text(line.amount),
    })
}

fn review_json(ids: &Ids, review: &Review) -> Json {
    json!({
        "qualified": ids.tiers[review.qualified],
        "outcome": review.outcome.name(),
        "failures": review.failures,
        "held_until": review.held_until.map(|month| month.to_string()),
    })
}

fn error_json(ids: &Ids, error: &RunError) -> Json {
    match *error {
        RunError::Customer(error) => json!({ "error": "customer", "because": error.to_string() }),
        RunError::Insufficient { month, currency, shortfall } => json!({
            "error": "insufficient",
            "month": month.to_string(),
            "currency": ids.currencies[currency],
            "shortfall": text(shortfall),
        }),
        RunError::NotRedeemable { month, currency } => json!({
            "error": "not-redeemable",
            "month": month.to_string(),
            "currency": ids.currencies[currency],
        }),
        RunError::Overflow { rule, month } => json!({
            "error": "overflow",
            "rule": rule.display(ids).to_string(),
            "month": month.to_string(),
        }),
    }
}

fn value_json(value: Value) -> Json {
    match value {
        Value::Number(number) => text(number),
        Value::Flag(flag) => Json::Bool(flag),
        Value::Date(date) => date.map_or(Json::Null, |date| Json::String(date.to_string())),
    }
}

fn text(number: Number) -> Json {
    Json::String(number.to_string())
}

fn names<K>(table: &IdTable<K>, ids: &[Id<K>]) -> Vec<String> {
    ids.iter().map(|&id| table[id].to_owned()).collect()
}
