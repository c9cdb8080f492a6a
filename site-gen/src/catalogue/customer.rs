//! A customer's file against a programme: TOML, or JSON of the same shape.

use std::collections::BTreeMap;
use std::sync::Arc;

use rulebook::model::{MetricSource, Unit, Version};
use rulebook::{
    CurrencyId, Customer, Date, IdTable, Inputs, MetricId, Month, Number, PriorCredit, RuleBook, Sum, TierId,
    Value,
};

use crate::content::kinds::{self, PastAmount};
use crate::content::record::{Field, Read, Reader, Record, head};
use crate::content::shapes::{Decimal, Entries, NotNegative, Raw, Ref, month};
use crate::content::value::Spanned;
use crate::content::{FileBytes, KeyOf, Kind, Text};
use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message, Sources, Span, nearest};

/// Reads a customer's file, called `name` in messages. `None` if anything is wrong with it.
pub fn read(
    name: &str,
    bytes: &[u8],
    book: &RuleBook,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Customer> {
    let file: Arc<str> = name.into();
    let Text { valid: text, start, problem } = Text::read(&FileBytes::from(bytes.to_vec()));
    if let Some(text) = &text {
        sources.insert(Arc::clone(&file), Arc::clone(text));
    }
    diagnostics.extend(problem.map(|(span, message)| {
        let file = Arc::clone(&file);
        Diagnostic::new(Location { file, span }, message)
    }));
    let (text, start) = text.zip(start)?;
    let is_json = name.to_lowercase().ends_with(".json") || text[start..].trim_start().starts_with('{');
    let parse = if is_json { crate::content::json::parse } else { crate::content::toml::parse };
    let (mut table, errors) = parse(&text[start..]);
    table.shift(start);
    if !errors.is_empty() {
        let place = |span: Span| Location { file: Arc::clone(&file), span: span.shifted(start) };
        diagnostics.extend(errors.into_iter().map(|(span, message)| Diagnostic::new(place(span), message)));
        return None;
    }
    let mut reader = Reader::new(Arc::clone(&file));
    reader.dates_as_text = true;
    let record = kinds::Customer::read_table(&table, head(&table, Span { start, end: start }), &mut reader);
    let customer = lower(&record, book, &mut reader);
    let fine = reader.found.iter().all(|found| found.severity() == crate::diagnostics::Severity::Warning);
    diagnostics.extend(reader.found);
    customer.filter(|_| fine)
}

/// Checks a customer against a rule book; what is wrong is reported to the reader.
pub(crate) fn lower(record: &kinds::Customer, book: &RuleBook, reader: &mut Reader) -> Option<Customer> {
    let kinds::Customer {
        start,
        months,
        tier,
        held_until,
        achieved,
        lots,
        earned,
        every,
        month,
        redeem,
        members,
        ..
    } = record;
    let (start, months) = (*start.get()?, months.get()?.0);
    let last = start.plus(i32::try_from(months).ok()? - 1);
    let mut check = Check { book, reader, start, last };
    let customer = Customer {
        start,
        months,
        tier: check.tier(tier, held_until.span(), record.has_unknown),
        held_until: held_until.cloned(),
        achieved: check.achieved(achieved.get()),
        lots: check.past(lots.get(), true),
        earned: check.past(earned.get(), false),
        every: every.get().map_or_else(Inputs::new, |every| check.inputs(every, None)),
        month: check.by_month(month.get(), |check, inputs| check.inputs(inputs, None)),
        redeem: check.by_month(redeem.get(), Check::redemptions),
        members: check.members(members.spanned()),
    };
    Some(customer)
}

struct Check<'a> {
    book: &'a RuleBook,
    reader: &'a mut Reader,
    start: Month,
    last: Month,
}

impl Check<'_> {
    fn tier(
        &mut self,
        tier: &Field<Ref<rulebook::TierKey>>,
        held: Option<Span>,
        has_unknown: bool,
    ) -> Option<TierId> {
        let is_absent = tier.is_absent() && !has_unknown;
        let tier = tier.spanned();
        let version = self.book.version(self.start);
        let id = tier.and_then(|tier| {
            let id = self.known(&tier.value.0, tier.span, &self.book.rules().ids.tiers)?;
            if version.rung(id).is_none() {
                let (kind, id) = (Kind::Tier, tier.value.0.clone());
                let message = Message::NotInVersion { kind, id, version: version.from.to_string() };
                self.reader.report(tier.span, message);
                return None;
            }
            Some(id)
        });
        if let Some(held) = held
            && (is_absent || id.is_some_and(|id| version.rung(id) == Some(0)))
        {
            self.reader.report(held, Message::HeldWithoutTier {});
        }
        id
    }

    fn achieved(&mut self, achieved: Option<&Vec<Spanned<Ref<rulebook::TaskKey>>>>) -> Vec<rulebook::TaskId> {
        let table = &self.book.rules().ids.tasks;
        let achieved = achieved.into_iter().flatten();
        achieved.filter_map(|task| self.known(&task.value.0, task.span, table)).collect()
    }

    /// Amounts of months before the start.
    fn past(&mut self, past: Option<&Entries<Vec<Spanned<PastAmount>>>>, is_lots: bool) -> Vec<PriorCredit> {
        let mut all = Vec::new();
        for (key, amounts) in past.into_iter().flat_map(|past| &past.0) {
            let Some(currency) = self.currency(key) else { continue };
            let mut sum = Sum::default();
            for Spanned { value: PastAmount(month, amount), span } in &amounts.value {
                self.fits(currency, amount.0, *span);
                if *month >= self.start {
                    let (month, start) = (month.to_string(), self.start.to_string());
                    self.reader.report(*span, Message::NotBeforeStart { month, start });
                    continue;
                }
                if let Some(end) = self.book.opening_expiry(currency, *month).filter(|_| is_lots)
                    && end < self.start
                {
                    let (month, end) = (month.to_string(), end.to_string());
                    self.reader.report(*span, Message::ExpiredLot { month, end });
                    continue;
                }
                sum.add(amount.0);
                all.push(PriorCredit { currency, month: *month, amount: amount.0 });
            }
            if sum.total().is_err() {
                let (text, bounds) = (key.value.clone(), "≤ 10^18".to_owned());
                self.reader.report(amounts.span, Message::OutOfBounds { text, bounds });
            }
        }
        all
    }

    fn by_month<T, U>(
        &mut self,
        months: Option<&Entries<T>>,
        lower: impl Fn(&mut Self, &T) -> U,
    ) -> BTreeMap<Month, U> {
        let mut all = BTreeMap::new();
        for (key, value) in months.into_iter().flat_map(|months| &months.0) {
            let lowered = lower(self, &value.value);
            let Some(month) = month(key, self.reader) else { continue };
            if month < self.start || month > self.last {
                self.reader.report(key.span, Message::OutsideRun { month: month.to_string() });
            }
            all.insert(month, lowered);
        }
        all
    }

    fn redemptions(&mut self, redeem: &Entries<NotNegative>) -> BTreeMap<CurrencyId, Number> {
        let mut all = BTreeMap::new();
        for (key, amount) in &redeem.0 {
            let Some(currency) = self.currency(key) else { continue };
            self.fits(currency, amount.value.0, amount.span);
            all.insert(currency, amount.value.0);
        }
        all
    }

    /// Values of input metrics; of a member, of pooled ones only.
    fn inputs(&mut self, inputs: &Entries<Raw>, pooled: Option<&[MetricId]>) -> Inputs {
        let mut all = Inputs::new();
        for (key, node) in &inputs.0 {
            let Some(id) = self.known(&key.value, key.span, &self.book.rules().ids.metrics) else {
                continue;
            };
            let Some(unit) = self.input_unit(id) else {
                self.reader.report(key.span, Message::NotAnInput { metric: key.value.clone() });
                continue;
            };
            if pooled.is_some_and(|pooled| !pooled.contains(&id)) {
                self.reader.report(key.span, Message::NotPooled { metric: key.value.clone() });
                continue;
            }
            let value = match unit {
                Unit::Flag => bool::read(&node.value, self.reader).map(Value::Flag),
                Unit::Date => Date::read(&node.value, self.reader).map(|date| Value::Date(Some(date))),
                _ => Decimal::read(&node.value, self.reader).map(|decimal| Value::Number(decimal.0)),
            };
            all.extend(value.map(|value| (id, value)));
        }
        all
    }

    /// The unit of an input metric, as the version of the start or the first that has it says.
    fn input_unit(&self, id: MetricId) -> Option<Unit> {
        let input = |version: &Version| {
            let metric = version.metric(id)?;
            matches!(metric.source, MetricSource::Input(_)).then_some(metric.unit)
        };
        input(self.book.version(self.start)).or_else(|| self.book.rules().versions.iter().find_map(input))
    }

    /// The other members of the household, checked against each version of the run.
    fn members(&mut self, members: Option<&Spanned<Vec<Spanned<Entries<Raw>>>>>) -> Vec<Inputs> {
        let Some(members) = members.filter(|members| !members.value.is_empty()) else { return Vec::new() };
        let (first, last) = (self.book.version_at(self.start), self.book.version_at(self.last));
        let versions = &self.book.rules().versions[first..=last];
        let households: Vec<_> = versions.iter().filter_map(|version| version.household.as_ref()).collect();
        let Some(most) = households.iter().map(|household| household.members).min() else {
            self.reader.report(members.value[0].span, Message::NoHousehold {});
            return Vec::new();
        };
        let count = members.value.len() + 1;
        if count > most as usize {
            self.reader.report(members.value[0].span, Message::TooManyMembers { members: count, most });
        }
        let pooled: Vec<MetricId> =
            households.iter().flat_map(|household| household.pool.iter().copied()).collect();
        members.value.iter().map(|member| self.inputs(&member.value, Some(&pooled))).collect()
    }

    fn currency(&mut self, key: &Spanned<String>) -> Option<CurrencyId> {
        self.known(&key.value, key.span, &self.book.rules().ids.currencies)
    }

    /// No more decimals than the currency has in any version.
    fn fits(&mut self, currency: CurrencyId, amount: Number, span: Span) {
        let versions = self.book.rules().versions.iter();
        let decimals =
            versions.filter_map(|version| version.currency(currency)).map(|terms| terms.decimals).min();
        let Some(decimals) = decimals.filter(|decimals| amount.decimals() > *decimals) else { return };
        let currency = self.book.rules().ids.currencies[currency].to_owned();
        self.reader.report(span, Message::TooManyDecimals { amount: amount.to_string(), currency, decimals });
    }

    fn known<K: KeyOf>(&mut self, key: &str, span: Span, table: &IdTable<K>) -> Option<rulebook::Id<K>> {
        let id = table.find(key);
        if id.is_none() {
            let nearest = nearest(key, table.iter().map(|(_, name)| name));
            let place = self.reader.location(span);
            let message = Message::UnknownId { kind: K::KIND, id: key.to_owned() };
            self.reader.found.push(Diagnostic::new(place, message).nearest(nearest));
        }
        id
    }
}
