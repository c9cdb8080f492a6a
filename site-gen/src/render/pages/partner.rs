//! Partners: merchants and suppliers, on one page.

use super::super::address::{self, Route};
use super::super::context::Context;
use super::super::view::{Partner, PartnersView};
use super::{body, overview_frame};
use crate::catalogue::{Entry, PartnerExtra};
use crate::content::Kind;

/// The page.
pub(super) fn view(context: &Context<'_>) -> PartnersView {
    PartnersView {
        page: overview_frame(context, "kind-partners", "partners-lead"),
        summary: Some(context.word("partners-lead")),
        partners: context.edition.partners.iter().map(|entry| partner(context, entry)).collect(),
    }
}

fn partner(context: &Context<'_>, entry: &Entry<PartnerExtra>) -> Partner {
    let texts = entry.texts(context.locale);
    let (edition, provided) = (context.edition, context.index.provided.get(&*entry.key));
    let benefits = provided.map_or(&[][..], |provided| &provided.benefits);
    let preview = context.index.lists.preview();
    let rewards = provided.iter().flat_map(|provided| &provided.rewards);
    let provides =
        (benefits.iter().take(preview).map(|place| (Kind::Benefit, &edition.benefits[*place].key)))
            .chain(rewards.map(|place| (Kind::Reward, &edition.rewards[*place].key)));
    Partner {
        id: address::anchor(Kind::Partner, &entry.key),
        name: texts.name.clone(),
        kind: entry.extra.kind.get(context.locale).clone(),
        summary: texts.summary.clone(),
        url: entry.extra.url.clone(),
        provides: provides.filter_map(|(kind, key)| context.link(kind, key)).collect(),
        all_benefits: (benefits.len() > preview)
            .then(|| context.overview(Route::Benefits, "all-benefits"))
            .flatten(),
        body: body(context, entry),
    }
}
