//! Explanations in words, compared with what is written down in `tests/explained`, one file a language. After reading
//! what changed, `BLESS=1 cargo test -p words` writes it down anew.

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::{Book, n};
use rulebook::explain::What;
use rulebook::model::Household;
use rulebook::{Customer, Inputs, Month, PriorCredit, RuleBook, Session, Value};
use words::{Language, Reason, Speaker};

/// One of each kind of figure.
const ASKED: [(&str, &str); 11] = [
    ("2026-09", "tier"),
    ("2026-09", "metric:aum"),
    ("2026-09", "metric:tenure"),
    ("2026-09", "earn:card-spend"),
    ("2026-09", "earn:assets"),
    ("2026-09", "earn:cashback"),
    ("2026-09", "campaign:autumn"),
    ("2026-10", "task:lighthouse"),
    ("2026-09", "task:steady"),
    ("2026-09", "benefit:lounge"),
    ("2026-09", "currency:points"),
];

#[test]
fn explanations_are_said_as_written_down() {
    for locale in Language::tags() {
        let said = explained(locale);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/explained/{locale}.txt"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &said).expect("the file can be written");
        }
        let written = std::fs::read_to_string(&file).expect("the file is there");
        let differs = said.lines().zip(written.lines()).find(|(said, written)| said != written);
        assert!(differs.is_none() && said == written, "{locale}: said and written down: {differs:?}");
        let hidden = ["守灯人", "守燈人", "Keeper of the light"];
        assert!(hidden.iter().all(|name| !said.contains(name)), "a hidden task is named");
    }
}

#[test]
fn a_line_knows_what_it_is_about() {
    let names = common::names("en");
    let book = RuleBook::new(rules()).expect("no circle");
    let customer = customer(&book);
    let session = Session::open(&book, customer.clone()).expect("a result");
    let language = Language::of("en");
    let speaker = Speaker::new(&language, book.rules(), &names);
    let what = What::named("earn:card-spend", &book.rules().ids).expect("a rule");
    let reasons = speaker.reasons(&session.why("2026-09".parse().expect("a month"), what));
    let about = reasons[0].about.as_ref().expect("a rule");
    assert_eq!(about.id, book.rules().ids.parse("earn:card-spend").expect("a rule"));
    let amount = reasons[0].parts[0].about.as_ref().expect("a metric");
    assert_eq!(amount.id, book.rules().ids.parse("metric:spend").expect("a metric"));
}

fn explained(locale: &str) -> String {
    let (language, names) = (Language::of(locale), common::names(locale));
    let book = RuleBook::new(rules()).expect("no circle");
    let customer = customer(&book);
    let session = Session::open(&book, customer.clone()).expect("a result");
    let speaker = Speaker::new(&language, book.rules(), &names);
    let mut text = String::new();
    for (month, what) in ASKED {
        writeln!(text, "\n## {month} {what}").expect("a string takes all");
        let month: Month = month.parse().expect("a month");
        let what = What::named(what, &book.rules().ids).expect("a figure");
        let reasons = speaker.reasons(&session.why(month, what));
        reasons.iter().for_each(|reason| print(&mut text, reason, 0));
    }
    text
}

fn print(text: &mut String, reason: &Reason, depth: usize) {
    writeln!(text, "{}{}", "  ".repeat(depth), reason.text).expect("a string takes all");
    reason.parts.iter().for_each(|part| print(text, part, depth + 1));
}

/// The rules of the tests, for households.
fn rules() -> rulebook::Rules {
    let mut rules = Book::new().rules();
    let spend = rules.ids.metrics.find("spend").expect("a metric");
    rules.versions[0].household = Some(Household { pool: vec![spend], members: 3 });
    rules
}

/// A customer with something of every kind in their months.
fn customer(book: &RuleBook) -> Customer {
    let ids = &book.rules().ids;
    let metric = |id| ids.metrics.find(id).expect("a metric");
    let points = ids.currencies.find("points").expect("a currency");
    let mut customer = Customer::new("2026-07".parse().expect("a month"), 4);
    customer.tier = ids.tiers.find("blue");
    customer.lots =
        vec![PriorCredit { currency: points, month: "2024-09".parse().expect("a month"), amount: n("700") }];
    customer.every = Inputs::from([
        (metric("deposits"), Value::Number(n("650000.5"))),
        (metric("spend"), Value::Number(n("31999.99"))),
        (metric("transfers"), Value::Number(n("4"))),
        (metric("payroll"), Value::Flag(true)),
        (metric("joined"), Value::Date(Some(common::date("2021-05-01")))),
    ]);
    customer.members = vec![Inputs::from([(metric("spend"), Value::Number(n("1500")))])];
    let august = Inputs::from([(metric("deposits"), Value::Number(n("900000")))]);
    customer.month = [("2026-08".parse().expect("a month"), august)].into();
    let redeemed = [(points, n("1000"))].into();
    customer.redeem = [("2026-09".parse().expect("a month"), redeemed)].into();
    customer
}
