//! Partners: merchants and suppliers, on one page.

use super::super::address;
use super::super::context::Context;
use super::super::frame::Head;
use super::super::site::Writer;
use super::super::templates::TemplateError;
use super::super::view::{Partner, PartnersView};
use super::reading::body;
use crate::catalogue::{Entry, PartnerExtra};

const FOLDER: &str = "partner/";

/// The page.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    if !context.has(FOLDER) {
        return Ok(());
    }
    let view = PartnersView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-partners"),
            description: Some(context.word("partners-lead")),
            above: None,
        }),
        summary: Some(context.word("partners-lead")),
        partners: context.edition.partners.iter().map(|entry| partner(context, entry)).collect(),
    };
    writer.page(FOLDER, &view)
}

fn partner(context: &Context<'_>, entry: &Entry<PartnerExtra>) -> Partner {
    let words = entry.words(context.locale);
    let own = |partner: &Option<String>| partner.as_deref() == Some(&entry.key);
    let benefits = context.edition.benefits.iter().filter(|benefit| own(&benefit.extra.partner));
    let rewards = context.edition.rewards.iter().filter(|reward| own(&reward.extra.partner));
    let provides = (benefits.map(|benefit| ("benefit", &benefit.key)))
        .chain(rewards.map(|reward| ("reward", &reward.key)));
    Partner {
        id: address::anchor("partner", &entry.key),
        name: words.name.clone(),
        kind: entry.extra.kind.get(context.locale).clone(),
        summary: words.summary.clone(),
        url: entry.extra.url.clone(),
        provides: provides.filter_map(|(kind, key)| context.link(FOLDER, kind, key)).collect(),
        body: body(context, FOLDER, entry),
    }
}
