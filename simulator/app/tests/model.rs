//! The model against a small programme: what is entered, and what is shown for it.

use std::rc::Rc;

use rulebook::{Date, Month, RuleBook, Source};
use simulator::model::entry::EntryError;
use simulator::model::form::FieldId;
use simulator::model::progress::{self, Missing, Part, Progress};
use simulator::model::{Action, Direction, State, points, timeline, update, worth};

fn book() -> Rc<RuleBook> {
    let rules = serde_json::from_str(include_str!("programme.json")).expect("the programme can be read");
    Rc::new(RuleBook::new(rules).expect("no rules need each other"))
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A state with a few short hands.
struct Sim(State);

impl Sim {
    fn new() -> Self {
        Self(State::new(book(), date("2026-01-15")))
    }

    fn own(&self, metric: &str) -> FieldId {
        FieldId::Own(self.0.book().rules().ids.metrics.find(metric).expect("a metric"))
    }

    fn act(self, action: Action) -> Self {
        Self(update(self.0, action))
    }

    fn enter(self, metric: &str, text: &str) -> Self {
        let id = self.own(metric);
        self.act(Action::Type(id, text.to_owned()))
    }

    fn tiers(&self) -> Vec<&str> {
        let ids = &self.0.book().rules().ids;
        self.0.run.months.iter().map(|month| &ids.tiers[month.tier]).collect()
    }

    fn standing(&self, month: usize) -> progress::Standing {
        progress::standing(self.0.book(), &self.0.run, month).expect("a month of the run")
    }
}

#[test]
fn the_form_is_made_from_the_rules() {
    let sim = Sim::new();
    let form = &sim.0.form;
    let sizes: Vec<_> = form.groups.iter().map(|group| group.fields.len()).collect();
    assert_eq!(sizes, [2, 2, 2], "balances, flows, facts");
    assert_eq!((form.others.len(), form.opening.len()), (2, 1));
    assert_eq!((form.tiers.len(), form.tasks.len()), (3, 1), "a hidden task is not asked for");
    assert!(sim.0.is_empty());
    assert_eq!(sim.tiers(), ["basic"; 12]);
}

#[test]
fn a_tier_follows_from_what_is_entered() {
    let sim = Sim::new().enter("deposits", "50万");
    assert_eq!(sim.tiers()[..5], ["basic", "basic", "basic", "silver", "silver"]);
    let change = timeline::next_change(&sim.0.run, 0).expect("it rises");
    assert_eq!(change.0, month("2026-04"));
    let stops = timeline::stops(&sim.0.run);
    assert_eq!(stops.iter().filter(|stop| stop.changed).count(), 1);
}

#[test]
fn the_household_counts() {
    let sim = Sim::new();
    let FieldId::Own(deposits) = sim.own("deposits") else { unreachable!() };
    let sim = sim.enter("deposits", "20万").act(Action::Type(FieldId::Others(deposits), "30万".into()));
    assert_eq!(sim.tiers()[3], "silver");
}

#[test]
fn a_bad_number_leaves_the_last_result() {
    let sim = Sim::new().enter("deposits", "50万");
    let good = sim.0.run.clone();
    let sim = sim.enter("deposits", "50万x");
    assert_eq!(sim.0.problem(sim.own("deposits")), Some(EntryError::NotANumber));
    assert!(sim.0.is_stale());
    assert!(Rc::ptr_eq(&good, &sim.0.run));
    let sim = sim.enter("deposits", "60万");
    assert_eq!(sim.0.problem(sim.own("deposits")), None);
    assert!(!sim.0.is_stale());
}

#[test]
fn what_may_go_on_is_blamed_only_when_left() {
    let sim = Sim::new().enter("deposits", "1,00");
    let id = sim.own("deposits");
    assert_eq!(sim.0.problem(id), None);
    assert!(sim.0.is_stale());
    let sim = sim.act(Action::Leave(id));
    assert_eq!(sim.0.problem(id), Some(EntryError::Separators));
}

#[test]
fn steps_go_up_and_down_but_not_below_nothing() {
    let sim = Sim::new();
    let id = sim.own("deposits");
    let sim = sim.act(Action::Step(id, Direction::Up)).act(Action::Step(id, Direction::Up));
    assert_eq!(sim.0.answers.text(id), "20000");
    let sim = sim.enter("deposits", "5,000").act(Action::Step(id, Direction::Down));
    assert_eq!(sim.0.answers.text(id), "0");
    let spend = sim.own("spend");
    let sim = sim.act(Action::Step(spend, Direction::Up));
    assert_eq!(sim.0.answers.text(spend), "", "money without a step has none");
}

#[test]
fn progress_follows_each_alternative() {
    let sim = Sim::new().enter("deposits", "20万").enter("joined", "2020-06-01");
    let next = sim.standing(0).next.expect("silver is next");
    assert!(!next.progress.met);
    let [assets, loyal, secret] = next.progress.alternatives() else { panic!("three ways") };

    let Part::Number { value, gap, .. } = &assets.part else { panic!("a number") };
    assert_eq!(gap.to_string(), "433333.3333333333", "the average counts the months before as 0");
    assert_eq!(assets.part.bar().map(|(value, _)| value), Some(*value));

    let Part::All(parts) = &loyal.part else { panic!("three conditions") };
    assert_eq!(parts.iter().map(|part| part.met).collect::<Vec<_>>(), [false, true, true]);
    let missing = loyal.missing();
    assert!(matches!(missing[..], [Missing::One(Progress { part: Part::Flag { is: true, .. }, .. })]));
    let whole = next.progress.missing();
    assert!(matches!(&whole[..], [Missing::Choice { needed: 1, of }] if of.len() == 3));

    assert_eq!(secret.part, Part::Task(None), "nothing is told of a hidden task");
}

#[test]
fn a_hidden_task_is_named_once_achieved() {
    let sim = Sim::new().enter("transfers", "5");
    let secret = sim.0.book().rules().ids.tasks.find("secret").expect("a task");
    assert_eq!(sim.0.run.months[1].tasks, [secret]);
    assert_eq!(sim.tiers()[2], "silver");
    assert_eq!(sim.standing(1).qualified, sim.0.run.months[2].tier);
}

#[test]
fn what_keeps_a_tier_is_shown_when_it_is_at_risk() {
    let sim = Sim::new();
    let gold = sim.0.book().rules().ids.tiers.find("gold").expect("a tier");
    let sim = sim.enter("deposits", "10万").act(Action::StartIn(Some(gold)));
    let standing = sim.standing(0);
    assert_eq!(standing.next, None, "gold is the highest");
    let keep = standing.keep.expect("gold is not qualified for");
    assert_eq!(keep.tier, gold);
    let Part::Number { bound, .. } = keep.progress.part else { panic!("a number") };
    assert_eq!(bound.value.to_string(), "2700000");
}

#[test]
fn points_are_summed_by_source() {
    let sim = Sim::new().enter("spend", "1000").enter("transfers", "1");
    let earned = points::earned(sim.0.book(), &sim.0.run, 0);
    let [points, growth] = earned.as_slice() else { panic!("two currencies") };
    let shown: Vec<_> = points
        .sources
        .iter()
        .map(|line| (line.source, line.month.to_string(), line.year.to_string()))
        .collect();
    let ids = &sim.0.book().rules().ids;
    let earn = Source::Earn(ids.earn.find("card-spend").expect("a rule"));
    let task = Source::Task(ids.tasks.find("first-transfer").expect("a task"));
    let spring = Source::Campaign(ids.campaigns.find("spring").expect("a campaign"));
    let text = |month: &str, year: &str| (month.to_owned(), year.to_owned());
    let expected = [(task, text("500", "500")), (earn, text("50", "600")), (spring, text("0", "50"))];
    let expected: Vec<_> = expected.map(|(source, (month, year))| (source, month, year)).into();
    assert_eq!(shown, expected);
    assert_eq!((points.month.to_string(), points.year.to_string()), ("550".into(), "1150".into()));
    assert_eq!(points.worth.map(|worth| worth.to_string()).as_deref(), Some("11.5"));
    assert_eq!(
        points.expired_year.to_string(),
        "1000",
        "what was earned nine months and more before the end"
    );
    assert!(growth.sources.is_empty());
}

#[test]
fn an_opening_balance_is_a_lot_of_the_month_before() {
    let sim = Sim::new();
    let points = sim.0.book().rules().ids.currencies.find("points").expect("a currency");
    let sim = sim.act(Action::Type(FieldId::Opening(points), "1,200".into()));
    let balance = |at: usize| points::earned(sim.0.book(), &sim.0.run, at)[0].balance.to_string();
    assert_eq!([balance(0), balance(1), balance(2)], ["1200", "1200", "0"]);
}

#[test]
fn benefits_are_worth_what_the_rules_say() {
    let sim = Sim::new();
    let gold = sim.0.book().rules().ids.tiers.find("gold").expect("a tier");
    let silver = sim.0.book().rules().ids.tiers.find("silver").expect("a tier");
    let in_silver = sim.act(Action::StartIn(Some(silver))).enter("joined", "2020-06-01");
    let benefits = worth::benefits(in_silver.0.book(), &in_silver.0.run, 0);
    let worths: Vec<_> = benefits.given.iter().map(|b| b.year.map(|year| year.to_string())).collect();
    assert_eq!(worths, [None, Some("200".into()), Some("600".into())]);
    assert_eq!(benefits.year.map(|year| year.to_string()).as_deref(), Some("800"));
    assert_eq!((benefits.pools.len(), benefits.pools[0].pick), (1, 1));

    let in_gold = in_silver.act(Action::StartIn(Some(gold)));
    let benefits = worth::benefits(in_gold.0.book(), &in_gold.0.run, 0);
    assert_eq!(benefits.given[2].year, None, "without limit, and nobody says how often to reckon with");
}

#[test]
fn the_clock_sets_the_first_month_until_one_is_chosen() {
    let sim = Sim::new().act(Action::Today(date("2026-02-01")));
    assert_eq!(sim.0.answers.start, month("2026-02"));
    let sim = sim.act(Action::StartAt(month("2026-05"))).act(Action::Today(date("2026-03-01")));
    assert_eq!(sim.0.answers.start, month("2026-05"));
    assert_eq!(sim.0.run.months[0].month, month("2026-05"));
}

#[test]
fn clearing_empties_the_form() {
    let sim = Sim::new().enter("deposits", "x").act(Action::Show(5)).act(Action::Clear);
    assert!(sim.0.is_empty());
    assert!(!sim.0.is_stale());
    assert_eq!(sim.0.shown, 0);
}
