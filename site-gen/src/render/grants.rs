//! What the tiers of a ladder have of a benefit, in words and compared with each other.

use rulebook::model::{Benefit, Extent, Grant};
use rulebook::{Number, Period};

use super::context::Context;
use super::view::{CompareCell, Layer};

/// Who has a benefit, conditions apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holders {
    /// Every tier.
    All,
    /// Some tiers, the lowest of which is at this rung.
    From(usize),
    /// No tier: it was withdrawn from all.
    Nobody,
}

/// Who has a benefit.
pub(super) fn holders(benefit: &Benefit) -> Holders {
    let Some(grants) = &benefit.grants else { return Holders::All };
    match grants.iter().position(|grant| grant.is_some()) {
        Some(0) if grants.iter().all(|grant| grant.is_some()) => Holders::All,
        Some(rung) => Holders::From(rung),
        None => Holders::Nobody,
    }
}

/// The layer of a benefit on a ladder of so many tiers: basic, if the base tier has it; exclusive, if only tiers of the
/// top two fifths (one at least) have it; advanced between.
pub(super) fn layer(benefit: &Benefit, tiers: usize) -> Layer {
    let top = (tiers * 2 / 5).max(1);
    match holders(benefit) {
        Holders::All | Holders::From(0) => Layer::Basic,
        Holders::From(rung) if rung + top < tiers => Layer::Advanced,
        Holders::From(_) | Holders::Nobody => Layer::Exclusive,
    }
}

/// Whether the tier on a rung has a benefit, conditions apart.
pub(super) fn has(benefit: &Benefit, rung: usize) -> bool {
    benefit.grants.as_ref().is_none_or(|grants| grants.get(rung).is_some())
}

/// What the tier on a rung has of a benefit, in words; a phrase.
pub(super) fn text(context: &Context<'_>, benefit: &Benefit, rung: usize) -> Option<String> {
    let speaker = context.speaker();
    match &benefit.grants {
        None => Some(speaker.extent(&Extent::Included)),
        Some(grants) => {
            grants.get(rung).map(|grant| speaker.grant(benefit.id, context.version.ladder[rung].id, grant))
        }
    }
}

/// What the tier on a rung has of a benefit, in words; nothing where all there is to say is that the tier has it.
pub(super) fn worded(context: &Context<'_>, benefit: &Benefit, rung: usize) -> Option<String> {
    let grant = benefit.grants.as_ref()?.get(rung)?;
    let tier = context.version.ladder.get(rung)?.id;
    let speaker = context.speaker();
    let wording = context.names().grant(speaker.id(benefit.id), speaker.id(tier));
    let plain = grant.extent == Extent::Included && wording.is_none();
    (!plain).then(|| speaker.grant(benefit.id, tier, grant))
}

/// What the tier on a rung has of a benefit, as a cell of the matrix.
pub(super) fn cell(context: &Context<'_>, benefit: &Benefit, rung: usize) -> CompareCell {
    match worded(context, benefit, rung) {
        Some(text) => CompareCell::Text { text, raised: is_raised(benefit, rung) },
        None if has(benefit, rung) => CompareCell::Yes,
        None => CompareCell::None,
    }
}

/// Whether the tier on a rung has more of a benefit than the tier below it: something where that has nothing, or
/// more of the same. Grants of different kinds are compared by what a use is worth.
pub(super) fn is_raised(benefit: &Benefit, rung: usize) -> bool {
    let Some(grants) = &benefit.grants else { return false };
    let (Some(here), Some(below)) = (grants.get(rung), rung.checked_sub(1)) else { return false };
    grants.get(below).is_none_or(|below| is_more(here, below))
}

fn is_more(here: &Grant, below: &Grant) -> bool {
    match (&here.extent, &below.extent) {
        (Extent::Quota { uses: here, per }, Extent::Quota { uses: below, per: below_per })
        | (Extent::Amount { amount: here, per }, Extent::Amount { amount: below, per: below_per }) => {
            match (in_a_year(*here, *per), in_a_year(*below, *below_per)) {
                (Some(here), Some(below)) => here > below,
                // Each time cannot be reckoned against so many a year.
                _ => per == below_per && here > below,
            }
        }
        (Extent::Unlimited { .. }, Extent::Quota { .. }) => true,
        (Extent::Discount(here), Extent::Discount(below)) | (Extent::Rate(here), Extent::Rate(below)) => {
            here > below
        }
        _ => here.worth > below.worth,
    }
}

/// An amount in each period, reckoned for a year, to compare it only.
fn in_a_year(amount: Number, per: Option<Period>) -> Option<Number> {
    let times: u32 = match per? {
        Period::Month => 12,
        Period::Quarter => 4,
        Period::HalfYear => 2,
        Period::Year => 1,
    };
    amount.product(Number::from(times)).ok()
}

#[cfg(test)]
mod tests {
    use rulebook::model::ByTier;

    use super::*;

    fn number(text: &str) -> Number {
        text.parse().expect("a number")
    }

    fn quota(uses: &str, per: Option<Period>) -> Grant {
        Grant { extent: Extent::Quota { uses: number(uses), per }, worth: None }
    }

    fn of(extent: Extent) -> Grant {
        Grant { extent, worth: None }
    }

    #[test]
    fn more_of_the_same_is_raised() {
        let unlimited = of(Extent::Unlimited { expected: None });
        let month = quota("1", Some(Period::Month));
        let year = quota("6", Some(Period::Year));
        assert!(is_more(&month, &year), "12 a year are more than 6");
        assert!(!is_more(&year, &month));
        assert!(!is_more(&year, &year.clone()));
        assert!(is_more(&unlimited, &month));
        assert!(!is_more(&month, &unlimited));
        assert!(is_more(&quota("2", None), &quota("1", None)));
        assert!(!is_more(&quota("2", None), &month), "each time and a month are not the same");
        assert!(is_more(&of(Extent::Discount(number("0.5"))), &of(Extent::Discount(number("0.2")))));
        assert!(!is_more(&of(Extent::Rate(number("0.001"))), &of(Extent::Rate(number("0.002")))));
        assert!(!is_more(&month, &of(Extent::Discount(number("0.2")))), "nobody can say");
        let worthier = Grant { extent: Extent::Included, worth: Some(number("900")) };
        assert!(is_more(&worthier, &of(Extent::Included)));
        assert!(is_more(&worthier, &of(Extent::Discount(number("0.2")))));
    }

    /// A benefit that these tiers have, on a ladder of five.
    fn benefit(tiers: &[usize]) -> Benefit {
        let grants = ByTier::new(5, |rung| tiers.contains(&rung).then(|| of(Extent::Included)));
        let id = rulebook::IdTable::new(["lounge".to_owned()]).find("lounge").expect("it is in the table");
        let validity = rulebook::Validity { from: None, to: None };
        Benefit { id, when: None, validity, pool: None, grants: Some(grants) }
    }

    #[test]
    fn layers_go_by_the_lowest_tier_that_has_a_benefit() {
        let all = Benefit { grants: None, ..benefit(&[]) };
        assert_eq!(layer(&all, 5), Layer::Basic);
        assert_eq!(layer(&benefit(&[0, 1, 2, 3, 4]), 5), Layer::Basic);
        assert_eq!(layer(&benefit(&[0]), 5), Layer::Basic, "withdrawn further up");
        assert_eq!(layer(&benefit(&[2, 3, 4]), 5), Layer::Advanced);
        assert_eq!(layer(&benefit(&[3, 4]), 5), Layer::Exclusive);
        let top = ByTier::new(2, |rung| (rung == 1).then(|| of(Extent::Included)));
        let two = Benefit { grants: Some(top), ..benefit(&[]) };
        assert_eq!(layer(&two, 2), Layer::Exclusive, "the top tier is at the top, however few there are");
    }

    #[test]
    fn a_tier_is_raised_where_the_one_below_has_nothing() {
        let some = benefit(&[0, 2]);
        let raised: Vec<_> = (0..5).map(|rung| is_raised(&some, rung)).collect();
        assert_eq!(raised, [false, false, true, false, false], "the base tier has none below it");
        assert_eq!(holders(&benefit(&[])), Holders::Nobody);
    }
}
