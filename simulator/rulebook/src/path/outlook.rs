//! What an option brings and how long it lasts, and what staying takes.

use super::prospect::{Reached, Unchanged};
use super::trial::Months;
use super::{Coverage, Goal, Obstacle, PathOption, Prospect, Searched, Work};
use crate::book::RuleBook;
use crate::calendar::Month;
use crate::customer::Customer;
use crate::engine::State;
use crate::ids::{BenefitId, TierId};
use crate::number::Number;
use crate::result::{MonthResult, RunError};
use crate::session::Session;

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
    /// What becomes of a customer's present tier after the last month: [`Prospect::staying`].
    ///
    /// # Errors
    ///
    /// What ends the customer's own run, or the month after it.
    pub fn staying(&self, customer: &Customer) -> Result<Staying, RunError> {
        Session::open(self, customer.clone())?.prospect_after_all().staying()
    }
}

impl Prospect<'_> {
    /// What an option of [`Prospect::paths`] brings; none if its run ends in an error before that.
    pub fn outlook(&self, target: TierId, option: &PathOption) -> Option<Outlook> {
        // The month in which the tier is in force shows what it gives; whether the values are kept up until its end makes
        // no difference to that.
        let Reached { before, result: with } = self.reached(option)?;
        let without = self.without(usize::try_from(option.in_force.since(self.first())).ok()?)?;
        Some(Outlook {
            tier: with.tier,
            lasts: self.lasts(before, target),
            gain: self.book.gain(&without, &with),
        })
    }

    /// What becomes of the present tier if nothing changes, and what would keep it.
    ///
    /// # Errors
    ///
    /// What ends the first month to come.
    pub fn staying(&self) -> Result<Staying, RunError> {
        self.staying_within(Work::DEFAULT)
    }

    /// What becomes of the present tier if nothing changes, and what would keep it, as far as so much work finds it.
    ///
    /// # Errors
    ///
    /// What ends the first month to come.
    pub fn staying_within(&self, work: Work) -> Result<Staying, RunError> {
        let Unchanged { states, error } = self.unchanged();
        let (book, first) = (self.book, states.first());
        let tier = match (first, error) {
            (Some(first), _) => book.in_force(first),
            (None, Some(error)) => return Err(*error),
            (None, None) => unreachable!("months are looked at, or an error ended the first"),
        };
        let falls = states.iter().zip(0..).find(|(then, _)| !book.has(tier, then));
        let nothing = Searched { options: Vec::new(), impossible: Vec::new(), coverage: Coverage::Complete };
        let Searched { options, impossible, coverage } = match falls.map(|(_, month)| month) {
            None | Some(0) => nothing,
            Some(month) => {
                let (since, reviews) = (month, Months::one(month - 1));
                self.search(Goal { target: tier, since, reviews, keeps: true, work })
            }
        };
        let falls = falls.map(|(then, month)| (self.month(month), book.in_force(then)));
        Ok(Staying { tier, falls, options, impossible, coverage })
    }

    /// The last month in which a tier is in force, if the customer goes back to the former values in the month to be
    /// evaluated next.
    fn lasts(&self, mut state: State, target: TierId) -> Option<Month> {
        for _ in 0..LONGEST {
            self.meter.add(1);
            self.book.advance_tiers(&self.steady, &mut state).ok()?;
            if !self.book.has(target, &state) {
                return Some(state.month().plus(-2));
            }
        }
        None
    }
}

impl RuleBook {
    /// The tier in force in the last month evaluated.
    fn in_force(&self, state: &State) -> TierId {
        self.version(state.month().plus(-1)).ladder[state.rung()].id
    }

    fn gain(&self, without: &MonthResult, with: &MonthResult) -> Gain {
        let benefits = with.benefits.iter().filter(|benefit| !without.benefits.contains(benefit));
        let worth = self.worth_in_a_year(with).map(|with| {
            with.minus(self.worth_in_a_year(without).unwrap_or(Number::ZERO)).unwrap_or(Number::ZERO)
        });
        Gain { benefits: benefits.copied().collect(), worth }
    }
}
