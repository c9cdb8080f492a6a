//! The data that is published for the simulator is read by the simulator's own code, for every programme there is here: a
//! rule book or a file of names that the app refuses must never be built.

use std::fs;
use std::path::{Path, PathBuf};

use simulator::setup::Setup;
use site_gen::catalogue::Catalogue;
use site_gen::content::Folder;
use site_gen::init;
use site_gen::programme::Programme;
use site_gen::render::address;
use site_gen::render::site::site;
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;
use tests::site_gen::TODAY;

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> =
        entries.map(|entry| entry.expect("a folder that can be read").path().join("content")).collect();
    paths.retain(|path| path.is_dir());
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths
}

/// Builds the site and reads its data as the app does, in every language.
fn assert_accepted(name: &str, catalogue: &Catalogue, templates: &Templates) {
    let today = TODAY.parse().expect("a day");
    let site = site(catalogue, templates, today).unwrap_or_else(|error| panic!("{name}: {error}"));
    let file = |path: &str| site.files.get(path).unwrap_or_else(|| panic!("{name} has no {path}"));
    assert!(!catalogue.locales.is_empty());
    for locale in &catalogue.locales {
        let (book, names) = (file(address::RULE_BOOK), file(&address::names(locale)));
        let setup = Setup::read(book, names, TODAY, "../".to_owned())
            .unwrap_or_else(|error| panic!("{name} in {locale}: the app refuses it: {error}"));
        assert_eq!(**setup.book(), catalogue.book, "{name}: another rule book is read than was written");
    }
}

#[test]
fn the_app_accepts_every_rule_book_and_all_names() {
    let templates = Templates::load(&Theme::default()).unwrap_or_else(|error| panic!("{error}"));
    let tests = tests::root().join("tests");
    let mut whole = vec![tests::root().join("content"), tests.join("mistakes/base")];
    whole.extend(folders(&tests.join("conformance/mixed")));
    whole.extend(folders(&tests.join("conformance/paths")));
    let read = |folder: &Path| {
        Programme::from_disk(folder, false).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    };
    for folder in &whole {
        let name = folder.display().to_string();
        let catalogue = read(folder).catalogue.unwrap_or_else(|| panic!("{name} has mistakes"));
        assert_accepted(&name, &catalogue, &templates);
    }

    let begun = Programme::new(&Folder::from_texts(init::FILES.iter().copied()), false);
    assert_accepted("init", &begun.catalogue.expect("init's programme has no mistakes"), &templates);

    // Three cases are circles, which have no rule book.
    let cases: Vec<_> = folders(&tests.join("conformance/cases"));
    let accepted = cases.iter().filter_map(|folder| {
        let catalogue = read(folder).catalogue?;
        assert_accepted(&folder.display().to_string(), &catalogue, &templates);
        Some(())
    });
    assert_eq!(accepted.count(), cases.len() - 3);
}
