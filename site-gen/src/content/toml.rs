//! TOML to values.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error as TomlError};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::syntax;
use super::value::{Node, Spanned, Table, Value};
use crate::diagnostics::{Message, Span};

/// How deep brackets may nest: conditions of 64 levels take two brackets each.
const DEEPEST: usize = 256;

/// A file's table and its syntax errors. Where there are errors, the table is what could be read.
pub(crate) fn parse(text: &str) -> (Table, Vec<(Span, Message)>) {
    if let Some(span) = too_deep(text) {
        return (Table::default(), vec![(span, Message::TooDeep { most: DEEPEST })]);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return (convert_table(table.into_inner()), Vec::new());
    }
    // The first mistake of each section: what follows it in its section is mostly its echo.
    let mut found: Vec<(Span, Message)> = Vec::new();
    let mut rest = text.to_owned();
    let sections = syntax::sections(text);
    for section in &sections {
        let part = &text[section.clone()];
        let (_, errors) = DeTable::parse_recoverable(part);
        if !errors.is_empty() {
            let (span, message) = syntax::explain(part, &said(&errors));
            let span = span.shifted(section.start);
            found.push((span, message));
            blank(&mut rest, section.clone(), span);
        }
    }
    // Without them, what only shows when all sections are seen: a key that stands twice.
    let (table, errors) = DeTable::parse_recoverable(&rest);
    let mut errors = said(&errors);
    errors.sort_by_key(|error| error.at.start);
    let section_of = |error: &syntax::Found<'_>| {
        sections.partition_point(|section| section.start <= error.at.start).saturating_sub(1)
    };
    errors.dedup_by_key(|error| section_of(error));
    for error in errors {
        let section = sections[section_of(&error)].clone();
        let at = error.at.start - section.start..error.at.end - section.start;
        let error = syntax::Found { at, ..error };
        let (span, message) = syntax::explain(&rest[section.clone()], &[error]);
        found.push((span.shifted(section.start), message));
    }
    (convert_table(table.into_inner()), found)
}

/// Overwrites a section in which there is a mistake, all but its header if that is sound.
fn blank(text: &mut String, section: Range<usize>, mistake: Span) {
    let line_end = text[section.clone()].find('\n').map_or(section.end, |at| section.start + at);
    let has_header = text[section.clone()].starts_with('[');
    let start = if has_header && mistake.start > line_end { line_end } else { section.start };
    let blank: String = text[start..section.end]
        .bytes()
        .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' })
        .collect();
    text.replace_range(start..section.end, &blank);
}

fn said(errors: &[TomlError]) -> Vec<syntax::Found<'_>> {
    let each = errors.iter();
    each.map(|error| syntax::Found { at: error.span().unwrap_or(0..0), words: error.message() }).collect()
}

/// The first bracket or dot that nests deeper than anything of ours, before the parser has to follow it.
fn too_deep(text: &str) -> Option<Span> {
    let (mut brackets, mut dots) = (0_usize, 0_usize);
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => brackets += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                brackets = brackets.saturating_sub(1);
            }
            TokenKind::Dot => dots += 1,
            TokenKind::Newline | TokenKind::Equals | TokenKind::Comma => dots = 0,
            _ => {}
        }
        if brackets > DEEPEST || dots > DEEPEST {
            return Some(Span { start: token.span().start(), end: token.span().end() });
        }
    }
    None
}

fn convert_table(table: DeTable<'_>) -> Table {
    let mut entries: Vec<_> = table
        .into_iter()
        .map(|(key, value)| {
            let span = Span::from(key.span());
            (Spanned::new(key.into_inner().into_owned(), span), convert(value))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    Table { entries }
}

fn convert(value: toml::Spanned<DeValue<'_>>) -> Node {
    let span = Span::from(value.span());
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(integer) => Value::Number(match integer.radix() {
            10 => integer.as_str().to_owned(),
            // The prefix is not part of the digits; what matters is that it is refused.
            16 => format!("0x{}", integer.as_str()),
            8 => format!("0o{}", integer.as_str()),
            _ => format!("0b{}", integer.as_str()),
        }),
        DeValue::Float(float) => Value::Number(float.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(datetime) => Value::Date(datetime.to_string()),
        DeValue::Array(array) => Value::Array(array.into_iter().map(convert).collect()),
        DeValue::Table(table) => Value::Table(convert_table(table)),
    };
    Spanned { value, span }
}
