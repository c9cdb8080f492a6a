//! Fills views from a context, one file for each group of page kinds. A page kind is added by a function here that
//! fills its view, a call in [`all`], and its folder in `context.rs`.

mod benefits;
mod campaigns;
mod compare;
mod examples;
mod grants;
mod home;
mod partners;
mod points;
mod reading;
mod rewards;
mod rules;
mod segments;
mod shelves;
mod simulator;
mod tasks;
pub(super) mod terms;
mod tiers;

use super::site::Writer;
use super::templates::TemplateError;

/// Every page of a locale.
pub(super) fn all(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    home::pages(writer)?;
    tiers::pages(writer)?;
    compare::pages(writer)?;
    benefits::pages(writer)?;
    segments::pages(writer)?;
    partners::pages(writer)?;
    points::pages(writer)?;
    rewards::pages(writer)?;
    tasks::pages(writer)?;
    campaigns::pages(writer)?;
    reading::faq(writer)?;
    reading::glossary(writer)?;
    reading::news(writer)?;
    terms::pages(writer)?;
    simulator::pages(writer)?;
    reading::pages(writer)?;
    reading::not_found(writer)
}
