//! The terms: every rule of a version in words, in numbered parts. Each rule carries the anchor `KIND-ID`, to which
//! the rest of the site links. Every version has a page of its own, so that a change can be read before it applies
//! and what applied once can still be read.

use std::collections::BTreeMap;
use std::ops::Range;

use rulebook::model::{self, Version};
use rulebook::{Month, RuleKind};
use words::messages::FluentArgs;
use words::{Clause as Said, Speaker};

use super::super::address::{self, Route};
use super::super::context::Context;
use super::super::frame::Head;
use super::super::lists::{self, Lists};
use super::super::rules::Ruled;
use super::super::view::{Clause, Example, ExamplesPart, Link, Page, TermsPart, TermsVersion, TermsView};
use super::shelves::{page_title, pager};
use super::{benefit, example, task};
use crate::catalogue::Entry;
use crate::content::Kind;

/// What the terms of a version say, in numbered parts.
pub(in crate::render) fn parts(context: &Context<'_>) -> Vec<TermsPart> {
    Terms { context }.parts(Vec::new())
}

/// The terms in force.
pub(super) fn in_force(context: &Context<'_>) -> TermsView {
    view(context, context, context.word("kind-terms"))
}

/// The terms of the version that is in force from a month on.
pub(super) fn from(context: &Context<'_>, month: Month) -> TermsView {
    let shown = context.at_version(context.catalogue.book.version_at(month));
    let date = shown.day(shown.version.from.first_day()).text;
    view(context, &shown, context.fill("terms-title-from", &[("date", &date)]))
}

/// A page of the terms of benefits, where the lists of benefits are split: those of the version in force, or of the one
/// that is in force from a month on.
pub(super) fn of_benefits(context: &Context<'_>, from: Option<Month>, page: usize) -> TermsView {
    let month = from.unwrap_or(context.version.from);
    let shown = context.at_version(context.catalogue.book.version_at(month));
    let benefits = shown.edition.benefits.len();
    let title = context.word("terms-title-benefits");
    let above = match from {
        None => (Route::Terms, context.word("kind-terms")),
        Some(month) => {
            let date = context.day(month.first_day()).text;
            (Route::TermsFrom(month), context.fill("terms-title-from", &[("date", &date)]))
        }
    };
    TermsView {
        page: frame(context, &shown, page_title(context, title, page), Some(above)),
        summary: None,
        from: context.day(shown.version.from.first_day()),
        parts: vec![Terms { context: &shown }.benefits_on(lists::on_page(page, benefits))],
        examples: None,
        versions: versions(context, None),
        pager: pager(context, page, benefits, |page| Route::TermsOfBenefits { from, page }),
    }
}

/// The pages of the terms of benefits, where they are not on the page of the other terms.
fn pages_of_benefits(context: &Context<'_>, shown: &Context<'_>) -> Vec<Link> {
    let benefits = shown.edition.benefits.len();
    if Lists::of(benefits) == Lists::Whole {
        return Vec::new();
    }
    let from = (shown.version.from != context.version.from).then_some(shown.version.from);
    let link = |page| {
        let said = lists::on_page(page, benefits);
        let (first, last) = ((said.start + 1).to_string(), said.end.to_string());
        Link {
            text: context.fill("terms-benefits-page", &[("first", &first), ("last", &last)]),
            href: context.href(Route::TermsOfBenefits { from, page }),
        }
    };
    lists::pages(benefits).map(link).collect()
}

/// The frame of the terms of a version. The menu is that of the version in force: there are no other pages.
fn frame(
    context: &Context<'_>,
    shown: &Context<'_>,
    title: String,
    above: Option<(Route<&'static str>, String)>,
) -> Page {
    let head = Head { title, description: Some(context.word("terms-generated")), above };
    context.page_showing(head, shown)
}

/// Every version with a link to its terms. `current` is the one that the page shows.
fn versions(context: &Context<'_>, current: Option<Month>) -> Vec<TermsVersion> {
    let version = |version: &Version| TermsVersion {
        from: context.day(version.from.first_day()),
        href: Some(context.href(if version.from == context.version.from {
            Route::Terms
        } else {
            Route::TermsFrom(version.from)
        })),
        current: current == Some(version.from),
    };
    context.rules().versions.iter().map(version).collect()
}

fn view(context: &Context<'_>, shown: &Context<'_>, title: String) -> TermsView {
    let mut parts = Terms { context: shown }.parts(pages_of_benefits(context, shown));
    let examples = example::of_version(shown);
    let mut shown_by: BTreeMap<&str, Vec<&Example>> = BTreeMap::new();
    for example in &examples {
        for clause in &example.shows {
            shown_by.entry(clause).or_default().push(example);
        }
    }
    for clause in parts.iter_mut().flat_map(|part| &mut part.clauses) {
        let examples = clause.id.as_deref().and_then(|id| shown_by.get(id)).into_iter().flatten();
        let link = |example: &&Example| Link { text: example.name.clone(), href: format!("#{}", example.id) };
        clause.examples = examples.map(link).collect();
    }
    let examples = (!examples.is_empty()).then(|| ExamplesPart {
        id: address::part_anchor("examples"),
        number: format!("{}", parts.len() + 1),
        examples,
    });
    let above = (context.route != Route::Terms).then(|| (Route::Terms, context.word("kind-terms")));
    TermsView {
        page: frame(context, shown, title, above),
        summary: None,
        from: context.day(shown.version.from.first_day()),
        parts,
        examples,
        versions: versions(context, Some(shown.version.from)),
        pager: None,
    }
}

/// Says the rules of a version.
struct Terms<'a, 'c> {
    context: &'a Context<'c>,
}

impl Terms<'_, '_> {
    /// The parts that say something, numbered. The terms of benefits are on pages of their own, if there are any.
    fn parts(&self, pages_of_benefits: Vec<Link>) -> Vec<TermsPart> {
        let edition = self.context.edition;
        let benefits =
            if pages_of_benefits.is_empty() { self.benefits(0..edition.benefits.len()) } else { Vec::new() };
        let mut parts = self.before_benefits();
        parts.extend([
            TermsPart { pages: pages_of_benefits, ..self.part("benefits", benefits) },
            self.part("pools", self.pools()),
            self.part("currencies", self.currencies()),
            self.part("earn", self.rules(&edition.earn, Speaker::earn)),
            self.part("tasks", self.tasks()),
            self.part("campaigns", self.rules(&edition.campaigns, Speaker::campaign)),
            self.part("rewards", self.rules(&edition.rewards, Speaker::reward)),
        ]);
        parts.retain(|part| !part.clauses.is_empty() || !part.pages.is_empty());
        for (part, place) in parts.iter_mut().zip(1..) {
            number(part, place, 1);
        }
        parts
    }

    /// The parts before that of the benefits, which say something.
    fn before_benefits(&self) -> Vec<TermsPart> {
        let mut parts = vec![
            self.part("general", self.general()),
            self.part("tiers", self.rules(&self.context.edition.tiers, Speaker::tier)),
            self.part("metrics", self.metrics()),
            self.part("segments", self.segments()),
        ];
        parts.retain(|part| !part.clauses.is_empty());
        parts
    }

    /// Some of the benefits, numbered as among all parts.
    fn benefits_on(&self, places: Range<usize>) -> TermsPart {
        let first = places.start + 1;
        let mut part = self.part("benefits", self.benefits(places));
        number(&mut part, self.before_benefits().len() + 1, first);
        part
    }

    fn benefits(&self, places: Range<usize>) -> Vec<Clause> {
        let benefits = self.context.edition.benefits.iter().skip(places.start).take(places.len());
        self.rules(benefits, Speaker::benefit)
    }

    fn part(&self, id: &str, clauses: Vec<Clause>) -> TermsPart {
        let title = self.context.word(&format!("terms-{id}"));
        let id = address::part_anchor(id);
        TermsPart { id, number: String::new(), title, clauses, pages: Vec::new() }
    }

    /// What holds for all: whose rules these are and from when, the year, the review, the household.
    fn general(&self) -> Vec<Clause> {
        let (context, speaker) = (self.context, self.context.speaker());
        let programme = context.edition.programme.name(context.locale);
        let date = speaker.date(context.version.from.first_day());
        let mut said = vec![context.fill("terms-applies", &[("programme", programme), ("date", &date)])];
        said.extend(speaker.programme_year());
        said.push(speaker.review_cadence(context.version));
        said.extend(speaker.household(context.version));
        said.into_iter().map(plain).collect()
    }

    /// A clause for each entry of a kind.
    fn rules<'s, R: Ruled, X: 's>(
        &'s self,
        entries: impl IntoIterator<Item = &'s Entry<X>>,
        say: impl Fn(Speaker<'s>, &Version, &R) -> Vec<Said>,
    ) -> Vec<Clause> {
        let context = self.context;
        let rule = |entry: &Entry<X>| {
            let said = say(context.speaker(), context.version, context.rule(&entry.key));
            ruled(R::Key::KIND.into(), entry, context.locale, said)
        };
        entries.into_iter().map(rule).collect()
    }

    /// How each is worked out, with what the author says of it.
    fn metrics(&self) -> Vec<Clause> {
        let context = self.context;
        let metric = |entry: &Entry<_>| {
            let metric: &model::Metric = context.rule(&entry.key);
            let said = context.speaker().definition(context.version, metric);
            let texts = entry.texts(context.locale);
            let words: Vec<_> = texts.summary.iter().chain(&texts.text).cloned().map(plain).collect();
            // What the author says is no part of what is worked out.
            if said.parts.is_empty() || words.is_empty() {
                let clause = ruled(Kind::Metric, entry, context.locale, vec![said]);
                Clause { clauses: clause.clauses.into_iter().chain(words).collect(), ..clause }
            } else {
                let clauses = std::iter::once(point(said)).chain(words).collect();
                Clause { clauses, ..ruled(Kind::Metric, entry, context.locale, Vec::new()) }
            }
        };
        context.edition.metrics.iter().map(metric).collect()
    }

    /// What is earned, and how long it lasts.
    fn currencies(&self) -> Vec<Clause> {
        self.rules(&self.context.edition.currencies, |speaker, _, currency| speaker.currency(currency))
    }

    /// Their sentences already have the names.
    fn segments(&self) -> Vec<Clause> {
        let clauses = self.rules(&self.context.edition.segments, |speaker, version, segment| {
            vec![speaker.segment(version, segment)]
        });
        clauses.into_iter().map(|clause| Clause { title: None, ..clause }).collect()
    }

    /// How many may be chosen, and among what.
    fn pools(&self) -> Vec<Clause> {
        let context = self.context;
        let pool = |entry: &Entry<_>| {
            let pool: &model::Pool = context.rule(&entry.key);
            let benefits: Vec<_> = benefit::in_pool(context, pool)
                .map(|benefit| plain(benefit.entry.name(context.locale).to_owned()))
                .collect();
            let mut clauses = vec![plain(context.speaker().pool(context.version, pool))];
            if !benefits.is_empty() {
                clauses.push(Clause { clauses: benefits, ..plain(context.word("terms-pool-benefits")) });
            }
            Clause { clauses, ..ruled(Kind::Pool, entry, context.locale, Vec::new()) }
        };
        context.edition.pools.iter().map(pool).collect()
    }

    /// The tasks that may be named, and how many there are beside them.
    fn tasks(&self) -> Vec<Clause> {
        let context = self.context;
        let mut clauses = self.rules(task::shown(context), Speaker::task);
        let hidden = task::hidden(context);
        if hidden > 0 {
            let mut args = FluentArgs::new();
            args.set("count", hidden);
            clauses.push(plain(context.say("terms-hidden-tasks", &args)));
        }
        clauses
    }
}

/// Numbers a part and its clauses, the first of which is the `first` of all that the part has.
fn number(part: &mut TermsPart, number: usize, first: usize) {
    part.number = format!("{number}");
    for (clause, below) in part.clauses.iter_mut().zip(first..) {
        clause.number = format!("{number}.{below}");
    }
}

/// A rule under its name. What is said in one sentence stands beside it, more below it.
fn ruled<X>(kind: Kind, entry: &Entry<X>, locale: &str, mut said: Vec<Said>) -> Clause {
    let (text, clauses) = match said.pop() {
        Some(only) if said.is_empty() => (only.text, only.parts),
        last => (String::new(), said.into_iter().chain(last).collect()),
    };
    Clause {
        id: Some(address::anchor(kind, &entry.key)),
        title: Some(entry.name(locale).to_owned()),
        clauses: clauses.into_iter().map(point).collect(),
        ..plain(text)
    }
}

/// A sentence with its parts, as a point of a list.
fn point(said: Said) -> Clause {
    Clause { clauses: said.parts.into_iter().map(point).collect(), ..plain(said.text) }
}

fn plain(text: String) -> Clause {
    Clause { id: None, number: String::new(), title: None, text, clauses: Vec::new(), examples: Vec::new() }
}
