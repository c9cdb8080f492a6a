//! TOML to values.

use toml::de::{DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

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
    let table = convert_table(table.into_inner());
    let errors = if errors.is_empty() { Vec::new() } else { syntax_errors(text) };
    (table, errors)
}

/// The first error of each section. What follows an error within its section is mostly its echo, so the text is
/// read anew from the next `[header]` on.
fn syntax_errors(text: &str) -> Vec<(Span, Message)> {
    let mut found = Vec::new();
    let mut from = 0;
    loop {
        let (_, errors) = DeTable::parse_recoverable(&text[from..]);
        let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
        let Some(first) = first else { return found };
        let span = Span::from(first.span().unwrap_or(0..0)).shifted(from);
        let duplicate = first.message().starts_with("duplicate key");
        // A key that stands twice in two sections is not seen when the second is read alone, so nothing is lost.
        let message = if duplicate {
            Message::DuplicateKey { key: text[span.range()].trim().to_owned() }
        } else {
            Message::Syntax { detail: first.message().to_owned() }
        };
        found.push((span, message));
        let Some(next) = next_header(text, span.end.max(from + 1)) else { return found };
        from = next;
    }
}

/// Where the next line that is a `[header]` starts.
fn next_header(text: &str, after: usize) -> Option<usize> {
    let mut at = after + text.get(after..)?.find('\n')? + 1;
    for line in text[at..].split_inclusive('\n') {
        let content = line.split('#').next().unwrap_or_default().trim_end();
        let name = content.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.[]".contains(c);
        if name.is_some_and(|name| !name.is_empty() && name.chars().all(plain)) {
            return Some(at);
        }
        at += line.len();
    }
    None
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
