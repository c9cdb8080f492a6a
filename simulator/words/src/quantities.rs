//! Amounts, counts, shares and lengths of time, always to the last digit.

use rulebook::model::{Metric, Unit};
use rulebook::{CurrencyId, MetricId, Number, Value};

use crate::digits::Digits;
use crate::speaker::Speaker;

impl Speaker<'_> {
    /// A plain number: `1,234,567.89`.
    pub fn number(self, number: Number) -> String {
        self.digits(&Digits::of(number))
    }

    /// An amount of the programme's money: `12,345.67 元`, `300 万元`, `CNY 3,000,000`.
    pub fn money(self, amount: Number) -> String {
        let plain = Digits::of(amount);
        let scales = self.language.numbers().scales;
        let scaled = scales.iter().filter(|scale| plain.length() > scale.power).find_map(|scale| {
            let digits = plain.clone().over_ten_to(scale.power);
            (digits.decimals() <= scale.decimals).then_some((digits, scale.word))
        });
        let (digits, scale) = scaled.unwrap_or((plain, ""));
        let currency = self.rules.currency.as_str();
        let message = self.message("money").with("currency", currency).with("scale", scale);
        message.with("number", self.digits(&digits)).say()
    }

    /// An amount of a currency: `1,200 积分`, `1 Point`.
    pub fn amount(self, currency: CurrencyId, amount: Number) -> String {
        let name = self.name(currency);
        let name = if amount == Number::ONE { self.language.one_of(name) } else { name };
        self.message("amount").number(amount).with("currency", name).say()
    }

    /// A count of what a metric counts, with the measure word that its name asks for: `3 笔` of 转账笔数.
    pub fn counted(self, metric: MetricId, count: Number) -> String {
        let measure = self.language.measure(self.name(metric));
        self.message("counted").number(count).with("measure", measure).say()
    }

    /// A share: 0.85 is `85%`.
    pub fn percent(self, share: Number) -> String {
        let number = self.digits(&Digits::of(share).times_ten_to(2));
        self.message("percent").with("number", number).say()
    }

    /// What is taken off a price: 0.2 is `8 折`, `20% off`.
    pub fn discount(self, share: Number) -> String {
        // A discount in 折 has at most two digits in spoken Chinese.
        let rest = Number::ONE.minus(share).map(|rest| Digits::of(rest).times_ten_to(1));
        let spoken =
            rest.ok().filter(|rest| share > Number::ZERO && share < Number::ONE && rest.decimals() <= 1);
        let form = match &spoken {
            _ if share == Number::ONE => "free",
            Some(_) => "spoken",
            None => "plain",
        };
        let paid = spoken.map_or_else(String::new, |rest| self.digits(&rest));
        self.message("discount")
            .with("form", form)
            .with("paid", paid)
            .with("percent", self.percent(share))
            .say()
    }

    /// A value of a unit, with its unit.
    pub fn quantity(self, unit: Unit, value: Number) -> String {
        match unit {
            Unit::Money => self.money(value),
            Unit::Count | Unit::Flag | Unit::Date => self.number(value),
            Unit::Months => self.length_of_months(value),
            Unit::Years => self.message("years").number(value).say(),
            Unit::Currency(currency) => self.amount(currency, value),
        }
    }

    /// A metric's value in a month: an amount, a count, yes or no, a day; a dash for a day that is not given.
    pub fn value(self, metric: &Metric, value: Value) -> String {
        match value {
            Value::Number(number) if metric.unit == Unit::Count => self.counted(metric.id, number),
            Value::Number(number) => self.quantity(metric.unit, number),
            Value::Flag(flag) => self.message(if flag { "yes" } else { "no" }).say(),
            Value::Date(Some(date)) => self.date(date),
            Value::Date(None) => "–".to_owned(),
        }
    }

    /// How much is missing: `还差 50 万元`, `CNY 500,000 to go`.
    pub fn gap(self, unit: Unit, missing: Number) -> String {
        self.message("gap").with("value", self.quantity(unit, missing)).say()
    }

    /// A number of months: `12 个月`.
    pub fn months(self, months: u32) -> String {
        self.message("months").count(months).say()
    }

    /// Months that are a value: whole years are said as years.
    fn length_of_months(self, months: Number) -> String {
        let years = months.to_string().parse::<u32>().ok().filter(|months| *months > 0 && months % 12 == 0);
        match years {
            Some(months) => self.message("years").count(months / 12).say(),
            None => self.message("months").number(months).say(),
        }
    }

    fn digits(self, digits: &Digits) -> String {
        digits.write(self.language.numbers())
    }
}
