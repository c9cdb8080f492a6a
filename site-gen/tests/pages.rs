//! Pages of small programmes: what is left out, and what is never said.

use site_gen::content::Folder;
use site_gen::programme::Programme;
use site_gen::render::site::site;
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;
use site_gen::site::Site;

const PROGRAMME: (&str, &str) =
    ("programme.toml", "format = 1\ncurrency = \"CNY\"\nlocale = \"en\"\neffective = 2026-01-01\n");
const METRICS: (&str, &str) =
    ("metrics.toml", "[aum]\ninput = \"balance\"\n[tenure]\ninput = \"fact\"\nunit = \"months\"\n");
const BASE: (&str, &str) = ("tiers/base.md", "+++\nrank = 1\n+++\n");
const GOLD: (&str, &str) =
    ("tiers/gold.md", "+++\nrank = 2\nname = \"Gold\"\nqualify = { metric = \"aum\", at_least = 5 }\n+++\n");

fn pages(files: &[(&str, &str)]) -> Site {
    site_of(&[&[PROGRAMME, METRICS, BASE], files].concat())
}

fn site_of(files: &[(&str, &str)]) -> Site {
    let folder = Folder::from_texts(files.iter().copied());
    let programme = Programme::new(&folder, false);
    let catalogue = programme.catalogue.unwrap_or_else(|| panic!("{:?}", programme.diagnostics));
    let templates = Templates::load(&Theme::default()).unwrap_or_else(|error| panic!("{error}"));
    let today = "2026-06-15".parse().expect("a day");
    site(&catalogue, &templates, today).unwrap_or_else(|error| panic!("{error}"))
}

/// The main part of a page, with single spaces.
fn main(site: &Site, path: &str) -> String {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path}"));
    let html = String::from_utf8_lossy(bytes);
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
    main.unwrap_or_else(|| panic!("{path} has no main part")).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn overviews_without_entries_are_neither_made_nor_linked() {
    let site = pages(&[]);
    let home = String::from_utf8_lossy(&site.files["index.html"]).into_owned();
    for overview in
        ["compare", "benefit", "points", "reward", "task", "campaign", "segment", "partner", "faq"]
    {
        assert!(!site.files.contains_key(&format!("{overview}/index.html")), "{overview} is made");
        assert!(!home.contains(&format!("href=\"{overview}/\"")), "{overview} is linked");
    }
    assert!(main(&site, "tier/base/index.html").contains("there is nothing to apply for"));
}

#[test]
fn a_benefit_is_shown_for_those_who_have_it() {
    let site = pages(&[
        GOLD,
        ("categories.toml", "[travel]\nicon = \"no-such-icon\"\n[empty]\n"),
        (
            "benefits/lounge.md",
            "+++\nname = \"Lounge\"\ncategory = \"travel\"\n[tiers.gold]\nquota = 2\nper = \"year\"\n[internal]\ncost = 777123\n+++\n",
        ),
        ("benefits/over.md", "+++\nname = \"Spring tea\"\nto = 2026-05-31\n+++\n"),
        ("benefits/gone.md", "+++\nname = \"Gone\"\n[tiers.gold]\nwithdrawn = true\n+++\n"),
        ("benefits/young.md", "+++\nname = \"For the young\"\nwhen = { segment = \"young\" }\n+++\n"),
        ("segments/young.md", "+++\nname = \"The young\"\nwhen = { metric = \"tenure\", below = 12 }\n+++\n"),
        ("segments/old.md", "+++\nname = \"The old\"\nwhen = { not = { segment = \"young\" } }\n+++\n"),
    ]);
    let overview = main(&site, "benefit/index.html");
    let (categorised, others) =
        overview.split_once("id=\"other\"").expect("a shelf for those without a category");
    assert!(categorised.contains("id=\"category-travel\"") && categorised.contains("Lounge"));
    assert!(others.contains("Spring tea") && others.contains("data-state=\"ended\""));
    assert!(others.contains("Conditions apply"));
    assert!(!overview.contains("Gone") && !overview.contains("category-empty"));
    // What is over is neither counted nor recommended.
    assert!(main(&site, "tier/gold/index.html").contains("2 a year"));
    assert!(main(&site, "tier/index.html").contains("2 benefits"));
    assert!(main(&site, "segment/young/index.html").contains("For the young"));
    assert!(!main(&site, "segment/old/index.html").contains("For the young"));
    for (path, bytes) in &site.files {
        assert!(!String::from_utf8_lossy(bytes).contains("777123"), "an internal value is in {path}");
    }
}

#[test]
fn a_hidden_task_is_not_named() {
    let site = pages(&[
        ("currencies.toml", "[points]\n"),
        (
            "tasks/secret.md",
            "+++\nname = \"Blue moon\"\nhidden = true\nwhen = { metric = \"aum\", at_least = 4321 }\n+++\nThe blue moon shines.\n",
        ),
        ("benefits/night.md", "+++\nname = \"A night\"\nwhen = { task = \"secret\" }\n+++\n"),
    ]);
    let mut pages = 0;
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let html = String::from_utf8_lossy(bytes);
        for told in ["Blue moon", "blue moon", "4,321", "task-secret"] {
            assert!(!html.contains(told), "{path} says {told}");
        }
        pages += 1;
    }
    assert!(pages > 5);
    assert!(main(&site, "compare/index.html").contains("a hidden achievement unlocked"));
}

/// Words of the theme, of the rules and of the content, and where the content has none in a language: its own.
#[test]
fn chinese_is_written_as_its_place_writes_it() {
    let programme = "format = 1\nname = \"远航\"\ncurrency = \"TWD\"\nlocale = \"zh-CN\"\n\
                     locales = [\"zh-CN\", \"zh-TW\", \"zh-HK\", \"en\"]\neffective = 2026-01-01\n";
    let gold =
        "+++\nrank = 2\nname = \"金帆会员\"\nqualify = { metric = \"aum\", at_least = \"300万\" }\n+++\n";
    let site = site_of(&[
        ("programme.toml", programme),
        ("metrics.toml", "[aum]\nname = \"金融资产\"\ninput = \"balance\"\n"),
        ("metrics.zh-TW.toml", "[aum]\nname = \"金融資產\"\n"),
        BASE,
        ("tiers/gold.md", gold),
        ("tiers/gold.zh-TW.md", "+++\nname = \"金帆會員\"\n+++\n"),
    ]);
    for (locale, folder, said, nav) in [
        ("zh-CN", "", "升为金帆会员的条件：金融资产达到新台币 300 万元。", "会员等级"),
        ("zh-TW", "zh-TW/", "升等為金帆會員的條件：金融資產達 300 萬元。", "會員等級"),
        ("zh-HK", "zh-HK/", "升等為金帆会员的條件：金融资产達 300 萬元。", "會員等級"),
    ] {
        let path = format!("{folder}tier/gold/index.html");
        let page = String::from_utf8_lossy(&site.files[path.as_str()]);
        assert!(page.contains(&format!("<html lang=\"{locale}\"")), "{locale}");
        assert!(main(&site, &path).contains(said), "{locale}: {}", main(&site, &path));
        assert!(page.contains(nav), "{locale}");
    }
}
