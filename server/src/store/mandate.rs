//! `Mandate` (授权): who may act for which entity, by whom and until when.

use super::{Result, StoreError, Tx};
use domain::date::{Date, Instant};
use domain::mandate::{How, Scope};

/// A mandate as it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    pub id: String,
    pub account: String,
    pub entity: String,
    pub scope: Scope,
    pub how: How,
    /// An account, or `hall`.
    pub granted_by: String,
    pub granted_at: Instant,
    /// The last day it holds.
    pub until: Option<Date>,
}

/// A line of the list of entities somebody may act for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandateLine {
    pub mandate: String,
    pub entity: String,
    pub name: String,
    /// Unified social credit code, else registration number.
    pub code: String,
    pub entity_type: String,
    pub scope: Scope,
    pub until: Option<Date>,
}

/// A line of the list of those who may act for an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderLine {
    pub mandate: String,
    pub account: String,
    pub name: String,
    pub id_no: String,
    pub scope: Scope,
    pub how: How,
    pub granted_at: Instant,
    pub until: Option<Date>,
}

/// Neither revoked nor past; `$1` is today.
const LIVE: &str = "m.revoked_at IS NULL AND (m.until IS NULL OR m.until >= $1)";

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
}

impl TryFrom<Row> for Mandate {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Mandate> {
        Ok(Mandate {
            id: row.id,
            account: row.account,
            entity: row.entity,
            scope: scope_of(&row.scope)?,
            how: how_of(&row.how)?,
            granted_by: row.granted_by,
            granted_at: Instant::from_micros(row.granted_at),
            until: until_of(row.until)?,
        })
    }
}

impl Tx {
    pub async fn add_mandate(&mut self, mandate: &Mandate) -> Result<()> {
        sqlx::query(
            "INSERT INTO mandate (id, account, entity, scope, how, granted_by, granted_at, until)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&mandate.id)
        .bind(&mandate.account)
        .bind(&mandate.entity)
        .bind(mandate.scope.id())
        .bind(mandate.how.id())
        .bind(&mandate.granted_by)
        .bind(mandate.granted_at.micros())
        .bind(mandate.until.map(|day| day.to_string()))
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The widest scope in which this account may act for this entity today.
    pub async fn live_scope(&mut self, account: &str, entity: &str, today: Date) -> Result<Option<Scope>> {
        let sql = format!("SELECT m.scope FROM mandate m WHERE {LIVE} AND m.account = $2 AND m.entity = $3");
        let rows: Vec<(String,)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(account)
            .bind(entity)
            .fetch_all(&mut *self.inner)
            .await?;
        let scopes: Vec<Scope> = rows
            .iter()
            .map(|(scope,)| scope_of(scope))
            .collect::<Result<_>>()?;
        Ok(scopes.into_iter().max())
    }

    /// A mandate that holds today.
    pub async fn live_mandate(&mut self, id: &str, today: Date) -> Result<Option<Mandate>> {
        let sql = format!(
            "SELECT m.id, m.account, m.entity, m.scope, m.how, m.granted_by, m.granted_at, m.until \
             FROM mandate m WHERE {LIVE} AND m.id = $2"
        );
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(Mandate::try_from).transpose()
    }

    /// Ends a mandate now; `false` when it was revoked before.
    pub async fn revoke_mandate(&mut self, id: &str, by: &str, at: Instant) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE mandate SET revoked_at = $1, revoked_by = $2 WHERE id = $3 AND revoked_at IS NULL",
        )
        .bind(at.micros())
        .bind(by)
        .bind(id)
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends every mandate an account has for an entity, before a new one takes their place.
    pub async fn revoke_mandates_of(
        &mut self,
        account: &str,
        entity: &str,
        by: &str,
        at: Instant,
    ) -> Result<()> {
        sqlx::query(
            "UPDATE mandate SET revoked_at = $1, revoked_by = $2
             WHERE account = $3 AND entity = $4 AND revoked_at IS NULL",
        )
        .bind(at.micros())
        .bind(by)
        .bind(account)
        .bind(entity)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// How many mandates of an account hold today among those whose entity's name or code contains
    /// `find`; an empty one finds all.
    pub async fn count_mandates_of(&mut self, account: &str, find: &str, today: Date) -> Result<i64> {
        let sql = format!(
            "SELECT COUNT(*) FROM mandate m JOIN entity e ON e.id = m.entity WHERE {}",
            found()
        );
        let (count,): (i64,) = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(account)
            .bind(pattern(find))
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(count)
    }

    /// One page of what [`Tx::count_mandates_of`] counts, by the entity's name.
    pub async fn mandates_of(
        &mut self,
        account: &str,
        find: &str,
        today: Date,
        offset: i64,
        most: i64,
    ) -> Result<Vec<MandateLine>> {
        type Line = (
            String,
            String,
            String,
            Option<String>,
            Option<String>,
            String,
            String,
            Option<String>,
        );
        let sql = format!(
            "SELECT m.id, e.id, e.name, e.uscc, e.regno, e.entity_type, m.scope, m.until \
             FROM mandate m JOIN entity e ON e.id = m.entity WHERE {} \
             ORDER BY e.name, m.id LIMIT $4 OFFSET $5",
            found()
        );
        let rows: Vec<Line> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(account)
            .bind(pattern(find))
            .bind(most)
            .bind(offset)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter()
            .map(
                |(mandate, entity, name, uscc, regno, entity_type, scope, until)| {
                    Ok(MandateLine {
                        mandate,
                        entity,
                        name,
                        code: uscc.or(regno).unwrap_or_default(),
                        entity_type,
                        scope: scope_of(&scope)?,
                        until: until_of(until)?,
                    })
                },
            )
            .collect()
    }

    /// Accounts that may act for an entity today, for messages: a hundred at most.
    pub async fn holders(&mut self, entity: &str, today: Date) -> Result<Vec<String>> {
        let sql = format!(
            "SELECT DISTINCT m.account FROM mandate m WHERE {LIVE} AND m.entity = $2 ORDER BY m.account LIMIT 100"
        );
        let rows: Vec<(String,)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(entity)
            .fetch_all(&mut *self.inner)
            .await?;
        Ok(rows.into_iter().map(|(account,)| account).collect())
    }

    /// Everyone who may act for an entity today, the longest mandate first.
    pub async fn holders_of(&mut self, entity: &str, today: Date) -> Result<Vec<HolderLine>> {
        type Line = (
            String,
            String,
            String,
            Option<String>,
            String,
            String,
            i64,
            Option<String>,
        );
        let sql = format!(
            "SELECT m.id, a.id, a.name, a.id_no, m.scope, m.how, m.granted_at, m.until \
             FROM mandate m JOIN account a ON a.id = m.account WHERE {LIVE} AND m.entity = $2 \
             ORDER BY m.granted_at, m.id"
        );
        let rows: Vec<Line> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(today.to_string())
            .bind(entity)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.into_iter()
            .map(|(mandate, account, name, id_no, scope, how, granted_at, until)| {
                Ok(HolderLine {
                    mandate,
                    account,
                    name,
                    id_no: id_no.unwrap_or_default(),
                    scope: scope_of(&scope)?,
                    how: how_of(&how)?,
                    granted_at: Instant::from_micros(granted_at),
                    until: until_of(until)?,
                })
            })
            .collect()
    }
}

fn found() -> String {
    format!(
        "{LIVE} AND m.account = $2 AND \
         (e.name LIKE $3 ESCAPE '!' OR e.uscc LIKE $3 ESCAPE '!' OR e.regno LIKE $3 ESCAPE '!')"
    )
}

/// A text as a LIKE pattern that finds it anywhere. A zero byte, which PostgreSQL refuses, is dropped.
fn pattern(find: &str) -> String {
    let mut pattern = String::from("%");
    for character in find.trim().chars().filter(|character| *character != '\0') {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

fn scope_of(id: &str) -> Result<Scope> {
    Scope::from_id(id).ok_or_else(|| StoreError::BrokenRow(format!("mandate scope {id:?}")))
}

fn how_of(id: &str) -> Result<How> {
    How::from_id(id).ok_or_else(|| StoreError::BrokenRow(format!("mandate origin {id:?}")))
}

fn until_of(day: Option<String>) -> Result<Option<Date>> {
    day.map(|day| Date::parse(&day).ok_or_else(|| StoreError::BrokenRow(format!("mandate until {day:?}"))))
        .transpose()
}
