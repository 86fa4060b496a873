//! What a new version of a pack would do to drafts in progress.

use crate::hall::draft::{Moving, facts_of};
use crate::hall::{Hall, Result};
use crate::store::{DraftCount, Tx};
use domain::pack::Pack;
use std::collections::BTreeMap;

/// At most so many drafts are moved on trial, those worked on last (house rule).
const TRIED_MOST: i64 = 500;

/// What publishing would do. It names questions, never answers: those are nobody's business here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// Every draft in progress, by the version it is on.
    pub drafts: Vec<DraftCount>,
    /// Drafts that were moved on trial.
    pub tried: usize,
    /// Of these, how many keep every answer and are asked nothing new.
    pub untouched: usize,
    /// Of these, how many have nothing to file any more.
    pub nothing_to_file: usize,
    /// Questions whose answers would be set aside, and in how many of these drafts.
    pub dropped: BTreeMap<String, usize>,
    /// Questions that would be newly asked, and in how many of these drafts.
    pub newly_asked: BTreeMap<String, usize>,
}

impl Impact {
    /// Drafts that move, of all versions.
    pub fn moving(&self) -> i64 {
        self.drafts.iter().map(|count| count.open).sum()
    }
}

impl Hall {
    /// Moves the drafts in progress on trial. Nothing is written.
    pub(super) async fn impact(&self, tx: &mut Tx, pack: &Pack) -> Result<Impact> {
        let mut impact = Impact {
            drafts: tx.count_drafts(&pack.id).await?,
            ..Impact::default()
        };
        let today = self.clock.today();
        for (draft, answers) in tx.open_drafts_of_service(&pack.id, TRIED_MOST).await? {
            let old = self.pack_version(&draft.service, draft.version).await?;
            impact.tried += 1;
            let facts = facts_of(&draft, today)?;
            let Some(moving) = Moving::of(&draft, &old.pack, pack, &answers, &facts, None, today) else {
                impact.nothing_to_file += 1;
                continue;
            };
            let dropped = moving.dropped_questions();
            if dropped.is_empty() && moving.newly_asked.is_empty() {
                impact.untouched += 1;
            }
            for question in dropped {
                *impact.dropped.entry(question).or_default() += 1;
            }
            for question in moving.newly_asked {
                *impact.newly_asked.entry(question).or_default() += 1;
            }
        }
        Ok(impact)
    }
}
