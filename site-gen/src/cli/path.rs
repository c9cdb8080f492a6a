//! `site-gen path`

use clap::Args;
use rulebook::{Coverage, PathOption, Paths, Prospect, Staying, TierId};

use super::Exit;
use super::columns::{Align, Columns};
use super::customer::{CustomerFile, Format};
use super::table::Narrator;
use super::terminal::Terminal;

#[derive(Args)]
pub(super) struct Path {
    #[command(flatten)]
    file: CustomerFile,
    /// The tier to reach
    #[arg(long, value_name = "TIER")]
    to: String,
    /// Show every way, not only the easiest
    #[arg(long)]
    all: bool,
}

/// How many ways are shown unless all are asked for.
const SHOWN: usize = 8;

impl Path {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        self.answer(terminal).unwrap_or_else(|exit| exit)
    }

    fn answer(&self, terminal: &Terminal) -> Result<Exit, Exit> {
        let opened = self.file.open(terminal)?;
        let ids = &opened.catalogue.book.rules().ids;
        let target = self.file.format.find(terminal, ("--to", &self.to), &ids.tiers)?;
        let catalogue = &opened.catalogue;
        let failed = |error| opened.failed(terminal, self.file.format, error);
        let session = opened.session().map_err(failed)?;
        let prospect = session.prospect_after_all();
        let (paths, staying) = (prospect.paths(target), prospect.staying().map_err(failed)?);
        let narrator = Narrator::new(catalogue, terminal.asked, paths.from);
        Ok(match self.file.format {
            Format::Json => {
                let because = |obstacle: &_| narrator.speaker().obstacle(obstacle);
                let outlook = |option: &_| prospect.outlook(target, option);
                let outlooks: Vec<_> = paths.options.iter().map(outlook).collect();
                terminal
                    .result(&answers::text(&answers::Paths::new(&paths, &outlooks, &staying, because, ids)))
            }
            Format::Table => {
                opened.warn(terminal);
                terminal.result(&narrator.paths(
                    &prospect,
                    &paths,
                    &staying,
                    if self.all { usize::MAX } else { SHOWN },
                ))
            }
        })
    }
}

impl Narrator<'_> {
    /// The ways to a tier, what each is worth, and when the present tier would be lost.
    fn paths(&self, prospect: &Prospect, paths: &Paths, staying: &Staying, most: usize) -> String {
        let target = self.speaker().name(paths.target);
        let from = self.month(paths.from);
        let mut parts = Vec::new();
        match &paths.options[..] {
            [] => {
                let none = match paths.coverage {
                    Coverage::Complete => "path-none",
                    Coverage::Partial => "path-none-found",
                };
                parts.push(format!("{}\n", self.said(none).with("tier", target).say()));
            }
            [only] if only.changes.is_empty() => {
                let nothing = self.said("path-nothing").with("tier", target);
                parts.push(format!("{}\n", nothing.with("month", self.month(only.in_force)).say()));
            }
            options => {
                let title = self.said("path-title").with("tier", target).with("from", from).say();
                let outlook = Some((prospect, paths.target));
                let shown = &options[..options.len().min(most)];
                parts.push(format!("{title}\n{}{}", self.options(outlook, shown), self.more(options, shown)));
            }
        }
        parts.extend(self.partial(paths.coverage));
        let obstacles = paths.impossible.iter().map(|obstacle| self.speaker().obstacle(obstacle));
        parts.extend(self.listed("path-impossible", obstacles, most));
        if paths.target != staying.tier && staying.falls.is_some() {
            parts.push(format!("{}\n", self.speaker().staying(staying)));
            if !staying.options.is_empty() {
                let title = self.said("path-keeps").say();
                let shown = &staying.options[..staying.options.len().min(most)];
                let options = self.options(None, shown);
                parts.push(format!("{title}\n{options}{}", self.more(&staying.options, shown)));
            }
            parts.extend(self.partial(staying.coverage));
            let obstacles = staying.impossible.iter().map(|obstacle| self.speaker().obstacle(obstacle));
            parts.extend(self.listed("path-keeps-impossible", obstacles, most));
        }
        parts.join("\n")
    }

    /// The changes of each option; where it leads to another tier, also how long that tier lasts and what it is worth.
    fn options(&self, outlook: Option<(&Prospect, TierId)>, options: &[PathOption]) -> Columns {
        let mut heads = vec![("option", Align::Right), ("change", Align::Left), ("effort", Align::Right)];
        if outlook.is_some() {
            heads.extend([("in-force", Align::Left), ("lasts", Align::Left), ("gain", Align::Right)]);
        }
        let mut columns = self.columns(&heads);
        for (option, place) in options.iter().zip(1..) {
            let version = self.catalogue.book.version(option.in_force);
            let mut row = vec![format!("{place}"), String::new(), self.speaker().number(option.effort)];
            if let Some((prospect, target)) = outlook {
                let outlook = prospect.outlook(target, option);
                row.push(self.month(option.in_force));
                row.push(match outlook.as_ref().map(|outlook| outlook.lasts) {
                    Some(Some(month)) => self.month(month),
                    Some(None) => self.said("lasts-long").say(),
                    None => "–".to_owned(),
                });
                let worth = outlook.and_then(|outlook| outlook.gain.worth);
                row.push(worth.map_or_else(|| "–".to_owned(), |worth| self.speaker().money(worth)));
            }
            for change in &option.changes {
                row[1] = self.speaker().change(version, change);
                let empty = vec![String::new(); row.len()];
                columns.row(std::mem::replace(&mut row, empty));
            }
        }
        columns
    }

    /// That there may be more than were found.
    fn partial(&self, coverage: Coverage) -> Option<String> {
        (coverage == Coverage::Partial).then(|| format!("{}\n", self.said("path-partial").say()))
    }

    /// That there are more than are shown.
    fn more(&self, all: &[PathOption], shown: &[PathOption]) -> String {
        self.further(all.len() - shown.len()).map_or_else(String::new, |more| more + "\n")
    }

    fn further(&self, more: usize) -> Option<String> {
        (more > 0).then(|| self.said("path-more").with("count", more.to_string()).say())
    }

    fn listed(
        &self,
        title: &'static str,
        lines: impl ExactSizeIterator<Item = String>,
        most: usize,
    ) -> Option<String> {
        let further = self.further(lines.len().saturating_sub(most));
        let mut text = self.said(title).say();
        let before = text.len();
        lines.take(most).chain(further).for_each(|line| text.extend(["\n  ", &line]));
        (text.len() > before).then(|| text + "\n")
    }
}
