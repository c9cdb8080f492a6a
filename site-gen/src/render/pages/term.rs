//! The glossary: the terms of the programme, on one page.

use super::super::address;
use super::super::context::Context;
use super::super::markdown;
use super::super::view::{GlossaryView, Term};
use super::overview_frame;
use crate::content::Kind;

/// The words of the programme.
pub(super) fn view(context: &Context<'_>) -> GlossaryView {
    let terms = context.edition.glossary.iter().map(|entry| {
        let texts = entry.texts(context.locale);
        let text = texts.summary.as_deref().or(texts.text.as_deref());
        Term {
            id: address::anchor(Kind::Term, &entry.key),
            name: texts.name.clone(),
            description: text.map(markdown::paragraph).unwrap_or_default(),
        }
    });
    GlossaryView {
        page: overview_frame(context, "kind-glossary", "glossary-lead"),
        summary: Some(context.word("glossary-lead")),
        terms: terms.collect(),
    }
}
