//! Accrual rules, boosts and gifts: from the metric to what is credited, stage by stage.

use super::step::{Capped, Days, Figure, Nothing, Operation, Step};
use super::{Aspect, Teller};
use crate::calendar::Validity;
use crate::ids::{AnyId, CampaignId, EarnId};
use crate::model::{Band, Banding, Basis, Boost, Campaign, CapPeriod, EarnRule, Gift, Unit, Yield};
use crate::number::{Number, Sum};
use crate::record::{Accrual, Event, Headroom, Settled, Yielded};

/// What the journal says of an accrual.
#[derive(Clone, Copy)]
struct Accrued<'a> {
    yielded: &'a Yielded,
    settled: &'a Settled,
}

impl<'a> Teller<'a> {
    /// A rule's month, then what of earlier months arrives.
    pub(super) fn rule_and_arrivals(&mut self, at: usize, id: EarnId) -> Vec<Step> {
        let mut steps = vec![self.rule(at, id)];
        steps.extend(self.arrivals(at, AnyId::Earn(id)));
        steps
    }

    /// A campaign's boosts, gifts, and what of its boosts arrives.
    pub(super) fn campaign(&mut self, at: usize, id: CampaignId) -> Vec<Step> {
        let campaign = self.version(at).campaign(id);
        let mut steps = Vec::new();
        match campaign {
            // What the campaign as a whole is not, need not be said of each of its parts.
            Some(campaign)
                if !self.invites(at, campaign) || campaign.boosts.len() + campaign.gifts.len() == 0 =>
            {
                steps.push(self.invitation(at, campaign));
            }
            Some(campaign) => {
                for place in 0..campaign.boosts.len() {
                    steps.push(self.boost(at, campaign, place));
                }
                for (place, gift) in campaign.gifts.iter().enumerate() {
                    steps.push(self.gift(at, campaign, place, gift));
                }
            }
            None => steps.push(self.absent(at, AnyId::Campaign(id), Figure::Holds(false))),
        }
        steps.extend(self.arrivals(at, AnyId::Campaign(id)));
        steps
    }

    /// What was earned before and is due now, in the order in which it was earned.
    fn arrivals(&mut self, at: usize, source: AnyId) -> Vec<Step> {
        let now = self.month(at);
        let mut arrivals = Vec::new();
        for (month, event) in self.run.journal.entries() {
            let &Event::Settled(Settled { by, currency, credited, due, .. }) = event else { continue };
            if by.source() != source || due != now || *month == due || credited.is_zero() {
                continue;
            }
            let lost = self.version(at).currency(currency).is_none();
            let amount = if lost { Number::ZERO } else { credited };
            let operation = Operation::Arrived { source, earned: *month, lost };
            let earned = self.at(*month).map(|at| self.accrual(at, by));
            let step = Step::new(source, now, operation, Figure::amount(currency, amount));
            arrivals.push(step.of(earned));
        }
        arrivals
    }

    fn accrual(&mut self, at: usize, by: Accrual) -> Step {
        match by {
            Accrual::Rule(id) => self.rule(at, id),
            Accrual::Boost(id, place) => {
                let campaign = self.version(at).campaign(id);
                match campaign.filter(|campaign| place < campaign.boosts.len()) {
                    Some(campaign) => self.boost(at, campaign, place),
                    None => self.absent(at, AnyId::Campaign(id), Figure::Holds(false)),
                }
            }
        }
    }

    /// What a rule comes to in a month, credited or delayed.
    pub(super) fn rule(&mut self, at: usize, id: EarnId) -> Step {
        let subject = AnyId::Earn(id);
        let Some(rule) = self.version(at).earn_rule(id) else {
            return self.absent(at, subject, Figure::Holds(false));
        };
        let accrued = self.accrued(at, Accrual::Rule(id));
        let credited = accrued.map_or(Number::ZERO, |accrued| accrued.settled.credited);
        let figure = Figure::amount(rule.currency, credited);
        let step = Step::new(subject, self.month(at), Operation::Accrued { due: self.month(at) }, figure);
        self.once(step, Aspect::Value, |teller, step| {
            let condition = |teller: &mut Self| rule.when.as_ref().map(|when| teller.condition(at, when));
            if let Some(accrued) = accrued {
                step.operation = Operation::Accrued { due: accrued.settled.due };
                step.inputs.extend(condition(teller));
                step.inputs.extend(teller.stages(at, rule, accrued));
                return;
            }
            let year = teller.run.book.rules().year_starts;
            step.operation = Operation::Nothing(match rule.validity {
                validity if validity.days_in(step.month) == 0 => {
                    Nothing::NotInForce { from: validity.from, to: validity.to }
                }
                _ if !rule.each.ends_in(step.month, year) => Nothing::NotTheEnd(rule.each),
                _ => {
                    step.inputs.extend(condition(teller));
                    Nothing::Condition
                }
            });
        })
    }

    fn stages(&mut self, at: usize, rule: &'a EarnRule, accrued: Accrued<'_>) -> Vec<Step> {
        let &Yielded { days, base, times, amount, .. } = accrued.yielded;
        let days = Days { days, of: self.month(at).days() };
        let mut stages = self.yielded(at, rule, days, base);
        if times != Number::ONE {
            let tier = self.result(at).tier;
            let operation = Operation::Times { tier, times };
            stages.push(self.part(at, Unit::Currency(rule.currency), operation, amount));
        }
        let per = rule.cap.as_ref().map(|cap| cap.per);
        stages.extend(self.settled(at, accrued, per));
        stages
    }

    /// The metric, and what the rule makes of it.
    fn yielded(&mut self, at: usize, rule: &'a EarnRule, days: Days, base: Number) -> Vec<Step> {
        let unit = Unit::Currency(rule.currency);
        let of = match rule.yields {
            Yield::Fixed(_) => return vec![self.part(at, unit, Operation::Fixed, base)],
            Yield::Gives { of, .. } | Yield::Rate { of, .. } | Yield::Bands { of, .. } => of,
        };
        let metric = self.metric(at, of);
        let amount = metric.result.number().unwrap_or_default();
        let year = |basis: Basis| match basis {
            Basis::Month => days,
            Basis::Year => Days { of: 12 * days.of, ..days },
        };
        let mut bands_of_amount = Vec::new();
        let operation = match &rule.yields {
            _ if !amount.is_positive() => Operation::NotPositive(of),
            &Yield::Gives { of, every, gives, full } => Operation::Gives { of, every, gives, full, days },
            &Yield::Rate { of, rate, basis } => Operation::Rate { of, rate, basis, days: year(basis) },
            Yield::Bands { of, bands, banding, basis } => {
                let of_metric = self.version(at).metric(*of).map_or(Unit::Count, |metric| metric.unit);
                for (band, part) in parts(bands, *banding, amount) {
                    let value = part.product(band.rate).unwrap_or_default();
                    let (from, rate) = (band.from, band.rate);
                    let operation = Operation::Band { from, part: (part, of_metric), rate };
                    bands_of_amount.push(self.part(at, unit, operation, value));
                }
                let values = bands_of_amount.iter().filter_map(|band| band.result.number());
                let whole = values.collect::<Sum>().total().unwrap_or_default();
                Operation::Bands { of: *of, banding: *banding, basis: *basis, days: year(*basis), whole }
            }
            Yield::Fixed(_) => Operation::Fixed,
        };
        vec![metric, self.part(at, unit, operation, base).of(bands_of_amount)]
    }

    /// Rounding and caps.
    fn settled(&self, at: usize, accrued: Accrued<'_>, per: Option<CapPeriod>) -> Vec<Step> {
        let &Settled { currency, rounded, own, shared, .. } = accrued.settled;
        let Some(terms) = self.version(at).currency(currency) else { return Vec::new() };
        let unit = Unit::Currency(currency);
        let mut stages = Vec::new();
        if rounded != accrued.yielded.amount {
            let operation = Operation::Rounded { decimals: terms.decimals, rounding: terms.round };
            stages.push(self.part(at, unit, operation, rounded));
        }
        let mut amount = rounded;
        let mut cap = |Headroom { cap, left }, per, operation: fn(Capped) -> Operation| {
            let is_cut = left < amount;
            amount = amount.min(left);
            stages.push(self.part(at, unit, operation(Capped { cap, left, per, is_cut }), amount));
        };
        if let Some((room, per)) = own.zip(per) {
            cap(room, per, Operation::Cap);
        }
        if let Some((room, terms)) = shared.zip(terms.cap) {
            cap(room, CapPeriod::Period(terms.per), Operation::CurrencyCap);
        }
        stages
    }

    fn boost(&mut self, at: usize, campaign: &'a Campaign, place: usize) -> Step {
        let &Boost { earn, ref cap, .. } = &campaign.boosts[place];
        let rule = self.version(at).earn_rule(earn);
        let accrued = self.accrued(at, Accrual::Boost(campaign.id, place));
        let figure = match (accrued, rule) {
            (Some(accrued), _) => Figure::amount(accrued.settled.currency, accrued.settled.credited),
            (None, Some(rule)) => Figure::amount(rule.currency, Number::ZERO),
            (None, None) => Figure::Holds(false),
        };
        let now = self.month(at);
        let step = Step::new(AnyId::Campaign(campaign.id), now, Operation::Accrued { due: now }, figure);
        self.once(step, Aspect::Boost(place), |teller, step| {
            if let Some(nothing) = teller.uninvited(at, campaign, step) {
                step.operation = Operation::Nothing(nothing);
                return;
            }
            let yielded = rule.map(|rule| teller.rule(at, rule.id));
            step.inputs.extend(yielded);
            match accrued {
                Some(accrued) => {
                    step.operation = Operation::Accrued { due: accrued.settled.due };
                    step.inputs.extend(teller.boosted(at, earn, accrued));
                    step.inputs.extend(teller.settled(at, accrued, cap.as_ref().map(|cap| cap.per)));
                }
                None => step.operation = Operation::Nothing(Nothing::NoRule(earn)),
            }
        })
    }

    fn boosted(&self, at: usize, earn: EarnId, accrued: Accrued<'_>) -> Option<Step> {
        let &Yielded { days, times, amount, .. } = accrued.yielded;
        let of = self.accrued(at, Accrual::Rule(earn))?.yielded.days;
        let operation = Operation::Boost { times, days: Days { days, of } };
        Some(self.part(at, Unit::Currency(accrued.settled.currency), operation, amount))
    }

    fn gift(&mut self, at: usize, campaign: &'a Campaign, place: usize, gift: &'a Gift) -> Step {
        let given = |event: &Event| match *event {
            Event::Gift { campaign: id, index: other, amount } if id == campaign.id && other == place => {
                Some(amount)
            }
            _ => None,
        };
        let amount = self.events(at).find_map(given);
        let figure = Figure::amount(gift.credit.currency, amount.unwrap_or_default());
        let now = self.month(at);
        let mut step = Step::new(AnyId::Campaign(campaign.id), now, Operation::Gift, figure);
        if let Some(nothing) = self.uninvited(at, campaign, &mut step) {
            step.operation = Operation::Nothing(nothing);
            return step;
        }
        step.inputs.extend(gift.when.as_ref().map(|when| self.condition(at, when)));
        if amount.is_none() {
            let entries = self.run.journal.entries().iter();
            let before = entries.filter(|(month, event)| *month < now && given(event).is_some());
            let before = before.map(|(month, _)| *month).next();
            step.operation = Operation::Nothing(before.map_or(Nothing::Condition, Nothing::GivenIn));
        }
        step
    }

    fn invites(&self, at: usize, campaign: &Campaign) -> bool {
        let validity = Validity { from: Some(campaign.from), to: Some(campaign.to) };
        let facts = self.facts(at);
        let invited = campaign.audience.as_ref().is_none_or(|audience| audience.holds(&facts));
        validity.days_in(self.month(at)) > 0 && invited
    }

    /// Why a campaign is not for this customer in a month; the audience becomes an input either way.
    fn uninvited(&mut self, at: usize, campaign: &'a Campaign, step: &mut Step) -> Option<Nothing> {
        let validity = Validity { from: Some(campaign.from), to: Some(campaign.to) };
        if validity.days_in(step.month) == 0 {
            return Some(Nothing::NotInForce { from: validity.from, to: validity.to });
        }
        let audience = self.condition(at, campaign.audience.as_ref()?);
        let holds = audience.result == Figure::Holds(true);
        step.inputs.push(audience);
        (!holds).then_some(Nothing::Audience)
    }

    /// Whether a campaign is for this customer in a month.
    fn invitation(&mut self, at: usize, campaign: &'a Campaign) -> Step {
        let subject = AnyId::Campaign(campaign.id);
        let mut step = Step::new(subject, self.month(at), Operation::All, Figure::Holds(true));
        if let Some(nothing) = self.uninvited(at, campaign, &mut step) {
            step.operation = Operation::Nothing(nothing);
            step.result = Figure::Holds(false);
        }
        step
    }

    fn accrued(&self, at: usize, by: Accrual) -> Option<Accrued<'a>> {
        let yielded = self.events(at).find_map(|event| match event {
            Event::Yielded(yielded) if yielded.by == by => Some(yielded),
            _ => None,
        });
        let settled = self.events(at).find_map(|event| match event {
            Event::Settled(settled) if settled.by == by => Some(settled),
            _ => None,
        });
        Some(Accrued { yielded: yielded?, settled: settled? })
    }
}

/// The parts of an amount, each with the band that it is taken at.
fn parts(bands: &[Band], banding: Banding, amount: Number) -> Vec<(Band, Number)> {
    match banding {
        Banding::Marginal => {
            Band::parts(bands, amount).map(|(band, part)| (band, part.unwrap_or_default())).collect()
        }
        Banding::Whole => Band::whole(bands, amount).map(|band| (band, amount)).into_iter().collect(),
    }
}
