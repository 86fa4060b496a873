//! `Mandate` (授权): the right to act for an entity: how far, until when, from whom.

use super::{Result, StoreError, Tx};
use domain::date::{Date, Instant};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    pub id: String,
    pub account: String,
    pub entity: String,
    /// `all` or `file`; who holds `all` may grant.
    pub scope: String,
    /// `grant`, `code`, `legal-representative`, `officer`, `approval`, `demo`.
    pub how: String,
    pub granted_by: String,
    pub granted_at: Instant,
    /// The last day.
    pub until: Option<Date>,
    pub revoked_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    account: String,
    entity: String,
    scope: String,
    how: String,
    granted_by: String,
    granted_at: i64,
    until: Option<String>,
    revoked_at: Option<i64>,
}

impl TryFrom<Row> for Mandate {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Mandate> {
        let until = match &row.until {
            Some(text) => Some(
                Date::parse(text)
                    .ok_or_else(|| StoreError::BrokenRow(format!("mandate {}: until", row.id)))?,
            ),
            None => None,
        };
        Ok(Mandate {
            until,
            id: row.id,
            account: row.account,
            entity: row.entity,
            scope: row.scope,
            how: row.how,
            granted_by: row.granted_by,
            granted_at: Instant::from_micros(row.granted_at),
            revoked_at: row.revoked_at.map(Instant::from_micros),
        })
    }
}

const LIVE: &str = "SELECT * FROM mandate WHERE account = $1 AND entity = $2 AND revoked_at IS NULL
     AND (until IS NULL OR until >= $3) ORDER BY scope, granted_at";

impl Tx {
    pub async fn add_mandate(&mut self, mandate: &Mandate) -> Result<()> {
        sqlx::query(
            "INSERT INTO mandate (id, account, entity, scope, how, granted_by, granted_at, until)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(mandate.id.as_str())
        .bind(mandate.account.as_str())
        .bind(mandate.entity.as_str())
        .bind(mandate.scope.as_str())
        .bind(mandate.how.as_str())
        .bind(mandate.granted_by.as_str())
        .bind(mandate.granted_at.micros())
        .bind(mandate.until.map(|day| day.to_string()))
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The mandates an account holds for one entity on a day, those of scope `all` first.
    pub async fn live_mandates(&mut self, account: &str, entity: &str, today: Date) -> Result<Vec<Mandate>> {
        let rows: Vec<Row> = sqlx::query_as(LIVE)
            .bind(account)
            .bind(entity)
            .bind(today.to_string())
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter().map(Mandate::try_from).collect()
    }

    /// Accounts that may act for an entity on a day, for messages.
    pub async fn holders(&mut self, entity: &str, today: Date) -> Result<Vec<String>> {
        let rows: Vec<(String,)> = sqlx::query_as(
            "SELECT DISTINCT account FROM mandate WHERE entity = $1 AND revoked_at IS NULL AND (until IS NULL OR until >= $2) ORDER BY account LIMIT 100",
        )
        .bind(entity)
        .bind(today.to_string())
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|(account,)| account).collect())
    }
}
