//! Every figure of every conformance case has an explanation that comes to just that figure, whose parts come to
//! their whole, and that can be said.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};

use rulebook::explain::{Figure, Operation, Step, What};
use rulebook::model::{Take, Unit, Window};
use rulebook::{AnyId, Customer, Ids, MonthResult, Number, RuleBook, Session, Sum};
use site_gen::catalogue::customer;
use site_gen::diagnostics::Diagnostics;
use site_gen::programme::Programme;
use words::{Language, Names, Reason, Speaker};

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths
}

/// Each programme with its customers; those with mistakes have nothing to explain.
fn each(mut see: impl FnMut(&str, &RuleBook, &Customer)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/conformance");
    let by_hand = folders(&root.join("cases"))
        .into_iter()
        .map(|folder| (folder.clone(), vec![folder.join("customer.toml")]));
    let mixed = folders(&root.join("mixed"))
        .into_iter()
        .map(|folder| (folder.clone(), folders(&folder.join("customers"))));
    for (folder, customers) in by_hand.chain(mixed) {
        let mut programme =
            Programme::from_disk(&folder.join("content"), false).expect("a folder that can be read");
        let Some(catalogue) = &programme.catalogue else { continue };
        for path in customers {
            let name = path.display().to_string();
            let bytes = fs::read(&path).expect("a customer");
            let mut found = Diagnostics::default();
            let customer = customer::read(&name, &bytes, &catalogue.book, &mut programme.sources, &mut found);
            see(&name, &catalogue.book, &customer.expect("a customer without mistakes"));
        }
    }
}

/// One month of a run under examination.
struct Exam<'a> {
    name: String,
    book: &'a RuleBook,
    result: &'a MonthResult,
    session: &'a Session<&'a RuleBook>,
    languages: &'a [Language],
}

#[test]
fn every_figure_is_explained_by_what_comes_to_it() {
    let mut figures = 0;
    let languages: Vec<_> = Language::tags().map(Language::of).collect();
    each(|name, book, customer| {
        let Ok(session) = Session::open(book, customer.clone()) else { return };
        for result in session.months() {
            let name = format!("{name} {}", result.month);
            let exam = Exam { name, book, result, session: &session, languages: &languages };
            figures += exam.tier() + exam.metrics() + exam.belonging() + exam.lines() + exam.accounts();
        }
    });
    assert!(figures > 10_000, "only {figures} figures were looked at");
}

impl Exam<'_> {
    fn why(&self, what: What) -> Vec<Step> {
        let steps = self.session.why(self.result.month, what);
        assert!(!steps.is_empty(), "{}: nothing about {what:?}", self.name);
        steps.iter().for_each(|step| self.holds_together(step, 0));
        self.said(&steps);
        steps
    }

    /// Whether it can be said, and the parts of what is shown as a sum come to it as they are shown.
    fn said(&self, steps: &[Step]) {
        // What is said of one month is said of all; that there are many is for the sums.
        let last = self.session.months().last().is_some_and(|last| last.month == self.result.month);
        let languages = self.languages.iter().filter(|language| last || language.tag() == "en");
        for language in languages {
            let reasons = Speaker::new(language, self.book.rules(), &Names::default()).reasons(steps);
            assert_eq!(reasons.len(), steps.len(), "{}", self.name);
            for (step, reason) in steps.iter().zip(&reasons) {
                self.has_no_gap(reason);
                if language.tag() == "en" {
                    self.adds_up(step, reason);
                }
            }
        }
    }

    fn has_no_gap(&self, reason: &Reason) {
        let gap = reason.text.trim().is_empty() || reason.text.contains(['{', '}', '\u{2068}', '#']);
        assert!(!gap && !reason.text.contains("why-"), "{}: {reason:#?}", self.name);
        reason.parts.iter().for_each(|part| self.has_no_gap(part));
    }

    fn adds_up(&self, step: &Step, reason: &Reason) {
        let sum = matches!(
            step.operation,
            Operation::Sum
                | Operation::Pooled
                | Operation::Balance
                | Operation::Credited
                | Operation::Pending
                | Operation::Redeemed
                | Operation::Expired
        );
        if let Figure::Value(_, Unit::Money | Unit::Count | Unit::Currency(_)) = step.result
            && sum
        {
            let parts: Sum = reason.parts.iter().map(|part| shown(&part.text)).collect();
            assert_eq!(parts.total(), Ok(shown(&reason.text)), "{}: {reason:#?}", self.name);
        }
        // Where lines were put together, there is no line for each input.
        if step.inputs.len() == reason.parts.len() {
            step.inputs.iter().zip(&reason.parts).for_each(|(input, part)| self.adds_up(input, part));
        }
    }

    fn tier(&self) -> usize {
        let steps = self.why(What::Tier);
        assert_eq!(steps[0].result, Figure::Tier(self.result.tier), "{}", self.name);
        assert_eq!(steps[1].result, Figure::Tier(self.result.next_tier), "{}", self.name);
        2
    }

    fn metrics(&self) -> usize {
        for &(id, value) in &self.result.metrics {
            let steps = self.why(What::of(id));
            let Figure::Value(explained, _) = steps[0].result else { panic!("{}: no value", self.name) };
            assert_eq!(explained, value, "{} {id:?}", self.name);
        }
        self.result.metrics.len()
    }

    fn belonging(&self) -> usize {
        let ids = &self.book.rules().ids;
        let holds = |what, expected| {
            assert_eq!(self.why(what)[0].result, Figure::Holds(expected), "{} {what:?}", self.name);
        };
        for (id, _) in ids.segments.iter() {
            holds(What::of(id), self.result.segments.contains(&id));
        }
        for (id, _) in ids.tasks.iter() {
            holds(What::of(id), self.result.tasks.contains(&id));
        }
        for (id, _) in ids.benefits.iter() {
            holds(What::of(id), self.result.benefits.contains(&id));
        }
        ids.segments.len() + ids.tasks.len() + ids.benefits.len()
    }

    /// Every line, and no other.
    fn lines(&self) -> usize {
        let ids = &self.book.rules().ids;
        let earn = ids.earn.iter().map(|(id, _)| (What::of(id), AnyId::Earn(id)));
        let campaigns = ids.campaigns.iter().map(|(id, _)| (What::of(id), AnyId::Campaign(id)));
        let tasks = ids.tasks.iter().map(|(id, _)| (What::of(id), AnyId::Task(id)));
        for (what, source) in earn.chain(campaigns).chain(tasks) {
            let lines = self.result.lines.iter().filter(|line| line.source == source);
            let mut credited: Vec<_> = lines.map(|line| line.amount).collect();
            let steps = self.why(what);
            let now = |step: &&Step| match step.operation {
                Operation::Accrued { due } => due == self.result.month,
                Operation::Arrived { .. } | Operation::Gift | Operation::Reward => true,
                _ => false,
            };
            let amounts = steps.iter().filter(now).filter_map(|step| step.result.number());
            let mut explained: Vec<_> = amounts.filter(|amount| !amount.is_zero()).collect();
            credited.sort_unstable();
            explained.sort_unstable();
            assert_eq!(explained, credited, "{} {what:?}", self.name);
        }
        self.result.lines.len()
    }

    fn accounts(&self) -> usize {
        for account in &self.result.accounts {
            let steps = self.why(What::of(account.currency));
            let amounts: Vec<_> = steps[0].inputs.iter().filter_map(|step| step.result.number()).collect();
            let [_, earned, redeemed, expired] = amounts[..] else { panic!("{}: not four parts", self.name) };
            let turned = |amount: Number| {
                let mut sum = Sum::default();
                sum.subtract(amount);
                sum.total().unwrap()
            };
            assert_eq!(steps[0].result.number(), Some(account.balance), "{}", self.name);
            assert_eq!(steps[1].result.number(), Some(account.pending), "{}", self.name);
            assert_eq!(earned, account.earned, "{}", self.name);
            assert_eq!(turned(redeemed), account.redeemed, "{}", self.name);
            assert_eq!(turned(expired), account.expired, "{}", self.name);
        }
        self.result.accounts.len()
    }

    /// Whether the inputs of a step, and of all below it, come to its result.
    fn holds_together(&self, step: &Step, depth: usize) {
        assert!(depth < 200, "{}: too deep", self.name);
        step.inputs.iter().for_each(|input| self.holds_together(input, depth + 1));
        let numbers = || step.inputs.iter().filter_map(|input| input.result.number());
        let sum = || numbers().collect::<Sum>().total().ok();
        let holding = || step.inputs.iter().filter(|input| input.result == Figure::Holds(true)).count();
        let holds = step.result == Figure::Holds(true);
        let result = step.result.number();
        let fits = match &step.operation {
            Operation::Sum | Operation::Pooled | Operation::Earned(_) => sum() == result,
            Operation::Balance | Operation::Credited | Operation::Redeemed | Operation::Expired => {
                sum() == result
            }
            Operation::Pending => sum() == result,
            Operation::Opening => step.inputs.is_empty() || sum() == result,
            Operation::Bands { whole, .. } => sum() == Some(*whole),
            Operation::Greatest => numbers().max() == result,
            Operation::Least => numbers().min() == result,
            Operation::Held | Operation::Accrued { .. } => {
                step.inputs.last().is_some_and(|last| last.result.number() == result)
            }
            Operation::Arrived { lost, .. } => {
                let earned = step.inputs.first().and_then(|first| first.result.number());
                *lost || earned.is_none_or(|earned| Some(earned) == result)
            }
            Operation::Count => result == Some(Number::from(u32::try_from(holding()).unwrap())),
            Operation::Over { window, take, average, .. } => self.window(step, *window, *take, *average),
            Operation::All | Operation::Benefit | Operation::Segment => {
                holds == (holding() == step.inputs.len())
            }
            Operation::Any => holds == (holding() > 0),
            Operation::Not => holds == (holding() == 0),
            Operation::AtLeast(count) => holds == (holding() >= *count as usize),
            Operation::InSegment(_) | Operation::Qualify if !step.inputs.is_empty() => {
                holds == (holding() == 1)
            }
            Operation::Nothing(_) => {
                step.result == Figure::Holds(false) || result.is_some_and(Number::is_zero)
            }
            _ => true,
        };
        assert!(fits, "{}: {step:#?}", self.name);
    }

    /// Whether a window has each of its months, and they come to its result.
    fn window(
        &self,
        step: &Step,
        window: Window,
        take: Take,
        average: Option<(Option<Number>, u32)>,
    ) -> bool {
        let span = window.span(step.month, self.book.rules().year_starts);
        assert!(span.months().eq(step.inputs.iter().map(|input| input.month)), "{}: {step:#?}", self.name);
        let skipped = |input: &&Step| input.operation != Operation::BeforeStart { skipped: true };
        let values = || step.inputs.iter().filter(skipped).filter_map(|input| input.result.number());
        let result = step.result.number();
        match (take, average) {
            (Take::Total, _) => values().collect::<Sum>().total().ok() == result,
            (Take::Highest, _) => values().max().unwrap_or_default() == result.unwrap(),
            (Take::Lowest, _) => values().min().unwrap_or_default() == result.unwrap(),
            (_, Some((Some(total), divisor))) => {
                [total].into_iter().collect::<Sum>().divided_by(divisor).ok() == result
            }
            (_, Some((None, _))) => true,
            (_, None) => result == Some(Number::ZERO),
        }
    }
}

/// The figure of a line: the number after its first colon.
fn shown(text: &str) -> Number {
    let (_, figure) = text.split_once(": ").unwrap_or_else(|| panic!("no figure: {text}"));
    let figure = figure.strip_prefix("CNY ").unwrap_or(figure);
    let end = figure.find(|c: char| !(c.is_ascii_digit() || "-,.".contains(c))).unwrap_or(figure.len());
    figure[..end].replace(',', "").parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

/// Which operations were met, and their words.
#[derive(Default)]
struct Met {
    operations: HashSet<Discriminant<Operation>>,
    words: BTreeSet<String>,
}

impl Met {
    fn meet(&mut self, step: &Step, ids: &Ids) {
        if self.operations.insert(discriminant(&step.operation)) {
            let alone = Step { inputs: Vec::new(), ..step.clone() };
            let printed = answers::text(&answers::Step::new(&alone, &|_, _| answers::Place::default(), ids));
            let printed: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
            self.words.insert(printed["operation"].as_str().expect("a word").to_owned());
        }
        step.inputs.iter().for_each(|input| self.meet(input, ids));
    }
}

/// The cases between them meet every operation, so that none goes without examination, and an event that the engine no
/// longer tells is missed.
#[test]
fn every_kind_of_step_is_met() {
    let mut met = Met::default();
    each(|_, book, customer| {
        let Ok(session) = Session::open(book, customer.clone()) else { return };
        let ids = &book.rules().ids;
        for result in session.months() {
            let whats = (ids.metrics.iter().map(|(id, _)| What::of(id)))
                .chain(ids.segments.iter().map(|(id, _)| What::of(id)))
                .chain(ids.tasks.iter().map(|(id, _)| What::of(id)))
                .chain(ids.benefits.iter().map(|(id, _)| What::of(id)))
                .chain(ids.earn.iter().map(|(id, _)| What::of(id)))
                .chain(ids.campaigns.iter().map(|(id, _)| What::of(id)))
                .chain(ids.currencies.iter().map(|(id, _)| What::of(id)))
                .chain([What::Tier]);
            for what in whats {
                session.why(result.month, what).iter().for_each(|step| met.meet(step, ids));
            }
        }
    });
    for name in [
        "absent",
        "seen",
        "given",
        "pooled",
        "member",
        "sum",
        "greatest",
        "least",
        "part",
        "over",
        "before-start",
        "steps",
        "count",
        "earned",
        "held",
        "since",
        "bounds",
        "flag",
        "in-segment",
        "achieved",
        "in-tier",
        "all",
        "any",
        "not",
        "at-least",
        "segment",
        "task",
        "reward",
        "accrued",
        "nothing",
        "gives",
        "rate",
        "bands",
        "band",
        "fixed",
        "not-positive",
        "times",
        "boost",
        "rounded",
        "cap",
        "currency-cap",
        "gift",
        "arrived",
        "balance",
        "opening",
        "credited",
        "line",
        "redeemed",
        "expired",
        "lot",
        "pending",
        "delayed",
        "history",
        "credited-in",
        "benefit",
        "available",
        "granted",
        "in-force",
        "review",
        "no-review",
        "qualify",
        "keep",
    ] {
        assert!(met.words.contains(name), "no case meets {name}");
    }
}
