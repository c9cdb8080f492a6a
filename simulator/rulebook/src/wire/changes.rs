//! The versions of a rule book as changes, each to the one before: an overlay leaves most rules as they are.

use std::borrow::Cow;

use postcard::ser_flavors::Size;
use serde::{Deserialize, Serialize};

use crate::calendar::{Month, Period, YearStart};
use crate::ids::Ids;
use crate::model::{
    Benefit, Campaign, Currency, EarnRule, Household, Identified, Listed, Metric, Pool, Reward, Rules,
    Segment, Task, Tier, Version,
};

/// How much may be kept from versions before, in bytes as they are written: a few bytes say that much is kept, so the
/// length of what is read does not bound the room that it takes.
const MOST_KEPT: usize = 32 << 20;

/// What an entry that is kept counts beside its bytes, since it takes room of its own.
const ENTRY: usize = 16;

/// Rules as they are written.
#[derive(Serialize, Deserialize)]
pub(super) struct Changes<'a> {
    currency: Cow<'a, str>,
    year_starts: YearStart,
    ids: Cow<'a, Ids>,
    /// The first to a version that has nothing, each other one to that before it.
    versions: Vec<Change<'a>>,
}

/// A part of a list.
#[derive(Serialize, Deserialize)]
enum Run<'a, T: Clone> {
    /// So many entries of the list of the version before, from a place on.
    Kept { from: u32, count: u32 },
    /// Entries that the version before has not, or not like that.
    New(Cow<'a, [T]>),
}

/// Why changes are not those of any rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// A version keeps what the one before does not have.
    NothingToKeep,
    /// The versions keep more than there is room for.
    TooMuchKept,
}

impl Unreadable {
    pub(super) fn why(self) -> &'static str {
        match self {
            Self::NothingToKeep => "a version keeps what the one before it does not have",
            Self::TooMuchKept => "its versions keep too much of those before them",
        }
    }
}

macro_rules! changes_of_lists {
    ($($list:ident: $thing:ident,)*) => {
        /// What a version changes of the one before.
        #[derive(Serialize, Deserialize)]
        struct Change<'a> {
            from: Month,
            review: Period,
            household: Cow<'a, Option<Household>>,
            $($list: Vec<Run<'a, $thing>>,)*
        }

        impl<'a> Change<'a> {
            fn between(before: Option<&Version>, version: &'a Version) -> Self {
                let Version { from, review, household, $($list,)* } = version;
                Self {
                    from: *from,
                    review: *review,
                    household: Cow::Borrowed(household),
                    $($list: runs(before.map(|before| &before.$list), $list),)*
                }
            }

            /// Takes the room of what the version keeps.
            fn take_kept(&self, before: Option<&Version>, budget: &mut Budget) -> Result<(), Unreadable> {
                $(take_kept(&self.$list, before.map(|before| &*before.$list), budget)?;)*
                Ok(())
            }

            fn made(self, before: Option<&Version>, budget: &mut Budget) -> Result<Version, Unreadable> {
                let Self { from, review, household, $($list,)* } = self;
                Ok(Version {
                    from,
                    review,
                    household: household.into_owned(),
                    $($list: list($list, before.map(|before| &*before.$list), budget)?,)*
                })
            }
        }
    };
}

changes_of_lists! {
    metrics: Metric,
    currencies: Currency,
    segments: Segment,
    tasks: Task,
    earn: EarnRule,
    campaigns: Campaign,
    ladder: Tier,
    benefits: Benefit,
    pools: Pool,
    rewards: Reward,
}

impl<'a> Changes<'a> {
    /// What rules are written as.
    pub(super) fn of(rules: &'a Rules) -> Self {
        let Rules { currency, year_starts, ids, versions } = rules;
        let before = [None].into_iter().chain(versions.iter().map(Some));
        let versions = before.zip(versions).map(|(before, version)| Change::between(before, version));
        Self {
            currency: Cow::Borrowed(currency),
            year_starts: *year_starts,
            ids: Cow::Borrowed(ids),
            versions: versions.collect(),
        }
    }

    /// The rules that are written so.
    pub(super) fn rules(self) -> Result<Rules, Unreadable> {
        let Self { currency, year_starts, ids, versions: changes } = self;
        let mut budget = Budget(MOST_KEPT);
        let mut versions: Vec<Version> = Vec::new();
        for change in changes {
            let version = change.made(versions.last(), &mut budget)?;
            versions.push(version);
        }
        Ok(Rules { currency: currency.into_owned(), year_starts, ids: ids.into_owned(), versions })
    }
}

/// Whether reading the rules back leaves what their versions keep within the room that there is for it.
pub(super) fn fits(changes: &Changes<'_>, rules: &Rules) -> bool {
    let before = [None].into_iter().chain(rules.versions.iter().map(Some));
    let mut budget = Budget(MOST_KEPT);
    changes.versions.iter().zip(before).all(|(change, before)| change.take_kept(before, &mut budget).is_ok())
}

/// How a list differs from that of the version before. What stands in both with the same id is kept if it is the same.
fn runs<'a, T: Identified + Clone + PartialEq>(
    before: Option<&Listed<T>>,
    list: &'a Listed<T>,
) -> Vec<Run<'a, T>> {
    let mut runs = Vec::new();
    let mut new_from = 0;
    for (at, entry) in list.iter().enumerate() {
        let same = |before: &Listed<T>| before.index_of(entry.id()).filter(|&place| before[place] == *entry);
        let Some(place) = before.and_then(same) else { continue };
        if new_from < at {
            runs.push(Run::New(Cow::Borrowed(&list[new_from..at])));
        }
        new_from = at + 1;
        let place = u32::try_from(place).expect("fewer entries than 2^32");
        match runs.last_mut() {
            Some(Run::Kept { from, count }) if *from + *count == place => *count += 1,
            _ => runs.push(Run::Kept { from: place, count: 1 }),
        }
    }
    if new_from < list.len() {
        runs.push(Run::New(Cow::Borrowed(&list[new_from..])));
    }
    runs
}

/// Takes the room of the entries that a list keeps.
fn take_kept<T: Identified + Clone + Serialize>(
    runs: &[Run<'_, T>],
    before: Option<&[T]>,
    budget: &mut Budget,
) -> Result<(), Unreadable> {
    let kept = runs.iter().filter_map(|run| match run {
        Run::New(_) => None,
        Run::Kept { from, count } => Some((*from as usize, *count as usize)),
    });
    for (from, count) in kept {
        let entries = before.and_then(|before| before.get(from..)?.get(..count));
        entries.ok_or(Unreadable::NothingToKeep)?.iter().try_for_each(|entry| budget.take(entry))?;
    }
    Ok(())
}

/// The list that differs so from that of the version before.
fn list<T: Identified + Clone + Serialize>(
    runs: Vec<Run<'_, T>>,
    before: Option<&[T]>,
    budget: &mut Budget,
) -> Result<Listed<T>, Unreadable> {
    let before = before.unwrap_or_default();
    let mut list = Vec::new();
    for run in runs {
        match run {
            Run::New(entries) => list.extend(entries.into_owned()),
            Run::Kept { from, count } => {
                let rest = before.get(from as usize..).ok_or(Unreadable::NothingToKeep)?;
                let kept = rest.get(..count as usize).ok_or(Unreadable::NothingToKeep)?;
                for entry in kept {
                    budget.take(entry)?;
                    list.push(entry.clone());
                }
            }
        }
    }
    Ok(list.into())
}

/// What room is left for entries that are kept.
struct Budget(usize);

impl Budget {
    fn take(&mut self, entry: &impl Serialize) -> Result<(), Unreadable> {
        let size = postcard::serialize_with_flavor(entry, Size::default());
        let size = size.expect("all lengths of the model are known") + ENTRY;
        self.0 = self.0.checked_sub(size).ok_or(Unreadable::TooMuchKept)?;
        Ok(())
    }
}
