//! `Draft` (草稿): mutable rows of raw answers, saved field by field.

use super::{Result, StoreError, Tx};
use domain::answers::Answers;
use domain::date::{Date, Instant};
use std::collections::BTreeMap;

/// A draft without its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub id: String,
    pub owner: String,
    pub service: String,
    pub version: i64,
    pub kind: Option<String>,
    pub year: Option<i64>,
    pub entity: Option<String>,
    /// JSON of the facts known when it was begun.
    pub facts: String,
    pub state: DraftState,
    /// The returned case it corrects.
    pub case_id: Option<String>,
    pub frozen: Option<String>,
    pub frozen_hash: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftState {
    Open,
    /// Frozen, waiting for signatures.
    Signing,
    Submitted,
    Discarded,
}

impl DraftState {
    pub fn id(self) -> &'static str {
        match self {
            DraftState::Open => "open",
            DraftState::Signing => "signing",
            DraftState::Submitted => "submitted",
            DraftState::Discarded => "discarded",
        }
    }

    fn from_id(id: &str) -> Result<DraftState> {
        [
            DraftState::Open,
            DraftState::Signing,
            DraftState::Submitted,
            DraftState::Discarded,
        ]
        .into_iter()
        .find(|state| state.id() == id)
        .ok_or_else(|| StoreError::BrokenRow(format!("draft state {id:?}")))
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    owner: String,
    service: String,
    version: i64,
    kind: Option<String>,
    year: Option<i64>,
    entity: Option<String>,
    facts: String,
    state: String,
    case_id: Option<String>,
    frozen: Option<String>,
    frozen_hash: Option<String>,
    created_at: i64,
    updated_at: i64,
}

impl TryFrom<Row> for Draft {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Draft> {
        Ok(Draft {
            id: row.id,
            owner: row.owner,
            service: row.service,
            version: row.version,
            kind: row.kind,
            year: row.year,
            entity: row.entity,
            facts: row.facts,
            state: DraftState::from_id(&row.state)?,
            case_id: row.case_id,
            frozen: row.frozen,
            frozen_hash: row.frozen_hash,
            created_at: Instant::from_micros(row.created_at),
            updated_at: Instant::from_micros(row.updated_at),
        })
    }
}

/// How saving one field ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    Done,
    /// Somebody else saved this field since; `now` is what stands there.
    Conflict {
        now: Option<String>,
    },
}

const BY_ID: &str = "SELECT * FROM draft WHERE id = $1";
const OF_OWNER: &str = "SELECT * FROM draft WHERE owner = $1 AND state IN ('open', 'signing') ORDER BY updated_at DESC LIMIT 200";
const OF_ENTITY: &str = "SELECT * FROM draft WHERE entity = $1 AND state IN ('open', 'signing') ORDER BY updated_at DESC LIMIT 200";
const TO_SIGN: &str = "SELECT d.* FROM draft d JOIN signer s ON s.draft = d.id
     WHERE s.id_no = $1 AND d.state = 'signing' AND NOT EXISTS (SELECT 1 FROM signature g
       WHERE g.draft = d.id AND g.signer = s.signer AND g.content_hash = d.frozen_hash)
     ORDER BY d.updated_at DESC LIMIT 200";

/// `$1` is the account, `$2` today.
const WORKABLE: &str = "SELECT * FROM draft WHERE state IN ('open', 'signing')
     AND ((owner = $1 AND entity IS NULL) OR entity IN (SELECT m.entity FROM mandate m
       WHERE m.account = $1 AND m.revoked_at IS NULL AND (m.until IS NULL OR m.until >= $2)))
     ORDER BY updated_at DESC LIMIT 100";

impl Tx {
    pub async fn draft(&mut self, id: &str) -> Result<Option<Draft>> {
        let row: Option<Row> = sqlx::query_as(BY_ID)
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(Draft::try_from).transpose()
    }

    /// The same, keeping other writers out of it until this transaction ends.
    pub async fn lock_draft(&mut self, id: &str) -> Result<Option<Draft>> {
        sqlx::query("UPDATE draft SET updated_at = updated_at WHERE id = $1")
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        self.draft(id).await
    }

    /// Drafts somebody began and has neither handed in nor discarded.
    pub async fn drafts_of_owner(&mut self, account: &str) -> Result<Vec<Draft>> {
        self.drafts(OF_OWNER, account).await
    }

    /// Drafts of reports of these entities on one year, worked on last first.
    pub async fn report_drafts_of(&mut self, entities: &[String], year: i64) -> Result<Vec<Draft>> {
        if entities.is_empty() {
            return Ok(Vec::new());
        }
        let list = super::list(entities.len(), 2);
        let sql = format!(
            "SELECT * FROM draft WHERE year = $1 AND state IN ('open', 'signing') AND entity IN ({list}) ORDER BY updated_at DESC"
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(year);
        for entity in entities {
            query = query.bind(entity.as_str());
        }
        let rows: Vec<Row> = query.fetch_all(&mut *self.inner).await?;
        rows.into_iter().map(Draft::try_from).collect()
    }

    /// Drafts an account may work on: its own, and those of the entities it holds a mandate for today,
    /// worked on last first; a hundred at most.
    pub async fn workable_drafts(&mut self, account: &str, today: Date) -> Result<Vec<Draft>> {
        let rows: Vec<Row> = sqlx::query_as(WORKABLE)
            .bind(account)
            .bind(today.to_string())
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter().map(Draft::try_from).collect()
    }

    pub async fn drafts_of_entity(&mut self, entity: &str) -> Result<Vec<Draft>> {
        self.drafts(OF_ENTITY, entity).await
    }

    /// Drafts that wait for the signature of whoever has this identity number.
    pub async fn drafts_to_sign(&mut self, id_no: &str) -> Result<Vec<Draft>> {
        self.drafts(TO_SIGN, id_no).await
    }

    /// Drafts of a service that are filled in for the first time, worked on last first.
    pub(super) async fn newest_open_drafts(&mut self, service: &str, most: i64) -> Result<Vec<Draft>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT * FROM draft WHERE service = $1 AND state = 'open' AND case_id IS NULL ORDER BY updated_at DESC, id LIMIT $2",
        )
        .bind(service)
        .bind(most)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter().map(Draft::try_from).collect()
    }

    async fn drafts(&mut self, sql: &'static str, key: &str) -> Result<Vec<Draft>> {
        let rows: Vec<Row> = sqlx::query_as(sql).bind(key).fetch_all(&mut *self.inner).await?;
        rows.into_iter().map(Draft::try_from).collect()
    }

    pub async fn add_draft(&mut self, draft: &Draft) -> Result<()> {
        sqlx::query(
            "INSERT INTO draft (id, owner, service, version, kind, year, entity, facts, state, case_id, frozen, frozen_hash, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(&draft.id)
        .bind(&draft.owner)
        .bind(&draft.service)
        .bind(draft.version)
        .bind(&draft.kind)
        .bind(draft.year)
        .bind(&draft.entity)
        .bind(&draft.facts)
        .bind(draft.state.id())
        .bind(&draft.case_id)
        .bind(&draft.frozen)
        .bind(&draft.frozen_hash)
        .bind(draft.created_at.micros())
        .bind(draft.updated_at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Writes what can change of a draft: state, case, frozen content, version, kind and facts.
    pub async fn save_draft(&mut self, draft: &Draft) -> Result<()> {
        sqlx::query(
            "UPDATE draft SET state = $2, case_id = $3, frozen = $4, frozen_hash = $5, updated_at = $6, version = $7, facts = $8, kind = $9 WHERE id = $1",
        )
        .bind(&draft.id)
        .bind(draft.state.id())
        .bind(&draft.case_id)
        .bind(&draft.frozen)
        .bind(&draft.frozen_hash)
        .bind(draft.updated_at.micros())
        .bind(draft.version)
        .bind(&draft.facts)
        .bind(&draft.kind)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    pub async fn draft_answers(&mut self, draft: &str) -> Result<Answers> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT path, raw FROM draft_answer WHERE draft = $1")
                .bind(draft)
                .fetch_all(&mut *self.inner)
                .await?;
        Ok(Answers(rows.into_iter().collect()))
    }

    /// When each answer was last saved.
    pub async fn answer_times(&mut self, draft: &str) -> Result<BTreeMap<String, Instant>> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT path, updated_at FROM draft_answer WHERE draft = $1")
                .bind(draft)
                .fetch_all(&mut *self.inner)
                .await?;
        Ok(rows
            .into_iter()
            .map(|(path, at)| (path, Instant::from_micros(at)))
            .collect())
    }

    /// Saves one answer whatever stood there.
    pub async fn put_answer(&mut self, draft: &str, path: &str, raw: &str, at: Instant) -> Result<()> {
        sqlx::query(
            "INSERT INTO draft_answer (draft, path, raw, updated_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (draft, path) DO UPDATE SET raw = excluded.raw, updated_at = excluded.updated_at",
        )
        .bind(draft)
        .bind(path)
        .bind(raw)
        .bind(at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Saves one answer if what stands there is what the writer saw (`None`: nothing), or already the new
    /// text. A difference on this field only is a conflict.
    pub async fn swap_answer(
        &mut self,
        draft: &str,
        path: &str,
        seen: Option<&str>,
        raw: &str,
        at: Instant,
    ) -> Result<Saved> {
        let now: Option<(String,)> =
            sqlx::query_as("SELECT raw FROM draft_answer WHERE draft = $1 AND path = $2")
                .bind(draft)
                .bind(path)
                .fetch_optional(&mut *self.inner)
                .await?;
        let now = now.map(|(raw,)| raw);
        let same = now.as_deref().unwrap_or_default() == seen.unwrap_or_default();
        if !same && now.as_deref() != Some(raw) {
            return Ok(Saved::Conflict { now });
        }
        self.put_answer(draft, path, raw, at).await?;
        Ok(Saved::Done)
    }

    pub async fn remove_answer(&mut self, draft: &str, path: &str) -> Result<()> {
        sqlx::query("DELETE FROM draft_answer WHERE draft = $1 AND path = $2")
            .bind(draft)
            .bind(path)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Marks when a draft was last worked on.
    pub async fn touch_draft(&mut self, draft: &str, at: Instant) -> Result<()> {
        sqlx::query("UPDATE draft SET updated_at = $2 WHERE id = $1")
            .bind(draft)
            .bind(at.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
