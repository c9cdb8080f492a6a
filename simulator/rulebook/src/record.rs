//! What an evaluation tells whoever wants to know why. The engine tells a [`Recorder`] what the result does not
//! say; [`Silent`] listens to nothing and costs nothing, [`Journal`] keeps everything.

use crate::calendar::Month;
use crate::ids::{CampaignId, CurrencyId, EarnId, TaskId};
use crate::number::Number;

/// Listens to an evaluation.
pub trait Recorder {
    /// Something happened in a month. The event is only made if somebody listens.
    fn record(&mut self, month: Month, event: impl FnOnce() -> Event);
}

/// Listens to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

/// Keeps all that happened, in that order.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    entries: Vec<(Month, Event)>,
}

/// What happened in a month, where the month's result does not say it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// A task was looked at.
    Task {
        /// Which.
        task: TaskId,
        /// Months in a row, this one included, in which `when` held and which no earlier achievement had used.
        in_a_row: u32,
        /// Whether it is achieved in this month.
        achieved: bool,
    },
    /// An accrual rule or a boost came to an amount, before rounding and caps.
    Yielded(Yielded),
    /// What an accrual rule or a boost came to was rounded and cut to its caps.
    Settled(Settled),
    /// A gift was given.
    Gift {
        /// Whose.
        campaign: CampaignId,
        /// Which of the campaign's gifts, from 0.
        index: usize,
        /// What was credited.
        amount: Number,
    },
    /// A task was rewarded.
    Reward {
        /// Which.
        task: TaskId,
        /// Which of the task's rewards, from 0.
        index: usize,
        /// What was credited.
        amount: Number,
    },
    /// Something was taken from a lot.
    Redeemed {
        /// Of which currency.
        currency: CurrencyId,
        /// The month in which the lot was credited.
        lot: Month,
        /// How much.
        amount: Number,
    },
    /// A lot expired.
    Expired {
        /// Of which currency.
        currency: CurrencyId,
        /// The month in which the lot was credited.
        lot: Month,
        /// What was left of it.
        amount: Number,
    },
    /// The tier was reviewed: how it stood before.
    Reviewed {
        /// Failures in a row.
        failures: u32,
        /// The last month of the hold, if one was running.
        held_until: Option<Month>,
    },
}

/// What an accrual rule or a boost comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Yielded {
    /// Which.
    pub by: Accrual,
    /// Of a rule: the days on which it is in force; of a boost: those on which both are.
    pub days: u32,
    /// What it comes to before the multiplier; of a boost: what its rule yielded.
    pub base: Number,
    /// The tier's multiplier; the boost's own.
    pub times: Number,
    /// What it comes to.
    pub amount: Number,
}

/// What is left of it after rounding and caps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled {
    /// Which.
    pub by: Accrual,
    /// What is credited.
    pub currency: CurrencyId,
    /// The amount after rounding.
    pub rounded: Number,
    /// Its own cap, if there is one for the tier in force.
    pub own: Option<Headroom>,
    /// The currency's cap, if there is one.
    pub shared: Option<Headroom>,
    /// What is left after both.
    pub credited: Number,
    /// The month in which it is credited.
    pub due: Month,
}

/// What comes to an amount by accrual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Accrual {
    /// An accrual rule.
    Rule(EarnId),
    /// A campaign's boost, by its place among them.
    Boost(CampaignId, usize),
}

/// What a cap leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headroom {
    /// The cap.
    pub cap: Number,
    /// What is left of it; not negative.
    pub left: Number,
}

impl Recorder for Silent {
    #[inline]
    fn record(&mut self, _: Month, _: impl FnOnce() -> Event) {}
}

impl Recorder for Journal {
    fn record(&mut self, month: Month, event: impl FnOnce() -> Event) {
        self.entries.push((month, event()));
    }
}

impl Journal {
    /// What happened in a month.
    pub fn of(&self, month: Month) -> impl Iterator<Item = &Event> {
        let first = self.entries.partition_point(|(other, _)| *other < month);
        self.entries[first..].iter().take_while(move |(other, _)| *other == month).map(|(_, event)| event)
    }

    /// All that happened, in that order.
    pub fn entries(&self) -> &[(Month, Event)] {
        &self.entries
    }
}
