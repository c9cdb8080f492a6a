//! Fills views from a context, one file for each kind of page. A page kind is added by a [`Route`], a function here that
//! fills its view, and a line in [`render`].

mod benefits;
mod campaigns;
mod compare;
mod examples;
mod home;
mod partners;
mod points;
mod reading;
mod rewards;
mod segments;
mod shelves;
mod simulator;
mod tasks;
pub(super) mod terms;
mod tiers;

use super::address::Route;
use super::context::Context;
use super::shared::ByKey;
use super::templates::{TemplateError, Templates};
use super::view::View;

/// Renders the page that a context is seen from.
pub(super) fn render(context: &Context<'_>, templates: &Templates) -> Result<String, TemplateError> {
    let page = Page { context, templates };
    let (edition, index) = (context.edition, context.index);
    match context.route {
        Route::Home => page.of(&home::view(context)),
        Route::Tiers => page.of(&tiers::overview(context)),
        Route::Tier(id) => page.of(&tiers::tier(context, place(&index.tiers, id))),
        Route::Compare => page.of(&compare::view(context)),
        Route::CompareIn(part) => page.of(&compare::in_category(context, part)),
        Route::Benefits => page.of(&benefits::overview(context)),
        Route::BenefitsIn(part) => page.of(&benefits::in_category(context, part)),
        Route::Benefit(id) => page.of(&benefits::benefit(context, place(&index.benefits, id))),
        Route::Points => page.of(&points::view(context)),
        Route::Rewards => page.of(&rewards::view(context)),
        Route::Tasks => page.of(&tasks::view(context)),
        Route::Campaigns => page.of(&campaigns::overview(context)),
        Route::Campaign(id) => {
            page.of(&campaigns::campaign(context, &edition.campaigns[place(&index.campaigns, id)]))
        }
        Route::Segments => page.of(&segments::overview(context)),
        Route::Segment(id) => {
            page.of(&segments::segment(context, &edition.segments[place(&index.segments, id)]))
        }
        Route::Partners => page.of(&partners::view(context)),
        Route::Faq => page.of(&reading::faq(context)),
        Route::Glossary => page.of(&reading::glossary(context)),
        Route::News => page.of(&reading::news(context)),
        Route::Notice(id) => page.of(&reading::notice(context, &edition.news[place(&index.news, id)])),
        Route::Terms => page.of(&terms::in_force(context)),
        Route::TermsFrom(month) => page.of(&terms::from(context, month)),
        Route::TermsOfBenefits { from, page: number } => page.of(&terms::of_benefits(context, from, number)),
        Route::Simulator => page.of(&simulator::view(context)),
        Route::Page(id) => page.of(&reading::page(context, &edition.pages[place(&index.pages, id)])),
        Route::NotFound => page.of(&reading::not_found(context)),
    }
}

/// Where the entry of a route is in its list: routes are made from entries.
fn place(places: &ByKey, id: &str) -> usize {
    places[id]
}

struct Page<'a> {
    context: &'a Context<'a>,
    templates: &'a Templates,
}

impl Page<'_> {
    fn of<V: View>(&self, view: &V) -> Result<String, TemplateError> {
        match self.context.failure() {
            Some(failure) => Err(failure.clone()),
            None => self.templates.render(view),
        }
    }
}
