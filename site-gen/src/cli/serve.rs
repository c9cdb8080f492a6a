//! `site-gen serve`

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use clap::Args;
use site_gen::embedded::APP;
use site_gen::serve::{self, Built, Changed, Event, Options, ServeError, Words};
use site_gen::site::Files;

use super::Exit;
use super::make::{Failure, Input, Made, Maker, Site};
use super::terminal::{Terminal, seconds, shown};
use super::theme::ThemePlace;

#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    input: Input,
    /// The port (default: 1111, or the next that is free; 0: any that is free)
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

impl Serve {
    pub(super) fn run(&self, terminal: Terminal) -> Exit {
        let mut maker = match self.input.find(&terminal) {
            Ok(maker) => maker,
            Err(exit) => return exit,
        };
        let options = Options {
            port: self.port,
            watch: maker.folders().into_iter().map(Path::to_owned).collect(),
            words: Words::of(terminal.tag()),
        };
        if APP.is_none() {
            terminal.warning(&terminal.say("no-app").say());
        }
        let terminal = Arc::new(terminal);
        let (builder, teller) = (Arc::clone(&terminal), Arc::clone(&terminal));
        let served = serve::serve(
            &options,
            move |changed: &Changed| build(&mut maker, changed, &builder),
            move |event| tell(&teller, event),
        );
        match served {
            Ok(()) => Exit::Done,
            Err(error) => terminal.failure(&unserved(&terminal, &error)),
        }
    }
}

/// Lists the site once more.
fn build(maker: &mut Maker, changed: &Changed, terminal: &Arc<Terminal>) -> Built<Preview> {
    let made = maker.make(changed, |_| {}).and_then(|made| {
        maker.try_theme(&made)?;
        Ok(made)
    });
    match made {
        Ok(Made { site, diagnostics, sources, .. }) => Built::Good {
            notes: terminal.mistakes(&diagnostics, &sources, terminal.colour),
            site: Preview { site, theme: maker.theme().clone(), terminal: Arc::clone(terminal) },
        },
        Err(failure) => Built::Bad {
            plain: failure.text(terminal, false),
            terminal: failure.text(terminal, terminal.colour),
        },
    }
}

/// A site that reports what cannot be made in words.
struct Preview {
    site: Site,
    theme: ThemePlace,
    terminal: Arc<Terminal>,
}

impl Files for Preview {
    type Error = String;

    fn paths(&self) -> Vec<&str> {
        self.site.paths()
    }

    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, String>> {
        let report = |error| Failure::Theme(self.theme.clone(), error).text(&self.terminal, false);
        Some(self.site.file(&self.now(path))?.map_err(report))
    }

    fn has(&self, path: &str) -> bool {
        self.site.has(&self.now(path))
    }
}

impl Preview {
    /// Where a file is now. A page that was loading when the theme changed still asks for files in the folder that the theme
    /// had then.
    fn now<'a>(&self, path: &'a str) -> Cow<'a, str> {
        let folder = self.site.theme_folder();
        let root = folder.split('/').next().unwrap_or(folder);
        let name = path.strip_prefix(root).and_then(|rest| rest.strip_prefix('/')?.split_once('/'));
        match name {
            Some((_, name)) => format!("{folder}/{name}").into(),
            None => path.into(),
        }
    }
}

/// Prints what happened.
fn tell(terminal: &Terminal, event: Event) {
    match event {
        Event::Listening { url, instead_of } => {
            if let Some(port) = instead_of {
                terminal.note(&terminal.say("port-taken").with("port", port.to_string()).say());
            }
            // If standard output is closed, there is no other place for the address.
            let _ = terminal.result(&terminal.say("serving").with("url", url).say());
        }
        Event::Good { files, took, notes } => {
            if !notes.is_empty() {
                terminal.note(&notes);
            }
            let ready = terminal.say("ready").with("files", terminal.count("files", files));
            terminal.note(&ready.with("took", seconds(took)).say());
        }
        Event::Bad { terminal: report, took } => {
            terminal.note(&report);
            terminal.note(&terminal.say("not-ready").with("took", seconds(took)).say());
        }
        Event::Unwatched { path, error } => {
            let warning = terminal.say("unwatched").with("path", shown(&path)).with("problem", error);
            terminal.warning(&warning.say());
        }
    }
}

fn unserved(terminal: &Terminal, error: &ServeError) -> String {
    match error {
        ServeError::Port { port, source } => {
            let what = terminal.say("no-port").with("port", port.to_string());
            what.with("problem", source.to_string()).say()
        }
        ServeError::Watch(error) => terminal.say("no-watch").with("problem", error.to_string()).say(),
        ServeError::System(error) => terminal.say("no-server").with("problem", error.to_string()).say(),
    }
}
