//! A step as the JSON that `site-gen explain --format json` prints: ids in words, decimals as strings.

use serde_json::{Map, Value as Json, json};

use super::step::{Achieved, Capped, Days, Figure, Given, Nothing, Operation, Since, Step};
use crate::calendar::{Date, Month, Period};
use crate::customer::Value;
use crate::ids::Ids;
use crate::model::{Banding, Basis, CapPeriod, Fall, Side, Take, Unit, Window};
use crate::number::{Number, Rounding};

impl Step {
    /// The step without its inputs: subject, month, operation with what belongs to it, result and unit.
    pub fn to_json(&self, ids: &Ids) -> Json {
        let mut json = json!({
            "subject": self.subject.map(|id| id.display(ids).to_string()),
            "month": self.month.to_string(),
            "operation": self.operation.name(),
            "result": result(ids, self.result),
        });
        if let (Figure::Value(_, unit), Json::Object(json)) = (self.result, &mut json) {
            json.insert("unit".to_owned(), unit_name(ids, unit));
        }
        if let (Json::Object(details), Json::Object(json)) = (self.operation.details(ids), &mut json) {
            json.extend(details);
        }
        json
    }
}

impl Operation {
    /// Its word in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Seen => "seen",
            Self::Deeper => "deeper",
            Self::Given(_) => "given",
            Self::Pooled => "pooled",
            Self::Member(_) => "member",
            Self::Sum => "sum",
            Self::Greatest => "greatest",
            Self::Least => "least",
            Self::Part { .. } => "part",
            Self::Over { .. } => "over",
            Self::BeforeStart { .. } => "before-start",
            Self::Steps { .. } => "steps",
            Self::Count => "count",
            Self::Earned(_) => "earned",
            Self::Held => "held",
            Self::Since(_) => "since",
            Self::Bounds { .. } => "bounds",
            Self::Flag { .. } => "flag",
            Self::InSegment(_) => "in-segment",
            Self::Achieved(..) => "achieved",
            Self::InTier { .. } => "in-tier",
            Self::All => "all",
            Self::Any => "any",
            Self::Not => "not",
            Self::AtLeast(_) => "at-least",
            Self::Segment => "segment",
            Self::Task { .. } => "task",
            Self::Reward => "reward",
            Self::Accrued { .. } => "accrued",
            Self::Nothing(_) => "nothing",
            Self::Gives { .. } => "gives",
            Self::Rate { .. } => "rate",
            Self::Bands { .. } => "bands",
            Self::Band { .. } => "band",
            Self::Fixed => "fixed",
            Self::NotPositive(_) => "not-positive",
            Self::Times { .. } => "times",
            Self::Boost { .. } => "boost",
            Self::Rounded { .. } => "rounded",
            Self::Cap(_) => "cap",
            Self::CurrencyCap(_) => "currency-cap",
            Self::Gift => "gift",
            Self::Arrived { .. } => "arrived",
            Self::Balance => "balance",
            Self::Opening => "opening",
            Self::Credited => "credited",
            Self::Line(_) => "line",
            Self::Redeemed => "redeemed",
            Self::Expired => "expired",
            Self::Lot { .. } => "lot",
            Self::Pending => "pending",
            Self::Delayed { .. } => "delayed",
            Self::History => "history",
            Self::CreditedIn => "credited-in",
            Self::Benefit => "benefit",
            Self::Available { .. } => "available",
            Self::Granted(_) => "granted",
            Self::InForce(_) => "in-force",
            Self::Review(_) => "review",
            Self::NoReview { .. } => "no-review",
            Self::Qualify => "qualify",
            Self::Keep => "keep",
        }
    }

    /// What belongs to it, by name.
    #[expect(clippy::too_many_lines, reason = "one arm for each operation")]
    fn details(&self, ids: &Ids) -> Json {
        match self {
            Self::Given(given) => json!({ "given": match given {
                Given::Month => "month",
                Given::Every => "every",
                Given::Not => "not",
            } }),
            Self::Member(number) => json!({ "member": number }),
            Self::Part { weight, up_to, is_cut } => {
                json!({ "weight": text(*weight), "up_to": up_to.map(text), "cut": is_cut })
            }
            Self::Over { metric, window, take, average } => json!({
                "metric": ids.metrics[*metric],
                "window": window_json(*window),
                "take": take_name(*take),
                "total": average.and_then(|(total, _)| total).map(text),
                "divisor": average.map(|(_, divisor)| divisor),
            }),
            Self::BeforeStart { skipped } => json!({ "skipped": skipped }),
            Self::Steps { row, next } => {
                let row_json = |row: &(Number, Number)| json!({ "from": text(row.0), "value": text(row.1) });
                json!({ "row": row.as_ref().map(row_json), "next": next.as_ref().map(row_json) })
            }
            Self::Earned(window) => json!({ "window": window_json(*window) }),
            Self::Since(date) => json!({ "date": day(*date) }),
            Self::Bounds { metric, bounds } => {
                let bounds = bounds.iter().map(|bound| (side(bound.side).to_owned(), text(bound.value)));
                let bounds: Vec<_> = bounds.map(|(side, value)| Map::from_iter([(side, value)])).collect();
                json!({ "metric": ids.metrics[*metric], "bounds": bounds })
            }
            Self::Flag { metric, is } => json!({ "metric": ids.metrics[*metric], "is": is }),
            Self::InSegment(id) => json!({ "segment": ids.segments[*id] }),
            Self::Achieved(id, when) => {
                json!({ "task": ids.tasks[*id], "achieved": when.map(achieved) })
            }
            Self::InTier { asked, in_force } => {
                json!({ "tier": ids.tiers[*asked], "in_force": ids.tiers[*in_force] })
            }
            Self::AtLeast(count) => json!({ "count": count }),
            Self::Task { streak, in_a_row, repeat, before } => json!({
                "streak": streak,
                "in_a_row": in_a_row,
                "repeat": repeat.map_or("once", period),
                "before": before.map(achieved),
            }),
            Self::Accrued { due } => json!({ "due": due.to_string() }),
            Self::Nothing(nothing) => nothing_json(ids, *nothing),
            Self::Gives { of, every, gives, full, days } => with_days(
                *days,
                json!({
                    "metric": ids.metrics[*of],
                    "every": text(*every),
                    "gives": text(*gives),
                    "units": if *full { "full" } else { "exact" },
                }),
            ),
            Self::Rate { of, rate, basis, days } => with_days(
                *days,
                json!({
                    "metric": ids.metrics[*of],
                    "rate": text(*rate),
                    "basis": basis_name(*basis),
                }),
            ),
            Self::Bands { of, banding, basis, days, whole } => with_days(
                *days,
                json!({
                    "metric": ids.metrics[*of],
                    "banding": match banding {
                        Banding::Marginal => "marginal",
                        Banding::Whole => "whole",
                    },
                    "basis": basis_name(*basis),
                    "whole": text(*whole),
                }),
            ),
            Self::Band { from, part: (part, unit), rate } => json!({
                "from": text(*from),
                "part": text(*part),
                "part_unit": unit_name(ids, *unit),
                "rate": text(*rate),
            }),
            Self::NotPositive(metric) => json!({ "metric": ids.metrics[*metric] }),
            Self::Times { tier, times } => json!({ "tier": ids.tiers[*tier], "times": text(*times) }),
            Self::Boost { times, days } => with_days(*days, json!({ "times": text(*times) })),
            Self::Rounded { decimals, rounding } => json!({ "decimals": decimals, "round": match rounding {
                Rounding::Down => "down",
                Rounding::Up => "up",
                Rounding::HalfUp => "half-up",
                Rounding::HalfEven => "half-even",
            } }),
            Self::Cap(capped) | Self::CurrencyCap(capped) => capped_json(*capped),
            Self::Arrived { source, earned, lost } => {
                json!({ "source": source.display(ids).to_string(), "earned": earned.to_string(), "lost": lost })
            }
            Self::Line(source) => json!({ "source": source.display(ids).to_string() }),
            Self::Lot { credited, expires } => {
                json!({ "credited": credited.to_string(), "expires": expires.map(month) })
            }
            Self::Delayed { source, earned, due } => json!({
                "source": source.display(ids).to_string(),
                "earned": earned.to_string(),
                "due": due.to_string(),
            }),
            Self::Available { from, to } => json!({ "from": day(*from), "to": day(*to) }),
            Self::Granted(tier) => json!({ "tier": ids.tiers[*tier] }),
            Self::InForce(since) => match since {
                Since::Opening => json!({ "since": "opening" }),
                Since::Base => json!({ "since": "base" }),
                Since::Review(month) => json!({ "since": "review", "reviewed": month.to_string() }),
                Since::Version(tier) => json!({ "since": "version", "before": ids.tiers[*tier] }),
            },
            Self::Review(review) => json!({
                "tier": ids.tiers[review.tier],
                "qualified": ids.tiers[review.qualified],
                "outcome": review.outcome.name(),
                "held_before": review.held_before.map(month),
                "held_after": review.held_after.map(month),
                "failures_before": review.failures_before,
                "failures_after": review.failures_after,
                "grace": review.grace,
                "fall": match review.fall {
                    Fall::All => "all",
                    Fall::One => "one",
                },
            }),
            Self::NoReview { per, next } => json!({ "per": period(*per), "next": next.to_string() }),
            Self::Absent
            | Self::Seen
            | Self::Deeper
            | Self::Pooled
            | Self::Sum
            | Self::Greatest
            | Self::Least
            | Self::Count
            | Self::Held
            | Self::All
            | Self::Any
            | Self::Not
            | Self::Segment
            | Self::Reward
            | Self::Fixed
            | Self::Gift
            | Self::Balance
            | Self::Opening
            | Self::Credited
            | Self::Redeemed
            | Self::Expired
            | Self::Pending
            | Self::History
            | Self::CreditedIn
            | Self::Benefit
            | Self::Qualify
            | Self::Keep => json!({}),
        }
    }
}

fn result(ids: &Ids, figure: Figure) -> Json {
    match figure {
        Figure::Value(Value::Number(number), _) => text(number),
        Figure::Value(Value::Flag(flag), _) | Figure::Holds(flag) => Json::Bool(flag),
        Figure::Value(Value::Date(date), _) => day(date),
        Figure::Tier(tier) => Json::from(&ids.tiers[tier]),
    }
}

fn nothing_json(ids: &Ids, nothing: Nothing) -> Json {
    match nothing {
        Nothing::NotInForce { from, to } => {
            json!({ "because": "not-in-force", "from": day(from), "to": day(to) })
        }
        Nothing::NotTheEnd(each) => json!({ "because": "not-the-end", "each": period(each) }),
        Nothing::Condition => json!({ "because": "condition" }),
        Nothing::Audience => json!({ "because": "audience" }),
        Nothing::NoRule(rule) => json!({ "because": "no-rule", "earn": ids.earn[rule] }),
        Nothing::GivenIn(month) => json!({ "because": "given", "given": month.to_string() }),
    }
}

fn capped_json(capped: Capped) -> Json {
    let Capped { cap, left, per, is_cut } = capped;
    let per = match per {
        CapPeriod::Period(per) => period(per),
        CapPeriod::Campaign => "campaign",
    };
    json!({ "cap": text(cap), "left": text(left), "per": per, "cut": is_cut })
}

fn with_days(days: Days, mut json: Json) -> Json {
    json["days"] = json!(days.days);
    json["of_days"] = json!(days.of);
    json
}

fn window_json(window: Window) -> Json {
    match window {
        Window::Months { count, lag } => json!({ "months": count, "lag": lag }),
        Window::Period { period: per, lag } => json!({ "period": period(per), "lag": lag }),
    }
}

fn achieved(achieved: Achieved) -> Json {
    match achieved {
        Achieved::BeforeStart => Json::from("before-start"),
        Achieved::In(at) => Json::String(month(at)),
    }
}

fn unit_name(ids: &Ids, unit: Unit) -> Json {
    Json::from(match unit {
        Unit::Money => "money",
        Unit::Count => "count",
        Unit::Flag => "flag",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Date => "date",
        Unit::Currency(id) => &ids.currencies[id],
    })
}

fn take_name(take: Take) -> &'static str {
    match take {
        Take::Average => "average",
        Take::DailyAverage => "daily-average",
        Take::Total => "total",
        Take::Highest => "highest",
        Take::Lowest => "lowest",
    }
}

fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Month => "month",
        Basis::Year => "year",
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::AtLeast => "at_least",
        Side::Above => "above",
        Side::AtMost => "at_most",
        Side::Below => "below",
    }
}

fn period(period: Period) -> &'static str {
    match period {
        Period::Month => "month",
        Period::Quarter => "quarter",
        Period::HalfYear => "half-year",
        Period::Year => "year",
    }
}

fn text(number: Number) -> Json {
    Json::String(number.to_string())
}

fn month(month: Month) -> String {
    month.to_string()
}

fn day(date: Option<Date>) -> Json {
    date.map_or(Json::Null, |date| Json::String(date.to_string()))
}
