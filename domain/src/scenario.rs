//! `Scenario` (场景): a few questions that lead to the services someone needs, with the reasons.
//!
//! The questions are those of one bank for the whole site, so an answer given once is known everywhere. Which
//! question comes next and what the answers lead to is worked out by [`Course`], what has to be brought, paid
//! and waited for by [`Plan`].

pub(crate) mod ask;
mod course;
pub(crate) mod foresight;
mod plan;
#[cfg(feature = "source")]
pub mod source;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::form::Choice;
use crate::pack::{Audience, LifeEvent};
use crate::text::Text;

pub use ask::{Unfit, read_answer};
pub(crate) use course::provable;
pub use course::{Course, Given, Journey, Outlook, SetAside};
pub use plan::{Charge, Condition, Handed, Need, Needed, Plan, is_filed_online};

/// The most outcomes a scenario may have. A house rule.
pub const MAX_OUTCOMES: usize = 60;

/// One scenario, such as "I want to start a business".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    pub id: String,
    pub title: Text,
    pub summary: Text,
    /// What in the life of a business it is for.
    #[serde(default = "before_events")]
    pub event: LifeEvent,
    /// Whom it is for.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// Scenarios are listed by it, small numbers first.
    #[serde(default)]
    pub order: u32,
    /// In the order they are asked; a condition names earlier questions only.
    pub questions: Vec<Question>,
    pub outcomes: Vec<Rule>,
}

/// One question; its answer is kept under its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Lower case letters, digits and underscores; one of the bank's.
    pub id: String,
    pub label: Text,
    pub hint: Option<Text>,
    pub asks: Asks,
    /// Asked only while this holds.
    pub when: Option<Expr>,
    /// What its answer and earlier ones have to be together; else it contradicts them.
    #[serde(default)]
    pub must: Option<Expr>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asks {
    Choice {
        options: Vec<Choice>,
    },
    YesNo,
    /// A county-level region code of six digits, beginning with `within`.
    Region {
        within: Option<String>,
    },
    /// A number with at most `scale` digits after the point.
    Number {
        unit: Option<Text>,
        scale: u8,
        min: Option<Decimal>,
        max: Option<Decimal>,
    },
    Date,
}

/// A service the answers may lead to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub id: String,
    /// Left out: the service's own.
    #[serde(default)]
    pub title: Option<Text>,
    /// Why these answers lead here.
    pub reason: Text,
    pub note: Option<Text>,
    /// A service's id; empty where it leads to a page.
    pub service: String,
    /// A page of the hall, such as the register, instead of a service.
    #[serde(default)]
    pub page: Option<String>,
    pub when: Expr,
    /// Other outcomes that come first where both are needed.
    #[serde(default)]
    pub after: Vec<String>,
    pub carry: Vec<Carry>,
    /// What goes by before it can be filed; of several the one that is in force.
    #[serde(default)]
    pub waits: Vec<Wait>,
    /// Statute and article, `unverified`, or `house rule`.
    pub source: String,
}

/// An answer that becomes the first value of a form's field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carry {
    pub field: String,
    pub question: String,
    /// Question's option and field's option, where they differ; empty: the answer as it is.
    pub values: Vec<(String, String)>,
}

/// Days that go by before a service can be filed, such as those of a public notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    /// What is waited for.
    pub text: Text,
    /// Calendar days; it can be filed on the day after them.
    pub days: u32,
    /// In force from this day, until this one; both included.
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: String,
}

impl Wait {
    fn in_force(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// Scenarios published before they said what they are for were about starting a business.
fn before_events() -> LifeEvent {
    LifeEvent::Start
}

impl Rule {
    /// The service or the page it leads to.
    pub fn target(&self) -> &str {
        self.page.as_deref().unwrap_or(&self.service)
    }
}

impl Scenario {
    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}
