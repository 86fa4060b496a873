//! Whom a service is for, and when in the life of a business it is needed: what guides are grouped by.

use serde::{Deserialize, Serialize};

/// Whom a service is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anybody, in their own name.
    Person,
    /// 个体工商户.
    Individual,
    /// Companies, partnerships, sole proprietorships and their branches.
    Enterprise,
    /// 农民专业合作社.
    Cooperative,
    /// Foreign enterprises and their representative offices.
    Foreign,
}

impl Audience {
    pub const ALL: [Audience; 5] = [
        Audience::Person,
        Audience::Individual,
        Audience::Enterprise,
        Audience::Cooperative,
        Audience::Foreign,
    ];

    /// As packs and addresses write it.
    pub fn id(self) -> &'static str {
        match self {
            Audience::Person => "person",
            Audience::Individual => "individual",
            Audience::Enterprise => "enterprise",
            Audience::Cooperative => "cooperative",
            Audience::Foreign => "foreign",
        }
    }
}

/// What happens in the life of a business (主题): the doors of the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LifeEvent {
    Start,
    Change,
    Close,
    /// Annual inspection and annual report.
    Report,
    /// An online shop.
    Shop,
    /// Shares or goods as security.
    Pledge,
    /// Licences lost, damaged or wanted once more.
    Licence,
    /// The list of abnormal operations (经营异常名录).
    Abnormal,
    /// What is asked for while in business, such as advertising.
    Operate,
    /// Looking something up.
    Check,
}

impl LifeEvent {
    pub const ALL: [LifeEvent; 10] = [
        LifeEvent::Start,
        LifeEvent::Change,
        LifeEvent::Close,
        LifeEvent::Report,
        LifeEvent::Shop,
        LifeEvent::Pledge,
        LifeEvent::Licence,
        LifeEvent::Abnormal,
        LifeEvent::Operate,
        LifeEvent::Check,
    ];

    /// As packs and addresses write it.
    pub fn id(self) -> &'static str {
        match self {
            LifeEvent::Start => "start",
            LifeEvent::Change => "change",
            LifeEvent::Close => "close",
            LifeEvent::Report => "report",
            LifeEvent::Shop => "shop",
            LifeEvent::Pledge => "pledge",
            LifeEvent::Licence => "licence",
            LifeEvent::Abnormal => "abnormal",
            LifeEvent::Operate => "operate",
            LifeEvent::Check => "check",
        }
    }
}
