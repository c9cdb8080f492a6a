//! Where a customer can go from the last month on, and what holds of every way.

use rulebook::model::{InputKind, MetricSource};
use rulebook::{
    Coverage, Customer, Date, Month, Number, PathOption, PlanError, RuleBook, Session, TierId, Today,
};

use super::bytes::Bytes;

/// The longest run, in months.
const LONGEST_RUN: i32 = 120;

/// Looks for the ways to a tier, for what keeps the present one, and for a balance. The customer's own run must not end
/// in an error.
pub(crate) fn look(book: &RuleBook, customer: &Customer, choices: &mut Bytes<'_>) {
    let Some(target) = choices.id(&book.rules().ids.tiers) else { return };
    let session = Session::open(book, customer.clone()).expect("the customer was run before");
    let prospect = session.prospect_after_all();
    let paths = prospect.paths(target);
    let nothing = paths.options.is_empty() && paths.impossible.is_empty();
    assert!(!nothing || paths.coverage == Coverage::Partial, "neither a way nor what is in it");
    ranked(&paths.options);
    if let Some(first) = paths.options.first() {
        let outlook = prospect.outlook(target, first).expect("a way's run ends in no error");
        assert!(outlook.lasts.is_none_or(|month| month >= first.in_force), "{first:?}: lasts until before");
        sound(book, customer, target, first);
    }
    // The month after the last may end in an error.
    if let Ok(staying) = prospect.staying() {
        ranked(&staying.options);
    }
    plan(book, customer, target, choices);
}

/// By effort, then by month; none twice.
fn ranked(options: &[PathOption]) {
    assert!(options.is_sorted_by_key(|option| (option.effort, option.in_force)), "{options:?}");
    for (place, option) in options.iter().enumerate() {
        assert!(option.effort >= Number::ZERO, "{option:?}");
        assert!(
            options[..place].iter().all(|other| other.changes != option.changes),
            "{option:?} stands twice"
        );
    }
}

/// The customer who goes on with an option's changes has the tier, or a higher one, from the month that it says on.
fn sound(book: &RuleBook, customer: &Customer, target: TierId, option: &PathOption) {
    let next = after(customer);
    let months = option.in_force.since(customer.start) + 1;
    if months > LONGEST_RUN {
        return;
    }
    let mut changed = customer.clone();
    changed.months = u32::try_from(months).expect("after the start");
    changed.month.retain(|month, _| *month < next);
    changed.redeem.retain(|month, _| *month < next);
    let changes = option.changes.iter().map(|change| (change.metric, change.to));
    for month in (0..=option.in_force.since(next)).map(|at| next.plus(at)) {
        changed.month.insert(month, changes.clone().collect());
    }
    let results = book.simulate(&changed).expect("a way's run ends in no error");
    let has = results.iter().filter(|result| result.month >= next).filter_map(|result| {
        let version = &book.rules().versions[result.version];
        let wanted = version.rung(target)?;
        (version.rung(result.tier)? >= wanted).then_some(result.month)
    });
    let first = has.min();
    if book.version(option.in_force).rung(target).is_some() {
        assert_eq!(first, Some(option.in_force), "{option:?}");
    }
}

/// What balance it takes, as known on some day of the run or near it.
fn plan(book: &RuleBook, customer: &Customer, target: TierId, choices: &mut Bytes<'_>) {
    let months = usize::try_from(customer.months).expect("few months") + 4;
    let month = customer.start.plus(i32::try_from(choices.below(months)).expect("few months") - 1);
    let day = 1 + choices.below(month.days() as usize);
    let day = Date::new(month.year(), month.number(), u8::try_from(day).expect("a day of a month"));
    // The run may start or end where the calendar does.
    let Some(day) = day else { return };
    let average = choices.number();
    let metrics = &book.version(month).metrics;
    let balances = metrics.iter().filter(|metric| metric.source == MetricSource::Input(InputKind::Balance));
    for metric in balances {
        let plan = match book.plan(customer, target, Today { metric: metric.id, day, average }) {
            Ok(plan) => plan,
            Err(error) => {
                assert_ne!(error, PlanError::NotABalance);
                assert_eq!(error == PlanError::Average, average < Number::ZERO);
                continue;
            }
        };
        let mut asked: Vec<Month> = plan.by.iter().map(|keep| keep.month).collect();
        asked.extend(&plan.impossible);
        asked.sort();
        assert_eq!(asked.first(), Some(&month));
        assert!(asked.len() <= 2 && asked.is_sorted_by(|a, b| a < b), "{plan:?}");
        for keep in &plan.by {
            assert!(Number::ZERO <= keep.deposit_today, "{plan:?}");
            assert!(Number::ZERO <= keep.from_tomorrow, "{plan:?}");
        }
    }
}

/// The month after the customer's last.
fn after(customer: &Customer) -> Month {
    customer.start.plus(i32::try_from(customer.months).expect("few months"))
}
