//! The simulator's page: the app as the server renders it, and what the browser needs to bring it to life.

use super::super::address;
use super::super::context::Context;
use super::super::frame::Head;
use super::super::site::{Writer, names_file, rule_book_file};
use super::super::templates::TemplateError;
use super::super::view::{Html, Link, SimulatorView};
use crate::embedded::APP;

const FOLDER: &str = "simulator/";

/// The simulator.
pub(super) fn pages(writer: &mut Writer<'_, '_>) -> Result<(), TemplateError> {
    let context = writer.context;
    let path = format!("{}{FOLDER}", context.prefix());
    let file = |target: &str| address::href(&path, target);
    let root = context.href(FOLDER, "");
    let app = simulator::render(&context.catalogue.book, context.names(), context.today, &root);
    let data = [
        ("rulebook", file(&rule_book_file())),
        ("names", file(&names_file(context.locale))),
        ("fingerprint", app.fingerprint),
        ("today", context.today.to_string()),
        ("root", root),
    ];
    let view = SimulatorView {
        page: context.page(Head {
            folder: FOLDER.to_owned(),
            title: context.word("kind-simulator"),
            description: Some(context.word("simulator-lead")),
            above: None,
        }),
        summary: Some(context.word("simulator-lead")),
        app: Html(app.markup),
        boot: APP.map(|app| file(&app.boot())),
        data: data.map(|(name, value)| (name.to_owned(), value)).into(),
        rules: rules(context),
    };
    writer.page(FOLDER, &view)
}

/// Where the rules can be read by those whose browser does not run the app.
fn rules(context: &Context<'_>) -> Vec<Link> {
    let links = [
        ("terms/", "kind-terms"),
        ("tier/", "kind-tiers"),
        ("compare/", "kind-compare"),
        ("points/", "kind-points"),
    ];
    links.into_iter().filter_map(|(folder, key)| context.overview(FOLDER, folder, key)).collect()
}
