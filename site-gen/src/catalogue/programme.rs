//! `programme.toml`: what holds for the whole programme.

use std::sync::Arc;

use rulebook::{Date, Month, Period, YearStart};

use super::entries::Locales;
use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::Programme;
use crate::content::shapes::TimeZone;
use crate::content::value::Spanned;
use crate::diagnostics::{Location, Message, Span};

/// The format that is read.
const FORMAT: u32 = 1;

/// What holds for a version as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) currency: String,
    pub(crate) locales: Locales,
    pub(crate) effective: Month,
    pub(crate) review: Period,
    pub(crate) year_starts: YearStart,
    pub(crate) time_zone: TimeZone,
    pub(crate) site: Option<String>,
}

impl Scope<'_> {
    /// `overlay` is the date of the overlay whose own `programme.toml` this is, if it is one's.
    pub(crate) fn settings(
        &mut self,
        record: &Programme,
        file: &Arc<str>,
        overlay: Option<Date>,
    ) -> Lowered<Settings> {
        let at = |span: Span| Location { file: Arc::clone(file), span };
        let Programme {
            format,
            currency,
            locale,
            locales,
            effective,
            review,
            time_zone,
            year_starts,
            site,
            ..
        } = record;
        if let Some(format) = format.spanned()
            && format.value.0 != FORMAT
        {
            self.report(at(format.span), Message::BadFormat { found: format.value.0.to_string() });
        }
        if let Some(currency) = currency.spanned()
            && !is_currency_code(&currency.value)
        {
            self.report(at(currency.span), Message::BadCurrencyCode { text: currency.value.clone() });
        }
        if let Some(effective) = effective.spanned() {
            let date = effective.value.to_string();
            if effective.value.day() != 1 {
                self.report(at(effective.span), Message::NotFirstOfMonth { date });
            } else if let Some(version) = overlay.filter(|version| *version != effective.value) {
                let message = Message::EffectiveNotVersion { date, version: version.to_string() };
                self.report(at(effective.span), message);
            }
        }
        if let Some(site) = site.spanned() {
            self.web_address(site, at(site.span));
        }
        let all_broken = locales.get().is_none() && (locales.is_present() || record.has_unknown);
        let locales = self.locales(locale.spanned(), locales.spanned(), file);
        let year = year_starts.get().map_or(1, |month| month.0);
        Ok(Settings {
            currency: currency.cloned().ok_or(Reported)?,
            locales: locales.and_then(|found| if all_broken { Err(Reported) } else { Ok(found.into()) })?,
            effective: effective.get().ok_or(Reported)?.month(),
            review: review.or(Period::Month),
            year_starts: u8::try_from(year).ok().and_then(YearStart::new).ok_or(Reported)?,
            time_zone: time_zone.or(TimeZone::utc()),
            site: site.cloned(),
        })
    }

    /// The default locale first, then the others in their order.
    fn locales(
        &mut self,
        default: Option<&Spanned<String>>,
        all: Option<&Spanned<Vec<Spanned<String>>>>,
        file: &Arc<str>,
    ) -> Lowered<Vec<String>> {
        let at = |span: Span| Location { file: Arc::clone(file), span };
        let mut fine = true;
        let listed = all.iter().flat_map(|all| &all.value);
        for locale in default.into_iter().chain(listed.clone()) {
            if !is_locale(&locale.value) {
                self.report(at(locale.span), Message::BadLocale { text: locale.value.clone() });
                fine = false;
            }
        }
        let default = default.ok_or(Reported)?;
        let mut locales = vec![default.value.clone()];
        for locale in listed.clone() {
            let repeated =
                listed.clone().any(|other| other.value == locale.value && other.span < locale.span);
            if repeated {
                self.report(at(locale.span), Message::DuplicateEntry { text: locale.value.clone() });
            } else if locale.value != default.value {
                locales.push(locale.value.clone());
            }
        }
        if let Some(all) =
            all.filter(|all| fine && !all.value.iter().any(|other| other.value == default.value))
        {
            self.report(at(all.span), Message::LocaleNotListed { locale: default.value.clone() });
        }
        if fine { Ok(locales) } else { Err(Reported) }
    }
}

/// A BCP 47 tag in its usual form: `zh-CN`, `en`, `zh-Hant-TW`.
fn is_locale(text: &str) -> bool {
    text.parse::<unic_langid::LanguageIdentifier>().is_ok_and(|tag| tag == text)
}

/// The codes of ISO 4217 that are money in use.
fn is_currency_code(text: &str) -> bool {
    const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
        BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
        GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR \
        LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK \
        PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
        TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";
    text.len() == 3 && CODES.split_whitespace().any(|code| code == text)
}
