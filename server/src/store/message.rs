//! Messages of people's inboxes.

use super::{Result, StoreError, Tx};
use domain::date::Instant;
use domain::inbox::Message;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRow {
    pub id: String,
    pub at: Instant,
    pub message: Message,
    pub read: bool,
}

impl Tx {
    pub async fn add_message(
        &mut self,
        account: &str,
        message: &Message,
        case_id: Option<&str>,
        at: Instant,
    ) -> Result<()> {
        let body =
            serde_json::to_string(message).map_err(|error| StoreError::BrokenRow(error.to_string()))?;
        sqlx::query("INSERT INTO message (id, account, at, body, case_id) VALUES ($1, $2, $3, $4, $5)")
            .bind(crate::digest::random_id())
            .bind(account)
            .bind(at.micros())
            .bind(body)
            .bind(case_id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// An inbox, newest first.
    pub async fn messages(&mut self, account: &str, most: i64) -> Result<Vec<MessageRow>> {
        let rows: Vec<(String, i64, String, Option<i64>)> = sqlx::query_as(
            "SELECT id, at, body, read_at FROM message WHERE account = $1 ORDER BY at DESC, id LIMIT $2",
        )
        .bind(account)
        .bind(most)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|(id, at, body, read)| {
                let message = serde_json::from_str(&body)
                    .map_err(|error| StoreError::BrokenRow(format!("message {id}: {error}")))?;
                Ok(MessageRow {
                    id,
                    at: Instant::from_micros(at),
                    message,
                    read: read.is_some(),
                })
            })
            .collect()
    }

    pub async fn unread_messages(&mut self, account: &str) -> Result<i64> {
        let (count,): (i64,) =
            sqlx::query_as("SELECT COUNT(*) FROM message WHERE account = $1 AND read_at IS NULL")
                .bind(account)
                .fetch_one(&mut *self.inner)
                .await?;
        Ok(count)
    }

    /// Marks everything in an inbox up to a moment as read.
    pub async fn read_messages(&mut self, account: &str, until: Instant, at: Instant) -> Result<()> {
        sqlx::query("UPDATE message SET read_at = $3 WHERE account = $1 AND at <= $2 AND read_at IS NULL")
            .bind(account)
            .bind(until.micros())
            .bind(at.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
