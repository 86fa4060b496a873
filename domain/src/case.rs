//! `Case` (办件): one filing and everything that has happened to it.
//!
//! A case is its list of [`Event`]s, append-only and hash-chained. What state it is in is folded from
//! them by [`Case::from_events`]; nothing else may say so. The rules of who may do what next are here,
//! once, for every service: the pack's steps say which steps there are and what may be done at each.

mod act;
mod fold;
#[cfg(test)]
mod tests;

pub use act::{Act, CLAIM_IDLE_MICROS, Refusal};
pub use fold::{Case, Claim, StepDone};

use serde::{Deserialize, Serialize};

use crate::date::{Date, Instant};

/// Something that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: Instant,
    pub by: Actor,
    pub what: Happening,
}

/// Who made an event happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Actor {
    /// The account of a filer, or of an agent acting for one.
    Applicant { account: String },
    /// An officer; people outside see only the office.
    Officer { account: String, office: String },
    /// The hall itself: a time limit ran out, a claim was left idle.
    Hall,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Happening {
    /// Answers and attachments were frozen and handed in; `submission` counts from 1.
    Submitted {
        submission: u32,
        content_hash: String,
        on: Date,
    },
    /// An officer took the case; nobody else can decide it meanwhile.
    Taken,
    /// The officer gave it back, or the hall did because it lay idle.
    Released {
        idle: bool,
    },
    /// The office accepted the filing by letting a time limit for telling otherwise run out.
    AcceptedByLapse {
        step: String,
    },
    /// A step ended well; the case goes on to `next`.
    Passed {
        step: String,
        next: String,
        note: String,
        /// It was the first step: the filing is accepted (受理).
        first: bool,
    },
    /// Everything to be corrected, told at once.
    Returned {
        step: String,
        remarks: Vec<Remark>,
    },
    Refused {
        step: String,
        reasons: String,
    },
    /// Decided in the applicant's favour; the register changed in the same transaction.
    Approved {
        step: String,
        note: String,
        on: Date,
    },
    Withdrawn {
        reason: String,
    },
    /// What was approved is annulled (撤销); the register was put back in the same transaction.
    Annulled {
        reasons: String,
        on: Date,
    },
    /// The promised date moved, for a reason the law allows.
    Prolonged {
        until: Date,
        reason: String,
    },
    /// The hall issued a document of this number.
    Issued {
        document: String,
        number: String,
    },
    /// The counter gave the applicant a new query code.
    QueryCodeRenewed,
}

impl Happening {
    /// Stable name, for audit records and the catalogue.
    pub fn id(&self) -> &'static str {
        match self {
            Happening::Submitted { .. } => "submitted",
            Happening::Taken => "taken",
            Happening::Released { .. } => "released",
            Happening::AcceptedByLapse { .. } => "accepted-by-lapse",
            Happening::Passed { .. } => "passed",
            Happening::Returned { .. } => "returned",
            Happening::Refused { .. } => "refused",
            Happening::Approved { .. } => "approved",
            Happening::Withdrawn { .. } => "withdrawn",
            Happening::Annulled { .. } => "annulled",
            Happening::Prolonged { .. } => "prolonged",
            Happening::Issued { .. } => "issued",
            Happening::QueryCodeRenewed => "query-code-renewed",
        }
    }
}

/// One thing to correct: on a field, or on the whole (`path` empty).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    pub path: String,
    pub text: String,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// 待预审/待受理: handed in, at the first step.
    Submitted,
    /// 受理/审查: past the first step, not decided.
    UnderReview,
    /// 补正: back with the applicant.
    Correction,
    /// 核准.
    Approved,
    /// 驳回.
    Refused,
    /// 撤回.
    Withdrawn,
    /// 撤销: approved once, and annulled since.
    Annulled,
}

impl Status {
    pub const ALL: [Status; 7] = [
        Status::Submitted,
        Status::UnderReview,
        Status::Correction,
        Status::Approved,
        Status::Refused,
        Status::Withdrawn,
        Status::Annulled,
    ];

    /// As stored and in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Status::Submitted => "submitted",
            Status::UnderReview => "under-review",
            Status::Correction => "correction",
            Status::Approved => "approved",
            Status::Refused => "refused",
            Status::Withdrawn => "withdrawn",
            Status::Annulled => "annulled",
        }
    }

    pub fn from_id(id: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.id() == id)
    }

    /// The office has nothing more to do.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Status::Approved | Status::Refused | Status::Withdrawn | Status::Annulled
        )
    }

    /// An officer can act on it.
    pub fn is_with_office(self) -> bool {
        matches!(self, Status::Submitted | Status::UnderReview)
    }
}
