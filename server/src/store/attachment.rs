//! Attachments: who uploaded what to which field. The bytes lie in `blob`, once for equal content, in
//! the same database: a filing and its files are acknowledged, backed up and restored together.

use super::{Result, Tx};
use domain::date::Instant;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: String,
    pub draft: String,
    /// The attachment field it answers.
    pub path: String,
    /// As the uploader named it; for show only.
    pub name: String,
    /// By content: `application/pdf`, `image/jpeg` or `image/png`.
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub uploaded_by: String,
    pub uploaded_at: Instant,
    pub removed: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    draft: String,
    path: String,
    name: String,
    media_type: String,
    size: i64,
    sha256: String,
    uploaded_by: String,
    uploaded_at: i64,
    removed_at: Option<i64>,
}

impl From<Row> for Attachment {
    fn from(row: Row) -> Attachment {
        Attachment {
            id: row.id,
            draft: row.draft,
            path: row.path,
            name: row.name,
            media_type: row.media_type,
            size: row.size,
            sha256: row.sha256,
            uploaded_by: row.uploaded_by,
            uploaded_at: Instant::from_micros(row.uploaded_at),
            removed: row.removed_at.is_some(),
        }
    }
}

impl Tx {
    pub async fn add_attachment(&mut self, attachment: &Attachment, body: &[u8]) -> Result<()> {
        sqlx::query(
            "INSERT INTO blob (sha256, size, body) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
        )
        .bind(&attachment.sha256)
        .bind(attachment.size)
        .bind(body)
        .execute(&mut *self.inner)
        .await?;
        sqlx::query(
            "INSERT INTO attachment (id, draft, path, name, media_type, size, sha256, uploaded_by, uploaded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(&attachment.id)
        .bind(&attachment.draft)
        .bind(&attachment.path)
        .bind(&attachment.name)
        .bind(&attachment.media_type)
        .bind(attachment.size)
        .bind(&attachment.sha256)
        .bind(&attachment.uploaded_by)
        .bind(attachment.uploaded_at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    pub async fn attachment(&mut self, id: &str) -> Result<Option<Attachment>> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM attachment WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(Attachment::from))
    }

    /// All that a draft has ever held, removed ones too: an earlier submission may still show them.
    pub async fn attachments_of(&mut self, draft: &str) -> Result<Vec<Attachment>> {
        let rows: Vec<Row> =
            sqlx::query_as("SELECT * FROM attachment WHERE draft = $1 ORDER BY uploaded_at, id")
                .bind(draft)
                .fetch_all(&mut *self.inner)
                .await?;
        Ok(rows.into_iter().map(Attachment::from).collect())
    }

    pub async fn remove_attachment(&mut self, id: &str, at: Instant) -> Result<()> {
        sqlx::query("UPDATE attachment SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL")
            .bind(id)
            .bind(at.micros())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    pub async fn blob(&mut self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let row: Option<(Vec<u8>,)> = sqlx::query_as("SELECT body FROM blob WHERE sha256 = $1")
            .bind(sha256)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(|(body,)| body))
    }

    /// What one draft's live attachments weigh together, in bytes.
    pub async fn attachment_bytes(&mut self, draft: &str) -> Result<i64> {
        let sql = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachment WHERE draft = $1 AND removed_at IS NULL";
        let (bytes,): (i64,) = sqlx::query_as(sql)
            .bind(draft)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(bytes)
    }
}
