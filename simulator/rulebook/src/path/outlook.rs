//! What an option brings and how long it lasts, and what staying takes.

use super::trial::Months;
use super::{Coverage, Goal, Obstacle, PathOption, Searched, Work, later};
use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::Customer;
use crate::engine::{Given, State};
use crate::ids::{BenefitId, TierId};
use crate::number::Number;
use crate::record::Silent;
use crate::result::{MonthResult, RunError};

/// How far it is looked for the end of a tier.
const LONGEST: u32 = 120;

/// What comes after an option's tier is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The tier in force then: the one asked for or a higher one.
    pub tier: TierId,
    /// The last month in which the tier asked for would be in force, if the customer went back to the former values as
    /// soon as it is; none if that is more than ten years away.
    pub lasts: Option<Month>,
    /// What the month in which it is in force has that it would not have without the changes.
    pub gain: Gain,
}

/// What is gained.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gain {
    /// The benefits, by id; those of pools, too.
    pub benefits: Vec<BenefitId>,
    /// What the benefits that simply are there are worth more in a year, as far as the rules say.
    pub worth: Option<Number>,
}

/// What becomes of the present tier if nothing changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Staying {
    /// The tier in force in the month after the customer's last.
    pub tier: TierId,
    /// The first month in which a lower one is in force, and which; none within 24 months.
    pub falls: Option<(Month, TierId)>,
    /// What keeps the tier in that month, by effort.
    pub options: Vec<PathOption>,
    /// What no input can change.
    pub impossible: Vec<Obstacle>,
    /// Whether all alternatives to keep it were looked at.
    pub coverage: Coverage,
}

impl RuleBook {
    /// What an option of [`RuleBook::paths`] brings; none if its run ends in an error before that.
    pub fn outlook(&self, customer: &Customer, target: TierId, option: &PathOption) -> Option<Outlook> {
        let (steady, last) = self.last(customer).ok()?;
        let changed = option.tried(&steady);
        // The month in which the tier is in force shows what it gives; whether the values are kept up until its end makes
        // no difference to that.
        let with = self.result_of(option.in_force, &changed, last.clone())?;
        let without = self.result_of(option.in_force, &steady, last.clone())?;
        Some(Outlook {
            tier: with.tier,
            lasts: self.lasts(last, target, option.in_force, &steady, &changed),
            gain: self.gain(&without, &with),
        })
    }

    /// A month's result, run on from a state to it.
    fn result_of(&self, month: Month, given: &Given, mut state: State) -> Option<MonthResult> {
        let mut result = MonthResult::new(state.month(), state.tier());
        while state.month() < month {
            self.step_over(given, &mut state).ok()?;
        }
        self.step(given, &mut state, &mut Silent, &mut result).ok()?;
        Some(result)
    }

    /// What becomes of a customer's present tier if nothing changes, and what would keep it.
    pub fn staying(&self, customer: &Customer) -> Result<Staying, RunError> {
        let (given, state) = self.last(customer)?;
        let mut first = state.clone();
        self.step_tiers(&given, &mut first)?;
        let tier = self.in_force(&first);
        let unchanged = self.unchanged(&given, &state);
        let falls = unchanged.iter().zip(0..).find(|(then, _)| !self.has(tier, then));
        let nothing = Searched { options: Vec::new(), impossible: Vec::new(), coverage: Coverage::Complete };
        let Some((then, month)) = falls else {
            let Searched { options, impossible, coverage } = nothing;
            return Ok(Staying { tier, falls: None, options, impossible, coverage });
        };
        let Searched { options, impossible, coverage } = match u32::checked_sub(month, 1) {
            None => nothing,
            Some(review) => {
                let (since, reviews, work) = (month, Months::one(review), Work::DEFAULT);
                let goal = Goal { target: tier, since, reviews, keeps: true, work };
                self.search(&given, &state, &unchanged, goal)
            }
        };
        Ok(Staying {
            tier,
            falls: Some((later(state.month(), month), self.in_force(then))),
            options,
            impossible,
            coverage,
        })
    }

    /// The tier in force in the last month evaluated.
    fn in_force(&self, state: &State) -> TierId {
        self.version(state.month().plus(-1)).ladder[state.place()].id
    }

    /// `state` is that at the end of the customer's last month.
    fn lasts(
        &self,
        mut state: State,
        target: TierId,
        in_force: Month,
        steady: &Given,
        changed: &Given,
    ) -> Option<Month> {
        while state.month() < in_force {
            self.step_tiers(changed, &mut state).ok()?;
        }
        for _ in 0..LONGEST {
            self.step_tiers(steady, &mut state).ok()?;
            if !self.has(target, &state) {
                return Some(state.month().plus(-2));
            }
        }
        None
    }

    fn gain(&self, without: &MonthResult, with: &MonthResult) -> Gain {
        let benefits = with.benefits.iter().filter(|benefit| !without.benefits.contains(benefit));
        let worth = self.worth_in_a_year(with).map(|with| {
            with.minus(self.worth_in_a_year(without).unwrap_or(Number::ZERO)).unwrap_or(Number::ZERO)
        });
        Gain { benefits: benefits.copied().collect(), worth }
    }
}
