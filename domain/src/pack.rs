//! `Pack` (事项包): everything the hall knows of one service, as checked data.
//!
//! A pack is written as TOML and Markdown under `content/services/<id>/`, checked as a whole, and
//! published by hash. This module is the checked shape; `pack::source` (feature `source`) reads it.

mod audience;
pub mod check;
pub mod document;
mod effect;
pub mod example;
pub mod facts;
pub mod fee;
pub mod graph;
pub mod kind;
pub mod material;
pub mod nouns;
mod on_day;
pub mod problem;
#[cfg(feature = "source")]
pub mod source;
pub mod time_limit;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::form::Form;
use crate::text::Text;

pub use audience::{Audience, LifeEvent};
pub use effect::{
    ENTITY_PROPERTIES, Effect, EffectAct, ListEffect, RESERVATION_PROPERTIES, RecordEffect, RecordValue,
    Values, can_be_undone,
};

/// The fifteen headings of a guide (办事指南), in their order. 工商办字〔2011〕19号.
pub const GUIDE_HEADINGS: [&str; 15] = [
    "guide",
    "conditions",
    "forms",
    "materials",
    "samples",
    "process",
    "time-limits",
    "department",
    "sub-departments",
    "contact",
    "result",
    "pre-review",
    "online",
    "faq",
    "other",
];

/// What in a case's life can issue a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentMoment {
    Submitted,
    Accepted,
    NotAccepted,
    Returned,
    Prolonged,
    Refused,
    Approved,
    Annulled,
}

impl DocumentMoment {
    /// Every moment with its name in packs.
    pub const NAMED: [(&str, DocumentMoment); 8] = [
        ("submitted", DocumentMoment::Submitted),
        ("accepted", DocumentMoment::Accepted),
        ("not-accepted", DocumentMoment::NotAccepted),
        ("returned", DocumentMoment::Returned),
        ("prolonged", DocumentMoment::Prolonged),
        ("refused", DocumentMoment::Refused),
        ("approved", DocumentMoment::Approved),
        ("annulled", DocumentMoment::Annulled),
    ];
}

/// One service with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// The service's id: folder name, address, and what cases carry.
    pub id: String,
    pub title: Text,
    pub summary: Text,
    /// Everyday words people look for it by, separated by spaces.
    #[serde(default)]
    pub words: Option<Text>,
    pub subject: Subject,
    /// Whom it is for; at least one.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// What in the life of a business it belongs to; at least one.
    #[serde(default)]
    pub events: Vec<LifeEvent>,
    /// The time in which it can be begun; `None`: always.
    #[serde(default)]
    pub in_force: Option<InForce>,
    /// What must be so that the service is to be had (办理条件).
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// What begins a filing is called, such as "Start the inspection".
    pub start: Text,
    /// Kinds of report by entity and year; the first that fits is filed. Empty: one kind, always.
    pub kinds: Vec<ReportKind>,
    /// Reasons why there is nothing to file, tried before `kinds` and before any draft is begun.
    pub nothing: Vec<NothingToFile>,
    /// A report may be filed again, corrected, until its window closes.
    #[serde(default)]
    pub correctable: bool,
    /// What befalls an entity that did not report in time.
    #[serde(default)]
    pub late: Option<Late>,
    pub form: Form,
    pub declaration: Text,
    pub signers: Vec<Signers>,
    pub materials: Vec<Material>,
    pub steps: Vec<Step>,
    pub limits: Vec<TimeLimit>,
    pub fees: Vec<Fee>,
    pub extension: Option<Extension>,
    pub effects: Vec<Effect>,
    pub documents: Vec<DocumentTemplate>,
    pub guide: Guide,
    pub examples: Vec<Example>,
}

impl Pack {
    /// Whether it has a document for this moment.
    pub fn issues(&self, moment: DocumentMoment) -> bool {
        self.documents.iter().any(|document| document.on == moment)
    }

    /// Whether it can be begun on a day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.in_force.as_ref().is_none_or(|time| time.covers(day))
    }

    /// The day after the last on which it could be begun, where that is over.
    pub fn ended_before(&self, day: Date) -> Option<Date> {
        let last = self.in_force.as_ref()?.until?;
        (last < day).then(|| last.add_days(1))
    }

    /// Whether its filings take effect as they come in, with nobody to decide on them.
    pub fn is_automatic(&self) -> bool {
        self.steps.iter().any(|step| step.automatic)
    }

    /// A pack with nothing in it but its id.
    pub fn empty(id: &str) -> Pack {
        Pack {
            id: id.to_string(),
            title: Text::default(),
            summary: Text::default(),
            words: None,
            subject: Subject::Entity,
            audience: Vec::new(),
            events: Vec::new(),
            in_force: None,
            requirements: Vec::new(),
            start: Text::default(),
            kinds: Vec::new(),
            nothing: Vec::new(),
            correctable: false,
            late: None,
            form: Form::default(),
            declaration: Text::default(),
            signers: Vec::new(),
            materials: Vec::new(),
            steps: Vec::new(),
            limits: Vec::new(),
            fees: Vec::new(),
            extension: None,
            effects: Vec::new(),
            documents: Vec::new(),
            guide: Guide::default(),
            examples: Vec::new(),
        }
    }
}

/// Whom a filing is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An entity of the register; the filer needs a mandate for it.
    Entity,
    /// Nobody yet: approval creates the entity, or keeps a name for it; the filer acts for themself.
    NewEntity,
    /// One of the filer's own name reservations.
    Name,
    /// Not filed online: there is only the guide.
    Guide,
}

/// The time in which a service can be begun, by law; both ends included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InForce {
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: String,
}

impl InForce {
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A condition for the service (办理条件), as its guide states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    pub id: String,
    pub title: Text,
    /// Over the facts and the answers of scenarios; `None`: the reader judges.
    pub when: Option<Expr>,
    pub source: String,
}

/// What befalls an entity that did not report before the window closed: a record, after a while.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Late {
    /// The kind of record entered on the entity.
    pub record: String,
    pub title: Text,
    /// Why, as the record says it.
    pub reason: Text,
    pub reason_label: Text,
    pub office_label: Text,
    /// So long after the window's end.
    pub after: u32,
    pub unit: Unit,
    pub source: String,
}

/// A kind of report: which entities file it for which years, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportKind {
    pub id: String,
    pub title: Text,
    /// Over the facts `entity.type`, `entity.group`, `entity.established`, `report.year`.
    pub when: Expr,
    /// The window in the year after the reported one: from and until, month and day, both included.
    pub opens: (u8, u8),
    pub closes: (u8, u8),
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NothingToFile {
    pub id: String,
    pub when: Expr,
    pub reason: Text,
    pub source: String,
}

/// Who signs, each on the frozen content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signers {
    pub id: String,
    pub title: Text,
    /// A person field, or a table whose rows hold `name` and `id_no` fields (paths within a row).
    pub from: String,
    /// Paths (within the row for a table) of the signer's name and identity number.
    pub name: String,
    pub id_no: String,
    pub when: Option<Expr>,
    pub source: String,
}

/// Something to hand in: an attachment field of the form, and what the guide says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Material {
    pub id: String,
    pub title: Text,
    pub note: Option<Text>,
    /// The attachment field that takes it, when it is handed in online.
    pub field: Option<String>,
    pub form: MaterialForm,
    pub copies: u8,
    pub when: Option<Expr>,
    /// `when` as people read it: "family businesses". There where `when` is, and in guides without a form.
    pub case: Option<Text>,
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MaterialForm {
    Original,
    Copy,
    Online,
}

/// One step of an office's work on a case, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub id: String,
    pub title: Text,
    /// The duty an officer needs for it.
    pub duty: String,
    pub acts: Vec<StepAct>,
    /// The hall approves by itself when the filing comes in; no officer sees it first.
    #[serde(default)]
    pub automatic: bool,
    /// Someone else than who did this earlier step.
    pub not_by: Option<String>,
    /// Applicants read this while the case is here.
    pub applicant_text: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepAct {
    /// The case goes on to the next step.
    Pass,
    /// Remarks on fields, all at once; the applicant corrects and submits again.
    Return,
    /// The end, with reasons and rights.
    Refuse,
    /// The end: takes effect in the register.
    Approve,
}

/// A limit of law, or one the office promises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeLimit {
    pub id: String,
    pub title: Text,
    /// A step's id, or `case` for the whole.
    pub covers: String,
    pub promised: bool,
    pub amount: u32,
    pub unit: Unit,
    /// The office may prolong it once, with a reason, by so many of the same unit.
    pub prolong_by: Option<u32>,
    /// A filing that nothing was said about when this runs out counts as accepted.
    pub lapse: bool,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    WorkingDays,
    CalendarDays,
    Months,
}

/// A fee in yuan, by the filing's date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fee {
    pub id: String,
    pub title: Text,
    pub amount: Decimal,
    /// Gives the amount in place of `amount`, rounded to cents.
    #[serde(default)]
    pub value: Option<Expr>,
    pub when: Option<Expr>,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: String,
}

/// A later end of the window that may be asked for inside it, with a reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Extension {
    pub days: u32,
    /// Ids of the kinds of report it is for; empty: every kind.
    #[serde(default)]
    pub kinds: Vec<String>,
    pub source: String,
}

/// A document the hall issues, from a text with `{names}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentTemplate {
    pub id: String,
    pub title: Text,
    /// What issues it.
    pub on: DocumentMoment,
    /// Paragraphs; `{entity.name}`, `{case.number}`, `{date}` and form fields are filled in.
    pub body: Text,
    /// A licence is also listed on the entity's public page.
    pub licence: bool,
    /// Once it is issued, no earlier licence of the entity counts any more.
    #[serde(default)]
    pub replaces: bool,
}

/// The public page of a service: fifteen headings (G1), each Markdown, `None` where not yet stated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    pub sections: Vec<GuideSection>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuideSection {
    pub heading: String,
    pub zh: Option<String>,
    pub en: Option<String>,
}

/// A worked example: a situation and what must come of it; run as a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The file's name.
    pub id: String,
    pub title: String,
    pub date: Date,
    /// Facts and answers, by name.
    pub given: Vec<(String, String)>,
    pub expect: Expect,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Expect {
    /// The kind of report, or `nothing`.
    pub kind: Option<String>,
    /// Pages asked, in order.
    pub pages: Option<Vec<String>>,
    pub materials: Option<Vec<String>>,
    /// Fee in yuan.
    pub fee: Option<Decimal>,
    pub due: Option<Date>,
    /// Whether the date lies in the window of the kind of report.
    #[serde(default)]
    pub open: Option<bool>,
    /// Ids of checks that fail, and paths of fields that are wrong.
    pub errors: Option<Vec<String>>,
    /// The reason for which there is nothing to file.
    #[serde(default)]
    pub refused: Option<String>,
}
