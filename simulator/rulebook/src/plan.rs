//! The deposit planner: what balance, kept from tomorrow on, qualifies for a tier; to the day and to the cent.

use std::fmt;
use std::ops::Deref;

use crate::book::RuleBook;
use crate::calendar::{Date, Month};
use crate::customer::{Customer, Value};
use crate::engine::{RunInputs, State};
use crate::ids::{MetricId, TierId};
use crate::model::{InputKind, Metric, MetricSource};
use crate::number::{Number, Sum};
use crate::path::{HIGHEST, least};
use crate::result::RunError;
use crate::session::Session;

/// What is known today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Today {
    /// The balance that is to be raised.
    pub metric: MetricId,
    /// The last day that the average counts.
    pub day: Date,
    /// The average of the balance from the first of the month to that day.
    pub average: Number,
}

/// What to keep for a tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Where to.
    pub target: TierId,
    /// By the end of this month, and by the next review if that is later; in order.
    pub by: Vec<Keep>,
    /// The months by whose end no balance does it.
    pub impossible: Vec<Month>,
}

/// What to keep so that the tier is qualified for at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keep {
    /// Which month.
    pub month: Month,
    /// The balance of every day from tomorrow to the end of that month: with it the customer qualifies, with 0.01 less
    /// not.
    pub from_tomorrow: Number,
    /// How much that is above the present balance, which is the customer's own of this month; 0 if it is not.
    pub deposit_today: Number,
}

/// Why there is no plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlanError {
    /// Not a balance that the customer enters, in this month's version.
    NotABalance,
    /// The day is in a month before the customer's first, or more than ten years after it.
    Day,
    /// The average is below 0.
    Average,
    /// The customer's own run ends in an error before this month.
    Run(RunError),
}

impl RuleBook {
    /// What balance is to be kept from tomorrow on so that a tier (or a higher one) is qualified for at the end of this
    /// month, and at the next review. Everything else goes on as the customer's file says; the months after its last as
    /// `every` says.
    ///
    /// ```
    /// # mod card { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/card/programme.rs")); }
    /// use rulebook::{Date, Number, PlanError, RuleBook, Today};
    /// # use card::{customer, rules};
    ///
    /// let book = RuleBook::new(rules()).expect("rules that keep all invariants");
    /// let ids = &book.rules().ids;
    /// let gold = ids.tiers.find("gold").expect("in the table");
    /// let today = Today {
    ///     metric: ids.metrics.find("balance").expect("in the table"),
    ///     day: Date::new(2026, 3, 10).expect("a day"),
    ///     average: Number::from(20_000),
    /// };
    ///
    /// let plan = book.plan(&customer(ids, 20_000), gold, today)?;
    /// // (20,000 × 10 days + 64,285.72 × 21 days) ÷ 31 days is just above 50,000.
    /// assert_eq!(plan.by[0].from_tomorrow.to_string(), "64285.72");
    /// assert_eq!(plan.by[0].deposit_today.to_string(), "44285.72");
    /// # Ok::<(), PlanError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the question cannot be asked, or the customer's run ends in an error before this month.
    pub fn plan(&self, customer: &Customer, target: TierId, today: Today) -> Result<Plan, PlanError> {
        self.check(customer.start, today)?;
        let (mut given, state) =
            self.open(customer).map_err(|error| PlanError::Run(RunError::Customer(error)))?;
        let months = i32::try_from(customer.months).map_err(|_| PlanError::Day)?;
        given.go_steady_from(customer.start.plus(months));
        self.plan_from(&given, state, target, today).map(|(plan, _)| plan)
    }

    /// Whether the question can be asked of a customer who starts in a month.
    fn check(&self, start: Month, today: Today) -> Result<(), PlanError> {
        let this = today.day.month();
        let balance = |metric: &&Metric| metric.source == MetricSource::Input(InputKind::Balance);
        self.version(this).metric(today.metric).filter(balance).ok_or(PlanError::NotABalance)?;
        if today.average < Number::ZERO {
            return Err(PlanError::Average);
        }
        if (0..120).contains(&this.since(start)) { Ok(()) } else { Err(PlanError::Day) }
    }

    /// With the plan comes how many months were evaluated.
    fn plan_from(
        &self,
        given: &RunInputs,
        mut state: State,
        target: TierId,
        today: Today,
    ) -> Result<(Plan, u64), PlanError> {
        let this = today.day.month();
        let mut evaluated = 0;
        while state.month() < this {
            evaluated += 1;
            self.advance_tiers(given, &mut state).map_err(PlanError::Run)?;
        }
        let has = given.own(this, today.metric).map_or(Number::ZERO, Value::number);

        let review = self.next_review(this);
        let mut plan = Plan { target, by: Vec::new(), impossible: Vec::new() };
        let mut planner = Planner { book: self, given, start: &state, target, today, evaluated };
        for month in [Some(this), Some(review).filter(|&review| review != this)].into_iter().flatten() {
            let Some(from_tomorrow) = planner.least(month) else {
                plan.impossible.push(month);
                continue;
            };
            let deposit_today = from_tomorrow.minus(has).unwrap_or(Number::ZERO).max(Number::ZERO);
            plan.by.push(Keep { month, from_tomorrow, deposit_today });
        }
        Ok((plan, planner.evaluated))
    }

    /// The first month from this one on that has a review.
    fn next_review(&self, from: Month) -> Month {
        let year = self.rules().year_starts;
        let mut month = from;
        while !self.version(month).review.ends_in(month, year) {
            month = month.plus(1);
        }
        month
    }
}

impl<B: Deref<Target = RuleBook>> Session<B> {
    /// What balance is to be kept from tomorrow on so that a tier (or a higher one) is qualified for at the end of this month,
    /// and at the next review. The months of the session are not evaluated again.
    ///
    /// # Errors
    ///
    /// If the question cannot be asked, or the months between the run and this one end in an error.
    pub fn plan(&self, target: TierId, today: Today) -> Result<Plan, PlanError> {
        let book = self.book();
        book.check(self.customer().start, today)?;
        let (given, state) = self.before(today.day.month()).ok_or(PlanError::Day)?;
        let (plan, evaluated) = book.plan_from(&given, state, target, today)?;
        self.count(evaluated);
        Ok(plan)
    }
}

struct Planner<'a> {
    book: &'a RuleBook,
    given: &'a RunInputs,
    /// At the end of the month before.
    start: &'a State,
    target: TierId,
    today: Today,
    /// How many months were evaluated.
    evaluated: u64,
}

impl Planner<'_> {
    /// The least balance, in whole cents, with which the tier is qualified for at the end of a month.
    fn least(&mut self, by: Month) -> Option<Number> {
        let found = least(i64::from(HIGHEST) * 100, &mut |cents| (self.qualifies(cents, by), None))?;
        cents(found)
    }

    fn qualifies(&mut self, kept: i64, by: Month) -> bool {
        let this = self.today.day.month();
        let Some((kept, average)) = cents(kept).and_then(|kept| Some((kept, self.average(kept)?))) else {
            return false;
        };
        let mut given = self.given.clone();
        let mut month = this;
        while month <= by {
            let value = if month == this { average } else { kept };
            given.set_month(month, self.today.metric, Value::Number(value));
            month = month.plus(1);
        }
        let mut state = self.start.clone();
        while state.month() <= by {
            self.evaluated += 1;
            if self.book.advance_tiers(&given, &mut state).is_err() {
                return false;
            }
        }
        self.book.qualified(&state) >= self.book.reaching(self.target, self.book.version(by))
    }

    /// This month's average if a balance is kept from tomorrow on: `(average × days gone + kept × days left) ÷ days`,
    /// one operation, rounded once.
    fn average(&self, kept: Number) -> Option<Number> {
        let days = self.today.day.month().days();
        let gone = u32::from(self.today.day.day());
        let mut sum = Sum::default();
        (0..gone).for_each(|_| sum.add(self.today.average));
        (gone..days).for_each(|_| sum.add(kept));
        sum.divided_by(days).ok()
    }
}

fn cents(count: i64) -> Option<Number> {
    Number::from_scaled(i128::from(count) * Number::CENT.scaled()).ok()
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotABalance => "not a balance that the customer enters",
            Self::Day => "a day before the customer's first month, or too long after it",
            Self::Average => "an average below 0",
            Self::Run(_) => "the customer's run ends in an error before this month",
        })
    }
}

impl std::error::Error for PlanError {}
