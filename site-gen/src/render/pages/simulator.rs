//! The simulator's page: the app as the server renders it, and what the browser needs to bring it to life.

use super::super::address::{self, Route};
use super::super::context::Context;
use super::super::view::{Html, Link, SimulatorView};
use super::overview_frame;
use crate::embedded::APP;

/// The simulator.
pub(super) fn view(context: &Context<'_>) -> SimulatorView {
    let root = context.href(Route::Home);
    let app = simulator::render(&context.catalogue.book, context.names(), context.today, &root);
    let data = [
        ("rulebook", context.file(address::RULE_BOOK)),
        ("names", context.file(&address::names(context.locale))),
        ("fingerprint", app.fingerprint),
        ("today", context.today.to_string()),
        ("root", root),
    ];
    SimulatorView {
        page: overview_frame(context, "kind-simulator", "simulator-lead"),
        summary: Some(context.word("simulator-lead")),
        app: Html(app.markup),
        boot: APP.map(|app| context.file(&app.boot())),
        data: data.map(|(name, value)| (name.to_owned(), value)).into(),
        rules: rules(context),
    }
}

/// Where the rules can be read by those whose browser does not run the app.
fn rules(context: &Context<'_>) -> Vec<Link> {
    let links = [
        (Route::Terms, "kind-terms"),
        (Route::Tiers, "kind-tiers"),
        (Route::Compare, "kind-compare"),
        (Route::Points, "kind-points"),
    ];
    links.into_iter().filter_map(|(route, key)| context.overview(route, key)).collect()
}
