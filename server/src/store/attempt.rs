//! Guesses at secrets, counted by what is guessed at.

use super::{Result, Tx};
use domain::attempt::Policy;
use domain::date::Instant;

impl Tx {
    /// Counts a try as failed before its secret is looked at, so that many tries at once cannot
    /// overtake the count; `Some` seconds when the guesser must still wait, and nothing is counted.
    pub async fn attempt_begun(&mut self, key: &str, policy: Policy, now: Instant) -> Result<Option<i64>> {
        let counted: Option<(i64,)> = sqlx::query_as(
            "INSERT INTO attempt (key, failures, last_at, blocked_until) VALUES ($1, 1, $2, 0)
             ON CONFLICT (key) DO UPDATE SET failures = attempt.failures + 1, last_at = excluded.last_at
             WHERE attempt.blocked_until <= excluded.last_at
             RETURNING failures",
        )
        .bind(key)
        .bind(now.micros())
        .fetch_optional(&mut *self.inner)
        .await?;
        if let Some((failures,)) = counted {
            // Without a wait nothing is blocked, not even a try whose clock was read a little earlier.
            let until = match policy.wait(failures) {
                0 => 0,
                wait => now.add_seconds(wait).micros(),
            };
            sqlx::query("UPDATE attempt SET blocked_until = $1 WHERE key = $2")
                .bind(until)
                .bind(key)
                .execute(&mut *self.inner)
                .await?;
            return Ok(None);
        }
        let (until,): (i64,) = sqlx::query_as("SELECT blocked_until FROM attempt WHERE key = $1")
            .bind(key)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(Some(((until - now.micros()) / 1_000_000).max(1)))
    }

    /// The secret was right: the count begins anew.
    pub async fn attempt_succeeded(&mut self, key: &str) -> Result<()> {
        sqlx::query("DELETE FROM attempt WHERE key = $1")
            .bind(key)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Drops counts that nobody added to since `before`.
    pub async fn forget_attempts(&mut self, before: Instant) -> Result<()> {
        sqlx::query("DELETE FROM attempt WHERE last_at < $1 AND blocked_until < $1")
            .bind(before.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
