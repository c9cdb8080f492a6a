//! The household: what is added up over its members.

use std::sync::Arc;

use rulebook::model::{Household, Unit};

use super::scope::{Lowered, Reported, Scope};
use crate::content::kinds::{self, Programme};
use crate::diagnostics::{Location, Message};

impl Scope<'_> {
    pub(crate) fn household(&mut self, programme: &Programme, file: &Arc<str>) -> Lowered<Option<Household>> {
        let Some(household) = programme.household.get() else {
            return if programme.household.is_absent() { Ok(None) } else { Err(Reported) };
        };
        let kinds::Household { pool, members, .. } = household;
        let ids = self.ids;
        let mut pooled = Vec::new();
        let mut fine = Ok(());
        for name in pool.get().ok_or(Reported)? {
            let Ok(id) = self.id(name, file, &ids.metrics) else {
                fine = Err(Reported);
                continue;
            };
            let files = self.files;
            let record = files.metrics.find(&name.value.0).and_then(|found| found.record);
            let input = record.is_none_or(|record| !record.is_derived());
            let number = !matches!(self.unit(&name.value.0), Some(Unit::Flag | Unit::Date));
            let at = Location { file: Arc::clone(file), span: name.span };
            if !input || !number {
                self.report(at, Message::NotPoolable { metric: name.value.0.clone() });
                fine = Err(Reported);
            } else if pooled.contains(&id) {
                self.report(at, Message::DuplicateEntry { text: name.value.0.clone() });
                fine = Err(Reported);
            }
            pooled.push(id);
        }
        fine?;
        Ok(Some(Household { pool: pooled, members: members.get().ok_or(Reported)?.0 }))
    }
}
