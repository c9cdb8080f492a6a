//! Generated metrics, earn rules, tiers, tasks and overlays. They are such that the worked examples of the sample programme
//! come out as before: they pay a currency of their own and ask for more than the examples' customers have.

use std::fmt::Write as _;

use super::sample::text;
use super::{Added, Files, append, benefits, markdown};

/// The currency of generated rules.
const CURRENCY: &str = "scaled-points";

/// Chained sums: each metric is the one before and a little of the deposits.
pub(super) fn add_metrics(files: &mut Files, count: usize) {
    let mut chinese = String::new();
    let mut english = String::new();
    for number in 0..count {
        let before = number.checked_sub(1).map_or_else(|| "aum".to_owned(), metric);
        let part = "{ metric = \"deposits\", weight = \"0.0001\" }";
        let id = metric(number);
        write!(chinese, "\n[{id}]\nname = \"累计资产（{number}）\"\nsum = [{before:?}, {part}]\n")
            .expect("a string takes all");
        write!(english, "\n[{id}]\nname = \"Assets so far ({number})\"\n").expect("a string takes all");
    }
    append(files, "metrics.toml", &chinese);
    append(files, "metrics.en.toml", &english);
}

fn metric(number: usize) -> String {
    format!("scaled-{number:05}")
}

/// Rules of every kind, with caps and multipliers by tier. A file of earn rules is replaced as a whole by an overlay, so
/// the rules are added to each.
pub(super) fn add_earn(files: &mut Files, count: usize) {
    if count == 0 {
        return;
    }
    let mut chinese = String::new();
    let mut english = String::new();
    for number in 0..count {
        let rule = match number % 4 {
            0 => format!(
                "of = \"spend\"\nevery = {}\ngives = 1\ntimes = {{ green = \"1.2\", gold = 2 }}\n\
                 cap = {{ amount = {{ classic = 2000, blue = 5000 }}, per = \"month\" }}",
                20 + number % 50
            ),
            1 => "of = \"wealth-quarter\"\nrate = \"0.1%\"\neach = \"quarter\"\ncap = { amount = 6000, per = \"quarter\" }"
                .to_owned(),
            2 => format!("fixed = {}\nwhen = {{ metric = \"activity\", at_least = {} }}", 10 + number % 90, number % 80),
            _ => "of = \"aum\"\nbands = [{ from = 0, rate = \"1%\" }, { from = \"50万\", rate = \"0.5%\" }]\nbasis = \"year\"\n\
                  delay = 1"
                .to_owned(),
        };
        write!(
            chinese,
            "\n[scaled-{number:05}]\nname = \"专项积分（{number}）\"\ncurrency = {CURRENCY:?}\n{rule}\n"
        )
        .expect("a string takes all");
        write!(english, "\n[scaled-{number:05}]\nname = \"Special points ({number})\"\n")
            .expect("a string takes all");
    }
    let of_rules = |name: &str| -> Vec<String> {
        files.keys().filter(|path| path.rsplit('/').next() == Some(name)).cloned().collect()
    };
    let (rules, translations) = (of_rules("earn.toml"), of_rules("earn.en.toml"));
    rules.iter().for_each(|path| append(files, path, &chinese));
    translations.iter().for_each(|path| append(files, path, &english));
    add_currency(files);
}

/// Tiers above the sample programme's, for customers with more than 100 million.
pub(super) fn add_tiers(files: &mut Files, own: usize, count: usize) {
    for number in 0..count {
        let rank = own + number + 1;
        let (qualify, keep) = (10_000 + number * 1_000, 9_000 + number * 1_000);
        let front = format!(
            "rank = {rank}\nname = \"第{rank}级会员\"\nsummary = \"面向资产达到{qualify}万元的客户。\"\n\
             colour = \"#{:02x}{:02x}80\"\nqualify = {{ metric = \"aum-quarter\", at_least = \"{qualify}万\" }}\n\
             keep = {{ metric = \"aum-quarter\", at_least = \"{keep}万\" }}\ngrace = 3\n",
            40 + number * 5 % 120,
            120 - number * 3 % 80,
        );
        let body = format!(
            "{{{{ metric.aum-quarter }}}}达到 {{{{ tier.rank-{rank:02}.qualify.aum-quarter }}}}，即可成为这一级会员。\n"
        );
        files.insert(format!("tiers/rank-{rank:02}.md"), markdown(&front, &body));
        let front =
            format!("name = \"Tier {rank}\"\nsummary = \"For members with {qualify}0,000 yuan or more.\"\n");
        files.insert(format!("tiers/rank-{rank:02}.en.md"), markdown(&front, "Reached by assets alone.\n"));
    }
}

/// Tasks over inputs, each reached by more transfers than the one before; every tenth is hidden.
pub(super) fn add_tasks(files: &mut Files, count: usize) {
    for number in 0..count {
        let path = format!("tasks/scaled/scaled-{number:05}");
        files.insert(format!("{path}.md"), task(number, 100 + number));
        let front =
            format!("name = \"Transfers, level {number}\"\nsummary = \"Many transfers in one month.\"\n");
        files.insert(format!("{path}.en.md"), markdown(&front, "Transfers to others count.\n"));
    }
    if count > 0 {
        add_currency(files);
    }
}

fn task(number: usize, transfers: usize) -> Vec<u8> {
    let hidden = if number % 10 == 9 { "hidden = true\n" } else { "" };
    let front = format!(
        "name = \"转账达人（{number}）\"\nsummary = \"一个月里完成许多笔转账。\"\n{hidden}\
         when = {{ all = [{{ metric = \"transfers\", at_least = {transfers} }}, {{ metric = \"logins\", at_least = {} }}] }}\n\
         repeat = \"quarter\"\nrewards = [{{ currency = {CURRENCY:?}, amount = {} }}]\n",
        number % 30,
        100 + number % 400,
    );
    markdown(&front, "转给他人的每一笔都算，自己名下账户之间的互转不算。\n")
}

/// One overlay a month after those of the sample programme. Each replaces a tier, and a generated task and benefit where
/// there are such.
pub(super) fn add_overlays(files: &mut Files, added: &Added) {
    for number in 0..added.overlays {
        // The sample programme's own is of January 2027.
        let month = number + 1;
        let folder = format!("versions/{}-{:02}-01", 2027 + month / 12, month % 12 + 1);
        let gold = text(files, "tiers/gold.md");
        let grace = "grace = 3\n";
        assert!(gold.contains(grace), "the sample programme's gold tier has a grace period of 3");
        let gold = gold.replace(grace, &format!("grace = {}\n", 3 + month % 3));
        files.insert(format!("{folder}/tiers/gold.md"), gold.into_bytes());
        if let Some(number) = number.checked_rem(added.tasks) {
            files.insert(format!("{folder}/tasks/scaled/scaled-{number:05}.md"), task(number, 200 + month));
        }
        if let Some(number) = number.checked_rem(added.benefits) {
            benefits::replace(files, &folder, number);
        }
    }
}

fn add_currency(files: &mut Files) {
    let header = format!("\n[{CURRENCY}]\n");
    if !text(files, "currencies.toml").contains(&header) {
        append(files, "currencies.toml", &format!("{header}name = \"专项积分\"\nworth = \"0.01\"\n"));
        append(files, "currencies.en.toml", &format!("{header}name = \"Special points\"\n"));
    }
}
