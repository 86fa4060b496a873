//! What people find in their inbox: facts, put into words when shown.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// One message. Numbers are receipt numbers; names are those of services, entities and documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "kebab-case")]
pub enum Message {
    CaseSubmitted {
        number: String,
        service: Text,
    },
    CaseAccepted {
        number: String,
        service: Text,
    },
    CaseReturned {
        number: String,
        service: Text,
        remarks: u32,
    },
    CaseApproved {
        number: String,
        service: Text,
    },
    CaseRefused {
        number: String,
        service: Text,
    },
    CaseWithdrawn {
        number: String,
        service: Text,
    },
    SignatureAsked {
        draft: String,
        service: Text,
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
}
