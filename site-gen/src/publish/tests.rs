//! Publishing into real folders, cut short at every step.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::swap::{Step, Stop};
use super::{Interruption, MARKER, Output, PublishError, Refusal, Report, Unpublished};
use crate::site::{Files, Site};

fn site(files: &[(&str, &str)]) -> Site {
    let mut site = Site::default();
    for (path, text) in files {
        site.insert(*path, text.as_bytes());
    }
    site
}

fn old_site() -> Site {
    site(&[("index.html", "old home"), ("same/a.css", "a {}"), ("tier/gold/index.html", "gold"), ("z", "")])
}

fn new_site() -> Site {
    site(&[("index.html", "new home!"), ("same/a.css", "a {}"), ("tier/blue/index.html", "blue"), ("z", "")])
}

/// What lies in a folder: the site without its marker.
fn read(folder: &Path) -> Site {
    fn walk(folder: &Path, prefix: &str, site: &mut Site) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), site);
            } else if path != MARKER {
                site.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut site = Site::default();
    walk(folder, "", &mut site);
    site
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn publish(site: &Site, out: &Path) -> Report {
    Output::open(out, &[]).unwrap().publish(site).unwrap()
}

/// A folder with `content`, `theme` and, if a site is given, `site`.
fn bank(published: Option<&Site>) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("content")).unwrap();
    fs::create_dir(dir.path().join("theme")).unwrap();
    let out = dir.path().join("site");
    if let Some(site) = published {
        publish(site, &out);
    }
    (dir, out)
}

#[test]
fn publishes_into_a_new_folder_and_the_folders_above_it() {
    let (dir, _) = bank(None);
    let out = dir.path().join("public/www/site");
    assert_eq!(publish(&old_site(), &out), Report { written: 4, unchanged: 0, removed: 0 });
    assert_eq!(read(&out), old_site());
    assert!(out.join(MARKER).is_file());
    assert_eq!(names(&dir.path().join("public/www")), ["site"]);
}

#[test]
fn publishes_into_an_empty_folder() {
    let (dir, out) = bank(None);
    fs::create_dir(&out).unwrap();
    publish(&old_site(), &out);
    assert_eq!(read(&out), old_site());
    assert_eq!(names(dir.path()), ["content", "site", "theme"]);
}

#[test]
fn counts_what_it_did() {
    let (_dir, out) = bank(Some(&old_site()));
    assert_eq!(publish(&new_site(), &out), Report { written: 2, unchanged: 2, removed: 1 });
    assert_eq!(read(&out), new_site());
    assert!(!out.join("tier/gold").exists());
}

#[test]
fn a_many_file_site_is_written_whole() {
    let (_dir, out) = bank(None);
    let files: BTreeMap<_, _> =
        (0..100).map(|n| (format!("{}/{n}.html", n % 7), vec![b'x'; n].into())).collect();
    let site = Site { files };
    publish(&site, &out);
    assert_eq!(read(&out), site);
}

/// A site of a hundred files, of which some cannot be made.
struct Broken {
    paths: Vec<String>,
}

impl Broken {
    fn new() -> Self {
        Self { paths: (0..100).map(|n| format!("{n:02}/index.html")).collect() }
    }
}

impl Files for Broken {
    type Error = String;

    fn paths(&self) -> Vec<&str> {
        self.paths.iter().map(String::as_str).collect()
    }

    fn file(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, String>> {
        let broken = path.starts_with("31") || path.starts_with("72");
        Some(if broken { Err(path.to_owned()) } else { Ok(path.as_bytes().to_vec().into()) })
    }

    fn has(&self, path: &str) -> bool {
        self.paths.iter().any(|own| own == path)
    }
}

#[test]
fn a_file_that_cannot_be_made_leaves_the_old_site_whole() {
    for before in befores() {
        let (dir, out) = bank(before.as_ref());
        let beside = names(dir.path());
        match Output::open(&out, &[]).unwrap().publish(&Broken::new()) {
            Err(Unpublished::Site(path)) => assert_eq!(path, "31/index.html", "the first one is reported"),
            other => panic!("{other:?}"),
        }
        assert_eq!(out.exists().then(|| read(&out)), before);
        assert_eq!(names(dir.path()), beside);
    }
}

#[test]
fn touches_nothing_if_nothing_changed() {
    let (_dir, out) = bank(Some(&old_site()));
    let before = same_file::Handle::from_path(&out).unwrap();
    assert_eq!(publish(&old_site(), &out), Report { written: 0, unchanged: 4, removed: 0 });
    assert_eq!(same_file::Handle::from_path(&out).unwrap(), before);
}

#[test]
fn equal_files_keep_their_times_and_changed_ones_are_new_files() {
    let (dir, out) = bank(Some(&old_site()));
    let times = |path: &str| fs::metadata(out.join(path)).unwrap().modified().unwrap();
    let same = times("same/a.css");
    // A reader that has the old page open, or a link to it elsewhere, goes on seeing the old page.
    let kept = dir.path().join("kept.html");
    fs::hard_link(out.join("index.html"), &kept).unwrap();
    publish(&new_site(), &out);
    assert_eq!(times("same/a.css"), same);
    assert_eq!(fs::read_to_string(kept).unwrap(), "old home");
}

#[test]
fn a_stray_file_or_folder_in_the_output_goes() {
    let (_dir, out) = bank(Some(&old_site()));
    fs::write(out.join("tier/stray"), "stray").unwrap();
    assert_eq!(publish(&old_site(), &out), Report { written: 0, unchanged: 4, removed: 1 });
    fs::create_dir(out.join("empty")).unwrap();
    assert_eq!(publish(&old_site(), &out), Report { written: 0, unchanged: 4, removed: 0 });
    assert_eq!(read(&out), old_site());
    assert!(!out.join("empty").exists());
}

#[test]
fn a_file_may_become_a_folder_and_back() {
    let (_dir, out) = bank(Some(&site(&[("a", "file")])));
    publish(&site(&[("a/b", "in a folder")]), &out);
    assert_eq!(read(&out), site(&[("a/b", "in a folder")]));
    publish(&site(&[("a", "file")]), &out);
    assert_eq!(read(&out), site(&[("a", "file")]));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_is_never_written_through() {
    let (dir, out) = bank(Some(&old_site()));
    let outside = dir.path().join("content/outside");
    fs::write(&outside, "new home!").unwrap();
    fs::remove_file(out.join("index.html")).unwrap();
    std::os::unix::fs::symlink(&outside, out.join("index.html")).unwrap();
    publish(&new_site(), &out);
    assert!(fs::symlink_metadata(out.join("index.html")).unwrap().is_file());
    assert_eq!(fs::read_to_string(outside).unwrap(), "new home!");
}

#[cfg(unix)]
#[test]
fn what_a_link_in_the_old_site_leads_to_is_not_removed_with_it() {
    let (dir, out) = bank(Some(&old_site()));
    let kept = dir.path().join("content/kept");
    fs::create_dir(&kept).unwrap();
    fs::write(kept.join("file"), "").unwrap();
    std::os::unix::fs::symlink(&kept, out.join("tier/link")).unwrap();
    publish(&new_site(), &out);
    assert_eq!(names(&kept), ["file"]);
    assert_eq!(read(&out), new_site());
}

#[cfg(unix)]
#[test]
fn the_mode_of_the_output_stays() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, out) = bank(Some(&old_site()));
    fs::set_permissions(&out, fs::Permissions::from_mode(0o750)).unwrap();
    publish(&new_site(), &out);
    assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o750);
}

/// Opens `out` with content and theme as sources and says why it is refused.
fn refusal(dir: &Path, out: &Path) -> Refusal {
    let content = dir.join("content");
    let theme = dir.join("theme");
    match Output::open(out, &[&content, &theme]) {
        Err(PublishError::Refused { why, .. }) => why,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn refuses_the_sources_and_what_is_inside_or_around_them() {
    let (dir, _) = bank(None);
    let dir = dir.path();
    let (content, theme) = (dir.join("content"), dir.join("theme"));
    fs::create_dir(content.join("benefits")).unwrap();
    assert_eq!(refusal(dir, &content), Refusal::IsSource(content.clone()));
    assert_eq!(refusal(dir, &theme), Refusal::IsSource(theme.clone()));
    assert_eq!(refusal(dir, &dir.join("content/../theme/.")), Refusal::IsSource(theme.clone()));
    assert_eq!(refusal(dir, &dir.join("missing/../content")), Refusal::IsSource(content.clone()));
    for inside in ["content/site", "content/benefits", "content/benefits/a/b", "site/../content/site"] {
        assert_eq!(refusal(dir, &dir.join(inside)), Refusal::InsideSource(content.clone()), "{inside}");
    }
    assert_eq!(refusal(dir, &theme.join("out")), Refusal::InsideSource(theme));
    assert_eq!(refusal(dir, dir), Refusal::AroundSource(content.clone()));
    assert_eq!(refusal(dir, &dir.join("content/..")), Refusal::AroundSource(content.clone()));
    assert_eq!(refusal(dir, Path::new("/")), Refusal::AroundSource(content));
    assert_eq!(names(dir), ["content", "theme"], "nothing was made");
}

#[cfg(unix)]
#[test]
fn links_do_not_hide_the_sources() {
    use std::os::unix::fs::symlink;
    let (dir, _) = bank(None);
    let dir = dir.path();
    let content = dir.join("content");
    symlink("content", dir.join("link")).unwrap();
    symlink("content/site", dir.join("to-nothing-inside")).unwrap();
    symlink(".", dir.join("here")).unwrap();
    assert_eq!(refusal(dir, &dir.join("link")), Refusal::IsSource(content.clone()));
    assert_eq!(refusal(dir, &dir.join("link/site")), Refusal::InsideSource(content.clone()));
    assert_eq!(refusal(dir, &dir.join("to-nothing-inside")), Refusal::InsideSource(content.clone()));
    assert_eq!(refusal(dir, &dir.join("here")), Refusal::AroundSource(content));
    // The source may be given as a link, too.
    let link = dir.join("link");
    match Output::open(&dir.join("content/site"), &[&link]) {
        Err(PublishError::Refused { why, .. }) => assert_eq!(why, Refusal::InsideSource(link)),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn refuses_a_folder_of_somebody_else() {
    let (dir, out) = bank(None);
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.txt"), "years of work").unwrap();
    assert_eq!(refusal(dir.path(), &out), Refusal::NotOurs);
    assert_eq!(names(&out), ["thesis.txt"]);
    assert_eq!(names(dir.path()), ["content", "site", "theme"]);
}

#[test]
fn refuses_a_folder_filled_after_it_was_opened() {
    let (dir, out) = bank(None);
    let output = Output::open(&out, &[]).unwrap();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.txt"), "years of work").unwrap();
    let error = output.publish(&new_site()).unwrap_err();
    let refused = PublishError::Refused { out, why: Refusal::NotOurs };
    assert!(matches!(error, Unpublished::Folder(error) if error.to_string() == refused.to_string()));
    assert_eq!(names(dir.path()), ["content", "site", "theme"]);
}

#[test]
fn refuses_to_lose_a_repository() {
    let (dir, out) = bank(Some(&old_site()));
    fs::create_dir(out.join(".git")).unwrap();
    assert_eq!(refusal(dir.path(), &out), Refusal::Repository);
}

#[test]
fn refuses_a_file_and_what_would_lie_in_one() {
    let (dir, out) = bank(None);
    fs::write(&out, "a file").unwrap();
    assert_eq!(refusal(dir.path(), &out), Refusal::NotAFolder(out.clone()));
    assert_eq!(refusal(dir.path(), &out.join("deeper/site")), Refusal::NotAFolder(out.clone()));
    assert_eq!(fs::read_to_string(out).unwrap(), "a file");
}

#[cfg(unix)]
#[test]
fn follows_a_link_and_keeps_it() {
    let (dir, _) = bank(None);
    let (real, link) = (dir.path().join("www/release"), dir.path().join("site"));
    std::os::unix::fs::symlink("www/release", &link).unwrap();
    assert_eq!(refusal(dir.path(), &link), Refusal::LinkToNothing(real.clone()));
    fs::create_dir_all(&real).unwrap();
    publish(&old_site(), &link);
    publish(&new_site(), &link);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(read(&real), new_site());
    assert_eq!(names(dir.path()), ["content", "site", "theme", "www"]);
    assert_eq!(names(&dir.path().join("www")), ["release"]);
}

#[test]
fn errors_are_sentences() {
    let (dir, out) = bank(None);
    fs::write(&out, "").unwrap();
    let error = Output::open(&out, &[dir.path()]).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "cannot publish into {}: it lies inside {}, which the site is made from",
            out.display(),
            dir.path().display()
        )
    );
}

/// How a test cuts a run short before its `n`-th step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cut {
    /// The process is gone.
    Kill,
    /// That step fails, and nothing else.
    Fail,
    /// Everything fails from there on, as with a disk that is taken away.
    FailOn,
}

/// Publishes, but stops before step `n`. Without `exchange` the system has no atomic exchange.
fn publish_cut(site: &Site, out: &Path, cut: Cut, n: usize, exchange: bool) -> (Result<Report, Stop>, bool) {
    let output = Output { given: out.to_owned(), sources: Vec::new() };
    let (mut steps, mut reached) = (0, false);
    let fail = || Stop::Failed(PublishError::io("test", out)(std::io::Error::other("as a test wants")));
    let result = output.publish_watched(site, &mut |step| {
        if step == Step::Exchange && !exchange {
            return Err(fail());
        }
        steps += 1;
        if steps <= n {
            return Ok(());
        }
        reached = true;
        match cut {
            Cut::Kill => Err(Stop::Killed),
            Cut::Fail if steps > n + 1 => Ok(()),
            Cut::Fail | Cut::FailOn => Err(fail()),
        }
    });
    let result = result.map_err(|interruption| match interruption {
        Interruption::Stop(stop) => stop,
        Interruption::Site(never) => match never {},
    });
    (result, reached)
}

/// What may be published before a run.
fn befores() -> [Option<Site>; 3] {
    [None, Some(Site::default()), Some(old_site())]
}

fn assert_whole(out: &Path, before: Option<&Site>, context: &str) {
    if out.exists() {
        let now = read(out);
        assert!(now == new_site() || Some(&now) == before, "{context}: {now:?}");
    } else {
        assert!(before.is_none(), "{context}: the site is gone");
    }
}

#[test]
fn a_run_killed_anywhere_is_finished_or_undone_by_the_next() {
    for before in befores() {
        for exchange in [true, false] {
            let mut cuts = 0;
            loop {
                let context = format!("{before:?}, exchange {exchange}, killed before step {cuts}");
                let (dir, out) = bank(before.as_ref());
                let (result, reached) = publish_cut(&new_site(), &out, Cut::Kill, cuts, exchange);
                assert_eq!(reached, matches!(result, Err(Stop::Killed)), "{context}: {result:?}");
                // The next run may find mistakes in the content and publish nothing; it mends all the same.
                Output::open(&out, &[]).unwrap();
                assert_whole(&out, before.as_ref(), &context);
                let rest: Vec<_> = names(dir.path()).into_iter().filter(|name| name != "site").collect();
                assert_eq!(rest, ["content", "theme"], "{context}");
                publish(&new_site(), &out);
                assert_eq!(read(&out), new_site(), "{context}");
                if !reached {
                    break;
                }
                cuts += 1;
            }
            assert!(cuts >= 8, "{cuts} steps are fewer than there are");
        }
    }
}

#[test]
fn a_run_killed_while_it_mends_another_is_mended_too() {
    for exchange in [true, false] {
        for first in 0..14 {
            for second in 0..5 {
                let context = format!("exchange {exchange}, killed before step {first}, then {second}");
                let (dir, out) = bank(Some(&old_site()));
                let (_, reached) = publish_cut(&new_site(), &out, Cut::Kill, first, exchange);
                let _ = publish_cut(&new_site(), &out, Cut::Kill, second, exchange);
                Output::open(&out, &[]).unwrap();
                assert_whole(&out, Some(&old_site()), &context);
                assert_eq!(names(dir.path()), ["content", "site", "theme"], "{context}");
                assert!(reached || first > 8);
            }
        }
    }
}

#[test]
fn a_run_that_fails_anywhere_leaves_the_old_site_whole() {
    for (before, cut) in
        befores().into_iter().flat_map(|before| [(before.clone(), Cut::Fail), (before, Cut::FailOn)])
    {
        for exchange in [true, false] {
            let mut failures = 0;
            loop {
                let context = format!("{before:?}, exchange {exchange}, {cut:?} step {failures}");
                let (dir, out) = bank(before.as_ref());
                let (result, reached) = publish_cut(&new_site(), &out, cut, failures, exchange);
                let now = out.exists().then(|| read(&out));
                match &result {
                    // The old site could not be cleared away.
                    Ok(_) => assert_eq!(now, Some(new_site()), "{context}"),
                    Err(_) => assert_eq!(now, before, "{context}"),
                }
                if result.is_err() && cut == Cut::Fail {
                    let rest: Vec<_> = names(dir.path()).into_iter().filter(|name| name != "site").collect();
                    assert_eq!(rest, ["content", "theme"], "{context}");
                }
                publish(&new_site(), &out);
                assert_eq!(read(&out), new_site(), "{context}");
                assert_eq!(names(dir.path()), ["content", "site", "theme"], "{context}");
                if !reached {
                    break;
                }
                failures += 1;
            }
            assert!(failures >= 6, "{failures} steps are fewer than there are");
        }
    }
}

#[test]
fn an_empty_folder_in_the_place_of_a_site_set_aside_gives_way() {
    let (dir, out) = bank(Some(&old_site()));
    fs::rename(&out, dir.path().join(".site.site-gen-old")).unwrap();
    fs::create_dir(&out).unwrap();
    Output::open(&out, &[]).unwrap();
    assert_eq!(read(&out), old_site());
}

#[test]
fn a_site_set_aside_is_kept_while_something_else_has_its_place() {
    let (dir, out) = bank(Some(&old_site()));
    let aside = dir.path().join(".site.site-gen-old");
    fs::rename(&out, &aside).unwrap();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("mine"), "").unwrap();
    assert_eq!(refusal(dir.path(), &out), Refusal::NotOurs);
    assert_eq!(read(&aside), old_site());
}

#[test]
fn runs_at_the_same_time_do_not_harm_each_other() {
    let (dir, out) = bank(Some(&old_site()));
    let sites: Vec<_> = ["a", "b", "c"]
        .iter()
        .map(|name| {
            let pages = (0..20).map(|n| (format!("{n}.html"), name.as_bytes().into())).collect();
            Site { files: pages }
        })
        .collect();
    std::thread::scope(|scope| {
        for site in &sites {
            scope.spawn(|| {
                for _ in 0..10 {
                    publish(site, &out);
                }
            });
        }
    });
    assert!(sites.contains(&read(&out)));
    assert_eq!(names(dir.path()), ["content", "site", "theme"]);
}

#[test]
#[should_panic(expected = "is no path inside a site")]
fn a_path_out_of_the_site_is_a_bug() {
    let (_dir, out) = bank(None);
    publish(&site(&[("a/../../b", "")]), &out);
}
