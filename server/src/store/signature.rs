//! Signers of a frozen draft and their signatures on its content.

use super::{Result, Tx};
use domain::date::Instant;

/// Somebody who is asked to sign.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Signer {
    /// The rule's id, with the row's name for a table: `operator`, `members.r1`.
    pub signer: String,
    pub name: String,
    pub id_no: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub signer: String,
    pub name: String,
    pub id_no: String,
    pub how: SignedHow,
    pub content_hash: String,
    pub at: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedHow {
    /// From their own account, on the frozen content.
    Online { account: String },
    /// On the printed signature page, uploaded as a scan.
    Paper { attachment: String },
}

#[derive(sqlx::FromRow)]
struct Row {
    signer: String,
    name: String,
    id_no: String,
    content_hash: String,
    account: Option<String>,
    attachment: Option<String>,
    at: i64,
}

impl Tx {
    /// Replaces who is asked to sign.
    pub async fn set_signers(&mut self, draft: &str, signers: &[Signer]) -> Result<()> {
        sqlx::query("DELETE FROM signer WHERE draft = $1")
            .bind(draft)
            .execute(&mut *self.inner)
            .await?;
        for signer in signers {
            sqlx::query("INSERT INTO signer (draft, signer, name, id_no) VALUES ($1, $2, $3, $4)")
                .bind(draft)
                .bind(&signer.signer)
                .bind(&signer.name)
                .bind(&signer.id_no)
                .execute(&mut *self.inner)
                .await?;
        }
        Ok(())
    }

    pub async fn signers(&mut self, draft: &str) -> Result<Vec<Signer>> {
        let sql = "SELECT signer, name, id_no FROM signer WHERE draft = $1 ORDER BY signer";
        Ok(sqlx::query_as(sql)
            .bind(draft)
            .fetch_all(&mut *self.inner)
            .await?)
    }

    /// Adds a signature; a second by the same signer on the same content changes nothing.
    pub async fn add_signature(&mut self, draft: &str, signature: &Signature) -> Result<()> {
        let (how, account, attachment) = match &signature.how {
            SignedHow::Online { account } => ("online", Some(account), None),
            SignedHow::Paper { attachment } => ("paper", None, Some(attachment)),
        };
        sqlx::query(
            "INSERT INTO signature (draft, content_hash, signer, name, id_no, how, account, attachment, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (draft, content_hash, signer) DO NOTHING",
        )
        .bind(draft)
        .bind(&signature.content_hash)
        .bind(&signature.signer)
        .bind(&signature.name)
        .bind(&signature.id_no)
        .bind(how)
        .bind(account)
        .bind(attachment)
        .bind(signature.at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The signatures on exactly this content.
    pub async fn signatures(&mut self, draft: &str, content_hash: &str) -> Result<Vec<Signature>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT signer, name, id_no, content_hash, account, attachment, at FROM signature
             WHERE draft = $1 AND content_hash = $2 ORDER BY at",
        )
        .bind(draft)
        .bind(content_hash)
        .fetch_all(&mut *self.inner)
        .await?;
        let signature = |row: Row| Signature {
            signer: row.signer,
            name: row.name,
            id_no: row.id_no,
            how: match (row.account, row.attachment) {
                (_, Some(attachment)) => SignedHow::Paper { attachment },
                (account, None) => SignedHow::Online {
                    account: account.unwrap_or_default(),
                },
            },
            content_hash: row.content_hash,
            at: Instant::from_micros(row.at),
        };
        Ok(rows.into_iter().map(signature).collect())
    }
}
