//! What the pages of generated benefits say: about two kilobytes in each language, other words on each page.

use std::fmt::Write as _;

use super::benefits::{Benefit, TIERS};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Chinese,
    English,
}

/// How a page names and links other things.
pub(super) trait Links {
    fn tier(&self, tier: usize) -> String;
    fn partner(&self, partner: usize) -> String;
    /// What a tier is granted.
    fn grant(&self, benefit: &Benefit, tier: usize, language: Language) -> String;
}

/// The sentences of a language.
struct Sentences {
    summaries: [&'static str; 6],
    openings: [&'static str; 6],
    /// `{}` is a partner.
    partner: [&'static str; 3],
    use_title: &'static str,
    uses: [&'static str; 10],
    note_title: &'static str,
    notes: [&'static str; 12],
    by_tier: &'static str,
    colon: &'static str,
    more: [&'static str; 8],
    /// Between sentences.
    gap: &'static str,
}

const CHINESE: Sentences = Sentences {
    summaries: [
        "从预约到使用，全程可以在手机银行里完成。",
        "由专人安排时间与地点，到场出示会员码即可。",
        "按会员等级给予，不需要另外付费，也不需要领取。",
        "适合全家一起使用，名额可以让给直系亲属。",
        "每年更新一次内容，以预约当天页面显示的为准。",
        "覆盖主要城市，其余地区可以改选同等价值的项目。",
    ],
    openings: [
        "这项权益为会员的日常生活准备，不需要复杂的手续。您在手机银行里选好时间，系统会马上告诉您是否有空位，也会在前一天提醒您。",
        "很多会员告诉我们，最费神的是排队和反复确认。我们把名额提前锁定，由专人替您核对，到了当天您只需要按时到场。",
        "我们每个季度都会回访用过的会员，把意见逐条记下来，再和服务方一起改进。您看到的安排，就是这样一点点调整出来的。",
        "无论您住在哪里，都可以先在手机银行里查看附近有没有服务点。没有的话，可以改选线上服务，或者等到出差旅行时再用。",
        "它和您的资产、往来时间有关，等级越高，可以使用的次数或者享受的优惠越多。等级变化之后，从下一个月起按新的等级计算。",
        "第一次使用时，建议预留一点时间了解流程。我们准备了图文说明，客服也可以在电话里一步一步带您完成。",
    ],
    partner: [
        "服务由{}提供，具体内容以预约当天显示的为准。",
        "我们与{}一起提供这项服务，质量由双方共同负责。",
        "到{}的任意一处网点，出示会员码即可使用。",
    ],
    use_title: "怎样使用",
    uses: [
        "打开手机银行，进入“会员—我的权益”，选择这一项并确认日期。",
        "预约成功后会收到短信，其中的编号就是到场的凭证。",
        "到场后出示会员码，工作人员核对姓名后即可开始。",
        "需要改期的，请在前一天下午五点之前办理，不扣次数。",
        "与家人同行时，请在预约时填写人数，以便提前准备座位。",
        "使用完毕请在页面上评价，我们会据此安排下一季的服务。",
        "如果页面显示约满，可以登记候补，有空位时按顺序通知。",
        "可以电话预约，客服会替您填好资料，并把结果发到手机。",
        "首次使用需要核对证件，之后只出示会员码就可以。",
        "对时间有特别要求的，请在备注里写明，专人会与您联系。",
    ],
    note_title: "请留意",
    notes: [
        "当年没有用完的次数不结转，也不折算成现金。",
        "已经使用的部分不因等级下降而收回。",
        "名额只限本人及直系亲属，请不要转让或出售。",
        "遇到法定节假日，请至少提前三个工作日预约。",
        "因天气或检修暂停服务的，不扣次数，可以另选时间。",
        "超出次数的部分按门市价格结算，会员可享九五折。",
        "服务方会依法保护您的个人资料，只用于本次预约。",
        "与其他优惠同时符合时，按对您最有利的一种计算。",
        "发生争议的，以规则条款为准，也可以请客服复核。",
        "无障碍设施的情况在服务点的介绍中逐一注明。",
        "未成年人使用需要监护人陪同，并在现场签字确认。",
        "预约后未到场两次的，当月暂停预约，下月自动恢复。",
    ],
    by_tier: "各级享有：",
    colon: "：",
    more: [
        "使用之后如果觉得哪里不方便，请在页面底部写下来，每一条都会有人看。",
        "服务点的名单会随季节调整，手机银行里总是最新的一份。",
        "长者会员可以请客服代为预约，也可以由子女在家庭账户里操作。",
        "我们不会因为您使用了这项权益而改变其他产品的费率。",
        "这里写明的次数与金额都来自规则本身，规则变更会提前公布。",
        "如果您同时符合几个专区的条件，可以在各专区页面查看叠加的方式。",
        "评价里的建议会在每个季度末整理，采纳的会在公告里说明。",
        "需要发票的，请在使用当月申请，电子发票会发到预留的邮箱。",
    ],
    gap: "",
};

const ENGLISH: Sentences = Sentences {
    summaries: [
        "From booking to use, everything is done in the app.",
        "We arrange time and place; you show your code at the door.",
        "Given by tier: nothing to pay and nothing to collect.",
        "For the whole family: a close relative may take your place.",
        "Renewed each year; what the app shows on the day of booking counts.",
        "In all large cities; elsewhere you may choose something of equal worth.",
    ],
    openings: [
        "This benefit is made for everyday life and needs no paperwork. Choose a time in the app and you see at once whether there is a place; you are reminded the day before.",
        "Many members told us that waiting and confirming is the tiring part. We reserve places in advance and check them for you, so that you only have to be there on time.",
        "Each quarter we ask members who have used it and improve it together with the provider. What you see here has been adjusted that way, step by step.",
        "Wherever you live, first look in the app for a place near you. If there is none, choose the online service, or keep it for your next journey.",
        "It depends on your assets and on how long you have been with us: the higher your tier, the more often you may use it. A new tier counts from the next month on.",
        "For the first time, allow a little time to learn how it works. There is a short guide with pictures, and customer service goes through it with you on the phone.",
    ],
    partner: [
        "The service is provided by {}; what the app shows on the day of booking counts.",
        "We offer this together with {}, and both of us answer for its quality.",
        "Show your member's code at any branch of {}.",
    ],
    use_title: "How to use it",
    uses: [
        "Open the app, go to Membership – My benefits, choose this one and confirm the day.",
        "You receive a message with a number, which is your ticket on the day.",
        "Show your member's code on arrival; the staff check your name and begin.",
        "To change the day, do so before five o'clock on the day before; nothing is counted.",
        "If your family comes along, enter how many you are, so that seats are ready.",
        "Please rate it afterwards: we plan the next season by what you say.",
        "If it is fully booked, join the waiting list and you are told in turn.",
        "You can book by telephone; customer service fills in the form for you.",
        "Your papers are checked the first time only; after that the code is enough.",
        "If you have special wishes about the time, write them in the note.",
    ],
    note_title: "Please note",
    notes: [
        "What is not used within the year is not carried over and not paid out.",
        "What you have used is not taken back if your tier falls.",
        "It is for you and your close relatives; please do not sell it.",
        "Before public holidays, book at least three working days ahead.",
        "If the service is closed by weather or repairs, nothing is counted.",
        "Beyond your number of uses, members pay five per cent less than others.",
        "The provider uses your data for this booking only, as the law demands.",
        "If several offers apply, the one that is best for you counts.",
        "In a dispute the terms count; customer service looks at it again.",
        "Step-free access is described for each place in its introduction.",
        "Children need a guardian with them, who signs on arrival.",
        "After two bookings without coming, booking is closed for that month.",
    ],
    by_tier: "By tier:",
    colon: ": ",
    more: [
        "If something was not convenient, write it at the foot of the page; each line is read.",
        "The list of places changes with the seasons, and the app always has the latest one.",
        "Older members may ask customer service to book, or their children in the family account.",
        "Using this benefit never changes the rates of your other products.",
        "The numbers on this page come from the rules themselves; changes are announced before they apply.",
        "If you belong to several groups, their pages say how offers add up.",
        "Suggestions are gathered at the end of each quarter, and the news says which were taken up.",
        "If you need an invoice, ask in the month of use; it is sent to your e-mail address.",
    ],
    gap: " ",
};

fn sentences(language: Language) -> &'static Sentences {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

/// One sentence about a benefit.
pub(super) fn summary(number: usize, language: Language) -> String {
    let summaries = sentences(language).summaries;
    summaries[number / 3 % summaries.len()].to_owned()
}

/// A page's Markdown.
pub(super) fn body(benefit: &Benefit, language: Language, links: &impl Links) -> String {
    let words = sentences(language);
    // Other remainders for each list, so that pages that begin alike go on differently.
    let from = |start: usize, all: &'static [&'static str]| {
        all.iter().cycle().skip(start % all.len()).take(all.len()).copied()
    };
    let number = benefit.number;
    let mut text = String::new();
    let mut opening = from(number, &words.openings);
    let first: Vec<_> = opening.by_ref().take(1).collect();
    text.push_str(&first.join(words.gap));
    if let Some(partner) = benefit.partner {
        let sentence = words.partner[number % words.partner.len()].replace("{}", &links.partner(partner));
        write!(text, "{}{sentence}", words.gap).expect("a string takes all");
    }
    write!(text, "\n\n**{}**\n\n", words.use_title).expect("a string takes all");
    for (place, step) in from(number / 2, &words.uses).take(5).enumerate() {
        writeln!(text, "{}. {step}", place + 1).expect("a string takes all");
    }
    write!(text, "\n**{}**\n\n", words.note_title).expect("a string takes all");
    for note in from(number / 3, &words.notes).take(6) {
        writeln!(text, "- {note}").expect("a string takes all");
    }
    write!(text, "\n{}\n\n", words.by_tier).expect("a string takes all");
    for tier in benefit.lowest..TIERS.len() {
        let grant = links.grant(benefit, tier, language);
        writeln!(text, "- {}{}{grant}", links.tier(tier), words.colon).expect("a string takes all");
    }
    text.push('\n');
    let mut paragraph = String::new();
    for sentence in from(number / 5, &words.more).chain(opening) {
        if text.len() + paragraph.len() > 1900 {
            break;
        }
        let gap = if paragraph.is_empty() { "" } else { words.gap };
        write!(paragraph, "{gap}{sentence}").expect("a string takes all");
    }
    text + &paragraph + "\n"
}
