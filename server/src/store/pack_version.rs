//! Published packs: rows that never change.

use super::{Result, StoreError, Tx};
use domain::date::Instant;
use domain::pack::Pack;

/// A published version of a pack.
#[derive(Clone, Debug)]
pub struct PackVersion {
    pub service: String,
    pub version: i64,
    pub hash: String,
    pub pack: Pack,
    pub published_at: Instant,
    pub published_by: String,
}

/// A published version without its pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedVersion {
    pub version: i64,
    pub hash: String,
    pub published_at: Instant,
    pub published_by: String,
    /// The files it was made from are kept.
    pub has_source: bool,
}

type Row = (String, i64, String, String, i64, String);

const COLUMNS_LATEST: &str =
    "SELECT service, version, hash, body, published_at, published_by FROM pack_version p
     WHERE version = (SELECT MAX(version) FROM pack_version q WHERE q.service = p.service) ORDER BY service";

fn pack_version((service, version, hash, body, at, by): Row) -> Result<PackVersion> {
    let pack = serde_json::from_str(&body)
        .map_err(|error| StoreError::BrokenRow(format!("pack_version {service} {version}: {error}")))?;
    Ok(PackVersion {
        service,
        version,
        hash,
        pack,
        published_at: Instant::from_micros(at),
        published_by: by,
    })
}

impl Tx {
    /// The newest version of every service.
    pub async fn newest_packs(&mut self) -> Result<Vec<PackVersion>> {
        let rows: Vec<Row> = sqlx::query_as(COLUMNS_LATEST).fetch_all(&mut *self.inner).await?;
        rows.into_iter().map(pack_version).collect()
    }

    /// The newest version numbers, to notice that another process published something.
    pub async fn newest_pack_versions(&mut self) -> Result<Vec<(String, i64)>> {
        let sql = "SELECT service, MAX(version) FROM pack_version GROUP BY service ORDER BY service";
        Ok(sqlx::query_as(sql).fetch_all(&mut *self.inner).await?)
    }

    /// When a service was published for the first time.
    pub async fn first_published(&mut self, service: &str) -> Result<Option<Instant>> {
        let sql = "SELECT published_at FROM pack_version WHERE service = $1 ORDER BY version LIMIT 1";
        let row: Option<(i64,)> = sqlx::query_as(sql)
            .bind(service)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(|(at,)| Instant::from_micros(at)))
    }

    pub async fn pack_version(&mut self, service: &str, version: i64) -> Result<Option<PackVersion>> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT service, version, hash, body, published_at, published_by FROM pack_version WHERE service = $1 AND version = $2",
        )
        .bind(service)
        .bind(version)
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(pack_version).transpose()
    }

    /// Every version of a service, newest first.
    pub async fn published_versions(&mut self, service: &str) -> Result<Vec<PublishedVersion>> {
        let rows: Vec<(i64, String, i64, String, i64)> = sqlx::query_as(
            "SELECT v.version, v.hash, v.published_at, v.published_by, COUNT(s.version) FROM pack_version v
             LEFT JOIN pack_source s ON s.service = v.service AND s.version = v.version WHERE v.service = $1
             GROUP BY v.version, v.hash, v.published_at, v.published_by ORDER BY v.version DESC",
        )
        .bind(service)
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows
            .into_iter()
            .map(|(version, hash, at, by, sources)| PublishedVersion {
                version,
                hash,
                published_at: Instant::from_micros(at),
                published_by: by,
                has_source: sources > 0,
            })
            .collect())
    }

    pub async fn add_pack_version(&mut self, row: &PackVersion, body: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO pack_version (service, version, hash, body, published_at, published_by) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(&row.service)
        .bind(row.version)
        .bind(&row.hash)
        .bind(body)
        .bind(row.published_at.micros())
        .bind(&row.published_by)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }
}
