// A small programme: two tiers, a balance that qualifies for the higher one, and points for what is spent by card.

use rulebook::model::{
    Bound, ByTier, Condition, Currency, EarnRule, Fall, Hold, InputKind, Metric, MetricSource, Side, Tier,
    Unit, Version, Yield,
};
use rulebook::{Customer, IdTable, Ids, Month, Number, Period, Rounding, Rules, Validity, Value, YearStart};

/// Gold for a balance of 50,000; a point for every full 10 that are spent, twice as many in gold.
pub(crate) fn rules() -> Rules {
    let ids = Ids {
        metrics: table(&["balance", "spend"]),
        currencies: table(&["points"]),
        tiers: table(&["base", "gold"]),
        earn: table(&["card"]),
        ..Ids::default()
    };
    let [balance, spend] = ["balance", "spend"].map(|id| ids.metrics.find(id).expect("in the table"));
    let [base, gold] = ["base", "gold"].map(|id| ids.tiers.find(id).expect("in the table"));
    let points = ids.currencies.find("points").expect("in the table");

    let input = |id, kind| {
        let source = MetricSource::Input(kind);
        Metric { id, unit: Unit::Money, effort: None, step: None, source }
    };
    let tier = |id, rank, qualify| Tier {
        id,
        rank,
        qualify,
        keep: None,
        hold: Hold::None,
        grace: 0,
        fall: Fall::All,
    };
    let bounds = vec![Bound { side: Side::AtLeast, value: Number::from(50_000) }];
    let rich = Condition::Number { metric: balance, bounds };
    let ladder = vec![tier(base, 1, None), tier(gold, 2, Some(rich))];
    let card = EarnRule {
        id: ids.earn.find("card").expect("in the table"),
        currency: points,
        yields: Yield::Gives { of: spend, every: Number::from(10), gives: Number::ONE, full: true },
        each: Period::Month,
        delay: 0,
        times: ByTier::new(ladder.len(), |rung| (rung == 1).then(|| Number::from(2))),
        cap: None,
        when: None,
        validity: Validity::default(),
    };
    let currency = Currency {
        id: points,
        decimals: 0,
        round: Rounding::Down,
        redeemable: true,
        expire: None,
        cap: None,
        worth: None,
    };

    let from = Month::new(2026, 1).expect("a month");
    let version = Version {
        metrics: vec![input(balance, InputKind::Balance), input(spend, InputKind::Flow)].into(),
        currencies: vec![currency].into(),
        earn: vec![card].into(),
        ..Version::new(from, Period::Month, ladder.into())
    };
    Rules { currency: "CNY".to_owned(), year_starts: YearStart::JANUARY, ids, versions: vec![version] }
}

/// A customer of the first quarter of 2026 with this balance, who spends 250 a month.
pub(crate) fn customer(ids: &Ids, balance: u32) -> Customer {
    let mut customer = Customer::new(Month::new(2026, 1).expect("a month"), 3);
    for (id, amount) in [("balance", balance), ("spend", 250)] {
        let metric = ids.metrics.find(id).expect("in the table");
        customer.every.insert(metric, Value::Number(Number::from(amount)));
    }
    customer
}

fn table<K>(ids: &[&str]) -> IdTable<K> {
    IdTable::new(ids.iter().map(|&id| id.to_owned()))
}
