//! Drafts and the versions of their forms: which are in progress, and what moved.

use super::{Draft, Result, StoreError, Tx};
use domain::answers::Answers;
use domain::date::Instant;
use std::collections::BTreeMap;

/// A draft that moved to a newer version of its form.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftMove {
    pub from: i64,
    pub to: i64,
    /// Every answer as it was.
    pub answers: Answers,
    /// The answers the new form has no place for.
    pub dropped: Answers,
    pub at: Instant,
    pub account: String,
}

/// Drafts of one version that are in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftCount {
    pub version: i64,
    /// Being filled in for the first time: these move to a newer version.
    pub open: i64,
    /// Waiting for signatures; the content is frozen.
    pub signing: i64,
    /// Corrections of a case, which keeps its version.
    pub corrections: i64,
}

fn text(answers: &Answers) -> Result<String> {
    serde_json::to_string(answers).map_err(|error| StoreError::BrokenRow(format!("answers: {error}")))
}

fn answers(draft: &str, text: &str) -> Result<Answers> {
    serde_json::from_str(text)
        .map_err(|error| StoreError::BrokenRow(format!("draft_move of {draft}: {error}")))
}

impl Tx {
    /// How many drafts of a service are in progress, by version, newest first.
    pub async fn count_drafts(&mut self, service: &str) -> Result<Vec<DraftCount>> {
        let rows: Vec<(i64, String, i64, i64)> = sqlx::query_as(
            "SELECT version, state, COUNT(*), COUNT(case_id) FROM draft
             WHERE service = $1 AND state IN ('open', 'signing') GROUP BY version, state",
        )
        .bind(service)
        .fetch_all(&mut *self.inner)
        .await?;
        let mut counts: BTreeMap<i64, DraftCount> = BTreeMap::new();
        for (version, state, all, corrections) in rows {
            let count = counts.entry(version).or_insert(DraftCount {
                version,
                open: 0,
                signing: 0,
                corrections: 0,
            });
            count.corrections += corrections;
            match state.as_str() {
                "open" => count.open += all - corrections,
                _ => count.signing += all - corrections,
            }
        }
        Ok(counts.into_values().rev().collect())
    }

    /// Drafts of a service that are filled in for the first time, with their answers, worked on last first;
    /// `most` of them at most.
    pub async fn open_drafts_of_service(
        &mut self,
        service: &str,
        most: i64,
    ) -> Result<Vec<(Draft, Answers)>> {
        let drafts = self.newest_open_drafts(service, most).await?;
        let rows: Vec<(String, String, String)> = sqlx::query_as(
            "SELECT a.draft, a.path, a.raw FROM draft_answer a WHERE a.draft IN (SELECT id FROM draft
             WHERE service = $1 AND state = 'open' AND case_id IS NULL ORDER BY updated_at DESC, id LIMIT $2)",
        )
        .bind(service)
        .bind(most)
        .fetch_all(&mut *self.inner)
        .await?;
        let mut by_draft: BTreeMap<String, Answers> = BTreeMap::new();
        for (draft, path, raw) in rows {
            by_draft.entry(draft).or_default().set(path, raw);
        }
        Ok(drafts
            .into_iter()
            .map(|draft| {
                let answers = by_draft.remove(&draft.id).unwrap_or_default();
                (draft, answers)
            })
            .collect())
    }

    pub async fn add_draft_move(&mut self, draft: &str, moved: &DraftMove) -> Result<()> {
        sqlx::query(
            "INSERT INTO draft_move (draft, from_version, to_version, answers, dropped, at, account)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(draft)
        .bind(moved.from)
        .bind(moved.to)
        .bind(text(&moved.answers)?)
        .bind(text(&moved.dropped)?)
        .bind(moved.at.micros())
        .bind(&moved.account)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Every move of a draft, the last first.
    pub async fn draft_moves(&mut self, draft: &str) -> Result<Vec<DraftMove>> {
        let rows: Vec<(i64, i64, String, String, i64, String)> = sqlx::query_as(
            "SELECT from_version, to_version, answers, dropped, at, account FROM draft_move
             WHERE draft = $1 ORDER BY to_version DESC",
        )
        .bind(draft)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|(from, to, all, dropped, at, account)| {
                Ok(DraftMove {
                    from,
                    to,
                    answers: answers(draft, &all)?,
                    dropped: answers(draft, &dropped)?,
                    at: Instant::from_micros(at),
                    account,
                })
            })
            .collect()
    }
}
