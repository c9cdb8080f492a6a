//! The shelves on which benefits stand: the categories in the order of their file, and one for those without.

use rulebook::model;

use super::super::address::{self, Route, Target};
use super::super::context::Context;
use super::super::lists::{self, Lists, Part};
use super::super::shared::ShelfPlaces;
use super::super::view::{CategoryCard, Link, Pager};
use crate::catalogue::{BenefitExtra, Entry, IconExtra};
use crate::content::Kind;

/// A benefit: what is said of it, and its rule.
#[derive(Clone, Copy)]
pub(super) struct Benefit<'a> {
    /// Its words.
    pub(super) entry: &'a Entry<BenefitExtra>,
    /// Its figures.
    pub(super) rule: &'a model::Benefit,
}

/// A category with its benefits, never empty.
pub(super) struct Shelf<'c, 'a> {
    context: &'c Context<'a>,
    places: &'a ShelfPlaces,
}

impl<'a> Benefit<'a> {
    /// The benefit of an entry.
    pub(super) fn of(context: &Context<'a>, entry: &'a Entry<BenefitExtra>) -> Self {
        Self { entry, rule: context.rule(&entry.key) }
    }

    /// The benefit at a place in the list of all.
    pub(super) fn at(context: &Context<'a>, place: usize) -> Self {
        Self::of(context, &context.edition.benefits[place])
    }

    /// Whether its last day is over on the day of the build.
    pub(super) fn is_over(self, context: &Context<'_>) -> bool {
        self.rule.validity.to.is_some_and(|last| last < context.today)
    }

    /// Its category.
    pub(super) fn category(self, context: &Context<'a>) -> Option<&'a Entry<IconExtra>> {
        let place = context.index.categories.get(self.entry.extra.category.as_deref()?)?;
        Some(&context.edition.categories[*place])
    }
}

/// All shelves. A benefit that no tier has stands on none.
pub(super) fn shelves<'c, 'a>(context: &'c Context<'a>) -> impl Iterator<Item = Shelf<'c, 'a>> {
    context.index.shelves.iter().map(|places| Shelf { context, places })
}

impl<'c, 'a> Shelf<'c, 'a> {
    /// The shelf of a benefit, by its place in the list of all.
    pub(super) fn of(context: &'c Context<'a>, benefit: usize) -> Option<Self> {
        let shelf = context.index.shelf_of[benefit]?;
        Some(Self { context, places: &context.index.shelves[shelf] })
    }

    /// The shelf that a page shows a part of. Routes of parts are made from shelves.
    pub(super) fn in_part(context: &'c Context<'a>, part: Part<&str>) -> Self {
        let category = part.category.map(|key| context.index.categories[key]);
        let mut shelves = shelves(context);
        shelves.find(|shelf| shelf.places.category == category).expect("its pages are made from the shelf")
    }

    /// What a page shows of it.
    pub(super) fn on_page(&self, page: usize) -> impl Iterator<Item = Benefit<'a>> {
        let shown = &self.places.benefits[lists::on_page(page, self.len())];
        shown.iter().map(|place| Benefit::at(self.context, *place))
    }

    /// The part of it that a page shows.
    pub(super) fn part(&self, page: usize) -> Part<&'a str> {
        Part { category: self.category().map(|category| category.key.as_str()), page }
    }

    /// Where its benefits are listed.
    pub(super) fn target(&self) -> Target<'a> {
        match self.context.index.lists {
            Lists::Whole => Target { route: Route::Benefits, anchor: Some(self.anchor()) },
            Lists::Split => Route::BenefitsIn(self.part(1)).into(),
        }
    }

    /// Its own page by a text with the number of what it lists, where it has one.
    pub(super) fn all(&self, key: &str, count: usize) -> Option<Link> {
        let (context, target) = (self.context, self.target());
        let all = || Link { text: context.count(key, count), href: context.href(target) };
        (context.index.lists == Lists::Split).then(all)
    }

    /// It in a list of categories, with a link to where its benefits are listed or compared.
    pub(super) fn card(&self, target: Target<'_>) -> CategoryCard {
        CategoryCard {
            link: Link { text: self.name(), href: self.context.href(target) },
            icon: self.icon(),
            description: self.description(),
            benefits: self.len(),
        }
    }

    /// The pages before and after one of its pages.
    pub(super) fn pager(
        &self,
        page: usize,
        route: impl Fn(Part<&'a str>) -> Route<&'a str>,
    ) -> Option<Pager> {
        pager(self.context, page, self.len(), |page| route(self.part(page)))
    }

    /// What stands on it, by places in the list of all, in the order of the files.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.places.benefits.iter().copied()
    }

    /// What stands on it, in the order of the files.
    pub(super) fn benefits(&self) -> impl Iterator<Item = Benefit<'a>> {
        self.places().map(|place| Benefit::at(self.context, place))
    }

    /// How many stand on it.
    pub(super) fn len(&self) -> usize {
        self.places.benefits.len()
    }

    fn category(&self) -> Option<&'a Entry<IconExtra>> {
        Some(&self.context.edition.categories[self.places.category?])
    }

    /// Its anchor on the overview.
    pub(super) fn anchor(&self) -> String {
        // Anchors of categories begin with their kind, so this one is free.
        self.category()
            .map_or_else(|| "other".to_owned(), |category| address::anchor(Kind::Category, &category.key))
    }

    /// Its name.
    pub(super) fn name(&self) -> String {
        self.category().map_or_else(
            || self.context.word("category-none"),
            |category| category.name(self.context.locale).to_owned(),
        )
    }

    /// Its icon, if the theme has it.
    pub(super) fn icon(&self) -> Option<String> {
        self.context.icon(self.category()?.extra.icon.as_deref())
    }

    /// What stands on it, in a sentence.
    pub(super) fn description(&self) -> Option<String> {
        let texts = self.category()?.texts(self.context.locale);
        texts.summary.clone().or_else(|| texts.text.clone())
    }
}

/// The pages before and after a page of a list. None for a list on one page.
pub(super) fn pager<'a>(
    context: &Context<'_>,
    page: usize,
    length: usize,
    route: impl Fn(usize) -> Route<&'a str>,
) -> Option<Pager> {
    let pages = lists::pages(length);
    let href = |page: usize| pages.contains(&page).then(|| context.href(route(page)));
    (pages.len() > 1).then(|| Pager {
        page,
        pages: pages.len(),
        previous: href(page - 1),
        next: href(page + 1),
    })
}

/// The title of a page of a list.
pub(super) fn page_title(context: &Context<'_>, title: String, page: usize) -> String {
    let number = page.to_string();
    if page > 1 { context.fill("pager-title", &[("title", &title), ("page", &number)]) } else { title }
}
