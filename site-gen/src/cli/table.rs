//! A customer's months as tables for a person, with the programme's names.

use rulebook::{Account, Month, MonthResult, Number, RunError};
use site_gen::catalogue::Catalogue;
use site_gen::render::names::names;
use words::{Language, Names, Saying, Speaker};

use super::columns::{Align, Columns};
use super::terminal::speak;

/// Says a run in one of the programme's languages.
pub(super) struct Narrator<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// For rules and results.
    language: Language,
    /// For what stands around them: heads and titles.
    own: Language,
    names: Names,
}

impl<'a> Narrator<'a> {
    /// Speaks the language that is asked for, if the programme has it, else the programme's own. Things are called
    /// as they are in a month.
    pub(super) fn new(catalogue: &'a Catalogue, asked: Option<&str>, month: Month) -> Self {
        let version = catalogue.book.version_at(month);
        let locales = || catalogue.locales.iter().map(String::as_str);
        let locale = asked.and_then(|asked| words::closest(asked, locales()));
        let locale = locale.unwrap_or(&catalogue.locales[0]);
        let names = names(catalogue, version, locale);
        Self { catalogue, language: Language::of(locale), own: speak(locale), names }
    }

    /// Why a run ended without a result.
    pub(super) fn error(&self, error: &RunError) -> String {
        self.speaker().run_error(error)
    }

    /// The months of a run: tier and review, what was credited and from where, what is held.
    pub(super) fn run(&self, months: &[MonthResult]) -> String {
        let (first, last) = match months {
            [] => return String::new(),
            [only] => (only, only),
            [first, .., last] => (first, last),
        };
        let span = self.own.message("run").with("programme", &self.names.programme);
        let span = span.with("from", self.month(first.month)).with("to", self.month(last.month));
        let mut parts = vec![format!("{}\n", span.say()), self.tiers(months)];
        parts.extend(self.section("credits", &self.credits(months)));
        parts.extend(self.section("accounts", &self.accounts(months)));
        parts.extend(self.section("tasks-done", &self.tasks(months)));
        parts.push(self.benefits(last));
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    fn tiers(&self, months: &[MonthResult]) -> String {
        let mut columns =
            self.columns(&[("month", Align::Left), ("tier", Align::Left), ("reviewed", Align::Left)]);
        for month in months {
            let version = &self.catalogue.book.rules().versions[month.version];
            let review = self.speaker().review(version, month).unwrap_or_default();
            columns.row(vec![self.month(month.month), self.speaker().name(month.tier).to_owned(), review]);
        }
        columns.to_string()
    }

    /// What was credited, from where.
    fn credits(&self, months: &[MonthResult]) -> Columns {
        let mut columns =
            self.columns(&[("month", Align::Left), ("source", Align::Left), ("amount", Align::Right)]);
        for month in months {
            let mut name = self.month(month.month);
            for line in &month.lines {
                let source = self.speaker().name_of(line.source).to_owned();
                let amount = self.speaker().amount(line.currency, line.amount);
                columns.row(vec![std::mem::take(&mut name), source, amount]);
            }
        }
        columns
    }

    /// What became of each currency; of one with which nothing happens nothing is said, nor of what never happens.
    fn accounts(&self, months: &[MonthResult]) -> Columns {
        const FIGURES: [(&str, Figure); 5] = [
            ("earned", |account| account.earned),
            ("pending", |account| account.pending),
            ("redeemed", |account| account.redeemed),
            ("expired", |account| account.expired),
            ("balance", |account| account.balance),
        ];
        let all = || months.iter().flat_map(|month| &month.accounts);
        let figures: Vec<_> = FIGURES
            .into_iter()
            .filter(|(name, figure)| {
                ["earned", "balance"].contains(name) || all().any(|account| figure(account) != Number::ZERO)
            })
            .collect();
        let mut heads = vec![("month", Align::Left), ("currency", Align::Left)];
        heads.extend(figures.iter().map(|(name, _)| (*name, Align::Right)));
        let mut columns = self.columns(&heads);
        let moves = |account: &&Account| {
            all()
                .filter(|other| other.currency == account.currency)
                .any(|account| FIGURES.iter().any(|(_, figure)| figure(account) != Number::ZERO))
        };
        for month in months {
            let mut name = self.month(month.month);
            for account in month.accounts.iter().filter(moves) {
                let currency = self.speaker().name(account.currency).to_owned();
                let mut row = vec![std::mem::take(&mut name), currency];
                row.extend(figures.iter().map(|(_, figure)| self.speaker().number(figure(account))));
                columns.row(row);
            }
        }
        columns
    }

    fn tasks(&self, months: &[MonthResult]) -> Columns {
        let mut columns = self.columns(&[("month", Align::Left), ("task", Align::Left)]);
        for month in months {
            for &task in &month.tasks {
                columns.row(vec![self.month(month.month), self.speaker().name(task).to_owned()]);
            }
        }
        columns
    }

    fn benefits(&self, month: &MonthResult) -> String {
        if month.benefits.is_empty() {
            return String::new();
        }
        let title = self.own.message("benefits-of").with("month", self.month(month.month)).say();
        let names = month.benefits.iter().map(|&benefit| format!("  {}\n", self.speaker().name(benefit)));
        format!("{title}\n{}", names.collect::<String>())
    }

    fn section(&self, title: &'static str, columns: &Columns) -> Option<String> {
        (!columns.is_empty()).then(|| format!("{}\n{columns}", self.own.message(title).say()))
    }

    pub(super) fn columns(&self, heads: &[(&'static str, Align)]) -> Columns {
        let head = |&(key, align)| (self.own.message(key).say(), align);
        Columns::new(heads.iter().map(head).collect())
    }

    /// What stands around rules and results.
    pub(super) fn said(&self, key: &'static str) -> Saying<'_> {
        self.own.message(key)
    }

    pub(super) fn month(&self, month: Month) -> String {
        self.speaker().month(month)
    }

    pub(super) fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.language, self.catalogue.book.rules(), &self.names)
    }
}

/// One of an account's figures.
type Figure = fn(&Account) -> Number;
