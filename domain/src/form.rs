//! `Form` (表单): pages, fields, conditions and checks of a filing, as a pack defines them.
//!
//! A form is data. What it means for a set of [`Answers`](crate::answers::Answers) is worked out by
//! `form::review`, the same code in the browser and on the server.

mod check_field;
mod draft;
pub mod error;
pub mod path;
mod published;
mod review;
#[cfg(test)]
pub(crate) mod samples;
mod settled;
#[cfg(test)]
mod tests;
mod value;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::decimal::Decimal;
use crate::expr::Expr;
use crate::text::Text;

pub use check_field::{PAPERS, check_field, offered};
pub use draft::{Rebased, carry_over, prefill, prefill_rows, rebase, reread_locked, take_over};
pub use error::{CODES, FieldError};
pub use path::{field_at, question_paths};
pub use published::published;
pub use review::{PageReview, PageState, Review, review, review_in};
#[cfg(feature = "source")]
pub(crate) use settled::takes_carried;
pub use settled::{Settled, carry_in};
pub use value::{ADDRESS_PARTS, NoDate, PERSON_PARTS, read_date};

/// Everything that is asked for one service, in page order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub pages: Vec<Page>,
    /// Named conditions, reusable as `@name`.
    pub conditions: BTreeMap<String, Expr>,
    /// Checks across fields, each with its own message and place.
    pub checks: Vec<Check>,
}

/// One page of a form: what one screen asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Last part of the page's address; lower case letters, digits and hyphens.
    pub id: String,
    pub title: Text,
    pub intro: Option<Text>,
    /// The page is asked only while this holds.
    pub when: Option<Expr>,
    pub fields: Vec<Field>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Lower case letters, digits and underscores; unique in its form, or in its table.
    pub id: String,
    pub label: Text,
    pub hint: Option<Text>,
    /// Heading of the group of fields that begins with this one.
    pub section: Option<Text>,
    pub kind: Kind,
    pub required: bool,
    /// Relevant only while this holds. An irrelevant answer stays in the draft, dormant.
    pub when: Option<Expr>,
    /// Where the first value comes from, such as `entity.name`, `account.name` or `ask.place`.
    pub prefill: Option<String>,
    /// The value comes from `prefill` and cannot be typed over.
    pub locked: bool,
    /// Last year's answer is copied in when a new draft is begun.
    pub carry: bool,
    /// A column in which no two rows of a table may say the same.
    #[serde(default)]
    pub unique: bool,
    /// Published with the report while this holds; `None`: never.
    #[serde(default)]
    pub public: Option<Expr>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// `max` characters; `lines` asks with several lines.
    Text {
        max: u32,
        lines: bool,
    },
    Integer {
        min: Option<i64>,
        max: Option<i64>,
    },
    /// `digits` before the point at most, `scale` after it at most.
    Decimal {
        digits: u32,
        scale: u8,
        unit: Text,
        min: Option<Decimal>,
        max: Option<Decimal>,
    },
    Money {
        digits: u32,
        scale: u8,
        unit: Text,
        min: Option<Decimal>,
        max: Option<Decimal>,
    },
    /// Bounds are expressions giving dates, such as `filing.date`.
    Date {
        min: Option<Expr>,
        max: Option<Expr>,
    },
    Year {
        min: i32,
        max: i32,
    },
    YesNo,
    Choice {
        options: Vec<Choice>,
    },
    MultiChoice {
        options: Vec<Choice>,
    },
    /// A code of a code table; `within` limits it to codes beginning so.
    Code {
        table: CodeTable,
        within: Option<String>,
    },
    Identifier {
        of: Identifier,
    },
    /// Parts `region` (county-level code), `town`, `village`, `house`; 100 characters in all.
    Address,
    /// Parts `name`, `id_type` (one of [`PAPERS`]), `id_no`, `tel`.
    Person,
    /// Files, kept as attachments; at most `max` of them.
    Attachment {
        max: u32,
    },
    /// Each of the people named by `signers` signs the frozen content (see `Pack::signers`).
    Signature,
    /// A table whose rows each answer `fields`.
    Rows {
        fields: Vec<Field>,
        min: u32,
        max: u32,
        row: Text,
    },
    /// Worked out from other answers, never typed.
    Computed {
        value: Expr,
        scale: u8,
        unit: Text,
    },
    /// Shows the register's value (of `prefill`) and asks "as registered?": yes or no.
    Confirm,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub label: Text,
    /// Offered only while this holds.
    pub when: Option<Expr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeTable {
    Region,
    Industry,
    EntityType,
    Office,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Identifier {
    Uscc,
    Regno,
    Orgcode,
    /// Resident identity number.
    ResidentId,
    /// Unified social credit code or 15-digit registration number.
    EntityCode,
    Mobile,
    Phone,
    Postcode,
    Email,
    Url,
}

/// A check across fields: must hold, else `message` stands at `at`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    pub id: String,
    /// Applied only while this holds.
    pub when: Option<Expr>,
    pub must: Expr,
    /// The field (path) the message stands at.
    pub at: String,
    pub message: Text,
    /// A warning is shown but does not stop a submission.
    pub warning: bool,
    /// Statute and article, `unverified`, or `house rule`.
    pub source: String,
}
