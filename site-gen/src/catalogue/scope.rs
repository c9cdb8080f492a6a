//! What names mean in one version, and where mistakes are collected while it is lowered.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rulebook::model::{ByTier, Unit};
use rulebook::{Id, IdTable, Ids, MetricId, MetricKey, Number};

use super::merge::{Found, Merged, merge};
use crate::content::kind::kinds;
use crate::content::shapes::{Entries, Ref};
use crate::content::value::Spanned;
use crate::content::{Content, KeyOf, Kind};
use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message, nearest};

macro_rules! files {
    ($($(#[$doc:meta])* $kind:ident $word:literal {
        record: $record:ident, shelf: $shelf:ident, $($rest:tt)*
    })*) => {
        /// All files in force in one version.
        pub(crate) struct Files<'a> {
            /// The place of the layer that is laid over the others last.
            layer: usize,
            $(pub(crate) $shelf: Arc<Merged<'a, crate::content::kinds::$record>>,)*
        }

        impl<'a> Files<'a> {
            /// Lays the layer at a place over what was in force before it.
            pub(crate) fn of(
                content: &'a Content,
                layer: usize,
                before: Option<&Self>,
                diagnostics: &mut Diagnostics,
            ) -> Self {
                let own = &content.layers[layer];
                Self {
                    layer,
                    $($shelf: merge(before.map(|before| &before.$shelf), &own.$shelf, layer, diagnostics),)*
                }
            }

            /// Whether there is something of a kind with an id.
            pub(crate) fn has(&self, kind: Kind, id: &str) -> bool {
                match kind {
                    $(Kind::$kind => self.$shelf.find(id).is_some(),)*
                }
            }

            /// The ids of a kind.
            fn ids_of(&self, kind: Kind) -> Vec<&'a str> {
                match kind {
                    $(Kind::$kind => self.$shelf.keys().collect(),)*
                }
            }

            /// Whether ids of a kind may be missing.
            fn lacks_some(&self, kind: Kind) -> bool {
                match kind {
                    $(Kind::$kind => self.$shelf.incomplete,)*
                }
            }

            /// Every translation: its locale and its file.
            pub(crate) fn translations(&self) -> impl Iterator<Item = (&'a str, &'a Arc<str>)> {
                let all = std::iter::empty();
                $(let all = all.chain(self.$shelf.all.iter().flat_map(|found| {
                    found.translations.iter().map(|(locale, translation)| (*locale, &translation.doc.file))
                }));)*
                all
            }

            /// Where something is declared.
            pub(crate) fn location(&self, kind: Kind, id: &str) -> Option<Location> {
                match kind {
                    $(Kind::$kind => self.$shelf.find(id).map(|found| found.location.clone()),)*
                }
            }
        }
    };
}

kinds!(files);

impl Files<'_> {
    /// Whether a record is of the very layer of this version.
    pub(crate) fn is_new<T>(&self, found: &Found<'_, T>) -> bool {
        found.layer == self.layer
    }
}

/// The ids that take part in the rules, over all versions.
pub(crate) fn ids(versions: &[Files<'_>]) -> Ids {
    fn table<'f, K>(keys: impl Iterator<Item = &'f str>) -> IdTable<K> {
        IdTable::new(keys.map(str::to_owned))
    }
    Ids {
        metrics: table(versions.iter().flat_map(|files| files.metrics.keys())),
        currencies: table(versions.iter().flat_map(|files| files.currencies.keys())),
        tiers: table(versions.iter().flat_map(|files| files.tiers.keys())),
        segments: table(versions.iter().flat_map(|files| files.segments.keys())),
        tasks: table(versions.iter().flat_map(|files| files.tasks.keys())),
        earn: table(versions.iter().flat_map(|files| files.earn.keys())),
        campaigns: table(versions.iter().flat_map(|files| files.campaigns.keys())),
        benefits: table(versions.iter().flat_map(|files| files.benefits.keys())),
        pools: table(versions.iter().flat_map(|files| files.pools.keys())),
        rewards: table(versions.iter().flat_map(|files| files.rewards.keys())),
    }
}

/// One version while it is lowered.
pub(crate) struct Scope<'a> {
    pub(crate) files: &'a Files<'a>,
    /// The files in force in each version, to tell a name that is nowhere from one that is not here.
    pub(crate) all_files: &'a [Files<'a>],
    pub(crate) ids: &'a Ids,
    /// The version's name in messages: its date, or nothing for the base.
    pub(crate) version: &'a str,
    /// The fewest decimals that a currency has in any version.
    pub(crate) decimals: &'a BTreeMap<String, u32>,
    /// The units of the metrics; `None` where a metric could not be read.
    pub(crate) units: HashMap<&'a str, Option<Unit>>,
    /// The tiers that could be read, lowest first.
    pub(crate) ladder: Vec<&'a str>,
    /// What is wrong in this version.
    pub(crate) found: Vec<Diagnostic>,
}

/// A value that a rule needs was wrong or names nothing; it was reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported;

/// What was lowered, or that a mistake was reported.
pub(crate) type Lowered<T> = Result<T, Reported>;

impl Scope<'_> {
    pub(crate) fn report(&mut self, at: Location, message: Message) {
        self.found.push(Diagnostic::new(at, message));
    }

    /// Whether an id of a kind is in force in this version; if not, it is reported.
    pub(crate) fn knows(&mut self, kind: Kind, id: &str, at: Location) -> Lowered<()> {
        if self.files.has(kind, id) {
            return Ok(());
        }
        if !self.files.lacks_some(kind) {
            let nearest = nearest(id, self.files.ids_of(kind));
            let id = id.to_owned();
            let message = if self.all_files.iter().any(|files| files.has(kind, &id)) {
                Message::NotInVersion { kind, id, version: self.version.to_owned() }
            } else {
                Message::UnknownId { kind, id }
            };
            self.found.push(Diagnostic::new(at, message).nearest(nearest));
        }
        Err(Reported)
    }

    /// The index of a name, if it is in force.
    pub(crate) fn id<K: KeyOf>(
        &mut self,
        name: &Spanned<Ref<K>>,
        file: &Arc<str>,
        table: &IdTable<K>,
    ) -> Lowered<Id<K>> {
        let at = Location { file: Arc::clone(file), span: name.span };
        self.knows(K::KIND, &name.value.0, at)?;
        table.find(&name.value.0).ok_or(Reported)
    }

    /// A metric whose values are numbers.
    pub(crate) fn number_metric(
        &mut self,
        name: &Spanned<Ref<MetricKey>>,
        file: &Arc<str>,
    ) -> Lowered<MetricId> {
        let ids = self.ids;
        let id = self.id(name, file, &ids.metrics)?;
        if matches!(self.unit(&name.value.0), Some(Unit::Flag | Unit::Date)) {
            let at = Location { file: Arc::clone(file), span: name.span };
            self.report(at, Message::NotANumber { metric: name.value.0.clone() });
            return Err(Reported);
        }
        Ok(id)
    }

    /// The unit of a metric, if it could be read.
    pub(crate) fn unit(&self, metric: &str) -> Option<Unit> {
        self.units.get(metric).copied().flatten()
    }

    /// A table by tier, inheritance done: a tier that is not named has the nearest lower one's.
    pub(crate) fn by_tier<T, U: Clone>(
        &mut self,
        entries: &Entries<T>,
        file: &Arc<str>,
        value: impl Fn(&T) -> U,
    ) -> Lowered<ByTier<U>> {
        let mut named = BTreeMap::new();
        let mut fine = Ok(());
        for (tier, entry) in &entries.0 {
            let at = Location { file: Arc::clone(file), span: tier.span };
            if let Err(reported) = self.knows(Kind::Tier, &tier.value, at) {
                fine = Err(reported);
            }
            named.insert(tier.value.as_str(), value(&entry.value));
        }
        fine?;
        let mut inherited = None;
        Ok(ByTier::new(self.ladder.len(), |rung| {
            if let Some(own) = named.get(self.ladder[rung]) {
                inherited = Some(own.clone());
            }
            inherited.clone()
        }))
    }

    /// One value for every tier.
    pub(crate) fn for_all<T: Clone>(&self, value: &T) -> ByTier<T> {
        ByTier::new(self.ladder.len(), |_| Some(value.clone()))
    }

    /// No value for any tier.
    pub(crate) fn for_none<T>(&self) -> ByTier<T> {
        ByTier::new(self.ladder.len(), |_| None)
    }

    /// An amount of a currency has no more decimals than the currency, in any version.
    pub(crate) fn fits_currency(&mut self, amount: Number, currency: &str, at: Location) {
        let Some(&decimals) = self.decimals.get(currency) else { return };
        if amount.decimals() > decimals {
            let (amount, currency) = (amount.to_string(), currency.to_owned());
            self.report(at, Message::TooManyDecimals { amount, currency, decimals });
        }
    }

    /// `from` and `to` in their order.
    pub(crate) fn validity(
        &mut self,
        from: Option<&Spanned<rulebook::Date>>,
        to: Option<&Spanned<rulebook::Date>>,
        file: &Arc<str>,
    ) -> rulebook::Validity {
        if let (Some(from), Some(to)) = (from, to)
            && from.value > to.value
        {
            let at = Location { file: Arc::clone(file), span: to.span };
            let (first, last) = (from.value.to_string(), to.value.to_string());
            self.report(at, Message::EndsBeforeStart { from: first, to: last });
            // What is measured by the end is not told to be outside.
            return rulebook::Validity { from: Some(from.value), to: None };
        }
        rulebook::Validity { from: from.map(|from| from.value), to: to.map(|to| to.value) }
    }
}
