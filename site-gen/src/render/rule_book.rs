//! The rule book as a text: what the terms say of every version, without a page around it.

use std::fmt::Write as _;

use super::address::Route;
use super::pages::terms;
use super::shared::{Build, Shared};
use super::templates::{TemplateError, Templates};
use super::view::{Clause, TermsPart};
use crate::catalogue::Catalogue;

/// All versions in a locale of the catalogue, oldest first: headings, numbered clauses, and lists below them.
pub fn text(catalogue: &Catalogue, templates: &Templates, locale: &str) -> Result<String, TemplateError> {
    let mut text = String::new();
    let shared = Shared::new(catalogue);
    for (place, version) in catalogue.book.rules().versions.iter().enumerate() {
        let from = version.from.first_day();
        let build = Build { catalogue, shared: &shared, today: from, theme: Some(templates) };
        let context = build.context(place, locale, Route::Terms);
        let date = context.day(from).text;
        let title = context.fill("terms-title-from", &[("date", &date)]);
        let parts = terms::parts(&context);
        if let Some(failure) = context.failure() {
            return Err(failure.clone());
        }
        let gap = if text.is_empty() { "" } else { "\n" };
        line(&mut text, format_args!("{gap}# {title}"));
        parts.iter().for_each(|part| section(&mut text, part));
    }
    Ok(text)
}

fn section(text: &mut String, part: &TermsPart) {
    line(text, format_args!("\n## {} {}\n", part.number, part.title));
    for clause in &part.clauses {
        match &clause.title {
            None => line(text, format_args!("{} {}", clause.number, clause.text)),
            Some(title) => {
                line(text, format_args!("{} {title}", clause.number));
                if !clause.text.is_empty() {
                    line(text, format_args!("  {}", clause.text));
                }
            }
        }
        clause.clauses.iter().for_each(|clause| point(text, clause, 1));
    }
}

/// A point of a list, with those below it.
fn point(text: &mut String, clause: &Clause, depth: usize) {
    line(text, format_args!("{:indent$}- {}", "", clause.text, indent = depth * 2));
    clause.clauses.iter().for_each(|clause| point(text, clause, depth + 1));
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    writeln!(text, "{words}").expect("a string takes all");
}
