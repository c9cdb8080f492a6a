//! What a product team may write: each kind of file and table, its fields declared once.

mod benefit;
mod campaign;
mod customer;
mod earning;
mod faq;
mod metric;
mod news;
mod page;
mod partner;
mod programme;
mod reward;
mod segment;
mod task;
mod term;
mod tier;

pub use benefit::{Benefit, BenefitInternal, Category, Grant, Pool, Quota};
pub use campaign::{Boost, Campaign, CampaignInternal, Gift, Phase};
pub use customer::{Customer, Example, PastAmount};
pub use earning::{Band, ByTierOrOne, Cap, CapWord, Currency, CurrencyCap, Earn, Expire, UnitsWord};
pub use faq::Faq;
pub use metric::{
    Earned, Metric, MissingWord, Over, Part, StepRow, Steps, TakeWord, UnitWord, WeighWord, WeightedPart,
};
pub use news::News;
pub use page::Page;
pub use partner::Partner;
pub use programme::{Household, Programme};
pub use reward::{Reward, RewardInternal};
pub use segment::Segment;
pub use task::{RepeatWord, Task, TaskReward};
pub use term::Term;
pub use tier::Tier;
