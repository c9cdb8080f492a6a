//! Currencies and accrual rules.

use std::sync::Arc;

use rulebook::model::{self, Banding, Basis, CapPeriod, ExpireAt, Yield};
use rulebook::{CurrencyId, CurrencyKey, Number, Period, Rounding};

use super::merge::Found;
use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::{Band, ByTierOrOne, Cap, Currency, Earn, UnitsWord};
use crate::content::record::Field;
use crate::content::shapes::{NotNegative, Ref};
use crate::content::value::Spanned;
use crate::diagnostics::{Location, Message, Span};

impl Scope<'_> {
    pub(crate) fn currency(
        &mut self,
        found: &Found<'_, Currency>,
        record: &Currency,
    ) -> Lowered<model::Currency> {
        let Currency { decimals, round, redeemable, expire, cap, worth, .. } = record;
        let cap = cap.get().map(|cap| {
            let (amount, per) = (cap.amount.spanned().ok_or(Reported)?, cap.per.get().ok_or(Reported)?);
            self.fits_currency(amount.value.0, found.key, found.at(amount.span));
            Ok(model::CurrencyCap { amount: amount.value.0, per: *per })
        });
        let expire = expire.get().map(|expire| {
            let months = expire.months.get().ok_or(Reported)?.0;
            Ok(model::Expiry { months, at: expire.at.or(ExpireAt::MonthEnd) })
        });
        Ok(model::Currency {
            id: self.ids.currencies.find(found.key).ok_or(Reported)?,
            decimals: decimals.get().map_or(0, |decimals| decimals.0),
            round: round.or(Rounding::Down),
            redeemable: redeemable.or(true),
            expire: expire.transpose()?,
            cap: cap.transpose()?,
            worth: worth.get().map(|worth| worth.0),
        })
    }

    /// The currency that a rule names, or the first; `at` is the rule, where there is none.
    fn currency_or_first(
        &mut self,
        name: &Field<Ref<CurrencyKey>>,
        file: &Arc<str>,
        at: Location,
    ) -> Lowered<(CurrencyId, String)> {
        let ids = self.ids;
        if let Some(name) = name.spanned() {
            return Ok((self.id(name, file, &ids.currencies)?, name.value.0.clone()));
        }
        if name.is_present() {
            return Err(Reported);
        }
        let first = self.files.currencies.keys().next();
        if first.is_none() && !self.files.currencies.incomplete {
            self.report(at, Message::NoCurrency {});
        }
        let first = first.ok_or(Reported)?;
        Ok((ids.currencies.find(first).ok_or(Reported)?, first.to_owned()))
    }

    pub(crate) fn earn(&mut self, found: &Found<'_, Earn>, record: &Earn) -> Lowered<model::EarnRule> {
        let file = found.file();
        let Earn { currency, each, delay, times, cap, when, from, to, .. } = record;
        let currency = self.currency_or_first(currency, file, found.location.clone());
        let yields = self.yields(found, record);
        let times = match times.get() {
            Some(times) => self.by_tier(times, file, |times| times.0),
            None => Ok(self.for_none()),
        };
        let cap = cap.spanned().map(|cap| self.cap(cap, currency.as_ref().ok(), false, file)).transpose();
        let when = self.optional(when, file);
        let validity = self.validity(from.spanned(), to.spanned(), file);
        Ok(model::EarnRule {
            id: self.ids.earn.find(found.key).ok_or(Reported)?,
            currency: currency?.0,
            yields: yields?,
            each: each.or(Period::Month),
            delay: delay.get().map_or(0, |delay| delay.0),
            times: times?,
            cap: cap?,
            when: when?,
            validity,
        })
    }

    /// Exactly one of `gives`, `rate`, `bands`, `fixed`, with what belongs to it and nothing else.
    fn yields(&mut self, found: &Found<'_, Earn>, record: &Earn) -> Lowered<Yield> {
        let file = found.file();
        let Earn { of, every, gives, units, rate, bands, banding, basis, fixed, times, .. } = record;
        let given = [("gives", at(gives)), ("rate", at(rate)), ("bands", at(bands)), ("fixed", at(fixed))];
        let mut present = given.iter().filter(|(_, at)| at.is_some());
        let (first, second) = (present.next(), present.next());
        if let (Some((other, _)), Some((key, Some(span)))) = (first, second) {
            let message = Message::NotTogether { key: (*key).to_owned(), other: (*other).to_owned() };
            self.report(found.at(span.unwrap_or(record.span)), message);
            return Err(Reported);
        }
        let Some((form, _)) = first else {
            if !record.has_unknown {
                self.report(
                    found.location.clone(),
                    Message::OneOf { keys: "gives, rate, bands, fixed".to_owned() },
                );
            }
            return Err(Reported);
        };
        let mut fine = Ok(());
        for (key, span, belongs_to) in [
            ("every", every.span(), &["gives"][..]),
            ("units", units.span(), &["gives"]),
            ("banding", banding.span(), &["bands"]),
            ("basis", basis.span(), &["rate", "bands"]),
            ("of", of.span(), &["gives", "rate", "bands"]),
            ("times", times.span(), &["gives", "rate", "bands"]),
        ] {
            if let Some(span) = span.filter(|_| !belongs_to.contains(form)) {
                let message = if *form == "fixed" {
                    Message::NotTogether { key: key.to_owned(), other: "fixed".to_owned() }
                } else {
                    Message::NeedsOther { key: key.to_owned(), other: belongs_to.join(", ") }
                };
                self.report(found.at(span), message);
                fine = Err(Reported);
            }
        }
        if *form == "fixed" {
            fine?;
            return Ok(Yield::Fixed(fixed.get().ok_or(Reported)?.0));
        }
        if of.is_absent() && !record.has_unknown {
            self.report(found.location.clone(), Message::MissingKey { key: "of".to_owned() });
        }
        let of = of.spanned().ok_or(Reported).and_then(|of| self.number_metric(of, file));
        let basis = basis.or(Basis::Month);
        let yields = if gives.is_present() {
            if every.is_present() && every.get().is_none() {
                return Err(Reported);
            }
            Yield::Gives {
                of: of?,
                every: every.get().map_or(Number::ONE, |every| every.0),
                gives: gives.get().ok_or(Reported)?.0,
                full: units.or(UnitsWord::Full) == UnitsWord::Full,
            }
        } else if rate.is_present() {
            Yield::Rate { of: of?, rate: rate.get().ok_or(Reported)?.0, basis }
        } else {
            let bands = self.bands(bands.spanned().ok_or(Reported)?, file);
            Yield::Bands { of: of?, bands: bands?, banding: banding.or(Banding::Marginal), basis }
        };
        fine?;
        Ok(yields)
    }

    /// Bands ascend from 0.
    fn bands(&mut self, bands: &Spanned<Vec<Spanned<Band>>>, file: &Arc<str>) -> Lowered<Vec<model::Band>> {
        self.not_empty("bands", bands, file)?;
        let mut lowered: Vec<model::Band> = Vec::new();
        for band in &bands.value {
            let from = band.value.from.spanned().ok_or(Reported)?;
            let rate = band.value.rate.get().ok_or(Reported)?.0;
            let place = Location { file: Arc::clone(file), span: from.span };
            match lowered.last() {
                None if !from.value.0.is_zero() => {
                    self.report(place, Message::BandsFromZero {});
                    return Err(Reported);
                }
                Some(last) if last.from >= from.value.0 => {
                    self.report(place, Message::NotAscending { value: from.value.0.to_string() });
                    return Err(Reported);
                }
                _ => lowered.push(model::Band { from: from.value.0, rate }),
            }
        }
        Ok(lowered)
    }

    pub(crate) fn cap(
        &mut self,
        cap: &Spanned<Cap>,
        currency: Option<&(CurrencyId, String)>,
        of_boost: bool,
        file: &Arc<str>,
    ) -> Lowered<model::Cap> {
        let Cap { amount, per, .. } = &cap.value;
        let at = |span: Span| Location { file: Arc::clone(file), span };
        let per = per.spanned().ok_or(Reported);
        if let Ok(per) = per
            && per.value.0 == CapPeriod::Campaign
            && !of_boost
        {
            let known = "\"month\", \"quarter\", \"half-year\", \"year\"".to_owned();
            self.report(at(per.span), Message::BadChoice { text: "campaign".to_owned(), known });
            return Err(Reported);
        }
        let amount = amount.spanned().ok_or(Reported)?;
        let fits = |scope: &mut Self, amount: &NotNegative, span: Span| {
            if let Some((_, key)) = currency {
                scope.fits_currency(amount.0, key, at(span));
            }
        };
        let by_tier = match &amount.value {
            ByTierOrOne::One(one) => {
                fits(self, one, amount.span);
                Ok(self.for_all(&one.0))
            }
            ByTierOrOne::ByTier(entries) => {
                entries.0.iter().for_each(|(_, entry)| fits(self, &entry.value, entry.span));
                self.by_tier(entries, file, |amount| amount.0)
            }
        };
        Ok(model::Cap { amount: by_tier?, per: per?.value.0 })
    }

    /// An amount of a currency that no cap cuts.
    pub(crate) fn credit(
        &mut self,
        currency: &Field<Ref<CurrencyKey>>,
        amount: &Field<NotNegative>,
        file: &Arc<str>,
        span: Span,
    ) -> Lowered<model::Credit> {
        let at = |span| Location { file: Arc::clone(file), span };
        let (currency, key) = self.currency_or_first(currency, file, at(span))?;
        let amount = amount.spanned().ok_or(Reported)?;
        self.fits_currency(amount.value.0, &key, at(amount.span));
        Ok(model::Credit { currency, amount: amount.value.0 })
    }
}

/// Where a field stands: nowhere, or at a place, or somewhere that was wrong.
#[allow(clippy::option_option, reason = "absent, wrong, and at a place are three things")]
fn at<T>(field: &Field<T>) -> Option<Option<Span>> {
    field.is_present().then(|| field.span())
}
