//! What the site shows under one version: the entries of all kinds.

use std::collections::BTreeMap;
use std::ops::Index;
use std::slice;
use std::sync::Arc;

use rulebook::Month;

use super::entry::Entry;
use crate::content::Kind;
use crate::content::kind::kinds;
use crate::diagnostics::Location;

/// All entries of a kind, in the order in which they are shown. An entry that says the same in two versions is one
/// allocation, and so is one that is the same as in an earlier reading of the content.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<X> {
    all: Vec<Arc<Entry<X>>>,
    /// Indexes into `all`, by key.
    by_key: Vec<u32>,
}

impl<X> Entries<X> {
    pub(crate) fn new(all: Vec<Arc<Entry<X>>>) -> Self {
        let mut by_key: Vec<u32> = (0..).take(all.len()).collect();
        by_key.sort_by(|a, b| all[*a as usize].key.cmp(&all[*b as usize].key));
        Self { all, by_key }
    }

    /// In their order.
    pub fn iter(&self) -> Iter<'_, X> {
        self.all.iter().map(|entry| &**entry)
    }

    /// As they are shared with other versions and readings: equal pointers say that nothing changed.
    pub fn shared(&self) -> &[Arc<Entry<X>>] {
        &self.all
    }

    /// The first one.
    pub fn first(&self) -> Option<&Entry<X>> {
        self.iter().next()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The entry with a key.
    pub fn find(&self, key: &str) -> Option<&Entry<X>> {
        let at = self.by_key.binary_search_by(|at| self.all[*at as usize].key.as_str().cmp(key)).ok()?;
        Some(&self.all[self.by_key[at] as usize])
    }
}

impl<X> Index<usize> for Entries<X> {
    type Output = Entry<X>;

    fn index(&self, at: usize) -> &Entry<X> {
        &self.all[at]
    }
}

/// Goes through the entries of a kind in their order.
pub type Iter<'a, X> = std::iter::Map<slice::Iter<'a, Arc<Entry<X>>>, fn(&'a Arc<Entry<X>>) -> &'a Entry<X>>;

impl<'a, X> IntoIterator for &'a Entries<X> {
    type Item = &'a Entry<X>;
    type IntoIter = Iter<'a, X>;

    fn into_iter(self) -> Iter<'a, X> {
        self.iter()
    }
}

/// An entry of any kind, without what is particular to it.
#[derive(Clone, Copy)]
pub struct AnyEntry<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub key: &'a str,
    /// Its words.
    pub texts: &'a super::Localised<super::Texts>,
    /// Former addresses.
    pub aliases: &'a [super::Alias],
    /// Where it is declared.
    pub location: &'a Location,
}

/// What holds all entries of a kind: of one that is a single file, there is one entry.
macro_rules! shelf {
    (File, $extra:ty) => { Arc<Entry<$extra>> };
    ($form:ident, $extra:ty) => { Entries<$extra> };
}

/// All entries of a kind, as a slice.
macro_rules! slice {
    (File, $shelf:expr) => {
        slice::from_ref($shelf)
    };
    ($form:ident, $shelf:expr) => {
        $shelf.shared()
    };
}

/// The entry of a kind with a key.
macro_rules! find {
    (File, $shelf:expr, $key:expr) => {
        Some(&**$shelf).filter(|entry| entry.key == $key)
    };
    ($form:ident, $shelf:expr, $key:expr) => {
        $shelf.find($key)
    };
}

/// From entries in their order to what holds them; none where a single one is not there.
macro_rules! collect {
    (File, $entries:expr) => {
        $entries.pop()?
    };
    ($form:ident, $entries:expr) => {
        Entries::new($entries)
    };
}

macro_rules! edition {
    ($($(#[$doc:meta])* $kind:ident $word:literal {
        record: $record:ident, shelf: $shelf:ident, written: $path:literal $form:ident,
        words: $name:ident [$($text:ident),*], aliases: [$($aliases:ident)?], keys: [$($key:ident)?],
        extra: $extra:ident, $($rest:tt)*
    })*) => {
        /// What the site shows under one version. Tiers stand lowest first, campaigns by their first day, notices newest
        /// first, all others in the order of their files.
        #[derive(Clone, Debug)]
        pub struct Edition {
            /// First month.
            pub from: Month,
            $($(#[$doc])* pub $shelf: shelf!($form, super::$extra),)*
            /// `assets/**`: path in `assets/` → bytes.
            pub assets: BTreeMap<String, Arc<[u8]>>,
        }

        /// The entries of all kinds, on their way into an edition.
        pub(crate) struct Lists {
            $(pub(crate) $shelf: Vec<Arc<Entry<super::$extra>>>,)*
        }

        impl Lists {
            /// As an edition; `None` without a programme.
            #[allow(unused_mut, reason = "only a single entry is taken out of its list")]
            pub(crate) fn edition(
                self,
                from: Month,
                assets: BTreeMap<String, Arc<[u8]>>,
            ) -> Option<Edition> {
                $(let mut $shelf = self.$shelf;)*
                Some(Edition { from, $($shelf: collect!($form, $shelf),)* assets })
            }
        }

        impl Edition {
            /// The entries of all kinds, kind by kind.
            pub fn all(&self) -> impl Iterator<Item = AnyEntry<'_>> {
                let all = std::iter::empty();
                $(let all = all.chain(slice!($form, &self.$shelf).iter().map(|entry| entry.any(Kind::$kind)));)*
                all
            }

            /// The entry of a kind with a key.
            pub fn find(&self, kind: Kind, key: &str) -> Option<AnyEntry<'_>> {
                match kind {
                    $(Kind::$kind => find!($form, &self.$shelf, key).map(|entry| entry.any(kind)),)*
                }
            }
        }
    };
}

kinds!(edition);
