//! Random rules. Each needs only what was made before it, so that there are no circles.

use rulebook::model::{
    Band, Banding, Basis, Benefit, Boost, Bound, ByTier, Campaign, Cap, CapPeriod, Condition, Credit,
    Currency, CurrencyCap, EarnRule, ExpireAt, Expiry, Extent, Fall, Gift, Grant, Hold, Household, InputKind,
    Listed, Metric, MetricSource, Part, Segment, Side, Take, Task, Tier, Unit, Version, Window, Yield,
};
use rulebook::{
    Date, Id, IdKind, IdTable, Ids, MetricId, Month, Number, Period, Rounding, Rules, SegmentId, TaskId,
    Validity, YearStart,
};

use super::{Dice, number};

/// What a programme may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Everything.
    Any,
    /// Only what gives no less for more of an input.
    Ascending,
}

const PERIODS: [Period; 4] = [Period::Month, Period::Quarter, Period::HalfYear, Period::Year];
const INPUTS: [&str; 5] = ["a-balance", "a-flow", "b-flag", "c-count", "d-day"];
const TIERS: [&str; 4] = ["basic", "silver", "gold", "platinum"];
const NAMES: [&str; 3] = ["one", "three", "two"];
const DERIVED: [&str; 6] = ["e-1", "e-2", "e-3", "e-4", "e-5", "e-6"];
const LATE: [&str; 2] = ["l-1", "l-2"];

pub(crate) fn rules(kind: Kind, dice: &mut Dice) -> Rules {
    let metrics: Vec<_> = INPUTS.into_iter().chain(DERIVED).chain(LATE).collect();
    let ids = Ids::new(|kind| {
        let ids = match kind {
            IdKind::Metric => &metrics[..],
            IdKind::Tier => &TIERS,
            _ => &NAMES,
        };
        ids.iter().map(|&id| id.to_owned())
    });
    let mut versions = vec![Maker::new(kind, &ids, dice).version(month("2020-01"))];
    if dice.flip() {
        versions.push(Maker::new(kind, &ids, dice).version(month("2026-06")));
    }
    let year_starts = YearStart::new(1 + dice.roll(12)).expect("a month");
    Rules { currency: "CNY".to_owned(), year_starts, ids, versions }
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

struct Maker<'a, 'd> {
    kind: Kind,
    ids: &'a Ids,
    dice: &'a mut Dice<'d>,
    /// What conditions may ask so far.
    numbers: Vec<MetricId>,
    flag: MetricId,
    segments: Vec<SegmentId>,
    tasks: Vec<TaskId>,
    tiers: usize,
}

impl<'a, 'd> Maker<'a, 'd> {
    fn new(kind: Kind, ids: &'a Ids, dice: &'a mut Dice<'d>) -> Self {
        let tiers = 1 + usize::from(dice.roll(4));
        let flag = id(&ids.metrics, "b-flag");
        Self { kind, ids, dice, numbers: Vec::new(), flag, segments: Vec::new(), tasks: Vec::new(), tiers }
    }

    fn version(mut self, from: Month) -> Version {
        let review = self.dice.pick(&PERIODS);
        let mut metrics = self.inputs();
        for name in &DERIVED[..usize::from(self.dice.roll(7))] {
            let source = self.derived();
            metrics.push(self.metric(name, Unit::Count, source));
        }
        let segments = self.segments();
        let tasks = self.tasks();
        let currencies = (0..=self.dice.roll(2)).map(|at| self.currency(usize::from(at))).collect();
        let earn =
            NAMES.iter().take(usize::from(self.dice.roll(4))).map(|name| self.earn_rule(name)).collect();
        let campaigns = NAMES.iter().take(usize::from(self.dice.roll(3)));
        let campaigns = campaigns.map(|name| self.campaign(name)).collect();
        if self.kind == Kind::Any {
            for name in &LATE[..usize::from(self.dice.roll(3))] {
                let source = self.late();
                metrics.push(self.metric(name, Unit::Count, source));
            }
        }
        let ladder = (0..self.tiers).map(|place| self.tier(place)).collect();
        let benefits =
            NAMES.iter().take(usize::from(self.dice.roll(4))).map(|name| self.benefit(name)).collect();
        let pool = vec![id(&self.ids.metrics, "a-balance"), id(&self.ids.metrics, "c-count")];
        let household = self.dice.maybe(|_| Household { pool, members: 3 });
        Version {
            from,
            review,
            household,
            metrics: metrics.into(),
            currencies,
            segments: segments.into(),
            tasks: tasks.into(),
            earn,
            campaigns,
            ladder,
            benefits,
            pools: Listed::default(),
            rewards: Listed::default(),
        }
    }

    fn metric(&mut self, name: &str, unit: Unit, source: MetricSource) -> Metric {
        let id = id(&self.ids.metrics, name);
        if !matches!(unit, Unit::Flag | Unit::Date) {
            self.numbers.push(id);
        }
        Metric { id, unit, effort: None, step: None, source }
    }

    fn inputs(&mut self) -> Vec<Metric> {
        let inputs = [
            ("a-balance", Unit::Money, InputKind::Balance),
            ("a-flow", Unit::Money, InputKind::Flow),
            ("b-flag", Unit::Flag, InputKind::Fact),
            ("c-count", Unit::Count, InputKind::Flow),
            ("d-day", Unit::Date, InputKind::Fact),
        ];
        inputs.map(|(name, unit, input)| self.metric(name, unit, MetricSource::Input(input))).into()
    }

    fn number(&mut self) -> MetricId {
        let numbers = self.numbers.clone();
        self.dice.pick(&numbers)
    }

    fn derived(&mut self) -> MetricSource {
        let take = [Take::Average, Take::DailyAverage, Take::Total, Take::Highest, Take::Lowest];
        match self.dice.roll(7) {
            0 => MetricSource::Sum(self.parts()),
            1 => MetricSource::Greatest(self.parts()),
            2 => MetricSource::Least(self.parts()),
            3 => MetricSource::Steps { metric: self.number(), table: self.steps() },
            4 => MetricSource::Count(self.conditions()),
            5 => MetricSource::Since(id(&self.ids.metrics, "d-day")),
            _ => MetricSource::Over {
                metric: self.number(),
                window: self.window(),
                skip_missing: self.dice.flip(),
                take: self.dice.pick(&take),
            },
        }
    }

    fn late(&mut self) -> MetricSource {
        let currency = id(&self.ids.currencies, NAMES[usize::from(self.dice.roll(2))]);
        if self.dice.flip() {
            MetricSource::Held(currency)
        } else {
            MetricSource::Earned { currency, window: self.window() }
        }
    }

    fn window(&mut self) -> Window {
        let lag = u32::from(self.dice.roll(3));
        if self.dice.flip() {
            Window::Months { count: 1 + u32::from(self.dice.roll(5)), lag }
        } else {
            Window::Period { period: self.dice.pick(&PERIODS), lag }
        }
    }

    fn parts(&mut self) -> Vec<Part> {
        let flag = self.flag;
        let ascending = self.kind == Kind::Ascending;
        let numbers = self.numbers.clone();
        self.dice.some(1, |dice| {
            let metric = if dice.one_in(4) { flag } else { dice.pick(&numbers) };
            let weight = if !ascending && dice.one_in(5) { number("-1.5") } else { dice.amount() };
            Part { metric, weight, up_to: dice.maybe(Dice::amount) }
        })
    }

    fn steps(&mut self) -> Vec<(Number, Number)> {
        let mut from: Vec<_> = self.dice.some(1, Dice::amount);
        from.sort_unstable();
        from.dedup();
        let mut to: Vec<_> = from.iter().map(|_| self.dice.amount()).collect();
        if self.kind == Kind::Ascending {
            to.sort_unstable();
        }
        from.into_iter().zip(to).collect()
    }

    fn conditions(&mut self) -> Vec<Condition> {
        (0..=self.dice.roll(3)).map(|_| self.condition(1)).collect()
    }

    fn condition(&mut self, depth: u8) -> Condition {
        let any = self.kind == Kind::Any;
        match self.dice.roll(if depth > 2 { 4 } else { 9 }) {
            2 => Condition::Flag { metric: self.flag, is: !any || self.dice.flip() },
            3 if !self.segments.is_empty() => Condition::Segment(self.dice.pick(&self.segments.clone())),
            4 if !self.tasks.is_empty() => Condition::Task(self.dice.pick(&self.tasks.clone())),
            5 if any => Condition::Tier(id(&self.ids.tiers, self.dice.pick(&TIERS))),
            5 | 6 => Condition::All(self.inner(depth)),
            7 => Condition::Any(self.inner(depth)),
            8 if any && self.dice.flip() => Condition::Not(Box::new(self.condition(depth + 1))),
            8 => Condition::AtLeast { count: u32::from(self.dice.roll(3)), among: self.inner(depth) },
            _ => {
                let sides = [Side::AtLeast, Side::Above, Side::AtMost, Side::Below];
                let sides = if any { &sides[..] } else { &sides[..2] };
                let metric = self.number();
                Condition::Number { metric, bounds: vec![self.bound(sides)] }
            }
        }
    }

    fn bound(&mut self, sides: &[Side]) -> Bound {
        Bound { side: self.dice.pick(sides), value: self.dice.amount() }
    }

    fn inner(&mut self, depth: u8) -> Vec<Condition> {
        (0..=self.dice.roll(2)).map(|_| self.condition(depth + 1)).collect()
    }

    fn maybe_condition(&mut self) -> Option<Condition> {
        self.dice.flip().then(|| self.condition(1))
    }

    fn segments(&mut self) -> Vec<Segment> {
        let mut segments = Vec::new();
        for name in &NAMES[..usize::from(self.dice.roll(3))] {
            let segment = Segment { id: id(&self.ids.segments, name), when: self.condition(1), stage: false };
            self.segments.push(segment.id);
            segments.push(segment);
        }
        segments
    }

    fn tasks(&mut self) -> Vec<Task> {
        let mut tasks = Vec::new();
        for name in &NAMES[..usize::from(self.dice.roll(3))] {
            let task = Task {
                id: id(&self.ids.tasks, name),
                when: self.condition(1),
                streak: 1 + u32::from(self.dice.roll(3)),
                repeat: self.dice.maybe(|dice| dice.pick(&PERIODS)),
                hidden: false,
                rewards: (0..self.dice.roll(2)).map(|_| self.credit()).collect(),
            };
            self.tasks.push(task.id);
            tasks.push(task);
        }
        tasks
    }

    fn credit(&mut self) -> Credit {
        let currency = id(&self.ids.currencies, NAMES[usize::from(self.dice.roll(2))]);
        Credit { currency, amount: self.dice.amount() }
    }

    fn currency(&mut self, at: usize) -> Currency {
        let roundings = [Rounding::Down, Rounding::Up, Rounding::HalfUp, Rounding::HalfEven];
        let at_end = [ExpireAt::MonthEnd, ExpireAt::YearEnd];
        Currency {
            id: id(&self.ids.currencies, NAMES[at]),
            decimals: u32::from(self.dice.roll(3)),
            round: self.dice.pick(&roundings),
            redeemable: true,
            expire: self
                .dice
                .maybe(|dice| Expiry { months: u32::from(dice.roll(9)), at: dice.pick(&at_end) }),
            cap: self.dice.maybe(|dice| CurrencyCap { amount: dice.amount(), per: dice.pick(&PERIODS) }),
            worth: None,
        }
    }

    fn by_tier(&mut self, mut make: impl FnMut(&mut Dice<'d>) -> Number, ascending: bool) -> ByTier<Number> {
        let from = usize::from(self.dice.roll(5));
        let mut values: Vec<_> = (from..self.tiers).map(|_| make(self.dice)).collect();
        if ascending {
            values.sort_unstable();
        }
        ByTier::new(self.tiers, |rung| values.get(rung.checked_sub(from)?).copied())
    }

    fn cap(&mut self, boost: bool) -> Cap {
        let per = CapPeriod::Period(self.dice.pick(&PERIODS));
        let per = if boost && self.dice.flip() { CapPeriod::Campaign } else { per };
        Cap { amount: self.by_tier(Dice::amount, false), per }
    }

    fn validity(&mut self) -> Validity {
        let day = |dice: &mut Dice| Date::new(2026, 1 + dice.roll(12), 1 + dice.roll(28)).expect("a day");
        Validity {
            from: self.dice.one_in(5).then(|| day(self.dice)),
            to: self.dice.one_in(5).then(|| day(self.dice)),
        }
    }

    fn earn_rule(&mut self, name: &str) -> EarnRule {
        let basis = self.dice.pick(&[Basis::Month, Basis::Year]);
        let of = self.number();
        let yields = match self.dice.roll(4) {
            0 => Yield::Rate { of, rate: self.dice.rate(), basis },
            1 => {
                let every = self.dice.pick(&[number("1"), number("7.5"), number("100")]);
                Yield::Gives { of, every, gives: self.dice.amount(), full: self.dice.flip() }
            }
            2 => {
                let banding = self.dice.pick(&[Banding::Marginal, Banding::Whole]);
                Yield::Bands { of, bands: self.bands(), banding, basis }
            }
            _ => Yield::Fixed(self.dice.amount()),
        };
        let at_least_one = |dice: &mut Dice| number(&format!("{}.5", 1 + dice.roll(3)));
        let cap = self.dice.flip();
        EarnRule {
            id: id(&self.ids.earn, name),
            currency: id(&self.ids.currencies, NAMES[usize::from(self.dice.roll(2))]),
            yields,
            each: if self.dice.one_in(4) { self.dice.pick(&PERIODS) } else { Period::Month },
            delay: if self.dice.one_in(3) { u32::from(self.dice.roll(4)) } else { 0 },
            times: self.by_tier(at_least_one, true),
            cap: cap.then(|| self.cap(false)),
            when: self.maybe_condition(),
            validity: self.validity(),
        }
    }

    fn bands(&mut self) -> Vec<Band> {
        let mut from: Vec<_> = self.dice.some(0, Dice::amount);
        from.push(Number::ZERO);
        from.sort_unstable();
        from.dedup();
        let mut rates: Vec<_> = from.iter().map(|_| self.dice.rate()).collect();
        if self.kind == Kind::Ascending {
            rates.sort_unstable();
        }
        from.into_iter().zip(rates).map(|(from, rate)| Band { from, rate }).collect()
    }

    fn campaign(&mut self, name: &str) -> Campaign {
        let boost = |maker: &mut Self| Boost {
            earn: id(&maker.ids.earn, maker.dice.pick(&NAMES)),
            times: number(&format!("{}.25", 1 + maker.dice.roll(3))),
            cap: maker.dice.flip().then(|| maker.cap(true)),
        };
        let from = Date::new(2026, 1 + self.dice.roll(12), 1 + self.dice.roll(28)).expect("a day");
        let to = Date::new(2026 + i32::from(self.dice.roll(2)), 12, 28).expect("a day");
        Campaign {
            id: id(&self.ids.campaigns, name),
            from,
            to,
            audience: self.maybe_condition(),
            boosts: (0..self.dice.roll(3)).map(|_| boost(self)).collect(),
            gifts: (0..self.dice.roll(2))
                .map(|_| Gift { when: self.maybe_condition(), credit: self.credit() })
                .collect(),
        }
    }

    fn tier(&mut self, place: usize) -> Tier {
        let holds = [Hold::None, Hold::Months(2), Hold::Months(5), Hold::YearEnd, Hold::NextYearEnd];
        Tier {
            id: id(&self.ids.tiers, TIERS[place]),
            rank: u32::try_from(place).expect("few") + 1,
            qualify: (place > 0).then(|| self.condition(1)),
            keep: if place > 0 { self.maybe_condition() } else { None },
            hold: if place > 0 { self.dice.pick(&holds) } else { Hold::None },
            grace: u32::from(self.dice.roll(3)),
            fall: self.dice.pick(&[Fall::All, Fall::One]),
        }
    }

    fn benefit(&mut self, name: &str) -> Benefit {
        let from = usize::from(self.dice.roll(4));
        let grant = |rung| (rung >= from).then_some(Grant { extent: Extent::Included, worth: None });
        let tiers = self.tiers;
        Benefit {
            id: id(&self.ids.benefits, name),
            when: self.maybe_condition(),
            validity: self.validity(),
            pool: None,
            grants: self.dice.maybe(|_| ByTier::new(tiers, grant)),
        }
    }
}

fn id<K>(table: &IdTable<K>, name: &str) -> Id<K> {
    table.find(name).expect("an id of the table")
}
