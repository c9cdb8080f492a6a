//! The shelves on which benefits stand: the categories in the order of their file, and one for those without.

use rulebook::model;

use super::super::address;
use super::super::context::Context;
use super::super::shared::ShelfPlaces;
use crate::catalogue::{BenefitExtra, Entry, IconExtra};

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
            .map_or_else(|| "other".to_owned(), |category| address::anchor("category", &category.key))
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
        let words = self.category()?.words(self.context.locale);
        words.summary.clone().or_else(|| words.text.clone())
    }
}
