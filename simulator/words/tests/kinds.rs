//! Each kind of rule in each of its forms, compared with what is written down in `tests/kinds`, one file a language.
//! After reading what changed, `BLESS=1 cargo test -p words` writes it down anew.

mod common;

use std::fmt::Write as _;

use common::{Book, by_tier, compare_or_bless, date, n, names};
use rulebook::model::{
    Band, Banding, Basis, Benefit, Boost, Campaign, Cap, CapPeriod, Condition, Currency, CurrencyCap,
    EarnRule, ExpireAt, Expiry, Extent, Fall, Gift, Grant, Hold, Metric, MetricSource, Part, Pool, Reward,
    Segment, Side, Take, Task, Tier, Version, Window, Yield,
};
use rulebook::{Number, Period, Rounding, Rules, Validity, YearStart};
use words::{Clause, Language, Speaker};

/// Writes down what is said under the name of its kind.
struct Page<'a> {
    text: String,
    speaker: Speaker<'a>,
    version: &'a Version,
    book: &'a Book,
}

#[test]
fn each_kind_of_rule_is_said_as_written_down() {
    let book = Book::new();
    for locale in Language::tags() {
        let (language, names) = (Language::of(locale), names(locale));
        let calendar = Book::new().rules();
        let spring = Rules { year_starts: YearStart::new(4).expect("a month"), ..Book::new().rules() };
        let mut text = String::new();
        for (rules, whole) in [(&calendar, true), (&spring, false)] {
            let speaker = Speaker::new(&language, rules, &names);
            let mut page = Page { text, speaker, version: &rules.versions[0], book: &book };
            if whole {
                page.conditions();
                page.metrics();
                page.currencies();
                page.accrual();
                page.tiers();
                page.activity();
                page.entitlements();
            }
            page.years();
            text = page.text;
        }
        compare_or_bless("kinds", locale, &text);
    }
}

const PERIODS: [Period; 4] = [Period::Month, Period::Quarter, Period::HalfYear, Period::Year];

impl Page<'_> {
    fn title(&mut self, title: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        writeln!(self.text, "{gap}## {title}").expect("a string takes all");
    }

    fn line(&mut self, said: &str) {
        writeln!(self.text, "{said}").expect("a string takes all");
    }

    /// In one line and, where it has parts, as a list.
    fn clause(&mut self, clause: &Clause) {
        self.line(&clause.sentence);
        if !clause.parts.is_empty() {
            self.list(clause, 1);
        }
    }

    fn list(&mut self, clause: &Clause, depth: usize) {
        self.line(&format!("{}- {}", "  ".repeat(depth), clause.text));
        clause.parts.iter().for_each(|part| self.list(part, depth + 1));
    }

    fn conditions(&mut self) {
        let book = self.book;
        let not = |condition: Condition| Condition::Not(Box::new(condition));
        let (aum, payroll) = (|| book.at_least("aum", "500000"), || book.flag("payroll"));
        let kinds = || book.at_least("kinds", "3");
        let tenure = || book.at_least("tenure", "60");
        let task = |id| Condition::Task(book.task(id));
        let two_of = |among| Condition::AtLeast { count: 2, among };
        let bounds: Vec<_> = [Side::AtLeast, Side::Above, Side::AtMost, Side::Below]
            .into_iter()
            .flat_map(|side| {
                let of = |metric, value| book.number(metric, &[(side, value)]);
                [of("aum", "500000"), of("kinds", "1"), of("tenure", "12"), of("growth-year", "15000")]
            })
            .collect();
        self.title("conditions: one bound");
        self.conditions_of(bounds);
        self.title("conditions: two bounds");
        self.conditions_of(vec![
            book.number("aum", &[(Side::AtLeast, "500000"), (Side::Below, "1000000")]),
            book.number("tenure", &[(Side::Above, "12"), (Side::AtMost, "18")]),
            book.number("kinds", &[(Side::AtLeast, "3"), (Side::AtMost, "3")]),
            not(book.number("kinds", &[(Side::AtLeast, "2"), (Side::Below, "4")])),
        ]);
        self.title("conditions: what is asked for");
        self.conditions_of(vec![
            payroll(),
            not(payroll()),
            not(aum()),
            Condition::Segment(book.segment("settled")),
            not(Condition::Segment(book.segment("settled"))),
            task("first-transfer"),
            not(task("steady")),
            task("lighthouse"),
            not(task("lighthouse")),
            Condition::Tier(book.tier("green")),
            Condition::Tier(book.tier("gold")),
            not(Condition::Tier(book.tier("gold"))),
        ]);
        self.title("conditions: groups");
        self.conditions_of(vec![
            Condition::All(vec![aum(), payroll()]),
            Condition::Any(vec![aum(), payroll()]),
            two_of(vec![aum(), payroll(), kinds()]),
            not(Condition::All(vec![aum(), payroll()])),
            not(Condition::Any(vec![aum(), payroll()])),
            not(two_of(vec![aum(), payroll(), kinds()])),
        ]);
        self.title("conditions: groups in groups");
        self.conditions_of(vec![
            Condition::Any(vec![aum(), Condition::All(vec![payroll(), kinds()])]),
            Condition::All(vec![aum(), Condition::Any(vec![payroll(), not(kinds())])]),
            Condition::Any(vec![aum(), two_of(vec![payroll(), kinds(), tenure()])]),
            Condition::Any(vec![
                aum(),
                Condition::All(vec![kinds(), two_of(vec![payroll(), tenure(), task("steady")])]),
            ]),
            not(Condition::Any(vec![aum(), Condition::All(vec![payroll(), kinds()])])),
        ]);
        self.title("conditions: made simple");
        self.conditions_of(vec![
            Condition::All(vec![Condition::Any(vec![aum()])]),
            Condition::Any(vec![Condition::Any(vec![payroll(), aum()]), not(not(payroll()))]),
            Condition::Any(vec![aum(), Condition::Any(vec![])]),
            Condition::All(vec![aum(), Condition::All(vec![])]),
            two_of(vec![aum(), payroll(), Condition::All(vec![])]),
            not(two_of(vec![aum(), payroll(), Condition::All(vec![])])),
        ]);
        self.title("conditions: settled");
        self.conditions_of(vec![
            Condition::All(vec![]),
            Condition::Any(vec![]),
            not(Condition::Any(vec![])),
            two_of(vec![aum()]),
            Condition::Any(vec![aum(), Condition::All(vec![])]),
        ]);
    }

    fn conditions_of(&mut self, conditions: Vec<Condition>) {
        for condition in conditions {
            let said = self.speaker.condition(self.version, &condition);
            self.clause(&said);
        }
    }

    fn metrics(&mut self) {
        let (speaker, version, book) = (self.speaker, self.version, self.book);
        let part = |id, weight, up_to: Option<&str>| Part {
            metric: book.metric(id),
            weight: n(weight),
            up_to: up_to.map(n),
        };
        let parts = || {
            vec![
                part("deposits", "1", None),
                part("wealth", "0.5", Some("500000")),
                part("insurance", "2", None),
                part("spend", "-1", None),
                part("spend-year", "-0.25", None),
                part("payroll", "1000", None),
            ]
        };
        let over = |window, skip_missing, take| MetricSource::Over {
            metric: book.metric("aum"),
            window,
            skip_missing,
            take,
        };
        let last = |count, lag| Window::Months { count, lag };
        self.title("metrics: parts");
        let of_parts = [MetricSource::Sum, MetricSource::Greatest, MetricSource::Least].map(|of| of(parts()));
        let takes = [Take::Average, Take::DailyAverage, Take::Total, Take::Highest, Take::Lowest];
        let windows = takes.iter().map(|take| over(last(3, 0), false, *take));
        let skipping = [Take::Average, Take::DailyAverage].map(|take| over(last(12, 1), true, take));
        let earned = |window| MetricSource::Earned { currency: book.currency("growth"), window };
        let periods =
            PERIODS.iter().flat_map(|&period| [0, 1, 2].map(|lag| earned(Window::Period { period, lag })));
        let months =
            [(1, 0), (12, 0), (1, 1), (6, 1), (1, 2), (6, 12)].map(|(count, lag)| earned(last(count, lag)));
        let rest = version.metrics.iter().filter(|metric| {
            let source = &metric.source;
            !matches!(source, MetricSource::Sum(_) | MetricSource::Over { .. } | MetricSource::Earned { .. })
        });
        let metric = |page: &mut Self, source| {
            let aum = version.metric(book.metric("aum")).expect("the version has it").clone();
            page.clause(&speaker.definition(version, &Metric { source, ..aum }));
        };
        of_parts.into_iter().for_each(|source| metric(self, source));
        self.title("metrics: over months");
        windows.chain(skipping).for_each(|source| metric(self, source));
        self.title("metrics: windows");
        months.into_iter().chain(periods).for_each(|source| metric(self, source));
        self.title("metrics: the rest");
        rest.for_each(|metric| self.clause(&speaker.definition(version, metric)));
    }

    fn currencies(&mut self) {
        let (speaker, version) = (self.speaker, self.version);
        let plain = Currency { expire: None, cap: None, worth: None, ..version.currencies[0].clone() };
        self.title("currencies: rounding");
        for (decimals, round) in
            [(0, Rounding::Down), (0, Rounding::Up), (2, Rounding::HalfUp), (2, Rounding::HalfEven)]
        {
            self.line(&speaker.rounding(&Currency { decimals, round, ..plain.clone() }));
        }
        self.title("currencies: cap, redemption, worth");
        for per in PERIODS {
            let cap = Some(CurrencyCap { amount: n("1"), per });
            self.line(&speaker.currency_cap(&Currency { cap, ..plain.clone() }).expect("it has a cap"));
        }
        self.line(&speaker.prose(&speaker.currency(&Currency { redeemable: false, ..plain.clone() })));
        self.line(&speaker.prose(&speaker.currency(&Currency { worth: Some(n("0.01")), ..plain })));
    }

    fn accrual(&mut self) {
        let (book, version) = (self.book, self.version);
        let plain = EarnRule { times: by_tier([None; 4]), cap: None, delay: 0, ..version.earn[0].clone() };
        let of = book.metric("spend");
        let gives = |every, gives, full| Yield::Gives { of, every: n(every), gives: n(gives), full };
        let rate = |basis| Yield::Rate { of, rate: n("0.015"), basis };
        let bands = |banding, basis| Yield::Bands {
            of,
            bands: [("0", "0.01"), ("10000", "0.02"), ("50000", "0.005")]
                .map(|(from, rate)| Band { from: n(from), rate: n(rate) })
                .to_vec(),
            banding,
            basis,
        };
        let one = Yield::Bands {
            of,
            bands: vec![Band { from: Number::ZERO, rate: n("0.01") }],
            banding: Banding::Marginal,
            basis: Basis::Month,
        };
        self.title("accrual: yields");
        let transfers =
            Yield::Gives { of: book.metric("transfers"), every: n("3"), gives: n("50"), full: true };
        for yields in [
            gives("20", "1", true),
            gives("20", "2.5", false),
            transfers,
            rate(Basis::Month),
            rate(Basis::Year),
            one,
            bands(Banding::Marginal, Basis::Month),
            bands(Banding::Marginal, Basis::Year),
            bands(Banding::Whole, Basis::Month),
            bands(Banding::Whole, Basis::Year),
        ] {
            let said = self.speaker.yields(version, &EarnRule { yields, ..plain.clone() });
            self.clause(&said);
        }
        self.title("accrual: fixed, by period");
        for (each, when) in
            PERIODS.into_iter().flat_map(|each| [(each, None), (each, Some(book.flag("payroll")))])
        {
            self.rule(&EarnRule { yields: Yield::Fixed(n("1")), each, when, ..plain.clone() });
        }
        self.title("accrual: when it is worked out, and when credited");
        PERIODS[1..].iter().for_each(|&each| self.rule(&EarnRule { each, ..plain.clone() }));
        [1, 2].into_iter().for_each(|delay| self.rule(&EarnRule { delay, ..plain.clone() }));
        self.title("accrual: multipliers and caps");
        let read = |all: [&str; 4]| by_tier(all.map(|one| one.parse().ok()));
        for times in [["2"; 4], ["-", "1.2", "2", "2"], ["0", "1", "1", "1.5"]] {
            self.rule(&EarnRule { times: read(times), ..plain.clone() });
        }
        let pers = PERIODS.map(CapPeriod::Period);
        for (amounts, per) in [["1000"; 4], ["-", "1000", "1000", "5000"]]
            .into_iter()
            .flat_map(|amounts| pers.map(|per| (amounts, per)))
        {
            self.rule(&EarnRule { cap: Some(Cap { amount: read(amounts), per }), ..plain.clone() });
        }
        self.title("accrual: conditions and days");
        let any = Condition::Any(vec![book.flag("payroll"), book.at_least("score", "60")]);
        self.rule(&EarnRule { when: Some(any), ..plain.clone() });
        for (from, to) in [
            (Some("2026-03-01"), None),
            (None, Some("2026-03-31")),
            (Some("2026-03-10"), Some("2026-12-31")),
            (Some("2026-12-01"), Some("2027-01-31")),
        ] {
            let validity = Validity { from: from.map(date), to: to.map(date) };
            self.rule(&EarnRule { validity, ..plain.clone() });
        }
    }

    fn rule(&mut self, rule: &EarnRule) {
        let said = self.speaker.earn(self.version, rule);
        self.line(&self.speaker.prose(&said));
    }

    fn tiers(&mut self) {
        let (speaker, version, book) = (self.speaker, self.version, self.book);
        let gold = version.ladder.last().expect("a ladder is not empty").clone();
        let all = |page: &mut Self, tier: Tier| {
            for clause in speaker.tier(version, &tier) {
                page.clause(&clause);
            }
        };
        self.title("tiers: keeping");
        all(self, Tier { keep: None, ..gold.clone() });
        all(self, gold.clone());
        self.title("tiers: hold");
        for hold in [Hold::None, Hold::Months(1), Hold::Months(24), Hold::YearEnd, Hold::NextYearEnd] {
            self.line(&speaker.hold(hold));
            self.line(&speaker.hold_rule(&Tier { hold, ..gold.clone() }));
        }
        self.title("tiers: grace");
        for (grace, hold) in
            [0, 1, 3].into_iter().flat_map(|grace| [(grace, Hold::None), (grace, Hold::YearEnd)])
        {
            self.line(&speaker.grace_rule(&Tier { grace, hold, ..gold.clone() }));
        }
        self.title("tiers: fall");
        for tier in &version.ladder[1..] {
            for fall in [Fall::One, Fall::All] {
                self.line(&speaker.fall(version, &Tier { fall, ..tier.clone() }));
            }
        }
        self.title("tiers: review, household");
        for review in PERIODS {
            self.line(&speaker.review_cadence(&Version { review, ..version.clone() }));
        }
        self.line(&speaker.household(version).expect("it has a household"));
        self.title("segments");
        for when in
            [book.flag("payroll"), Condition::Any(vec![book.flag("payroll"), book.at_least("aum", "1")])]
        {
            let said = speaker.segment(version, &Segment { when, ..version.segments[0].clone() });
            self.clause(&said);
        }
    }

    fn activity(&mut self) {
        let (speaker, version, book) = (self.speaker, self.version, self.book);
        self.title("tasks");
        let both = || Condition::All(vec![book.at_least("transfers", "3"), book.at_least("spend", "1000")]);
        let repeats = [None].into_iter().chain(PERIODS.map(Some));
        for (streak, repeat) in
            [1, 6].into_iter().flat_map(|streak| repeats.clone().map(move |per| (streak, per)))
        {
            let task = Task { streak, repeat, when: both(), ..version.tasks[0].clone() };
            self.line(&speaker.prose(&speaker.task(version, &task)));
        }
        let hidden = version.tasks.iter().find(|task| task.hidden).expect("one is hidden");
        self.line(&speaker.prose(&speaker.task(version, hidden)));
        self.title("campaigns");
        let campaign = version.campaigns[0].clone();
        let earn = campaign.boosts[0].earn;
        let boost = |cap| Boost { earn, times: n("2"), cap };
        let caps = [CapPeriod::Campaign, CapPeriod::Period(Period::Month)].into_iter().flat_map(|per| {
            let cap = move |amount| Some(Cap { amount, per });
            let rising = [None, Some(n("600")), Some(n("600")), Some(n("900"))];
            [[Some(n("600")); 4], rising].map(|amounts| boost(cap(by_tier(amounts))))
        });
        for boost in [boost(None)].into_iter().chain(caps) {
            self.line(&speaker.boost(version, &boost));
        }
        let credit = campaign.gifts[0].credit;
        for when in [None, Some(book.at_least("spend", "3000")), Some(both())] {
            self.clause(&speaker.gift(version, &Gift { when, credit }));
        }
        for audience in [None, Some(book.flag("payroll")), Some(both())] {
            let campaign = Campaign { audience, boosts: Vec::new(), gifts: Vec::new(), ..campaign.clone() };
            self.line(&speaker.prose(&speaker.campaign(version, &campaign)));
        }
        self.line(&speaker.prose(&speaker.campaign(version, &campaign)));
    }

    fn entitlements(&mut self) {
        let (speaker, version, book) = (self.speaker, self.version, self.book);
        let pers = || PERIODS.map(Some).into_iter().chain([None]);
        self.title("benefits: grants");
        let quotas = pers().flat_map(|per| ["1", "12"].map(|uses| Extent::Quota { uses: n(uses), per }));
        let amounts = pers().map(|per| Extent::Amount { amount: n("300"), per });
        let others = [
            Extent::Unlimited { expected: None },
            Extent::Discount(n("0.15")),
            Extent::Discount(n("0.125")),
            Extent::Discount(Number::ONE),
            Extent::Rate(n("0.0385")),
            Extent::Included,
        ];
        for extent in quotas.chain(amounts).chain(others) {
            self.line(&speaker.extent(&extent));
        }
        self.title("benefits: by tier");
        let quota =
            |uses| Grant { extent: Extent::Quota { uses: n(uses), per: Some(Period::Year) }, worth: None };
        let lounge = Benefit { when: None, ..version.benefits[0].clone() };
        for uses in [["2", "2", "2", "2"], ["-", "2", "2", "6"], ["1", "2", "-", "-"], ["-", "-", "-", "-"]] {
            let grants = by_tier(uses.map(|uses| (uses != "-").then(|| quota(uses))));
            let benefit = Benefit { grants: Some(grants), ..lounge.clone() };
            self.line(&speaker.prose(&speaker.benefit(version, &benefit)));
        }
        let whoever = Condition::Any(vec![book.flag("payroll"), Condition::Segment(book.segment("settled"))]);
        let validity = Validity { from: Some(date("2026-12-05")), to: None };
        let free = Benefit {
            grants: None,
            when: Some(whoever),
            validity,
            pool: Some(book.pool("lifestyle")),
            ..lounge
        };
        self.line(&speaker.prose(&speaker.benefit(version, &free)));
        self.title("pools");
        for per in pers() {
            let pick = by_tier([None, Some(1), Some(2), Some(2)]);
            self.line(&speaker.pool(version, &Pool { pick, per, ..version.pools[0].clone() }));
        }
        self.title("rewards");
        let case = version.rewards[0].clone();
        let even = Reward { prices: by_tier([None; 4]), cash: Number::ZERO, ..case.clone() };
        let cash_only = Reward { price: Number::ZERO, cash: n("99"), ..even.clone() };
        for reward in [even, case, cash_only] {
            self.line(&speaker.prose(&speaker.reward(version, &reward)));
        }
    }

    /// What is said of years, which may be the programme's own.
    fn years(&mut self) {
        let (speaker, version) = (self.speaker, self.version);
        let starts = self.speaker.programme_year();
        self.title(if starts.is_some() { "the programme's years" } else { "calendar years" });
        starts.iter().for_each(|starts| self.line(starts));
        for at in [ExpireAt::MonthEnd, ExpireAt::YearEnd] {
            for months in [1, 12, 18, 24] {
                self.line(&speaker.expiry(Some(Expiry { months, at })));
            }
        }
        self.line(&speaker.expiry(None));
        for hold in [Hold::YearEnd, Hold::NextYearEnd] {
            let gold = version.ladder.last().expect("a ladder is not empty").clone();
            self.line(&speaker.hold_rule(&Tier { hold, ..gold }));
        }
        let window = |lag| speaker.window(Window::Period { period: Period::Year, lag });
        [0, 1, 2].map(window).iter().for_each(|said| self.line(said));
    }
}
