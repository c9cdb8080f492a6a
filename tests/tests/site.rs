//! The published sample programme as a folder of files, and what happens to it when a build goes wrong.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::SystemTime;

use tests::html::Published;
use tests::programme::Programme;
use tests::site_gen::{BASE, build, run, run_build, sample_site};

static SITE: LazyLock<Published> =
    LazyLock::new(|| Published::read(&sample_site(env!("CARGO_TARGET_TMPDIR"))));

#[test]
fn two_builds_are_equal_to_the_byte() {
    let (one, two) = (Programme::sample(), Programme::sample());
    build(&one.content(), &one.out());
    build(&two.content(), &two.out());
    let (one, two) = (Published::read(&one.out()), Published::read(&two.out()));
    assert_eq!(one.files.keys().collect::<Vec<_>>(), two.files.keys().collect::<Vec<_>>());
    let differing: Vec<_> = one.files.iter().filter(|(path, bytes)| two.files[*path] != **bytes).collect();
    assert!(differing.is_empty(), "{:?}", differing.iter().map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn all_links_and_anchors_lead_somewhere() {
    let broken = SITE.broken_links(Some(BASE));
    assert!(broken.is_empty(), "{} broken links: {broken:#?}", broken.len());
}

#[test]
fn every_page_has_one_heading_a_title_and_a_language() {
    for (path, text) in SITE.pages() {
        let redirect = text.contains("http-equiv=\"refresh\"");
        assert!(redirect || text.matches("<h1").count() == 1, "{path}");
        assert!(text.contains("<title>") && text.contains("<html lang=\""), "{path}");
    }
}

#[test]
fn every_locale_has_the_same_pages() {
    let paths: Vec<_> = SITE.pages().map(|(path, _)| path).collect();
    let english: Vec<_> = paths.iter().filter_map(|path| path.strip_prefix("en/")).collect();
    assert!(!english.is_empty(), "no English pages in {paths:?}");
    for path in paths.iter().filter(|path| !path.starts_with("en/")) {
        // An old address leads on in the language in which it was published.
        let redirect = SITE.files[*path].windows(18).any(|window| window == b"http-equiv=\"refresh");
        assert!(redirect || english.contains(path), "{path} has no English page");
    }
}

#[test]
fn nothing_internal_is_published() {
    // Figures that are nowhere else, each in the digits that survive any way of writing numbers.
    let programme = Programme::sample();
    programme.edit("benefits/travel/lounge.md", "cost = 110", "cost = 918273");
    programme.edit("benefits/travel/lounge.md", "take_up = \"35%\"", "take_up = \"27.3645%\"");
    let budget = programme.read("campaigns/year-end-season.md");
    let budget = budget.lines().find(|line| line.starts_with("budget")).expect("a budget");
    programme.edit("campaigns/year-end-season.md", budget, "budget = \"364546\"");
    build(&programme.content(), &programme.out());
    let secrets = ["918273", "918,273", "91.8273", "27.3645", "273645", "364546", "364,546", "36.4546"];
    for (path, bytes) in &Published::read(&programme.out()).files {
        let text = String::from_utf8_lossy(bytes);
        for secret in secrets {
            assert!(!text.contains(secret), "{path} holds {secret}");
        }
        // The app's own program may name what it does not show.
        let program = [".wasm", ".js"].iter().any(|kind| path.ends_with(kind));
        assert!(program || !text.contains("take_up"), "{path} names what is internal");
    }
}

/// Neither its id nor any of its words, in a page, a feed, a script or whatever else can be read as text. Only the
/// simulator's files of names have its name, since the app must be able to congratulate on it.
#[test]
fn a_hidden_task_is_on_no_page() {
    let content = tests::root().join("content/tasks");
    let words = ["lighthouse-keeper.md", "lighthouse-keeper.en.md"].map(|file| {
        let text = fs::read_to_string(content.join(file)).expect("the sample has a hidden task");
        let quoted = |key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
            line.and_then(|rest| rest.strip_suffix('"')).expect("it has a name and a summary").to_owned()
        };
        let body = text.rsplit("+++").next().expect("a last part").trim();
        let sentence = body.split(['：', '。', '.']).next().expect("a first part").to_owned();
        [quoted("name"), quoted("summary"), sentence]
    });
    let words: Vec<_> = words.iter().flatten().map(String::as_str).chain(["lighthouse-keeper"]).collect();
    assert!(words.iter().all(|word| word.chars().count() >= 3), "{words:?}");
    let mut looked_at = 0;
    for (path, bytes) in &SITE.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if path.starts_with("data/names.") {
            assert!(text.contains("\"hidden\":true"), "{path} does not mark the hidden task");
            continue;
        }
        for word in &words {
            assert!(!text.contains(word), "{path} tells of {word}");
        }
        looked_at += 1;
    }
    assert!(looked_at > 50, "only {looked_at} files");
}

/// Without it, the pages and journeys of this crate would be those of another product.
#[test]
fn the_simulator_is_part_of_the_site() {
    for name in ["boot.js", "simulator.js", "simulator.wasm"] {
        let there =
            SITE.files.keys().any(|path| path.starts_with("app/") && path.ends_with(&format!("/{name}")));
        assert!(there, "no {name}: site-gen was built with SITE_GEN_SKIP_APP, but its tests need the app");
    }
}

/// Every file with its bytes and its time.
fn snapshot(folder: &Path) -> Vec<(PathBuf, SystemTime, Vec<u8>)> {
    let time = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).unwrap();
    let mut files = vec![(folder.to_owned(), time(folder), Vec::new())];
    for (path, bytes) in Published::read(folder).files {
        let path = folder.join(path);
        let time = time(&path);
        files.push((path, time, bytes));
    }
    files
}

#[test]
fn a_failed_build_leaves_the_published_site_as_it_was() {
    let programme = Programme::sample();
    build(&programme.content(), &programme.out());
    let before = snapshot(&programme.out());
    programme.edit("tiers/gold.md", "rank = 4", "rank = \"four\"");
    let failed = run_build(&programme.content(), &programme.out());
    assert_eq!(failed.status, 2, "{failed:?}");
    assert!(failed.stderr.contains("tiers/gold.md:2:8"), "{}", failed.stderr);
    assert!(before == snapshot(&programme.out()), "the published site was touched");
    let mut beside: Vec<_> =
        fs::read_dir(programme.beside("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    beside.sort();
    assert_eq!(beside, ["content", "site"]);
}

#[test]
fn a_build_of_the_same_touches_nothing() {
    let programme = Programme::sample();
    build(&programme.content(), &programme.out());
    let before = snapshot(&programme.out());
    build(&programme.content(), &programme.out());
    assert!(before == snapshot(&programme.out()), "the published site was touched");
}

#[test]
fn a_swap_that_was_cut_short_is_mended_even_by_a_build_that_fails() {
    let programme = Programme::sample();
    build(&programme.content(), &programme.out());
    let before = Published::read(&programme.out()).files;
    fs::rename(programme.out(), programme.beside(".site.site-gen-old")).unwrap();
    programme.edit("tiers/gold.md", "rank = 4", "rank = \"four\"");
    assert_eq!(run_build(&programme.content(), &programme.out()).status, 2);
    assert!(before == Published::read(&programme.out()).files);
}

#[test]
fn folders_that_are_not_ours_to_replace_are_refused() {
    let programme = Programme::sample();
    let theirs = programme.beside("theirs");
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("thesis.txt"), "years of work").unwrap();
    let content = programme.content();
    for out in [
        theirs.clone(),
        content.clone(),
        content.join("site"),
        programme.beside("."),
        theirs.join("thesis.txt"),
    ] {
        let refused = run_build(&content, &out);
        assert_eq!(refused.status, 3, "{}: {refused:?}", out.display());
        assert!(!refused.stderr.is_empty());
    }
    assert_eq!(fs::read_to_string(theirs.join("thesis.txt")).unwrap(), "years of work");
    assert!(!content.join("site").exists());
}

#[test]
fn a_folder_that_is_missing_cannot_be_read() {
    let programme = Programme::sample();
    let missing = run_build(&programme.beside("missing"), &programme.out());
    assert_eq!(missing.status, 3, "{missing:?}");
    assert!(!programme.out().exists());
}

#[test]
fn wrong_usage_is_told_apart() {
    assert_eq!(run(["build", "--no-such-option"]).status, 64);
    assert_eq!(run(["no-such-command"]).status, 64);
}
