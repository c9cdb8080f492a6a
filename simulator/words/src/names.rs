//! What a programme calls its things in one language: the file that is published beside the rule book for each
//! locale, which the rule book itself, being free of words, does not hold.

use std::collections::BTreeMap;
use std::fmt;

use rulebook::IdKind;
use serde::{Deserialize, Serialize};

/// A kind of thing that a programme names: what the rule book knows, and what only pages tell of. Each is written as the
/// word by which content, addresses and references name the kind, and they stand here in the order of those words, which is
/// that of the published file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A benefit.
    Benefit,
    /// A campaign.
    Campaign,
    /// A category of benefits or rewards.
    Category,
    /// What is earned.
    Currency,
    /// An accrual rule.
    Earn,
    /// A question with its answer.
    Faq,
    /// What a customer is measured by.
    Metric,
    /// A notice.
    News,
    /// A free page.
    Page,
    /// A merchant or supplier.
    Partner,
    /// A pool of benefits from which a tier may choose.
    Pool,
    /// An item of the rewards mall.
    Reward,
    /// A customer group.
    Segment,
    /// A growth task or achievement.
    Task,
    /// A word of the glossary.
    Term,
    /// A level of membership.
    Tier,
}

/// The names of a programme's things, and where they are, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The language, BCP 47. Rules are said in it, or in the nearest there is.
    pub locale: String,
    /// The programme's name.
    pub programme: String,
    /// By kind, then by id.
    #[serde(default)]
    pub kinds: BTreeMap<NameKind, BTreeMap<String, Name>>,
    /// The author's own wordings of grants: by benefit, then by tier, inheritance done.
    #[serde(default)]
    pub grants: BTreeMap<String, BTreeMap<String, String>>,
}

/// What one thing is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Its name.
    pub name: String,
    /// Its address, relative to the root of its locale; absent, if it is on no page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Of a metric or a task: it in a line, as a hint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its name is not said before it is achieved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// A text that is not a file of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesError(String);

impl Names {
    /// No names yet.
    pub fn new(locale: impl Into<String>, programme: impl Into<String>) -> Self {
        Self { locale: locale.into(), programme: programme.into(), ..Self::default() }
    }

    /// Names a thing.
    pub fn add(&mut self, kind: NameKind, id: &str, name: Name) {
        self.kinds.entry(kind).or_default().insert(id.to_owned(), name);
    }

    /// Words what a tier has of a benefit.
    pub fn add_grant(&mut self, benefit: &str, tier: &str, text: impl Into<String>) {
        self.grants.entry(benefit.to_owned()).or_default().insert(tier.to_owned(), text.into());
    }

    /// What a thing is called, if it has a name.
    pub fn get(&self, kind: NameKind, id: &str) -> Option<&Name> {
        self.kinds.get(&kind)?.get(id)
    }

    /// The author's wording of what a tier has of a benefit.
    pub fn grant(&self, benefit: &str, tier: &str) -> Option<&str> {
        self.grants.get(benefit)?.get(tier).map(String::as_str)
    }

    /// The file as it is published.
    pub fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("names have only strings as keys")
    }

    /// Reads the published file.
    pub fn parse(json: &[u8]) -> Result<Self, NamesError> {
        serde_json::from_slice(json).map_err(|error| NamesError(error.to_string()))
    }
}

impl From<IdKind> for NameKind {
    fn from(kind: IdKind) -> Self {
        match kind {
            IdKind::Metric => Self::Metric,
            IdKind::Currency => Self::Currency,
            IdKind::Tier => Self::Tier,
            IdKind::Segment => Self::Segment,
            IdKind::Task => Self::Task,
            IdKind::Earn => Self::Earn,
            IdKind::Campaign => Self::Campaign,
            IdKind::Benefit => Self::Benefit,
            IdKind::Pool => Self::Pool,
            IdKind::Reward => Self::Reward,
        }
    }
}

impl Name {
    /// A name without an address or a hint.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

impl fmt::Display for NamesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a file of names: {}", self.0)
    }
}

impl std::error::Error for NamesError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_is_read_back() {
        let mut names = Names::new("zh-CN", "远航会员");
        names.add(NameKind::Tier, "gold", Name { href: Some("tiers/gold/".into()), ..Name::new("金帆会员") });
        names.add(NameKind::Task, "lighthouse", Name { hidden: true, ..Name::new("守灯人") });
        names.add_grant("lounge", "gold", "每年 2 次，可带一人");
        assert_eq!(Names::parse(&names.json()), Ok(names));
    }

    #[test]
    fn kinds_are_written_as_the_rule_book_names_them() {
        for &kind in IdKind::ALL {
            let written = serde_json::to_value(NameKind::from(kind)).expect("a word");
            assert_eq!(written, kind.name());
        }
    }

    #[test]
    fn what_is_no_file_of_names_is_refused() {
        assert!(Names::parse(b"[]").is_err());
        assert!(Names::parse(b"{\"locale\": 1}").is_err());
        let unknown = b"{\"locale\": \"en\", \"programme\": \"\", \"kinds\": {\"thing\": {}}}";
        assert!(Names::parse(unknown).is_err());
    }
}
