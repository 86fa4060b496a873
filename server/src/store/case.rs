//! `Case` (办件): events are the truth, append-only and chained; `case_file` is their projection.

use super::{Result, StoreError, Tx};
use crate::digest::sha256_hex;
use domain::case::{Event, Status};
use domain::date::{Date, Instant};

/// A row of the projection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    pub id: String,
    /// The receipt number (受理号).
    pub number: String,
    pub query_code_hash: String,
    pub draft: String,
    pub service: String,
    pub version: i64,
    pub kind: Option<String>,
    pub year: Option<i64>,
    pub entity: Option<String>,
    /// The entity's name, or the name applied for.
    pub subject_name: String,
    pub office: String,
    pub owner: String,
    pub status: Status,
    pub step: Option<String>,
    pub claimed_by: Option<String>,
    pub claimed_at: Option<Instant>,
    pub submitted_at: Instant,
    pub due: Option<Date>,
    pub decided_at: Option<Instant>,
    pub seq: i64,
    pub head_hash: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    number: String,
    query_code_hash: String,
    draft: String,
    service: String,
    version: i64,
    kind: Option<String>,
    year: Option<i64>,
    entity: Option<String>,
    subject_name: String,
    office: String,
    owner: String,
    status: String,
    step: Option<String>,
    claimed_by: Option<String>,
    claimed_at: Option<i64>,
    submitted_at: i64,
    due: Option<String>,
    decided_at: Option<i64>,
    seq: i64,
    head_hash: String,
}

impl TryFrom<Row> for CaseFile {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<CaseFile> {
        let broken = |what: &str| StoreError::BrokenRow(format!("case_file {}: {what}", row.id));
        let status = Status::from_id(&row.status).ok_or_else(|| broken("status"))?;
        let due = match &row.due {
            Some(text) => Some(Date::parse(text).ok_or_else(|| broken("due"))?),
            None => None,
        };
        Ok(CaseFile {
            status,
            due,
            id: row.id,
            number: row.number,
            query_code_hash: row.query_code_hash,
            draft: row.draft,
            service: row.service,
            version: row.version,
            kind: row.kind,
            year: row.year,
            entity: row.entity,
            subject_name: row.subject_name,
            office: row.office,
            owner: row.owner,
            step: row.step,
            claimed_by: row.claimed_by,
            claimed_at: row.claimed_at.map(Instant::from_micros),
            submitted_at: Instant::from_micros(row.submitted_at),
            decided_at: row.decided_at.map(Instant::from_micros),
            seq: row.seq,
            head_hash: row.head_hash,
        })
    }
}

/// What was frozen when a filing was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionRow {
    pub number: i64,
    /// JSON of the frozen content.
    pub body: String,
    pub hash: String,
    pub at: Instant,
    pub account: String,
}

const BY_ID: &str = "SELECT * FROM case_file WHERE id = $1";
const BY_NUMBER: &str = "SELECT * FROM case_file WHERE number = $1";
const BY_DRAFT: &str = "SELECT * FROM case_file WHERE draft = $1";
const OF_OWNER: &str = "SELECT * FROM case_file WHERE owner = $1 ORDER BY submitted_at DESC LIMIT 200";
const OF_ENTITY: &str = "SELECT * FROM case_file WHERE entity = $1 ORDER BY submitted_at DESC LIMIT 200";
const OPEN_FOR_REPORT: &str = "SELECT * FROM case_file WHERE entity = $1 AND service = $2 AND year = $3
     AND status IN ('submitted', 'under-review', 'correction', 'approved') ORDER BY submitted_at LIMIT 200";
const APPROVED_REPORTS: &str = "SELECT * FROM case_file WHERE entity = $1 AND status = 'approved'
     AND year IS NOT NULL ORDER BY year DESC, service, submitted_at, id LIMIT 500";
const LAST_OF_REPORT: &str = "SELECT * FROM case_file WHERE entity = $1 AND service = $2 AND year < $3
     AND status = 'approved' ORDER BY year DESC, submitted_at DESC LIMIT 1";
/// Offices below one another share the first characters of their codes; the list is exact.
const QUEUE: &str = "SELECT * FROM case_file WHERE office = $1 AND status IN ('submitted', 'under-review')
     ORDER BY COALESCE(due, '9999'), submitted_at LIMIT 500";
const DESK: &str =
    "SELECT * FROM case_file WHERE office = $1 AND status = $2 ORDER BY submitted_at DESC LIMIT 500";
const DUE_BEFORE: &str = "SELECT * FROM case_file WHERE status = $1 AND due < $2 ORDER BY due LIMIT 500";
const CLAIMED_BEFORE: &str =
    "SELECT * FROM case_file WHERE claimed_by IS NOT NULL AND claimed_at < $1 LIMIT 500";

/// `$1` is the account, `$2` today.
const FOLLOWED: &str = "((owner = $1 AND entity IS NULL) OR entity IN (SELECT m.entity FROM mandate m
     WHERE m.account = $1 AND m.revoked_at IS NULL AND (m.until IS NULL OR m.until >= $2)))";

impl Tx {
    pub async fn case_file(&mut self, id: &str) -> Result<Option<CaseFile>> {
        self.one_case(BY_ID, id).await
    }

    pub async fn case_by_number(&mut self, number: &str) -> Result<Option<CaseFile>> {
        self.one_case(BY_NUMBER, number).await
    }

    pub async fn case_of_draft(&mut self, draft: &str) -> Result<Option<CaseFile>> {
        self.one_case(BY_DRAFT, draft).await
    }

    async fn one_case(&mut self, sql: &'static str, key: &str) -> Result<Option<CaseFile>> {
        let row: Option<Row> = sqlx::query_as(sql)
            .bind(key)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(CaseFile::try_from).transpose()
    }

    /// Loads a case and keeps other writers out of it until this transaction ends.
    pub async fn lock_case(&mut self, id: &str) -> Result<Option<CaseFile>> {
        sqlx::query("UPDATE case_file SET seq = seq WHERE id = $1")
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        self.case_file(id).await
    }

    pub async fn cases_of_owner(&mut self, account: &str) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(OF_OWNER).bind(account)).await
    }

    /// Cases of reports of these entities on one year, newest first.
    pub async fn reports_of(&mut self, entities: &[String], year: i64) -> Result<Vec<CaseFile>> {
        if entities.is_empty() {
            return Ok(Vec::new());
        }
        let list = super::list(entities.len(), 2);
        let sql = format!(
            "SELECT * FROM case_file WHERE year = $1 AND entity IN ({list}) ORDER BY submitted_at DESC"
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(year);
        for entity in entities {
            query = query.bind(entity.as_str());
        }
        self.cases(query).await
    }

    /// A page of the cases an account follows: its own, and those of the entities it holds a mandate for
    /// today, newest first.
    pub async fn followed_cases(
        &mut self,
        account: &str,
        today: Date,
        offset: i64,
        most: i64,
    ) -> Result<Vec<CaseFile>> {
        let sql = format!(
            "SELECT * FROM case_file WHERE {FOLLOWED} ORDER BY submitted_at DESC, id LIMIT $3 OFFSET $4"
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(account)
            .bind(today.to_string())
            .bind(most)
            .bind(offset);
        self.cases(query).await
    }

    /// How many cases [`Tx::followed_cases`] has on all pages.
    pub async fn count_followed_cases(&mut self, account: &str, today: Date) -> Result<i64> {
        let sql = format!("SELECT COUNT(*) FROM case_file WHERE {FOLLOWED}");
        let (count,): (i64,) = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(account)
            .bind(today.to_string())
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(count)
    }

    pub async fn cases_of_entity(&mut self, entity: &str) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(OF_ENTITY).bind(entity)).await
    }

    /// Filings of the same report that are not withdrawn or refused.
    pub async fn live_cases_of_report(
        &mut self,
        entity: &str,
        service: &str,
        year: i64,
    ) -> Result<Vec<CaseFile>> {
        self.cases(
            sqlx::query_as(OPEN_FOR_REPORT)
                .bind(entity)
                .bind(service)
                .bind(year),
        )
        .await
    }

    /// The yearly reports of an entity that were approved, newest year first; those on one year in the order
    /// they came.
    pub async fn approved_reports(&mut self, entity: &str) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(APPROVED_REPORTS).bind(entity)).await
    }

    /// The newest approved report of an earlier year, to copy answers from.
    pub async fn last_report(
        &mut self,
        entity: &str,
        service: &str,
        before: i64,
    ) -> Result<Option<CaseFile>> {
        let mut rows = self
            .cases(
                sqlx::query_as(LAST_OF_REPORT)
                    .bind(entity)
                    .bind(service)
                    .bind(before),
            )
            .await?;
        Ok(rows.pop())
    }

    /// What waits at one office, most urgent first.
    pub async fn queue(&mut self, office: &str) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(QUEUE).bind(office)).await
    }

    pub async fn cases_at(&mut self, office: &str, status: Status) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(DESK).bind(office).bind(status.id()))
            .await
    }

    /// Cases taken before this moment and still held.
    pub async fn cases_claimed_before(&mut self, at: Instant) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(CLAIMED_BEFORE).bind(at.micros())).await
    }

    /// Cases of one status whose day is past.
    pub async fn cases_due_before(&mut self, status: Status, day: Date) -> Result<Vec<CaseFile>> {
        self.cases(sqlx::query_as(DUE_BEFORE).bind(status.id()).bind(day.to_string()))
            .await
    }

    async fn cases<'q>(
        &mut self,
        query: sqlx::query::QueryAs<'q, sqlx::Any, Row, sqlx::any::AnyArguments>,
    ) -> Result<Vec<CaseFile>> {
        let rows: Vec<Row> = query.fetch_all(&mut *self.inner).await?;
        rows.into_iter().map(CaseFile::try_from).collect()
    }

    pub async fn add_case_file(&mut self, case: &CaseFile) -> Result<()> {
        sqlx::query(
            "INSERT INTO case_file (id, number, query_code_hash, draft, service, version, kind, year, entity, subject_name,
               office, owner, status, step, claimed_by, claimed_at, submitted_at, due, decided_at, seq, head_hash)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
        )
        .bind(&case.id)
        .bind(&case.number)
        .bind(&case.query_code_hash)
        .bind(&case.draft)
        .bind(&case.service)
        .bind(case.version)
        .bind(&case.kind)
        .bind(case.year)
        .bind(&case.entity)
        .bind(&case.subject_name)
        .bind(&case.office)
        .bind(&case.owner)
        .bind(case.status.id())
        .bind(&case.step)
        .bind(&case.claimed_by)
        .bind(case.claimed_at.map(Instant::micros))
        .bind(case.submitted_at.micros())
        .bind(case.due.map(|due| due.to_string()))
        .bind(case.decided_at.map(Instant::micros))
        .bind(case.seq)
        .bind(&case.head_hash)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Adds an event to the chain and writes the projection the caller has brought up to date.
    pub async fn add_event(&mut self, case: &mut CaseFile, event: &Event) -> Result<()> {
        let body = serde_json::to_string(event).map_err(|error| StoreError::BrokenRow(error.to_string()))?;
        let hash = event_hash(&case.id, case.seq + 1, &body, &case.head_hash);
        sqlx::query("INSERT INTO case_event (case_id, seq, at, body, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(&case.id)
            .bind(case.seq + 1)
            .bind(event.at.micros())
            .bind(&body)
            .bind(&case.head_hash)
            .bind(&hash)
            .execute(&mut *self.inner)
            .await?;
        case.seq += 1;
        case.head_hash = hash;
        sqlx::query(
            "UPDATE case_file SET status = $2, step = $3, claimed_by = $4, claimed_at = $5, due = $6, decided_at = $7,
               seq = $8, head_hash = $9, query_code_hash = $10, entity = $11 WHERE id = $1",
        )
        .bind(&case.id)
        .bind(case.status.id())
        .bind(&case.step)
        .bind(&case.claimed_by)
        .bind(case.claimed_at.map(Instant::micros))
        .bind(case.due.map(|due| due.to_string()))
        .bind(case.decided_at.map(Instant::micros))
        .bind(case.seq)
        .bind(&case.head_hash)
        .bind(&case.query_code_hash)
        .bind(&case.entity)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// All events of a case in order; a chain that does not hold is refused.
    pub async fn events(&mut self, case_id: &str) -> Result<Vec<Event>> {
        let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
            "SELECT seq, body, prev_hash, hash FROM case_event WHERE case_id = $1 ORDER BY seq",
        )
        .bind(case_id)
        .fetch_all(&mut *self.inner)
        .await?;
        let mut events = Vec::with_capacity(rows.len());
        let mut head = String::new();
        for (position, (seq, body, prev, hash)) in rows.into_iter().enumerate() {
            let sound =
                seq == position as i64 + 1 && prev == head && hash == event_hash(case_id, seq, &body, &prev);
            if !sound {
                return Err(StoreError::BrokenRow(format!(
                    "case_event {case_id} {seq}: the chain does not hold"
                )));
            }
            let event = serde_json::from_str(&body)
                .map_err(|error| StoreError::BrokenRow(format!("case_event {case_id} {seq}: {error}")))?;
            events.push(event);
            head = hash;
        }
        Ok(events)
    }

    pub async fn add_submission(&mut self, case_id: &str, submission: &SubmissionRow) -> Result<()> {
        sqlx::query("INSERT INTO submission (case_id, number, body, hash, at, account) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(case_id)
            .bind(submission.number)
            .bind(&submission.body)
            .bind(&submission.hash)
            .bind(submission.at.micros())
            .bind(&submission.account)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    pub async fn count_submissions(&mut self, case_id: &str) -> Result<i64> {
        let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM submission WHERE case_id = $1")
            .bind(case_id)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(count)
    }

    /// Every submission of a case, first to last.
    pub async fn submissions(&mut self, case_id: &str) -> Result<Vec<SubmissionRow>> {
        let rows: Vec<(i64, String, String, i64, String)> = sqlx::query_as(
            "SELECT number, body, hash, at, account FROM submission WHERE case_id = $1 ORDER BY number",
        )
        .bind(case_id)
        .fetch_all(&mut *self.inner)
        .await?;
        let submission = |(number, body, hash, at, account)| SubmissionRow {
            number,
            body,
            hash,
            at: Instant::from_micros(at),
            account,
        };
        Ok(rows.into_iter().map(submission).collect())
    }
}

fn event_hash(case_id: &str, seq: i64, body: &str, prev: &str) -> String {
    sha256_hex(
        serde_json::json!([case_id, seq, body, prev])
            .to_string()
            .as_bytes(),
    )
}
