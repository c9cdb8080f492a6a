//! The command line as scripts and people use it: which exit status, what on which stream, in which words.
//!
//! What becomes of the published folder is in `site.rs`; what comes out of the rules in `conformance.rs`.

use std::fs;
use std::process::Stdio;

use serde_json::{Value, json};
use tests::html::Published;
use tests::programme::Programme;
use tests::site_gen::{Run, Serving, TODAY, command, ended, program, run, run_in};

/// A customer of the programme that `init` writes.
const CUSTOMER: &str = "start = \"2026-01\"\nmonths = 3\n\n[every]\ndeposits = \"15万\"\nspend = 3000\n";

/// The programme that `init` writes, with a customer's file beside it.
fn begun() -> Programme {
    let programme = Programme::empty();
    assert_ok(&run_in(&programme.beside(""), ["init", "content"]));
    fs::write(programme.beside("customer.toml"), CUSTOMER).unwrap();
    programme
}

#[track_caller]
fn assert_ok(run: &Run) {
    assert_eq!(run.status, 0, "{run:?}");
}

/// Runs beside the content, in English.
fn beside(programme: &Programme, arguments: &[&str]) -> Run {
    run_in(&programme.beside(""), arguments.iter().chain(&["--lang", "en"]))
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

#[test]
fn help_and_version_are_no_mistakes() {
    for arguments in [["--help"], ["--version"], ["help"]] {
        let run = run(arguments);
        assert_ok(&run);
        assert!(run.stdout.contains("site-gen") && run.stderr.is_empty(), "{run:?}");
    }
    for command in ["build", "serve", "check", "simulate", "explain", "path", "plan", "words", "init"] {
        assert!(run([command, "--help"]).stdout.contains("Usage: site-gen"), "{command}");
    }
}

#[test]
fn wrong_usage_is_64_with_help_on_stderr() {
    for arguments in [
        &[][..],
        &["publish"],
        &["check", "--format", "xml"],
        &["build", "--today", "2026-02-30"],
        &["build", "--today", "tomorrow"],
        &["serve", "--port", "65536"],
        &["simulate"],
        &["explain", "customer.toml", "--month", "2026-01"],
        &["explain", "customer.toml", "--month", "2026-01", "--what", "tier", "--locale", "tlh"],
        &["init"],
        &["init", "one", "two"],
    ] {
        let run = run(arguments);
        assert_eq!(run.status, 64, "{arguments:?}: {run:?}");
        assert!(run.stdout.is_empty() && run.stderr.contains("--help"), "{arguments:?}: {run:?}");
    }
}

#[test]
fn a_new_programme_is_whole() {
    let programme = begun();
    let again = beside(&programme, &["init", "content"]);
    assert_eq!((again.status, again.stdout.as_str()), (3, ""));
    assert!(again.stderr.contains("not empty"), "{again:?}");
    assert_eq!(beside(&programme, &["init", "customer.toml/content"]).status, 3);

    assert_eq!(json(&beside(&programme, &["check", "--format", "json"])), json!({ "diagnostics": [] }));
    let checked = beside(&programme, &["check"]);
    assert_ok(&checked);
    assert!(checked.stdout.starts_with("No errors") && checked.stderr.is_empty(), "{checked:?}");

    let built = beside(&programme, &["build"]);
    assert_ok(&built);
    assert!(built.stdout.starts_with("site: ") && built.stdout.contains("written"), "{built:?}");
    let site = Published::read(&programme.out());
    assert!(site.files.contains_key("tier/gold/index.html") && site.files.contains_key("en/index.html"));
}

#[test]
fn the_binary_alone_makes_a_site() {
    let programme = Programme::empty();
    let copy = programme.beside("benefits").with_extension(std::env::consts::EXE_EXTENSION);
    fs::copy(program(), &copy).unwrap();
    for arguments in [&["init", "content"][..], &["check"], &["build"]] {
        let mut command = std::process::Command::new(&copy);
        command.args(arguments).env_clear().current_dir(programme.beside("")).stdin(Stdio::null());
        assert_ok(&ended(command));
    }
    assert!(programme.out().join("index.html").is_file());
}

#[test]
fn an_error_in_the_content_is_2_with_each_command() {
    let programme = begun();
    programme.edit("tiers/gold.md", "rank = 3", "rnak = 3");
    for arguments in [&["check"][..], &["build"], &["simulate", "customer.toml"], &["words"]] {
        let run = beside(&programme, arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains("tiers/gold.md:2:1") && run.stderr.contains("rank"), "{run:?}");
    }
    for arguments in [&["check", "--format", "json"][..], &["simulate", "customer.toml", "--format", "json"]]
    {
        let run = beside(&programme, arguments);
        assert_eq!((run.status, run.stderr.as_str()), (2, ""), "{arguments:?}");
        let printed = json(&run);
        let first = &printed["diagnostics"][0];
        assert_eq!(
            [&first["file"], &first["line"], &first["column"], &first["severity"]],
            [&json!("tiers/gold.md"), &json!(2), &json!(1), &json!("error")]
        );
    }
    assert!(!programme.out().exists());
}

#[test]
fn a_warning_is_told_and_no_error() {
    let programme = begun();
    programme.write("note.txt", "remember the milk");
    for arguments in [&["check"][..], &["build"]] {
        let run = beside(&programme, arguments);
        assert_ok(&run);
        assert!(run.stderr.contains("warning[stray-file]") && !run.stdout.is_empty(), "{run:?}");
    }
    let printed = json(&beside(&programme, &["check", "--format", "json"]));
    assert_eq!(printed["diagnostics"].as_array().map(Vec::len), Some(1), "{printed}");
}

#[test]
fn the_rule_book_is_printed_in_a_language_of_the_programme() {
    let programme = begun();
    let printed = beside(&programme, &["words"]);
    assert_ok(&printed);
    assert!(printed.stdout.starts_with("# 规则条款（") && printed.stderr.is_empty(), "{printed:?}");
    let printed = beside(&programme, &["words", "--locale", "EN"]);
    assert_ok(&printed);
    assert!(printed.stdout.starts_with("# Terms from "), "{printed:?}");
    for locale in ["fr", "zh", ""] {
        let run = beside(&programme, &["words", "--locale", locale]);
        assert_eq!((run.status, run.stdout.as_str()), (64, ""), "{run:?}");
        assert!(run.stderr.contains(&format!("“{locale}”")) && run.stderr.contains("zh-CN, en"), "{run:?}");
    }
}

/// Every version with its date; nothing internal, and of a hidden task that there is one.
#[test]
fn the_rule_book_of_the_sample_is_printed_whole() {
    let programme = Programme::sample();
    programme.edit("benefits/travel/lounge.md", "cost = 110", "cost = 918273");
    let printed = beside(&programme, &["words", "--locale", "en"]);
    assert_ok(&printed);
    let versions: Vec<_> = printed.stdout.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(versions, ["# Terms from 1 January 2026", "# Terms from 1 January 2027"]);
    for part in
        ["Tiers", "How figures are measured", "Benefits", "How it is earned", "Growth tasks", "Rewards"]
    {
        let headings = printed.stdout.lines().filter(|line| line.starts_with("## ") && line.ends_with(part));
        assert_eq!(headings.count(), 2, "{part}");
    }
    assert!(printed.stdout.contains("There is one more task that is hidden"));
    for secret in ["918273", "918,273", "Keeper of the light", "lighthouse-keeper"] {
        assert!(!printed.stdout.contains(secret), "{secret} is told");
    }
}

#[test]
fn a_customer_is_shown_in_the_programmes_words() {
    let programme = begun();
    let chinese = run_in(&programme.beside(""), ["simulate", "customer.toml"]);
    assert_ok(&chinese);
    assert!(chinese.stderr.is_empty(), "{chinese:?}");
    for word in ["晴川会员", "2026年3月", "银卡会员", "刷卡得积分", "225 积分", "机场贵宾厅"]
    {
        assert!(chinese.stdout.contains(word), "{word}: {}", chinese.stdout);
    }
    let english = beside(&programme, &["simulate", "customer.toml"]).stdout;
    for word in
        ["Qingchuan Membership", "March 2026", "Silver", "Points for card spending", "225", "Airport lounge"]
    {
        assert!(english.contains(word), "{word}: {english}");
    }
    programme.edit("programme.toml", "locales = [\"zh-CN\", \"en\"]", "locales = [\"zh-CN\"]");
    let only = beside(&programme, &["simulate", "customer.toml"]).stdout;
    assert!(only.contains("银卡会员") && !only.contains("Silver"), "{only}");
}

#[test]
fn a_customer_is_one_object_for_a_program() {
    let programme = begun();
    // What is doubtful about the customer is said to people only.
    fs::write(programme.beside("customer.toml"), format!("{CUSTOMER}[month.2030-01]\nspend = 1\n")).unwrap();
    let doubtful = beside(&programme, &["simulate", "customer.toml"]);
    assert_ok(&doubtful);
    assert!(doubtful.stderr.contains("customer.toml:7:"), "{doubtful:?}");
    let run = beside(&programme, &["simulate", "customer.toml", "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let printed = json(&run);
    assert_eq!(printed["months"][2]["tier"], "silver", "{printed}");
    assert_eq!(printed["months"][2]["balance"], json!({ "points": "525" }), "{printed}");
}

#[test]
fn a_figure_is_explained_from_its_rule() {
    let programme = begun();
    let explain = |what, more: &[&str]| {
        let mut arguments = vec!["explain", "customer.toml", "--month", "2026-03", "--what", what];
        arguments.extend(more);
        beside(&programme, &arguments)
    };
    let tier = explain("tier", &[]);
    assert_ok(&tier);
    for word in ["Silver", "March 2026", "Met: ", "CNY 150,000", "[tiers/silver.md:", "[metrics.toml:"] {
        assert!(tier.stdout.contains(word), "{word}: {}", tier.stdout);
    }
    let chinese = explain("earn:card-spend", &["--locale", "zh-CN"]).stdout;
    assert!(chinese.contains("刷卡得积分") && chinese.contains("225 积分"), "{chinese}");
    let traditional = explain("earn:card-spend", &["--locale", "zh-TW"]).stdout;
    assert!(traditional.contains("當月入帳"), "{traditional}");

    let printed = json(&explain("earn:card-spend", &["--format", "json"]));
    let step = &printed["steps"][0];
    assert_eq!(
        [&step["subject"], &step["operation"], &step["result"], &step["unit"]],
        ["earn:card-spend", "accrued", "225", "points"]
    );
    assert_eq!(step["source"]["file"], "earn.toml", "{step}");
    assert_eq!(step["address"], "en/points/#earn-card-spend", "{step}");
    assert_eq!(step["inputs"][0]["subject"], "metric:spend", "{step}");
    assert!(printed["said"][0]["parts"][0]["text"].as_str().is_some_and(|text| text.contains("CNY 3,000")));
}

#[test]
fn what_there_is_not_cannot_be_explained() {
    let programme = begun();
    for (month, what, code, nearest) in [
        ("2026-03", "earn:card-spent", "unknown-id", "card-spend"),
        ("2026-03", "metrik:deposits", "bad-choice", "metric"),
        ("2026-3", "tier", "bad-month", ""),
        ("2026-04", "tier", "not-in-run", ""),
    ] {
        let arguments = ["explain", "customer.toml", "--month", month, "--what", what];
        let run = beside(&programme, &arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run:?}");
        assert!(run.stderr.contains(&format!("error[{code}]")), "{run:?}");
        let run = beside(&programme, &[&arguments[..], &["--format", "json"]].concat());
        assert_eq!((run.status, run.stderr.as_str()), (2, ""), "{run:?}");
        let printed = json(&run);
        assert_eq!(printed["diagnostics"][0]["code"], code, "{printed}");
        assert_eq!(printed["diagnostics"][0]["nearest"].as_str().unwrap_or_default(), nearest, "{printed}");
    }
}

/// Gold takes an average of 500,000 over three months, or 300,000 and a spending of 8,000.
#[test]
fn the_ways_to_a_tier_are_told_and_what_is_in_the_way() {
    let programme = begun();
    let path =
        |arguments: &[&str]| beside(&programme, &[&["path", "customer.toml", "--to"], arguments].concat());
    let printed = path(&["gold", "--format", "json"]);
    assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
    let printed = json(&printed);
    assert_eq!(printed["target"], "gold");
    assert_eq!(
        printed["options"],
        json!([
            {
                "changes": [
                    { "metric": "deposits", "from": "150000", "to": "300000" },
                    { "metric": "spend", "from": "3000", "to": "8000" },
                ],
                "effort": "25",
                "in_force": "2026-07",
            },
            {
                "changes": [{ "metric": "deposits", "from": "150000", "to": "500000" }],
                "effort": "35",
                "in_force": "2026-07",
            },
        ])
    );
    assert_eq!(printed["outlook"][1]["tier"], "gold", "{printed}");
    assert_eq!(printed["staying"]["tier"], "silver", "{printed}");
    let shown = path(&["gold"]);
    assert_ok(&shown);
    for words in ["Deposits: CNY 150,000 → CNY 300,000", "July 2026", "35"] {
        assert!(shown.stdout.contains(words), "{words}: {}", shown.stdout);
    }
    let nothing = json(&path(&["classic", "--format", "json"]));
    assert_eq!(nothing["options"], json!([{ "changes": [], "effort": "0", "in_force": "2026-04" }]));

    let unknown = path(&["glod"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""), "{unknown:?}");
    assert!(unknown.stderr.contains("error[unknown-id]") && unknown.stderr.contains("gold"), "{unknown:?}");
}

/// After ten of April's thirty days at 150,000, its average must still come to 1,200,000.
#[test]
fn what_to_keep_from_tomorrow_on_is_told_to_the_cent() {
    let programme = begun();
    let plan = |day, average, metric, more: &[&str]| {
        let arguments = ["plan", "customer.toml", "--to", "gold", "--day", day, "--average", average];
        beside(&programme, &[&arguments[..], &["--metric", metric], more].concat())
    };
    let printed = json(&plan("2026-04-10", "15万", "deposits", &["--format", "json"]));
    let by = json!([{ "month": "2026-04", "keep_from_tomorrow": "1725000", "deposit_today": "1575000" }]);
    assert_eq!(printed, json!({ "target": "gold", "by": by, "impossible": [] }));
    let shown = plan("2026-04-10", "150000", "deposits", &[]);
    assert_ok(&shown);
    assert!(shown.stdout.contains("CNY 1,725,000"), "{}", shown.stdout);
    let late = json(&plan("2026-04-30", "15万", "deposits", &["--format", "json"]));
    assert_eq!((&late["by"], &late["impossible"][0]["month"]), (&json!([]), &json!("2026-04")), "{late}");
    for (day, average, metric, status, code) in [
        ("2026-04-10", "15万", "spend", 2, "not-a-balance"),
        ("2025-04-10", "15万", "deposits", 2, "day-outside"),
        ("2026-04-10", "-1", "deposits", 2, "average-negative"),
        ("2026-04-31", "1", "deposits", 64, "--day"),
        ("2026-04-10", "much", "deposits", 64, "--average"),
    ] {
        let run = plan(day, average, metric, &[]);
        assert_eq!((run.status, run.stdout.as_str()), (status, ""), "{run:?}");
        assert!(run.stderr.contains(code), "{run:?}");
    }
}

#[test]
fn an_error_of_the_run_is_1() {
    let programme = begun();
    fs::write(programme.beside("customer.toml"), format!("{CUSTOMER}[redeem.2026-02]\npoints = 301\n"))
        .unwrap();
    let run = beside(&programme, &["simulate", "customer.toml"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{run:?}");
    assert!(run.stderr.contains("February 2026") && run.stderr.lines().count() == 1, "{run:?}");
    let run = beside(&programme, &["simulate", "customer.toml", "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let expected =
        json!({ "error": "insufficient", "month": "2026-02", "currency": "points", "shortfall": "1" });
    assert_eq!(json(&run), expected);
    let run = beside(&programme, &["path", "customer.toml", "--to", "gold", "--format", "json"]);
    assert_eq!((run.status, json(&run)), (1, expected.clone()));
    let why = ["explain", "customer.toml", "--month", "2026-01", "--what", "tier"];
    let run = beside(&programme, &why);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{run:?}");
    let run = beside(&programme, &[&why[..], &["--format", "json"]].concat());
    assert_eq!((run.status, json(&run)), (1, expected));
}

#[test]
fn an_error_in_the_customers_file_is_2_under_the_name_it_was_given() {
    let programme = begun();
    let path = programme.beside("customer.toml");
    fs::write(&path, CUSTOMER.replace("deposits", "deposit")).unwrap();
    for name in ["customer.toml", "./customer.toml", path.to_str().expect("a path that is text")] {
        let run = beside(&programme, &["simulate", name]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run:?}");
        assert!(run.stderr.contains(&format!(" {name}:5:1")), "{run:?}");
        let run = beside(&programme, &["simulate", name, "--format", "json"]);
        assert_eq!((run.status, run.stderr.as_str()), (2, ""));
        let printed = json(&run);
        assert_eq!(printed["diagnostics"][0]["file"], name, "{printed}");
        assert_eq!(printed["diagnostics"][0]["nearest"], "deposits", "{printed}");
    }
}

#[test]
fn what_cannot_be_read_is_3() {
    let programme = begun();
    for arguments in [
        &["check", "--content", "missing"][..],
        &["check", "--content", "missing", "--format", "json"],
        &["check", "--content", "customer.toml"],
        &["build", "--content", "missing"],
        &["serve", "--content", "missing"],
        &["simulate", "missing.toml"],
        &["explain", "missing.toml", "--month", "2026-01", "--what", "tier"],
        &["simulate", "missing.toml", "--format", "json"],
        &["simulate", "content"],
        &["simulate", "customer.toml", "--content", "missing"],
        &["build", "--theme", "missing"],
        &["build", "--theme", "no/such/folder"],
        &["build", "--theme", "customer.toml"],
        &["serve", "--theme", "missing"],
    ] {
        let run = beside(&programme, arguments);
        assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{arguments:?}: {run:?}");
        assert!(run.stderr.starts_with("error: "), "{arguments:?}: {run:?}");
    }
    assert!(!programme.out().exists());
    let inside = run_in(&programme.content(), ["check", "--lang", "en"]);
    assert_eq!(inside.status, 3);
    assert!(inside.stderr.contains("add --content ."), "{inside:?}");
}

#[test]
fn a_theme_is_named_or_is_a_folder() {
    let programme = begun();
    let mine = programme.beside("themes").join("mine");
    fs::create_dir_all(mine.join("static")).unwrap();
    fs::write(mine.join("static/mark.txt"), "mine").unwrap();
    for theme in ["mine", "themes/mine", "./themes/mine"] {
        let out = format!("site-{}", theme.replace(['/', '.'], "-"));
        assert_ok(&beside(&programme, &["build", "--theme", theme, "--out", &out]));
        let site = Published::read(&programme.beside(&out));
        assert!(site.files.keys().any(|path| path.ends_with("/mark.txt")), "{theme}");
    }
    let unknown = beside(&programme, &["build", "--theme", "yours"]);
    assert!(unknown.stderr.contains("default, mine"), "{unknown:?}");
    let no_theme = beside(&programme, &["build", "--theme", "./content"]);
    assert_eq!(no_theme.status, 3, "{no_theme:?}");
    assert!(no_theme.stderr.contains("templates/"), "{no_theme:?}");
    let output = beside(&programme, &["build", "--theme", "mine", "--out", "themes/mine/site"]);
    assert_eq!(output.status, 3, "{output:?}");
}

#[test]
fn a_mistake_in_a_template_is_3_with_its_place() {
    let programme = begun();
    assert_ok(&beside(&programme, &["build", "--today", TODAY]));
    let before = Published::read(&programme.out()).files;
    let templates = programme.beside("themes").join("default/templates");
    fs::create_dir_all(&templates).unwrap();
    let template = tests::root().join("themes/default/templates/not-found.html");
    let template = fs::read_to_string(template).unwrap();
    // One that cannot be read, one that cannot be filled.
    for mistake in ["{% if %}", "{% block main %}{{ no_such_value }}{% endblock %}"] {
        let text = format!("{}\n{mistake}\n", template.lines().next().unwrap());
        fs::write(templates.join("not-found.html"), text).unwrap();
        let run = beside(&programme, &["build", "--today", TODAY]);
        assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{run:?}");
        let place = "themes/default/templates/not-found.html:2:".replace('/', std::path::MAIN_SEPARATOR_STR);
        assert!(run.stderr.contains(&place), "{run:?}");
    }
    assert!(before == Published::read(&programme.out()).files);
}

#[test]
fn a_draft_is_built_when_asked_for() {
    let programme = begun();
    let draft = "+++\ntitle = \"草稿\"\ndraft = true\n+++\n";
    programme.write("pages/plans.md", draft);
    programme.write("pages/plans.en.md", "+++\ntitle = \"Plans\"\n+++\n");
    assert_ok(&beside(&programme, &["build"]));
    assert!(!programme.out().join("page/plans/index.html").exists());
    assert_ok(&beside(&programme, &["build", "--drafts"]));
    assert!(programme.out().join("page/plans/index.html").exists());
}

#[test]
fn today_is_the_programmes_own_day_unless_it_is_said() {
    let programme = begun();
    let day = |zone: &str| {
        let text = programme.read("programme.toml");
        let old = text.lines().find(|line| line.starts_with("time_zone")).expect("a time zone");
        programme.edit("programme.toml", old, &format!("time_zone = \"{zone}\""));
        let built = beside(&programme, &["build"]);
        assert_ok(&built);
        let (_, rest) = built.stdout.split_once("as of ").expect("the day of the build");
        rest[..10].to_owned()
    };
    // 26 hours apart: never the same day.
    assert!(day("Etc/GMT+12") < day("Pacific/Kiritimati"));
    let built = beside(&programme, &["build", "--today", "2031-02-03"]);
    assert!(built.stdout.contains("as of 2031-02-03"), "{built:?}");
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    let programme = begun();
    let say = |arguments: &[&str], locale: Option<&str>| {
        let mut command = command(arguments);
        command.current_dir(programme.beside(""));
        for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        command.env("LANG", locale.unwrap_or("C.UTF-8"));
        ended(command).stderr
    };
    let arguments = ["build", "--theme", "missing"];
    assert!(say(&arguments, None).starts_with("error"));
    assert!(say(&arguments, Some("zh_CN.UTF-8")).starts_with("错误"));
    assert!(say(&arguments, Some("zh_TW.UTF-8")).starts_with("錯誤"));
    let arguments = ["build", "--theme", "missing", "--lang", "zh-CN"];
    assert!(say(&arguments, None).starts_with("错误"));
    // A file stands where the output would be.
    let arguments = ["build", "--out", "customer.toml", "--lang", "zh-CN"];
    assert!(say(&arguments, None).contains("是文件"));
}

/// Into a pipe there is nothing but text, whatever the environment says about the terminal.
#[test]
fn no_colours_and_no_progress_into_a_pipe() {
    let programme = begun();
    programme.write("note.txt", "");
    let mut command = command(["build", "--content", "content"]);
    command.current_dir(programme.beside("")).env_remove("NO_COLOR").env("TERM", "xterm");
    let run = ended(command);
    assert_ok(&run);
    assert!(!run.stderr.contains(['\u{1b}', '\r']) && !run.stdout.contains(['\u{1b}', '\r']), "{run:?}");
}

#[test]
fn a_reader_who_goes_away_is_no_panic() {
    let programme = begun();
    for arguments in [&["check"][..], &["build"], &["simulate", "customer.toml"], &["--help"]] {
        let mut command = command(arguments);
        command.current_dir(programme.beside("")).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() != Some(101) && !said.contains("panicked"), "{arguments:?}: {said}");
    }
    // The site is there all the same.
    assert!(programme.out().join("index.html").is_file());
}

#[test]
fn the_report_counts_what_was_done() {
    let programme = begun();
    let build = || beside(&programme, &["build", "--today", TODAY]).stdout;
    let first = build();
    // The marker is no part of the site.
    let files = Published::read(&programme.out()).files.len() - 1;
    assert!(first.contains(&format!("{files} files ({files} written, 0 unchanged, 0 removed)")), "{first}");
    let second = build();
    assert!(second.contains(&format!("(0 written, {files} unchanged, 0 removed)")), "{second}");
    fs::remove_file(programme.content().join("pages/contact.md")).unwrap();
    fs::remove_file(programme.content().join("pages/contact.en.md")).unwrap();
    let third = build();
    assert!(third.contains(", 2 removed)"), "{third}");
}

#[cfg(unix)]
#[test]
fn serve_ends_with_ctrl_c() {
    let programme = Programme::sample();
    assert_eq!(Serving::start(&programme.content(), None).interrupt(), 0);
}
