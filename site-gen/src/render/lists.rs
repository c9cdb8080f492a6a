//! How lists of all benefits are shown. A programme of usual size has each list on one page. Where there are so many
//! benefits that such a page would be too long for a phone, every category has pages of its own, and the overview
//! links to them.

use std::fmt;
use std::ops::Range;

/// How many benefits a page lists at most. A programme with no more has each list on one page.
pub(super) const PER_PAGE: usize = 100;

/// How many benefits of a category an overview or a tier's page shows where the category has pages of its own, and how
/// many a partner or a segment names.
pub(super) const PREVIEW: usize = 6;

/// How the lists of an edition's benefits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lists {
    /// Each is on one page.
    Whole,
    /// Each category has pages of its own.
    Split,
}

impl Lists {
    /// The lists of an edition with so many benefits.
    pub(super) fn of(benefits: usize) -> Self {
        if benefits > PER_PAGE { Self::Split } else { Self::Whole }
    }

    /// How many of a list are shown where the rest is a link away.
    pub(super) fn preview(self) -> usize {
        match self {
            Self::Whole => usize::MAX,
            Self::Split => PREVIEW,
        }
    }
}

/// A page of a list that is split: a category's benefits, or those without a category. `K` is how ids are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part<K> {
    /// The category; none for the benefits without one.
    pub category: Option<K>,
    /// Which of its pages, from 1 on.
    pub page: usize,
}

impl<K> Part<K> {
    /// This part of a list with its category's id held in another way.
    pub(super) fn map<'a, T>(&'a self, id: impl Fn(&'a K) -> T) -> Part<T> {
        Part { category: self.category.as_ref().map(id), page: self.page }
    }
}

/// The folder below the list's: `travel/`, then `travel/2/`.
impl<K: AsRef<str>> fmt::Display for Part<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An id has no underscore, so that no category is called like this.
        let category = self.category.as_ref().map_or("_other", AsRef::as_ref);
        write!(f, "{category}/{}", Numbered(self.page))
    }
}

/// The folder of a page below the first one's: nothing for the first, `2/` for the second.
pub(super) struct Numbered(pub(super) usize);

impl fmt::Display for Numbered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 > 1 { write!(f, "{}/", self.0) } else { Ok(()) }
    }
}

/// The numbers of the pages that a list takes. An empty list takes none.
pub(super) fn pages(length: usize) -> Range<usize> {
    1..length.div_ceil(PER_PAGE) + 1
}

/// What a page shows of a list.
pub(super) fn on_page(page: usize, length: usize) -> Range<usize> {
    let first = (page - 1) * PER_PAGE;
    first..length.min(first + PER_PAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_of_a_list_show_each_of_it_once() {
        for length in [0, 1, PER_PAGE, PER_PAGE + 1, 3 * PER_PAGE] {
            let shown: Vec<_> = pages(length).flat_map(|page| on_page(page, length)).collect();
            assert_eq!(shown, (0..length).collect::<Vec<_>>());
            assert!(pages(length).all(|page| on_page(page, length).len() <= PER_PAGE));
        }
    }

    #[test]
    fn a_part_without_a_category_is_at_no_categorys_address() {
        assert_eq!(Part { category: Some("travel"), page: 1 }.to_string(), "travel/");
        assert_eq!(Part { category: Some("travel"), page: 2 }.to_string(), "travel/2/");
        assert_eq!(Part::<&str> { category: None, page: 1 }.to_string(), "_other/");
    }
}
