//! Markdown to HTML: live values filled in, links and images resolved, raw HTML sanitised. The same conversion
//! serves pages (which take the HTML) and checks (which take the mistakes).

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TextMergeWithOffset, html};

use super::address;
use super::context::Context;
use super::live::{self, Live};
use super::view::Html;
use crate::catalogue::Body;
use crate::diagnostics::{Diagnostic, Message, Place, Span};

/// A body as HTML for a page (a folder below the locale's root), with what is wrong in it.
pub fn render(context: &Context<'_>, page: &str, body: &Body) -> (Html, Vec<Diagnostic>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(&body.markdown, options).into_offset_iter();
    let mut writer = Writer { context, page, body, found: Vec::new(), in_code: false, links: Vec::new() };
    let mut events = Vec::new();
    for (event, range) in TextMergeWithOffset::new(parser) {
        writer.event(event, range, &mut events);
    }
    let mut text = String::with_capacity(body.markdown.len() * 2);
    html::push_html(&mut text, events.into_iter());
    // The policy forbids style attributes; the theme has classes for aligned cells.
    for side in ["left", "center", "right"] {
        text = text.replace(&format!(" style=\"text-align: {side}\""), &format!(" class=\"align-{side}\""));
    }
    (Html(SANITISER.clean(&text).to_string()), writer.found)
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
    page: &'a str,
    body: &'a Body,
    found: Vec<Diagnostic>,
    in_code: bool,
    /// For each open link, whether it is kept.
    links: Vec<bool>,
}

impl Writer<'_> {
    fn event<'e>(&mut self, event: Event<'e>, range: std::ops::Range<usize>, out: &mut Vec<Event<'e>>) {
        match event {
            Event::Text(text) if !self.in_code => self.text(text, range.start, out),
            Event::Start(Tag::CodeBlock(kind)) => {
                self.in_code = true;
                out.push(Event::Start(Tag::CodeBlock(kind)));
            }
            Event::End(end @ pulldown_cmark::TagEnd::CodeBlock) => {
                self.in_code = false;
                out.push(Event::End(end));
            }
            // The page has the first heading.
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                out.push(Event::Start(Tag::Heading { level: lower(level), id, classes, attrs }));
            }
            Event::End(pulldown_cmark::TagEnd::Heading(level)) => {
                out.push(Event::End(pulldown_cmark::TagEnd::Heading(lower(level))));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let target = self.link(&dest_url, range);
                self.links.push(target.is_some());
                if let Some(target) = target {
                    out.push(Event::Start(Tag::Link { link_type, dest_url: target.into(), title, id }));
                }
            }
            Event::End(end @ pulldown_cmark::TagEnd::Link) => {
                if self.links.pop().unwrap_or(true) {
                    out.push(Event::End(end));
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let target = self.image(&dest_url, range);
                out.push(Event::Start(Tag::Image { link_type, dest_url: target.into(), title, id }));
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
        match live::resolve(self.context, self.page, reference) {
            Ok(Live::Name { text, href: Some(href) }) if self.links.is_empty() => {
                let link = format!("<a href=\"{}\">{}</a>", escape(&href), escape(&text));
                out.push(Event::InlineHtml(link.into()));
            }
            Ok(live) => out.push(Event::Text(live.text().to_owned().into())),
            Err(unknown) => {
                let span = self.find_in_source(reference, start);
                let place = self.place(span);
                let message = Message::UnknownReference { reference: reference.to_owned() };
                self.found.push(Diagnostic::new(place, message).nearest(unknown.nearest));
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
        if let Some(address) =
            content_file(&path).and_then(|(kind, id)| self.context.link(self.page, kind, id))
        {
            return Some(address.href);
        }
        let folder = if path.is_empty() || path.ends_with('/') { path } else { format!("{path}/") };
        if !self.context.folders().contains(&folder) {
            self.report(range, Message::BrokenLink { target: target.to_owned() });
            return Some(String::new());
        }
        let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        Some(self.context.href(self.page, &format!("{folder}{anchor}")))
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
        let page = format!("{}{}", self.context.prefix(), self.page);
        address::href(&page, &format!("assets/{asset}"))
    }

    /// Where a text stands in the body, from a byte on.
    fn find_in_source(&self, text: &str, from: usize) -> std::ops::Range<usize> {
        let at = self.body.markdown.get(from..).and_then(|rest| rest.find(text)).map_or(from, |at| from + at);
        at..at + text.len()
    }

    fn report(&mut self, range: std::ops::Range<usize>, message: Message) {
        let place = self.place(range);
        self.found.push(Diagnostic::new(place, message));
    }

    fn place(&self, range: std::ops::Range<usize>) -> Place {
        Place { file: Arc::clone(&self.body.file), span: Span::from(range).shifted(self.body.start) }
    }
}

/// The thing that a file of the content folder is about: `tiers/gold.md`, also with a locale.
fn content_file(path: &str) -> Option<(&'static str, &str)> {
    const FOLDERS: &[(&str, &str)] = &[
        ("tiers", "tier"),
        ("benefits", "benefit"),
        ("tasks", "task"),
        ("campaigns", "campaign"),
        ("rewards", "reward"),
        ("segments", "segment"),
        ("partners", "partner"),
        ("faq", "faq"),
        ("news", "news"),
        ("pages", "page"),
    ];
    let (folder, rest) = path.strip_suffix(".md")?.split_once('/')?;
    let (_, kind) = FOLDERS.iter().find(|(name, _)| *name == folder)?;
    let file = rest.rsplit('/').next().unwrap_or(rest);
    Some((kind, file.split('.').next().unwrap_or(file)))
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
