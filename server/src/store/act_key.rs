//! Acts that were done, by the key they came with, so that repeating one answers and does not repeat.

use super::{Result, Tx};
use domain::date::Instant;

/// What makes an act the same act.
#[derive(Clone, Copy, Debug)]
pub struct ActKey<'a> {
    pub actor: &'a str,
    pub act: &'a str,
    pub object: &'a str,
    pub key: &'a str,
}

impl Tx {
    /// Takes a key for this transaction; `None` when it is fresh, else the body's hash and the answer of
    /// the first time. A second transaction with the same key waits here for the first.
    pub async fn take_act_key(
        &mut self,
        key: ActKey<'_>,
        body_hash: &str,
        at: Instant,
    ) -> Result<Option<(String, String)>> {
        let taken = sqlx::query(
            "INSERT INTO act_key (actor, act, object, key, body_hash, answer, at) VALUES ($1, $2, $3, $4, $5, '', $6)
             ON CONFLICT (actor, act, object, key) DO NOTHING",
        )
        .bind(key.actor)
        .bind(key.act)
        .bind(key.object)
        .bind(key.key)
        .bind(body_hash)
        .bind(at.micros())
        .execute(&mut *self.inner)
        .await?;
        if taken.rows_affected() == 1 {
            return Ok(None);
        }
        let first = sqlx::query_as(
            "SELECT body_hash, answer FROM act_key WHERE actor = $1 AND act = $2 AND object = $3 AND key = $4",
        )
        .bind(key.actor)
        .bind(key.act)
        .bind(key.object)
        .bind(key.key)
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(Some(first))
    }

    /// Keeps the answer of a key taken in this transaction.
    pub async fn answer_act_key(&mut self, key: ActKey<'_>, answer: &str) -> Result<()> {
        sqlx::query(
            "UPDATE act_key SET answer = $1 WHERE actor = $2 AND act = $3 AND object = $4 AND key = $5",
        )
        .bind(answer)
        .bind(key.actor)
        .bind(key.act)
        .bind(key.object)
        .bind(key.key)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Drops keys of acts done before this moment.
    pub async fn forget_act_keys(&mut self, before: Instant) -> Result<()> {
        sqlx::query("DELETE FROM act_key WHERE at < $1")
            .bind(before.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
