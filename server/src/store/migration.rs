//! Migrations: named files of SQL, applied once, in order, each in a transaction of its own.

use super::{Engine, Result, Store, Tx};

const MIGRATIONS: &[(&str, &str)] = &[
    ("001_hall", include_str!("001_hall.sql")),
    ("002_names", include_str!("002_names.sql")),
    ("003_pack_upload", include_str!("003_pack_upload.sql")),
    ("004_records", include_str!("004_records.sql")),
];

/// Applies what is missing and names it.
pub(super) async fn run(store: &Store) -> Result<Vec<&'static str>> {
    apply(store, MIGRATIONS).await
}

async fn apply(store: &Store, migrations: &[(&'static str, &str)]) -> Result<Vec<&'static str>> {
    let mut applied = Vec::new();
    {
        let mut tx = store.begin().await?;
        lock(&mut tx).await?;
        tx.run("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)".into())
            .await?;
        tx.commit().await?;
    }
    for (name, sql) in migrations {
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::date::Date;

    #[tokio::test]
    async fn names_given_up_before_they_were_kept_are_taken_from_the_history() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join("hall.sqlite").display());
        let store = Store::open(&url).await.expect("a store");
        apply(&store, &MIGRATIONS[..1]).await.expect("the first tables");
        let mut tx = store.begin().await.expect("a transaction");
        for (seq, before, after) in [(1, "null", "旧名"), (2, "旧名", "旧名"), (3, "旧名", "新名")]
        {
            let entity = |name: &str| match name {
                "null" => name.to_string(),
                name => format!(r#"{{"name": "{name}", "office": "410105"}}"#),
            };
            tx.run(format!(
                "INSERT INTO entity_history (entity, seq, at, on_date, cause, before, after) \
                 VALUES ('e1', {seq}, {seq}, '2013-01-0{seq}', 'import', '{}', '{}')",
                entity(before),
                entity(after)
            ))
            .await
            .expect("a line of history");
        }
        tx.commit().await.expect("a commit");
        run(&store).await.expect("the other tables");
        let mut tx = store.read().await.expect("a read");
        let since = Date::new(2013, 1, 1).expect("a day");
        let former = tx.former_names("旧", since, 10).await.expect("a look");
        let found: Vec<_> = former
            .iter()
            .map(|one| (one.name.as_str(), one.office.as_str(), one.left_on.to_string()))
            .collect();
        assert_eq!(found, [("旧名", "410105", "2013-01-03".to_string())]);
    }
}
