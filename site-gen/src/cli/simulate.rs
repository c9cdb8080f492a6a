//! `site-gen simulate`

use answers::Months;
use clap::Args;

use super::Exit;
use super::customer::{CustomerFile, Format};
use super::table::Narrator;
use super::terminal::Terminal;

#[derive(Args)]
pub(super) struct Simulate {
    #[command(flatten)]
    file: CustomerFile,
}

impl Simulate {
    pub(super) fn run(&self, terminal: &Terminal) -> Exit {
        let opened = match self.file.open(terminal) {
            Ok(opened) => opened,
            Err(exit) => return exit,
        };
        let book = &opened.catalogue.book;
        let months = match book.simulate(&opened.customer) {
            Ok(months) => months,
            Err(error) => return opened.failed(terminal, self.file.format, error),
        };
        match self.file.format {
            Format::Json => terminal.result(&answers::text(&Months::new(&months, &book.rules().ids))),
            Format::Table => {
                opened.warn(terminal);
                let month = months.last().map_or(opened.customer.start, |last| last.month);
                terminal.result(&Narrator::new(&opened.catalogue, terminal.asked, month).run(&months))
            }
        }
    }
}
