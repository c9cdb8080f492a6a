//! What the site shows beside the rules: words in every locale, addresses, colours, pictures. The figures are the
//! rule book's alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rulebook::Date;

use super::edition::AnyEntry;
use crate::content::shapes::Colour;
use crate::content::value::Stretch;
use crate::content::{AnyKey, Kind};
use crate::diagnostics::Location;

/// Something said in each of the programme's locales; what a translation lacks is the default locale's.
#[derive(Clone, Debug, PartialEq)]
pub struct Localised<T> {
    /// The default one first.
    locales: Arc<[String]>,
    /// What is said in each of them.
    said: Vec<T>,
}

/// Something that the site shows, with what is particular to its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<X> {
    /// Its id.
    pub key: String,
    /// Where it is declared.
    pub location: Location,
    /// Its words.
    pub texts: Localised<Texts>,
    /// Former addresses.
    pub aliases: Vec<Alias>,
    /// What is particular to its kind.
    pub extra: X,
}

/// A former address.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// Folders below the locale's root, without slashes at the ends.
    pub path: String,
    /// Where it is declared.
    pub location: Location,
}

/// What is said of an entry in one locale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// Its name, title or question; the id, if the author gave none.
    pub name: String,
    /// One sentence.
    pub summary: Option<String>,
    /// A longer text.
    pub text: Option<String>,
    /// The Markdown below the front matter.
    pub body: Option<Body>,
}

/// A Markdown text.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The Markdown, live values not yet filled in.
    pub markdown: Stretch,
    /// Its file.
    pub file: Arc<str>,
}

/// Of a tier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TierExtra {
    /// Its accent.
    pub colour: Option<Colour>,
}

/// Of a benefit.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitExtra {
    /// The shelf.
    pub category: Option<String>,
    /// Where it can be used, as the author wrote it.
    pub channels: Vec<String>,
    /// Who supplies it.
    pub partner: Option<String>,
    /// The tiers for which the author wrote a grant; the others inherit.
    pub granted: Vec<String>,
    /// The wording of a tier's cell, by tier as the author named it; inherited upward with the grant.
    pub grant_texts: Localised<BTreeMap<String, String>>,
}

/// Of a campaign.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CampaignExtra {
    /// Its phases, in order.
    pub phases: Vec<Phase>,
}

/// A phase of a campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its name.
    pub name: Localised<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// Of a reward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RewardExtra {
    /// The shelf.
    pub category: Option<String>,
    /// Who supplies it.
    pub partner: Option<String>,
}

/// Of a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerExtra {
    /// What kind of partner it is.
    pub kind: Localised<Option<String>>,
    /// Its own site.
    pub url: Option<String>,
}

/// Of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FaqExtra {
    /// What it is about.
    pub about: Vec<AnyKey>,
}

/// Of a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct NewsExtra {
    /// When it was published.
    pub date: Date,
    /// The last day on which it is shown.
    pub expires: Option<Date>,
}

/// Of a free page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageExtra {
    /// Whether it stands in the menu.
    pub menu: bool,
}

/// Of a category or a term.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IconExtra {
    /// The name of an icon.
    pub icon: Option<String>,
}

/// Of kinds with nothing of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoExtra;

impl<T> Localised<T> {
    /// What `say` says in each of the locales, of which the default one stands first.
    pub(crate) fn new(locales: &Arc<[String]>, say: impl FnMut(&String) -> T) -> Self {
        assert!(!locales.is_empty(), "a programme has a default locale");
        Self { locales: Arc::clone(locales), said: locales.iter().map(say).collect() }
    }

    /// What is said in a locale; in one that the programme does not have, what is said in the default one.
    pub fn get(&self, locale: &str) -> &T {
        let at = self.locales.iter().position(|own| own == locale).unwrap_or(0);
        &self.said[at]
    }
}

impl<X> Entry<X> {
    /// It as one of a kind, without what is particular to that.
    pub(crate) fn any(&self, kind: Kind) -> AnyEntry<'_> {
        let Self { key, location, texts, aliases, .. } = self;
        AnyEntry { kind, key, texts, aliases, location }
    }

    /// Its words in a locale.
    pub fn texts(&self, locale: &str) -> &Texts {
        self.texts.get(locale)
    }

    /// Its name in a locale.
    pub fn name(&self, locale: &str) -> &str {
        &self.texts(locale).name
    }
}
