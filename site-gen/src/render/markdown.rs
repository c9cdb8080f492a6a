//! Markdown to HTML: live values filled in, links and images resolved, raw HTML sanitised. The same conversion
//! serves pages (which take the HTML) and checks (which take the mistakes).

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use ammonia::Builder;
use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
    html,
};

use super::context::Context;
use super::live::{self, Live};
use super::view::Html;
use crate::catalogue::Body;
use crate::content::Kind;
use crate::diagnostics::{Diagnostic, Location, Message, Span};

/// A body as HTML for the page of a context, with what is wrong in it.
pub fn render(context: &Context<'_>, body: &Body) -> (Html, Vec<Diagnostic>) {
    let mut writer = Writer::new(context, body);
    let events = writer.events();
    let mut text = String::with_capacity(body.markdown.len() * 2);
    html::push_html(&mut text, events.into_iter());
    // The policy forbids style attributes; the theme has classes for aligned cells.
    for side in ["left", "center", "right"] {
        replace(&mut text, &format!(" style=\"text-align: {side}\""), &format!(" class=\"align-{side}\""));
    }
    let text = if writer.is_plain { as_sanitised(text) } else { sanitised(&text) };
    (Html(text), writer.found)
}

/// What is wrong in a body. Links and names lead to the same things from every page, so that it is checked once.
pub fn check(context: &Context<'_>, body: &Body) -> Vec<Diagnostic> {
    // Nothing else begins a link, an image, raw HTML or a live value, or hides the beginning of one.
    if !body.markdown.contains(['[', '<', '{', '&', '\\']) {
        return Vec::new();
    }
    let mut writer = Writer::new(context, body);
    writer.events();
    writer.found
}

/// HTML without what could act or load.
fn sanitised(html: &str) -> String {
    SANITISER.clean(html).to_string()
}

/// What [`sanitised`] makes of HTML that was written by the Markdown library alone, which closes what it opens and
/// escapes what is text: nothing is taken out of it, but a few things are written in another way. Parsing it again would
/// take most of a page's time.
fn as_sanitised(mut html: String) -> String {
    replace(&mut html, "<br />", "<br>");
    replace(&mut html, "<hr />", "<hr>");
    replace(&mut html, "&#x27;", "'");
    replace(&mut html, "&#39;", "'");
    replace(&mut html, "\u{a0}", "&nbsp;");
    if !html.contains("<a ") {
        return html;
    }
    let mut text = String::with_capacity(html.len() + 128);
    let mut rest = html.as_str();
    while let Some(end) = rest.find("<a ").and_then(|start| Some(start + rest[start..].find('>')?)) {
        text.push_str(&rest[..end]);
        text.push_str(" rel=\"noopener\"");
        rest = &rest[end..];
    }
    text.push_str(rest);
    text
}

fn replace(text: &mut String, from: &str, to: &str) {
    if text.contains(from) {
        *text = text.replace(from, to);
    }
}

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["section"])
        .add_tag_attributes("sup", ["id", "class"])
        .add_tag_attributes("div", ["id", "class"])
        .add_tag_attributes("th", ["class"])
        .add_tag_attributes("td", ["class"])
        .rm_tag_attributes("th", ["style"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(Some("noopener"));
    builder
});

struct Writer<'a> {
    context: &'a Context<'a>,
    body: &'a Body,
    found: Vec<Diagnostic>,
    in_code: bool,
    /// For each open link, whether it is kept.
    links: Vec<bool>,
    /// Whether there is nothing in it that has to be sanitised.
    is_plain: bool,
}

impl<'a> Writer<'a> {
    fn new(context: &'a Context<'a>, body: &'a Body) -> Self {
        // The sanitiser drops some control characters.
        let is_plain = !body.markdown.contains(|c: char| c.is_control() && c != '\n' && c != '\t');
        Self { context, body, found: Vec::new(), in_code: false, links: Vec::new(), is_plain }
    }

    /// What the body says, links resolved and live values filled in.
    fn events(&mut self) -> Vec<Event<'a>> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        let parser = Parser::new_ext(&self.body.markdown, options).into_offset_iter();
        let mut events = Vec::new();
        for (event, range) in TextMergeWithOffset::new(parser) {
            self.event(event, range, &mut events);
        }
        events
    }

    fn event<'e>(&mut self, event: Event<'e>, range: std::ops::Range<usize>, out: &mut Vec<Event<'e>>) {
        match event {
            Event::Text(text) if !self.in_code => self.text(text, range.start, out),
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                // The name of a language would be a class, which no theme knows.
                out.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
            }
            Event::End(end @ TagEnd::CodeBlock) => {
                self.in_code = false;
                out.push(Event::End(end));
            }
            // The page has the first heading.
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                out.push(Event::Start(Tag::Heading { level: lower(level), id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => {
                out.push(Event::End(TagEnd::Heading(lower(level))));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let target = self.link(&dest_url, range);
                self.links.push(target.is_some());
                if let Some(target) = target {
                    self.is_plain &= is_plain_address(&target);
                    out.push(Event::Start(Tag::Link { link_type, dest_url: target.into(), title, id }));
                }
            }
            Event::End(end @ TagEnd::Link) => {
                if self.links.pop().unwrap_or(true) {
                    out.push(Event::End(end));
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let target = self.image(&dest_url, range);
                self.is_plain = false;
                out.push(Event::Start(Tag::Image { link_type, dest_url: target.into(), title, id }));
            }
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::Start(Tag::FootnoteDefinition(_)) => {
                self.is_plain = false;
                out.push(event);
            }
            event => out.push(event),
        }
    }

    /// Text with live values: `{{ tier.gold.qualify }}`.
    fn text<'e>(&mut self, text: CowStr<'e>, start: usize, out: &mut Vec<Event<'e>>) {
        if !text.contains("{{") {
            out.push(Event::Text(text));
            return;
        }
        let mut rest = &*text;
        // Where in the source: the text is not the source's where there are escapes or entities in it.
        let mut at = start;
        while let Some(open) = rest.find("{{") {
            let before = &rest[..open];
            if !before.is_empty() {
                out.push(Event::Text(before.to_owned().into()));
            }
            let inner = &rest[open + 2..];
            let Some(close) = inner.find("}}") else {
                let at = self.find_in_source("{{", at);
                self.report(at, Message::OpenReference {});
                return;
            };
            at = self.find_in_source("{{", at).end;
            self.reference(inner[..close].trim(), at, out);
            at = self.find_in_source("}}", at).end;
            rest = &inner[close + 2..];
        }
        if !rest.is_empty() {
            out.push(Event::Text(rest.to_owned().into()));
        }
    }

    fn reference(&mut self, reference: &str, start: usize, out: &mut Vec<Event<'_>>) {
        match live::resolve(self.context, reference) {
            Ok(Live::Name { text, href: Some(href) }) if self.links.is_empty() => {
                let (link_type, title, id) = (LinkType::Inline, "".into(), "".into());
                out.push(Event::Start(Tag::Link { link_type, dest_url: href.into(), title, id }));
                out.push(Event::Text(text.into()));
                out.push(Event::End(TagEnd::Link));
            }
            Ok(live) => out.push(Event::Text(live.text().to_owned().into())),
            Err(unknown) => {
                let span = self.find_in_source(reference, start);
                let location = self.location(span);
                let message = Message::UnknownReference { reference: reference.to_owned() };
                self.found.push(Diagnostic::new(location, message).nearest(unknown.nearest));
            }
        }
    }

    /// Where a link leads; `None` if it may not lead there.
    fn link(&mut self, target: &str, range: std::ops::Range<usize>) -> Option<String> {
        if target.is_empty() || target.starts_with('#') {
            return Some(target.to_owned());
        }
        if let Some(scheme) = scheme(target) {
            if matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") {
                return Some(target.to_owned());
            }
            self.report(range, Message::ScriptLink { target: target.to_owned() });
            return None;
        }
        let (path, anchor) =
            target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
        let Some(path) = self.inside(path, range.clone()) else { return Some(String::new()) };
        if let Some(asset) = path.strip_prefix("assets/") {
            return Some(self.asset(asset, target, range));
        }
        if let Some(address) = content_file(&path).and_then(|(kind, id)| self.context.link(kind, id)) {
            return Some(address.href);
        }
        let folder = if path.is_empty() || path.ends_with('/') { path } else { format!("{path}/") };
        if !self.context.has_folder(&folder) {
            self.report(range, Message::BrokenLink { target: target.to_owned() });
            return Some(String::new());
        }
        let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        Some(self.context.href_below(&format!("{folder}{anchor}")))
    }

    /// Where an image is: among the programme's own files.
    fn image(&mut self, target: &str, range: std::ops::Range<usize>) -> String {
        if scheme(target).is_some() || target.starts_with("//") {
            self.report(range, Message::PathOutside { path: target.to_owned() });
            return String::new();
        }
        let Some(path) = self.inside(target, range.clone()) else { return String::new() };
        let asset = path.strip_prefix("assets/").unwrap_or(&path).to_owned();
        self.asset(&asset, target, range)
    }

    /// A path in the content folder: from its root, or with `./` or `../` from the file.
    fn inside(&mut self, path: &str, range: std::ops::Range<usize>) -> Option<String> {
        let from_file = path.starts_with("./") || path.starts_with("../");
        let mut parts: Vec<&str> = Vec::new();
        if from_file {
            parts.extend(self.body.file.rsplit_once('/').map_or("", |(folder, _)| folder).split('/'));
            parts.retain(|part| !part.is_empty());
        }
        let slash = if path.ends_with('/') { "/" } else { "" };
        for part in path.trim_start_matches('/').split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    if parts.pop().is_none() {
                        self.report(range, Message::PathOutside { path: path.to_owned() });
                        return None;
                    }
                }
                part => parts.push(part),
            }
        }
        let inside = parts.join("/");
        Some(if inside.is_empty() { inside } else { format!("{inside}{slash}") })
    }

    fn asset(&mut self, asset: &str, target: &str, range: std::ops::Range<usize>) -> String {
        if !self.context.edition.assets.contains_key(asset) {
            self.report(range, Message::BrokenLink { target: target.to_owned() });
            return String::new();
        }
        self.context.file(&format!("assets/{asset}"))
    }

    /// Where a text stands in the body, from a byte on.
    fn find_in_source(&self, text: &str, from: usize) -> std::ops::Range<usize> {
        let at = self.body.markdown.get(from..).and_then(|rest| rest.find(text)).map_or(from, |at| from + at);
        at..at + text.len()
    }

    fn report(&mut self, range: std::ops::Range<usize>, message: Message) {
        let location = self.location(range);
        self.found.push(Diagnostic::new(location, message));
    }

    fn location(&self, range: std::ops::Range<usize>) -> Location {
        Location {
            file: Arc::clone(&self.body.file),
            span: Span::from(range).shifted(self.body.markdown.span().start),
        }
    }
}

/// The thing that a file of the content folder is about: `tiers/gold.md`, also with a locale.
fn content_file(path: &str) -> Option<(Kind, &str)> {
    let (folder, rest) = path.strip_suffix(".md")?.split_once('/')?;
    let kind = Kind::ALL.iter().find(|kind| kind.form().has_body() && kind.path() == folder)?;
    let file = rest.rsplit('/').next().unwrap_or(rest);
    Some((*kind, file.split('.').next().unwrap_or(file)))
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        other => other,
    }
}

/// The scheme of an absolute address, in lower case; spaces and control characters in it are a disguise.
fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let plain: String = scheme.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let fits = plain.starts_with(|c: char| c.is_ascii_alphabetic())
        && plain.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    fits.then(|| plain.to_ascii_lowercase())
}

/// Whether an address is one that the sanitiser leaves as it is: a relative one, or an absolute one of the usual form.
fn is_plain_address(target: &str) -> bool {
    let Some((scheme, rest)) = target.split_once(':') else { return !target.starts_with("//") };
    let is_usual = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    match scheme {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            // A last label of digits would be that of a number, and `xn--` begins another spelling.
            let is_name = host
                .rsplit('.')
                .next()
                .is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()))
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-')
                && !host.contains("xn--");
            is_name && is_usual(rest)
        }),
        "mailto" | "tel" => is_usual(rest),
        _ => false,
    }
}

/// A plain text as a paragraph.
pub fn paragraph(text: &str) -> Html {
    Html(format!("<p>{}</p>", escape(text)))
}

/// A text for HTML.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The HTML of a text without links to be resolved, as the library writes it.
    fn written(markdown: &str) -> String {
        let mut html = String::new();
        html::push_html(
            &mut html,
            Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH),
        );
        html
    }

    #[test]
    fn what_the_library_writes_is_not_changed_by_the_sanitiser_but_as_is_known() {
        for markdown in [
            "# A & B\n\nOne  \ntwo \"three\" 'four' <five@example.com>\n\n---\n\n* a\n* b\n\n  c\n",
            "1. one\n2. two\n\n7) seven\n   > quoted *so* **much** ~~gone~~ `a < b && c`\n",
            "[a](../x/ \"it's \\\"so\\\"\") [b](https://example.com/?q=1&r='2'#x) [c](<tier/a b/>) [](x)\n",
            "| a | b |\n|---|---|\n| 1 | [2](x) |\n| 3 |\n\n    code & <b>\n\nnbsp\u{a0}here &copy; &amp;#x27;\n",
            "- \n- a\n  - b\n    1. c\n\n\\<b> &lt;i&gt; \u{2028}金卡\n\n> \n",
        ] {
            let html = written(markdown);
            assert_eq!(as_sanitised(html.clone()), sanitised(&html), "{markdown}");
        }
    }

    #[test]
    fn addresses_that_the_sanitiser_may_drop_are_left_to_it() {
        for plain in
            ["", "#a", "../tier/gold/", "https://example.com/a?b=c", "mailto:a@example.com", "tel:+1"]
        {
            assert!(is_plain_address(plain), "{plain}");
        }
        for other in [
            "//example.com/",
            "https://1.2.3.999/",
            "http://[a",
            "https://a b/",
            "javascript:x",
            "https://a:b/",
        ] {
            assert!(!is_plain_address(other), "{other}");
        }
    }
}
