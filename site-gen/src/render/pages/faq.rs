//! Questions and their answers, on one page.

use super::super::address::{self, Route, Target};
use super::super::context::Context;
use super::super::view::{FaqView, Question};
use super::{body, overview_frame};
use crate::catalogue::{Entry, FaqExtra};
use crate::content::Kind;

/// All questions.
pub(super) fn view(context: &Context<'_>) -> FaqView {
    FaqView {
        page: overview_frame(context, "kind-faq", "faq-lead"),
        summary: Some(context.word("faq-lead")),
        questions: context.edition.faq.iter().map(|entry| question(context, entry)).collect(),
    }
}

/// A question with its answer.
pub(super) fn question(context: &Context<'_>, entry: &Entry<FaqExtra>) -> Question {
    let anchor = address::anchor(Kind::Faq, &entry.key);
    let about = entry.extra.about.iter().filter_map(|thing| context.link(thing.kind, &thing.id));
    Question {
        href: context.href(Target { route: Route::Faq, anchor: Some(anchor.clone()) }),
        id: anchor,
        question: entry.name(context.locale).to_owned(),
        answer: body(context, entry).unwrap_or_default(),
        about: about.collect(),
    }
}
