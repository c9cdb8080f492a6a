//! The model against a small programme: what is entered, and what is shown for it.

use std::rc::Rc;

use rulebook::{AnyId, Customer, Date, Month, Outstanding, RuleBook};
use simulator::model::entry::EntryError;
use simulator::model::form::FieldId;
use simulator::model::progress::{self, Missing, Part, Progress};
use simulator::model::ways::{self, EASIEST};
use simulator::model::{Action, Direction, Run, State, campaign, earning, task, timeline, update, worth};

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

    fn run(&self) -> &Run {
        self.0.run.as_ref().expect("a run")
    }

    fn tiers(&self) -> Vec<&str> {
        let ids = &self.0.book().rules().ids;
        self.0.months().iter().map(|month| &ids.tiers[month.tier]).collect()
    }

    fn standing(&self, month: usize) -> progress::Standing {
        progress::standing(self.run(), month).expect("a month of the run")
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
    let change = timeline::next_change(sim.run(), 0).expect("it rises");
    assert_eq!(change.0, month("2026-04"));
    let stops = timeline::stops(sim.run());
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
    let good = sim.0.run.clone().expect("a run");
    let sim = sim.enter("deposits", "50万x");
    assert_eq!(sim.0.problem(sim.own("deposits")), Some(EntryError::NotANumber));
    assert!(sim.0.is_stale());
    assert!(std::ptr::eq(&raw const *good, sim.run()));
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
    assert_eq!(sim.0.months()[1].tasks, [secret]);
    assert_eq!(sim.tiers()[2], "silver");
    assert_eq!(sim.standing(1).qualified, sim.0.months()[2].tier);
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
    let earned = earning::earned(sim.run(), 0);
    let [points, growth] = earned.as_slice() else { panic!("two currencies") };
    let shown: Vec<_> = points
        .sources
        .iter()
        .map(|line| (line.source, line.month.to_string(), line.year.to_string()))
        .collect();
    let ids = &sim.0.book().rules().ids;
    let earn = AnyId::Earn(ids.earn.find("card-spend").expect("a rule"));
    let task = AnyId::Task(ids.tasks.find("first-transfer").expect("a task"));
    let spring = AnyId::Campaign(ids.campaigns.find("spring").expect("a campaign"));
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
    let balance = |at: usize| earning::earned(sim.run(), at)[0].balance.to_string();
    assert_eq!([balance(0), balance(1), balance(2)], ["1200", "1200", "0"]);
}

#[test]
fn benefits_are_worth_what_the_rules_say() {
    let sim = Sim::new();
    let gold = sim.0.book().rules().ids.tiers.find("gold").expect("a tier");
    let silver = sim.0.book().rules().ids.tiers.find("silver").expect("a tier");
    let in_silver = sim.act(Action::StartIn(Some(silver))).enter("joined", "2020-06-01");
    let benefits = worth::benefits(in_silver.run(), 0);
    let worths: Vec<_> = benefits.given.iter().map(|b| b.year.map(|year| year.to_string())).collect();
    assert_eq!(worths, [None, Some("200".into()), Some("600".into())]);
    assert_eq!(benefits.year.map(|year| year.to_string()).as_deref(), Some("800"));
    assert_eq!((benefits.pools.len(), benefits.pools[0].pick), (1, 1));

    let in_gold = in_silver.act(Action::StartIn(Some(gold)));
    let benefits = worth::benefits(in_gold.run(), 0);
    assert_eq!(benefits.given[2].year, None, "without limit, and nobody says how often to reckon with");
}

#[test]
fn the_clock_sets_the_first_month_until_one_is_chosen() {
    let sim = Sim::new().act(Action::Today(date("2026-02-01")));
    assert_eq!(sim.0.answers.start, month("2026-02"));
    let sim = sim.act(Action::StartAt(month("2026-05"))).act(Action::Today(date("2026-03-01")));
    assert_eq!(sim.0.answers.start, month("2026-05"));
    assert_eq!(sim.0.months()[0].month, month("2026-05"));
}

#[test]
fn clearing_empties_the_form() {
    let sim = Sim::new().enter("deposits", "x").act(Action::Show(5)).act(Action::Clear);
    assert!(sim.0.is_empty());
    assert!(!sim.0.is_stale());
    assert_eq!(sim.0.shown, 0);
}

#[test]
fn the_ways_up_are_found_when_asked_for_and_never_kept_beside_other_answers() {
    let sim = Sim::new().enter("deposits", "20万");
    assert!(sim.0.is_searching() && sim.0.ways.is_none());
    let sim = sim.act(Action::FindWays);
    assert!(!sim.0.is_searching());
    let found = sim.0.ways.clone().expect("ways");
    let up = found.up.as_ref().expect("the base tier has one above");
    let ids = &sim.0.book().rules().ids;
    assert_eq!(&ids.tiers[up.paths.target], "silver", "the next one");
    assert_eq!(up.paths.from, month("2026-02"), "after the month that is shown");
    assert!(up.paths.options.len() >= 2 && up.outlooks.len() == up.paths.options.len().min(EASIEST));
    assert_eq!(found.staying, None, "nobody falls from the base tier");
    let customer = Customer { months: 1, ..sim.run().customer().clone() };
    assert_eq!(sim.0.book().paths(&customer, up.paths.target), Ok(up.paths.clone()));

    // A number that is written in another way makes no other customer.
    let sim = sim.enter("deposits", "200,000");
    assert!(!sim.0.is_searching());
    let gold = sim.0.book().rules().ids.tiers.find("gold").expect("a tier");
    for action in [Action::Show(3), Action::AimAt(gold)] {
        let sim = Sim(sim.0.clone()).act(action);
        assert!(sim.0.is_searching());
    }
    let sim = sim.enter("deposits", "30万");
    assert!(sim.0.is_searching());
    let sim = sim.act(Action::AimAt(gold)).act(Action::FindWays);
    assert_eq!(sim.0.ways.clone().and_then(|ways| Some(ways.up.as_ref()?.paths.target)), Some(gold));
}

#[test]
fn a_way_can_be_tried_and_undone() {
    let sim = Sim::new().enter("deposits", "20万").act(Action::FindWays);
    let ways = sim.0.ways.clone().expect("ways");
    let option = ways.up.as_ref().expect("a tier above").paths.options[0].clone();
    assert!(ways::can_be_tried(&sim.0.form, &option.changes));
    let answers = sim.0.answers.clone();
    let tried = sim.act(Action::Try(option.changes));
    assert_ne!(tried.0.answers, answers);
    assert!(tried.tiers()[..=3].contains(&"silver"), "{:?}", tried.tiers());
    let undone = Sim(tried.0.clone()).act(Action::Undo);
    assert_eq!((undone.0.answers, undone.0.before), (answers, None));
    // What is entered afterwards must not be lost by going back.
    assert_eq!(tried.enter("spend", "100").0.before, None);
}

#[test]
fn what_keeps_a_tier_is_found() {
    let gold = book().rules().ids.tiers.find("gold").expect("a tier");
    let lost = Sim::new().enter("deposits", "100万").act(Action::StartIn(Some(gold))).act(Action::FindWays);
    let ways = lost.0.ways.clone().expect("ways");
    assert_eq!(ways.staying, None, "it is lost before anything can change");
    assert_eq!(ways.up.as_ref().map(|up| up.paths.target), Some(gold), "and can be reached again");

    let held = lost.act(Action::HeldUntil(Some(month("2026-06")))).act(Action::FindWays);
    let ways = held.0.ways.clone().expect("ways");
    assert_eq!(ways.up, None, "gold is the highest");
    let staying = ways.staying.as_ref().expect("gold can be lost");
    assert_eq!(
        staying.falls.map(|(month, _)| month),
        timeline::next_change(held.run(), 0).map(|(month, _)| month)
    );
    assert!(!staying.options.is_empty());
}

#[test]
fn what_is_held_expires_month_by_month() {
    let sim = Sim::new().enter("spend", "1000").enter("transfers", "1");
    let points = sim.0.book().rules().ids.currencies.find("points").expect("a currency");
    let left = sim.run().outstanding(2);
    let expiring: Vec<_> =
        left.expiring.iter().map(|e| (e.month.to_string(), e.amount.to_string())).collect();
    let expected = [("2026-04", "550"), ("2026-05", "50"), ("2026-06", "100")];
    assert_eq!(expiring, expected.map(|(month, amount)| (month.to_owned(), amount.to_owned())));
    assert!(left.expiring.iter().all(|expiring| expiring.currency == points));
    assert!(left.arriving.is_empty());
    assert_eq!(sim.run().outstanding(12), Outstanding::default());
}

#[test]
fn tasks_are_listed_by_month_and_what_is_open_is_left() {
    let sim = Sim::new();
    let tasks = |sim: &Sim| {
        let tasks = task::tasks(sim.run(), 0);
        let ids = &sim.0.book().rules().ids.tasks;
        let achieved =
            tasks.achieved.iter().map(|a| format!("{} {}", a.month, &ids[a.task])).collect::<Vec<_>>();
        let open = tasks.open.iter().map(|task| ids[task.id].to_owned()).collect::<Vec<_>>();
        (achieved, open)
    };
    assert_eq!(tasks(&sim), (vec![], vec!["first-transfer".into(), "secret".into()]));
    let sim = sim.enter("transfers", "5");
    assert_eq!(tasks(&sim), (vec!["2026-01 first-transfer".into(), "2026-02 secret".into()], vec![]));
    let first = sim.0.book().rules().ids.tasks.find("first-transfer").expect("a task");
    let sim = sim.act(Action::Tick(FieldId::Task(first), true));
    assert_eq!(tasks(&sim), (vec!["2026-02 secret".into()], vec![]));
}

#[test]
fn a_campaign_brings_what_its_lines_credit() {
    let sim = Sim::new().enter("spend", "1000");
    let [spring] = &campaign::running(sim.run())[..] else { panic!("one campaign") };
    let credited: Vec<_> = spring.credited.iter().map(|(_, amount)| amount.to_string()).collect();
    assert_eq!((credited, spring.delayed.len()), (vec!["50".to_owned()], 0));
    assert_eq!((spring.from, spring.to), (date("2026-03-01"), date("2026-03-31")));
}

#[test]
fn a_task_counts_as_achieved_from_its_month_on() {
    let sim = Sim::new().enter("transfers", "5");
    let secret = sim.0.book().rules().ids.tasks.find("secret").expect("a task");
    let achieved = [0, 1, 2].map(|month| task::is_achieved(sim.run(), month, secret));
    assert_eq!(achieved, [false, true, true]);
}
