//! A rule book that uses everything there is, and its names in all languages.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(unreachable_pub, reason = "a module of several tests")]

use std::path::Path;

use rulebook::model::{
    Band, Banding, Basis, Benefit, Boost, Bound, ByTier, Campaign, Cap, CapPeriod, Condition, Credit,
    Currency, CurrencyCap, EarnRule, ExpireAt, Expiry, Extent, Fall, Gift, Grant, Hold, Household, InputKind,
    Metric, MetricSource, Part, Pool, Reward, Segment, Side, Take, Task, Tier, Unit, Version, Window, Yield,
};
use rulebook::{
    BenefitId, CampaignId, CurrencyId, Date, EarnId, IdKind, Ids, MetricId, Number, Period, PoolId, RewardId,
    Rounding, Rules, SegmentId, TaskId, TierId, Validity, YearStart,
};
use words::{Name, Names};

/// Kind, id, name in simplified and in traditional Chinese, English name.
const NAMES: &[(IdKind, &str, &str, &str, &str)] = &[
    (IdKind::Metric, "deposits", "存款", "存款", "Deposits"),
    (IdKind::Metric, "wealth", "理财产品", "理財商品", "Wealth products"),
    (IdKind::Metric, "insurance", "储蓄型保险", "儲蓄型保險", "Savings insurance"),
    (IdKind::Metric, "spend", "刷卡消费", "刷卡消費", "Card spending"),
    (IdKind::Metric, "transfers", "转账笔数", "轉帳筆數", "Transfers"),
    (IdKind::Metric, "payroll", "代发工资", "薪資轉帳", "Salary paid here"),
    (IdKind::Metric, "joined", "开户日期", "開戶日期", "Date of joining"),
    (IdKind::Metric, "aum", "金融资产", "金融資產", "Financial assets"),
    (
        IdKind::Metric,
        "aum-quarter",
        "近三个月日均金融资产",
        "近三個月日平均金融資產",
        "Average daily assets over three months",
    ),
    (IdKind::Metric, "spend-year", "今年刷卡消费", "今年刷卡消費", "Card spending this year"),
    (IdKind::Metric, "spend-last-year", "去年刷卡消费", "去年刷卡消費", "Card spending last year"),
    (IdKind::Metric, "best", "两年较高消费", "兩年較高消費", "Better year’s spending"),
    (IdKind::Metric, "lowest", "前半年最低存款", "前半年最低存款", "Lowest deposits of the half-year before"),
    (IdKind::Metric, "score", "活跃分", "活躍分", "Activity score"),
    (IdKind::Metric, "kinds", "产品种类", "商品種類", "Kinds of product"),
    (IdKind::Metric, "growth-year", "近十二个月成长值", "近十二個月成長值", "Growth value of twelve months"),
    (IdKind::Metric, "points-held", "积分余额", "點數餘額", "Points held"),
    (IdKind::Metric, "tenure", "开户时长", "往來期間", "Time with the bank"),
    (IdKind::Currency, "points", "积分", "點數", "Points"),
    (IdKind::Currency, "growth", "成长值", "成長值", "Growth value"),
    (IdKind::Currency, "cash", "刷卡金", "刷卡金", "Card cash"),
    (IdKind::Tier, "classic", "普通会员", "普通會員", "Classic"),
    (IdKind::Tier, "green", "绿帆会员", "綠帆會員", "Green"),
    (IdKind::Tier, "blue", "蓝帆会员", "藍帆會員", "Blue"),
    (IdKind::Tier, "gold", "金帆会员", "金帆會員", "Gold"),
    (IdKind::Segment, "payroll", "代发工资", "薪資轉帳", "Payroll"),
    (IdKind::Segment, "settled", "稳航期", "穩航期", "Settled"),
    (IdKind::Task, "first-transfer", "首次转账", "首次轉帳", "First transfer"),
    (IdKind::Task, "steady", "细水长流", "細水長流", "Steady hand"),
    (IdKind::Task, "lighthouse", "守灯人", "守燈人", "Keeper of the light"),
    (IdKind::Earn, "card-spend", "刷卡得积分", "刷卡得點數", "Points for card spending"),
    (IdKind::Earn, "plan", "定投得积分", "定期定額得點數", "Points for saving"),
    (IdKind::Earn, "cashback", "刷卡返现", "刷卡現金回饋", "Cashback"),
    (IdKind::Earn, "assets", "资产成长值", "資產成長值", "Growth value for assets"),
    (IdKind::Earn, "bonus-rate", "阶梯返现", "級距現金回饋", "Stepped cashback"),
    (IdKind::Earn, "welcome", "活跃奖励", "活躍獎勵", "Bonus for being active"),
    (IdKind::Campaign, "autumn", "团圆季", "團圓季", "Season of reunion"),
    (IdKind::Benefit, "lounge", "机场贵宾厅", "機場貴賓廳", "Airport lounge"),
    (IdKind::Benefit, "fund-fee", "基金申购费优惠", "基金申購手續費優惠", "Fund fee discount"),
    (IdKind::Benefit, "birthday", "生日礼金", "生日禮金", "Birthday gift"),
    (IdKind::Benefit, "coffee", "咖啡", "咖啡", "Coffee"),
    (IdKind::Benefit, "adviser", "专属客户经理", "專屬理財專員", "Personal adviser"),
    (IdKind::Benefit, "night", "灯塔之夜", "燈塔之夜", "A night at the lighthouse"),
    (IdKind::Pool, "lifestyle", "生活权益任选", "生活權益任選", "Everyday choices"),
    (IdKind::Reward, "case", "静音登机箱", "靜音登機箱", "Quiet cabin case"),
    (IdKind::Reward, "voucher", "咖啡电子券", "咖啡電子券", "Coffee voucher"),
];

pub struct Book {
    pub ids: Ids,
}

pub fn n(text: &str) -> Number {
    text.parse().expect("a number")
}

pub fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The values of the four tiers that [`Book`] has.
pub fn by_tier<T>(values: [Option<T>; 4]) -> ByTier<T> {
    let mut values = values.into_iter();
    ByTier::new(values.len(), |_| values.next().flatten())
}

/// What a language says of three.
fn one_of<'a>(locale: &str, [simplified, traditional, english]: [&'a str; 3]) -> &'a str {
    match locale {
        "zh-CN" => simplified,
        "zh-TW" => traditional,
        _ => english,
    }
}

pub fn names(locale: &str) -> Names {
    let mut names = Names::new(locale, one_of(locale, ["远航会员", "遠航會員", "Voyager"]));
    for &(kind, id, simplified, traditional, english) in NAMES {
        names.add(kind.into(), id, Name::new(one_of(locale, [simplified, traditional, english])));
    }
    let queue = ["网点优先叫号", "分行優先叫號", "priority in the queue"];
    let own = ["专属客户经理一对一", "專屬理財專員一對一", "an adviser of your own"];
    names.add_grant("adviser", "blue", one_of(locale, queue));
    names.add_grant("adviser", "gold", one_of(locale, own));
    names
}

/// Compares what a language says with what is written down in `tests/FOLDER/LOCALE.txt`, or writes it down anew.
pub fn compare_or_bless(folder: &str, locale: &str, said: &str) {
    assert!(!said.contains(['{', '}', '\u{2068}', '\u{2069}']), "a gap in what is said:\n{said}");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/{folder}/{locale}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, said).expect("the file can be written");
    }
    let written = std::fs::read_to_string(&file).expect("the file is there");
    let differs = said.lines().zip(written.lines()).find(|(said, written)| said != written);
    assert!(differs.is_none() && said == written, "{locale}: said and written down: {differs:?}");
}

impl Book {
    pub fn new() -> Self {
        let of = |kind| NAMES.iter().filter(move |(of, ..)| *of == kind).map(|(_, id, ..)| (*id).to_owned());
        Self { ids: Ids::new(of) }
    }

    pub fn metric(&self, id: &str) -> MetricId {
        self.ids.metrics.find(id).expect(id)
    }

    pub fn currency(&self, id: &str) -> CurrencyId {
        self.ids.currencies.find(id).expect(id)
    }

    pub fn tier(&self, id: &str) -> TierId {
        self.ids.tiers.find(id).expect(id)
    }

    pub fn segment(&self, id: &str) -> SegmentId {
        self.ids.segments.find(id).expect(id)
    }

    pub fn task(&self, id: &str) -> TaskId {
        self.ids.tasks.find(id).expect(id)
    }

    pub fn earn(&self, id: &str) -> EarnId {
        self.ids.earn.find(id).expect(id)
    }

    pub fn campaign(&self, id: &str) -> CampaignId {
        self.ids.campaigns.find(id).expect(id)
    }

    pub fn benefit(&self, id: &str) -> BenefitId {
        self.ids.benefits.find(id).expect(id)
    }

    pub fn pool(&self, id: &str) -> PoolId {
        self.ids.pools.find(id).expect(id)
    }

    pub fn reward(&self, id: &str) -> RewardId {
        self.ids.rewards.find(id).expect(id)
    }

    /// A condition on a number: `("aum", &[(Side::AtLeast, "50")])`.
    pub fn number(&self, metric: &str, bounds: &[(Side, &str)]) -> Condition {
        let bounds = bounds.iter().map(|&(side, value)| Bound { side, value: n(value) }).collect();
        Condition::Number { metric: self.metric(metric), bounds }
    }

    pub fn at_least(&self, metric: &str, value: &str) -> Condition {
        self.number(metric, &[(Side::AtLeast, value)])
    }

    pub fn flag(&self, metric: &str) -> Condition {
        Condition::Flag { metric: self.metric(metric), is: true }
    }

    /// The whole rule book.
    pub fn rules(self) -> Rules {
        let version = Version {
            from: "2026-01".parse().expect("a month"),
            review: Period::Month,
            household: Some(Household {
                pool: vec![self.metric("deposits"), self.metric("wealth")],
                members: 5,
            }),
            metrics: self.metrics().into(),
            currencies: self.currencies().into(),
            segments: self.segments().into(),
            tasks: self.tasks().into(),
            earn: self.earn_rules().into(),
            campaigns: self.campaigns().into(),
            ladder: self.ladder().into(),
            benefits: self.benefits().into(),
            pools: vec![Pool {
                id: self.pool("lifestyle"),
                pick: by_tier([None, Some(1), Some(2), Some(2)]),
                per: Some(Period::Year),
            }]
            .into(),
            rewards: self.rewards().into(),
        };
        Rules {
            currency: "CNY".to_owned(),
            year_starts: YearStart::JANUARY,
            ids: self.ids,
            versions: vec![version],
        }
    }

    fn metrics(&self) -> Vec<Metric> {
        let part = |id, weight, up_to: Option<&str>| Part {
            metric: self.metric(id),
            weight: n(weight),
            up_to: up_to.map(n),
        };
        let over = |id, window, skip_missing, take| MetricSource::Over {
            metric: self.metric(id),
            window,
            skip_missing,
            take,
        };
        let year = |lag| Window::Period { period: Period::Year, lag };
        let input = MetricSource::Input;
        let sources = [
            ("deposits", Unit::Money, input(InputKind::Balance)),
            ("wealth", Unit::Money, input(InputKind::Balance)),
            ("insurance", Unit::Money, input(InputKind::Balance)),
            ("spend", Unit::Money, input(InputKind::Flow)),
            ("transfers", Unit::Count, input(InputKind::Flow)),
            ("payroll", Unit::Flag, input(InputKind::Fact)),
            ("joined", Unit::Date, input(InputKind::Fact)),
            (
                "aum",
                Unit::Money,
                MetricSource::Sum(vec![
                    part("deposits", "1", None),
                    part("wealth", "1.5", None),
                    part("insurance", "0.8", Some("500000")),
                    part("payroll", "1000", None),
                ]),
            ),
            (
                "aum-quarter",
                Unit::Money,
                over("aum", Window::Months { count: 3, lag: 0 }, true, Take::DailyAverage),
            ),
            ("spend-year", Unit::Money, over("spend", year(0), false, Take::Total)),
            ("spend-last-year", Unit::Money, over("spend", year(1), false, Take::Total)),
            (
                "best",
                Unit::Money,
                MetricSource::Greatest(vec![
                    part("spend-year", "1", None),
                    part("spend-last-year", "1", None),
                ]),
            ),
            (
                "lowest",
                Unit::Money,
                over("deposits", Window::Months { count: 6, lag: 1 }, false, Take::Lowest),
            ),
            (
                "score",
                Unit::Count,
                MetricSource::Steps {
                    metric: self.metric("aum"),
                    table: vec![(n("10000"), n("10")), (n("50000"), n("30"))],
                },
            ),
            (
                "kinds",
                Unit::Count,
                MetricSource::Count(vec![self.at_least("deposits", "10000"), self.flag("payroll")]),
            ),
            (
                "growth-year",
                Unit::Currency(self.currency("growth")),
                MetricSource::Earned {
                    currency: self.currency("growth"),
                    window: Window::Months { count: 12, lag: 0 },
                },
            ),
            (
                "points-held",
                Unit::Currency(self.currency("points")),
                MetricSource::Held(self.currency("points")),
            ),
            ("tenure", Unit::Months, MetricSource::Since(self.metric("joined"))),
        ];
        let metric =
            |(id, unit, source)| Metric { id: self.metric(id), unit, effort: None, step: None, source };
        sources.into_iter().map(metric).collect()
    }

    fn currencies(&self) -> Vec<Currency> {
        let currency = |id, decimals, round, redeemable| Currency {
            id: self.currency(id),
            decimals,
            round,
            redeemable,
            expire: None,
            cap: None,
            worth: None,
        };
        vec![
            Currency {
                expire: Some(Expiry { months: 24, at: ExpireAt::MonthEnd }),
                cap: Some(CurrencyCap { amount: n("100000"), per: Period::Month }),
                worth: Some(n("0.01")),
                ..currency("points", 0, Rounding::Down, true)
            },
            currency("growth", 0, Rounding::HalfUp, false),
            Currency {
                expire: Some(Expiry { months: 12, at: ExpireAt::YearEnd }),
                worth: Some(Number::ONE),
                ..currency("cash", 2, Rounding::HalfEven, true)
            },
        ]
    }

    fn segments(&self) -> Vec<Segment> {
        vec![
            Segment { id: self.segment("payroll"), when: self.flag("payroll"), stage: false },
            Segment {
                id: self.segment("settled"),
                when: Condition::Any(vec![
                    self.number("tenure", &[(Side::AtLeast, "36"), (Side::Below, "60")]),
                    Condition::All(vec![self.at_least("tenure", "60"), self.at_least("score", "20")]),
                ]),
                stage: true,
            },
        ]
    }

    fn tasks(&self) -> Vec<Task> {
        let task = |id, when, rewards| Task {
            id: self.task(id),
            when,
            streak: 1,
            repeat: None,
            hidden: false,
            rewards,
        };
        let points = |amount| Credit { currency: self.currency("points"), amount: n(amount) };
        let growth = Credit { currency: self.currency("growth"), amount: n("100") };
        vec![
            task("first-transfer", self.at_least("transfers", "1"), vec![points("500"), growth]),
            Task {
                hidden: true,
                ..task("lighthouse", self.at_least("transfers", "77"), vec![points("777")])
            },
            Task {
                streak: 3,
                repeat: Some(Period::Year),
                ..task(
                    "steady",
                    Condition::All(vec![self.at_least("transfers", "3"), self.at_least("spend", "1000")]),
                    vec![points("1200")],
                )
            },
        ]
    }

    fn earn_rules(&self) -> Vec<EarnRule> {
        let rule = |id, currency, yields| EarnRule {
            id: self.earn(id),
            currency: self.currency(currency),
            yields,
            each: Period::Month,
            delay: 0,
            times: by_tier([None; 4]),
            cap: None,
            when: None,
            validity: Validity::default(),
        };
        let gives = |of, every, gives, full| Yield::Gives {
            of: self.metric(of),
            every: n(every),
            gives: n(gives),
            full,
        };
        let bands = |of, banding, basis, bands: &[(&str, &str)]| Yield::Bands {
            of: self.metric(of),
            bands: bands.iter().map(|(from, rate)| Band { from: n(from), rate: n(rate) }).collect(),
            banding,
            basis,
        };
        let cap = |amounts: [&str; 4]| Cap {
            amount: by_tier(amounts.map(|amount| amount.parse().ok())),
            per: CapPeriod::Period(Period::Month),
        };
        vec![
            EarnRule {
                times: by_tier([None, Some(n("1.2")), Some(n("2")), Some(n("2"))]),
                cap: Some(cap(["2000", "3000", "8000", "8000"])),
                delay: 1,
                ..rule("card-spend", "points", gives("spend", "20", "1", true))
            },
            EarnRule {
                each: Period::Quarter,
                cap: Some(cap(["-", "-", "600", "600"])),
                delay: 2,
                ..rule("plan", "points", gives("deposits", "10000", "30", false))
            },
            EarnRule {
                cap: Some(cap(["100"; 4])),
                when: Some(self.flag("payroll")),
                validity: Validity { from: Some(date("2026-03-10")), to: Some(date("2026-12-31")) },
                ..rule(
                    "cashback",
                    "cash",
                    Yield::Rate { of: self.metric("spend"), rate: n("0.008"), basis: Basis::Month },
                )
            },
            rule(
                "assets",
                "growth",
                bands(
                    "aum",
                    Banding::Marginal,
                    Basis::Year,
                    &[("0", "0.01"), ("500000", "0.005"), ("3000000", "0.002")],
                ),
            ),
            EarnRule {
                validity: Validity { from: Some(date("2026-03-01")), to: None },
                ..rule(
                    "bonus-rate",
                    "cash",
                    bands("spend", Banding::Whole, Basis::Month, &[("0", "0"), ("1000", "0.0125")]),
                )
            },
            EarnRule {
                when: Some(Condition::Any(vec![
                    self.at_least("score", "60"),
                    Condition::Tier(self.tier("gold")),
                ])),
                ..rule("welcome", "points", Yield::Fixed(n("100")))
            },
        ]
    }

    fn campaigns(&self) -> Vec<Campaign> {
        let boost = |times, cap| Boost { earn: self.earn("card-spend"), times: n(times), cap };
        let gift = |when, amount| Gift {
            when,
            credit: Credit { currency: self.currency("points"), amount: n(amount) },
        };
        vec![Campaign {
            id: self.campaign("autumn"),
            from: date("2026-09-10"),
            to: date("2026-10-08"),
            audience: Some(Condition::Any(vec![
                Condition::Segment(self.segment("payroll")),
                Condition::Tier(self.tier("green")),
            ])),
            boosts: vec![
                boost(
                    "2",
                    Some(Cap {
                        amount: by_tier([Some(n("600")), Some(n("1000")), Some(n("1500")), Some(n("1500"))]),
                        per: CapPeriod::Campaign,
                    }),
                ),
                boost("1.5", None),
            ],
            gifts: vec![gift(Some(self.at_least("spend", "3000")), "500"), gift(None, "100")],
        }]
    }

    fn ladder(&self) -> Vec<Tier> {
        let tier = |id, rank, qualify| Tier {
            id: self.tier(id),
            rank,
            qualify,
            keep: None,
            hold: Hold::Months(12),
            grace: 1,
            fall: Fall::One,
        };
        let blue = Condition::Any(vec![
            self.at_least("aum-quarter", "1000000"),
            Condition::All(vec![
                self.at_least("aum", "600000"),
                Condition::AtLeast {
                    count: 2,
                    among: vec![
                        self.flag("payroll"),
                        self.at_least("kinds", "4"),
                        self.at_least("tenure", "60"),
                    ],
                },
            ]),
            self.at_least("growth-year", "15000"),
        ]);
        vec![
            Tier { hold: Hold::None, ..tier("classic", 1, None) },
            Tier {
                hold: Hold::None,
                grace: 0,
                fall: Fall::All,
                ..tier("green", 2, Some(self.at_least("aum-quarter", "500000")))
            },
            Tier {
                keep: Some(Condition::Any(vec![
                    self.at_least("aum-quarter", "900000"),
                    Condition::Not(Box::new(Condition::Task(self.task("lighthouse")))),
                ])),
                ..tier("blue", 3, Some(blue))
            },
            Tier {
                keep: Some(self.at_least("aum-quarter", "2700000")),
                hold: Hold::NextYearEnd,
                grace: 3,
                ..tier("gold", 4, Some(self.at_least("aum-quarter", "3000000")))
            },
        ]
    }

    fn benefits(&self) -> Vec<Benefit> {
        let grant = |extent| Some(Grant { extent, worth: None });
        let quota = |uses: u32, per| grant(Extent::Quota { uses: Number::from(uses), per: Some(per) });
        let benefit = |id, grants: [Option<Grant>; 4]| Benefit {
            id: self.benefit(id),
            when: None,
            validity: Validity::default(),
            pool: None,
            grants: Some(by_tier(grants)),
        };
        let unlimited = grant(Extent::Unlimited { expected: Some(n("6")) });
        let amount = |amount| grant(Extent::Amount { amount: n(amount), per: Some(Period::Year) });
        vec![
            Benefit {
                when: Some(Condition::Flag { metric: self.metric("payroll"), is: false }),
                ..benefit("lounge", [None, quota(1, Period::Quarter), quota(2, Period::Year), unlimited])
            },
            benefit(
                "fund-fee",
                [
                    grant(Extent::Discount(n("0.2"))),
                    grant(Extent::Discount(n("0.125"))),
                    grant(Extent::Rate(n("0.0385"))),
                    grant(Extent::Discount(n("1"))),
                ],
            ),
            benefit("birthday", [None, amount("60"), amount("60"), amount("20000")]),
            Benefit { pool: Some(self.pool("lifestyle")), ..benefit("coffee", [const { None }; 4]) },
            benefit("adviser", [None, None, grant(Extent::Included), grant(Extent::Included)]),
            Benefit {
                when: Some(Condition::Task(self.task("lighthouse"))),
                grants: None,
                validity: Validity { from: None, to: Some(date("2026-12-31")) },
                ..benefit("night", [const { None }; 4])
            },
        ]
    }

    fn rewards(&self) -> Vec<Reward> {
        let reward = |id, price, prices: [Option<&str>; 4]| Reward {
            id: self.reward(id),
            currency: self.currency("points"),
            price: n(price),
            prices: by_tier(prices.map(|price| price.map(n))),
            cash: Number::ZERO,
            worth: None,
            validity: Validity::default(),
        };
        vec![
            Reward { cash: n("99"), ..reward("case", "19800", [None, None, Some("18800"), Some("17800")]) },
            Reward {
                validity: Validity { from: Some(date("2026-11-15")), to: Some(date("2027-01-15")) },
                ..reward("voucher", "2000", [None; 4])
            },
        ]
    }
}
