//! Views to HTML: a theme's templates, with the functions that they may call.
//!
//! - `t(key="…", …)`: the theme's words in the page's language, with arguments;
//! - `icon(name="…")`: an icon of the theme as inline SVG, hidden from screen readers, since words stand beside it;
//! - `asset(name="site.css")`: where a public file of the theme is, below the site's root.
//!
//! Each language has an engine of its own, so that `t` knows its language in components too, which see nothing of the page
//! but their arguments.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use tera::{Context, Error, ErrorKind, Function, Kwargs, State, Tera, TeraResult};
use words::messages::{FluentArgs, FluentValue};

use super::colour::Surfaces;
use super::theme::{Assets, Theme};
use super::view::View;
use super::words::{ThemeWords, Words};

/// A theme, ready to render.
pub struct Templates {
    /// By the theme's languages.
    engines: BTreeMap<String, Tera>,
    words: Arc<ThemeWords>,
    icons: Arc<BTreeMap<String, String>>,
    assets: Assets,
    surfaces: Surfaces,
}

/// A mistake in a template or its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The file within the theme, where it is known.
    pub file: Option<String>,
    /// Line and column there, both counted from 1.
    pub position: Option<(usize, usize)>,
    /// One sentence.
    pub message: String,
    /// The message with the lines around it underlined, for a terminal.
    pub report: String,
}

impl std::fmt::Display for TemplateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.report)
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    pub(super) fn plain(message: String) -> Self {
        Self { file: None, position: None, report: message.clone(), message }
    }
}

impl From<Error> for TemplateError {
    fn from(error: Error) -> Self {
        let report = error.to_string();
        match error.kind() {
            ErrorKind::SyntaxError(at) | ErrorKind::RenderingError(at) => Self {
                file: Some(format!("templates/{}", at.filename())),
                position: Some((at.span().start_line, at.span().start_col + 1)),
                message: at.message().to_owned(),
                report,
            },
            _ => Self::plain(report),
        }
    }
}

impl Templates {
    /// Parses a theme's templates, words and icons.
    pub fn load(theme: &Theme) -> Result<Self, TemplateError> {
        let words =
            Arc::new(ThemeWords::load(theme).map_err(|error| TemplateError::plain(error.to_string()))?);
        let icons = Arc::new(
            theme
                .texts("icons", "svg")
                .map(|(name, svg)| Ok((name.to_owned(), inline_icon(name, &svg)?)))
                .collect::<Result<BTreeMap<_, _>, TemplateError>>()?,
        );
        let surfaces = Surfaces::of(theme).map_err(|error| TemplateError::plain(error.to_string()))?;
        let assets = theme.assets();

        let mut engine = Tera::new();
        engine.register_function("t", Say { words: Arc::clone(&words), locale: String::new() });
        engine.register_function("icon", Icon(Arc::clone(&icons)));
        let paths: HashSet<String> = assets.files.keys().cloned().collect();
        let folder = assets.folder.clone();
        engine.register_function("asset", move |args: Kwargs, _: &State| -> TeraResult<String> {
            let path = format!("{folder}/{}", args.must_get::<&str>("name")?);
            if paths.contains(&path) {
                Ok(path)
            } else {
                Err(Error::message(format!("the theme has no `{path}`")))
            }
        });
        let sources: Vec<_> =
            theme.texts("templates", "html").map(|(name, text)| (format!("{name}.html"), text)).collect();
        engine.add_raw_templates(sources.iter().map(|(name, text)| (name.as_str(), text.as_ref())))?;

        let engines = words
            .locales()
            .map(|locale| {
                let mut engine = engine.clone();
                engine.register_function("t", Say { words: Arc::clone(&words), locale: locale.to_owned() });
                (locale.to_owned(), engine)
            })
            .collect();
        Ok(Self { engines, words, icons, assets, surfaces })
    }

    /// The surfaces that tiers' colours must stand out from.
    pub fn surfaces(&self) -> Surfaces {
        self.surfaces
    }

    /// The page of a view.
    pub fn render<V: View>(&self, view: &V) -> Result<String, TemplateError> {
        let engine = &self.engines[self.words.get(view.locale()).locale()];
        Ok(engine.render(V::TEMPLATE, &Context::from_serialize(view)?)?)
    }

    /// The theme's words for a locale: titles, labels and states that views carry.
    pub fn words(&self, locale: &str) -> &Words {
        self.words.get(locale)
    }

    /// The names that `icon` in content may have.
    pub fn icons(&self) -> impl Iterator<Item = &str> {
        self.icons.keys().map(String::as_str)
    }

    /// Whether `icon` in content may have a name.
    pub fn has_icon(&self, name: &str) -> bool {
        self.icons.contains_key(name)
    }

    /// The files to be published beside the pages.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }
}

/// `t`: words in one language. Its text is escaped like any other: words are text, never markup.
struct Say {
    words: Arc<ThemeWords>,
    locale: String,
}

impl Function<TeraResult<String>> for Say {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let key = kwargs.must_get::<&str>("key")?;
        let mut args = FluentArgs::new();
        for (name, value) in kwargs.iter().filter(|(name, _)| name.as_str() != Some("key")) {
            let value = match value.as_i64() {
                Some(count) => FluentValue::from(count),
                None => FluentValue::from(value.to_string()),
            };
            args.set(name.to_string(), value);
        }
        self.words.get(&self.locale).say(key, &args).map_err(Error::message)
    }
}

/// `icon`: an icon as inline SVG.
struct Icon(Arc<BTreeMap<String, String>>);

impl Function<TeraResult<String>> for Icon {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let name = kwargs.must_get::<&str>("name")?;
        self.0.get(name).cloned().ok_or_else(|| Error::message(format!("the theme has no icons/{name}.svg")))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// The drawing within an SVG file, in an element of ours. What could act or load is refused: an icon is a drawing.
fn inline_icon(name: &str, svg: &str) -> Result<String, TemplateError> {
    let of = |problem: &str| TemplateError {
        file: Some(format!("icons/{name}.svg")),
        position: None,
        message: problem.to_owned(),
        report: format!("icons/{name}.svg: {problem}"),
    };
    let tag = svg.find("<svg").map(|at| &svg[at..]).ok_or_else(|| of("has no <svg>"))?;
    let (opening, rest) = tag.split_once('>').ok_or_else(|| of("is cut off"))?;
    let (drawing, _) = rest.rsplit_once("</svg>").ok_or_else(|| of("has no </svg>"))?;
    let lower = drawing.to_ascii_lowercase();
    if ["<script", "<foreignobject", "<style", "href", "style=", " on"]
        .iter()
        .any(|word| lower.contains(word))
    {
        return Err(of("may hold shapes only: no script, style, link or event"));
    }
    let view_box =
        opening.split_once("viewBox=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("0 0 24 24");
    let drawing: String = drawing.lines().map(str::trim).collect();
    Ok(format!(
        "<svg class=\"icon\" viewBox=\"{view_box}\" aria-hidden=\"true\" focusable=\"false\">{drawing}</svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_a_drawing_and_nothing_else() {
        let icon =
            inline_icon("x", "<!-- c -->\n<svg\n  viewBox=\"0 0 16 16\"\n>\n  <path d=\"M0 0\" />\n</svg>\n");
        let drawn = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M0 0\" /></svg>";
        assert_eq!(icon.as_deref(), Ok(drawn));
        assert!(inline_icon("x", "<svg><script>1</script></svg>").is_err());
        assert!(inline_icon("x", "<svg><path onload=\"x\"/></svg>").is_err());
    }
}
