//! What `serve` makes of a folder that changes: after any sequence of edits, the same files and the same mistakes as a
//! clean build.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use site_gen::content::Changed;
use site_gen::init::FILES;
use site_gen::programme::{Programme, Readings};
use site_gen::render::site::site;
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;
use site_gen::site::Site;

/// A file and what may stand in it; `None`: it is not there.
type Variants = (&'static str, Vec<Option<String>>);

/// Edits of each kind: bodies, names, rules, tiers, translations, overlays, assets, whole files, and mistakes in all of
/// them.
fn variants() -> Vec<Variants> {
    [tiers_and_benefits(), other_kinds()].concat()
}

fn original(path: &str) -> String {
    let (_, text) = FILES.iter().find(|(own, _)| *own == path).expect("a file of the programme");
    (*text).to_owned()
}

#[allow(clippy::unnecessary_wraps, reason = "it stands among files that are not there")]
fn edited(path: &str, from: &str, to: &str) -> Option<String> {
    let text = original(path);
    assert!(text.contains(from), "{path} holds {from:?}");
    Some(text.replacen(from, to, 1))
}

#[allow(clippy::unnecessary_wraps, reason = "it stands among files that are not there")]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn tiers_and_benefits() -> Vec<Variants> {
    let (silver, lounge, gold) = ("tiers/silver.md", "benefits/lounge.md", "tiers/gold.md");
    vec![
        (
            silver,
            vec![
                text(&original(silver)),
                edited(silver, "name = \"", "name = \"新"),
                edited(silver, "rank = 2", "rank = 2\nfall = \"one\""),
                edited(silver, "rank = 2", "rank = \"two\""),
                text(&format!("{}\n{{{{ benefit.nothing }}}}\n", original(silver))),
            ],
        ),
        (
            gold,
            vec![
                text(&original(gold)),
                edited(gold, "8000", "9000"),
                edited(gold, "rank = 3", "rank = 2"),
                None,
            ],
        ),
        (
            lounge,
            vec![
                text(&original(lounge)),
                edited(lounge, "quota = 6", "quota = 7"),
                edited(lounge, "name = ", "draft = true\nname = "),
                edited(lounge, "name = ", "aliases = [\"old/lounge\"]\nname = "),
                edited(lounge, "name = ", "name = = "),
                text(&format!("{}\n![图](../../assets/a.svg)\n", original(lounge))),
                None,
            ],
        ),
        (
            "benefits/lounge.en.md",
            vec![
                text(&original("benefits/lounge.en.md")),
                text("+++\nname = \"Quiet room\"\n+++\n\nOther words.\n"),
                None,
            ],
        ),
        (
            "benefits/more/spa.md",
            vec![
                None,
                text(
                    "+++\nname = \"温泉\"\ncategory = \"travel\"\n[tiers.gold]\nquota = 1\n+++\n\n{{ benefit.lounge }}\n",
                ),
                text("+++\nname = \"温泉\"\naliases = [\"benefit/hotline\"]\n+++\n"),
            ],
        ),
    ]
}

fn other_kinds() -> Vec<Variants> {
    let (silver, lounge) = ("tiers/silver.md", "benefits/lounge.md");
    vec![
        (
            "earn.toml",
            vec![
                text(&original("earn.toml")),
                text("[card-spend]\nof = \"spend\"\nrate = \"1%\"\n"),
                text("[card-spend\n"),
            ],
        ),
        (
            "pages/contact.md",
            vec![
                text(&original("pages/contact.md")),
                text("+++\ntitle = \"联系\"\nmenu = true\n+++\n\n<b>电话</b>\n"),
            ],
        ),
        ("pages/contact.en.md", vec![text(&original("pages/contact.en.md")), None]),
        (
            "news/opening.md",
            vec![
                None,
                text("+++\ntitle = \"开放\"\ndate = 2026-02-01\n+++\n\n{{ tier.gold }}\n"),
                text(
                    "+++\ntitle = \"开放了\"\ndate = 2026-02-01\n+++\n\n<script>x</script>{{ benefit.lounge.gold }}\n",
                ),
            ],
        ),
        (
            "faq/lounge.md",
            vec![None, text("+++\nquestion = \"在哪里？\"\nabout = [\"benefit:lounge\"]\n+++\n\n机场。\n")],
        ),
        ("assets/a.svg", vec![None, text("<svg/>"), text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]),
        (
            "versions/2026-06-01/benefits/lounge.md",
            vec![None, edited(lounge, "quota = 6", "quota = 8"), text("+++\nremoved = true\n+++\n")],
        ),
        (
            "versions/2026-06-01/tiers/silver.md",
            vec![None, edited(silver, "rank = 2", "rank = 2\ngrace = 4")],
        ),
        (
            "versions/2027-02-01/pages/contact.md",
            vec![None, text("+++\ntitle = \"联系我们\"\n+++\n\n新的地址。\n")],
        ),
        ("notes.txt", vec![None, text("nothing that is read")]),
    ]
}

/// Numbers that look as if by chance, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("less than the bound")
    }
}

/// A folder with the programme in it, and what has changed in it since it was read.
struct Bank {
    dir: tempfile::TempDir,
    changed: BTreeSet<PathBuf>,
    /// A folder came, of whose files no event may tell.
    has_new_folder: bool,
}

impl Bank {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let mut bank = Self { dir, changed: BTreeSet::new(), has_new_folder: false };
        for (path, text) in FILES {
            bank.save(path, Some(text));
        }
        bank
    }

    fn content(&self) -> PathBuf {
        self.dir.path().canonicalize().expect("the folder is there").join("content")
    }

    fn save(&mut self, path: &str, text: Option<&str>) {
        let path = self.content().join(path);
        let folder = path.parent().expect("it lies in a folder");
        self.has_new_folder |= !folder.exists();
        fs::create_dir_all(folder).expect("the temporary folder can be written");
        match text {
            Some(text) => fs::write(&path, text).expect("the temporary folder can be written"),
            None => drop(fs::remove_file(&path)),
        }
        self.changed.insert(path);
    }

    fn changed(&mut self) -> Changed {
        let files = std::mem::take(&mut self.changed);
        if std::mem::take(&mut self.has_new_folder) { Changed::Everything } else { Changed::Files(files) }
    }
}

/// What there is to see: the site's files, if there are any, and what is wrong.
fn seen(programme: &Programme, templates: &Templates) -> (Option<Site>, Vec<String>) {
    let today = "2026-03-15".parse().expect("a day");
    let site = programme
        .catalogue
        .as_ref()
        .map(|catalogue| site(catalogue, templates, today).expect("the theme is right"));
    (site, programme.diagnostics.sorted().iter().map(|diagnostic| format!("{diagnostic:?}")).collect())
}

fn clean(content: &Path) -> Programme {
    Programme::from_disk(content, false).expect("the folder can be read")
}

#[test]
fn any_sequence_of_edits_comes_to_what_a_clean_build_comes_to() {
    let templates = Templates::load(&Theme::default()).expect("the theme is right");
    let files = variants();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut bank = Bank::new();
    let mut readings = Readings::new(bank.content(), false);
    readings.read(&Changed::Everything).expect("the folder can be read");
    bank.changed();
    let (mut sites, mut mistakes) = (0, 0);
    for step in 0..60 {
        // Every other step mends everything but the last edit, so that most sites are whole.
        if step % 2 == 0 {
            for (path, variants) in &files {
                if fs::read_to_string(bank.content().join(path)).ok() != variants[0] {
                    bank.save(path, variants[0].as_deref());
                }
            }
        }
        let (path, variants) = &files[chance.below(files.len())];
        bank.save(path, variants[chance.below(variants.len())].as_deref());
        let again = readings.read(&bank.changed()).expect("the folder can be read");
        let (site, found) = seen(&again, &templates);
        let (expected_site, expected) = seen(&clean(&bank.content()), &templates);
        assert_eq!(found, expected, "step {step}, after an edit of {path}");
        if let (Some(site), Some(expected)) = (&site, &expected_site) {
            for (path, bytes) in &expected.files {
                assert!(site.files.get(path) == Some(bytes), "step {step}: {path} differs");
            }
            assert_eq!(site.files.len(), expected.files.len(), "step {step}: there are files too many");
        }
        assert_eq!(site.is_some(), expected_site.is_some(), "step {step}");
        if site.is_some() { sites += 1 } else { mistakes += 1 }
    }
    assert!(sites >= 10 && mistakes >= 5, "{sites} sites and {mistakes} folders with mistakes");
}
