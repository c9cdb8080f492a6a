//! `site-gen build`

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use site_gen::content::Changed;
use site_gen::embedded::APP;
use site_gen::publish::{Output, Report, Unpublished};

use super::Exit;
use super::make::{Input, Step};
use super::terminal::{Terminal, seconds, shown};

#[derive(Args)]
pub(super) struct Build {
    #[command(flatten)]
    input: Input,
    /// The folder to publish into: a new or empty one, or an earlier build
    #[arg(long, value_name = "DIR", default_value = "site")]
    out: PathBuf,
}

impl Build {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let start = Instant::now();
        let mut maker = match self.input.find(terminal) {
            Ok(maker) => maker,
            Err(exit) => return exit,
        };
        // Before the long work, so that a folder that cannot be published into is reported at once.
        let output = match Output::open(&self.out, &maker.folders()) {
            Ok(output) => output,
            Err(error) => return terminal.failure(&terminal.unpublished(&error)),
        };
        let content = shown(maker.content());
        let made = maker.make(&Changed::Everything, |step| match step {
            Step::Read => terminal.progress(&terminal.say("step-read").with("path", &content).say()),
            Step::Render => terminal.progress(&terminal.say("step-render").say()),
        });
        let made = match made {
            Ok(made) => made,
            Err(failure) => {
                terminal.note(&failure.text(terminal, terminal.colour));
                return failure.exit();
            }
        };
        maker.forget();
        let out = shown(&self.out);
        terminal.progress(&terminal.say("step-publish").with("path", &out).say());
        let report = match output.publish(&made.site) {
            Ok(report) => report,
            Err(Unpublished::Folder(error)) => return terminal.failure(&terminal.unpublished(&error)),
            Err(Unpublished::Site(error)) => {
                let failure = maker.mistaken(error);
                terminal.note(&failure.text(terminal, terminal.colour));
                return failure.exit();
            }
        };
        terminal.diagnostics(&made.diagnostics, &made.sources);
        if APP.is_none() {
            terminal.warning(&terminal.say("no-app").say());
        }
        let built = terminal.say("built").with("out", out).with("today", made.today.to_string());
        let built = built.with("took", seconds(start.elapsed()));
        let built = built.with("pages", terminal.count("pages", made.site.pages()));
        let built = built.with("files", terminal.count("files", made.site.files()));
        let Report { written, unchanged, removed } = report;
        let built = built.with("written", written.to_string()).with("unchanged", unchanged.to_string());
        // The site is published whether or not anybody reads this.
        let _ = terminal.result(&built.with("removed", removed.to_string()).say());
        Exit::Done
    }
}
