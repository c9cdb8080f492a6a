//! The generated catalogue as a Hugo site: pages of the same size with the same blocks. Each benefit is a generated one, and what
//! the programme works out (grants by tier, live values) stands in the files already, which spares Hugo that work.

use std::fmt::Write as _;

use super::benefits::{Benefit, CATEGORIES, PARTNERS, TIERS};
use super::prose::{self, Language, Links};
use super::sample::Sample;
use super::{Files, markdown};

/// Configuration and templates: path in the site → text.
const TEMPLATES: &[(&str, &str)] = &[
    ("hugo.toml", include_str!("hugo/hugo.toml")),
    ("layouts/_partials/card.html", include_str!("hugo/layouts/_partials/card.html")),
    ("layouts/_partials/footer.html", include_str!("hugo/layouts/_partials/footer.html")),
    ("layouts/_partials/head.html", include_str!("hugo/layouts/_partials/head.html")),
    ("layouts/_partials/nav.html", include_str!("hugo/layouts/_partials/nav.html")),
    ("layouts/baseof.html", include_str!("hugo/layouts/baseof.html")),
    ("layouts/benefit/single.html", include_str!("hugo/layouts/benefit/single.html")),
    ("layouts/compare/single.html", include_str!("hugo/layouts/compare/single.html")),
    ("layouts/home.html", include_str!("hugo/layouts/home.html")),
    ("layouts/list.html", include_str!("hugo/layouts/list.html")),
    ("layouts/single.html", include_str!("hugo/layouts/single.html")),
    ("layouts/taxonomy.html", include_str!("hugo/layouts/taxonomy.html")),
    ("layouts/term.html", include_str!("hugo/layouts/term.html")),
    ("layouts/tier/single.html", include_str!("hugo/layouts/tier/single.html")),
];

/// What templates say, in the order of the columns: key, Chinese, English.
const WORDS: &[(&str, &str, &str)] = &[
    ("about", "关于", "About"),
    ("about-benefit", "权益说明", "About this benefit"),
    ("app", "手机银行", "App"),
    ("auto", "跟随系统", "Automatic"),
    ("benefit", "权益", "Benefits"),
    ("branch", "网点", "Branch"),
    ("by-tier", "各级享有", "By tier"),
    ("campaign", "活动", "Offers"),
    ("category", "分类", "Category"),
    ("changes", "查看变更", "See the changes"),
    ("channels", "办理渠道", "Where"),
    ("coming", "规则将于2027年1月1日变更", "The rules change on 1 January 2027"),
    ("compare", "等级对比", "Compare tiers"),
    ("content", "内容", "What"),
    ("dark", "深色", "Dark"),
    ("effective", "本页规则自2026年1月1日起施行", "Rules in force since 1 January 2026"),
    ("facts", "使用须知", "Good to know"),
    ("faq", "常见问题", "Questions"),
    ("from", "{{ .tier }}及以上", "{{ .tier }} and above"),
    ("glossary", "名词解释", "Glossary"),
    ("help", "帮助", "Help"),
    ("home", "首页", "Home"),
    ("language", "语言", "Language"),
    ("large", "大字", "Large type"),
    ("layer", "进阶权益", "Advanced"),
    ("layer-name", "层级", "Layer"),
    ("light", "浅色", "Light"),
    ("main-menu", "主导航", "Main menu"),
    ("menu", "菜单", "Menu"),
    ("news", "公告", "News"),
    ("next", "下一页", "Next"),
    ("none", "不享有", "Not included"),
    ("page/contact", "联系我们", "Contact"),
    ("page/privacy", "隐私说明", "Privacy"),
    ("partner", "合作伙伴", "Partners"),
    (
        "past",
        "新规则已于2027年1月1日施行，本页为此前的规则",
        "New rules apply since 1 January 2027; this page shows the earlier ones",
    ),
    ("phone", "电话", "Telephone"),
    ("place", "当前位置", "You are here"),
    ("points", "积分", "Points"),
    ("points-and-offers", "积分与活动", "Points and offers"),
    ("previous", "上一页", "Previous"),
    (
        "private",
        "本站不使用追踪器，试算中填写的内容不会离开您的浏览器。",
        "No trackers; what you enter in the simulator never leaves your browser.",
    ),
    ("programme", "会员计划", "The programme"),
    ("related", "同类权益", "More like this"),
    ("reward", "积分商城", "Rewards"),
    ("scheme", "配色", "Colours"),
    ("segment", "专区", "For you"),
    ("simulator", "权益试算", "Simulator"),
    ("skip", "跳到正文", "Skip to the content"),
    ("task", "成长任务", "Tasks"),
    ("terms", "规则条款", "Terms"),
    ("tier", "会员等级", "Tiers"),
    ("value", "价值", "Worth"),
];

/// A language as Hugo has it.
#[derive(Clone, Copy)]
struct Locale {
    language: Language,
    /// Before the extension of a file.
    suffix: &'static str,
    /// Before the path of an address.
    prefix: &'static str,
    words: &'static str,
}

const LOCALES: [Locale; 2] = [
    Locale { language: Language::Chinese, suffix: "", prefix: "/", words: "i18n/zh-cn.toml" },
    Locale { language: Language::English, suffix: ".en", prefix: "/en/", words: "i18n/en.toml" },
];

pub(super) fn site(sample: &Sample, benefits: usize) -> Files {
    let mut files: Files =
        TEMPLATES.iter().map(|&(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
    for locale in LOCALES {
        words(&mut files, sample, locale);
        pages(&mut files, sample, locale);
        for number in 0..benefits {
            let benefit = Benefit::new(number);
            let path = format!("content/benefit/{}{}.md", benefit.id, locale.suffix);
            files.insert(path, page(sample, &benefit, locale));
        }
    }
    files
}

fn words(files: &mut Files, sample: &Sample, locale: Locale) {
    let mut text = String::new();
    let mut add = |key: &str, word: &str| writeln!(text, "{key:?} = {word:?}").expect("a string takes all");
    for &(key, chinese, english) in WORDS {
        add(key, if locale.language == Language::Chinese { chinese } else { english });
    }
    for tier in tiers() {
        add(&format!("tier-{tier}"), &sample.name("tiers", tier, locale.suffix));
    }
    files.insert(locale.words.to_owned(), text.into_bytes());
}

/// Pages beside those of benefits: sections, tiers, categories and a comparison for each category.
fn pages(files: &mut Files, sample: &Sample, locale: Locale) {
    let mut add = |path: &str, front: String| {
        files.insert(format!("content/{path}{}.md", locale.suffix), markdown(&front, ""));
    };
    let word = |key: &str| {
        let &(_, chinese, english) = WORDS.iter().find(|(own, ..)| *own == key).expect("a word of the list");
        if locale.language == Language::Chinese { chinese } else { english }
    };
    for section in ["benefit", "tier", "compare"] {
        add(&format!("{section}/_index"), format!("title = {:?}\n", word(section)));
    }
    for tier in tiers() {
        add(&format!("tier/{tier}"), format!("title = {:?}\n", sample.name("tiers", tier, locale.suffix)));
    }
    for category in CATEGORIES {
        let title = format!("title = {:?}\n", sample.category(category, locale.suffix));
        add(&format!("compare/{category}"), format!("{title}[params]\ncategory = {category:?}\n"));
        add(&format!("shelf/{category}/_index"), title);
    }
}

/// A benefit's page.
fn page(sample: &Sample, benefit: &Benefit, locale: Locale) -> Vec<u8> {
    let mut front = String::new();
    let mut line = |text: String| writeln!(front, "{text}").expect("a string takes all");
    line(format!("title = {:?}", benefit.name(locale.language)));
    line(format!("description = {:?}", benefit.summary(locale.language)));
    line(format!("shelf = [{:?}]", CATEGORIES[benefit.category]));
    line(format!("[params]\ncategory = {:?}", CATEGORIES[benefit.category]));
    line(format!("lowest = {:?}", TIERS[benefit.lowest]));
    let (text, _) = benefit.grant(benefit.lowest, locale.language).expect("its lowest tier has it");
    line(format!("worth = {text:?}\nchannels = [\"app\", \"branch\"]"));
    for (place, tier) in tiers().enumerate() {
        let grant = place.checked_sub(1).and_then(|place| benefit.grant(place, locale.language));
        let (text, worth) = grant.unwrap_or_default();
        line(format!("[[params.grants]]\ntier = {tier:?}\ntext = {text:?}\nworth = {worth:?}"));
    }
    markdown(&front, &prose::body(benefit, locale.language, &Plain { sample, locale }))
}

/// The tiers of the sample programme, lowest first.
fn tiers() -> impl Iterator<Item = &'static str> {
    std::iter::once("classic").chain(TIERS)
}

/// Links as Markdown has them.
struct Plain<'a> {
    sample: &'a Sample,
    locale: Locale,
}

impl Links for Plain<'_> {
    fn tier(&self, tier: usize) -> String {
        let Locale { prefix, suffix, .. } = self.locale;
        format!("[{}]({prefix}tier/{}/)", self.sample.name("tiers", TIERS[tier], suffix), TIERS[tier])
    }

    fn partner(&self, partner: usize) -> String {
        let Locale { prefix, suffix, .. } = self.locale;
        let id = PARTNERS[partner];
        format!("[{}]({prefix}partner/#partner-{id})", self.sample.name("partners", id, suffix))
    }

    fn grant(&self, benefit: &Benefit, tier: usize, language: Language) -> String {
        benefit.grant(tier, language).map(|(text, _)| text).unwrap_or_default()
    }
}
