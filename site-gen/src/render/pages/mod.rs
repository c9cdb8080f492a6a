//! Fills views from a context, one file for each kind of page. A page kind is added by a [`Route`], a function here that
//! fills its view, and a line in [`render`]; `CONTRIBUTING.md` says what else it takes.

mod benefit;
mod campaign;
mod compare;
mod earning;
mod example;
mod faq;
mod home;
mod news;
mod page;
mod partner;
mod reward;
mod segment;
mod shelves;
mod simulator;
mod task;
mod term;
pub(super) mod terms;
mod tier;

use super::address::Route;
use super::context::Context;
use super::frame::Head;
use super::markdown;
use super::shared::ByKey;
use super::templates::{TemplateError, Templates};
use super::view::{self, Html, View};
use crate::catalogue::{Entry, Texts};

/// Renders the page that a context is seen from.
pub(super) fn render(context: &Context<'_>, templates: &Templates) -> Result<String, TemplateError> {
    let page = Page { context, templates };
    let (edition, index) = (context.edition, context.index);
    match context.route {
        Route::Home => page.of(&home::view(context)),
        Route::Tiers => page.of(&tier::overview(context)),
        Route::Tier(id) => page.of(&tier::tier(context, place(&index.tiers, id))),
        Route::Compare => page.of(&compare::view(context)),
        Route::CompareIn(part) => page.of(&compare::in_category(context, part)),
        Route::Benefits => page.of(&benefit::overview(context)),
        Route::BenefitsIn(part) => page.of(&benefit::in_category(context, part)),
        Route::Benefit(id) => page.of(&benefit::benefit(context, place(&index.benefits, id))),
        Route::Points => page.of(&earning::view(context)),
        Route::Rewards => page.of(&reward::view(context)),
        Route::Tasks => page.of(&task::view(context)),
        Route::Campaigns => page.of(&campaign::overview(context)),
        Route::Campaign(id) => {
            page.of(&campaign::campaign(context, &edition.campaigns[place(&index.campaigns, id)]))
        }
        Route::Segments => page.of(&segment::overview(context)),
        Route::Segment(id) => {
            page.of(&segment::segment(context, &edition.segments[place(&index.segments, id)]))
        }
        Route::Partners => page.of(&partner::view(context)),
        Route::Faq => page.of(&faq::view(context)),
        Route::Glossary => page.of(&term::view(context)),
        Route::News => page.of(&news::view(context)),
        Route::Notice(id) => page.of(&news::notice(context, &edition.news[place(&index.news, id)])),
        Route::Terms => page.of(&terms::in_force(context)),
        Route::TermsFrom(month) => page.of(&terms::from(context, month)),
        Route::TermsOfBenefits { from, page: number } => page.of(&terms::of_benefits(context, from, number)),
        Route::Simulator => page.of(&simulator::view(context)),
        Route::Page(id) => page.of(&page::page(context, &edition.pages[place(&index.pages, id)])),
        Route::NotFound => page.of(&page::not_found(context)),
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

/// The frame of an overview.
fn overview_frame(context: &Context<'_>, title: &str, lead: &str) -> view::Page {
    context.page(Head { title: context.word(title), description: Some(context.word(lead)), above: None })
}

/// An entry's body as HTML for a page. Its mistakes were found by the checks.
fn body<X>(context: &Context<'_>, entry: &Entry<X>) -> Option<Html> {
    let Texts { body, .. } = entry.texts(context.locale);
    body.as_ref().map(|body| markdown::render(context, body).0)
}
