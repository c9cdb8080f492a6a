//! JSON to values: customers may be JSON of the same shape.

use jsonc_parser::ast::Value as Ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::value::{Node, Spanned, Table, Value};
use crate::diagnostics::{Message, Span, SyntaxProblem};

/// Strict JSON.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// A file's table and what is wrong with its syntax.
pub(crate) fn parse(text: &str) -> (Table, Vec<(Span, Message)>) {
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed,
        Err(error) => {
            let range = error.range();
            let message = match problem(error.kind()) {
                SyntaxProblem::Other => {
                    Message::Syntax { problem: SyntaxProblem::Other, text: error.kind().to_string() }
                }
                problem => Message::Syntax { problem, text: text[range.start..range.end].to_owned() },
            };
            return (Table::default(), vec![(Span { start: range.start, end: range.end }, message)]);
        }
    };
    let mut errors = Vec::new();
    let node = parsed.value.map(|value| convert(&value, &mut errors));
    match node {
        Some(Spanned { value: Value::Table(table), .. }) => (table, errors),
        other => {
            let (span, found) =
                other.map_or((Span::default(), "null"), |node| (node.span, node.value.kind()));
            let message = Message::WrongType { expected: "table".to_owned(), found: found.to_owned() };
            errors.push((span, message));
            (Table::default(), errors)
        }
    }
}

fn problem(kind: &ParseErrorKind) -> SyntaxProblem {
    match kind {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            SyntaxProblem::Comment
        }
        ParseErrorKind::ExpectedComma => SyntaxProblem::MissingComma,
        ParseErrorKind::TrailingCommasNotAllowed | ParseErrorKind::UnexpectedComma => {
            SyntaxProblem::ExtraComma
        }
        ParseErrorKind::ExpectedObjectValue => SyntaxProblem::NoValue,
        ParseErrorKind::ExpectedStringObjectProperty
        | ParseErrorKind::SingleQuotedStringsNotAllowed
        | ParseErrorKind::UnexpectedWord => SyntaxProblem::Unquoted,
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => SyntaxProblem::OpenText,
        ParseErrorKind::String(_) => SyntaxProblem::Escape,
        ParseErrorKind::UnterminatedArray | ParseErrorKind::UnterminatedObject => SyntaxProblem::OpenBracket,
        ParseErrorKind::UnexpectedCloseBrace | ParseErrorKind::UnexpectedCloseBracket => {
            SyntaxProblem::StrayBracket
        }
        ParseErrorKind::MultipleRootJsonValues => SyntaxProblem::RestOfLine,
        _ => SyntaxProblem::Other,
    }
}

fn convert(value: &Ast<'_>, errors: &mut Vec<(Span, Message)>) -> Node {
    let range = value.range();
    let span = Span { start: range.start, end: range.end };
    let value = match value {
        Ast::StringLit(text) => Value::Text(text.value.clone().into_owned()),
        Ast::NumberLit(number) => Value::Number(number.value.to_owned()),
        Ast::BooleanLit(flag) => Value::Flag(flag.value),
        Ast::NullKeyword(_) => Value::Null,
        Ast::Array(array) => {
            Value::Array(array.elements.iter().map(|element| convert(element, errors)).collect())
        }
        Ast::Object(object) => {
            let mut table = Table::default();
            for property in &object.properties {
                let range = property.name.range();
                let key = Spanned::new(property.name.as_str().to_owned(), range.start..range.end);
                if table.get(&key.value).is_some() {
                    errors.push((key.span, Message::DuplicateKey { key: key.value }));
                    continue;
                }
                let node = convert(&property.value, errors);
                table.entries.push((key, node));
            }
            Value::Table(table)
        }
    };
    Spanned { value, span }
}
