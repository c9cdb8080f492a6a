//! Figures, days and results in Chinese and English. Rules are in `kinds.rs` and `whole.rs`.

mod common;

use common::{Book, date, n, names};
use rulebook::model::{Condition, Extent, Unit};
use rulebook::{
    AnyId, Line, MonthResult, Number, Outcome, Period, Review, RunError, Validity, Value, YearStart,
};
use words::{Language, Speaker};

/// What simplified Chinese and English say.
fn both(rules: &rulebook::Rules, say: impl Fn(Speaker<'_>) -> String) -> [String; 2] {
    ["zh-CN", "en"].map(|locale| {
        let (language, names) = (Language::of(locale), names(locale));
        say(Speaker::new(&language, rules, &names))
    })
}

#[test]
fn money_is_said_to_the_last_digit() {
    let mut rules = Book::new().rules();
    for (amount, zh, en) in [
        ("0", "0 元", "CNY 0"),
        ("0.01", "0.01 元", "CNY 0.01"),
        ("9999", "9,999 元", "CNY 9,999"),
        ("10000", "1 万元", "CNY 10,000"),
        ("12345.67", "12,345.67 元", "CNY 12,345.67"),
        ("12000", "12,000 元", "CNY 12,000"),
        ("3000000", "300 万元", "CNY 3,000,000"),
        ("99990000", "9,999 万元", "CNY 99,990,000"),
        ("100000000", "1 亿元", "CNY 100,000,000"),
        ("150000000", "1.5 亿元", "CNY 150,000,000"),
        ("123450000", "12,345 万元", "CNY 123,450,000"),
        ("123456789.01", "123,456,789.01 元", "CNY 123,456,789.01"),
        ("1000000000000000000", "10,000,000,000 亿元", "CNY 1,000,000,000,000,000,000"),
        ("-30000", "-3 万元", "CNY -30,000"),
    ] {
        assert_eq!(both(&rules, |speaker| speaker.money(n(amount))), [zh, en]);
    }
    rules.currency = "SGD".to_owned();
    assert_eq!(both(&rules, |speaker| speaker.money(n("3000000"))), ["300 万新加坡元", "SGD 3,000,000"]);
    rules.currency = "XYZ".to_owned();
    assert_eq!(both(&rules, |speaker| speaker.money(n("12.5"))), ["XYZ 12.5", "XYZ 12.5"]);
}

/// The money of the place goes without its name.
/// A language may speak about several rule books, whose amounts are in their own currencies.
#[test]
fn a_language_keeps_the_amounts_of_rule_books_apart() {
    let (language, names) = (Language::of("en"), names("en"));
    let extent = Extent::Amount { amount: n("200"), per: Some(Period::Year) };
    for (currency, said) in [("CNY", "CNY 200"), ("HKD", "HKD 200"), ("CNY", "CNY 200")] {
        let rules = rulebook::Rules { currency: currency.to_owned(), ..Book::new().rules() };
        let speaker = Speaker::new(&language, &rules, &names);
        assert!(speaker.extent(&extent).contains(said), "{}", speaker.extent(&extent));
    }
}

#[test]
fn money_in_traditional_chinese() {
    let mut rules = Book::new().rules();
    let (language, names) = (Language::of("zh-TW"), names("zh-TW"));
    for (currency, amount, said) in [
        ("TWD", "3000000", "300 萬元"),
        ("TWD", "12345.67", "12,345.67 元"),
        ("TWD", "150000000", "1.5 億元"),
        ("CNY", "3000000", "人民幣 300 萬元"),
        ("USD", "12000", "美元 12,000 元"),
        ("XYZ", "12.5", "XYZ 12.5"),
    ] {
        currency.clone_into(&mut rules.currency);
        assert_eq!(Speaker::new(&language, &rules, &names).money(n(amount)), said);
    }
}

#[test]
fn shares_and_counts_are_said_to_the_last_digit() {
    let rules = Book::new().rules();
    let points = Book::new().currency("points");
    for (share, percent, zh, en) in [
        ("0.2", "20%", "8 折", "20% off"),
        ("0.15", "15%", "8.5 折", "15% off"),
        ("0.125", "12.5%", "减免 12.5%", "12.5% off"),
        ("1", "100%", "免费", "free"),
        ("0", "0%", "减免 0%", "0% off"),
        ("1.5", "150%", "减免 150%", "150% off"),
        ("0.00012345", "0.012345%", "减免 0.012345%", "0.012345% off"),
    ] {
        assert_eq!(both(&rules, |speaker| speaker.percent(n(share))), [percent, percent]);
        assert_eq!(both(&rules, |speaker| speaker.discount(n(share))), [zh, en]);
    }
    for (unit, value, zh, en) in [
        (Unit::Count, "1234567.89", "1,234,567.89", "1,234,567.89"),
        (Unit::Months, "1", "1 个月", "1 month"),
        (Unit::Months, "18", "18 个月", "18 months"),
        (Unit::Months, "12", "1 年", "1 year"),
        (Unit::Months, "60", "5 年", "5 years"),
        (Unit::Months, "2.5", "2.5 个月", "2.5 months"),
        (Unit::Years, "1", "1 年", "1 year"),
        (Unit::Years, "1.5", "1.5 年", "1.5 years"),
        (Unit::Currency(points), "1200", "1,200 积分", "1,200 Points"),
        (Unit::Currency(points), "1", "1 积分", "1 Point"),
    ] {
        assert_eq!(both(&rules, |speaker| speaker.quantity(unit, n(value))), [zh, en]);
    }
    assert_eq!(
        both(&rules, |speaker| speaker.gap(Unit::Money, n("500000"))),
        ["还差 50 万元", "CNY 500,000 to go"]
    );
}

#[test]
fn values_are_said_by_their_kind() {
    let rules = Book::new().rules();
    let version = &rules.versions[0];
    let book = Book::new();
    for (metric, value, zh, en) in [
        ("deposits", Value::Number(n("30000")), "3 万元", "CNY 30,000"),
        ("payroll", Value::Flag(true), "是", "yes"),
        ("joined", Value::Date(Some(date("2021-05-01"))), "2021年5月1日", "1 May 2021"),
        ("joined", Value::Date(None), "–", "–"),
        ("growth-year", Value::Number(Number::ZERO), "0 成长值", "0 Growth value"),
    ] {
        let metric = version.metric(book.metric(metric)).expect("the version has it");
        assert_eq!(both(&rules, |speaker| speaker.value(metric, value)), [zh, en]);
    }
}

#[test]
fn days_and_periods() {
    let mut rules = Book::new().rules();
    for (from, to, zh, en) in [
        ("2026-03-10", "2026-04-20", "2026年3月10日至4月20日", "10 March to 20 April 2026"),
        ("2026-12-01", "2027-01-31", "2026年12月1日至2027年1月31日", "1 December 2026 to 31 January 2027"),
        ("2026-03-10", "2026-03-10", "2026年3月10日", "10 March 2026"),
    ] {
        assert_eq!(both(&rules, |speaker| speaker.date_range(date(from), date(to))), [zh, en]);
    }
    let validity = |from: Option<&str>, to: Option<&str>| Validity { from: from.map(date), to: to.map(date) };
    for (validity, zh, en) in [
        (validity(Some("2026-03-01"), None), "自 2026年3月1日起", "from 1 March 2026"),
        (validity(None, Some("2026-03-31")), "至 2026年3月31日止", "until 31 March 2026"),
        (validity(None, None), "", ""),
    ] {
        assert_eq!(both(&rules, |speaker| speaker.validity(validity).unwrap_or_default()), [zh, en]);
    }
    let month = "2026-03".parse().expect("a month");
    assert_eq!(both(&rules, |speaker| speaker.month(month)), ["2026年3月", "March 2026"]);
    assert_eq!(both(&rules, |speaker| speaker.period(Period::HalfYear)), ["每半年", "every half-year"]);
    assert_eq!(both(&rules, |speaker| speaker.programme_year().unwrap_or_default()), ["", ""]);
    rules.year_starts = YearStart::new(4).expect("a month");
    let said = [
        "会员年度自每年4月开始，季度、半年与年度均按会员年度计算。",
        "The programme’s year starts in April; its quarters and half-years are counted from there.",
    ];
    assert_eq!(both(&rules, |speaker| speaker.programme_year().unwrap_or_default()), said);
}

#[test]
fn reviews_and_errors() {
    let book = Book::new();
    let rules = Book::new().rules();
    let version = &rules.versions[0];
    let month = |text: &str| text.parse().expect("a month");
    let table = [
        (
            (Outcome::Upgrade, "blue", "gold", 0, Some("2027-12")),
            "升为金帆会员，自 2026年4月起生效，锁定至 2027年12月。",
            "Rises to Gold from April 2026, held to the end of December 2027.",
        ),
        (
            (Outcome::Upgrade, "classic", "green", 0, None),
            "升为绿帆会员，自 2026年4月起生效。",
            "Rises to Green from April 2026.",
        ),
        (
            (Outcome::Held, "blue", "blue", 0, Some("2026-08")),
            "锁定期内（至 2026年8月），等级仍为蓝帆会员。",
            "Blue is held to the end of August 2026.",
        ),
        ((Outcome::Kept, "classic", "classic", 0, None), "等级仍为普通会员。", "Stays Classic."),
        (
            (Outcome::Kept, "blue", "blue", 0, Some("2027-03")),
            "符合保级条件，等级仍为蓝帆会员，锁定至 2027年3月。",
            "The conditions are met: stays Blue, held to the end of March 2027.",
        ),
        (
            (Outcome::Grace, "gold", "gold", 2, None),
            "未达到保级条件（连续第 2 次），宽限期内等级仍为金帆会员。",
            "The conditions are not met (2 reviews in a row); stays Gold in the grace period.",
        ),
        (
            (Outcome::Downgrade, "gold", "blue", 0, None),
            "未达到保级条件，自 2026年4月起降为蓝帆会员。",
            "The conditions are not met: goes down to Blue from April 2026.",
        ),
    ];
    for ((outcome, tier, next, failures, until), zh, en) in table {
        let result = MonthResult {
            month: month("2026-03"),
            version: 0,
            tier: book.tier(tier),
            metrics: Vec::new(),
            segments: Vec::new(),
            tasks: Vec::new(),
            lines: Vec::new(),
            accounts: Vec::new(),
            benefits: Vec::new(),
            review: Some(Review {
                qualified: book.tier(next),
                outcome,
                failures,
                held_until: until.map(month),
            }),
            next_tier: book.tier(next),
        };
        let said = both(&rules, |speaker| speaker.review(version, &result).expect("it has a review"));
        assert_eq!(said, [zh, en]);
    }
    let march = month("2026-03");
    let points = book.currency("points");
    let table = [
        (
            RunError::Insufficient { month: march, currency: points, shortfall: n("1200") },
            "2026年3月的兑换超出了余额，还差 1,200 积分。",
            "In March 2026, more was to be redeemed than is held: 1,200 Points are missing.",
        ),
        (
            RunError::NotRedeemable { month: march, currency: book.currency("growth") },
            "2026年3月的兑换无法完成：成长值不能兑换。",
            "In March 2026, Growth value was to be redeemed, which is not possible.",
        ),
        (
            RunError::Overflow { rule: AnyId::Metric(book.metric("aum")), month: march },
            "2026年3月的「金融资产」算出的数值过大，无法得出结果，请检查填写的数值。",
            "In March 2026, “Financial assets” comes to a figure that is too large. \
             Please check the values that were entered.",
        ),
    ];
    for (error, zh, en) in table {
        assert_eq!(both(&rules, |speaker| speaker.run_error(&error)), [zh, en]);
    }
}

#[test]
fn a_hidden_task_is_named_once_it_is_achieved() {
    let book = Book::new();
    let rules = Book::new().rules();
    let task = book.task("lighthouse");
    let line = Line { source: AnyId::Task(task), currency: book.currency("points"), amount: Number::ONE };
    let said = both(&rules, |speaker| speaker.task_name(&rules.versions[0], task));
    assert_eq!(said, ["一项隐藏成就", "a hidden achievement"]);
    let said = both(&rules, |speaker| speaker.name_of(line.source).to_owned());
    assert_eq!(said, ["守灯人", "Keeper of the light"]);
}

#[test]
fn ids_of_another_rule_book_are_said_without_a_name() {
    let book = Book::new();
    let mut rules = Book::new().rules();
    rules.ids = rulebook::Ids::default();
    let condition = Condition::All(vec![book.at_least("aum", "1"), Condition::Tier(book.tier("gold"))]);
    let said = both(&rules, |speaker| speaker.condition(&rules.versions[0], &condition).sentence);
    assert_eq!(said[0], "达到 1 元，且等级为");
}
