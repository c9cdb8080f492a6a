//! Benefits and the pools that they are chosen from.

use std::sync::Arc;

use rulebook::model::{self, Extent};

use super::merge::Found;
use super::scope::{Lowered, Reported, Scope};
use crate::content::Kind;
use crate::content::kinds::{Benefit, Grant, Pool, Quota};
use crate::content::record::Field;
use crate::content::shapes::Entries;
use crate::content::value::Spanned;
use crate::diagnostics::{Location, Message, Span};

impl Scope<'_> {
    pub(crate) fn benefit(
        &mut self,
        found: &Found<'_, Benefit>,
        record: &Benefit,
    ) -> Lowered<model::Benefit> {
        let file = found.file();
        let Benefit { category, partner, when, from, to, pool, tiers, .. } = record;
        if let Some(category) = category.spanned() {
            let _ = self.knows(Kind::Category, &category.value.0, found.at(category.span));
        }
        if let Some(partner) = partner.spanned() {
            let _ = self.knows(Kind::Partner, &partner.value.0, found.at(partner.span));
        }
        let when = self.optional(when, file);
        let validity = self.validity(from.spanned(), to.spanned(), file);
        let ids = self.ids;
        let pool = pool.spanned().map(|pool| self.id(pool, file, &ids.pools)).transpose();
        for translation in found.translations.values() {
            let tiers = translation.record.and_then(|record| record.tiers.get());
            for (tier, _) in tiers.into_iter().flat_map(|tiers| &tiers.0) {
                let at = Location { file: Arc::clone(&translation.doc.file), span: tier.span };
                let _ = self.knows(Kind::Tier, &tier.value, at);
            }
        }
        let grants = match tiers {
            Field::Absent => Ok(None),
            Field::Broken => Err(Reported),
            Field::Given(tiers) => self.grants(&tiers.value, file).map(Some),
        };
        Ok(model::Benefit {
            id: ids.benefits.find(found.key).ok_or(Reported)?,
            when: when?,
            validity,
            pool: pool?,
            grants: grants?,
        })
    }

    /// What each tier has, inheritance done; `withdrawn` ends it.
    fn grants(&mut self, tiers: &Entries<Grant>, file: &Arc<str>) -> Lowered<model::ByTier<model::Grant>> {
        let mut entries = Vec::new();
        let mut fine = Ok(());
        for (tier, grant) in &tiers.0 {
            match self.grant(grant, file) {
                Ok(lowered) => entries.push((tier.clone(), Spanned::new(lowered, grant.span))),
                Err(reported) => fine = Err(reported),
            }
        }
        let known = self.by_tier(tiers, file, |_| ());
        fine?;
        known?;
        let by_tier = self.by_tier(&Entries(entries), file, Clone::clone)?;
        Ok(model::ByTier::new(by_tier.len(), |rung| by_tier.get(rung)?.clone()))
    }

    /// One kind of grant; `None` where it is withdrawn.
    fn grant(&mut self, grant: &Spanned<Grant>, file: &Arc<str>) -> Lowered<Option<model::Grant>> {
        let at = |span: Span| Location { file: Arc::clone(file), span };
        let Grant { quota, per, worth, expected, discount, amount, rate, text, withdrawn, .. } = &grant.value;
        if withdrawn.get() == Some(&true) {
            let others = [
                ("quota", quota.span()),
                ("discount", discount.span()),
                ("amount", amount.span()),
                ("rate", rate.span()),
                ("text", text.span()),
                ("worth", worth.span()),
                ("per", per.span()),
                ("expected", expected.span()),
            ];
            if let Some((key, Some(span))) = others.into_iter().find(|(_, span)| span.is_some()) {
                let (key, other) = (key.to_owned(), "withdrawn".to_owned());
                self.report(at(span), Message::NotTogether { key, other });
                return Err(Reported);
            }
            return Ok(None);
        }
        let given = [
            ("quota", quota.is_present(), quota.span()),
            ("discount", discount.is_present(), discount.span()),
            ("amount", amount.is_present(), amount.span()),
            ("rate", rate.is_present(), rate.span()),
        ];
        let mut present = given.iter().filter(|(_, present, _)| *present);
        if let (Some((other, ..)), Some((key, _, span))) = (present.next(), present.next()) {
            let message = Message::NotTogether { key: (*key).to_owned(), other: (*other).to_owned() };
            self.report(at(span.unwrap_or(grant.span)), message);
            return Err(Reported);
        }
        let unlimited = quota.get() == Some(&Quota::Unlimited);
        // What they belong to may be there, but wrong.
        let unknown = grant.value.has_unknown || (quota.is_present() && quota.get().is_none());
        if let Some(span) = expected.span().filter(|_| !unlimited && !unknown) {
            let (key, other) = ("expected".to_owned(), "quota = \"unlimited\"".to_owned());
            self.report(at(span), Message::NeedsOther { key, other });
        }
        if let Some(span) = per.span().filter(|_| quota.is_absent() && amount.is_absent() && !unknown) {
            let (key, other) = ("per".to_owned(), "quota, amount".to_owned());
            self.report(at(span), Message::NeedsOther { key, other });
        }
        if given.iter().any(|(_, present, span)| *present && span.is_none()) {
            return Err(Reported);
        }
        let per = per.cloned();
        let extent = if let Some(quota) = quota.get() {
            match quota {
                Quota::Uses(uses) => Extent::Quota { uses: uses.0, per },
                Quota::Unlimited => Extent::Unlimited { expected: expected.get().map(|expected| expected.0) },
            }
        } else if let Some(discount) = discount.get() {
            Extent::Discount(discount.0)
        } else if let Some(amount) = amount.get() {
            Extent::Amount { amount: amount.0, per }
        } else if let Some(rate) = rate.get() {
            Extent::Rate(rate.0)
        } else {
            Extent::Included
        };
        Ok(Some(model::Grant { extent, worth: worth.get().map(|worth| worth.0) }))
    }

    pub(crate) fn pool(&mut self, found: &Found<'_, Pool>, record: &Pool) -> Lowered<model::Pool> {
        let Pool { pick, per, .. } = record;
        let pick = match pick.get() {
            Some(pick) => self.by_tier(pick, found.file(), |pick| pick.0),
            None => Ok(self.for_none()),
        };
        Ok(model::Pool {
            id: self.ids.pools.find(found.key).ok_or(Reported)?,
            pick: pick?,
            per: per.cloned(),
        })
    }
}
