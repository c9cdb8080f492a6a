//! Items of the rewards mall.

use rulebook::{CurrencyId, CurrencyKey, Number, model};

use super::merge::Found;
use super::scope::{Lowered, Reported, Scope};
use crate::content::Kind;
use crate::content::kinds::{Currency, Reward};
use crate::content::record::Field;
use crate::content::shapes::Ref;
use crate::diagnostics::Message;

impl Scope<'_> {
    pub(crate) fn reward(&mut self, found: &Found<'_, Reward>, record: &Reward) -> Lowered<model::Reward> {
        let file = found.file();
        let Reward { category, currency, price, prices, cash, worth, partner, from, to, .. } = record;
        if let Some(category) = category.spanned() {
            let _ = self.knows(Kind::Category, &category.value.0, found.at(category.span));
        }
        if let Some(partner) = partner.spanned() {
            let _ = self.knows(Kind::Partner, &partner.value.0, found.at(partner.span));
        }
        let currency = self.price_currency(currency, found);
        let prices = match prices.get() {
            Some(prices) => self.by_tier(prices, file, |price| price.0),
            None => Ok(self.for_none()),
        };
        let validity = self.validity(from.spanned(), to.spanned(), file);
        Ok(model::Reward {
            id: self.ids.rewards.find(found.key).ok_or(Reported)?,
            currency: currency?,
            price: price.get().ok_or(Reported)?.0,
            prices: prices?,
            cash: cash.get().map_or(Number::ZERO, |cash| cash.0),
            worth: worth.get().map(|worth| worth.0),
            validity,
        })
    }

    /// The currency of a price, or the first that can be redeemed.
    fn price_currency(
        &mut self,
        name: &Field<Ref<CurrencyKey>>,
        found: &Found<'_, Reward>,
    ) -> Lowered<CurrencyId> {
        let ids = self.ids;
        let files = self.files;
        let redeemable = |record: &Currency| record.redeemable.get() != Some(&false);
        if let Some(name) = name.spanned() {
            let id = self.id(name, found.file(), &ids.currencies)?;
            let record = files.currencies.find(&name.value.0).and_then(|found| found.record);
            if record.is_some_and(|record| !redeemable(record)) {
                let currency = name.value.0.clone();
                self.report(found.at(name.span), Message::NotRedeemablePrice { currency });
            }
            return Ok(id);
        }
        if name.is_present() {
            return Err(Reported);
        }
        let first =
            files.currencies.read().find(|(_, record)| redeemable(record)).map(|(found, _)| found.key);
        if first.is_none() && !files.currencies.incomplete {
            self.report(found.location.clone(), Message::NoCurrency {});
        }
        ids.currencies.find(first.ok_or(Reported)?).ok_or(Reported)
    }
}
