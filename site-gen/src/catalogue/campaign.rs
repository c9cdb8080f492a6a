//! Campaigns: their phases, boosts and gifts.

use std::sync::Arc;

use rulebook::model;

use super::merge::Found;
use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::{Boost, Campaign, Gift, Phase};
use crate::content::value::Spanned;
use crate::diagnostics::{Location, Message};

impl Scope<'_> {
    pub(crate) fn campaign(
        &mut self,
        found: &Found<'_, Campaign>,
        record: &Campaign,
    ) -> Lowered<model::Campaign> {
        let file = found.file();
        let Campaign { from, to, phases, audience, boosts, gifts, .. } = record;
        let whole = self.validity(from.spanned(), to.spanned(), file);
        for phase in phases.get().into_iter().flatten() {
            self.phase(phase, whole, file);
        }
        let audience = self.optional(audience, file);
        let boosts: Vec<_> =
            boosts.get().into_iter().flatten().map(|boost| self.boost(&boost.value, file)).collect();
        let gifts: Vec<_> = (gifts.get().into_iter().flatten())
            .map(|gift| {
                let Gift { when, currency, amount, .. } = &gift.value;
                let when = self.optional(when, file);
                let credit = self.credit(currency, amount, file, gift.span);
                Ok(model::Gift { when: when?, credit: credit? })
            })
            .collect();
        Ok(model::Campaign {
            id: self.ids.campaigns.find(found.key).ok_or(Reported)?,
            from: *from.get().ok_or(Reported)?,
            to: *to.get().ok_or(Reported)?,
            audience: audience?,
            boosts: boosts.into_iter().collect::<Lowered<_>>()?,
            gifts: gifts.into_iter().collect::<Lowered<_>>()?,
        })
    }

    /// A phase lies within its campaign.
    fn phase(&mut self, phase: &Spanned<Phase>, whole: rulebook::Validity, file: &Arc<str>) {
        let Phase { from, to, .. } = &phase.value;
        let own = self.validity(from.spanned(), to.spanned(), file);
        let (Some(first), Some(last)) = (whole.from, whole.to) else { return };
        let before = own.from.is_some_and(|from| from < first || from > last);
        let after = own.to.is_some_and(|to| to > last || to < first);
        if before || after {
            let span = if before { from.span() } else { to.span() };
            let at = Location { file: Arc::clone(file), span: span.unwrap_or(phase.span) };
            self.report(at, Message::PhaseOutside { from: first.to_string(), to: last.to_string() });
        }
    }

    fn boost(&mut self, boost: &Boost, file: &Arc<str>) -> Lowered<model::Boost> {
        let Boost { earn, times, cap, .. } = boost;
        let ids = self.ids;
        let earn = earn.spanned().ok_or(Reported)?;
        let id = self.id(earn, file, &ids.earn);
        let files = self.files;
        let rule = files.earn.find(&earn.value.0).and_then(|rule| rule.record);
        let named = rule.and_then(|rule| rule.currency.get()).map(|currency| currency.0.as_str());
        let currency = named.or_else(|| files.currencies.keys().next());
        let currency = currency.and_then(|key| Some((ids.currencies.find(key)?, key.to_owned())));
        let cap = cap.spanned().map(|cap| self.cap(cap, currency.as_ref(), true, file)).transpose();
        Ok(model::Boost { earn: id?, times: times.get().ok_or(Reported)?.0, cap: cap? })
    }
}
