//! `site-gen words`

use clap::Args;
use site_gen::render::rule_book;
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;

use super::make::Failure;
use super::terminal::Terminal;
use super::theme::ThemePlace;
use super::{ContentFolder, Exit};

#[derive(Args)]
pub(super) struct Words {
    #[command(flatten)]
    content: ContentFolder,
    /// The language of the rules, one of the programme's (default: its first)
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,
}

impl Words {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let programme = self.content.find(terminal).and_then(|path| terminal.programme(&path, false));
        let programme = match programme {
            Ok(programme) => programme,
            Err(exit) => return exit,
        };
        terminal.diagnostics(&programme.diagnostics, &programme.sources);
        let Some(catalogue) = &programme.catalogue else { return Exit::Content };
        let asked = self.locale.as_ref().unwrap_or(&catalogue.locales[0]);
        let Some(locale) = catalogue.locales.iter().find(|locale| locale.eq_ignore_ascii_case(asked)) else {
            let known = catalogue.locales.join(", ");
            let what = terminal.say("no-locale").with("locale", asked.as_str()).with("known", known);
            terminal.failure(&what.say());
            return Exit::Usage;
        };
        let text = Templates::load(&Theme::default())
            .and_then(|templates| rule_book::text(catalogue, &templates, locale));
        match text {
            Ok(text) => terminal.result(&text),
            Err(error) => {
                let failure = Failure::Theme(ThemePlace::Embedded, error);
                terminal.note(&failure.text(terminal, terminal.colour));
                failure.exit()
            }
        }
    }
}
