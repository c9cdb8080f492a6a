//! The shelves on which benefits stand: the categories in the order of their file, and one for those without.

use rulebook::model;

use super::super::address;
use super::super::context::Context;
use super::grants::{Holders, holders};
use super::rules;
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
pub(super) struct Shelf<'a> {
    category: Option<&'a Entry<IconExtra>>,
    /// In the order of their files.
    pub(super) benefits: Vec<Benefit<'a>>,
}

impl<'a> Benefit<'a> {
    /// The benefit of an entry.
    pub(super) fn of(context: &Context<'a>, entry: &'a Entry<BenefitExtra>) -> Self {
        Self { entry, rule: rules::of(context, &entry.key) }
    }

    /// Whether its last day is over on the day of the build.
    pub(super) fn is_over(self, context: &Context<'_>) -> bool {
        self.rule.validity.to.is_some_and(|last| last < context.today)
    }

    /// Its category.
    pub(super) fn category(self, context: &Context<'a>) -> Option<&'a Entry<IconExtra>> {
        let key = self.entry.extra.category.as_deref()?;
        context.edition.categories.iter().find(|category| category.key == key)
    }
}

/// All shelves. A benefit that no tier has stands on none.
pub(super) fn shelves<'a>(context: &Context<'a>) -> Vec<Shelf<'a>> {
    let benefits: Vec<_> = (context.edition.benefits.iter())
        .map(|entry| Benefit::of(context, entry))
        .filter(|benefit| holders(benefit.rule) != Holders::Nobody)
        .collect();
    let of = |category: Option<&'a Entry<IconExtra>>| Shelf {
        category,
        benefits: (benefits.iter().copied())
            .filter(|benefit| {
                benefit.category(context).map(|own| &own.key) == category.map(|category| &category.key)
            })
            .collect(),
    };
    let mut shelves: Vec<_> = context.edition.categories.iter().map(Some).chain([None]).map(of).collect();
    shelves.retain(|shelf| !shelf.benefits.is_empty());
    shelves
}

impl Shelf<'_> {
    /// Its anchor on the overview.
    pub(super) fn anchor(&self) -> String {
        // Anchors of categories begin with their kind, so this one is free.
        self.category
            .map_or_else(|| "other".to_owned(), |category| address::anchor("category", &category.key))
    }

    /// Its name.
    pub(super) fn name(&self, context: &Context<'_>) -> String {
        self.category.map_or_else(
            || context.word("category-none"),
            |category| category.name(context.locale).to_owned(),
        )
    }

    /// Its icon, if the theme has it.
    pub(super) fn icon(&self, context: &Context<'_>) -> Option<String> {
        context.icon(self.category?.extra.icon.as_deref())
    }

    /// What stands on it, in a sentence.
    pub(super) fn description(&self, context: &Context<'_>) -> Option<String> {
        let words = self.category?.words(context.locale);
        words.summary.clone().or_else(|| words.text.clone())
    }
}
