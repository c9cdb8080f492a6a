//! Every template of the default theme renders, with everything and with next to nothing, in every language it speaks.

use std::collections::BTreeSet;

use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;

mod fixture;

use fixture::{Amount, Rendered, pages};

fn all() -> Vec<(String, Rendered)> {
    let templates = Templates::load(&Theme::default()).unwrap_or_else(|error| panic!("{error}"));
    let mut all = Vec::new();
    for locale in ["zh-CN", "zh-TW", "en"] {
        for (amount, name) in [(Amount::Rich, "rich"), (Amount::Bare, "bare")] {
            let rendered = pages(&templates, locale, amount);
            all.extend(rendered.into_iter().map(|page| (format!("{locale} {name} {}", page.path), page)));
        }
    }
    all
}

#[test]
fn every_template_renders_in_every_language_rich_and_bare() {
    let failed: Vec<_> = all()
        .into_iter()
        .filter_map(|(name, page)| page.html.err().map(|error| format!("{name}: {error}")))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Templates that are no pages of their own: they are rendered as parts of every fixture.
const PARTS: &[&str] = &["base.html", "header.html", "footer.html"];

#[test]
fn every_page_template_has_a_fixture() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../themes/default/templates");
    let files: BTreeSet<String> = std::fs::read_dir(root)
        .expect("the theme's templates can be read")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        .filter(|name| name.contains('.') && !PARTS.contains(&name.as_str()))
        .collect();
    let rendered: BTreeSet<String> = all().iter().map(|(_, page)| page.template.to_owned()).collect();
    assert!(!files.is_empty());
    assert_eq!(files, rendered);
}

/// What the content security policy forbids, and what every page must have.
#[test]
fn pages_keep_the_policy_and_have_one_heading_and_one_main() {
    for (name, page) in all() {
        let html = page.html.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!html.contains(" style="), "{name}: a style attribute");
        assert!(!html.contains("<style"), "{name}: an inline style");
        assert!(!html.contains("<script>"), "{name}: an inline script");
        assert_eq!(html.matches("<h1").count(), 1, "{name}: headings of the page");
        assert_eq!(html.matches("<main").count(), 1, "{name}: main parts");
        assert!(html.contains("<html lang=\""), "{name}: no language");
        assert_heading_order(&name, &html);
        assert_unique_ids(&name, &html);
    }
}

/// No level is skipped on the way down.
fn assert_heading_order(name: &str, html: &str) {
    let mut last = 0;
    for rest in html.split("<h").skip(1) {
        let Some(level) = rest.chars().next().and_then(|c| c.to_digit(10)) else { continue };
        assert!(
            level <= last + 1,
            "{name}: a heading of level {level} follows one of {last}: {}",
            &rest[..rest.len().min(60)]
        );
        last = level;
    }
}

fn assert_unique_ids(name: &str, html: &str) {
    let mut seen = BTreeSet::new();
    for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(seen.insert(id), "{name}: two elements have the id `{id}`");
    }
}

#[test]
fn text_is_escaped() {
    let templates = Templates::load(&Theme::default()).unwrap_or_else(|error| panic!("{error}"));
    let view = site_gen::render::view::RedirectView {
        locale: "en".to_owned(),
        to: site_gen::render::view::Link { text: "<b>&".to_owned(), href: "x\"y".to_owned() },
    };
    let html = templates.render(&view).unwrap_or_else(|error| panic!("{error}"));
    assert!(html.contains("&lt;b&gt;&amp;") && !html.contains("<b>") && !html.contains("x\"y"), "{html}");
}
