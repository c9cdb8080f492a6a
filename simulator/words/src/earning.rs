//! The rules by which currencies are earned.

use rulebook::model::{Band, Banding, Basis, ByTier, Cap, CapPeriod, EarnRule, Version, Yield};
use rulebook::{CurrencyId, MetricId, Number};

use crate::clause::Clause;
use crate::ladder::Run;
use crate::speaker::Speaker;
use crate::time;

impl Speaker<'_> {
    /// An accrual rule in full: what it yields, by which multiplier, up to where, for whom, when. Sentences; their
    /// whole in one line is [`Speaker::earn_rule`].
    pub fn earn(self, version: &Version, rule: &EarnRule) -> Vec<Clause> {
        let mut said = vec![self.yields(version, rule)];
        let sentence = |text: String| Clause::leaf(self.sentence(&text));
        said.extend(self.cadence(rule).map(Clause::leaf));
        if let Some(times) = self.times(version, &rule.times) {
            let same = Run::of(rule.times.iter()).len() == 1;
            let form = if same { "one" } else { "by-tier" };
            said.push(Clause::leaf(self.message("earn-times").with("form", form).with("times", times).say()));
        }
        said.extend(self.cap(version, rule.currency, rule.cap.as_ref()).map(sentence));
        if let Some(when) = &rule.when {
            said.push(self.conditioned(
                version,
                when,
                self.message("earn-when"),
                self.message("earn-when-list"),
            ));
        }
        if let Some(validity) = self.validity(rule.validity) {
            let shares = time::shares_a_month(rule.validity) && !matches!(rule.yields, Yield::Fixed(_));
            let form = if shares { "shared" } else { "whole" };
            let valid = self.message("earn-valid").with("form", form).with("validity", validity);
            said.push(Clause::leaf(valid.say()));
        }
        said.extend(self.delay(rule).map(Clause::leaf));
        said
    }

    /// How often a rule is evaluated; a sentence. Absent where that is every month, or said with what it yields.
    pub fn cadence(self, rule: &EarnRule) -> Option<String> {
        let is_said = matches!(rule.yields, Yield::Fixed(_)) || rule.each == rulebook::Period::Month;
        (!is_said).then(|| self.message("earn-each").with("period", time::key(rule.each)).say())
    }

    /// When what a rule yields is credited; a sentence. Absent where that is at once.
    pub fn delay(self, rule: &EarnRule) -> Option<String> {
        (rule.delay > 0).then(|| self.message("earn-delay").count(rule.delay).say())
    }

    /// An accrual rule in full, in one line of sentences.
    pub fn earn_rule(self, version: &Version, rule: &EarnRule) -> String {
        self.prose(&self.earn(version, rule))
    }

    /// What a rule yields before any multiplier; a sentence. Bands are its parts.
    pub fn yields(self, version: &Version, rule: &EarnRule) -> Clause {
        let currency = self.name(rule.currency);
        let message = |key| self.message(key).with("currency", currency);
        match &rule.yields {
            Yield::Gives { of, every, gives, full } => {
                let form = if *full { "full" } else { "exact" };
                let message = message("earn-gives").with("form", form).with("metric", self.name(*of));
                let message = message.with("every", self.threshold(version, *of, *every)).number(*gives);
                Clause::leaf(message.with("gives", self.amount(rule.currency, *gives)).say())
            }
            Yield::Rate { of, rate, basis } => {
                let message = message("earn-rate").with("basis", basis_key(*basis));
                let message = message.with("metric", self.name(*of));
                Clause::leaf(message.with("rate", self.percent(*rate)).say())
            }
            Yield::Bands { of, bands, banding, basis } => {
                let rows = self.bands(version, *of, bands, *banding);
                let line = self.joined("join-semicolon", rows.iter().cloned());
                let message = |key| {
                    let message = message(key).with("basis", basis_key(*basis));
                    message.with("metric", self.name(*of)).with("banding", banding_key(*banding))
                };
                Clause {
                    sentence: message("earn-bands").with("bands", line).say(),
                    text: message("earn-bands-list").say(),
                    parts: rows.into_iter().map(Clause::leaf).collect(),
                }
            }
            Yield::Fixed(amount) => {
                let message = message("earn-fixed").with("period", time::key(rule.each));
                let form = if rule.when.is_some() { "when" } else { "always" };
                Clause::leaf(
                    message.with("form", form).with("gives", self.amount(rule.currency, *amount)).say(),
                )
            }
        }
    }

    /// The bands of a rate, one phrase each: `超过 50 万元至 300 万元的部分：0.5%`.
    pub fn bands(self, version: &Version, of: MetricId, bands: &[Band], banding: Banding) -> Vec<String> {
        let key = match banding {
            Banding::Marginal => "band-marginal",
            Banding::Whole => "band-whole",
        };
        let ends = bands.iter().skip(1).map(|band| Some(band.from)).chain([None]);
        let band = |(band, to): (&Band, Option<Number>)| {
            let form = match (band.from.is_zero(), to) {
                (true, None) => "all",
                (true, Some(_)) => "first",
                (false, Some(_)) => "middle",
                (false, None) => "last",
            };
            let message = self.message(key).with("form", form).with("rate", self.percent(band.rate));
            let message = message.with("from", self.threshold(version, of, band.from));
            message.with("to", to.map_or_else(String::new, |to| self.threshold(version, of, to))).say()
        };
        bands.iter().zip(ends).map(band).collect()
    }

    /// The multipliers by tier; a phrase: `绿卡 1.2 倍；金卡及以上 2 倍`. Absent where all have 1.
    pub fn times(self, version: &Version, times: &ByTier<Number>) -> Option<String> {
        let runs = Run::of(times.iter().map(|times| *times.unwrap_or(&Number::ONE)));
        if runs.iter().all(|run| run.value == Number::ONE) {
            return None;
        }
        Some(self.by_tier(version, "tier-has", &runs, |times| self.multiplier(*times)))
    }

    /// A multiplier: `1.5 倍`, `1.5 times`.
    pub fn multiplier(self, times: Number) -> String {
        self.message("multiplier").number(times).say()
    }

    /// A cap in words; a phrase: `每月最多 5,000 积分`. None where no tier has a cap.
    pub fn cap(self, version: &Version, currency: CurrencyId, cap: Option<&Cap>) -> Option<String> {
        let cap = cap?;
        let runs = Run::by_tier(&cap.amount);
        if runs.iter().all(|run| run.value.is_none()) {
            return None;
        }
        let amount = |amount: &Option<Number>| match amount {
            Some(amount) => self.amount(currency, *amount),
            None => self.message("cap-none").say(),
        };
        let form = if runs.len() == 1 { "one" } else { "by-tier" };
        let per = match cap.per {
            CapPeriod::Period(period) => time::key(period),
            CapPeriod::Campaign => "campaign",
        };
        let amounts = self.by_tier(version, "tier-has", &runs, amount);
        Some(self.message("cap").with("form", form).with("period", per).with("amounts", amounts).say())
    }
}

fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Month => "month",
        Basis::Year => "year",
    }
}

fn banding_key(banding: Banding) -> &'static str {
    match banding {
        Banding::Marginal => "marginal",
        Banding::Whole => "whole",
    }
}
