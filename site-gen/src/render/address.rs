//! Where things are: `/[LOCALE/]KIND/ID/`. A kind without pages of its own is an anchor on its overview. Links are
//! relative, so that a site works under any path.

use rulebook::Month;

use crate::catalogue::Edition;

/// The address of a thing below the root of its locale: a folder, or a folder and an anchor. `None` for a thing
/// that is nowhere.
pub fn of(edition: &Edition, kind: &str, id: &str) -> Option<String> {
    Some(match kind {
        "tier" | "benefit" | "campaign" | "segment" | "news" | "page" => format!("{kind}/{id}/"),
        "task" | "reward" | "partner" | "faq" => format!("{kind}/#{}", anchor(kind, id)),
        "currency" | "earn" => format!("points/#{}", anchor(kind, id)),
        "term" => format!("glossary/#{}", anchor(kind, id)),
        "metric" | "pool" => format!("terms/#{}", anchor(kind, id)),
        "category" => {
            let of_benefit = edition.benefits.iter().any(|entry| entry.extra.category.as_deref() == Some(id));
            let of_reward = edition.rewards.iter().any(|entry| entry.extra.category.as_deref() == Some(id));
            match (of_benefit, of_reward) {
                (true, _) => format!("benefit/#{}", anchor(kind, id)),
                (false, true) => format!("reward/#{}", anchor(kind, id)),
                // An empty shelf is on no overview.
                (false, false) => String::new(),
            }
        }
        _ => return None,
    })
}

/// The anchor of a thing on its overview, and of its rule in the terms: kinds share pages, so it names the kind.
pub fn anchor(kind: &str, id: &str) -> String {
    format!("{kind}-{id}")
}

/// The terms of the version that is in force from a month on, below the root of their locale. Those of the version
/// in force are at `terms/` as well.
pub fn terms(from: Month) -> String {
    format!("terms/{from}/")
}

/// The prefix of a locale's pages: nothing for the default one.
pub fn prefix(locales: &[String], locale: &str) -> String {
    if locales.first().is_some_and(|default| default == locale) {
        String::new()
    } else {
        format!("{locale}/")
    }
}

/// The way from a page (a folder, from the site's root) to the root: `../` for each folder.
pub fn root(page: &str) -> String {
    "../".repeat(page.matches('/').count())
}

/// The way from a page to a target, both from the site's root.
pub fn href(page: &str, target: &str) -> String {
    let (folder, anchor) =
        target.split_once('#').map_or((target, None), |(folder, anchor)| (folder, Some(anchor)));
    match anchor {
        Some(anchor) if folder == page => format!("#{anchor}"),
        _ => {
            let way = format!("{}{target}", root(page));
            if way.is_empty() { "./".to_owned() } else { way }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_their_page() {
        assert_eq!(href("", ""), "./");
        assert_eq!(href("", "tier/gold/"), "tier/gold/");
        assert_eq!(href("en/tier/gold/", "en/"), "../../../en/");
        assert_eq!(href("tier/gold/", ""), "../../");
        assert_eq!(href("task/", "task/#task-first"), "#task-first");
        assert_eq!(href("terms/", "points/#earn-card"), "../points/#earn-card");
    }

    #[test]
    fn the_default_locale_has_no_prefix() {
        let locales = ["zh-CN".to_owned(), "en".to_owned()];
        assert_eq!(prefix(&locales, "zh-CN"), "");
        assert_eq!(prefix(&locales, "en"), "en/");
    }
}
