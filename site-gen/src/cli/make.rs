//! A site from its sources: what `build` does once and `serve` after each change.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use rayon::prelude::*;
use rulebook::Date;
use site_gen::catalogue::Catalogue;
use site_gen::content::Changed;
use site_gen::diagnostics::{Diagnostics, Sources};
use site_gen::programme::{Programme, Readings};
use site_gen::render::site::Plan;
use site_gen::render::templates::{TemplateError, Templates};
use site_gen::render::theme::Theme;
use site_gen::site::Files;

use super::terminal::{Terminal, shown};
use super::theme::ThemePlace;
use super::{ContentFolder, Exit};

/// What a site is made from.
#[derive(Args)]
pub(super) struct Input {
    #[command(flatten)]
    content: ContentFolder,
    /// The theme: `default`, the name of a folder in `themes/`, or a folder's path
    #[arg(long, value_name = "NAME|DIR")]
    theme: Option<PathBuf>,
    /// The day that the site shows (default: today in the programme's time zone)
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// Take in drafts, too
    #[arg(long)]
    drafts: bool,
}

/// Makes a site, as often as is asked for.
pub(super) struct Maker {
    content: Readings,
    theme: ThemePlace,
    today: Option<Date>,
    /// Parsing templates takes longer than comparing them.
    parsed: Option<(Theme, Arc<Templates>)>,
    /// The templates with which all pages have been rendered.
    tried: Option<Arc<Templates>>,
}

/// A part of the work that takes long enough to be shown as progress.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Read,
    Render,
}

/// A site, whose files are made when they are asked for.
pub(super) type Site = Plan<Box<Catalogue>, Arc<Templates>>;

/// A site, and what there is to say about its content.
pub(super) struct Made {
    pub(super) site: Site,
    pub(super) today: Date,
    pub(super) diagnostics: Diagnostics,
    pub(super) sources: Sources,
}

/// Why there is no site.
pub(super) enum Failure {
    /// Something cannot be read.
    Unreadable(PathBuf, io::Error),
    /// There are errors in the content.
    Content(Diagnostics, Sources),
    /// There is a mistake in the theme.
    Theme(ThemePlace, TemplateError),
}

impl Input {
    /// Finds content and theme, or tells that they are not there.
    pub(super) fn find(&self, terminal: &Terminal) -> Result<Maker, Exit> {
        let content = self.content.find(terminal)?;
        let theme = ThemePlace::find(self.theme.as_deref(), terminal)?;
        let content = Readings::new(content, self.drafts);
        Ok(Maker { content, theme, today: self.today, parsed: None, tried: None })
    }
}

impl Maker {
    pub(super) fn content(&self) -> &Path {
        self.content.root()
    }

    /// The folders that a site is made from.
    pub(super) fn folders(&self) -> Vec<&Path> {
        std::iter::once(self.content()).chain(self.theme.folder()).collect()
    }

    /// There is a mistake in the theme.
    pub(super) fn mistaken(&self, error: TemplateError) -> Failure {
        Failure::Theme(self.theme.clone(), error)
    }

    pub(super) fn theme(&self) -> &ThemePlace {
        &self.theme
    }

    /// Renders all pages with a theme that somebody is at work on, once for each change of it. What the theme in the
    /// program says of a page is tested.
    pub(super) fn try_theme(&mut self, made: &Made) -> Result<(), Failure> {
        let Some((_, templates)) = &self.parsed else { return Ok(()) };
        let is_tried = self.tried.as_ref().is_some_and(|tried| Arc::ptr_eq(tried, templates));
        if is_tried || self.theme.folder().is_none() {
            return Ok(());
        }
        let paths = made.site.paths();
        let tried = paths.par_iter().filter_map(|path| made.site.file(path)?.err()).find_first(|_| true);
        if let Some(error) = tried {
            return Err(self.mistaken(error));
        }
        self.tried = Some(Arc::clone(templates));
        Ok(())
    }

    /// Forgets what was kept for another reading, which takes as much memory as the catalogue.
    pub(super) fn forget(&mut self) {
        self.content.forget();
    }

    /// Reads what has changed and lists the site; `step` hears what is being done.
    pub(super) fn make(&mut self, changed: &Changed, step: impl Fn(Step)) -> Result<Made, Failure> {
        step(Step::Read);
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |error| Failure::Unreadable(path, error)
        };
        let programme = self.content.read(changed);
        let programme = programme.map_err(unreadable(self.content.root()))?;
        let Programme { catalogue, shared, diagnostics, sources, .. } = programme;
        let Some((catalogue, shared)) = catalogue.zip(shared) else {
            return Err(Failure::Content(diagnostics, sources));
        };
        let theme = self.theme.read().map_err(unreadable(self.theme.folder().unwrap_or(Path::new(""))))?;
        step(Step::Render);
        let today = self.today.unwrap_or_else(|| catalogue.time_zone.day_at(Timestamp::now()));
        let templates = match self.parsed.take() {
            Some((parsed, templates)) if parsed == theme => templates,
            _ => Arc::new(Templates::load(&theme).map_err(|error| self.mistaken(error))?),
        };
        self.parsed = Some((theme, Arc::clone(&templates)));
        let site = Plan::new(Box::new(catalogue), shared, templates, today);
        Ok(Made { site, today, diagnostics, sources })
    }
}

impl Failure {
    /// In words, for a person.
    pub(super) fn text(&self, terminal: &Terminal, colour: bool) -> String {
        match self {
            Self::Unreadable(path, error) => terminal.failed(&terminal.unreadable(path, error)),
            Self::Content(diagnostics, sources) => terminal.mistakes(diagnostics, sources, colour),
            Self::Theme(theme, error) => {
                let place = error.file.as_ref().map(|file| {
                    let file =
                        theme.folder().map_or_else(|| file.clone(), |folder| shown(&folder.join(file)));
                    match error.position {
                        Some((line, column)) => format!("{file}:{line}:{column}"),
                        None => file,
                    }
                });
                let what = match place {
                    Some(place) => terminal.say("template-at").with("place", place),
                    None => terminal.say("template"),
                };
                let mut text = terminal.failed(&what.with("problem", error.message.as_str()).say());
                // The lines around the mistake; above them the report says what has been said already.
                if let Some((_, lines)) = error.report.split_once('\n').filter(|_| error.position.is_some()) {
                    text.extend(["\n", lines.trim_end()]);
                }
                text
            }
        }
    }

    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::Content(..) => Exit::Content,
            Self::Unreadable(..) | Self::Theme(..) => Exit::InputOutput,
        }
    }
}
