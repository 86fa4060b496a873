//! Sessions: who is signed in. Only the hash of the token is kept, and rows are never inserted twice or
//! revived: a session that ended stays ended whatever is still in flight.

use super::{Result, Tx};
use domain::date::Instant;

/// A session that is still open, with all that tells who it is.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct OpenSession {
    pub account: String,
    /// Microseconds.
    pub seen_at: i64,
    pub name: String,
    pub id_no: Option<String>,
    pub confirmed_at: Option<i64>,
    pub must_change: i64,
    pub office: Option<String>,
    pub duties: Option<String>,
    pub active: Option<i64>,
}

/// A line of one's own list of sessions.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SessionRow {
    pub token_hash: String,
    pub created_at: i64,
    pub seen_at: i64,
}

impl Tx {
    pub async fn insert_session(
        &mut self,
        token_hash: &str,
        account: &str,
        now: Instant,
        expires_at: Instant,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO session (token_hash, account, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)",
        )
        .bind(token_hash)
        .bind(account)
        .bind(now.micros())
        .bind(expires_at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The session with this token, unless it ended, expired, or its account was closed.
    pub async fn open_session(&mut self, token_hash: &str, now: Instant) -> Result<Option<OpenSession>> {
        let row = sqlx::query_as(
            "SELECT s.account, s.seen_at, a.name, a.id_no, a.confirmed_at, a.must_change, o.office, o.duties, o.active
             FROM session s JOIN account a ON a.id = s.account LEFT JOIN officer o ON o.account = a.id
             WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND a.closed_at IS NULL",
        )
        .bind(token_hash)
        .bind(now.micros())
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(row)
    }

    /// Notes that a session was used; one that ended meanwhile stays as it is.
    pub async fn touch_session(&mut self, token_hash: &str, now: Instant) -> Result<()> {
        sqlx::query("UPDATE session SET seen_at = $1 WHERE token_hash = $2 AND ended_at IS NULL")
            .bind(now.micros())
            .bind(token_hash)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Ends a session; `false` when there was none to end.
    pub async fn end_session(&mut self, token_hash: &str, now: Instant) -> Result<bool> {
        let done = sqlx::query("UPDATE session SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL")
            .bind(now.micros())
            .bind(token_hash)
            .execute(&mut *self.inner)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends every session of an account.
    pub async fn end_sessions_of(&mut self, account: &str, now: Instant) -> Result<()> {
        sqlx::query("UPDATE session SET ended_at = $1 WHERE account = $2 AND ended_at IS NULL")
            .bind(now.micros())
            .bind(account)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// The account's sessions that neither ended nor expired, last used first.
    pub async fn sessions_of(&mut self, account: &str, now: Instant) -> Result<Vec<SessionRow>> {
        let rows = sqlx::query_as(
            "SELECT token_hash, created_at, seen_at FROM session
             WHERE account = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY seen_at DESC, token_hash",
        )
        .bind(account)
        .bind(now.micros())
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows)
    }

    /// Drops sessions that expired before this moment.
    pub async fn forget_sessions(&mut self, expired_before: Instant) -> Result<()> {
        sqlx::query("DELETE FROM session WHERE expires_at < $1")
            .bind(expired_before.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
