//! What the pages of a build share: made once for each version and locale when it is first asked for, and read by
//! several pages at a time. It holds no references into the catalogue but places in its lists, so that a site can
//! keep it beside the catalogue.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use rulebook::model::{Condition, Version};
use rulebook::{Date, Month, PoolId, Rules, SegmentId};
use words::{Language, Names};

use super::address::Route;
use super::context::Context;
use super::frame::Frames;
use super::grants::{Holders, holders};
use super::lists::{self, Lists, Part};
use super::names;
use super::rules::Places;
use super::templates::Templates;
use crate::catalogue::{Catalogue, Edition, Entries};
use crate::content::{AnyKey, Kind};

/// What every page of one build is made from.
#[derive(Clone, Copy)]
pub struct Build<'a> {
    /// The whole catalogue.
    pub catalogue: &'a Catalogue,
    /// What was made once of this very catalogue.
    pub shared: &'a Shared,
    /// The day on which the site is built, in the programme's time zone.
    pub today: Date,
    /// The theme. Without one, rules can be said and addresses found, but no page filled.
    pub theme: Option<&'a Templates>,
}

/// What is made once for all pages.
pub struct Shared {
    editions: Vec<OnceLock<Index>>,
    voices: Vec<Voice>,
    /// The tasks that any version hides.
    hidden: HashSet<String>,
    pub(super) frames: Frames,
}

/// How a locale speaks.
struct Voice {
    locale: String,
    language: OnceLock<Language>,
    /// The names of all versions' things.
    anywhere: OnceLock<Names>,
    /// By version.
    names: Vec<OnceLock<Names>>,
}

/// What is where in an edition. Entries are named by their places in its lists.
pub(super) struct Index {
    /// Every page, by its folder below the root of a locale. An overview without entries is none.
    pub(super) routes: BTreeMap<String, Route<Box<str>>>,
    /// How the lists of benefits are shown.
    pub(super) lists: Lists,
    /// Where the rules of the entries are.
    pub(super) rules: Places,
    pub(super) tiers: ByKey,
    pub(super) benefits: ByKey,
    pub(super) campaigns: ByKey,
    pub(super) segments: ByKey,
    pub(super) news: ByKey,
    pub(super) pages: ByKey,
    pub(super) categories: ByKey,
    /// The shelves on which benefits stand, none of them empty.
    pub(super) shelves: Vec<ShelfPlaces>,
    /// The shelf of each benefit, if it stands on one.
    pub(super) shelf_of: Vec<Option<usize>>,
    /// The benefits of each pool.
    pub(super) pools: HashMap<PoolId, Vec<usize>>,
    /// The questions about each benefit.
    pub(super) questions: HashMap<Box<str>, Vec<usize>>,
    /// What each partner provides.
    pub(super) provided: HashMap<Box<str>, Provided>,
    /// What asks for members of each segment.
    pub(super) asking: HashMap<SegmentId, Asking>,
}

/// Places by id.
pub(super) type ByKey = HashMap<Box<str>, usize>;

/// A category with its benefits, or those without a category.
#[derive(Debug)]
pub(super) struct ShelfPlaces {
    pub(super) category: Option<usize>,
    /// In the order of their files.
    pub(super) benefits: Vec<usize>,
}

/// What a partner provides.
#[derive(Debug, Default)]
pub(super) struct Provided {
    pub(super) benefits: Vec<usize>,
    pub(super) rewards: Vec<usize>,
}

/// What asks for members of a segment.
#[derive(Debug, Default)]
pub(super) struct Asking {
    pub(super) benefits: Vec<usize>,
    pub(super) earn: Vec<usize>,
    pub(super) tasks: Vec<usize>,
    pub(super) campaigns: Vec<usize>,
}

impl Shared {
    /// What the pages of a catalogue share; nothing of it is made yet.
    pub fn new(catalogue: &Catalogue) -> Self {
        let versions = catalogue.editions.len();
        let voices = catalogue.locales.iter().map(|locale| Voice {
            locale: locale.clone(),
            language: OnceLock::new(),
            anywhere: OnceLock::new(),
            names: std::iter::repeat_with(OnceLock::new).take(versions).collect(),
        });
        Self {
            editions: std::iter::repeat_with(OnceLock::new).take(versions).collect(),
            voices: voices.collect(),
            hidden: names::hidden(catalogue.book.rules())
                .map(|task| catalogue.book.rules().ids.tasks[task].to_owned())
                .collect(),
            frames: Frames::default(),
        }
    }

    /// Whether any version hides a task.
    pub(super) fn hides(&self, task: &str) -> bool {
        self.hidden.contains(task)
    }
}

impl<'a> Build<'a> {
    /// What a page is filled from: a version in a locale of the programme.
    pub fn context(self, version: usize, locale: &'a str, route: Route<&'a str>) -> Context<'a> {
        Context::new(self, version, locale, route)
    }

    pub(super) fn index(self, version: usize) -> &'a Index {
        self.shared.editions[version].get_or_init(|| Index::new(self.catalogue, version))
    }

    pub(super) fn language(self, locale: &str) -> &'a Language {
        self.voice(locale).language.get_or_init(|| Language::of(locale))
    }

    pub(super) fn names(self, version: usize, locale: &str) -> &'a Names {
        let voice = self.voice(locale);
        voice.names[version].get_or_init(|| {
            let anywhere = voice.anywhere.get_or_init(|| names::anywhere(self, locale));
            names::of_version(self, version, anywhere)
        })
    }

    fn voice(self, locale: &str) -> &'a Voice {
        let found = self.shared.voices.iter().find(|voice| voice.locale == locale);
        found.expect("pages are in the programme's locales")
    }
}

impl Index {
    fn new(catalogue: &Catalogue, version: usize) -> Self {
        let (edition, rules) = (&catalogue.editions[version], catalogue.book.rules());
        let found = &rules.versions[version];
        let places = Places::new(rules, found);
        let categories = by_key(&edition.categories);
        let mut index = Self {
            routes: routes(edition, rules),
            lists: Lists::of(edition.benefits.len()),
            tiers: by_key(&edition.tiers),
            benefits: by_key(&edition.benefits),
            campaigns: by_key(&edition.campaigns),
            segments: by_key(&edition.segments),
            news: by_key(&edition.news),
            pages: by_key(&edition.pages),
            categories,
            shelves: Vec::new(),
            shelf_of: vec![None; edition.benefits.len()],
            pools: HashMap::new(),
            questions: HashMap::new(),
            provided: HashMap::new(),
            asking: HashMap::new(),
            rules: places,
        };
        index.shelve(edition, rules, found);
        index.split(catalogue, edition);
        index.gather(edition, rules, found);
        index
    }

    /// Puts the benefits on their shelves. A benefit that no tier has stands on none.
    fn shelve(&mut self, edition: &Edition, rules: &Rules, version: &Version) {
        // The last shelf is for those without a category.
        let other = edition.categories.len();
        let mut benefits = vec![Vec::new(); other + 1];
        for (at, entry) in edition.benefits.iter().enumerate() {
            if holders(self.rules.of(rules, version, &entry.key)) != Holders::Nobody {
                let category = entry.extra.category.as_deref();
                let shelf = category.and_then(|key| self.categories.get(key)).copied().unwrap_or(other);
                benefits[shelf].push(at);
            }
        }
        for (category, benefits) in benefits.into_iter().enumerate() {
            if !benefits.is_empty() {
                for benefit in &benefits {
                    self.shelf_of[*benefit] = Some(self.shelves.len());
                }
                self.shelves
                    .push(ShelfPlaces { category: (category != other).then_some(category), benefits });
            }
        }
    }

    /// Adds the pages that lists of benefits are split into.
    fn split(&mut self, catalogue: &Catalogue, edition: &Edition) {
        let mut add = |route: Route<&str>| {
            self.routes.insert(route.to_string(), route.owned());
        };
        if self.lists == Lists::Split {
            for shelf in &self.shelves {
                let category = shelf.category.map(|place| edition.categories[place].key.as_str());
                for page in lists::pages(shelf.benefits.len()) {
                    add(Route::BenefitsIn(Part { category, page }));
                    add(Route::CompareIn(Part { category, page }));
                }
            }
            lists::pages(edition.benefits.len())
                .for_each(|page| add(Route::TermsOfBenefits { from: None, page }));
        }
        for other in catalogue.editions.iter().filter(|other| other.from != edition.from) {
            let benefits = other.benefits.len();
            if Lists::of(benefits) == Lists::Split {
                let from = Some(other.from);
                lists::pages(benefits).for_each(|page| add(Route::TermsOfBenefits { from, page }));
            }
        }
    }

    /// Who provides what, what is chosen from which pool, which questions are about what, what is for whom.
    fn gather(&mut self, edition: &Edition, rules: &Rules, version: &Version) {
        use rulebook::model::{Benefit, Campaign, EarnRule, Task};
        let mut asked = Vec::new();
        for (at, entry) in edition.benefits.iter().enumerate() {
            let rule: &Benefit = self.rules.of(rules, version, &entry.key);
            if let Some(pool) = rule.pool {
                self.pools.entry(pool).or_default().push(at);
            }
            if let Some(partner) = entry.extra.partner.as_deref() {
                self.provided.entry(partner.into()).or_default().benefits.push(at);
            }
            segments(&mut asked, rule.when.iter());
            for segment in asked.drain(..) {
                self.asking.entry(segment).or_default().benefits.push(at);
            }
        }
        for (at, entry) in edition.rewards.iter().enumerate() {
            if let Some(partner) = entry.extra.partner.as_deref() {
                self.provided.entry(partner.into()).or_default().rewards.push(at);
            }
        }
        for (at, entry) in edition.faq.iter().enumerate() {
            for AnyKey { id, .. } in entry.extra.about.iter().filter(|thing| thing.kind == Kind::Benefit) {
                let questions = self.questions.entry(id.as_str().into()).or_default();
                // A question may name a benefit twice.
                if questions.last() != Some(&at) {
                    questions.push(at);
                }
            }
        }
        for (at, entry) in edition.earn.iter().enumerate() {
            let rule: &EarnRule = self.rules.of(rules, version, &entry.key);
            segments(&mut asked, rule.when.iter());
            for segment in asked.drain(..) {
                self.asking.entry(segment).or_default().earn.push(at);
            }
        }
        for (at, entry) in edition.tasks.iter().enumerate() {
            let rule: &Task = self.rules.of(rules, version, &entry.key);
            segments(&mut asked, [&rule.when]);
            for segment in asked.drain(..) {
                self.asking.entry(segment).or_default().tasks.push(at);
            }
        }
        for (at, entry) in edition.campaigns.iter().enumerate() {
            let rule: &Campaign = self.rules.of(rules, version, &entry.key);
            let gifts = rule.gifts.iter().filter_map(|gift| gift.when.as_ref());
            segments(&mut asked, rule.audience.iter().chain(gifts));
            for segment in asked.drain(..) {
                self.asking.entry(segment).or_default().campaigns.push(at);
            }
        }
    }
}

fn by_key<X>(entries: &Entries<X>) -> ByKey {
    entries.iter().enumerate().map(|(at, entry)| (entry.key.as_str().into(), at)).collect()
}

/// The segments whose members conditions ask for, by themselves or among others, each once.
fn segments<'c>(found: &mut Vec<SegmentId>, conditions: impl IntoIterator<Item = &'c Condition>) {
    for condition in conditions {
        asked_for(condition, true, found);
    }
    found.sort_unstable();
    found.dedup();
}

fn asked_for(condition: &Condition, holds: bool, found: &mut Vec<SegmentId>) {
    match condition {
        Condition::Segment(segment) if holds => found.push(*segment),
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { among: parts, .. } => {
            parts.iter().for_each(|part| asked_for(part, holds, found));
        }
        Condition::Not(inner) => asked_for(inner, !holds, found),
        Condition::Segment(_)
        | Condition::Number { .. }
        | Condition::Flag { .. }
        | Condition::Task(_)
        | Condition::Tier(_) => {}
    }
}

/// Every page of an edition.
fn routes(edition: &Edition, rules: &Rules) -> BTreeMap<String, Route<Box<str>>> {
    let mut routes = BTreeMap::new();
    let mut add = |route: Route<&str>| {
        routes.insert(route.to_string(), route.owned());
    };
    let overviews = [
        (Route::Home, true),
        (Route::Tiers, true),
        (Route::Compare, !edition.benefits.is_empty()),
        (Route::Benefits, !edition.benefits.is_empty()),
        (Route::Points, !edition.currencies.is_empty()),
        (Route::Rewards, !edition.rewards.is_empty()),
        (Route::Tasks, !edition.tasks.is_empty()),
        (Route::Campaigns, !edition.campaigns.is_empty()),
        (Route::Segments, !edition.segments.is_empty()),
        (Route::Partners, !edition.partners.is_empty()),
        (Route::Faq, !edition.faq.is_empty()),
        (Route::Glossary, !edition.glossary.is_empty()),
        (Route::News, !edition.news.is_empty()),
        (Route::Terms, true),
        (Route::Simulator, true),
    ];
    overviews.into_iter().filter(|(_, made)| *made).for_each(|(route, _)| add(route));
    edition.tiers.iter().for_each(|entry| add(Route::Tier(&entry.key)));
    edition.benefits.iter().for_each(|entry| add(Route::Benefit(&entry.key)));
    edition.campaigns.iter().for_each(|entry| add(Route::Campaign(&entry.key)));
    edition.segments.iter().for_each(|entry| add(Route::Segment(&entry.key)));
    edition.news.iter().for_each(|entry| add(Route::Notice(&entry.key)));
    edition.pages.iter().for_each(|entry| add(Route::Page(&entry.key)));
    dated_terms(rules).for_each(|month| add(Route::TermsFrom(month)));
    routes
}

/// The versions whose terms have a page of their own; with one version there is nothing to tell apart.
fn dated_terms(rules: &Rules) -> impl Iterator<Item = Month> {
    let versions = rules.versions.iter().filter(|_| rules.versions.len() > 1);
    versions.map(|version| version.from)
}

#[cfg(test)]
mod tests {
    use rulebook::{IdTable, SegmentKey};

    use super::*;

    fn segment(id: &str) -> SegmentId {
        IdTable::<SegmentKey>::new(["new", "old"].map(str::to_owned)).find(id).expect("it is in the table")
    }

    fn asked(condition: &Condition) -> Vec<SegmentId> {
        let mut found = Vec::new();
        segments(&mut found, [condition]);
        found
    }

    #[test]
    fn a_condition_is_for_the_segments_that_it_asks_for() {
        let new = Condition::Segment(segment("new"));
        let not = |inner: &Condition| Condition::Not(Box::new(inner.clone()));
        let nested = Condition::All(vec![not(&Condition::Any(vec![])), Condition::Any(vec![new.clone()])]);
        assert_eq!(asked(&new), [segment("new")]);
        assert_eq!(asked(&nested), [segment("new")]);
        assert_eq!(
            asked(&Condition::AtLeast { count: 1, among: vec![new.clone(), new.clone()] }),
            [segment("new")]
        );
        assert_eq!(asked(&not(&nested)), [], "those who are not in it");
        assert_eq!(asked(&not(&not(&new))), [segment("new")]);
    }
}
