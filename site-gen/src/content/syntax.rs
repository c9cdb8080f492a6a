//! What is wrong where a file is no TOML, in an author's terms: the parser says what it had expected next, which is
//! often far from the slip of the pen.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::decimal;
use crate::diagnostics::{DecimalProblem, Message, Span, SyntaxProblem};

/// The parser's words for what needs no closer look.
const PROBLEMS: &[(&str, SyntaxProblem)] = &[
    ("key with no value", SyntaxProblem::NoEquals),
    ("missing assignment", SyntaxProblem::NoEquals),
    ("invalid inline table", SyntaxProblem::NoEquals),
    ("missing value", SyntaxProblem::NoValue),
    ("invalid unquoted key", SyntaxProblem::BadKey),
    ("unquoted keys cannot be empty", SyntaxProblem::NoKey),
    ("missing key", SyntaxProblem::NoKey),
    ("missing comma", SyntaxProblem::MissingComma),
    ("extra assignment", SyntaxProblem::MissingComma),
    ("extra comma", SyntaxProblem::ExtraComma),
    ("extra `=`", SyntaxProblem::RestOfLine),
    ("unexpected `=`", SyntaxProblem::RestOfLine),
    ("unexpected key or value", SyntaxProblem::RestOfLine),
    ("cannot extend", SyntaxProblem::TableTwice),
    ("missing escaped value", SyntaxProblem::Escape),
    ("too few unicode", SyntaxProblem::Escape),
    ("invalid value", SyntaxProblem::Escape),
    ("unclosed", SyntaxProblem::OpenBracket),
];

/// The parser's words for a number that is none.
const NUMBERS: &[&str] = &[
    "invalid mantissa",
    "invalid fraction",
    "invalid exponent",
    "invalid float",
    "invalid integer number",
    "invalid hexadecimal number",
    "invalid octal number",
    "invalid binary number",
    "redundant",
    "integers with a radix",
    "radix must be lowercase",
    "`_` may only",
];

/// What the parser found: where and in what words.
pub(super) struct Found<'a> {
    pub at: Range<usize>,
    pub words: &'a str,
}

/// Splits a file at its headers. A line that looks like a header is one even inside brackets: one that was not
/// closed must not take the rest of the file with it.
pub(super) fn sections(text: &str) -> Vec<Range<usize>> {
    let (mut sections, mut start) = (Vec::new(), 0);
    let tokens: Vec<_> = Source::new(text).lex().collect();
    for line in tokens.split_inclusive(|token| token.kind() == TokenKind::Newline) {
        if is_header(text, line) {
            let next = line[0].span().start();
            sections.push(start..next);
            start = next;
        }
    }
    sections.push(start..text.len());
    sections
}

fn is_header(text: &str, line: &[Token]) -> bool {
    use TokenKind::{
        Atom, BasicString, Comment, Dot, Eof, LeftSquareBracket, Newline, RightSquareBracket, Whitespace,
    };
    let solid: Vec<_> =
        line.iter().filter(|token| !matches!(token.kind(), Whitespace | Comment | Newline | Eof)).collect();
    let opening = solid.iter().take_while(|token| token.kind() == LeftSquareBracket).count();
    let closing = solid.iter().rev().take_while(|token| token.kind() == RightSquareBracket).count();
    if !(1..=2).contains(&opening) || opening != closing {
        return false;
    }
    let name = solid.get(opening..solid.len() - closing).unwrap_or_default();
    let starts = |token: &&Token| text[token.span().start()..].starts_with(|c: char| c.is_ascii_alphabetic());
    name.first().is_some_and(starts)
        && name.iter().all(|token| matches!(token.kind(), Atom | Dot | BasicString))
}

/// The one message for a section in which the parser found something, all of which follows from the first mistake
/// as a rule. `found` is not empty.
pub(super) fn explain(text: &str, found: &[Found<'_>]) -> (Span, Message) {
    let tokens: Vec<_> = Source::new(text).lex().collect();
    let first = found.iter().min_by_key(|found| found.at.start).expect("the parser found something");
    let at = first.at.start;
    (foreign(text, &tokens, first).or_else(|| open_text(&tokens, first)))
        .or_else(|| bracket(&tokens, found))
        .unwrap_or_else(|| by_words(text, &tokens, first, at))
}

/// A full-width or typographic character that stands where only an ASCII one has a meaning, or a control character.
fn foreign(text: &str, tokens: &[Token], first: &Found<'_>) -> Option<(Span, Message)> {
    let line_start = text[..first.at.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[first.at.start..].find('\n').map_or(text.len(), |at| first.at.start + at);
    let atoms = tokens.iter().filter(|token| {
        token.kind() == TokenKind::Atom
            && token.span().start() >= line_start
            && token.span().end() <= line_end
    });
    for atom in atoms {
        let start = atom.span().start();
        let atom = &text[start..atom.span().end()];
        // A bare Chinese text wants quotation marks, whatever else is in it.
        let is_text = atom.chars().any(|c| !c.is_ascii() && c.is_alphabetic() && !is_wide(c));
        for (offset, c) in atom.char_indices() {
            let problem = match c {
                _ if c.is_control() => SyntaxProblem::Control,
                _ if is_wide(c) && (offset == 0 || !is_text) => SyntaxProblem::FullWidth,
                _ => continue,
            };
            let start = start + offset;
            return Some(syntax(start..start + c.len_utf8(), problem, c.escape_debug().to_string()));
        }
    }
    None
}

/// Punctuation, letters and digits of Chinese input methods that are taken for ASCII ones.
fn is_wide(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '、' | '。' | '【' | '】' | '\u{3000}' | '\u{ff01}'..='\u{ff5e}')
}

/// A text whose closing quotation mark is missing.
fn open_text(tokens: &[Token], first: &Found<'_>) -> Option<(Span, Message)> {
    let strings = ["invalid basic string", "invalid literal string", "invalid multi-line"];
    if !strings.iter().any(|words| first.words.starts_with(words)) {
        return None;
    }
    if first.words.contains("visible characters") {
        let end = first.at.end.max(first.at.start);
        return Some(syntax(first.at.start..end, SyntaxProblem::Control, String::new()));
    }
    let string = tokens.iter().find(|token| {
        token.kind().encoding().is_some()
            && (token.span().start()..=token.span().end()).contains(&first.at.start)
    })?;
    Some(syntax(string.span().start()..string.span().end(), SyntaxProblem::OpenText, String::new()))
}

/// A bracket that is not closed, or that closes nothing.
fn bracket(tokens: &[Token], found: &[Found<'_>]) -> Option<(Span, Message)> {
    use TokenKind::{LeftCurlyBracket, LeftSquareBracket, RightCurlyBracket, RightSquareBracket};
    let mut open: Vec<&Token> = Vec::new();
    let location = |token: &Token| token.span().start()..token.span().end();
    for token in tokens {
        let opening = match token.kind() {
            LeftSquareBracket | LeftCurlyBracket => {
                open.push(token);
                continue;
            }
            RightSquareBracket => LeftSquareBracket,
            RightCurlyBracket => LeftCurlyBracket,
            _ => continue,
        };
        match open.pop() {
            Some(last) if last.kind() == opening => {}
            Some(last) => return Some(syntax(location(last), SyntaxProblem::OpenBracket, String::new())),
            None => return Some(syntax(location(token), SyntaxProblem::StrayBracket, String::new())),
        }
    }
    let unclosed = found.iter().any(|found| found.words.starts_with("unclosed"));
    let last = open.last().filter(|_| unclosed)?;
    Some(syntax(location(last), SyntaxProblem::OpenBracket, String::new()))
}

fn by_words(text: &str, tokens: &[Token], first: &Found<'_>, at: usize) -> (Span, Message) {
    let slice = &text[first.at.clone()];
    let value = run(tokens, at);
    let raw = text[value.clone()].to_owned();
    let said = |words: &str| first.words.starts_with(words);
    if said("duplicate key") {
        return (first.at.clone().into(), Message::DuplicateKey { key: slice.trim().to_owned() });
    }
    if said("string values must be quoted") {
        return unquoted(first.at.clone(), slice, is_inside(tokens, at));
    }
    if said("invalid date") || said("invalid time") || said("invalid offset") {
        return (value.into(), Message::BadDate { text: raw });
    }
    if NUMBERS.iter().any(|words| said(words)) || (said("unexpected key or value") && is_number(&raw)) {
        let problem = match decimal::from_text(&raw) {
            Ok(_) if raw.ends_with(['%', '万', '亿']) => {
                return syntax(value, SyntaxProblem::Unquoted, raw);
            }
            Ok(_) => DecimalProblem::Malformed,
            Err(problem) => problem,
        };
        return (value.into(), Message::BadDecimal { text: raw, problem });
    }
    if said("unexpected leading zero") {
        return syntax(value, SyntaxProblem::LeadingZero, raw);
    }
    if said("carriage return") {
        return syntax(at.saturating_sub(1)..at, SyntaxProblem::Control, String::new());
    }
    if said("invalid boolean") {
        return syntax(value, SyntaxProblem::Boolean, raw);
    }
    let colon = || text[..at.min(text.len())].rfind(['\n', '{', ',']).map_or(0, |at| at + 1)..text.len();
    let colon = text[colon()].find([':', '=', '\n']).map(|found| colon().start + found);
    let colon = colon.filter(|&colon| text.as_bytes()[colon] == b':');
    if (said("key with no value") || said("missing assignment") || said("invalid unquoted key"))
        && let Some(colon) = colon
    {
        return syntax(colon..colon + 1, SyntaxProblem::Colon, ":".to_owned());
    }
    match PROBLEMS.iter().find(|(words, _)| said(words)) {
        Some((_, problem)) => syntax(first.at.clone(), *problem, slice.to_owned()),
        None => syntax(first.at.clone(), SyntaxProblem::Other, first.words.to_owned()),
    }
}

/// A value without quotation marks that is no number, date or flag.
fn unquoted(at: Range<usize>, slice: &str, inside: bool) -> (Span, Message) {
    let text = slice.trim().to_owned();
    let end = at.start + slice.trim_end().len();
    let at = at.start..end;
    let date = text.split(['/', '.', '年', '月', '日']).filter(|part| !part.is_empty());
    let date = text.contains(['/', '年'])
        && date.clone().count() == 3
        && date.clone().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if date {
        return (at.into(), Message::BadDate { text });
    }
    let two = text.split_once([' ', '\t']).is_some_and(|(first, _)| is_scalar(first));
    if two && inside {
        return syntax(at, SyntaxProblem::MissingComma, text);
    }
    if is_number(&text) && decimal::from_text(&text) == Err(DecimalProblem::Separator) {
        return (at.into(), Message::BadDecimal { text, problem: DecimalProblem::Separator });
    }
    let problem = if text.is_empty() {
        SyntaxProblem::NoValue
    } else if two {
        SyntaxProblem::RestOfLine
    } else {
        SyntaxProblem::Unquoted
    };
    syntax(at, problem, text)
}

/// Whether a place is inside brackets.
fn is_inside(tokens: &[Token], at: usize) -> bool {
    use TokenKind::{LeftCurlyBracket, LeftSquareBracket, RightCurlyBracket, RightSquareBracket};
    let before = tokens.iter().take_while(|token| token.span().start() < at);
    let depth = before.fold(0_usize, |depth, token| match token.kind() {
        LeftSquareBracket | LeftCurlyBracket => depth + 1,
        RightSquareBracket | RightCurlyBracket => depth.saturating_sub(1),
        _ => depth,
    });
    depth > 0
}

/// A number, a date or a flag as TOML has them.
fn is_scalar(text: &str) -> bool {
    matches!(text, "true" | "false") || text.starts_with(|c: char| c.is_ascii_digit()) && !text.ends_with(':')
}

/// Whether a text has digits and what people put between them.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        && text.contains(',')
        && text.chars().all(|c| c.is_ascii_digit() || "+-.,_".contains(c))
        || text.contains(' ') && text.chars().all(|c| c.is_ascii_digit() || " .".contains(c))
}

/// The tokens around a place that stand together without space, as a number does that was written wrongly.
fn run(tokens: &[Token], at: usize) -> Range<usize> {
    use TokenKind::{Atom, Comma, Dot};
    let part = |token: &Token| matches!(token.kind(), Atom | Dot | Comma);
    let touches = |token: &Token| (token.span().start()..=token.span().end()).contains(&at) && part(token);
    let Some(here) = tokens.iter().position(touches) else { return at..at };
    let start = tokens[..here].iter().rposition(|token| !part(token)).map_or(0, |found| found + 1);
    let end = tokens[here..].iter().position(|token| !part(token)).map_or(tokens.len(), |found| here + found);
    let run = &tokens[start..end];
    let from = run.iter().find(|token| token.kind() != Comma).unwrap_or(&run[0]);
    let to = run.iter().rfind(|token| token.kind() != Comma).unwrap_or(&run[0]);
    from.span().start()..to.span().end().max(from.span().end())
}

fn syntax(at: Range<usize>, problem: SyntaxProblem, text: String) -> (Span, Message) {
    (at.into(), Message::Syntax { problem, text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::toml::parse;

    /// `offending text → problem` of each mistake.
    fn read(text: &str) -> Vec<String> {
        let describe = |(span, message): &(Span, Message)| {
            let what = match message {
                Message::Syntax { problem, text } => match problem {
                    SyntaxProblem::Other => text.clone(),
                    problem => problem.to_string(),
                },
                Message::BadDecimal { problem, .. } => problem.to_string(),
                message => message.code().to_owned(),
            };
            let before = text[..span.start].matches('\n').count() + 1;
            format!("{before}:{} {what}", &text[span.range()])
        };
        parse(text).1.iter().map(describe).collect()
    }

    #[test]
    fn a_slip_is_shown_where_it_was_made() {
        let mut wrong = Vec::new();
        for (text, expected) in [
            ("x = [1, 2\ny = 3\n", "1:[ open-bracket"),
            ("x = { k = 1\ny = 3\n[b]\nz = 1\n", "1:{ open-bracket"),
            ("x = { any = [{ k = 1 }, { k = 2 } }\ny = 3\n", "1:[ open-bracket"),
            ("x = [[\"a\", 1], [\"b\", 2]\n[k]\na = 1\n", "1:[ open-bracket"),
            ("x = [1, 2]]\n", "1:] stray-bracket"),
            ("x = 1}\n", "1:} stray-bracket"),
            ("x = \"abc\ny = 3\n", "1:\"abc open-text"),
            ("x = 'abc\ny = 3\n", "1:'abc open-text"),
            ("x = \"\"\"abc\ny = 3\n[b]\nz = 1", "1:\"\"\"abc\ny = 3\n[b]\nz = 1 open-text"),
            ("x = [\"app\", \"branch]\ny = 3\n", "1:\"branch] open-text"),
            ("x = abc\n", "1:abc unquoted"),
            ("x = 金卡，专享\n", "1:金卡，专享 unquoted"),
            ("x = 50万\n", "1:50万 unquoted"),
            ("x = 50%\n", "1:50% unquoted"),
            ("x = “abc”\n", "1:“ full-width"),
            ("x = “金卡”\n", "1:“ full-width"),
            ("x ＝ 1\n", "1:＝ full-width"),
            ("x = [\"a\"，\"b\"]\n", "1:， full-width"),
            ("x = １２\n", "1:１ full-width"),
            ("x = 1\0\n", "1:\0 control"),
            ("x = \"a\u{1}b\"\n", "1:\u{1} control"),
            ("x\ny = 3\n", "1: no-equals"),
            ("x =\ny = 3\n", "1: no-value"),
            ("= 3\n", "1: no-key"),
            ("x: 1\n", "1:: colon"),
            ("x = { a: 1 }\n", "1:: colon"),
            ("姓名 = 1\n", "1:姓名 bad-key"),
            ("x = 1 y = 3\n", "1:1 y rest-of-line"),
            ("x = 1 // c\n", "1:1 // c rest-of-line"),
            ("x = \"a\"b\"\n", "1: rest-of-line"),
            ("x == 1\n", "1:= rest-of-line"),
            ("[a\nx = 1\n", "1:[ open-bracket"),
            ("[[a]\nx = 1\n", "1:[ open-bracket"),
            ("[a]]\nx = 1\n", "1:] stray-bracket"),
            ("x = 012\n", "1:012 leading-zero"),
            ("x = 1__2\n", "1:1__2 malformed"),
            ("x = .5\n", "1:.5 point"),
            ("x = 5.\n", "1:5. point"),
            ("x = 1,000\n", "1:1,000 separator"),
            ("x = 1 000\n", "1:1 000 separator"),
            ("x = 0xZZ\n", "1:0xZZ malformed"),
            ("x = True\n", "1:True boolean"),
            ("x = 2026-02-30\n", "1:2026-02-30 bad-date"),
            ("x = 2026-3-1\n", "1:2026-3-1 bad-date"),
            ("x = 2026/03/01\n", "1:2026/03/01 bad-date"),
            ("x = 2026年3月1日\n", "1:2026年3月1日 bad-date"),
            ("x = [1 2]\n", "1:1 2 missing-comma"),
            ("x = { a = 1 b = 2 }\n", "1:1 b missing-comma"),
            ("x = { a = \"1\" b = 2 }\n", "1: missing-comma"),
            ("x = [1,,2]\n", "1:, extra-comma"),
            ("x = { a = 1,, b = 2 }\n", "1: extra-comma"),
            ("x = \"a\\q\"\n", "1: escape"),
            ("x = 1\nx = 2\n", "2:x duplicate-key"),
            ("[a]\nx = 1\n[a]\ny = 2\n", "3:a duplicate-key"),
            ("x = { b = 1 }\nx.y = 2\n", "2:x table-twice"),
        ] {
            let found = read(text);
            if found != [expected] {
                wrong.push(format!("{text:?}: {found:?}, not {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn each_section_has_its_own_mistake() {
        let text = "[a]\nx = [1, 2\n[b]\ny = \"c\n[c]\nz = 1\n[d]\nz = 1\nz = 2\n[c]\nz = 3\n";
        assert_eq!(
            read(text),
            ["2:[ open-bracket", "4:\"c open-text", "9:z duplicate-key", "10:c duplicate-key",]
        );
    }
}
