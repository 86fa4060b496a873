//! What people find in their inbox: facts, put into words when shown.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::text::Text;

/// One message. Numbers are receipt numbers; names are those of services, entities and documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "kebab-case")]
pub enum Message {
    /// Something happened to a case; `subject` is the name of whom it is about.
    Case {
        number: String,
        service: Text,
        subject: String,
        news: News,
    },
    SignatureAsked {
        draft: String,
        service: Text,
        /// The name of whom the filing is about.
        #[serde(default)]
        subject: String,
        by: String,
    },
    ExtensionGranted {
        entity: String,
        year: i64,
        until: String,
    },
    ExtensionRefused {
        entity: String,
        year: i64,
        reason: String,
    },
    IdentityConfirmed,
    PasswordReset,
    /// The reader may act for this entity now; `by` is who granted it, or the office.
    MandateGranted {
        entity: String,
        by: String,
    },
    /// Somebody else may act for an entity of the reader's now.
    MandateTaken {
        entity: String,
        holder: String,
    },
    /// The reader may no longer act for this entity.
    MandateRevoked {
        entity: String,
    },
    QueryCodeRenewed {
        number: String,
    },
    /// An entity of the reader's was listed as abnormal; `document` is the decision's number.
    ListedAbnormal {
        entity: String,
        reason: Text,
        document: String,
    },
    /// Somebody objects to what a record of an entity of the reader's announces.
    ObjectionMade {
        entity: String,
        /// Code of the entity, whose public page shows the objection.
        code: String,
        record: Text,
        by: String,
    },
    /// The office answered an objection: to an entity of the reader's, or the reader's own.
    ObjectionAnswered {
        entity: String,
        /// Code of the entity, whose public page shows the answer.
        code: String,
        record: Text,
        own: bool,
    },
}

/// What happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    Submitted,
    Accepted,
    Returned {
        remarks: u32,
    },
    Approved,
    /// It took effect on being handed in.
    InEffect,
    Refused,
    Withdrawn,
    /// The approval was taken back.
    Annulled,
    /// The office takes longer: until when, and why.
    Prolonged {
        until: Date,
        reason: String,
    },
}
