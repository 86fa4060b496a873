//! Migrations: named files of SQL, applied once, in order, each in a transaction of its own.

use super::{Engine, Result, Store, Tx};

const MIGRATIONS: &[(&str, &str)] = &[
    ("001_hall", include_str!("001_hall.sql")),
    ("002_names", include_str!("002_names.sql")),
    ("003_pack_upload", include_str!("003_pack_upload.sql")),
];

/// Applies what is missing and names it.
pub(super) async fn run(store: &Store) -> Result<Vec<&'static str>> {
    let mut applied = Vec::new();
    {
        let mut tx = store.begin().await?;
        lock(&mut tx).await?;
        tx.run("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)".into())
            .await?;
        tx.commit().await?;
    }
    for (name, sql) in MIGRATIONS {
        let mut tx = store.begin().await?;
        lock(&mut tx).await?;
        let there: Option<(String,)> = sqlx::query_as("SELECT name FROM migration WHERE name = $1")
            .bind(*name)
            .fetch_optional(&mut *tx.inner)
            .await?;
        if there.is_some() {
            continue;
        }
        for statement in statements(sql) {
            let statement = match tx.engine {
                Engine::Sqlite => statement,
                Engine::Postgres => statement
                    .replace(" BLOB", " BYTEA")
                    .replace(" WITHOUT ROWID", "")
                    // JSON is kept as text, which SQLite reads as it stands.
                    .replace(" ->> ", "::json ->> "),
            };
            tx.run(statement).await?;
        }
        sqlx::query("INSERT INTO migration (name) VALUES ($1)")
            .bind(*name)
            .execute(&mut *tx.inner)
            .await?;
        tx.commit().await?;
        applied.push(*name);
    }
    Ok(applied)
}

/// Whether everything is applied.
pub(super) async fn is_complete(store: &Store) -> Result<bool> {
    let mut tx = store.read().await?;
    let applied: Vec<(String,)> = sqlx::query_as("SELECT name FROM migration")
        .fetch_all(&mut *tx.inner)
        .await?;
    let there = |wanted: &str| applied.iter().any(|(name,)| name == wanted);
    Ok(MIGRATIONS.iter().all(|(name, _)| there(name)))
}

/// One process migrates at a time; on SQLite `BEGIN IMMEDIATE` already sees to that.
async fn lock(tx: &mut Tx) -> Result<()> {
    if tx.engine == Engine::Postgres {
        tx.run("SELECT pg_advisory_xact_lock(4100001)".into()).await?;
    }
    Ok(())
}

fn statements(sql: &str) -> Vec<String> {
    let lines: Vec<&str> = sql
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .collect();
    lines
        .join("\n")
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(String::from)
        .collect()
}
