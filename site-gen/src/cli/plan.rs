//! `site-gen plan`

use clap::Args;
use rulebook::{Date, Number, Plan as Answer, PlanError, Today};
use site_gen::content;
use site_gen::diagnostics::Message;

use super::Exit;
use super::columns::Align;
use super::customer::{CustomerFile, Format, Opened};
use super::table::Narrator;
use super::terminal::Terminal;

#[derive(Args)]
pub(super) struct Plan {
    #[command(flatten)]
    file: CustomerFile,
    /// The tier to qualify for
    #[arg(long, value_name = "TIER")]
    to: String,
    /// The balance to raise: an input metric
    #[arg(long, value_name = "ID")]
    metric: String,
    /// Today: the last day that the average counts
    #[arg(long, value_name = "DATE")]
    day: Date,
    /// The average of the balance from the first of the month to that day
    #[arg(long, value_name = "DECIMAL", value_parser = average, allow_hyphen_values = true)]
    average: Number,
}

impl Plan {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        self.answer(terminal).unwrap_or_else(|exit| exit)
    }

    fn answer(&self, terminal: &Terminal) -> Result<Exit, Exit> {
        let opened = self.file.open(terminal)?;
        let format = self.file.format;
        let ids = &opened.catalogue.book.rules().ids;
        let target = format.find(terminal, ("--to", &self.to), &ids.tiers)?;
        let metric = format.find(terminal, ("--metric", &self.metric), &ids.metrics)?;
        let Opened { catalogue, customer, .. } = &opened;
        let today = Today { metric, day: self.day, average: self.average };
        let mistake =
            |argument, text: &str, message| format.mistake(terminal, (argument, text), message, None);
        let plan = catalogue.book.plan(customer, target, today).map_err(|error| match error {
            PlanError::Run(error) => opened.failed(terminal, format, error),
            PlanError::NotABalance => {
                let message = Message::NotABalance { id: self.metric.clone() };
                mistake("--metric", &self.metric, message)
            }
            PlanError::Day => mistake("--day", &self.day.to_string(), Message::DayOutside {}),
            PlanError::Average => {
                mistake("--average", &self.average.to_string(), Message::AverageNegative {})
            }
        })?;
        let narrator = Narrator::new(catalogue, terminal.asked, self.day.month());
        Ok(match format {
            Format::Json => {
                let because = |month| narrator.plan_impossible(month);
                terminal.result(&answers::text(&answers::Plan::new(&plan, because, ids)))
            }
            Format::Table => {
                opened.warn(terminal);
                terminal.result(&narrator.plan(&plan, today))
            }
        })
    }
}

impl Narrator<'_> {
    fn plan(&self, plan: &Answer, today: Today) -> String {
        let speaker = self.speaker();
        let title = self.said("plan-title").with("tier", speaker.name(plan.target));
        let title = title.with("metric", speaker.name(today.metric)).with("day", speaker.date(today.day));
        let mut text = format!("{}\n", title.say());
        if !plan.by.is_empty() {
            let heads = [("by", Align::Left), ("keep", Align::Right), ("deposit", Align::Right)];
            let mut columns = self.columns(&heads);
            for keep in &plan.by {
                let (kept, deposit) = (speaker.money(keep.from_tomorrow), speaker.money(keep.deposit_today));
                columns.row(vec![self.month(keep.month), kept, deposit]);
            }
            text.push_str(&columns.to_string());
        }
        for &month in &plan.impossible {
            text.push_str(&self.plan_impossible(month));
            text.push('\n');
        }
        text
    }

    fn plan_impossible(&self, month: rulebook::Month) -> String {
        self.said("plan-impossible").with("month", self.month(month)).say()
    }
}

/// A decimal as content writes it, or one with more decimals, as an average may have.
fn average(text: &str) -> Result<Number, String> {
    text.parse().or_else(|_| content::decimal(text)).map_err(|_| format!("{text:?} is not a decimal"))
}
