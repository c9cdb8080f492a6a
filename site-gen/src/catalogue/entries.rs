//! Lowers records to what the site shows of them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::edition::Lists;
use super::entry::{
    Alias, BenefitExtra, Body, CampaignExtra, Entry, FaqExtra, IconExtra, Localised, NewsExtra, NoExtra,
    PageExtra, PartnerExtra, Phase, RewardExtra, Texts, TierExtra,
};
use super::merge::{Found, Merged};
use super::scope::Scope;
use crate::content::kind::kinds;
use crate::content::kinds::{Benefit, Campaign, Category, Faq, News, Page, Partner, Reward, Term, Tier};
use crate::content::record::Field;
use crate::content::value::{Spanned, Stretch};
use crate::content::{AnyKey, Doc, Form, Kind, KindOf, Named};
use crate::diagnostics::{Diagnostic, Location, Message, nearest};

/// The locales of a programme, the default one first.
pub(crate) type Locales = Arc<[String]>;

/// The words that a record can have.
#[derive(Default)]
pub(crate) struct RecordTexts<'a> {
    name: Option<&'a Field<String>>,
    name_key: &'static str,
    summary: Option<&'a Field<String>>,
    texts: [Option<&'a Field<String>>; 2],
    has_unknown: bool,
}

/// A record whose words can be told from its rules.
pub(crate) trait HasTexts: KindOf {
    fn texts(&self) -> RecordTexts<'_>;
    fn aliases(&self) -> &[Spanned<String>];
}

/// What the site shows of a record beside its words.
pub(crate) trait Extra<T>: Sized + PartialEq {
    /// Whether it follows from the record and its translations alone, whatever else is in force.
    const STANDS_ALONE: bool = true;

    /// Takes it from the record. `None` if it lacks something, which was reported.
    fn lower(scope: &mut Scope<'_>, found: &Found<'_, T>, record: &T, locales: &Locales) -> Option<Self>;
}

/// Entries as they were lowered from the records of a kind, by file and id, to be taken again where the record is the
/// same.
pub(crate) type KeptOf<T, X> = HashMap<(Arc<str>, String), KeptEntry<T, X>>;

/// An entry with all that it was lowered from.
pub(crate) struct KeptEntry<T, X> {
    doc: Arc<Doc<T>>,
    translations: Vec<(String, Arc<Doc<T>>)>,
    locales: Locales,
    /// The round in which it was last in force.
    round: u64,
    /// The entry; `None` if there was something wrong.
    entry: Option<Arc<Entry<X>>>,
    /// What was found when it was lowered.
    found: Vec<Diagnostic>,
}

impl<T, X> KeptEntry<T, X> {
    /// Whether a record, its translations and the locales are still the ones that it was lowered from.
    fn is_of(&self, found: &Found<'_, T>, locales: &Locales) -> bool {
        let mut translations = self.translations.iter().zip(&found.translations);
        Arc::ptr_eq(&self.doc, found.doc)
            && self.translations.len() == found.translations.len()
            && translations.all(|(kept, now)| kept.0 == **now.0 && Arc::ptr_eq(&kept.1, now.1.doc))
            && self.locales == *locales
    }
}

macro_rules! worded {
    ($($(#[$doc:meta])* $kind:ident $word:literal {
        record: $record:ident, shelf: $shelf:ident, written: $path:literal $form:ident,
        words: $name:ident [$($text:ident),*], aliases: [$($aliases:ident)?], keys: [$($key:ident)?],
        extra: $extra:ident, $($rest:tt)*
    })*) => {
        $(impl HasTexts for crate::content::kinds::$record {
            fn texts(&self) -> RecordTexts<'_> {
                let mut texts = [$(Some(&self.$text)),*].into_iter();
                RecordTexts {
                    name: Some(&self.$name),
                    name_key: stringify!($name),
                    summary: texts.next().flatten(),
                    texts: [texts.next().flatten(), texts.next().flatten()],
                    has_unknown: self.has_unknown,
                }
            }

            fn aliases(&self) -> &[Spanned<String>] {
                $(if let Some(aliases) = self.$aliases.get() { return aliases; })?
                &[]
            }
        })*

        /// The entries of all kinds as they were lowered last, for versions and readings that follow.
        #[derive(Default)]
        pub struct Kept {
            /// How often all versions were lowered.
            round: u64,
            $($shelf: KeptOf<crate::content::kinds::$record, super::entry::$extra>,)*
        }

        impl Scope<'_> {
            /// Lowers the records of all kinds to what the site shows of them.
            pub(crate) fn lists(&mut self, locales: &Locales, kept: &mut Kept) -> Lists {
                let files = self.files;
                let round = kept.round;
                Lists { $($shelf: self.entries(&files.$shelf, locales, round, &mut kept.$shelf),)* }
            }
        }

        impl Kept {
            /// Begins to lower all versions again.
            pub(crate) fn begin(&mut self) {
                self.round += 1;
            }

            /// Forgets what was in force in no version since [`Self::begin`].
            pub(crate) fn end(&mut self) {
                let round = self.round;
                $(self.$shelf.retain(|_, entry| entry.round == round);)*
            }
        }
    };
}

kinds!(worded);

impl Scope<'_> {
    /// Lowers all records of a kind.
    fn entries<T: HasTexts, X: Extra<T>>(
        &mut self,
        merged: &Merged<'_, T>,
        locales: &Locales,
        round: u64,
        kept: &mut KeptOf<T, X>,
    ) -> Vec<Arc<Entry<X>>> {
        let mut entries = Vec::with_capacity(merged.all.len());
        for (found, record) in merged.read() {
            let key = (Arc::clone(found.file()), found.key.to_owned());
            let mut known = kept.get_mut(&key).filter(|known| known.is_of(found, locales));
            if let Some(known) = known.as_deref_mut().filter(|_| X::STANDS_ALONE) {
                known.round = round;
                self.found.extend(known.found.iter().cloned());
                entries.extend(known.entry.clone());
                continue;
            }
            let before = self.found.len();
            let entry = self.entry(found, record, locales).map(|entry| match known {
                // What else is in force may have changed and yet come to the same.
                Some(KeptEntry { entry: Some(same), .. }) if **same == entry => Arc::clone(same),
                _ => Arc::new(entry),
            });
            entries.extend(entry.clone());
            let translations = found.translations.iter();
            let now = KeptEntry {
                doc: Arc::clone(found.doc),
                translations: translations
                    .map(|(locale, at)| ((*locale).to_owned(), Arc::clone(at.doc)))
                    .collect(),
                locales: Arc::clone(locales),
                round,
                entry,
                found: self.found[before..].to_vec(),
            };
            kept.insert(key, now);
        }
        entries
    }

    fn entry<T: HasTexts, X: Extra<T>>(
        &mut self,
        found: &Found<'_, T>,
        record: &T,
        locales: &Locales,
    ) -> Option<Entry<X>> {
        let texts = self.texts(found, record, locales);
        let aliases = self.aliases(found, record);
        let extra = X::lower(self, found, record, locales)?;
        Some(Entry { key: found.key.to_owned(), location: found.location.clone(), texts, aliases, extra })
    }

    fn texts<T: HasTexts>(
        &mut self,
        found: &Found<'_, T>,
        record: &T,
        locales: &Locales,
    ) -> Localised<Texts> {
        let own = record.texts();
        let absent = own.name.is_some_and(Field::is_absent) && !own.has_unknown;
        if absent {
            let message = Message::MissingName { key: own.name_key.to_owned(), id: found.key.to_owned() };
            self.report(found.location.clone(), message);
        }
        let default = Texts {
            name: text(own.name).unwrap_or_else(|| found.key.to_owned()),
            summary: text(own.summary),
            text: text(own.texts[0]).or_else(|| text(own.texts[1])),
            body: body(found.body, found.file()),
        };
        if self.version.is_empty() {
            let lacks = |locale: &&String| !found.translations.contains_key(locale.as_str());
            locales.iter().skip(1).filter(lacks).for_each(|locale| self.untranslated(found, locale));
        }
        Localised::new(locales, |locale| {
            let mut own = default.clone();
            if let Some(translation) = found.translations.get(locale.as_str()) {
                let theirs = translation.record.map(HasTexts::texts).unwrap_or_default();
                own.name = text(theirs.name).unwrap_or(own.name);
                own.summary = text(theirs.summary).or(own.summary);
                own.text = text(theirs.texts[0]).or_else(|| text(theirs.texts[1])).or(own.text);
                own.body = body(translation.body, &translation.doc.file).or(own.body);
            }
            own
        })
    }

    /// Told once for each file, at its start.
    fn untranslated<T: KindOf>(&mut self, found: &Found<'_, T>, locale: &str) {
        let file = found.file();
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let path = match T::KIND.form() {
            Form::Tables => format!("{stem}.{locale}.{extension} [{}]", found.key),
            _ => format!("{stem}.{locale}.{extension}"),
        };
        self.report(found.location.clone(), Message::Untranslated { path, locale: locale.to_owned() });
    }

    fn aliases<T: HasTexts>(&mut self, found: &Found<'_, T>, record: &T) -> Vec<Alias> {
        let mut aliases = Vec::new();
        for alias in record.aliases() {
            let path = alias.value.trim_matches('/');
            let plain = |c: char| c.is_alphanumeric() || "-_.~".contains(c);
            let part =
                |part: &str| !part.is_empty() && part != "." && part != ".." && part.chars().all(plain);
            if path.split('/').any(|part| part == "..") {
                self.report(found.at(alias.span), Message::PathOutside { path: alias.value.clone() });
            } else if path.split('/').all(part) {
                aliases.push(Alias { path: path.to_owned(), location: found.at(alias.span) });
            } else {
                self.report(found.at(alias.span), Message::BadAlias { text: alias.value.clone() });
            }
        }
        aliases
    }

    /// An address of the web, nothing else.
    pub(crate) fn web_address(&mut self, url: &Spanned<String>, at: Location) {
        let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        let fine = host.is_some_and(|host| !host.is_empty()) && !url.value.contains(char::is_whitespace);
        if !fine {
            self.report(at, Message::BadUrl { text: url.value.clone() });
        }
    }
}

impl<T> Extra<T> for NoExtra {
    fn lower(_: &mut Scope<'_>, _: &Found<'_, T>, _: &T, _: &Locales) -> Option<Self> {
        Some(Self)
    }
}

impl Extra<Faq> for FaqExtra {
    const STANDS_ALONE: bool = false;

    fn lower(scope: &mut Scope<'_>, found: &Found<'_, Faq>, record: &Faq, _: &Locales) -> Option<Self> {
        let mut about = Vec::new();
        for topic in record.about.get().into_iter().flatten() {
            let at = found.at(topic.span);
            let (word, id) = topic.value.split_once(':').unwrap_or((&topic.value, ""));
            let kind = word.parse::<Kind>().ok().filter(|kind| kind.named() >= Named::InAbout);
            if let Some(kind) = kind {
                if scope.knows(kind, id, at).is_ok() {
                    about.push(AnyKey::new(kind, id));
                }
            } else {
                let known = Kind::ALL.iter().filter(|kind| kind.named() >= Named::InAbout);
                let message = Message::UnknownReference { reference: topic.value.clone() };
                let nearest = nearest(word, known.map(|kind| kind.word()));
                let nearest = nearest.map(|kind| format!("{kind}:{id}"));
                scope.found.push(Diagnostic::new(at, message).nearest(nearest));
            }
        }
        Some(Self { about })
    }
}

impl Extra<News> for NewsExtra {
    fn lower(scope: &mut Scope<'_>, found: &Found<'_, News>, record: &News, _: &Locales) -> Option<Self> {
        scope.validity(record.date.spanned(), record.expires.spanned(), found.file());
        Some(Self { date: *record.date.get()?, expires: record.expires.cloned() })
    }
}

impl Extra<Partner> for PartnerExtra {
    fn lower(
        scope: &mut Scope<'_>,
        found: &Found<'_, Partner>,
        record: &Partner,
        locales: &Locales,
    ) -> Option<Self> {
        let own = text(Some(&record.kind));
        let kind = Localised::new(locales, |locale| {
            let theirs = found.translated(locale).and_then(|record| text(Some(&record.kind)));
            theirs.or_else(|| own.clone())
        });
        if let Some(url) = record.url.spanned() {
            scope.web_address(url, found.at(url.span));
        }
        Some(Self { kind, url: record.url.cloned() })
    }
}

impl Extra<Tier> for TierExtra {
    fn lower(_: &mut Scope<'_>, _: &Found<'_, Tier>, record: &Tier, _: &Locales) -> Option<Self> {
        Some(Self { colour: record.colour.cloned() })
    }
}

impl Extra<Benefit> for BenefitExtra {
    fn lower(
        _: &mut Scope<'_>,
        found: &Found<'_, Benefit>,
        record: &Benefit,
        locales: &Locales,
    ) -> Option<Self> {
        let texts = |record: &Benefit| -> BTreeMap<String, String> {
            let grants = record.tiers.get().into_iter().flat_map(|tiers| &tiers.0);
            let text =
                grants.filter_map(|(tier, grant)| Some((tier.value.clone(), grant.value.text.cloned()?)));
            text.collect()
        };
        let own = texts(record);
        let grant_texts = Localised::new(locales, |locale| {
            let mut all = own.clone();
            all.extend(found.translated(locale).map(texts).unwrap_or_default());
            all
        });
        let granted = record.tiers.get().into_iter().flat_map(|tiers| &tiers.0);
        let channels = record.channels.get().into_iter().flatten();
        Some(Self {
            granted: granted.map(|(tier, _)| tier.value.clone()).collect(),
            category: record.category.get().map(|category| category.0.clone()),
            channels: channels.map(|channel| channel.value.clone()).collect(),
            partner: record.partner.get().map(|partner| partner.0.clone()),
            grant_texts,
        })
    }
}

impl Extra<Campaign> for CampaignExtra {
    fn lower(
        _: &mut Scope<'_>,
        found: &Found<'_, Campaign>,
        record: &Campaign,
        locales: &Locales,
    ) -> Option<Self> {
        let name_in = |record: &Campaign, at: usize| record.phases.get()?.get(at)?.value.name.cloned();
        let phases = record.phases.get().into_iter().flatten().enumerate().map(|(at, phase)| {
            let own = phase.value.name.cloned().unwrap_or_default();
            let name = Localised::new(locales, |locale| {
                let theirs = found.translated(locale).and_then(|record| name_in(record, at));
                theirs.unwrap_or_else(|| own.clone())
            });
            Phase { name, from: phase.value.from.cloned(), to: phase.value.to.cloned() }
        });
        Some(Self { phases: phases.collect() })
    }
}

impl Extra<Reward> for RewardExtra {
    fn lower(_: &mut Scope<'_>, _: &Found<'_, Reward>, record: &Reward, _: &Locales) -> Option<Self> {
        Some(Self {
            category: record.category.get().map(|category| category.0.clone()),
            partner: record.partner.get().map(|partner| partner.0.clone()),
        })
    }
}

impl Extra<Page> for PageExtra {
    fn lower(_: &mut Scope<'_>, _: &Found<'_, Page>, record: &Page, _: &Locales) -> Option<Self> {
        Some(Self { menu: record.menu.or(false) })
    }
}

impl Extra<Category> for IconExtra {
    fn lower(_: &mut Scope<'_>, _: &Found<'_, Category>, record: &Category, _: &Locales) -> Option<Self> {
        Some(Self { icon: record.icon.cloned() })
    }
}

impl Extra<Term> for IconExtra {
    fn lower(_: &mut Scope<'_>, _: &Found<'_, Term>, record: &Term, _: &Locales) -> Option<Self> {
        Some(Self { icon: record.icon.cloned() })
    }
}

fn text(field: Option<&Field<String>>) -> Option<String> {
    field.and_then(Field::cloned).filter(|text| !text.trim().is_empty())
}

fn body(body: Option<&Stretch>, file: &Arc<str>) -> Option<Body> {
    let body = body.filter(|body| !body.trim().is_empty())?;
    Some(Body { markdown: body.clone(), file: Arc::clone(file) })
}
