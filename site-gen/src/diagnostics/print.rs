//! Diagnostics for a person (with the text underlined) and for a program (JSON).

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use serde_json::{Value as Json, json};

use super::{Diagnostic, Diagnostics, Message, Severity, Sources, Span, Wording};

/// For a person: each with its file, line and column and the text underlined, and a summary at the end.
pub fn human(diagnostics: &Diagnostics, sources: &Sources, wording: &Wording, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut text = String::new();
    for diagnostic in diagnostics.sorted() {
        text.push_str(&one(diagnostic, sources, wording, &renderer));
        text.push_str("\n\n");
    }
    let (errors, warnings) = diagnostics.count();
    if errors + warnings > 0 {
        text.push_str(&wording.summary(errors, warnings));
        text.push('\n');
    }
    text
}

fn one(diagnostic: &Diagnostic, sources: &Sources, wording: &Wording, renderer: &Renderer) -> String {
    let name = wording.severity(diagnostic.severity());
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = wording.message(diagnostic);
    let (line, start, source) = shown_lines(diagnostic, sources);
    let underlined = |span: Span| visible(source, span.start.max(start) - start..span.end.max(start) - start);
    let mut snippet = Snippet::source(source)
        .line_start(line)
        .path(&*diagnostic.at.file)
        .annotation(AnnotationKind::Primary.span(underlined(diagnostic.at.span)));
    for location in diagnostic.related.iter().filter(|location| location.file == diagnostic.at.file) {
        snippet = snippet.annotation(AnnotationKind::Context.span(underlined(location.span)));
    }
    let mut group: Group<'_> =
        level.with_name(name.as_str()).primary_title(&message).id(diagnostic.message.code()).element(snippet);
    let (nearest, hint) = (wording.nearest(diagnostic), wording.hint(diagnostic));
    let help = wording.word("help");
    for hint in nearest.iter().chain(&hint) {
        group = group.element(Level::HELP.with_name(help.as_str()).message(hint));
    }
    let elsewhere: Vec<_> = (diagnostic.related.iter())
        .filter(|location| location.file != diagnostic.at.file)
        .map(|location| {
            let (line, column) = sources.position(&location.file, location.span.start);
            format!("{}:{line}:{column}", location.file)
        })
        .collect();
    let note = wording.word("note");
    for location in &elsewhere {
        group = group.element(Level::NOTE.with_name(note.as_str()).message(location));
    }
    let why = wording.word("why");
    let explained = diagnostic.explained.as_ref().map(|explained| explained.lines(wording.tag()).join("\n"));
    if let Some(explained) = &explained {
        group = group.element(Level::NOTE.with_name(why.as_str()).message(explained));
    }
    renderer.render(&[group])
}

/// The lines of a diagnostic's file that are to be shown, with the first one's number and first byte: the renderer
/// would look at the whole file for each of many mistakes.
fn shown_lines<'a>(diagnostic: &Diagnostic, sources: &'a Sources) -> (usize, usize, &'a str) {
    let file = &diagnostic.at.file;
    let text = sources.text(file);
    let related =
        diagnostic.related.iter().filter(|location| location.file == *file).map(|location| location.span);
    let (start, end) = related
        .fold((diagnostic.at.span.start, diagnostic.at.span.end), |(start, end), span| {
            (start.min(span.start), end.max(span.end))
        });
    let (line, start) = sources.line(file, start.min(text.len()));
    let end = visible(text, end..end).end;
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    (line, start, &text[start..end])
}

/// A span that can be underlined: inside the text, on the boundaries of characters.
fn visible(source: &str, span: Range<usize>) -> Range<usize> {
    let clamp = |mut at: usize| {
        at = at.min(source.len());
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = clamp(span.start);
    start..clamp(span.end).max(start)
}

/// For a program: `{"diagnostics": […]}`.
pub fn json(diagnostics: &Diagnostics, sources: &Sources, wording: &Wording) -> Json {
    let all = diagnostics.sorted().into_iter().map(|diagnostic| entry(diagnostic, sources, wording));
    json!({ "diagnostics": all.collect::<Vec<_>>() })
}

fn entry(diagnostic: &Diagnostic, sources: &Sources, wording: &Wording) -> Json {
    let at = &diagnostic.at;
    let (line, column) = sources.position(&at.file, at.span.start);
    let (end_line, end_column) = sources.position(&at.file, at.span.end);
    let severity = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut entry = json!({
        "code": diagnostic.message.code(),
        "severity": severity,
        "message": wording.message(diagnostic),
        "file": &*at.file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    });
    if let Some(hint) = wording.hint(diagnostic) {
        entry["hint"] = Json::String(hint);
    }
    if let Some(nearest) = &diagnostic.nearest {
        entry["nearest"] = Json::String(nearest.clone());
    }
    if !diagnostic.related.is_empty() {
        let location = |location: &super::Location| {
            let (line, column) = sources.position(&location.file, location.span.start);
            json!({ "file": &*location.file, "line": line, "column": column })
        };
        entry["related"] = diagnostic.related.iter().map(location).collect();
    }
    if let Some(explained) = &diagnostic.explained {
        entry["explanation"] = explained.lines(wording.tag()).into();
    }
    if let Message::Cycle { way } = &diagnostic.message {
        entry["way"] = way.split(" → ").collect();
    }
    entry
}
