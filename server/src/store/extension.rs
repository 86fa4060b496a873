//! Extensions of a filing window, asked for by entities, and services kept open by an office.

use super::{Result, StoreError, Tx};
use domain::date::{Date, Instant};

/// A request to file later than the window allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtensionRequest {
    pub id: String,
    pub entity: String,
    pub service: String,
    pub year: i64,
    pub reason: String,
    pub asked_by: String,
    pub asked_at: Instant,
    pub office: String,
    /// The last day, if granted.
    pub until: Date,
    pub state: ExtensionState,
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionState {
    Asked,
    Granted,
    Refused,
}

impl ExtensionState {
    pub fn id(self) -> &'static str {
        match self {
            ExtensionState::Asked => "asked",
            ExtensionState::Granted => "granted",
            ExtensionState::Refused => "refused",
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    entity: String,
    service: String,
    year: i64,
    reason: String,
    asked_by: String,
    asked_at: i64,
    office: String,
    until: String,
    state: String,
    note: Option<String>,
}

impl TryFrom<Row> for ExtensionRequest {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<ExtensionRequest> {
        let broken = |what: &str| StoreError::BrokenRow(format!("extension {}: {what}", row.id));
        let state = [
            ExtensionState::Asked,
            ExtensionState::Granted,
            ExtensionState::Refused,
        ]
        .into_iter()
        .find(|state| state.id() == row.state)
        .ok_or_else(|| broken("state"))?;
        Ok(ExtensionRequest {
            state,
            until: Date::parse(&row.until).ok_or_else(|| broken("until"))?,
            id: row.id,
            entity: row.entity,
            service: row.service,
            year: row.year,
            reason: row.reason,
            asked_by: row.asked_by,
            asked_at: Instant::from_micros(row.asked_at),
            office: row.office,
            note: row.note,
        })
    }
}

/// An ended service that an office keeps open, with its reason; shown on the service's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOpen {
    pub id: String,
    pub office: String,
    pub service: String,
    pub year: i64,
    pub until: Date,
    pub reason: String,
    pub set_by: String,
    pub set_at: Instant,
}

#[derive(sqlx::FromRow)]
struct KeptOpenRow {
    id: String,
    office: String,
    service: String,
    year: i64,
    until: String,
    reason: String,
    set_by: String,
    set_at: i64,
}

impl TryFrom<KeptOpenRow> for KeptOpen {
    type Error = StoreError;

    fn try_from(row: KeptOpenRow) -> Result<KeptOpen> {
        Ok(KeptOpen {
            until: Date::parse(&row.until)
                .ok_or_else(|| StoreError::BrokenRow(format!("kept_open {}: until", row.id)))?,
            id: row.id,
            office: row.office,
            service: row.service,
            year: row.year,
            reason: row.reason,
            set_by: row.set_by,
            set_at: Instant::from_micros(row.set_at),
        })
    }
}

impl Tx {
    /// One per entity, service and year: a second is a unique violation.
    pub async fn add_extension(&mut self, request: &ExtensionRequest) -> Result<()> {
        sqlx::query(
            "INSERT INTO extension (id, entity, service, year, reason, asked_by, asked_at, office, until, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(&request.id)
        .bind(&request.entity)
        .bind(&request.service)
        .bind(request.year)
        .bind(&request.reason)
        .bind(&request.asked_by)
        .bind(request.asked_at.micros())
        .bind(&request.office)
        .bind(request.until.to_string())
        .bind(request.state.id())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    pub async fn extension(&mut self, id: &str) -> Result<Option<ExtensionRequest>> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM extension WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(ExtensionRequest::try_from).transpose()
    }

    pub async fn extension_for(
        &mut self,
        entity: &str,
        service: &str,
        year: i64,
    ) -> Result<Option<ExtensionRequest>> {
        let row: Option<Row> =
            sqlx::query_as("SELECT * FROM extension WHERE entity = $1 AND service = $2 AND year = $3")
                .bind(entity)
                .bind(service)
                .bind(year)
                .fetch_optional(&mut *self.inner)
                .await?;
        row.map(ExtensionRequest::try_from).transpose()
    }

    /// Requests of these entities for reports on one year.
    pub async fn extensions_of(&mut self, entities: &[String], year: i64) -> Result<Vec<ExtensionRequest>> {
        if entities.is_empty() {
            return Ok(Vec::new());
        }
        let list = super::list(entities.len(), 2);
        let sql = format!("SELECT * FROM extension WHERE year = $1 AND entity IN ({list})");
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(year);
        for entity in entities {
            query = query.bind(entity.as_str());
        }
        let rows: Vec<Row> = query.fetch_all(&mut *self.inner).await?;
        rows.into_iter().map(ExtensionRequest::try_from).collect()
    }

    /// Undecided requests at one office, oldest first.
    pub async fn extensions_asked(&mut self, office: &str) -> Result<Vec<ExtensionRequest>> {
        let sql = "SELECT * FROM extension WHERE office = $1 AND state = 'asked' ORDER BY asked_at LIMIT 200";
        let rows: Vec<Row> = sqlx::query_as(sql)
            .bind(office)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter().map(ExtensionRequest::try_from).collect()
    }

    /// Decides once; `false` if it was decided before.
    pub async fn decide_extension(
        &mut self,
        id: &str,
        state: ExtensionState,
        by: &str,
        note: &str,
        at: Instant,
    ) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE extension SET state = $2, decided_by = $3, decided_at = $4, note = $5 WHERE id = $1 AND state = 'asked'",
        )
        .bind(id)
        .bind(state.id())
        .bind(by)
        .bind(at.micros())
        .bind(note)
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    pub async fn add_kept_open(&mut self, kept: &KeptOpen) -> Result<()> {
        sqlx::query(
            "INSERT INTO kept_open (id, office, service, year, until, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&kept.id)
        .bind(&kept.office)
        .bind(&kept.service)
        .bind(kept.year)
        .bind(kept.until.to_string())
        .bind(&kept.reason)
        .bind(&kept.set_by)
        .bind(kept.set_at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Settings of all offices that have not been ended.
    pub async fn kept_open(&mut self) -> Result<Vec<KeptOpen>> {
        let rows: Vec<KeptOpenRow> =
            sqlx::query_as("SELECT * FROM kept_open WHERE ended_at IS NULL ORDER BY set_at DESC LIMIT 1000")
                .fetch_all(&mut *self.inner)
                .await?;
        rows.into_iter().map(KeptOpen::try_from).collect()
    }

    pub async fn end_kept_open(&mut self, id: &str, at: Instant) -> Result<()> {
        sqlx::query("UPDATE kept_open SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
            .bind(id)
            .bind(at.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
