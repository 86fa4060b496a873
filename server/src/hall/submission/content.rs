//! The content of a submission, frozen at one moment.

use crate::digest::sha256_hex;
use crate::hall::draft::OpenDraft;
use crate::hall::{HallError, Result};
use domain::answers::Answers;
use domain::date::Instant;
use domain::expr::Facts;
use serde::{Deserialize, Serialize};

/// What somebody declares when handing in. It is not called an electronic signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// Of the account; what a caller says here is not believed.
    pub name: String,
    /// In which capacity: legal representative, agent, operator …
    pub capacity: String,
    pub agreed: bool,
}

/// An attachment as it was when the content was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFile {
    pub id: String,
    pub path: String,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
}

/// Everything that is handed in, and what its hash covers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    pub service: String,
    pub version: i64,
    pub kind: Option<String>,
    pub year: Option<i64>,
    pub entity: Option<String>,
    /// Relevant answers only, normalised, with computed ones.
    pub answers: Answers,
    /// What the register and the hall said when it was filled in.
    pub facts: Facts,
    pub files: Vec<FrozenFile>,
    pub declaration: Declaration,
    pub at: Instant,
}

impl Content {
    pub fn freeze(open: &OpenDraft, declaration: Declaration, at: Instant) -> Content {
        let answers = open.review.submission();
        let held = |path: &str, id: &str| {
            answers
                .get(path)
                .is_some_and(|ids| ids.split(',').any(|one| one == id))
        };
        let files = open
            .attachments
            .iter()
            .filter(|file| held(&file.path, &file.id))
            .map(|file| FrozenFile {
                id: file.id.clone(),
                path: file.path.clone(),
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                size: file.size,
                sha256: file.sha256.clone(),
            })
            .collect();
        Content {
            service: open.draft.service.clone(),
            version: open.draft.version,
            kind: open.draft.kind.clone(),
            year: open.draft.year,
            entity: open.draft.entity.clone(),
            answers,
            facts: open.facts.clone(),
            files,
            declaration,
            at,
        }
    }

    /// One text for equal content: keys are in order, numbers are texts.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn hash(&self) -> String {
        sha256_hex(self.to_text().as_bytes())
    }

    pub fn read(body: &str) -> Result<Content> {
        serde_json::from_str(body).map_err(|error| HallError::Inconsistent(format!("a submission: {error}")))
    }
}
