//! The catalogue: the content, checked. All that files say about each other is checked here; what comes out is the
//! rule book (every figure, compiled) and, for each version, the entries that the site shows (words, pictures,
//! addresses, no figures).
//!
//! The catalogue knows nothing of pages. It is built only from content without errors; every error of a folder is
//! reported in one run.

mod benefit;
mod campaign;
mod condition;
pub mod customer;
mod earning;
mod edition;
mod entries;
mod entry;
mod example;
mod figure;
mod gate;
mod household;
mod internal;
mod merge;
mod metric;
mod programme;
mod reward;
mod scope;
mod segment;
mod task;
mod tier;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rulebook::model::Version;
use rulebook::{AnyId, Month, RuleBook, Rules};

pub use edition::{AnyEntry, Edition, Entries, Iter};
pub use entries::Kept;
pub use entry::{
    Alias, BenefitExtra, Body, CampaignExtra, Entry, FaqExtra, IconExtra, Localised, NewsExtra, NoExtra,
    PageExtra, PartnerExtra, Phase, RewardExtra, Texts, TierExtra,
};

pub use example::{Figure, WorkedExample};
pub use internal::{Internal, InternalBenefit, InternalFigures, InternalReward};

use crate::content::Content;
use crate::content::shapes::TimeZone;
use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message, nearest};
use programme::Settings;
use scope::{Files, Scope};

/// A checked programme.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Every figure.
    pub book: RuleBook,
    /// What the site shows under each version of the rule book, at the same place.
    pub editions: Vec<Edition>,
    /// The worked examples, by path.
    pub examples: Vec<WorkedExample>,
    /// Of each task, whether any version hides it.
    hidden: Vec<bool>,
    /// The locales, the default one first.
    pub locales: Vec<String>,
    /// The programme's days are days there.
    pub time_zone: TimeZone,
    /// Base address of the published site.
    pub site: Option<String>,
}

/// What comes of content from which a rule book can be made.
pub struct Checked {
    /// What may be shown.
    pub catalogue: Catalogue,
    /// What may not.
    pub internal: Internal,
}

impl Catalogue {
    /// Checks the content. `None` where so much is wrong that there is no rule book. Where only examples disagree with
    /// the rules there is a catalogue, and the disagreement is among the errors.
    pub fn check(content: &Content, kept: &mut Kept, diagnostics: &mut Diagnostics) -> Option<Checked> {
        let mut files: Vec<Files<'_>> = Vec::with_capacity(content.layers.len());
        for layer in 0..content.layers.len() {
            let merged = Files::of(content, layer, files.last(), diagnostics);
            files.push(merged);
        }
        let ids = scope::ids(&files);
        let decimals = fewest_decimals(&files);
        kept.begin();
        let mut lowered = Vec::new();
        for (layer, own) in content.layers.iter().zip(&files) {
            let version = layer.version.map(|date| date.to_string()).unwrap_or_default();
            let mut found = Vec::new();
            let ladder = tier::ladder(own, &mut |at, message| found.push(Diagnostic::new(at, message)));
            let mut scope = Scope {
                files: own,
                all_files: &files,
                ids: &ids,
                version: &version,
                decimals: &decimals,
                units: metric::units(&own.metrics, &ids),
                ladder,
                found,
            };
            lowered.push(scope.version(layer.version, &content.layers, kept));
            diagnostics.extend(scope.found);
        }
        kept.end();
        same_in_all_versions(&files, &lowered, content, diagnostics);

        let mut versions = Vec::new();
        let mut editions = Vec::new();
        let mut all_settings = Vec::new();
        for Lowered { settings, version, edition } in lowered {
            versions.push(version);
            editions.push(edition);
            all_settings.push(settings);
        }
        let base = all_settings.into_iter().next().flatten();
        let internal = Internal::new(&files, &ids);
        let rules = Rules {
            currency: base.as_ref().map(|base| base.currency.clone()).unwrap_or_default(),
            year_starts: base.as_ref().map_or(rulebook::YearStart::JANUARY, |base| base.year_starts),
            ids,
            versions,
        };
        let book = gate::rule_book(&rules, &files, content, diagnostics);
        let (book, base) = (book?, base?);
        let editions = editions.into_iter().collect::<Option<Vec<_>>>()?;
        if diagnostics.has_errors() {
            return None;
        }
        let examples = match files.last() {
            Some(files) => example::check(&files.examples, &book, diagnostics),
            None => Vec::new(),
        };
        let mut hidden = vec![false; book.rules().ids.tasks.len()];
        for task in book.rules().versions.iter().flat_map(|version| &version.tasks) {
            hidden[task.id.index()] |= task.hidden;
        }
        let Settings { locales, time_zone, site, .. } = base;
        let locales = locales.to_vec();
        Some(Checked {
            catalogue: Self { book, editions, examples, hidden, locales, time_zone, site },
            internal,
        })
    }

    /// Where a rule that is in force in a month stands.
    pub fn location(&self, month: Month, rule: AnyId) -> Option<&Location> {
        let id = self.book.rules().ids.name(rule);
        self.edition(month).find(rule.kind().into(), id).map(|entry| entry.location)
    }

    /// What the site shows in a month.
    pub fn edition(&self, month: Month) -> &Edition {
        &self.editions[self.book.version_at(month)]
    }

    /// Whether any version hides a task.
    pub fn is_hidden(&self, task: &str) -> bool {
        self.book.rules().ids.tasks.find(task).is_some_and(|id| self.hidden[id.index()])
    }
}

/// One version, lowered as far as its mistakes let it be.
struct Lowered {
    settings: Option<Settings>,
    version: Version,
    edition: Option<Edition>,
}

impl Scope<'_> {
    fn version(
        &mut self,
        date: Option<rulebook::Date>,
        layers: &[crate::content::Layer],
        kept: &mut Kept,
    ) -> Lowered {
        let files = self.files;
        let programme = files.programme.all.first();
        let record = programme.and_then(|found| found.record);
        let base = &layers[0];
        self.required("programme.toml", files.programme.is_missing, base.programme.is_empty());
        self.required("metrics.toml", files.metrics.is_missing, base.metrics.is_empty());
        self.required("tiers", files.tiers.is_missing, base.tiers.is_empty());
        let settings = programme.zip(record).and_then(|(found, record)| {
            self.settings(record, found.file(), date.filter(|_| files.is_new(found))).ok()
        });
        for (locale, file) in settings.iter().flat_map(|_| files.translations()) {
            let locales = settings.as_ref().map_or(&[][..], |settings| &settings.locales);
            if !locales.iter().any(|listed| listed == locale) {
                let nearest = nearest(locale, locales.iter().map(String::as_str));
                let message = Message::TranslationNotListed { locale: locale.to_owned() };
                let place = Location::file(Arc::clone(file));
                self.found.push(Diagnostic::new(place, message).nearest(nearest));
            }
        }
        let household =
            programme.zip(record).and_then(|(found, record)| self.household(record, found.file()).ok());
        self.no_tier_by_tier();
        let mut segments = self.all(&files.segments, Self::segment);
        segments.sort_by_key(|segment| segment.id);
        let mut tasks = self.all(&files.tasks, Self::task);
        tasks.sort_by_key(|task| task.id);
        let mut campaigns = self.all(&files.campaigns, Self::campaign);
        campaigns.sort_by_key(|campaign| campaign.id);
        let mut benefits = self.all(&files.benefits, Self::benefit);
        benefits.sort_by_key(|benefit| benefit.id);
        let mut rewards = self.all(&files.rewards, Self::reward);
        rewards.sort_by_key(|reward| reward.id);
        let from = date.map(rulebook::Date::month).or(settings.as_ref().map(|settings| settings.effective));
        let version = Version {
            from: from.unwrap_or(Month::new(1, 1).expect("the first month")),
            review: settings.as_ref().map_or(rulebook::Period::Month, |settings| settings.review),
            household: household.flatten(),
            metrics: self.all(&files.metrics, Self::metric).into(),
            currencies: self.all(&files.currencies, Self::currency).into(),
            segments: segments.into(),
            tasks: tasks.into(),
            earn: self.all(&files.earn, Self::earn).into(),
            campaigns: campaigns.into(),
            ladder: self.tiers(record).into(),
            benefits: benefits.into(),
            pools: self.all(&files.pools, Self::pool).into(),
            rewards: rewards.into(),
        };
        let edition =
            settings.as_ref().and_then(|settings| self.edition(&version, settings, layers, date, kept));
        Lowered { settings, version, edition }
    }

    /// Lowers all records of a kind that can be.
    fn all<T: crate::content::KindOf, U>(
        &mut self,
        merged: &merge::Merged<'_, T>,
        lower: impl Fn(&mut Self, &merge::Found<'_, T>, &T) -> scope::Lowered<U>,
    ) -> Vec<U> {
        merged.read().filter_map(|(found, record)| lower(self, found, record).ok()).collect()
    }

    /// A file that every version needs; what the base lacks is not told again for each overlay.
    fn required(&mut self, path: &str, is_missing: bool, base_lacks: bool) {
        if is_missing && (self.version.is_empty() || !base_lacks) {
            let at = match self.version {
                "" => path.to_owned(),
                version => format!("versions/{version}/{path}"),
            };
            self.report(Location::file(at), Message::MissingFile { path: path.to_owned() });
        }
    }

    fn edition(
        &mut self,
        version: &Version,
        settings: &Settings,
        layers: &[crate::content::Layer],
        date: Option<rulebook::Date>,
        kept: &mut Kept,
    ) -> Option<Edition> {
        let mut lists = self.lists(&settings.locales, kept);
        let places: HashMap<&str, usize> = self.ladder.iter().copied().zip(0..).collect();
        lists.tiers.sort_by_key(|tier| places.get(tier.key.as_str()).copied());
        let days: HashMap<_, _> =
            version.campaigns.iter().map(|campaign| (campaign.id, campaign.from)).collect();
        lists.campaigns.sort_by_cached_key(|campaign| {
            self.ids.campaigns.find(&campaign.key).and_then(|id| days.get(&id).copied())
        });
        lists.news.sort_by_key(|news| std::cmp::Reverse(news.extra.date));
        let mut assets = BTreeMap::new();
        for layer in layers.iter().filter(|layer| layer.version <= date) {
            assets.extend(layer.assets.iter().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))));
        }
        lists.edition(version.from, assets)
    }
}

/// The fewest decimals that each currency has in any version.
fn fewest_decimals(files: &[Files<'_>]) -> BTreeMap<String, u32> {
    let mut fewest: BTreeMap<String, u32> = BTreeMap::new();
    for (found, record) in files.iter().flat_map(|files| files.currencies.read()) {
        // Decimals that could not be read say nothing.
        let own = if record.decimals.is_absent() {
            Some(0)
        } else {
            record.decimals.get().map(|decimals| decimals.0)
        };
        let Some(own) = own else { continue };
        fewest.entry(found.key.to_owned()).and_modify(|fewest| *fewest = own.min(*fewest)).or_insert(own);
    }
    fewest
}

/// Some settings may not change from version to version, and overlays come after the base.
fn same_in_all_versions(
    files: &[Files<'_>],
    lowered: &[Lowered],
    content: &Content,
    diagnostics: &mut Diagnostics,
) {
    let Some(base) = lowered.first().and_then(|checked| checked.settings.as_ref()) else { return };
    for ((files, checked), layer) in files.iter().zip(lowered).zip(&content.layers).skip(1) {
        let Some(date) = layer.version else { continue };
        if date.month() <= base.effective {
            let (version, effective) = (date.to_string(), base.effective.first_day().to_string());
            let message = Message::VersionNotAfterBase { version, effective };
            diagnostics.push(Diagnostic::new(Location::file(format!("versions/{date}")), message));
        }
        let Some(found) = files.programme.all.first().filter(|found| files.is_new(found)) else { continue };
        let (Some(record), Some(settings)) = (found.record, checked.settings.as_ref()) else { continue };
        if settings.year_starts != base.year_starts {
            let span = record.year_starts.span().unwrap_or(record.span);
            let message = Message::YearStartsChanged { base: base.year_starts.month().to_string() };
            diagnostics.push(Diagnostic::new(found.at(span), message));
        }
        if settings.currency != base.currency {
            let span = record.currency.span().unwrap_or(record.span);
            let message = Message::CurrencyChanged { base: base.currency.clone() };
            diagnostics.push(Diagnostic::new(found.at(span), message));
        }
    }
}
