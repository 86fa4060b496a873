//! Settings of the hall kept in its database, by key.

use super::{Result, Tx};

impl Tx {
    pub async fn setting(&mut self, key: &str) -> Result<Option<String>> {
        let row: Option<(String,)> = sqlx::query_as("SELECT value FROM setting WHERE key = $1")
            .bind(key)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(|(value,)| value))
    }

    /// The settings whose keys begin with `prefix` (letters and colons only), by key.
    pub async fn settings_beginning(&mut self, prefix: &str) -> Result<Vec<(String, String)>> {
        let sql = "SELECT key, value FROM setting WHERE key LIKE $1 ORDER BY key";
        let query = sqlx::query_as(sql).bind(format!("{prefix}%"));
        Ok(query.fetch_all(&mut *self.inner).await?)
    }

    pub async fn set_setting(&mut self, key: &str, value: &str) -> Result<()> {
        sqlx::query("INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
            .bind(key)
            .bind(value)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
