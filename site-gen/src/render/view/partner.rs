//! Partners: merchants and suppliers.

use serde::Serialize;

use super::{Html, Link, Page};

/// `partners.html`: merchants and suppliers, each with an anchor.
#[derive(Clone, Debug, Serialize)]
pub struct PartnersView {
    /// What every page has.
    pub page: Page,
    /// A sentence or two under the title.
    pub summary: Option<String>,
    /// The partners.
    pub partners: Vec<Partner>,
}

/// A partner.
#[derive(Clone, Debug, Serialize)]
pub struct Partner {
    /// The anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is: "机场服务".
    pub kind: Option<String>,
    /// The partner in a sentence.
    pub summary: Option<String>,
    /// Its own site.
    pub url: Option<String>,
    /// Benefits, all or the first few, and rewards that it provides.
    pub provides: Vec<Link>,
    /// The overview of benefits, where not all of them are shown here.
    pub all_benefits: Option<Link>,
    /// The author's text.
    pub body: Option<Html>,
}
