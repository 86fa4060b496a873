//! Uploaded packs that wait to be published, and the files versions were made from.

use super::{Result, StoreError, Tx};
use domain::date::Instant;
use domain::pack::Pack;
use domain::pack::source::SHARED;
use std::collections::BTreeMap;

/// The files of a pack: their texts by their paths.
pub type PackFiles = BTreeMap<String, String>;

/// A pack that passed the checks and waits.
#[derive(Clone, Debug)]
pub struct PackUpload {
    pub hash: String,
    pub pack: Pack,
    pub files: PackFiles,
    pub uploaded_at: Instant,
    pub uploaded_by: String,
}

type Row = (String, String, String, String, i64, String);

fn pack_upload((service, hash, body, files, at, by): Row) -> Result<PackUpload> {
    let broken = |error| StoreError::BrokenRow(format!("pack_upload {service}: {error}"));
    Ok(PackUpload {
        hash,
        pack: serde_json::from_str(&body).map_err(broken)?,
        files: serde_json::from_str(&files).map_err(broken)?,
        uploaded_at: Instant::from_micros(at),
        uploaded_by: by,
    })
}

fn written(files: &PackFiles) -> Result<String> {
    serde_json::to_string(files).map_err(|error| StoreError::BrokenRow(format!("files of a pack: {error}")))
}

impl Tx {
    /// Keeps a checked pack, in place of one of the same service that waited before.
    pub async fn put_pack_upload(&mut self, row: &PackUpload, body: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO pack_upload (service, hash, body, files, uploaded_at, uploaded_by)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (service) DO UPDATE SET hash = excluded.hash, body = excluded.body,
               files = excluded.files, uploaded_at = excluded.uploaded_at, uploaded_by = excluded.uploaded_by",
        )
        .bind(&row.pack.id)
        .bind(&row.hash)
        .bind(body)
        .bind(written(&row.files)?)
        .bind(row.uploaded_at.micros())
        .bind(&row.uploaded_by)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Every pack that waits, by service.
    pub async fn pack_uploads(&mut self) -> Result<Vec<PackUpload>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT service, hash, body, files, uploaded_at, uploaded_by FROM pack_upload ORDER BY service",
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter().map(pack_upload).collect()
    }

    pub async fn pack_upload(&mut self, service: &str) -> Result<Option<PackUpload>> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT service, hash, body, files, uploaded_at, uploaded_by FROM pack_upload WHERE service = $1",
        )
        .bind(service)
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(pack_upload).transpose()
    }

    /// The same, keeping other writers out of it until this transaction ends.
    pub async fn lock_pack_upload(&mut self, service: &str) -> Result<Option<PackUpload>> {
        sqlx::query("UPDATE pack_upload SET uploaded_at = uploaded_at WHERE service = $1")
            .bind(service)
            .execute(&mut *self.inner)
            .await?;
        self.pack_upload(service).await
    }

    pub async fn remove_pack_upload(&mut self, service: &str) -> Result<()> {
        sqlx::query("DELETE FROM pack_upload WHERE service = $1")
            .bind(service)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Keeps the files a version was made from, unless they are kept already.
    pub async fn add_pack_source(&mut self, service: &str, version: i64, files: &PackFiles) -> Result<()> {
        sqlx::query(
            "INSERT INTO pack_source (service, version, files) VALUES ($1, $2, $3)
             ON CONFLICT (service, version) DO NOTHING",
        )
        .bind(service)
        .bind(version)
        .bind(written(files)?)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// A shared piece as the pack published last with it has it, its files by `shared/<name>/…`; nothing where
    /// no published pack includes it.
    pub async fn piece_published_last(&mut self, name: &str) -> Result<PackFiles> {
        let folder = format!("{SHARED}{name}/");
        let row: Option<(String,)> = sqlx::query_as(
            "SELECT s.files FROM pack_source s
             JOIN pack_version v ON v.service = s.service AND v.version = s.version
             WHERE s.files LIKE $1 ORDER BY v.published_at DESC, s.service LIMIT 1",
        )
        .bind(format!("%\"{folder}%"))
        .fetch_optional(&mut *self.inner)
        .await?;
        let Some((files,)) = row else {
            return Ok(PackFiles::new());
        };
        let mut files: PackFiles = serde_json::from_str(&files)
            .map_err(|error| StoreError::BrokenRow(format!("pack_source with {folder}: {error}")))?;
        files.retain(|file, _| file.starts_with(&folder));
        Ok(files)
    }

    /// The files a version was made from; `None` where they were not kept.
    pub async fn pack_source(&mut self, service: &str, version: i64) -> Result<Option<PackFiles>> {
        let row: Option<(String,)> =
            sqlx::query_as("SELECT files FROM pack_source WHERE service = $1 AND version = $2")
                .bind(service)
                .bind(version)
                .fetch_optional(&mut *self.inner)
                .await?;
        row.map(|(files,)| {
            serde_json::from_str(&files)
                .map_err(|error| StoreError::BrokenRow(format!("pack_source {service} {version}: {error}")))
        })
        .transpose()
    }
}
