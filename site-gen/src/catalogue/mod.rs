//! The catalogue: the content, checked. All that files say about each other is checked here; what comes out is the
//! rule book (every figure, compiled) and, for each version, the entries that the site shows (words, pictures,
//! addresses, no figures).
//!
//! The catalogue knows nothing of pages. It is built only from content without errors; every error of a folder is
//! reported in one run.

mod conditions;
pub mod customer;
mod earning;
mod entitlements;
mod entries;
mod entry;
mod examples;
mod merge;
mod metrics;
mod programme;
mod scope;
mod tiers;

use std::collections::BTreeMap;
use std::sync::Arc;

use rulebook::model::Version;
use rulebook::{Circle, Ids, Member, Month, RuleBook, Rules};

pub use entry::{
    Alias, BenefitExtra, Body, CampaignExtra, Entry, FaqExtra, IconExtra, Localised, NewsExtra, NoExtra,
    PageExtra, PartnerExtra, Phase, RewardExtra, TierExtra, Words,
};

pub use examples::{Figure, WorkedExample};

use crate::content::Content;
use crate::diagnostics::{Diagnostic, Diagnostics, Message, Place, nearest};
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
    /// Where the rules of each version of the rule book stand, by kind and id: `metric:aum`.
    places: Vec<BTreeMap<String, Place>>,
    /// The locales, the default one first.
    pub locales: Vec<String>,
    /// IANA name; the programme's days are days there.
    pub time_zone: String,
    /// Base address of the published site.
    pub site: Option<String>,
}

/// What the site shows under one version.
#[derive(Clone, Debug)]
pub struct Edition {
    /// First month.
    pub from: Month,
    /// The programme itself.
    pub programme: Entry<NoExtra>,
    /// In the order of the file.
    pub metrics: Vec<Entry<NoExtra>>,
    /// In the order of the file.
    pub currencies: Vec<Entry<NoExtra>>,
    /// In the order of the file.
    pub categories: Vec<Entry<IconExtra>>,
    /// In the order of the file.
    pub earn: Vec<Entry<NoExtra>>,
    /// In the order of the file.
    pub pools: Vec<Entry<NoExtra>>,
    /// In the order of the file.
    pub glossary: Vec<Entry<IconExtra>>,
    /// Lowest first, as on the ladder.
    pub tiers: Vec<Entry<TierExtra>>,
    /// By path.
    pub benefits: Vec<Entry<BenefitExtra>>,
    /// By path.
    pub tasks: Vec<Entry<NoExtra>>,
    /// By first day, then by path.
    pub campaigns: Vec<Entry<CampaignExtra>>,
    /// By path.
    pub rewards: Vec<Entry<RewardExtra>>,
    /// By path.
    pub segments: Vec<Entry<NoExtra>>,
    /// By path.
    pub partners: Vec<Entry<PartnerExtra>>,
    /// By path.
    pub faq: Vec<Entry<FaqExtra>>,
    /// Newest first.
    pub news: Vec<Entry<NewsExtra>>,
    /// By path.
    pub pages: Vec<Entry<PageExtra>>,
    /// By path.
    pub examples: Vec<Entry<NoExtra>>,
    /// `assets/**`: path in `assets/` → bytes.
    pub assets: BTreeMap<String, Arc<[u8]>>,
}

impl Catalogue {
    /// Checks the content. `None` if there is any error, here or before.
    pub fn new(content: &Content, diagnostics: &mut Diagnostics) -> Option<Self> {
        let files: Vec<_> =
            (0..content.layers.len()).map(|last| Files::of(content, last, diagnostics)).collect();
        let ids = scope::ids(&files);
        let anywhere = scope::anywhere(&files);
        let decimals = fewest_decimals(&files);
        let mut lowered = Vec::new();
        for (layer, files) in content.layers.iter().zip(&files) {
            let ladder =
                tiers::ladder(files, &mut |at, message| diagnostics.push(Diagnostic::new(at, message)));
            let version = layer.version.map(|date| date.to_string()).unwrap_or_default();
            let mut scope = Scope {
                files,
                ids: &ids,
                version: &version,
                anywhere: &anywhere,
                decimals: &decimals,
                units: metrics::units(&files.metrics, &ids),
                ladder,
                diagnostics,
            };
            lowered.push(scope.version(layer.version, &content.layers));
        }
        same_in_all_versions(&files, &lowered, content, diagnostics);

        let mut versions = Vec::new();
        let mut editions = Vec::new();
        let mut all_settings = Vec::new();
        for Checked { settings, version, edition } in lowered {
            versions.push(version);
            editions.push(edition);
            all_settings.push(settings);
        }
        let base = all_settings.into_iter().next().flatten();
        let rules = Rules {
            currency: base.as_ref().map(|base| base.currency.clone()).unwrap_or_default(),
            year_starts: base.as_ref().map_or(rulebook::YearStart::JANUARY, |base| base.year_starts),
            ids,
            versions,
        };
        let book = match RuleBook::new(rules.clone()) {
            Ok(book) => Some(book),
            Err(circle) => {
                report_circle(&circle, &rules.ids, &files[circle.version], diagnostics);
                None
            }
        };
        let (book, base) = (book?, base?);
        let examples = match files.last() {
            Some(files) if !diagnostics.has_errors() => examples::check(&files.examples, &book, diagnostics),
            _ => Vec::new(),
        };
        let editions = editions.into_iter().collect::<Option<Vec<_>>>()?;
        if diagnostics.has_errors() {
            return None;
        }
        let Settings { locales, time_zone, site, .. } = base;
        let places = files.iter().map(Files::places).collect();
        Some(Self { book, editions, examples, places, locales, time_zone, site })
    }

    /// Where a rule that is in force in a month stands, by kind and id: `metric:aum`.
    pub fn place(&self, month: Month, rule: &str) -> Option<&Place> {
        self.places[self.book.version_at(month)].get(rule)
    }

    /// What the site shows in a month.
    pub fn edition(&self, month: Month) -> &Edition {
        &self.editions[self.book.version_at(month)]
    }
}

/// One version, lowered as far as its mistakes let it be.
struct Checked {
    settings: Option<Settings>,
    version: Version,
    edition: Option<Edition>,
}

impl Scope<'_> {
    fn version(&mut self, date: Option<rulebook::Date>, layers: &[crate::content::Layer]) -> Checked {
        let files = self.files;
        let programme = files.programme.all.first();
        let record = programme.and_then(|found| found.record);
        let base = &layers[0];
        self.required("programme.toml", files.programme.is_missing, base.programme.is_empty());
        self.required("metrics.toml", files.metrics.is_missing, base.metrics.is_empty());
        self.required("tiers", files.tiers.is_missing, base.tiers.is_empty());
        let settings = programme.zip(record).and_then(|(found, record)| {
            self.settings(record, found.file(), date.filter(|_| found.is_new)).ok()
        });
        for (locale, file) in settings.iter().flat_map(|_| files.translations()) {
            let locales = settings.as_ref().map_or(&[][..], |settings| &settings.locales);
            if !locales.iter().any(|listed| listed == locale) {
                let nearest = nearest(locale, locales.iter().map(String::as_str));
                let message = Message::TranslationNotListed { locale: locale.to_owned() };
                let place = Place::file(Arc::clone(file));
                self.diagnostics.push(Diagnostic::new(place, message).nearest(nearest));
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
            metrics: self.all(&files.metrics, Self::metric),
            currencies: self.all(&files.currencies, Self::currency),
            segments,
            tasks,
            earn: self.all(&files.earn, Self::earn),
            campaigns,
            ladder: self.tiers(record),
            benefits,
            pools: self.all(&files.pools, Self::pool),
            rewards,
        };
        let edition = settings.as_ref().and_then(|settings| self.edition(&version, settings, layers, date));
        Checked { settings, version, edition }
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
            self.report(Place::file(at), Message::MissingFile { path: path.to_owned() });
        }
    }

    fn edition(
        &mut self,
        version: &Version,
        settings: &Settings,
        layers: &[crate::content::Layer],
        date: Option<rulebook::Date>,
    ) -> Option<Edition> {
        let files = self.files;
        let locales = &settings.locales[..];
        let mut tiers = self.entries(&files.tiers, locales, |_, _, record| Some(entries::tier_extra(record)));
        let ladder = self.ladder.clone();
        tiers.sort_by_key(|tier| ladder.iter().position(|key| *key == tier.key));
        let mut campaigns = self.entries(&files.campaigns, locales, |_, found, record| {
            Some(entries::campaign_extra(found, record, locales))
        });
        let first_day = |key: &str| {
            let id = self.ids.campaigns.find(key)?;
            version.campaign(id).map(|campaign| campaign.from)
        };
        campaigns.sort_by_key(|campaign| first_day(&campaign.key));
        let mut news = self.entries(&files.news, locales, Scope::news_extra);
        news.sort_by_key(|news| std::cmp::Reverse(news.extra.date));
        let mut assets = BTreeMap::new();
        for layer in layers.iter().filter(|layer| layer.version <= date) {
            assets.extend(layer.assets.iter().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))));
        }
        let nothing = |_: &mut Self| Some(NoExtra);
        Some(Edition {
            from: version.from,
            programme: self.entries(&files.programme, locales, |scope, _, _| nothing(scope)).pop()?,
            metrics: self.entries(&files.metrics, locales, |scope, _, _| nothing(scope)),
            currencies: self.entries(&files.currencies, locales, |scope, _, _| nothing(scope)),
            categories: self
                .entries(&files.categories, locales, |_, _, record| Some(entries::category_extra(record))),
            earn: self.entries(&files.earn, locales, |scope, _, _| nothing(scope)),
            pools: self.entries(&files.pools, locales, |scope, _, _| nothing(scope)),
            glossary: self
                .entries(&files.glossary, locales, |_, _, record| Some(entries::term_extra(record))),
            tiers,
            benefits: self.entries(&files.benefits, locales, |_, found, record| {
                Some(entries::benefit_extra(found, record, locales))
            }),
            tasks: self.entries(&files.tasks, locales, |scope, _, _| nothing(scope)),
            campaigns,
            rewards: self
                .entries(&files.rewards, locales, |_, _, record| Some(entries::reward_extra(record))),
            segments: self.entries(&files.segments, locales, |scope, _, _| nothing(scope)),
            partners: self.entries(&files.partners, locales, |scope, found, record| {
                Some(scope.partner_extra(found, record, locales))
            }),
            faq: self
                .entries(&files.faq, locales, |scope, found, record| Some(scope.faq_extra(found, record))),
            news,
            pages: self.entries(&files.pages, locales, |_, _, record| Some(entries::page_extra(record))),
            examples: self.entries(&files.examples, locales, |scope, _, _| nothing(scope)),
            assets,
        })
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
    lowered: &[Checked],
    content: &Content,
    diagnostics: &mut Diagnostics,
) {
    let Some(base) = lowered.first().and_then(|checked| checked.settings.as_ref()) else { return };
    for ((files, checked), layer) in files.iter().zip(lowered).zip(&content.layers).skip(1) {
        let Some(date) = layer.version else { continue };
        if date.month() <= base.effective {
            let (version, effective) = (date.to_string(), base.effective.first_day().to_string());
            let message = Message::VersionNotAfterBase { version, effective };
            diagnostics.push(Diagnostic::new(Place::file(format!("versions/{date}")), message));
        }
        let Some(found) = files.programme.all.first().filter(|found| found.is_new) else { continue };
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

fn report_circle(circle: &Circle, ids: &Ids, files: &Files<'_>, diagnostics: &mut Diagnostics) {
    let way: Vec<String> = circle.way.iter().map(|member| member.display(ids).to_string()).collect();
    let place = |member: &Member| {
        let label = member.display(ids).to_string();
        let (kind, key) = label.split_once(':')?;
        files.place(kind, key)
    };
    let mut places = circle.way.iter().filter_map(place);
    let at = places.next().unwrap_or_else(|| Place::file("metrics.toml"));
    let mut diagnostic = Diagnostic::new(at, Message::Circle { way: way.join(" → ") });
    for place in places.take(circle.way.len().saturating_sub(2)) {
        diagnostic = diagnostic.related(place);
    }
    diagnostics.push(diagnostic);
}
