//! Lists of things that have ids.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::Id;

/// Something that a version has by its id.
pub trait Identified {
    /// The kind of its id.
    type Kind;

    /// Its id.
    fn id(&self) -> Id<Self::Kind>;
}

/// Things of one kind, in an order that means something, each of which is found by its id without a walk through
/// the list. What is written of it is the list alone.
///
/// An index beside the list holds all places in the order of the ids. It takes room for what is listed, not for all
/// ids that there are, so that a list that was read from outside is no larger than what was read. An id that stands
/// twice is refused by the checks of a rule book; until then its first place is the one that is found.
///
/// ```
/// use rulebook::IdTable;
/// use rulebook::model::{Condition, Listed, Segment};
///
/// let ids = IdTable::new(["payroll".to_owned(), "young".to_owned()]);
/// let segment = |name| Segment { id: ids.find(name).unwrap(), when: Condition::All(Vec::new()), stage: false };
/// let listed = Listed::from(vec![segment("young"), segment("payroll")]);
/// assert_eq!(listed.index_of(ids.find("payroll").unwrap()), Some(1));
/// assert_eq!(listed[0].id, ids.find("young").unwrap());
/// ```
#[derive(Clone, Debug)]
pub struct Listed<T> {
    list: Vec<T>,
    /// The places of the list, ascending by id and then by place.
    by_id: Vec<u32>,
}

impl<T: Identified> Listed<T> {
    /// Where something stands in the list, if it does.
    pub fn index_of(&self, id: Id<T::Kind>) -> Option<usize> {
        let before = self.by_id.partition_point(|&at| self.list[at as usize].id() < id);
        let at = *self.by_id.get(before)? as usize;
        (self.list[at].id() == id).then_some(at)
    }

    /// Something in the list, if it is there.
    pub fn find(&self, id: Id<T::Kind>) -> Option<&T> {
        self.index_of(id).map(|at| &self.list[at])
    }

    /// All places of the list, ascending by id.
    pub(crate) fn places_by_id(&self) -> &[u32] {
        &self.by_id
    }

    /// All that is listed, ascending by id.
    pub(crate) fn by_id(&self) -> impl Iterator<Item = &T> {
        self.by_id.iter().map(|&at| &self.list[at as usize])
    }
}

impl<T: Identified> From<Vec<T>> for Listed<T> {
    fn from(list: Vec<T>) -> Self {
        let mut by_id: Vec<u32> = (0..).take(list.len()).collect();
        // A stable sort: the places of equal ids stay ascending. It is linear where the list is in order.
        by_id.sort_by_key(|&at| list[at as usize].id());
        Self { list, by_id }
    }
}

impl<T: Identified> FromIterator<T> for Listed<T> {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        Vec::from_iter(list).into()
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { list: Vec::new(), by_id: Vec::new() }
    }
}

impl<T> Deref for Listed<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.list
    }
}

impl<'a, T> IntoIterator for &'a Listed<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

// The index follows from the list.
impl<T: PartialEq> PartialEq for Listed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl<T: Serialize> Serialize for Listed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Identified> Deserialize<'de> for Listed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}
