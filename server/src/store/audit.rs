//! The audit trail: who did what to what, hash-chained, written in the same transaction as the act.

use super::{Result, Tx};
use crate::digest::sha256_hex;
use domain::date::Instant;

/// One line for the audit trail. `body` holds no personal data beyond ids.
#[derive(Clone, Debug)]
pub struct AuditRecord<'a> {
    pub at: Instant,
    /// An account id, or `hall`.
    pub actor: &'a str,
    pub act: &'a str,
    pub object: &'a str,
    pub body: &'a str,
}

impl Tx {
    /// Adds a record to the chain. Taking the head's row makes writers on PostgreSQL queue here.
    pub async fn audit(&mut self, record: AuditRecord<'_>) -> Result<()> {
        let (seq, prev): (i64, String) =
            sqlx::query_as("UPDATE chain_head SET seq = seq + 1 WHERE name = 'audit' RETURNING seq, hash")
                .fetch_one(&mut *self.inner)
                .await?;
        let hash = record_hash(seq, &record, &prev);
        sqlx::query(
            "INSERT INTO audit (seq, at, actor, act, object, body, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(seq)
        .bind(record.at.micros())
        .bind(record.actor)
        .bind(record.act)
        .bind(record.object)
        .bind(record.body)
        .bind(&prev)
        .bind(&hash)
        .execute(&mut *self.inner)
        .await?;
        sqlx::query("UPDATE chain_head SET hash = $1 WHERE name = 'audit'")
            .bind(&hash)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// When the last record was written; `None` in an empty trail.
    pub async fn last_audit_at(&mut self) -> Result<Option<Instant>> {
        let row: Option<(i64,)> = sqlx::query_as("SELECT at FROM audit ORDER BY seq DESC LIMIT 1")
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(|(at,)| Instant::from_micros(at)))
    }

    /// What was done to one object, newest first: when, by which account, which act.
    pub async fn audit_of(&mut self, object: &str, most: u32) -> Result<Vec<(Instant, String, String)>> {
        let sql =
            format!("SELECT at, actor, act FROM audit WHERE object = $1 ORDER BY seq DESC LIMIT {most}");
        let rows: Vec<(i64, String, String)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(object)
            .fetch_all(&mut *self.inner)
            .await?;
        Ok(rows
            .into_iter()
            .map(|(at, actor, act)| (Instant::from_micros(at), actor, act))
            .collect())
    }

    /// Who did an act to an object, where the record's body is this text.
    pub async fn audit_actor(&mut self, act: &str, object: &str, body: &str) -> Result<Option<String>> {
        let row: Option<(String,)> =
            sqlx::query_as("SELECT actor FROM audit WHERE object = $1 AND act = $2 AND body = $3 LIMIT 1")
                .bind(object)
                .bind(act)
                .bind(body)
                .fetch_optional(&mut *self.inner)
                .await?;
        Ok(row.map(|(actor,)| actor))
    }

    /// The first record whose hash does not follow from what stands before it, if any.
    pub async fn first_broken_audit_record(&mut self) -> Result<Option<i64>> {
        type Row = (i64, i64, String, String, String, String, String, String);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT seq, at, actor, act, object, body, prev_hash, hash FROM audit ORDER BY seq",
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut expected_prev = String::new();
        for (position, (seq, at, actor, act, object, body, prev, hash)) in rows.iter().enumerate() {
            let record = AuditRecord {
                at: Instant::from_micros(*at),
                actor,
                act,
                object,
                body,
            };
            let sound = *seq == position as i64 + 1
                && *prev == expected_prev
                && *hash == record_hash(*seq, &record, prev);
            if !sound {
                return Ok(Some(*seq));
            }
            expected_prev = hash.clone();
        }
        Ok(None)
    }
}

fn record_hash(seq: i64, record: &AuditRecord<'_>, prev: &str) -> String {
    let AuditRecord {
        at,
        actor,
        act,
        object,
        body,
    } = record;
    let content = serde_json::json!([seq, at.micros(), actor, act, object, body, prev]);
    sha256_hex(content.to_string().as_bytes())
}
