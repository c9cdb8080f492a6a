//! Lowers records to what the site shows of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::{
    Alias, BenefitExtra, Body, CampaignExtra, Entry, FaqExtra, IconExtra, Localised, NewsExtra, PageExtra,
    PartnerExtra, Phase, RewardExtra, TierExtra, Words,
};
use super::merge::{Found, Merged};
use super::scope::Scope;
use crate::content::kinds::{
    Benefit, BenefitInternal, Campaign, CampaignInternal, Category, Currency, Earn, Example, Faq, Metric,
    News, Page, Partner, Pool, Programme, Reward, RewardInternal, Segment, Task, Term, Tier,
};
use crate::content::record::Field;
use crate::content::value::Spanned;
use crate::content::{Form, KindOf};
use crate::diagnostics::{Diagnostic, Message, Place, nearest};

/// The locales of a programme, the default one first.
pub(crate) type Locales = [String];

/// The words that a record can have.
#[derive(Default)]
pub(crate) struct RecordWords<'a> {
    name: Option<&'a Field<String>>,
    name_key: &'static str,
    summary: Option<&'a Field<String>>,
    texts: [Option<&'a Field<String>>; 2],
    has_unknown: bool,
}

/// A record whose words can be told from its rules.
pub(crate) trait Worded: KindOf {
    fn words(&self) -> RecordWords<'_>;
    fn aliases(&self) -> &[Spanned<String>];
}

macro_rules! worded {
    ($($type:ty: $name:ident, [$($text:ident),*], [$($aliases:ident)?];)*) => {$(
        impl Worded for $type {
            fn words(&self) -> RecordWords<'_> {
                let mut texts = [$(Some(&self.$text)),*].into_iter();
                RecordWords {
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
        }
    )*};
}

worded! {
    Programme: name, [summary], [];
    Metric: name, [summary, text, description], [aliases];
    Currency: name, [summary, text, description], [aliases];
    Category: name, [summary, text, description], [aliases];
    Earn: name, [summary, text, description], [aliases];
    Pool: name, [summary, text, description], [aliases];
    Term: name, [summary, text, description], [aliases];
    Tier: name, [summary, text, description], [aliases];
    Benefit: name, [summary, text, description], [aliases];
    Task: name, [summary, text, description], [aliases];
    Campaign: name, [summary, text, description], [aliases];
    Reward: name, [summary, text, description], [aliases];
    Segment: name, [summary, text, description], [aliases];
    Partner: name, [summary, text, description], [aliases];
    Faq: question, [summary], [aliases];
    News: title, [summary], [aliases];
    Page: title, [summary], [aliases];
    Example: name, [text, source], [];
}

impl Scope<'_> {
    /// Lowers all records of a kind.
    pub(crate) fn entries<T: Worded, X>(
        &mut self,
        merged: &Merged<'_, T>,
        locales: &Locales,
        extra: impl Fn(&mut Self, &Found<'_, T>, &T) -> Option<X>,
    ) -> Vec<Entry<X>> {
        let mut entries = Vec::new();
        for (found, record) in merged.read() {
            let words = self.words(found, record, locales);
            let aliases = self.aliases(found, record);
            if let Some(extra) = extra(self, found, record) {
                entries.push(Entry {
                    key: found.key.to_owned(),
                    place: found.place.clone(),
                    words,
                    aliases,
                    extra,
                });
            }
        }
        entries
    }

    fn words<T: Worded>(&mut self, found: &Found<'_, T>, record: &T, locales: &Locales) -> Localised<Words> {
        let own = record.words();
        let absent = own.name.is_some_and(Field::is_absent) && !own.has_unknown;
        if absent {
            let message = Message::MissingName { key: own.name_key.to_owned(), id: found.key.to_owned() };
            self.report(found.place.clone(), message);
        }
        let default = Words {
            name: text(own.name).unwrap_or_else(|| found.key.to_owned()),
            summary: text(own.summary),
            text: text(own.texts[0]).or_else(|| text(own.texts[1])),
            body: body(found.body, found.file()),
        };
        let mut words = BTreeMap::new();
        for (at, locale) in locales.iter().enumerate() {
            let translation = found.translations.get(locale.as_str());
            if at > 0 && translation.is_none() && self.version.is_empty() {
                self.untranslated::<T>(found, locale);
            }
            let mut own = default.clone();
            if let Some(translation) = translation {
                let theirs = translation.record.map(Worded::words).unwrap_or_default();
                own.name = text(theirs.name).unwrap_or(own.name);
                own.summary = text(theirs.summary).or(own.summary);
                own.text = text(theirs.texts[0]).or_else(|| text(theirs.texts[1])).or(own.text);
                own.body = body(translation.body, &translation.file).or(own.body);
            }
            words.insert(locale.clone(), own);
        }
        Localised(words)
    }

    /// Told once for each file, at its start.
    fn untranslated<T: KindOf>(&mut self, found: &Found<'_, T>, locale: &str) {
        let file = found.file();
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let path = match T::FORM {
            Form::Tables => format!("{stem}.{locale}.{extension} [{}]", found.key),
            _ => format!("{stem}.{locale}.{extension}"),
        };
        self.report(found.place.clone(), Message::Untranslated { path, locale: locale.to_owned() });
    }

    fn aliases<T: Worded>(&mut self, found: &Found<'_, T>, record: &T) -> Vec<Alias> {
        let mut aliases = Vec::new();
        for alias in record.aliases() {
            let path = alias.value.trim_matches('/');
            let plain = |c: char| c.is_alphanumeric() || "-_.~".contains(c);
            let part =
                |part: &str| !part.is_empty() && part != "." && part != ".." && part.chars().all(plain);
            if path.split('/').any(|part| part == "..") {
                self.report(found.at(alias.span), Message::PathOutside { path: alias.value.clone() });
            } else if path.split('/').all(part) {
                aliases.push(Alias { path: path.to_owned(), place: found.at(alias.span) });
            } else {
                self.report(found.at(alias.span), Message::BadAlias { text: alias.value.clone() });
            }
        }
        aliases
    }

    pub(crate) fn faq_extra(&mut self, found: &Found<'_, Faq>, record: &Faq) -> FaqExtra {
        const KINDS: &[&str] = &[
            "tier", "benefit", "metric", "currency", "earn", "task", "campaign", "reward", "segment",
            "partner", "pool", "category", "page", "news", "term",
        ];
        let mut about = Vec::new();
        for topic in record.about.get().into_iter().flatten() {
            let at = found.at(topic.span);
            let (kind, id) = topic.value.split_once(':').unwrap_or((&topic.value, ""));
            let Some(known) = KINDS.iter().find(|known| **known == kind) else {
                let message = Message::UnknownReference { reference: topic.value.clone() };
                let nearest = nearest(kind, KINDS.iter().copied()).map(|kind| format!("{kind}:{id}"));
                self.diagnostics.push(Diagnostic::new(at, message).nearest(nearest));
                continue;
            };
            if self.knows(known, id, at).is_ok() {
                about.push((kind.to_owned(), id.to_owned()));
            }
        }
        FaqExtra { about }
    }

    pub(crate) fn news_extra(&mut self, found: &Found<'_, News>, record: &News) -> Option<NewsExtra> {
        self.validity(record.date.spanned(), record.expires.spanned(), found.file());
        Some(NewsExtra { date: *record.date.get()?, expires: record.expires.cloned() })
    }

    pub(crate) fn partner_extra(
        &mut self,
        found: &Found<'_, Partner>,
        record: &Partner,
        locales: &Locales,
    ) -> PartnerExtra {
        let own = text(Some(&record.kind));
        let kind = locales.iter().map(|locale| {
            let translation =
                found.translations.get(locale.as_str()).and_then(|translation| translation.record);
            let theirs = translation.and_then(|record| text(Some(&record.kind)));
            (locale.clone(), theirs.or_else(|| own.clone()))
        });
        let kind = Localised(kind.collect());
        if let Some(url) = record.url.spanned() {
            self.web_address(url, found.at(url.span));
        }
        PartnerExtra { kind, url: record.url.cloned() }
    }

    /// An address of the web, nothing else.
    pub(crate) fn web_address(&mut self, url: &Spanned<String>, at: Place) {
        let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        let fine = host.is_some_and(|host| !host.is_empty()) && !url.value.contains(char::is_whitespace);
        if !fine {
            self.report(at, Message::BadUrl { text: url.value.clone() });
        }
    }
}

pub(crate) fn tier_extra(record: &Tier) -> TierExtra {
    TierExtra { colour: record.colour.get().map(|colour| colour.0.clone()) }
}

pub(crate) fn benefit_extra(found: &Found<'_, Benefit>, record: &Benefit, locales: &Locales) -> BenefitExtra {
    let texts = |record: &Benefit| -> BTreeMap<String, String> {
        let grants = record.tiers.get().into_iter().flat_map(|tiers| &tiers.0);
        let text = grants.filter_map(|(tier, grant)| Some((tier.value.clone(), grant.value.text.cloned()?)));
        text.collect()
    };
    let own = texts(record);
    let grant_texts = locales.iter().map(|locale| {
        let mut all = own.clone();
        let translation = found.translations.get(locale.as_str()).and_then(|translation| translation.record);
        all.extend(translation.map(texts).unwrap_or_default());
        (locale.clone(), all)
    });
    let grant_texts = Localised(grant_texts.collect());
    let internal = record.internal.get();
    let cost = |internal: &BenefitInternal| internal.cost.get().map(|cost| cost.0);
    let take_up = |internal: &BenefitInternal| internal.take_up.get().map(|share| share.0);
    let granted = record.tiers.get().into_iter().flat_map(|tiers| &tiers.0);
    BenefitExtra {
        granted: granted.map(|(tier, _)| tier.value.clone()).collect(),
        category: record.category.get().map(|category| category.0.clone()),
        channels: record.channels.get().into_iter().flatten().map(|channel| channel.value.clone()).collect(),
        partner: record.partner.get().map(|partner| partner.0.clone()),
        grant_texts,
        cost: internal.and_then(cost),
        take_up: internal.and_then(take_up),
    }
}

pub(crate) fn campaign_extra(
    found: &Found<'_, Campaign>,
    record: &Campaign,
    locales: &Locales,
) -> CampaignExtra {
    let name_in = |record: &Campaign, at: usize| record.phases.get()?.get(at)?.value.name.cloned();
    let phases = record.phases.get().into_iter().flatten().enumerate().map(|(at, phase)| {
        let own = phase.value.name.cloned().unwrap_or_default();
        let name = locales.iter().map(|locale| {
            let translation =
                found.translations.get(locale.as_str()).and_then(|translation| translation.record);
            let theirs = translation.and_then(|record| name_in(record, at));
            (locale.clone(), theirs.unwrap_or_else(|| own.clone()))
        });
        let name = Localised(name.collect());
        Phase { name, from: phase.value.from.cloned(), to: phase.value.to.cloned() }
    });
    let budget = |internal: &CampaignInternal| internal.budget.get().map(|budget| budget.0);
    CampaignExtra { phases: phases.collect(), budget: record.internal.get().and_then(budget) }
}

pub(crate) fn reward_extra(record: &Reward) -> RewardExtra {
    let internal = record.internal.get();
    let cost = |internal: &RewardInternal| internal.cost.get().map(|cost| cost.0);
    let stock = |internal: &RewardInternal| internal.stock.get().map(|stock| stock.0);
    RewardExtra {
        category: record.category.get().map(|category| category.0.clone()),
        partner: record.partner.get().map(|partner| partner.0.clone()),
        cost: internal.and_then(cost),
        stock: internal.and_then(stock),
    }
}

pub(crate) fn page_extra(record: &Page) -> PageExtra {
    PageExtra { menu: record.menu.or(false) }
}

pub(crate) fn category_extra(record: &Category) -> IconExtra {
    IconExtra { icon: record.icon.cloned() }
}

pub(crate) fn term_extra(record: &Term) -> IconExtra {
    IconExtra { icon: record.icon.cloned() }
}

fn text(field: Option<&Field<String>>) -> Option<String> {
    field.and_then(Field::cloned).filter(|text| !text.trim().is_empty())
}

fn body(body: Option<&Spanned<String>>, file: &Arc<str>) -> Option<Body> {
    let body = body.filter(|body| !body.value.trim().is_empty())?;
    Some(Body { markdown: body.value.clone(), file: Arc::clone(file), start: body.span.start })
}
