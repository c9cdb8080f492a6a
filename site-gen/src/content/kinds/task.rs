//! Growth tasks and achievements.

use rulebook::{CurrencyKey, Period};

use super::super::condition::Condition;
use super::super::record::record;
use super::super::shapes::{NotNegative, Ref, Text, Whole, choices};
use super::super::value::Spanned;

record! {
    /// `tasks/ID.md`
    pub struct Task {
        /// Its name.
        words name: Text,
        /// One sentence about it.
        words summary: Text,
        /// What it means.
        words text: Text,
        /// What it means.
        words description: Text,
        /// What must hold.
        required when: Condition,
        /// In how many consecutive months.
        optional streak: Whole<1, 120>,
        /// `"once"`, or at most once in each period.
        optional repeat: RepeatWord,
        /// Whether it is shown only once achieved.
        optional hidden: bool,
        /// What is credited for it.
        optional rewards: Vec<Spanned<TaskReward>>,
        /// Left out unless asked for.
        optional draft: bool,
        /// Former addresses.
        optional aliases: Vec<Spanned<Text>>,
        /// Only in an overlay: whether the file is removed.
        optional removed: bool,
    }

    /// A reward of a task
    pub struct TaskReward {
        /// The currency; the first if absent.
        optional currency: Ref<CurrencyKey>,
        /// How much.
        required amount: NotNegative,
    }
}

/// How often a task can be achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatWord(pub Option<Period>);

choices! {
    RepeatWord {
        "once" = RepeatWord(None),
        "month" = RepeatWord(Some(Period::Month)),
        "quarter" = RepeatWord(Some(Period::Quarter)),
        "half-year" = RepeatWord(Some(Period::HalfYear)),
        "year" = RepeatWord(Some(Period::Year)),
    }
}
