//! One-time codes from the counter to claim an entity's mandate with. Only their hash is kept.

use super::{Result, Tx};
use domain::date::Instant;

impl Tx {
    pub async fn insert_claim_code(
        &mut self,
        code_hash: &str,
        entity: &str,
        issued_by: &str,
        now: Instant,
        expires_at: Instant,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO claim_code (code_hash, entity, issued_by, issued_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(code_hash)
        .bind(entity)
        .bind(issued_by)
        .bind(now.micros())
        .bind(expires_at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Ends the entity's codes that nobody has used.
    pub async fn end_claim_codes(&mut self, entity: &str, now: Instant) -> Result<()> {
        sqlx::query(
            "UPDATE claim_code SET expires_at = $1 WHERE entity = $2 AND used_at IS NULL AND expires_at > $1",
        )
        .bind(now.micros())
        .bind(entity)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Uses a code up; `false` when it is unknown, used, expired or another entity's.
    pub async fn use_claim_code(
        &mut self,
        code_hash: &str,
        entity: &str,
        account: &str,
        now: Instant,
    ) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE claim_code SET used_by = $1, used_at = $2
             WHERE code_hash = $3 AND entity = $4 AND used_at IS NULL AND expires_at > $2",
        )
        .bind(account)
        .bind(now.micros())
        .bind(code_hash)
        .bind(entity)
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
