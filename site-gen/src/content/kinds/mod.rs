//! What a product team may write: each kind of file and table, its fields declared once.

mod benefit;
mod campaign;
mod customer;
mod earning;
mod metrics;
mod programme;
mod reading;
mod reward;
mod segment;
mod task;
mod tier;

pub use benefit::{Benefit, BenefitInternal, Category, Grant, Pool, Quota};
pub use campaign::{Boost, Campaign, CampaignInternal, Gift, Phase};
pub use customer::{Customer, Example, PastAmount};
pub use earning::{Band, ByTierOrOne, Cap, CapWord, Currency, CurrencyCap, Earn, Expire, UnitsWord};
pub use metrics::{
    Earned, Metric, MissingWord, Over, Part, StepRow, Steps, TakeWord, UnitWord, WeighWord, WeightedPart,
};
pub use programme::{Household, Programme};
pub use reading::{Faq, News, Page, Partner, Term};
pub use reward::{Reward, RewardInternal};
pub use segment::Segment;
pub use task::{RepeatWord, Task, TaskReward};
pub use tier::Tier;
