//! Worked examples on the terms page: what a customer enters and what the rules make of it, month by month, as far
//! as the author speaks of it. The figures come from a run of the rules, not from the example's file.

use std::collections::BTreeSet;

use rulebook::model::{EarnRule, Metric, MetricSource, Version};
use rulebook::{Account, AnyId, CurrencyId, Customer, Inputs, Month, MonthResult, Number, PriorCredit};

use super::super::address;
use super::super::context::Context;
use super::super::view::{Example, ExampleFact, ExampleMonth};
use crate::catalogue::{Figure, WorkedExample};
use crate::content::Kind;

/// The examples that reach into the version shown.
pub(super) fn of_version(context: &Context<'_>) -> Vec<Example> {
    let versions = &context.rules().versions;
    let next = versions.iter().map(|version| version.from).find(|from| *from > context.version.from);
    let is_first = versions.first().is_some_and(|first| first.from == context.version.from);
    let reaches = |example: &&WorkedExample| {
        let start = example.customer.start;
        let last = last_month(&example.customer);
        (is_first || last >= context.version.from) && next.is_none_or(|next| start < next)
    };
    let examples = context.catalogue.examples.iter().filter(reaches);
    examples.filter_map(|example| Told { context, example }.view()).collect()
}

/// The last month of a run.
fn last_month(customer: &Customer) -> Month {
    customer.start.plus(i32::try_from(customer.months).unwrap_or(1) - 1)
}

/// An example to be told in the language of a page.
struct Told<'a, 'c> {
    context: &'a Context<'c>,
    example: &'a WorkedExample,
}

impl Told<'_, '_> {
    fn view(&self) -> Option<Example> {
        let context = self.context;
        // Words are those of the last version, as the examples are.
        let entries = &context.catalogue.editions.last()?.examples;
        let entry = entries.iter().find(|entry| entry.key == self.example.key)?;
        let texts = entry.texts(context.locale);
        let months = context.catalogue.book.simulate(&self.example.customer).ok()?;
        let month = |(month, figures): &(_, Vec<Figure>)| {
            let result = months.iter().find(|result| result.month == *month)?;
            let facts = self.results(result, figures);
            (!facts.is_empty()).then(|| ExampleMonth { month: context.speaker().month(*month), facts })
        };
        Some(Example {
            id: address::anchor(Kind::Example, &entry.key),
            name: texts.name.clone(),
            text: texts.summary.clone(),
            source: texts.text.clone(),
            given: self.given(),
            months: self.example.expected.iter().filter_map(month).collect(),
            shows: self.shows(&months),
        })
    }

    /// The rules that the author's figures show at work: tiers that are reached or fallen to, what metrics are worked
    /// out, segments, tasks, campaigns that credit, accrual rules that credit alone or later, pools, and currencies of which
    /// something is spent or expires.
    fn shows(&self, months: &[MonthResult]) -> BTreeSet<String> {
        let speaker = self.context.speaker();
        let mut shown = BTreeSet::new();
        for (month, figures) in &self.example.expected {
            let Some(result) = months.iter().find(|result| result.month == *month) else { continue };
            let version = &self.context.rules().versions[result.version];
            for figure in figures {
                let mut add = |kind, id: &str| shown.insert(address::anchor(kind, id));
                match *figure {
                    Figure::Review | Figure::NextTier if result.next_tier != result.tier => {
                        add(Kind::Tier, speaker.id(result.next_tier));
                    }
                    Figure::Metric(id) => {
                        let is_input = |metric: &Metric| matches!(metric.source, MetricSource::Input(_));
                        if version.metric(id).is_some_and(|metric| !is_input(metric)) {
                            add(Kind::Metric, speaker.id(id));
                        }
                    }
                    Figure::Segments => result.segments.iter().for_each(|id| {
                        add(Kind::Segment, speaker.id(*id));
                    }),
                    Figure::Tasks => result.tasks.iter().for_each(|id| {
                        add(Kind::Task, speaker.id(*id));
                    }),
                    Figure::Earned(currency) => {
                        let lines = result.lines.iter().filter(|line| line.currency == currency);
                        let sources: Vec<_> = lines.map(|line| line.source).collect();
                        for source in &sources {
                            match source {
                                AnyId::Campaign(id) => add(Kind::Campaign, speaker.id(*id)),
                                // Beside others it would not be seen what it gives.
                                AnyId::Earn(id) if sources.len() == 1 => add(Kind::Earn, speaker.id(*id)),
                                _ => false,
                            };
                        }
                    }
                    Figure::Pending(currency) => {
                        let delayed = |rule: &&EarnRule| rule.currency == currency && rule.delay > 0;
                        version.earn.iter().filter(delayed).for_each(|rule| {
                            add(Kind::Earn, speaker.id(rule.id));
                        });
                    }
                    Figure::Redeemed(id) | Figure::Expired(id) => {
                        add(Kind::Currency, speaker.id(id));
                    }
                    Figure::Benefit(id) => {
                        let benefit = version.benefit(id);
                        if let Some(pool) = benefit.and_then(|benefit| benefit.pool) {
                            add(Kind::Pool, speaker.id(pool));
                        }
                    }
                    _ => {}
                }
            }
        }
        shown
    }

    fn fact(&self, key: &str, value: String) -> ExampleFact {
        ExampleFact { label: self.context.word(key), href: None, value }
    }

    /// A metric by name, with the clause that says what it is, if the version shown has it.
    fn metric(&self, id: &str, value: String) -> ExampleFact {
        let has = self.context.edition.metrics.iter().any(|metric| metric.key == id);
        let href = has.then(|| format!("#{}", address::anchor(Kind::Metric, id)));
        ExampleFact { label: self.context.name(Kind::Metric, id), href, value }
    }

    /// What is known of the customer: from when on, where it starts, what is entered.
    fn given(&self) -> Vec<ExampleFact> {
        let (context, customer) = (self.context, &self.example.customer);
        let (speaker, version) = (context.speaker(), context.catalogue.book.version(customer.start));
        let (first, last) = (customer.start, last_month(customer));
        let (from, to) = (speaker.month(first), speaker.month(last));
        let months = if first == last {
            from
        } else {
            context.fill("example-months-of", &[("from", &from), ("to", &to)])
        };
        let mut facts = vec![self.fact("example-months", months)];
        if let Some(tier) = customer.tier {
            let name = speaker.name(tier);
            let value = match customer.held_until {
                Some(until) => {
                    context.fill("example-held", &[("tier", name), ("until", &speaker.month(until))])
                }
                None => name.to_owned(),
            };
            facts.push(self.fact("example-opening-tier", value));
        }
        let achieved: Vec<_> =
            customer.achieved.iter().map(|task| speaker.task_name(version, *task)).collect();
        if !achieved.is_empty() {
            facts.push(self.fact("example-achieved", speaker.listed_and(achieved)));
        }
        facts.extend(self.past("example-lots", &customer.lots));
        facts.extend(self.past("example-earned-before", &customer.earned));
        for (metric, value) in self.inputs(version, &customer.every) {
            facts.push(self.metric(metric, value));
        }
        for member in &customer.members {
            facts.push(self.fact("example-member", self.line(version, member)));
        }
        for (month, inputs) in &customer.month {
            let value = self.line(version, inputs);
            facts.push(ExampleFact { label: speaker.month(*month), href: None, value });
        }
        for (month, redeemed) in &customer.redeem {
            let amounts = redeemed.iter().map(|(currency, amount)| speaker.amount(*currency, *amount));
            let value = context.fill("example-redeem", &[("amounts", &speaker.listed_and(amounts))]);
            facts.push(ExampleFact { label: speaker.month(*month), href: None, value });
        }
        facts
    }

    /// Inputs in the order in which metrics are shown, by id.
    fn inputs<'v>(
        &'v self,
        version: &'v Version,
        inputs: &'v Inputs,
    ) -> impl Iterator<Item = (&'v str, String)> {
        let speaker = self.context.speaker();
        version.metrics.iter().filter_map(move |metric| {
            let value = inputs.get(&metric.id)?;
            Some((speaker.id(metric.id), speaker.value(metric, *value)))
        })
    }

    /// Inputs in a line.
    fn line(&self, version: &Version, inputs: &Inputs) -> String {
        let said = self.inputs(version, inputs).map(|(metric, value)| {
            let name = self.context.name(Kind::Metric, metric);
            self.context.fill("example-input", &[("metric", &name), ("value", &value)])
        });
        self.context.speaker().listed_and(said)
    }

    /// What there was before the first month.
    fn past(&self, key: &str, past: &[PriorCredit]) -> Option<ExampleFact> {
        let speaker = self.context.speaker();
        let said: Vec<_> = past
            .iter()
            .map(|past| {
                let amount = speaker.amount(past.currency, past.amount);
                self.context
                    .fill("example-past", &[("amount", &amount), ("month", &speaker.month(past.month))])
            })
            .collect();
        (!said.is_empty()).then(|| self.fact(key, speaker.listed_and(said)))
    }

    /// What the author speaks of in a month, in the author's order. Figures of the same kind stand together.
    fn results(&self, result: &MonthResult, figures: &[Figure]) -> Vec<ExampleFact> {
        let (context, speaker) = (self.context, self.context.speaker());
        let version = &context.rules().versions[result.version];
        let mut facts = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let fact = match *figure {
                Figure::Tier => Some(self.fact("example-tier", speaker.name(result.tier).to_owned())),
                // The review says it.
                Figure::NextTier if figures.contains(&Figure::Review) => None,
                Figure::NextTier => {
                    Some(self.fact("example-next-tier", speaker.name(result.next_tier).to_owned()))
                }
                Figure::Review => {
                    speaker.review(version, result).map(|said| self.fact("example-review", said))
                }
                Figure::Metric(id) => version.metric(id).and_then(|metric| {
                    let (_, value) = result.metrics.iter().find(|(other, _)| *other == id)?;
                    Some(self.metric(speaker.id(id), speaker.value(metric, *value)))
                }),
                Figure::Segments => {
                    let names = result.segments.iter().map(|segment| speaker.name(*segment).to_owned());
                    Some(self.fact("example-segments", self.all(names.collect())))
                }
                Figure::Tasks => {
                    let names = result.tasks.iter().map(|task| speaker.task_name(version, *task));
                    Some(self.fact("example-tasks", self.all(names.collect())))
                }
                Figure::Benefits => {
                    let names = result.benefits.iter().map(|benefit| speaker.name(*benefit).to_owned());
                    Some(self.fact("example-benefits", self.all(names.collect())))
                }
                Figure::Lines => {
                    let said = result.lines.iter().map(|line| {
                        let amount = speaker.amount(line.currency, line.amount);
                        context.fill(
                            "example-line",
                            &[("source", speaker.name_of(line.source)), ("amount", &amount)],
                        )
                    });
                    Some(self.fact("example-lines", self.all(said.collect())))
                }
                _ => self.gathered(result, figures, at),
            };
            facts.extend(fact);
        }
        facts
    }

    /// Figures of a kind in one fact, at the first of them.
    fn gathered(&self, result: &MonthResult, figures: &[Figure], at: usize) -> Option<ExampleFact> {
        let speaker = self.context.speaker();
        let of = |wanted: fn(Figure) -> Option<CurrencyId>, key: &str, amount: fn(&Account) -> Number| {
            let same: Vec<_> = figures.iter().filter_map(|figure| wanted(*figure)).collect();
            let is_first = figures[..at].iter().all(|figure| wanted(*figure).is_none());
            wanted(figures[at]).filter(|_| is_first)?;
            let said = same.iter().filter_map(|currency| {
                let account = result.accounts.iter().find(|account| account.currency == *currency)?;
                Some(speaker.amount(*currency, amount(account)))
            });
            Some(self.fact(key, speaker.listed_and(said)))
        };
        macro_rules! currency {
            ($($figure:ident, $key:literal, $amount:ident;)*) => {$(
                let found = of(
                    |figure| if let Figure::$figure(currency) = figure { Some(currency) } else { None },
                    $key,
                    |account| account.$amount,
                );
                if found.is_some() {
                    return found;
                }
            )*};
        }
        currency! {
            Earned, "example-earned", earned;
            Pending, "example-pending", pending;
            Redeemed, "example-redeemed", redeemed;
            Expired, "example-expired", expired;
            Balance, "example-balance", balance;
        }
        let benefit = |figure: &Figure| if let Figure::Benefit(id) = figure { Some(*id) } else { None };
        let is_first = figures[..at].iter().all(|figure| benefit(figure).is_none());
        benefit(&figures[at]).filter(|_| is_first)?;
        let names = figures.iter().filter_map(benefit).map(|id| speaker.name(id).to_owned());
        Some(self.fact("example-benefits-among", speaker.listed_and(names)))
    }

    /// Names, or that there is none.
    fn all(&self, names: Vec<String>) -> String {
        if names.is_empty() {
            self.context.word("example-none")
        } else {
            self.context.speaker().listed_and(names)
        }
    }
}
