//! What generated benefits are called, whom they belong to and what they grant.

use std::fmt::Write as _;

use super::prose::{self, Language, Links};
use super::{Files, markdown};

/// The tiers that generated benefits begin at, lowest first. None begins at the base tier: worked examples of the sample
/// programme list all that its members have.
pub(super) const TIERS: [&str; 4] = ["green", "blue", "gold", "private"];

/// The categories that generated benefits are spread over.
pub(super) const CATEGORIES: [&str; 6] = ["travel", "health", "wealth", "living", "family", "service"];

pub(super) const PARTNERS: [&str; 3] = ["hezhi-health", "qian-lounge", "yanxia-living"];

const CHANNELS: [&str; 3] = [r#"["app"]"#, r#"["app", "branch"]"#, r#"["app", "branch", "phone"]"#];

/// What the benefits of each category are called, by turns: Chinese and English.
const THINGS: [[(&str, &str); 4]; 6] = [
    [
        ("机场快速通道", "Airport fast track"),
        ("高铁候车厅", "Railway lounge"),
        ("城市接送", "City transfer"),
        ("行李保障", "Luggage cover"),
    ],
    [
        ("专家门诊预约", "Specialist appointment"),
        ("视力检查", "Eye test"),
        ("运动康复指导", "Physiotherapy advice"),
        ("营养咨询", "Nutrition advice"),
    ],
    [
        ("资产检视", "Asset review"),
        ("定投费率优惠", "Savings plan fee"),
        ("税务咨询", "Tax advice"),
        ("养老规划", "Pension planning"),
    ],
    [
        ("音乐会门票", "Concert ticket"),
        ("书店代金券", "Bookshop voucher"),
        ("家政服务", "Home help"),
        ("鲜花配送", "Flower delivery"),
    ],
    [
        ("亲子营地", "Family camp"),
        ("课后阅读", "After-school reading"),
        ("博物馆夜场", "Museum night"),
        ("留学说明会", "Study abroad briefing"),
    ],
    [
        ("优先接听", "Priority call"),
        ("上门服务", "Home visit"),
        ("文件公证协助", "Notary help"),
        ("跨行转账免费", "Free transfers"),
    ],
];

/// A generated benefit.
pub(super) struct Benefit {
    pub(super) number: usize,
    pub(super) id: String,
    /// Its place in [`CATEGORIES`].
    pub(super) category: usize,
    /// Its place in [`PARTNERS`]; a third have none.
    pub(super) partner: Option<usize>,
    /// The place in [`TIERS`] of the first that has it.
    pub(super) lowest: usize,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Uses,
    Discount,
    Amount,
}

impl Benefit {
    pub(super) fn new(number: usize) -> Self {
        let category = number % CATEGORIES.len();
        Self {
            number,
            id: format!("scaled-{number:05}"),
            category,
            partner: Some(number / 7 % 4).filter(|&partner| partner < PARTNERS.len()),
            lowest: number / CATEGORIES.len() % TIERS.len(),
            kind: [Kind::Uses, Kind::Discount, Kind::Amount][number / 5 % 3],
        }
    }

    pub(super) fn name(&self, language: Language) -> String {
        let (chinese, english) = THINGS[self.category][self.number / CATEGORIES.len() % 4];
        let number = self.number + 1;
        match language {
            Language::Chinese => format!("{chinese}（{number}号）"),
            Language::English => format!("{english} no. {number}"),
        }
    }

    pub(super) fn summary(&self, language: Language) -> String {
        prose::summary(self.number, language)
    }

    /// What it grants a tier and what a use of it is worth, in words; `None` below its lowest tier.
    pub(super) fn grant(&self, tier: usize, language: Language) -> Option<(String, String)> {
        let step = tier.checked_sub(self.lowest)? + 1;
        let (text, worth) = match (self.kind, language) {
            (Kind::Uses, Language::Chinese) => {
                (format!("每年 {} 次", step * 2), format!("每次价值 {} 元", self.worth()))
            }
            (Kind::Uses, Language::English) => {
                (format!("{} times a year", step * 2), format!("worth {} yuan each", self.worth()))
            }
            (Kind::Discount, Language::Chinese) => (format!("{} 折", 10 - step), String::new()),
            (Kind::Discount, Language::English) => (format!("{}% off", step * 10), String::new()),
            (Kind::Amount, Language::Chinese) => (format!("每年 {} 元", step * self.worth()), String::new()),
            (Kind::Amount, Language::English) => {
                (format!("{} yuan a year", step * self.worth()), String::new())
            }
        };
        Some((text, worth))
    }

    fn worth(&self) -> usize {
        50 + self.number % 30 * 10
    }

    fn front(&self) -> String {
        let mut front = format!("name = {:?}\n", self.name(Language::Chinese));
        let mut line = |text: String| writeln!(front, "{text}").expect("a string takes all");
        line(format!("category = {:?}", CATEGORIES[self.category]));
        line(format!("summary = {:?}", self.summary(Language::Chinese)));
        line(format!("channels = {}", CHANNELS[self.number % CHANNELS.len()]));
        if let Some(partner) = self.partner {
            line(format!("partner = {:?}", PARTNERS[partner]));
        }
        for (tier, id) in TIERS.iter().enumerate().skip(self.lowest) {
            let step = tier - self.lowest + 1;
            line(format!("\n[tiers.{id}]"));
            line(match self.kind {
                Kind::Uses => format!("quota = {}\nper = \"year\"\nworth = {}", step * 2, self.worth()),
                Kind::Discount => format!("discount = \"{}%\"", step * 10),
                Kind::Amount => format!("amount = {}\nper = \"year\"", step * self.worth()),
            });
        }
        line(format!("\n[internal]\ncost = {}\ntake_up = \"{}%\"", self.worth() / 2, 10 + self.number % 60));
        front
    }

    pub(super) fn front_english(&self) -> String {
        format!(
            "name = {:?}\nsummary = {:?}\n",
            self.name(Language::English),
            self.summary(Language::English)
        )
    }
}

/// Adds a benefit's file and its translation.
pub(super) fn add(files: &mut Files, number: usize) {
    let benefit = Benefit::new(number);
    let path = path(&benefit);
    let body = |language| prose::body(&benefit, language, &Live);
    files.insert(format!("{path}.md"), markdown(&benefit.front(), &body(Language::Chinese)));
    files.insert(format!("{path}.en.md"), markdown(&benefit.front_english(), &body(Language::English)));
}

/// The benefit as an overlay has it: the top tier is granted something else.
pub(super) fn replace(files: &mut Files, overlay: &str, number: usize) {
    let benefit = Benefit::new(number);
    let cost = "\n[internal]";
    let removed = "\n[tiers.private]\ntext = \"由客户经理安排\"\n";
    let front = benefit.front();
    let kept = front.find("\n[tiers.private]").expect("each benefit is granted to the top tier");
    let end = front.find(cost).expect("each benefit has a cost");
    let front = format!("{}{removed}{}", &front[..kept], &front[end..]);
    let body = prose::body(&benefit, Language::Chinese, &Live);
    files.insert(format!("{overlay}/{}.md", path(&benefit)), markdown(&front, &body));
}

fn path(benefit: &Benefit) -> String {
    format!("benefits/{}/{}", CATEGORIES[benefit.category], benefit.id)
}

/// Links as live values of the programme.
struct Live;

impl Links for Live {
    fn tier(&self, tier: usize) -> String {
        format!("{{{{ tier.{} }}}}", TIERS[tier])
    }

    fn partner(&self, partner: usize) -> String {
        format!("{{{{ partner.{} }}}}", PARTNERS[partner])
    }

    fn grant(&self, benefit: &Benefit, tier: usize, _: Language) -> String {
        format!("{{{{ benefit.{}.{} }}}}", benefit.id, TIERS[tier])
    }
}
