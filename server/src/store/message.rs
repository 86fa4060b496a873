//! Messages in people's inboxes.

use super::{Result, StoreError, Tx};
use crate::digest::random_id;
use domain::date::Instant;
use domain::inbox::Message;

/// A message with what its list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxItem {
    pub id: String,
    pub at: Instant,
    pub message: Message,
    pub case_id: Option<String>,
    pub read: bool,
}

impl Tx {
    /// Puts a message into an account's inbox.
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
            .bind(random_id())
            .bind(account)
            .bind(at.micros())
            .bind(body)
            .bind(case_id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// A page of an account's messages, newest first.
    pub async fn messages_of(&mut self, account: &str, offset: i64, most: i64) -> Result<Vec<InboxItem>> {
        type Row = (String, i64, String, Option<String>, Option<i64>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, at, body, case_id, read_at FROM message WHERE account = $1
             ORDER BY at DESC, id DESC LIMIT $2 OFFSET $3",
        )
        .bind(account)
        .bind(most)
        .bind(offset)
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|(id, at, body, case_id, read_at)| {
                let message = serde_json::from_str(&body)
                    .map_err(|error| StoreError::BrokenRow(format!("message {id}: {error}")))?;
                Ok(InboxItem {
                    id,
                    at: Instant::from_micros(at),
                    message,
                    case_id,
                    read: read_at.is_some(),
                })
            })
            .collect()
    }

    /// What a message of an account says.
    pub async fn message_of(&mut self, account: &str, id: &str) -> Result<Option<Message>> {
        let row: Option<(String,)> =
            sqlx::query_as("SELECT body FROM message WHERE id = $1 AND account = $2")
                .bind(id)
                .bind(account)
                .fetch_optional(&mut *self.inner)
                .await?;
        let read = |(body,): (String,)| {
            serde_json::from_str(&body)
                .map_err(|error| StoreError::BrokenRow(format!("message {id}: {error}")))
        };
        row.map(read).transpose()
    }

    /// How many messages an account has, and how many of them are unread.
    pub async fn count_messages(&mut self, account: &str) -> Result<(i64, i64)> {
        let counts =
            sqlx::query_as("SELECT COUNT(*), COUNT(*) - COUNT(read_at) FROM message WHERE account = $1")
                .bind(account)
                .fetch_one(&mut *self.inner)
                .await?;
        Ok(counts)
    }

    /// Notes that an account read a message of its own; `false` when it has none of this id.
    pub async fn mark_read(&mut self, account: &str, id: &str, at: Instant) -> Result<bool> {
        let done =
            sqlx::query("UPDATE message SET read_at = COALESCE(read_at, $1) WHERE id = $2 AND account = $3")
                .bind(at.micros())
                .bind(id)
                .bind(account)
                .execute(&mut *self.inner)
                .await?;
        Ok(done.rows_affected() == 1)
    }

    pub async fn mark_all_read(&mut self, account: &str, at: Instant) -> Result<()> {
        sqlx::query("UPDATE message SET read_at = $1 WHERE account = $2 AND read_at IS NULL")
            .bind(at.micros())
            .bind(account)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
